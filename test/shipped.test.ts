import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importsOf as readImports } from './support/imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('.d.ts'));

/** What a file imports of ours, as paths from the root. */
function importsOf(path: string): string[] {
  return readImports(path, readFileSync(join(root, path), 'utf8'))
    .specifiers.filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/'));
}

/** Every file that the program, the published client or a tool of ours comes to by following imports. */
function reached(): Set<string> {
  const found = new Set<string>();
  const next = [
    'src/cli/main.ts',
    'src/quickbooks/index.ts',
    'simulator/src/main.ts',
    ...filesBelow('scripts'),
  ];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (found.has(path) || !existsSync(join(root, path))) continue;
    found.add(path);
    next.push(...importsOf(path));
  }
  return found;
}

test('src holds the program, and that of the simulator its own, and nothing that only tests use, for all of both is shipped', () => {
  const found = reached();
  const written = [...filesBelow('src'), ...filesBelow('simulator/src')].filter(
    // What tsconfig.build.json leaves out.
    (path) => !path.endsWith('.test.ts'),
  );
  expect(written.length).toBeGreaterThan(150);
  expect(found.has('src/tables/page-writer.ts')).toBe(true);
  expect(found.has('simulator/src/values/json.ts')).toBe(true);
  expect(written.filter((path) => !found.has(path))).toEqual([]);
});
