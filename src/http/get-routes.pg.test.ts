import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { createAccess } from '../access/access.ts';
import { permissions } from '../access/permissions.ts';
import { systemClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { createOrganizations } from '../sync/organizations.ts';

const realmId = toRealmId('111');
let database: TestDatabase;
let app: FastifyInstance;
let jobs: Jobs;
let cookie: string;
let userId: string;
let done: string[] = [];

/** What a request may leave behind that only asks, each with the route that does. */
const traces: Readonly<Record<string, string>> = {
  // The provider's answer has to be recognised: random, of this browser, good for ten minutes, and for nothing alone.
  'GET /v1/oauth/authorize/:integration': 'ledger_mirror.oauth_states',
  // Taking the trail out of the house is itself in the trail.
  'GET /v1/audit': 'ledger_mirror.audit',
};

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  const access = createAccess({ db, clock: systemClock });
  jobs = createJobs({ db, logger: silentLogger });
  await jobs.start();
  const organizations = createOrganizations(db);
  app = await createTestApp({
    db,
    access,
    organizations,
    demoSignIn: false,
    jobs: { wake: (company) => Promise.resolve(void done.push(`woke ${company}`)) },
    tokens: {
      revoke: () => Promise.resolve(void done.push('revoked')),
      remove: () => Promise.resolve(void done.push('removed')),
    },
    integrations: [
      {
        name: 'qbo',
        authorizeUrl: (state) => `https://example.com/${state}`,
        connect: () => Promise.resolve(void done.push('connected')).then(() => realmId),
      },
    ],
    permissions: { ...permissions, 'GET /v1/test/changes': 'viewer' },
  });
  app.get('/v1/test/changes', async () => {
    await db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');
    return 'changed';
  });
  await app.ready();
  await db.transaction((tx) => organizations.connected(tx, realmId, { companyName: 'Ours' }));
  const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;
  const { user } = await access.users.invite(
    { email: 'owner@example.com', role: 'owner', organizations: undefined },
    by,
  );
  userId = user.id;
  cookie = `ledger_mirror_session=${await access.sessions.open(user.id, {})}`;
});
beforeEach(() => {
  done = [];
});
afterAll(async () => {
  await app.close();
  await jobs.stop();
  await database.close();
});

/**
 * Every table of ours with a mark of all its rows, but for when a session or a key was last used, and but for the names of
 * locks, which the queue's own upkeep takes meanwhile.
 */
async function contents(): Promise<Map<string, string>> {
  const { db } = database;
  const tables = await db.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('ledger_mirror', 'quickbooks', 'quickbooks_store') AND tablename <> 'turns' ORDER BY 1`,
  );
  const marks = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await db.query<{ mark: string }>(
      `SELECT coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') AS mark
       FROM (SELECT (to_jsonb(t) - '{last_seen_at,idle_ends_at,last_used_at,last_used_from}'::text[])::text AS line FROM ${name} t) lines`,
    );
    marks.set(name, row?.mark ?? '');
  }
  return marks;
}

/** Follows an address as a page of another site can let a signed-in browser follow it. */
async function follow(url: string): Promise<number> {
  const answer = await app.inject({
    url,
    headers: { cookie, accept: '*/*', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    payloadAsStream: true,
  });
  const stream = answer.stream();
  if (answer.headers['content-type']?.includes('event-stream') === true) stream.destroy();
  else for await (const chunk of stream) void chunk;
  return answer.statusCode;
}

function addressOf(url: string): string {
  const parameters: Record<string, string> = {
    realmId,
    userId,
    integration: 'qbo',
    entity: 'invoices',
    '*': 'favicon.ico',
  };
  const path = url.replace(/:(\w+)|\*/g, (name) => parameters[name.replace(':', '')] ?? randomUUID());
  if (url === '/v1/audit') return `${path}?format=csv`;
  return path.startsWith('/v1/oauth/') ? `${path}?realmId=${realmId}&moved=true&code=c&state=s` : path;
}

/** What following a route's address brought about: tables that changed, and what was asked of others. */
async function broughtAbout(url: string, before: Map<string, string>): Promise<string[]> {
  await follow(addressOf(url));
  const after = await contents();
  return [...done, ...[...after].filter(([name, mark]) => mark !== before.get(name)).map(([name]) => name)];
}

test('no GET changes anything, starts a sync or calls QuickBooks, whoever leads a browser to it', async () => {
  const urls = [
    ...new Set(app.guardedRoutes.filter(({ method }) => method === 'GET').map((one) => one.url)),
  ].filter((url) => !url.startsWith('/v1/test/'));
  expect(urls.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  let before = await contents();
  expect(before.size).toBeGreaterThan(20);
  for (const url of urls) {
    done = [];
    const changes = await broughtAbout(url, before);
    const allowed = traces[`GET ${url}`];
    wrong.push(...changes.filter((name) => name !== allowed).map((name) => `GET ${url}: ${name}`));
    if (allowed !== undefined && changes.length === 0) wrong.push(`GET ${url}: leaves no trace any more`);
    before = await contents();
  }
  expect(wrong).toEqual([]);
});

test('a route that changes something is found', async () => {
  expect(await broughtAbout('/v1/test/changes', await contents())).toEqual(['ledger_mirror.organizations']);
});
