import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { controlRoutes, defaultSwitches, faultKinds } from '../simulator/src/index.ts';

const page = readFileSync(new URL('../docs/simulator.md', import.meta.url), 'utf8');

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
