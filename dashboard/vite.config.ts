import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The licence texts of what is bundled, which most of them ask to be passed on; served at /licences.txt.
    license: { fileName: 'licences.txt' },
    // The server's content security policy allows no inline script, and every target browser preloads by itself.
    modulePreload: { polyfill: false },
  },
  server: {
    // In development the API is a program started beside this one with `npm start`. The Host header stays that of
    // this server: the API compares it with Origin and refuses what looks like another site.
    proxy: { '/v1': { target: 'http://localhost:3000', changeOrigin: false } },
  },
});
