import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/support/http-app.ts';
import { permissions, type Permissions } from '../access/permissions.ts';

/** Rows of the table that no route of the app answers to. */
function ghosts(app: FastifyInstance, table: Permissions): string[] {
  const routes = new Set(app.guardedRoutes.map(({ method, url }) => `${method} ${url}`));
  return Object.keys(table).filter((row) => !routes.has(row));
}

test('every row of the permissions has a route, and every route a row', async () => {
  await using app = await createTestApp();
  await app.ready();
  expect(app.guardedRoutes.length).toBeGreaterThan(40);
  expect(ghosts(app, permissions)).toEqual([]);
  const rows = new Set(Object.keys(permissions));
  const missing = app.guardedRoutes
    .filter(({ method }) => method !== 'HEAD')
    .filter(({ method, url }) => !rows.has(`${method} ${url}`));
  expect(missing).toEqual([]);
});

test('a row whose route does not exist is found', async () => {
  const table: Permissions = { ...permissions, 'GET /v1/ghosts': 'viewer' };
  await using app = await createTestApp({ permissions: table });
  await app.ready();
  expect(ghosts(app, table)).toEqual(['GET /v1/ghosts']);
});
