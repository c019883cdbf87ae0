import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What `npm run lint` says of files with planted mistakes, in a folder that is linted as this one is: other tests read
 * every file here.
 */
function lint(texts: Readonly<Record<string, string>>, ...more: string[]): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { lint: string };
  };
  const [tool = '', ...words] = scripts.lint.split(' ');
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const file of ['oxlint.config.mjs', 'boundaries.mjs', 'simulator/boundaries.mjs', 'tsconfig.json'])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const command = join(root, 'node_modules', '.bin', tool);
    return spawnSync(command, [...words, ...more], { cwd: folder, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the linter, called as npm run lint calls it, finds a floating promise and a forbidden import', () => {
  const report = lint({
    'src/base/planted.ts': `import { createApp } from '../http/app.ts';\nconst work = async (): Promise<unknown> => createApp;\nwork();\n`,
  });
  expect(report).toContain('no-floating-promises');
  expect(report).toContain('no-restricted-imports');
});

test('the linter has nothing to say of a file without mistakes', () => {
  const report = lint({ 'src/base/planted.ts': 'export const one = 1;\n' }, '--format', 'json');
  expect(JSON.parse(report)).toMatchObject({ diagnostics: [], number_of_files: 4 });
});

test('the linter refuses an import of the simulator, an import out of it, and one between its rooms that the law lacks', () => {
  const from = (path: string): string => `export { a } from '${path}';\n`;
  const planted: Readonly<Record<string, string>> = {
    'src/http/a.ts': from('../../simulator/src/index.ts'),
    'src/http/routes/a.ts': from('@ledger-mirror/simulator'),
    'src/cli/load-simulator.ts': from('../../simulator/src/index.ts'),
    'simulator/src/a.ts': from('../../src/base/clock.ts'),
    'simulator/src/base/a.ts': from('../../../src/base/clock.ts'),
    'simulator/src/data/companies/a.ts': from('../../world/world.ts'),
    'simulator/src/books/a.ts': from('../start.ts'),
    'simulator/src/books/b.ts': from('../world/world.ts'),
    'simulator/test/support/a.ts': from('../../../test/support/program.ts'),
    'simulator/bench/a.ts': from('../../bench/main.ts'),
  };
  const allowed: Readonly<Record<string, string>> = {
    'simulator/src/good.ts': from('./world/world.ts'),
    'simulator/src/books/good.ts': from('../company/company.ts'),
    'simulator/src/data/companies/good.ts': from('../../company/company.ts'),
    'simulator/test/support/good.ts': from('../../src/books/books.ts'),
  };
  const { diagnostics } = JSON.parse(lint({ ...planted, ...allowed }, '--format', 'json')) as {
    diagnostics: { code: string; filename: string }[];
  };
  const refused = diagnostics.filter(({ code }) => code.includes('no-restricted-imports'));
  expect(refused.map(({ filename }) => filename.replaceAll('\\', '/')).toSorted()).toEqual(
    Object.keys(planted).toSorted(),
  );
});
