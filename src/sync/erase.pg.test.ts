import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';

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
