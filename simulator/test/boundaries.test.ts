import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { mayImport } from '../boundaries.mjs';
import { importsOf as readImports, type ImportsOf } from './support/imports.ts';

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

/** A path beside a file, from the simulator's folder. */
const targetOf = (from: string, specifier: string): string =>
  relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/');

const importsOf = (from: string, { specifiers }: ImportsOf): Import[] =>
  specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({ from, to: targetOf(from, specifier) }));

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

const files = sourceFiles();
const parsed = files.map((path) => ({
  path,
  read: readImports(path, readFileSync(join(root, path), 'utf8')),
}));
const imports = parsed.flatMap(({ path, read }) => importsOf(path, read));

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
    importsOf(path, readImports(path, text)).map(objection);
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
  expect(planted('src/books/x.ts', "type A = import('../world/world.ts').World;")).toEqual([
    'books may not import world',
  ]);
  expect(planted('src/books/x.ts', "const all = '/v3/*';\nimport('../world/world.ts'); /** All. */")).toEqual(
    ['books may not import world'],
  );
  expect(planted('src/books/x.ts', "const text = `\n// import { a } from '../world/world.ts';`;")).toEqual(
    [],
  );
  expect(planted('src/world/x.ts', "import { a } from './world.test.ts';")).toEqual(['is a test']);
  expect(planted('src/data/companies/x.ts', "import { a } from '../../company/company.ts';")).toEqual([
    undefined,
  ]);
});

test('what is imported stands in the text, and what is opened beside a file is inside the folder', () => {
  expect(parsed.flatMap(({ path, read }) => read.unknown.map((what) => `${path}: ${what}`))).toEqual([]);
  const opened = parsed.flatMap(({ path, read }) => read.opened.map((name) => targetOf(path, name)));
  expect(opened).toContain('test/support/run-until-killed.ts');
  expect(opened.filter((path) => path.startsWith('..') || !existsSync(join(root, path)))).toEqual([]);
  expect(readImports('x.ts', 'await import(where);').unknown).toEqual(['where']);
  const planted = readImports('src/x.ts', "readFileSync(new URL('../../docs/x.md', import.meta.url));");
  expect(planted.opened.map((name) => targetOf('src/x.ts', name))).toEqual(['../docs/x.md']);
});

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the README says it in at most 20 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
});

test('the law has every room and no other, and stands in the order of what builds on what', () => {
  const rooms = [...new Set(files.flatMap((path) => roomOf(path) ?? []))];
  expect(rooms.toSorted()).toEqual(Object.keys(law).toSorted());
  const order = Object.keys(law);
  const rows = [...readme.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)];
  expect(rows.flatMap(([, names = '']) => names.match(/[\w-]+/g))).toEqual(order);
  // Each room imports only rooms named before it, so there is no circle.
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
    parsed
      .filter(({ path }) => paths.includes(path))
      .flatMap(({ read }) => read.specifiers)
      .filter((specifier) => !/^(?:\.|node:)/.test(specifier))
      .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  const shipped = files.filter((path) => path.startsWith('src/') && !path.endsWith('.test.ts'));
  expect([...new Set(packagesOf(shipped))].toSorted()).toEqual(Object.keys(dependencies).toSorted());
  expect(
    packagesOf(files).filter(
      (name) => name !== own && dependencies[name] === undefined && devDependencies[name] === undefined,
    ),
  ).toEqual([]);
});
