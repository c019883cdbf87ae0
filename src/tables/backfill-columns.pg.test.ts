import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { whole } from '../catalogue/fields.ts';
import { entities, entityByName, type EntityDefinition } from '../catalogue/index.ts';
import { fillColumns } from './backfill-columns.ts';
import { missingStatements } from './drift.ts';
import { writePage } from './page-writer.ts';
import { tablesOf } from './schema.ts';

const entity = (name: string): EntityDefinition => {
  const found = entityByName(name);
  if (found === undefined) throw new Error(`No entity ${name}.`);
  return found;
};
const chosen = [entity('Item'), entity('RecurringTransaction')];

let test_: Awaited<ReturnType<typeof openTestDatabase>>;
const rows = async (sql: string): Promise<unknown[]> => (await test_.db.execute(sql)).rows;
const write = (of: EntityDefinition, records: readonly object[], realm: string) =>
  test_.db.transaction((tx) =>
    writePage(tx, {
      entity: of,
      realmId: toRealmId(realm),
      text: JSON.stringify(records),
      path: [],
      observedAt: new Date('2026-03-01T00:00:00Z'),
    }),
  );

beforeAll(async () => {
  test_ = await openTestDatabase();
  const [items, recurring] = chosen;
  if (items === undefined || recurring === undefined) throw new Error('Nothing chosen.');
  const bundle = { ItemGroupLine: [{ ItemRef: { value: '1', name: 'Old' }, Qty: 2 }] };
  for (const realm of ['9700000000001', '9700000000002']) {
    await write(
      items,
      ['1', '2', '3'].map((id) => ({
        Id: id,
        Name: `Item ${id}`,
        UnitPrice: 7,
        ItemGroupDetail: bundle,
        IncomeAccountRef: { value: '5', name: 'Sales' },
      })),
      realm,
    );
  }
  await write(
    recurring,
    [{ Bill: { Id: '9', TotalAmt: 3, RecurringInfo: { Name: 'Rent' } } }],
    '9700000000001',
  );
});
beforeEach(async () => {
  // As a row stored before the columns and the child table came.
  await test_.db.execute(`UPDATE quickbooks.items SET unit_price = NULL, income_account_name = 'Renamed'`);
  await test_.db.execute('DELETE FROM quickbooks.item_components');
  await test_.db.execute('UPDATE quickbooks_store.recurring_transactions SET name = NULL, type = NULL');
  await test_.db.execute('DELETE FROM ledger_mirror.filled_entities');
});
afterAll(async () => {
  await test_.close();
});

const state = () =>
  rows(`SELECT count(unit_price)::integer AS prices, count(*) FILTER (WHERE income_account_name = 'Renamed')::integer AS names,
        (SELECT count(*)::integer FROM quickbooks.item_components) AS components FROM quickbooks.items`);

test('rows stored earlier get their new columns and children, in batches; followed names stay', async () => {
  expect(await fillColumns(test_.db, { batchSize: 2, entities: chosen })).toEqual({ rows: 7, skipped: [] });
  expect(await state()).toEqual([{ prices: 6, names: 6, components: 6 }]);
  expect(await rows('SELECT name, type FROM quickbooks.recurring_transactions')).toEqual([
    { name: 'Rent', type: 'Bill' },
  ]);
});

test('what is filled is not looked at again, and not written again', async () => {
  await fillColumns(test_.db, { entities: chosen });
  const versions = () =>
    rows('SELECT xmin FROM quickbooks.items UNION ALL SELECT xmin FROM quickbooks.item_components');
  const before = await versions();
  expect(await fillColumns(test_.db, { entities: chosen })).toEqual({ rows: 0, skipped: [] });
  await test_.db.execute(
    `UPDATE ledger_mirror.filled_entities SET fingerprint = 'older', finished_at = NULL`,
  );
  expect(await fillColumns(test_.db, { entities: chosen })).toEqual({ rows: 7, skipped: [] });
  expect(await versions()).toEqual(before);
});

test('an interrupted fill goes on where it was', async () => {
  const controller = new AbortController();
  const stopping = { ...test_.db, transaction: test_.db.transaction.bind(test_.db) };
  let batches = 0;
  stopping.transaction = (work) => {
    batches += 1;
    if (batches === 3) controller.abort();
    return test_.db.transaction(work);
  };
  const first = await fillColumns(stopping, { batchSize: 2, entities: chosen, signal: controller.signal });
  const second = await fillColumns(test_.db, { batchSize: 2, entities: chosen });
  expect(first.rows).toBe(3);
  expect(first.rows + second.rows).toBe(7);
  expect(await state()).toEqual([{ prices: 6, names: 6, components: 6 }]);
});

