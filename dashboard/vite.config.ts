import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The server's content security policy allows no inline script, and every target browser preloads by itself.
    modulePreload: { polyfill: false },
  },
  server: {
    // In development the API is a program started beside this one with `npm start`.
    proxy: { '/v1': 'http://localhost:3000' },
  },
});
