import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { entrances, mayImportPackage, simulatorRoad } from '../boundaries.mjs';
import { importsOf as readImports, type ImportsOf } from './support/imports.ts';
import {
  divided,
  files,
  folderOf,
  type Import,
  imports,
  importsOf,
  law,
  programs,
  roomOf,
  src,
  targetOf,
} from './support/program-files.ts';

const packages: Readonly<Record<string, readonly string[]>> = mayImportPackage;
const doors: Readonly<Record<string, string>> = entrances;

/** What the law says against an import; undefined when it is fine. */
function objection({ from, to }: Import): string | undefined {
  const [importer, imported] = [folderOf(from), folderOf(to)];
  // Tests may look at anything, but only from outside: their imports are not the program's.
  if (from.endsWith('.test.ts')) return undefined;
  if (to.endsWith('.test.ts')) return 'is a test';
  if (importer === imported) return roomObjection(importer, from, to);
  if (to.startsWith('../simulator/'))
    return from === simulatorRoad.from && to === simulatorRoad.to
      ? undefined
      : `only src/${simulatorRoad.from} may import the simulator`;
  if (to.startsWith('..')) return /^\.\.\/(package\.json|migrations\/)/.test(to) ? undefined : 'leaves src';
  if (law[imported] === undefined) return 'no such folder in boundaries.mjs';
  if (law[importer]?.includes(imported) !== true) return `src/${importer} may not import src/${imported}`;
  const door = doors[imported];
  if (door !== undefined && to !== `${imported}/${door}`)
    return `src/${imported} is entered only through ${door}`;
  return undefined;
}

/** The same between the rooms of a folder. */
function roomObjection(folder: string, from: string, to: string): string | undefined {
  const [importer, imported] = [roomOf(from), roomOf(to)];
  if (importer === imported) return undefined;
  if (imported === undefined) return `src/${folder}/${importer} may not import what lies beside the rooms`;
  if (divided[folder]?.[imported] === undefined) return 'no such room in boundaries.mjs';
  if (importer !== undefined && divided[folder]?.[importer]?.includes(imported) !== true)
    return `src/${folder}/${importer} may not import src/${folder}/${imported}`;
  return to === `${folder}/${imported}/index.ts` ? undefined : 'a room is entered only through its index.ts';
}

test('the checks below see the program', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
  expect(imports.filter(({ from, to }) => folderOf(from) !== folderOf(to)).length).toBeGreaterThan(100);
});

test('the import law names the folders and rooms that there are, and no others', () => {
  const folders = [...new Set(files.map(folderOf))];
  expect(folders.length).toBeGreaterThan(10);
  expect(Object.keys(law).toSorted()).toEqual(folders.toSorted());
  for (const [folder, allowed] of Object.entries(law))
    expect(
      allowed.filter((other) => law[other] === undefined),
      folder,
    ).toEqual([]);
  for (const [folder, ruled] of Object.entries(divided)) {
    const inside = files.filter((path) => folderOf(path) === folder).flatMap((path) => roomOf(path) ?? []);
    expect(Object.keys(ruled).toSorted()).toEqual([...new Set(inside)].toSorted());
  }
});

test('every relative import names a file that exists', () => {
  expect(imports.filter(({ to }) => !existsSync(join(src, to)))).toEqual([]);
});

test('every import keeps the law', () => {
  const broken = imports
    .map((each) => ({ ...each, because: objection(each) }))
    .filter(({ because }) => because !== undefined);
  expect(broken).toEqual([]);
});

test('the law can be broken: planted imports are refused', () => {
  const planted = (path: string, text: string): (string | undefined)[] =>
    importsOf(path, readImports(path, text)).map(objection);
  expect(planted('base/x.ts', "import { a } from '../postgres/database.ts';")).toEqual([
    'src/base may not import src/postgres',
  ]);
  expect(planted('sync/x.ts', "export { a } from '../quickbooks/client.ts';")).toEqual([
    'src/quickbooks is entered only through index.ts',
  ]);
  expect(planted('http/x.ts', "const a = await import('../../simulator/src/index.ts');")).toEqual([
    'only src/cli/load-simulator.ts may import the simulator',
  ]);
  expect(planted('cli/commands/x.ts', "import { a } from '../../../simulator/src/index.ts';")).toEqual([
    'only src/cli/load-simulator.ts may import the simulator',
  ]);
  expect(planted('cli/load-simulator.ts', "import { a } from '../../simulator/src/start.ts';")).toEqual([
    'only src/cli/load-simulator.ts may import the simulator',
  ]);
  expect(planted('http/x.ts', "import type { Config } from '../config/derive.ts';")).toEqual([
    'src/http may not import src/config',
  ]);
  expect(planted('sync/x.ts', "import { a } from '../../test/support/database.ts';")).toEqual(['leaves src']);
  expect(planted('sync/x.ts', "// import { a } from '../http/app.ts';\nimport '../base/clock.ts';")).toEqual([
    undefined,
  ]);
  expect(planted('sync/x.ts', 'const a = await import(`../http/app.ts`);')).toEqual([
    'src/sync may not import src/http',
  ]);
  expect(planted('sync/x.ts', "const all = '/v1/*';\nimport('../http/app.ts'); /** See above. */")).toEqual([
    'src/sync may not import src/http',
  ]);
  expect(planted('sync/run/x.ts', "import { a } from './plan.test.ts';")).toEqual(['is a test']);
  expect(planted('sync/company/x.ts', "import { a } from '../look/index.ts';")).toEqual([
    'src/sync/company may not import src/sync/look',
  ]);
  expect(planted('sync/look/x.ts', "import { a } from '../company/state.ts';")).toEqual([
    'a room is entered only through its index.ts',
  ]);
  expect(planted('sync/look/x.ts', "import { a } from '../organizations.ts';")).toEqual([
    'src/sync/look may not import what lies beside the rooms',
  ]);
  expect(planted('http/x.ts', "import { a } from '../sync/company/index.ts';")).toEqual([
    'src/sync is entered only through index.ts',
  ]);
});

