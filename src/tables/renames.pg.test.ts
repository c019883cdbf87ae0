import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { writePage } from './page-writer.ts';
import { followRenames } from './renames.ts';

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

test('a record whose own or whose lines’ names were changed counts as stored anew', async () => {
  const item = { Id: '1', Name: 'Oil', FullyQualifiedName: 'Oil' };
  const line = {
    SalesItemLineDetail: { ItemRef: { value: '1', name: 'Oil' } },
    DetailType: 'SalesItemLineDetail',
  };
  await write('Item', [item]);
  await write('Estimate', [
    { Id: '30', Line: [line] },
    { Id: '31', CustomerRef: { value: '2', name: 'Robert' } },
  ]);
  const stamps = async (): Promise<unknown> =>
    await rows('SELECT id, synced_at::text FROM quickbooks.estimates ORDER BY id');
  const before = await stamps();
  await write('Item', [{ ...item, Name: 'Oil 5W', FullyQualifiedName: 'Oil 5W' }]);
  await write('Customer', [{ Id: '2', DisplayName: 'Bob', FullyQualifiedName: 'Rob' }]);
  expect(await followRenames(test_.db)).toBeGreaterThanOrEqual(2);
  const after = await stamps();
  expect(after).toHaveLength(2);
  for (const [index, row] of (after as { synced_at: string }[]).entries())
    expect(Date.parse(row.synced_at)).toBeGreaterThan(
      Date.parse((before as { synced_at: string }[])[index]?.synced_at ?? ''),
    );
});
