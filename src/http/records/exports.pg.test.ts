import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectCompany, createRecordApp, type RecordApp } from '../../../test/support/record-app.ts';
import type { RealmId } from '../../base/realm-id.ts';

const ROWS = 60_000;

let database: TestDatabase;
let server: RecordApp;
let realmId: RealmId;
let url: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await createRecordApp(database.db, { maxExports: 2, stallTimeoutMs: 700 });
  realmId = await connectCompany(database.db, '1');
  await database.db.query(
    `INSERT INTO quickbooks.items (realm_id, id, name, unit_price, observed_at, synced_at)
     SELECT $1, n, repeat('name ', 40) || n, n + 0.10, now(), now() FROM generate_series(1, ${ROWS}) AS n`,
    [realmId],
  );
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/v1/organizations/${realmId}/records/items`;
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

/** Begins a request and reads nothing of its answer. */
const begin = (query: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(`${url}?${query}`, resolve).on('error', reject);
  });

/** On a busy machine this takes a moment. */
const allEnded = (): Promise<void> =>
  vi.waitFor(() => expect(server.exports.running).toBe(0), { timeout: 15_000 });

const openTransactions = async (): Promise<number> => {
  const [row] = await database.db.query<{ count: number }>(
    `SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'`,
  );
  return row?.count ?? -1;
};

test('NDJSON and CSV bring every row of a table', async () => {
  const ndjson = await (await fetch(`${url}?format=ndjson&fields=id,unit_price`)).text();
  const lines = ndjson.trimEnd().split('\n');
  expect(lines).toHaveLength(ROWS);
  expect(new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(ROWS);
  const answer = await fetch(`${url}?fields=id,name,unit_price&sort=unit_price`, {
    headers: { accept: 'text/csv' },
  });
  expect(answer.headers.get('content-type')).toContain('text/csv');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="items.csv"');
  const csv = (await answer.text()).trimEnd().split('\r\n');
  expect(csv).toHaveLength(ROWS + 1);
  expect(csv[0]).toBe('id,name,unit_price');
  expect(csv[1]?.endsWith(',1.10')).toBe(true);
  expect(csv.at(-1)?.endsWith(`,${ROWS}.10`)).toBe(true);
  expect(server.noted).toEqual(
    ['ndjson', 'csv'].map((format) => ({
      action: 'data.exported',
      realmId,
      target: 'items',
      details: { format },
    })),
  );
});

test('an export has the limit it was given, and a table without rows has its header', async () => {
  expect((await (await fetch(`${url}?format=ndjson&limit=3`)).text()).split('\n')).toHaveLength(4);
  const empty = await fetch(`${url}?format=csv&fields=id,name&filter=id:eq:nobody`);
  expect(await empty.text()).toBe('id,name\r\n');
});

test('a HEAD request starts no export', async () => {
  const answer = await fetch(`${url}?format=csv`, { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).toBeTruthy();
  expect(server.exports.running).toBe(0);
});

test('a client that goes gives its connection back', async () => {
  const answer = await begin('format=ndjson');
  expect(answer.statusCode).toBe(200);
  expect(server.exports.running).toBe(1);
  answer.destroy();
  await allEnded();
  await vi.waitFor(async () => expect(await openTransactions()).toBe(0), { timeout: 15_000 });
});

test('a client that does not read holds the reading up, and is let go when it stalls', async () => {
  const answer = await begin('format=ndjson');
  // Paused: what fits into buffers is read ahead, the rest waits in PostgreSQL.
  answer.pause();
  const ended = new Promise((resolve) => answer.once('error', resolve));
  await allEnded();
  answer.resume();
  expect(await ended).toMatchObject({ code: 'ECONNRESET' });
  await vi.waitFor(async () => expect(await openTransactions()).toBe(0), { timeout: 15_000 });
});

test('more exports than the process serves are told when to come back', async () => {
  const open = await Promise.all([begin('format=ndjson'), begin('format=csv')]);
  const refused = await fetch(`${url}?format=csv`);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('10');
  expect(await refused.json()).toMatchObject({ code: 'RECORDS_EXPORTS_BUSY' });
  for (const answer of open) answer.destroy();
  await allEnded();
  const admitted = await fetch(`${url}?format=csv&limit=1`);
  expect(admitted.status).toBe(200);
  await admitted.text();
  await allEnded();
});

test('what cannot be answered is refused before the stream begins', async () => {
  const answer = await fetch(`${url}?format=csv&filter=unit_price:gt:many`);
  expect(answer.status).toBe(400);
  expect(server.exports.running).toBe(0);
});
