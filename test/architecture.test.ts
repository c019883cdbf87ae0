import { execFileSync, spawnSync } from 'node:child_process';
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

import { entrances, mayImport, rooms, simulatorRoad } from '../boundaries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const law: Readonly<Record<string, readonly string[]>> = mayImport;
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

/** Every specifier in `import … from`, `export … from`, `import(…)` and bare `import`. */
function specifiersOf(text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"\n]+)\1/gm;
  return [...withoutComments.matchAll(pattern)].map((match) => match[2] ?? '');
}

function importsOf(path: string, text: string): Import[] {
  return specifiersOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({
      from: path,
      to: relative(src, resolve(src, dirname(path), specifier)).replaceAll('\\', '/'),
    }));
}

/** What the law says against an import; undefined when it is fine. */
function objection({ from, to }: Import): string | undefined {
  const [importer, imported] = [folderOf(from), folderOf(to)];
  // Tests may look at anything, but only from outside: their imports are not the program's.
  if (from.endsWith('.test.ts')) return undefined;
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
const imports = files.flatMap((path) => importsOf(path, readFileSync(join(src, path), 'utf8')));

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
    importsOf(path, text).map(objection);
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

/** Static imports and exports, those of types included. */
const staticImport = /\b(?:from|import)\s*['"][^'"]*\bsimulator\/|\bfrom\s*['"]@ledger-mirror\/simulator/;

test('the program reaches the simulator on one road, which is taken only when somebody asks for it', () => {
  const programs = files.filter((path) => !path.endsWith('.test.ts'));
  const named = programs.filter((path) => /simulator\/(src|package)\b|@ledger-mirror\//.test(textOf(path)));
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
    specifiersOf(readFileSync(join(root, path), 'utf8'))
      .filter((specifier) => specifier.startsWith('.'))
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

type Failure = { status: number; stdout: string };

/** What `npm run lint` says of a file with planted mistakes. (Here, because the tests above read every file of src.) */
function lint(source: string): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { lint: string };
  };
  const folder = mkdtempSync(join(root, 'src', 'base', 'planted-'));
  try {
    writeFileSync(join(folder, 'planted.ts'), source);
    const [tool = '', ...words] = scripts.lint.split(' ');
    execFileSync(join(root, 'node_modules', '.bin', tool), [...words, folder], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return (error as Failure).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the linter, called as npm run lint calls it, finds a floating promise and a forbidden import', () => {
  const report = lint(
    `import { createApp } from '../../http/app.ts';\nconst work = async (): Promise<unknown> => createApp;\nwork();\n`,
  );
  expect(report).toContain('no-floating-promises');
  expect(report).toContain('no-restricted-imports');
});

test('the linter has nothing to say of a file without mistakes', () => {
  expect(lint('export const one = 1;\n')).toBe('');
});

test('the linter refuses an import of the simulator, an import out of it, and one between its rooms that the law lacks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
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
  try {
    for (const file of ['oxlint.config.mjs', 'boundaries.mjs', 'simulator/boundaries.mjs', 'tsconfig.json'])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries({ ...planted, ...allowed })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const words = ['-c', 'oxlint.config.mjs', '--format', 'json'];
    const { stdout } = spawnSync(join(root, 'node_modules', '.bin', 'oxlint'), words, {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    const refused = diagnostics.filter(({ code }) => code.includes('no-restricted-imports'));
    expect(refused.map(({ filename }) => filename.replaceAll('\\', '/')).toSorted()).toEqual(
      Object.keys(planted).toSorted(),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
