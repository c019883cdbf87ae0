import { afterAll, beforeAll, expect, test } from 'vitest';
import { toRealmId } from '../base/realm-id.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';

import { eraseOrganization } from './erase.ts';
import { disconnectOrganization } from './company/index.ts';
import { createOrganizations } from './organizations.ts';
import { storedTable } from '../tables/stored.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** What outlives a company: the budget's count, the trail, and the leases, whose fences must never repeat. */
const kept = ['api_calls', 'audit', 'leases'];
/** What its owner erases: `eraseCopy`, `forgetStranger`, `forgetTurns`, `forgetConnectStates`, and the vault, when access ends. */
const erasedByOwner = [
  'call_turns',
  'oauth_states',
  'outdated_records',
  'reader_companies',
  'renamed_records',
  'tokens',
  'webhook_strangers',
];
/** Names a company as the place where it stopped, and nothing of it. */
const passing = ['filled_entities'];

test('every control table that names a company hangs on it, is erased by its owner, or is kept on purpose', async () => {
  const tables = await database.db.query<{ name: string; hangs: boolean }>(
    `SELECT c.relname AS name, EXISTS (
              SELECT FROM pg_constraint AS key
              WHERE key.conrelid = c.oid AND key.contype = 'f' AND key.confdeltype = 'c'
                AND key.confrelid = 'ledger_mirror.organizations'::regclass) AS hangs
     FROM pg_class AS c
     JOIN pg_namespace AS n ON n.oid = c.relnamespace
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'realm_id' AND NOT a.attisdropped
     WHERE n.nspname = 'ledger_mirror' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'organizations'
     ORDER BY c.relname`,
  );
  expect(tables.filter(({ hangs }) => hangs).length).toBeGreaterThan(5);
  expect(tables.filter(({ hangs }) => !hangs).map(({ name }) => name)).toEqual(
    [...kept, ...erasedByOwner, ...passing].toSorted(),
  );
});

const realmId = toRealmId('4620816365');
const connect = (): Promise<void> =>
  database.db.transaction((tx) => createOrganizations(database.db).connected(tx, realmId));
const store = (rows: number): Promise<unknown> =>
  database.db.query(
    `INSERT INTO ${storedTable('customers')} (realm_id, id, raw, observed_at, synced_at)
     SELECT $1, n::text, '{}', now(), now() FROM generate_series(1, $2) AS n`,
    [realmId, rows],
  );
const left = async (): Promise<number> =>
  (await database.db.query('SELECT FROM quickbooks.customers WHERE realm_id = $1', [realmId])).length;

test('two calls erase a company together, and neither ends before all is gone', async () => {
  await connect();
  await store(12_000);
  await disconnectOrganization(database.db, realmId, 'erase');
  const seen: number[] = [];
  const erased = await Promise.all(
    [1, 2].map(async () => {
      const rows = await eraseOrganization(database.db, realmId);
      seen.push(await left());
      return rows;
    }),
  );
  expect(seen).toEqual([0, 0]);
  expect(erased.reduce((sum, rows) => sum + rows, 0)).toBe(12_000);
});

test('a call that comes too late erases nothing of a company that was connected anew', async () => {
  await connect();
  await store(3);
  expect(await eraseOrganization(database.db, realmId)).toBe(0);
  expect(await left()).toBe(3);
  expect(await createOrganizations(database.db).get(realmId)).toMatchObject({ status: 'loading' });
});
