import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { connectCompany } from '../../test/support/record-app.ts';
import { type Access, createAccess } from '../access/access.ts';
import { systemClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import { type Database, openDatabase } from '../postgres/database.ts';

const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;
let database: TestDatabase;
let recordsDb: Database;
let outside: Database;
let access: Access;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const open = (maxConnections: number): Promise<Database> =>
    openDatabase({ url: database.url, logger: silentLogger, maxConnections });
  [recordsDb, outside] = await Promise.all([open(12), open(2)]);
  await connectCompany(database.db, '1');
  await database.db.query(
    `INSERT INTO quickbooks.items (realm_id, id, name, unit_price, observed_at, synced_at)
     SELECT '1', n, repeat('name ', 40) || n, n + 0.10, now(), now() FROM generate_series(1, 20000) AS n`,
  );
  access = createAccess({ db: database.db, clock: systemClock });
  app = await createTestApp({ db: database.db, recordsDb, access, demoSignIn: false });
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.close();
  await Promise.all([recordsDb.close(), outside.close()]);
  await database.close();
});

async function keyOf(role: 'viewer' | 'owner'): Promise<Record<string, string>> {
  const { secret } = await access.keys.create({ name: role, role, organizations: undefined }, by);
  return { authorization: `Bearer ${secret.reveal()}` };
}

const records = '/v1/organizations/1/records';
const read = async (path: string, headers: Record<string, string>, signal?: AbortSignal): Promise<number> => {
  const answer = await fetch(`${url}${path}`, { headers, ...(signal && { signal }) });
  await answer.arrayBuffer();
  return answer.status;
};

/** How many statements wait for a lock. */
const waiting = async (): Promise<number> => {
  const [row] = await outside.query<{ waiting: number }>(
    `SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.waiting ?? -1;
};

/** Begins a request and reads no more than its head. */
const begin = (path: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(`${url}${path}`, { headers, agent: false }, resolve).on('error', reject);
  });

test('sixty pages that hang take nobody else a connection, nor the others their turn', async () => {
  const [viewer, owner] = [await keyOf('viewer'), await keyOf('owner')];
  const going = new AbortController();
  let flood: Promise<unknown[]> = Promise.resolve([]);
  await outside.transaction(async (tx) => {
    // Whoever reads this table waits, as for a question that takes long.
    await tx.query('LOCK TABLE quickbooks.items IN ACCESS EXCLUSIVE MODE');
    flood = Promise.allSettled(
      Array.from({ length: 60 }, () => read(`${records}/items?limit=1000`, viewer, going.signal)),
    );
    await vi.waitFor(async () => expect(await waiting()).toBeGreaterThanOrEqual(2), { timeout: 20_000 });
    const soon = AbortSignal.timeout(10_000);
    expect(await read('/v1/health/live', {}, soon)).toBe(200);
    expect(await read('/v1/health/ready', {}, soon)).toBe(200);
    expect(await read('/v1/auth/session', owner, soon)).toBe(200);
    expect(await read(`${records}/customers`, owner, soon)).toBe(200);
    expect(await waiting()).toBe(2);
    going.abort();
  });
  await flood;
});

test('of forty pages at once every one is answered, and one that is asked for after them long before the last', async () => {
  const [viewer, owner] = [await keyOf('viewer'), await keyOf('owner')];
  let answered = 0;
  const flood = Array.from({ length: 40 }, () =>
    read(`${records}/items?limit=100`, viewer).then((status) => {
      answered += 1;
      return status;
    }),
  );
  await vi.waitFor(() => expect(answered).toBeGreaterThan(0), { timeout: 20_000 });
  expect(await read(`${records}/items?limit=10`, owner)).toBe(200);
  expect(answered).toBeLessThan(25);
  expect(new Set(await Promise.all(flood))).toEqual(new Set([200]));
});

test('four exports of one leave the owner theirs, two of them are refused and not written down as done', async () => {
  const [viewer, second, owner] = [await keyOf('viewer'), await keyOf('viewer'), await keyOf('owner')];
  const exported = async (): Promise<number> => {
    const [row] = await database.db.query<{ count: number }>(
      `SELECT count(*) FROM ledger_mirror.audit WHERE action = 'data.exported'`,
    );
    return row?.count ?? -1;
  };
  const before = await exported();
  const begun: IncomingMessage[] = [];
  const statuses: (number | undefined)[] = [];
  for (const headers of [viewer, viewer, viewer, viewer, second, second, second, owner]) {
    const answer = await begin(`${records}/items?format=ndjson`, headers);
    answer.on('error', () => undefined);
    answer.pause();
    begun.push(answer);
    statuses.push(answer.statusCode);
  }
  expect(statuses).toEqual([200, 200, 503, 503, 200, 200, 503, 200]);
  expect(await exported()).toBe(before + 5);
  for (const answer of begun) answer.destroy();
});
