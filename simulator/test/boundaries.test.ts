import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { mayImport } from '../boundaries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const law: Readonly<Record<string, readonly string[]>> = mayImport;

/** Both relative to the simulator's folder. */
type Import = { readonly from: string; readonly to: string };

function sourceFiles(): string[] {
  return ['src', 'test', 'bench'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts')),
  );
}

function specifiersOf(text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"`])([^'"`\n]+)\1/gm;
  return [...withoutComments.matchAll(pattern)].map((match) => match[2] ?? '');
}

function importsOf(from: string, text: string): Import[] {
  return specifiersOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({
      from,
      to: relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/'),
    }));
}

/** The room of a file; undefined for what lies in none. */
const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

function objection({ from, to }: Import): string | undefined {
  // For tests as well: the folder works without the one above it.
  if (to.startsWith('..')) return 'leaves the simulator';
  const [importer, imported] = [roomOf(from), roomOf(to)];
  if (to.endsWith('.test.ts')) return 'is a test';
  if (from.endsWith('.test.ts') || importer === undefined || importer === imported) return undefined;
  if (imported === undefined) return `${importer} may not import what puts the rooms together`;
  if (law[importer]?.includes(imported) !== true) return `${importer} may not import ${imported}`;
  return undefined;
}

// Not this file, which plants imports as texts.
const files = sourceFiles().filter((path) => path !== 'test/boundaries.test.ts');
const texts = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const imports = files.flatMap((path) => importsOf(path, texts.get(path) ?? ''));

test('every import keeps the law and names a file that exists', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(400);
  const broken = imports
    .map((each) => ({ ...each, because: objection(each) }))
    .filter(({ to, because }) => because !== undefined || !existsSync(join(root, to)));
  expect(broken).toEqual([]);
});

test('the law can be broken: planted imports are refused', () => {
  const planted = (path: string, text: string): (string | undefined)[] =>
    importsOf(path, text).map(objection);
  expect(planted('src/world/x.ts', "import { a } from '../../../src/base/clock.ts';")).toEqual([
    'leaves the simulator',
  ]);
  expect(planted('src/world/x.test.ts', "const a = await import('../../../src/base/clock.ts');")).toEqual([
    'leaves the simulator',
  ]);
  expect(planted('src/books/x.ts', "export { a } from '../world/world.ts';")).toEqual([
    'books may not import world',
  ]);
  expect(planted('src/books/x.ts', "import type { A } from '../start.ts';")).toEqual([
    'books may not import what puts the rooms together',
  ]);
  expect(planted('src/books/x.ts', 'const a = await import(`../world/world.ts`);')).toEqual([
    'books may not import world',
  ]);
  expect(planted('src/world/x.ts', "import { a } from './world.test.ts';")).toEqual(['is a test']);
  expect(planted('src/data/companies/x.ts', "import { a } from '../../company/company.ts';")).toEqual([
    undefined,
  ]);
});

test('the law has every room and no other, and stands in the order of what builds on what', () => {
  const rooms = [...new Set(files.flatMap((path) => roomOf(path) ?? []))];
  expect(rooms.toSorted()).toEqual(Object.keys(law).toSorted());
  const order = Object.keys(law);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)];
  expect(rows.flatMap(([, names = '']) => names.match(/[\w-]+/g))).toEqual(order);
  // Each room imports only rooms above its row, so there is no circle.
  for (const [room, imported] of Object.entries(law))
    for (const other of imported)
      expect(order.indexOf(other), `${room} → ${other}`).toBeLessThan(order.indexOf(room));
});

test('the law allows nothing that nobody does', () => {
  const done = new Set(
    imports
      .filter(({ from }) => !from.endsWith('.test.ts'))
      .map(({ from, to }) => `${roomOf(from)} ${roomOf(to)}`),
  );
  const idle = Object.entries(law).flatMap(([room, others]) =>
    others.filter((other) => !done.has(`${room} ${other}`)).map((other) => `${room} → ${other}`),
  );
  expect(idle).toEqual([]);
});

test('the packages it imports are those it names', () => {
  type Manifest = { name: string } & Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const {
    name: own,
    dependencies,
    devDependencies,
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const packagesOf = (paths: readonly string[]): string[] =>
    paths
      .flatMap((path) => specifiersOf(texts.get(path) ?? ''))
      .filter((specifier) => /^[@a-z][\w@/.-]*$/.test(specifier));
  const shipped = files.filter((path) => path.startsWith('src/') && !path.endsWith('.test.ts'));
  expect([...new Set(packagesOf(shipped))].toSorted()).toEqual(Object.keys(dependencies).toSorted());
  expect(
    packagesOf(files).filter(
      (name) => name !== own && dependencies[name] === undefined && devDependencies[name] === undefined,
    ),
  ).toEqual([]);
});
