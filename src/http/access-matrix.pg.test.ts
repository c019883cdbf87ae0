import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { type Access, createAccess } from '../access/access.ts';
import { type Role, roles } from '../access/roles.ts';
import { systemClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { createOrganizations } from '../sync/organizations.ts';
import type { GuardedRoute } from './plugins/access.ts';

const ours = toRealmId('111');
const theirs = toRealmId('222');
const nobodys = '999';
let database: TestDatabase;
let app: FastifyInstance;
let access: Access;
let jobs: Jobs;
const cookies = new Map<string, string>();

type Who = 'nobody' | Role | `limited ${Exclude<Role, 'owner'>}`;
const everybody: readonly Who[] = ['nobody', ...roles, 'limited viewer', 'limited operator', 'limited admin'];

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  access = createAccess({ db, clock: systemClock });
  jobs = createJobs({ db, logger: silentLogger });
  await jobs.start();
  const organizations = createOrganizations(db);
  app = await createTestApp({
    db,
    access,
    organizations,
    demoSignIn: false,
    integrations: [
      {
        name: 'qbo',
        authorizeUrl: (state) => `https://example.com/${state}`,
        connect: () => Promise.reject(new Error('not here')),
      },
    ],
  });
  await app.ready();
  for (const realmId of [ours, theirs]) {
    await db.transaction((tx) => organizations.connected(tx, realmId, { companyName: `Company ${realmId}` }));
  }
  const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;
  for (const who of everybody) {
    if (who === 'nobody') continue;
    const limited = who.startsWith('limited');
    const { user } = await access.users.invite(
      {
        email: `${who.replace(' ', '-')}@example.com`,
        role: who.replace('limited ', '') as Role,
        organizations: limited ? [ours] : undefined,
      },
      by,
    );
    cookies.set(who, await access.sessions.open(user.id, {}));
  }
});
afterAll(async () => {
  await app.close();
  await jobs.stop();
  await database.close();
});

/** An address of the route about things that do not exist, so that whoever gets in changes nothing. */
function addressOf(route: GuardedRoute, realmId: string): string {
  const parameters: Record<string, string> = {
    realmId,
    integration: 'qbo',
    entity: 'invoices',
    '*': 'favicon.ico',
  };
  return route.url.replace(/:(\w+)|\*/g, (name) => parameters[name.replace(':', '')] ?? randomUUID());
}

async function ask(
  route: GuardedRoute,
  who: Who,
  address: string,
): Promise<{ status: number; body: string }> {
  // Signing out is for anyone, and would end the session the other routes are asked with.
  const cookie = route.url === '/v1/auth/sign-out' ? undefined : cookies.get(who);
  const answer = await app.inject({
    method: route.method as 'GET',
    url: address,
    headers: cookie === undefined ? {} : { cookie: `ledger_mirror_session=${cookie}` },
    payloadAsStream: true,
  });
  const stream = answer.stream();
  if (answer.headers['content-type']?.includes('event-stream')) {
    stream.destroy();
    return { status: answer.statusCode, body: '' };
  }
  let body = '';
  for await (const chunk of stream) body += String(chunk);
  return { status: answer.statusCode, body };
}

/** What the table says, worked out here on its own: 401, 403 or let in. */
function expected(route: GuardedRoute, who: Who): 401 | 403 | 'in' {
  const { permission } = route;
  if (permission === 'anyone') return 'in';
  if (who === 'nobody') return 401;
  const role = who.replace('limited ', '') as Role;
  const minimum = typeof permission === 'string' ? permission : permission.everywhere;
  if (roles.indexOf(role) < roles.indexOf(minimum)) return 403;
  if (typeof permission !== 'string' && who.startsWith('limited')) return 403;
  // The one rule that needs more than the table: who is limited connects nothing new.
  if (route.url === '/v1/oauth/authorize/:integration' && who.startsWith('limited')) return 403;
  return 'in';
}

test('every route answers every role as the table says, and nobody without one', async () => {
  const wrong: string[] = [];
  let asked = 0;
  expect(app.guardedRoutes.length).toBeGreaterThan(40);
  for (const route of app.guardedRoutes) {
    for (const who of everybody) {
      const { status } = await ask(route, who, addressOf(route, nobodys));
      const got = status === 401 || status === 403 ? status : 'in';
      asked += 1;
      if (got !== expected(route, who)) wrong.push(`${route.method} ${route.url} as ${who}: ${status}`);
      if (status >= 500 && status !== 503) wrong.push(`${route.method} ${route.url} as ${who}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(app.guardedRoutes.length * everybody.length);
});

test('only probes, the way back from QuickBooks, webhooks and what signing in needs are open to anyone', () => {
  const open = app.guardedRoutes
    .filter((route) => route.permission === 'anyone' && route.method !== 'HEAD')
    .map((route) => `${route.method} ${route.url}`);
  const may = [
    'GET /*',
    'GET /v1/health',
    'GET /v1/health/live',
    'GET /v1/health/ready',
    'GET /v1/oauth/callback/:integration',
    'POST /v1/auth/link',
    'POST /v1/auth/link/accept',
    'POST /v1/auth/sign-in',
    'POST /v1/auth/sign-out',
    'GET /v1/webhooks/:integration',
    'POST /v1/webhooks/:integration',
  ];
  expect(open.length).toBeGreaterThan(8);
  expect(open.filter((route) => !may.includes(route))).toEqual([]);
});

test('another’s company is as if it did not exist, on every route that names one', async () => {
  const routes = app.guardedRoutes.filter((route) => route.url.includes(':realmId'));
  expect(routes.length).toBeGreaterThan(8);
  for (const route of routes) {
    const [foreign, absent] = await Promise.all([
      ask(
        route,
        'limited admin',
        `${addressOf(route, theirs)}?data=erase&name=Company 222`.replaceAll(' ', '%20'),
      ),
      ask(
        route,
        'limited admin',
        `${addressOf(route, nobodys)}?data=erase&name=Company 222`.replaceAll(' ', '%20'),
      ),
    ]);
    expect(foreign.status, `${route.method} ${route.url}`).toBe(404);
    expect(foreign.body.replaceAll(theirs, nobodys)).toBe(absent.body);
  }
  const list = await ask(
    { method: 'GET', url: '', permission: 'viewer', confirmed: false },
    'limited viewer',
    '/v1/organizations',
  );
  expect(list.body).toContain('Company 111');
  expect(list.body).not.toContain(theirs);
  const reconnect = await ask(
    { method: 'GET', url: '', permission: 'admin', confirmed: false },
    'limited admin',
    `/v1/oauth/authorize/qbo?realmId=${theirs}`,
  );
  expect(reconnect.status).toBe(404);
  const own = await ask(
    { method: 'GET', url: '', permission: 'admin', confirmed: false },
    'limited admin',
    `/v1/oauth/authorize/qbo?realmId=${ours}&moved=true`,
  );
  expect(own.status).toBe(302);
});

test('a route that nobody has put into the table cannot be registered', async () => {
  await using other = await createTestApp();
  expect(() => other.get('/v1/forgotten', () => 'secret')).toThrow(
    /GET \/v1\/forgotten is not in .*permissions/,
  );
});

test('what exists under /v1 is not told to strangers', async () => {
  for (const url of ['/v1/nothing', '/v1', '/v1/organizations/1/nothing', '/metrics']) {
    expect((await app.inject({ url })).statusCode, url).toBe(401);
  }
  const options = await app.inject({ method: 'OPTIONS', url: '/v1/organizations' });
  expect(options.statusCode).toBe(401);
  expect(options.headers).not.toHaveProperty('access-control-allow-origin');
});
