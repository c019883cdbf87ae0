import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../src/base/logger.ts';
import { openDatabase, type Database } from '../../src/postgres/database.ts';
import { startTestServer, type TestServer } from './postgres-server.ts';

let server: TestServer;
let db: Database;
beforeAll(async () => {
  server = await startTestServer({ survivesCrashes: true });
  db = await openDatabase({ url: server.url, logger: silentLogger, maxConnections: 1 });
});
afterAll(async () => {
  await db.close();
  await server.stop();
});

test('a server that is to survive crashes comes back with what was committed just before', async () => {
  await db.execute('CREATE TABLE kept (at timestamptz)');
  const startedAt = () =>
    db.query<{ at: Date }>('SELECT pg_postmaster_start_time() AS at').then(([row]) => row?.at);
  const before = await startedAt();
  await db.query('INSERT INTO kept VALUES (now())');
  server.crash();
  await expect
    .poll(() => startedAt().catch(() => before), { timeout: 30_000, interval: 50 })
    .not.toEqual(before);
  expect(await db.query('SELECT FROM kept')).toHaveLength(1);
});
