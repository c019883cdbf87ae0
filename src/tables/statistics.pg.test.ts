import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { writePage } from './page-writer.ts';
import { gatherStatistics } from './statistics.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const how = { logger: silentLogger, signal: new AbortController().signal };

test('tables that were filled get statistics once, empty ones and those that have some are left alone', async () => {
  const entity = entityByName('Customer');
  if (entity === undefined) throw new Error('The catalogue has no customers.');
  const text = JSON.stringify([{ Id: '1', DisplayName: 'Ann' }]);
  const page = { entity, realmId: toRealmId('9300000000009'), text, path: [], observedAt: new Date() };
  await database.db.transaction((tx) => writePage(tx, page));
  expect(await gatherStatistics(database.db, how)).toContain('customers');
  const [customers] = await database.db.query<{ rows: number }>(
    "SELECT reltuples AS rows FROM pg_class WHERE oid = 'quickbooks_store.customers'::regclass",
  );
  expect(customers?.rows).toBe(1);
  expect(await gatherStatistics(database.db, how)).toEqual([]);
  expect(await gatherStatistics(database.db, { ...how, signal: AbortSignal.abort() })).toEqual([]);
});

test('a table that somebody else works on holds nobody up, nor does a database that is away', async () => {
  await database.db.execute('CREATE TABLE quickbooks.busy AS SELECT 1 AS one');
  await database.db.transaction(async (tx) => {
    await tx.execute('LOCK TABLE quickbooks.busy IN ACCESS EXCLUSIVE MODE');
    expect(await gatherStatistics(database.db, how)).toEqual([]);
  });
  expect(await gatherStatistics(database.db, how)).toEqual(['busy']);
  const away = await openTestDatabase();
  await away.close();
  expect(await gatherStatistics(away.db, how)).toEqual([]);
});
