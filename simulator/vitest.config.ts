import { defineConfig } from 'vitest/config';

// Also part of the unit stage of `npm test` in the folder above.
export default defineConfig({
  test: { include: ['{src,test}/**/*.test.ts'], isolate: false, testTimeout: 60_000 },
});