const packagesOf = ({ specifiers }: ImportsOf): string[] =>
  specifiers
    .filter((specifier) => !/^(?:\.|node:)/.test(specifier))
    .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);

/** What the law for packages says against the imports of a file. */
function packageObjections(path: string, read: ImportsOf): string[] {
  return packagesOf(read)
    .filter((name) => packages[name]?.includes(folderOf(path)) !== true)
    .map((name) => `src/${path} may not import ${name}`);
}

test('every package is imported only by the folders that may, and the law allows nothing that nobody does', () => {
  expect(programs.flatMap(({ path, read }) => packageObjections(path, read))).toEqual([]);
  const done = new Set(
    programs.flatMap(({ path, read }) => packagesOf(read).map((name) => `${folderOf(path)} ${name}`)),
  );
  const allowed = Object.entries(packages).flatMap(([name, folders]) =>
    folders.map((folder) => `${folder} ${name}`),
  );
  expect(allowed.filter((each) => !done.has(each))).toEqual([]);
});

test('the law for packages can be broken', () => {
  const planted = (path: string, text: string): string[] => packageObjections(path, readImports(path, text));
  expect(planted('sync/run/x.ts', "import type { PgBoss } from 'pg-boss';")).toEqual([
    'src/sync/run/x.ts may not import pg-boss',
  ]);
  expect(planted('base/x.ts', "export * from 'ledger-mirror/quickbooks';")).toEqual([
    'src/base/x.ts may not import ledger-mirror',
  ]);
  expect(planted('http/x.ts', "import 'typebox/value'; import '@fastify/cookie'; import 'node:fs';")).toEqual(
    [],
  );
});

/** Those who may import the folder and get, by what it gives on, what they may not import. */
function smuggled(path: string, { givenOn }: ImportsOf): string[] {
  const folder = folderOf(path);
  return givenOn
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => folderOf(targetOf(path, specifier)))
    .filter((given) => given !== folder && law[given] !== undefined)
    .flatMap((given) =>
      Object.entries(law)
        .filter(([importer, allowed]) => allowed.includes(folder) && importer !== given)
        .filter(([, allowed]) => !allowed.includes(given))
        .map(([importer]) => `src/${path} gives src/${given} to src/${importer}`),
    );
}

test('no folder gives on what those who import it may not import themselves', () => {
  expect(programs.flatMap(({ path, read }) => smuggled(path, read))).toEqual([]);
  const planted = (text: string): string[] => smuggled('sync/x.ts', readImports('x.ts', text));
  const expected = ['src/sync/x.ts gives src/quickbooks to src/requests'];
  expect(planted("export * from '../quickbooks/index.ts';")).toEqual(expected);
  expect(planted("import { a } from '../quickbooks/index.ts';\nexport { a as b };")).toEqual(expected);
  expect(planted("export { systemClock } from '../base/clock.ts';")).toEqual([]);
});

test('what the program imports stands in its text, and all of it in files that are looked at here', () => {
  const unknown = programs.flatMap(({ path, read }) =>
    read.unknown.map((what) => `src/${path}: import(${what})`),
  );
  expect(unknown).toEqual([]);
  expect(readImports('x.ts', 'await import(where);').unknown).toEqual(['where']);
  expect(
    readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:[cm]ts|[cm]?js|[jt]sx)$/.test(path),
    ),
  ).toEqual([]);
});

test('neither folders nor rooms import each other in circles', () => {
  const placeOf = (path: string): string => {
    const room = roomOf(path);
    return room === undefined ? folderOf(path) : `${folderOf(path)}/${room}`;
  };
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    // A folder is entered by its roof, which stands on its rooms.
    if (placeOf(from) === placeOf(to) || from.endsWith('.test.ts')) continue;
    edges.set(placeOf(from), (edges.get(placeOf(from)) ?? new Set()).add(placeOf(to)));
  }
  expect(edges.size).toBeGreaterThan(5);
  expect(cycleIn(edges)).toBeUndefined();
  expect(
    cycleIn(
      new Map([
        ['a', new Set(['b'])],
        ['b', new Set(['a'])],
      ]),
    ),
  ).toEqual(['a', 'b', 'a']);
});

function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (folder: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(folder)) return [...path.slice(path.indexOf(folder)), folder];
    if (done.has(folder)) return undefined;
    for (const next of edges.get(folder) ?? []) {
      const cycle = visit(next, [...path, folder]);
      if (cycle !== undefined) return cycle;
    }
    done.add(folder);
    return undefined;
  };
  for (const folder of edges.keys()) {
    const cycle = visit(folder, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
