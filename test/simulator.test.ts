import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { expect, test } from 'vitest';

import { simulatorRoad } from '../boundaries.mjs';
import { controlRoutes, defaultSwitches, faultKinds } from '../simulator/src/index.ts';
import { importsOf } from './support/imports.ts';
import { programs, root, textOf } from './support/program-files.ts';

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
      .filter((path) => /\.(ts|mjs)$/.test(path)),
  );
  const entered = outside.flatMap((path) =>
    importsOf(path, readFileSync(join(root, path), 'utf8'))
      .specifiers.filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/'))
      .filter((to) => to.startsWith('simulator/')),
  );
  expect(entered.length).toBeGreaterThan(10);
  expect([...new Set(entered)]).toEqual(['simulator/src/index.ts']);
});

const page = readFileSync(join(root, 'docs/simulator.md'), 'utf8');

function leaves(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null ? leaves(inner, `${path}${name}.`) : [`${path}${name}`],
  );
}

test('the page for users lists every route, switch and fault there is, and no route that is not', () => {
  const routes = controlRoutes.map(({ method, path }) => `${method} ${path}`);
  const listed = [...page.matchAll(/^\| `((?:GET|POST|DELETE) [^`]+)`/gm)].map(([, route]) => route ?? '');
  expect(listed.toSorted()).toEqual(routes.toSorted());
  const missing = [...leaves(defaultSwitches), ...faultKinds].filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