test('a row is stored anew for its followers when a column or a child of it was filled, and only then', async () => {
  await fillColumns(test_.db, { entities: chosen });
  await test_.db.execute('DELETE FROM ledger_mirror.filled_entities');
  await test_.db.execute(
    `UPDATE quickbooks.items SET synced_at = '2020-01-01', unit_price = CASE WHEN id = '1' THEN NULL ELSE unit_price END`,
  );
  await test_.db.execute(
    `UPDATE quickbooks.item_components SET qty = NULL WHERE item_id = '2' AND realm_id = '9700000000001'`,
  );
  expect(await fillColumns(test_.db, { entities: chosen })).toMatchObject({ skipped: [] });
  expect(
    await rows(
      `SELECT realm_id, id FROM quickbooks.items WHERE synced_at > '2020-01-01' ORDER BY realm_id, id`,
    ),
  ).toEqual([
    { realm_id: '9700000000001', id: '1' },
    { realm_id: '9700000000001', id: '2' },
    { realm_id: '9700000000002', id: '1' },
  ]);
});

test('a record that a new column refuses is left behind and named', async () => {
  await test_.db.execute(
    `UPDATE quickbooks.items SET raw = jsonb_set(raw, '{UnitPrice}', '"cheap"') WHERE realm_id = '9700000000001' AND id = '2'`,
  );
  expect(await fillColumns(test_.db, { entities: chosen })).toEqual({
    rows: 6,
    skipped: [{ entity: 'Item', realmId: '9700000000001', recordId: '2' }],
  });
  expect(await state()).toEqual([{ prices: 5, names: 6, components: 5 }]);
});

test('a column that the catalogue gained fills itself while records are being written', async () => {
  const before = entity('Term');
  const realm = '9700000000009';
  const record = (id: number, version: number) => ({
    Id: String(id),
    Name: `Net ${id}`,
    GraceDays: id * 100 + version,
    MetaData: { LastUpdatedTime: `2026-01-0${1 + version}T00:00:00Z` },
  });
  const ids = Array.from({ length: 60 }, (_, index) => index + 1);
  await write(
    before,
    ids.map((id) => record(id, 0)),
    realm,
  );

  const after = { ...before, fields: { ...before.fields, GraceDays: whole('Days beyond the due date.') } };
  const changed = entities.map((one) => (one.name === 'Term' ? after : one));
  const statements = await missingStatements(test_.db, tablesOf(changed), []);
  expect(statements[0]).toBe('ALTER TABLE quickbooks.terms ADD COLUMN grace_days integer;');
  await test_.db.execute(statements.join('\n'));

  let isFilling = true;
  let pages = 0;
  const writing = async (first: number): Promise<void> => {
    for (let version = 1; version < 9 && (isFilling || version < 3); version += 1, pages += 1) {
      const page = ids.filter((id) => id % 2 === first).map((id) => record(id, version));
      expect(await write(after, page, realm)).toMatchObject({ updated: 30, rejected: [] });
    }
  };
  const filling = fillColumns(test_.db, { batchSize: 7, entities: [after] }).finally(
    () => (isFilling = false),
  );
  const [filled] = await Promise.all([filling, writing(0), writing(1)]);
  expect(filled.skipped).toEqual([]);
  expect(pages).toBeGreaterThanOrEqual(4);
  expect(
    await rows(
      `SELECT count(*)::integer AS n, count(*) FILTER (WHERE grace_days::text = raw ->> 'GraceDays')::integer AS right
       FROM quickbooks.terms WHERE realm_id = '${realm}'`,
    ),
  ).toEqual([{ n: 60, right: 60 }]);
});

test('custom fields that an earlier version left out come out of raw, into the table and the object', async () => {
  const invoices = entity('Invoice');
  const fields = [
    { Name: 'Crew', StringValue: 'A' },
    { DefinitionId: '2', Name: 'Crew', StringValue: 'B' },
    { DefinitionId: '3', StringValue: 'C' },
  ];
  await write(invoices, [{ Id: '1', CustomField: fields }], '9700000000001');
  await test_.db.execute(`UPDATE quickbooks.invoices SET custom_fields = '{"Crew": "B"}'`);
  await test_.db.execute('DELETE FROM quickbooks.custom_fields WHERE field_index <> 1');
  await test_.db.execute('UPDATE quickbooks.custom_fields SET field_index = 0');
  expect((await fillColumns(test_.db, { entities: [invoices] })).skipped).toEqual([]);
  expect(await rows('SELECT custom_fields FROM quickbooks.invoices')).toEqual([
    { custom_fields: { Crew: ['A', 'B'], 3: 'C' } },
  ]);
  expect(
    await rows('SELECT field_index, definition_id, name, value FROM quickbooks.custom_fields ORDER BY 1'),
  ).toEqual([
    { field_index: 0, definition_id: null, name: 'Crew', value: 'A' },
    { field_index: 1, definition_id: '2', name: 'Crew', value: 'B' },
    { field_index: 2, definition_id: '3', name: null, value: 'C' },
  ]);
});
