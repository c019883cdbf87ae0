import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { fillColumns } from './backfill-columns.ts';
import { writePage } from './page-writer.ts';
import { followRenames } from './renames.ts';
import { storedTable } from './stored.ts';

const realmId = toRealmId('9600000000001');
const neighbour = toRealmId('9600000000002');
let test_: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(async () => {
  await test_.close();
});

let minute = 0;
async function write(name: string, records: readonly object[], realm = realmId): Promise<void> {
  const entity = entityByName(name);
  if (entity === undefined) throw new Error(`No entity ${name}.`);
  minute += 1;
  await test_.db.transaction((tx) =>
    writePage(tx, {
      entity,
      realmId: realm,
      text: JSON.stringify(records),
      path: [],
      observedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)),
    }),
  );
}
const rows = async (sql: string): Promise<unknown[]> => (await test_.db.execute(sql)).rows;
const pending = () => rows('SELECT record_id, name FROM ledger_mirror.renamed_records');

test('a renamed customer shows its new name wherever it is referred to, and nowhere else', async () => {
  const ann = { Id: '1', DisplayName: 'Ann', FullyQualifiedName: 'Ann' };
  const ref = { value: '1', name: 'Ann' };
  await write('Customer', [ann, { Id: '2', DisplayName: 'Bob', FullyQualifiedName: 'Bob' }]);
  await write('Invoice', [
    { Id: '1', CustomerRef: ref },
    { Id: '2', CustomerRef: ref },
    { Id: '3', CustomerRef: ref },
    { Id: '4', CustomerRef: { value: '2', name: 'Bob' } },
    { Id: '5', CustomerRef: { value: '1' } },
  ]);
  await write('Invoice', [{ Id: '1', CustomerRef: ref }], neighbour);
  await write('Purchase', [
    { Id: '10', EntityRef: { ...ref, type: 'Customer' } },
    { Id: '11', EntityRef: { ...ref, type: 'Vendor' } },
  ]);
  await write('JournalEntry', [
    { Id: '20', Line: [{ JournalEntryLineDetail: { Entity: { Type: 'Customer', EntityRef: ref } } }] },
  ]);
  expect(await pending()).toEqual([]);

  await write('Customer', [{ ...ann, DisplayName: 'Ann Smith', FullyQualifiedName: 'Smith:Ann' }]);
  expect(await pending()).toEqual([{ record_id: '1', name: 'Smith:Ann' }]);
  expect(await followRenames(test_.db, { realmId: neighbour })).toBe(0);
  expect(await followRenames(test_.db, { batchSize: 2 })).toBe(5);
  expect(await pending()).toEqual([]);
  expect(
    await rows(`SELECT id, customer_name FROM quickbooks.invoices WHERE realm_id = '${realmId}' ORDER BY id`),
  ).toEqual([
    { id: '1', customer_name: 'Smith:Ann' },
    { id: '2', customer_name: 'Smith:Ann' },
    { id: '3', customer_name: 'Smith:Ann' },
    { id: '4', customer_name: 'Bob' },
    { id: '5', customer_name: null },
  ]);
  expect(await rows(`SELECT customer_name FROM quickbooks.invoices WHERE realm_id = '${neighbour}'`)).toEqual(
    [{ customer_name: 'Ann' }],
  );
  expect(await rows('SELECT id, entity_name FROM quickbooks.purchases ORDER BY id')).toEqual([
    { id: '10', entity_name: 'Smith:Ann' },
    { id: '11', entity_name: 'Ann' },
  ]);
  expect(await rows('SELECT entity_name FROM quickbooks.journal_entry_lines')).toEqual([
    { entity_name: 'Smith:Ann' },
  ]);
});

test('an edit that keeps the name notes nothing', async () => {
  await write('Customer', [{ Id: '2', DisplayName: 'Bob', FullyQualifiedName: 'Bob', Notes: 'new' }]);
  expect(await pending()).toEqual([]);
});

test('what was interrupted is done the next time', async () => {
  await write('Customer', [{ Id: '2', DisplayName: 'Bob', FullyQualifiedName: 'Robert' }]);
  expect(await followRenames(test_.db, { signal: AbortSignal.abort() })).toBe(0);
  expect(await pending()).toHaveLength(1);
  expect(await followRenames(test_.db)).toBe(1);
  expect(await pending()).toEqual([]);
});

test('rows that follow a rename are stored anew for whoever follows their table, by their lines too', async () => {
  const ref = { value: '7', name: 'Rock' };
  const account = { value: '8', name: 'Sales' };
  await write('Item', [{ Id: '7', Name: 'Rock', FullyQualifiedName: 'Rock', IncomeAccountRef: account }]);
  await write('Account', [{ Id: '8', Name: 'Sales', FullyQualifiedName: 'Sales' }]);
  await write('TaxRate', [{ Id: '9', Name: 'City' }]);
  const line = { Amount: 1, SalesItemLineDetail: { ItemRef: ref } };
  const tax = { TaxLine: [{ Amount: 1, TaxLineDetail: { TaxRateRef: { value: '9', name: 'City' } } }] };
  await write('Estimate', [
    { Id: '30', Line: [line, line] },
    { Id: '31', TxnTaxDetail: tax },
    { Id: '32', Line: [{ Amount: 1 }] },
  ]);
  const old = '2020-01-01 00:00:00+00';
  for (const table of ['estimates', 'items'])
    await test_.db.execute(`UPDATE ${storedTable(table)} SET synced_at = '${old}'`);
  await write('Item', [{ Id: '7', Name: 'Stone', FullyQualifiedName: 'Stone', IncomeAccountRef: account }]);
  await test_.db.execute(`UPDATE quickbooks.items SET synced_at = '${old}'`);
  await write('Account', [{ Id: '8', Name: 'Sales', FullyQualifiedName: 'Income:Sales' }]);
  await write('TaxRate', [{ Id: '9', Name: 'Town' }]);
  expect(await followRenames(test_.db, { batchSize: 1 })).toBe(4);
  expect(
    await rows(`SELECT id, synced_at > '${old}' AS moved FROM quickbooks.estimates ORDER BY id`),
  ).toEqual([
    { id: '30', moved: true },
    { id: '31', moved: true },
    { id: '32', moved: false },
  ]);
  expect(await rows(`SELECT synced_at > '${old}' AS moved FROM quickbooks.items`)).toEqual([{ moved: true }]);
  expect(await rows('SELECT item_name FROM quickbooks.estimate_lines ORDER BY item_name')).toEqual([
    { item_name: 'Stone' },
    { item_name: 'Stone' },
    { item_name: null },
  ]);
  expect(await rows('SELECT tax_rate_name FROM quickbooks.tax_lines')).toEqual([{ tax_rate_name: 'Town' }]);
});

