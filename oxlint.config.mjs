import { importRules } from './boundaries.mjs';
import { importRules as simulatorRules } from './simulator/boundaries.mjs';

// Every rule here found a planted mistake; a rule that is switched off says why on its line.
export default {
  plugins: ['typescript', 'import', 'unicorn', 'node', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['/dist', '/data', '.cache', 'dashboard/dist', 'node_modules'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'preserve-caught-error': 'error',
    'node/no-process-env': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    // Our objects are closures, not instances: taking a function out of one is how they are meant to be used.
    'typescript/unbound-method': 'off',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    ...importRules,
    ...simulatorRules,
    // The import law is the program's; a test looks from outside (test/import-law.test.ts agrees).
    { files: ['**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
    // Tools demand a default export from their own configuration files.
    {
      files: ['*.config.{ts,mjs}', 'dashboard/vite.config.ts', 'test/support/postgres-global-setup.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    // The composition root, the launchers and the tests that start processes are where the environment is read.
    {
      files: ['src/cli/**', 'bin/**', 'scripts/**', 'test/**', '**/*.test.ts', 'vitest.config.ts'],
      rules: { 'node/no-process-env': 'off' },
    },
  ],
};
