import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { fault, isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { type EntityState, loadEntityStates } from '../company/entity-states.ts';

// Reading around records that cannot be rendered, and entities that cannot be listed by time.

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({
    shared: database,
    pageSize: 6,
    entities: ['CompanyInfo', 'TaxAgency', 'TaxRate', 'TaxCode', 'Account', 'Customer', 'Item', 'Invoice'],
  });
});
afterEach(() => bench.close());

const entity = async (name: string): Promise<EntityState | undefined> =>
  (await loadEntityStates(bench.db, bench.realmId)).find((one) => one.entity === name);

const rejected = (): Promise<{ entity: string; recordId: string | null; reason: string }[]> =>
  bench.db.query(
    'SELECT entity, record_id, reason FROM ledger_mirror.rejected_records ORDER BY entity, record_id',
  );

const poison = (name: string, id: unknown): Promise<unknown> =>
  bench.control(`companies/${bench.realmId}/poison`, { entity: name, id });

async function cure(): Promise<void> {
  await fetch(`${bench.address.simulatorUrl}/simulator/companies/${bench.realmId}/poison`, {
    method: 'DELETE',
  });
}

async function ids(name: string): Promise<unknown[]> {
  return (await bench.truth(name)).map((record) => record['Id']);
}

/** QuickBooks does not know the entity's times. */
const refuseTimesOf =
  (name: string): NonNullable<SyncBench['disturb']> =>
  (request) =>
    isPage(request, name) && /CreateTime|LastUpdatedTime/.test(request.url.searchParams.get('query') ?? '')
      ? fault('4001')
      : undefined;

test('I13: a record that QuickBooks cannot render is kept aside with its reason; everything around it is copied', async () => {
  const [, poisoned] = await ids('Invoice');
  await poison('Invoice', poisoned);
  await bench.connect();
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([`Invoice ${String(poisoned)} is missing`]);
  const [kept] = await rejected();
  // Not even its id can be had here.
  expect(kept).toMatchObject({ entity: 'Invoice', reason: expect.stringMatching(/cannot render it/) });
});

test('I13: an edit that QuickBooks cannot render is kept aside by its road through a listing, and arrives once it can', async () => {
  await bench.connect();
  await bench.sync();
  const [invoice, other] = await bench.truth('Invoice');
  await bench.write('Invoice', { ...invoice, PrivateNote: 'cannot be printed' });
  await bench.write('Invoice', { ...other, PrivateNote: 'can be printed' });
  await poison('Invoice', invoice?.['Id']);
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([`Invoice ${String(invoice?.['Id'])} differs`]);
  expect(await rejected()).toMatchObject([{ entity: 'Invoice' }]);
  await cure();
  await bench.write('Invoice', { ...(await bench.truth('Invoice'))[0], PrivateNote: 'saved again' });
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I13, L11: a poisoned item, which has to be fetched by its id, costs neither the company nor the other items', async () => {
  await bench.connect();
  await bench.sync();
  const [item, other] = await bench.truth('Item');
  await bench.write('Item', { ...item, Description: 'cannot be printed' });
  await bench.write('Item', { ...other, Description: 'can be printed' });
  await bench.control(`companies/${bench.realmId}/poison`, {
    entity: 'Item',
    id: item?.['Id'],
    in: ['query'],
  });
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([`Item ${String(item?.['Id'])} differs`]);
  expect(await rejected()).toMatchObject([{ entity: 'Item', recordId: item?.['Id'] }]);
});

test('I31: an entity whose times QuickBooks does not know is read whole by position, and its deletions are found', async () => {
  bench.disturb = refuseTimesOf('Customer');
  await bench.connect();
  await bench.sync();
  expect(await entity('Customer')).toMatchObject({ status: 'current', byPosition: true });
  expect(await entity('Invoice')).toMatchObject({ status: 'current', byPosition: false });
  expect(await bench.differences()).toEqual([]);
});

test('I31: where change data capture does not tell of such an entity either, each look is one call and brings edits and deletions', async () => {
  bench.disturb = refuseTimesOf('TaxAgency');
  await bench.connect();
  await bench.sync();
  expect(await entity('TaxAgency')).toMatchObject({ status: 'current', byPosition: true });
  const agency = await bench.write('TaxAgency', { DisplayName: 'A second agency' });
  // As if it had been copied once and were gone now.
  await bench.db.query(
    `INSERT INTO quickbooks_store.tax_agencies (realm_id, id, created_at, observed_at, synced_at, raw)
     SELECT realm_id, '4242', created_at, observed_at, synced_at, raw FROM quickbooks.tax_agencies LIMIT 1`,
  );
  await bench.organizations.requestSync(bench.realmId);
  const before = bench.statements.length;
  await bench.sync();
  const stored = await bench.db.query<{ id: string; gone: boolean }>(
    'SELECT id, deleted_at IS NOT NULL AS gone FROM quickbooks.tax_agencies ORDER BY length(id), id',
  );
  expect(stored.find(({ id }) => id === agency['Id'])).toMatchObject({ gone: false });
  expect(stored.find(({ id }) => id === '4242')).toMatchObject({ gone: true });
  // The look at changes, the batch for what it does not cover, and the confirmation of the deletion.
  expect(bench.statements.length - before).toBe(3);
});

test('I32: inactive tax codes and those that are neither active nor inactive are both copied', async () => {
  await bench.connect();
  await bench.sync();
  const stored = await bench.db.query<{ id: string }>('SELECT id FROM quickbooks.tax_codes ORDER BY id');
  expect(stored.map(({ id }) => id)).toEqual((await ids('TaxCode')).map(String).toSorted());
  expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(['TAX', 'NON']));
  await bench.organizations.requestProof(bench.realmId);
  await bench.sync();
  const rows = await bench.organizations.reconciliations(bench.realmId);
  expect(rows.find((row) => row.entity === 'TaxCode')).toMatchObject({ difference: '0' });
});

test('an item that is announced again as it is stored is not fetched again', async () => {
  await bench.connect();
  await bench.sync();
  const [item] = await bench.truth('Item');
  await bench.write('Item', { ...item, Description: 'changed once' });
  const fetches = (): number => bench.statements.filter((text) => /FROM Item WHERE Id IN/.test(text)).length;
  await bench.sync();
  expect(fetches()).toBe(1);
  await bench.sync();
  expect(fetches()).toBe(1);
  // Within the same second, and seen only now: its SyncToken tells.
  await bench.write('Item', { ...(await bench.truth('Item'))[0], Sku: 'NEW-SKU' });
  await bench.sync();
  expect(fetches()).toBe(2);
  expect(await bench.differences()).toEqual([]);
});
