import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import { entities, entityByName } from '../catalogue/index.ts';
import { writePage, type PageResult } from './page-writer.ts';
import { storedTable } from './stored.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(async () => {
  await test_.close();
});

let realms = 0;
const newRealm = (): RealmId => toRealmId(String(9_800_000_000_000 + (realms += 1)));

function write(page: { realm: RealmId; records: string[]; at?: string }): Promise<PageResult> {
  const entity = entityByName('Invoice');
  if (entity === undefined) throw new Error('No entity Invoice.');
  const { realm: realmId, records, at = '2026-03-01T10:00:00.000-08:00' } = page;
  const text = `[${records.join(',')}]`;
  return test_.db.transaction((tx) =>
    writePage(tx, { entity, realmId, text, path: [], observedAt: new Date(at) }),
  );
}

const rows = async (sql: string, realm: RealmId): Promise<unknown[]> =>
  (await test_.db.execute(sql, [realm])).rows;

test('pages after a page of new records are written right whatever they hold', async () => {
  const realm = newRealm();
  const line = '"Line":[{"Amount":5},{"Amount":6}]';
  const link = '"LinkedTxn":[{"TxnId":"9","TxnType":"SomethingOfTomorrow"}]';
  const first = [`{"Id":"1","TotalAmt":1,${line},${link}}`, '{"Id":"2","TotalAmt":2}'];
  expect(await write({ realm, records: first })).toMatchObject({ created: 2 });
  expect(await write({ realm, records: [`{"Id":"3","TotalAmt":3,${line}}`, first[0] ?? ''] })).toMatchObject({
    created: 1,
    unchanged: 1,
  });
  expect(await write({ realm, records: ['{"Id":"4","TotalAmt":4}'] })).toMatchObject({ created: 1 });
  // The page is taken for one of a first load, and is not.
  const mixed = ['{"Id":"5","TotalAmt":5}', '{"Id":"1","TotalAmt":7,"Line":[{"Amount":8}]}'];
  const at = '2026-03-01T11:00:00.000-08:00';
  expect(await write({ realm, records: mixed, at })).toMatchObject({ created: 1, updated: 1, rejected: [] });
  expect(
    await rows('SELECT id, total_amt FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY 1', realm),
  ).toEqual(['7', '2', '3', '4', '5'].map((total, index) => ({ id: String(index + 1), total_amt: total })));
  expect(
    await rows(
      'SELECT amount FROM quickbooks.invoice_lines WHERE realm_id = $1 AND invoice_id = $$1$$',
      realm,
    ),
  ).toEqual([{ amount: '8' }]);
});

test('a first load whose pages overlap keeps to plain inserts from its second page on', async () => {
  const entity = entityByName('Invoice');
  if (entity === undefined) throw new Error('No entity Invoice.');
  const realmId = newRealm();
  const upserts: boolean[] = [];
  for (const ids of [
    [1, 2],
    [2, 3],
    [3, 4],
  ]) {
    const text = `[${ids.map((id) => `{"Id":"${id}"}`).join(',')}]`;
    await test_.db.transaction(async (tx) => {
      const watched: typeof tx = {
        ...tx,
        query: (sql, values) => {
          upserts.push(sql.includes('ON CONFLICT (realm_id, id)'));
          return tx.query(sql, values);
        },
      };
      await writePage(watched, { entity, realmId, text, path: [], observedAt: new Date(0) });
    });
  }
  expect(upserts).toEqual([true, false, false]);
});

test('a link of a type nobody knows points at no entity', async () => {
  const realm = newRealm();
  await write({ realm, records: ['{"Id":"1","LinkedTxn":[{"TxnId":"9","TxnType":"SomethingOfTomorrow"}]}'] });
  expect(
    await rows(
      'SELECT txn_type, linked_entity FROM quickbooks.linked_transactions WHERE realm_id = $1',
      realm,
    ),
  ).toEqual([{ txn_type: 'SomethingOfTomorrow', linked_entity: null }]);
});

test('a record is looked up by its key from the first page on, before PostgreSQL knows anything of its table', async () => {
  const fresh = await openTestDatabase();
  try {
    for (const { table } of entities) {
      // As foreign keys look it up: with a plan that is made once and kept.
      const plan = await fresh.db.transaction(async (tx) => {
        await tx.execute('SET LOCAL plan_cache_mode = force_generic_plan');
        await tx.execute(
          `PREPARE by_key AS SELECT FROM ${storedTable(table)} WHERE realm_id = $1 AND id = $2 FOR KEY SHARE`,
        );
        const { rows } = await tx.execute(`EXPLAIN EXECUTE by_key('1', '2')`);
        await tx.execute('DEALLOCATE by_key');
        return JSON.stringify(rows);
      });
      expect(plan).toContain(`${table}_pkey`);
    }
  } finally {
    await fresh.close();
  }
});
