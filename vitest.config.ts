import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The suffix of a test file says what it needs: nothing (.test.ts), PostgreSQL (.pg.test.ts),
// the whole program (test/e2e/*.e2e.ts), a browser as well (test/e2e/*.browser.ts).
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'simulator/{src,test}/**/*.test.ts',
            'dashboard/src/**/*.test.ts',
            'test/**/*.test.ts',
          ],
          exclude: ['**/*.pg.test.ts', 'node_modules/**'],
          // One process for many files: loading the program anew for each took twice the time of the tests.
          isolate: false,
          // On two cores vitest would use one.
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'pg',
          // Much of a test is waiting: a third file at a time uses the two cores when the others do.
          maxWorkers: 3,
          // One process for many files: loading the program anew for each took a tenth of the stage.
          isolate: false,
          include: ['src/**/*.pg.test.ts', 'test/**/*.pg.test.ts'],
          // Processes that tests start are a copy of each other: each compiles only what none before it has.
          env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('.cache/compiled', import.meta.url)) },
          globalSetup: ['test/support/postgres-global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // Much of it is waiting for leases to end and processes to start.
          maxWorkers: 2,
          include: ['test/e2e/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/*.browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