test('a new name reaches what attachments hang on and what bundles are made of, also in lists that are kept whole', async () => {
  const hangsOn = (type: string, name?: string): object => ({
    EntityRef: { type, value: '70', ...(name === undefined ? {} : { name }) },
    IncludeOnSend: false,
  });
  const customer = { Id: '70', DisplayName: 'Cy', FullyQualifiedName: 'Cy' };
  await write('Customer', [customer]);
  await write('Attachable', [
    { Id: '80', AttachableRef: [hangsOn('Vendor', 'Vi'), hangsOn('Customer', 'Cy'), hangsOn('Invoice')] },
    { Id: '81', AttachableRef: [hangsOn('Customer')] },
  ]);
  await write('Item', [
    { Id: '70', Name: 'Nut', FullyQualifiedName: 'Nut' },
    {
      Id: '71',
      Name: 'Kit',
      FullyQualifiedName: 'Kit',
      ItemGroupDetail: { ItemGroupLine: [{ Qty: 2, ItemRef: { value: '70', name: 'Nut' } }, { Qty: 1 }] },
    },
  ]);
  await write('Customer', [{ ...customer, DisplayName: 'Cyd', FullyQualifiedName: 'Cyd' }]);
  await write('Item', [{ Id: '70', Name: 'Bolt', FullyQualifiedName: 'Bolt' }]);
  expect(await followRenames(test_.db)).toBe(2);
  const shown = async () => ({
    names: await rows('SELECT record_name FROM quickbooks.attachable_references ORDER BY 1'),
    lists: await rows('SELECT attachable_ref FROM quickbooks.attachables ORDER BY id'),
    component: await rows(
      `SELECT i.item_group_detail_item_group_line AS whole, c.component_item_name AS name FROM quickbooks.items AS i
       JOIN quickbooks.item_components AS c ON c.realm_id = i.realm_id AND c.item_id = i.id AND c.list_index = 0 WHERE i.id = '71'`,
    ),
  });
  const expected = {
    names: [{ record_name: 'Cyd' }, { record_name: 'Vi' }, { record_name: null }, { record_name: null }],
    lists: [
      { attachable_ref: [hangsOn('Vendor', 'Vi'), hangsOn('Customer', 'Cyd'), hangsOn('Invoice')] },
      { attachable_ref: [hangsOn('Customer')] },
    ],
    component: [{ whole: [{ Qty: 2, ItemRef: { value: '70', name: 'Bolt' } }, { Qty: 1 }], name: 'Bolt' }],
  };
  expect(await shown()).toEqual(expected);
  // A later version of this program fills columns out of `raw`, where the old names are.
  await fillColumns(test_.db);
  expect(await shown()).toEqual(expected);
});

test('all records below one whose path changed are noted, and no others', async () => {
  const account = (id: string, name: string, parent?: string): object => ({
    Id: id,
    Name: name,
    FullyQualifiedName: name,
    ...(parent === undefined ? {} : { ParentRef: { value: parent } }),
  });
  const tree = [account('50', 'A'), account('51', 'A:B', '50'), account('52', 'A:B:C', '51')];
  const others = [account('60', 'D'), account('61', 'D:E', '60')];
  await write('Account', [...tree, ...others]);
  await write('Account', tree, neighbour);
  const outdated = () =>
    rows('SELECT realm_id, entity, record_id FROM ledger_mirror.outdated_records ORDER BY record_id');
  expect(await outdated()).toEqual([]);
  await write('Account', [account('50', 'Z'), { ...account('60', 'D'), Description: 'new' }]);
  expect(await outdated()).toEqual([
    { realm_id: realmId, entity: 'Account', record_id: '51' },
    { realm_id: realmId, entity: 'Account', record_id: '52' },
  ]);
});

test('names that nothing shows otherwise cost one look together, and a transaction for all of them', async () => {
  // Customers whose balances moved while they were first copied: noted, and mostly for nothing.
  await rows(`INSERT INTO ledger_mirror.renamed_records (realm_id, entity, record_id, name, noticed_at)
    SELECT '${neighbour}', 'Customer', 'idle ' || n, 'Name ' || n, clock_timestamp() FROM generate_series(1, 500) AS n`);
  let transactions = 0;
  const changed = await followRenames(test_.db, {
    realmId: neighbour,
    transaction: (work) => {
      transactions += 1;
      return test_.db.transaction(work);
    },
  });
  expect({ changed, transactions }).toEqual({ changed: 0, transactions: 1 });
  expect(await rows(`SELECT FROM ledger_mirror.renamed_records WHERE realm_id = '${neighbour}'`)).toEqual([]);
});
