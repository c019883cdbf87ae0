import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { entrances, mayImport, mayImportPackage, rooms, simulatorRoad } from '../boundaries.mjs';
import { importsOf as readImports, type ImportsOf } from './support/imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const law: Readonly<Record<string, readonly string[]>> = mayImport;
const packages: Readonly<Record<string, readonly string[]>> = mayImportPackage;
const doors: Readonly<Record<string, string>> = entrances;
const divided: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = rooms;

type Import = {
  /** Both relative to src, as `folder/file.ts`. */
  readonly from: string;
  readonly to: string;
};

const folderOf = (path: string): string => path.split('/', 1)[0] ?? '';

/** The room of a file, where its folder is divided; undefined for the roof, the files beside the rooms. */
function roomOf(path: string): string | undefined {
  const [folder = '', room, ...rest] = path.split('/');
  return folder in divided && rest.length > 0 ? room : undefined;
}

function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort();
}

/** A file as the folders of `src` are written: `folder/file.ts`, and `../` before what is outside. */
const targetOf = (path: string, specifier: string): string =>
  relative(src, resolve(src, dirname(path), specifier)).replaceAll('\\', '/');

function importsOf(path: string, { specifiers }: ImportsOf): Import[] {
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({ from: path, to: targetOf(path, specifier) }));
}

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

const textOf = (path: string): string => readFileSync(join(src, path), 'utf8');
const files = sourceFiles();
const parsed = files.map((path) => ({ path, read: readImports(path, textOf(path)) }));
const imports = parsed.flatMap(({ path, read }) => importsOf(path, read));
/** All but the tests. */
const programs = parsed.filter(({ path }) => !path.endsWith('.test.ts'));

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

/** Static imports and exports, those of types included. */
const staticImport = /\b(?:from|import)\s*['"][^'"]*\bsimulator\/|\bfrom\s*['"]@ledger-mirror\/simulator/;

test('the program reaches the simulator on one road, which is taken only when somebody asks for it', () => {
  const named = programs
    .map(({ path }) => path)
    .filter((path) => /simulator\/(src|package)\b|@ledger-mirror\//.test(textOf(path)));
  expect(named).toEqual([simulatorRoad.from]);
  const road = textOf(simulatorRoad.from);
  expect(road).toContain(`import('../${simulatorRoad.to}')`);
  expect(road).not.toMatch(staticImport);
  expect("import { a } from '../../simulator/src/index.ts';").toMatch(staticImport);
  expect("import '../../simulator/src/index.ts';").toMatch(staticImport);
});

test('tests, benches and scripts enter the simulator through its index.ts too', () => {
  const outside = ['src', 'test', 'bench', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.(ts|mjs)$/.test(path) && path !== 'test/architecture.test.ts'),
  );
  const entered = outside.flatMap((path) =>
    readImports(path, readFileSync(join(root, path), 'utf8'))
      .specifiers.filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/'))
      .filter((to) => to.startsWith('simulator/')),
  );
  expect(entered.length).toBeGreaterThan(10);
  expect([...new Set(entered)]).toEqual(['simulator/src/index.ts']);
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

test('every folder and room says in a README of at most 20 lines what it is for', () => {
  const filled = [
    ...new Set(
      files.flatMap((path) => [folderOf(path), ...(roomOf(path) === undefined ? [] : [dirname(path)])]),
    ),
  ];
  expect(filled.length).toBeGreaterThan(8);
  const lines = filled.map((folder) => {
    const path = join(src, folder, 'README.md');
    return { folder, lines: existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').length : 0 };
  });
  expect(lines.filter((each) => each.lines === 0 || each.lines > 20)).toEqual([]);
});

/** Tests that are never run, or keep others from it; on some machines only is another matter (`skipIf`, `runIf`). */
const setAside = /\b(?:test|describe|it)(?:\.\w+)*\.(?:skip|todo|only|fails)\s*[(.]/;

test('no test is set aside', () => {
  const tests = ['src', 'test', 'simulator', 'dashboard/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:test|e2e|browser)\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => join(folder, path)),
  );
  expect(tests.length).toBeGreaterThan(200);
  expect(tests.filter((path) => setAside.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  for (const word of ['skip', 'only', 'each.only']) expect(`test.${word}('x', () => {})`).toMatch(setAside);
  expect("test.skipIf(isRoot)('x', () => {})").not.toMatch(setAside);
});

test('what a README says its folder may import is the law', () => {
  const said = Object.keys(law).flatMap((folder) => {
    const text = readFileSync(join(src, folder, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');
    const [, list] = /May import:? ((?:`[\w-]+`(?:, | and )?)+)\./.exec(text) ?? [];
    return list === undefined ? [] : [[folder, list.match(/[\w-]+(?=`)/g)]];
  });
  expect(said.length).toBeGreaterThan(5);
  expect(said).toEqual(said.map(([folder]) => [folder, law[String(folder)]]));
});

test('no folder has a name that says nothing', () => {
  const names = new Set(files.flatMap((path) => path.split('/').slice(0, -1)));
  expect(names.size).toBeGreaterThan(10);
  for (const name of ['utils', 'common', 'helpers', 'shared', 'lib', 'types'])
    expect(names).not.toContain(name);
});

test('a folder that throws has one error table, its lowest room where it is divided', () => {
  const tables = files.filter(
    (path) => /\bdefineErrors\(\{/.test(readFileSync(join(src, path), 'utf8')) && !path.endsWith('.test.ts'),
  );
  expect(tables.length).toBeGreaterThan(5);
  expect(
    tables.filter((path) => path !== 'base/errors.ts' && !/^(?:[^/]+|sync\/company)\/errors\.ts$/.test(path)),
  ).toEqual([]);
});

test('only the command line reads the process environment', () => {
  const readers = files.filter(
    (path) => /\bprocess\.env\b/.test(readFileSync(join(src, path), 'utf8')) && !path.endsWith('.test.ts'),
  );
  expect(readers.length).toBeGreaterThan(0);
  expect(readers.filter((path) => folderOf(path) !== 'cli')).toEqual([]);
});

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
