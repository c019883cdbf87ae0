import { expect, test } from 'vitest';

import { type Json, startBench } from '../../test/support/harness.ts';

const LINE = {
  Amount: 100,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '1' } },
};
const SINCE = 'changedSince=2026-06-15T12:00:01-07:00';

function groups(answer: { json(): Json }): Json[] {
  return [...(answer.json()['CDCResponse']?.[0]?.['QueryResponse'] ?? [])];
}

test('one element an entity in the order asked for, oldest change first, deletions last, {} for no change', async () => {
  await using bench = await startBench();
  const [customer] = await bench.records('select * from Customer', 'Customer');
  const invoices: Json[] = [];
  for (let number = 0; number < 3; number += 1) {
    await bench.clock.advance(1_000);
    const body = { CustomerRef: { value: customer?.['Id'] }, Line: [LINE] };
    invoices.push((await bench.write('invoice', body)).json()['Invoice'] as Json);
  }
  await bench.clock.advance(1_000);
  await bench.write('invoice', { Id: invoices[0]?.['Id'], SyncToken: '0' }, 'delete');
  await bench.clock.advance(1_000);
  await bench.write('invoice', {
    Id: invoices[1]?.['Id'],
    SyncToken: '0',
    sparse: true,
    PrivateNote: 'edited',
  });
  const [items, changed, people] = groups(await bench.call(`cdc?entities=Item,invoice,Customer&${SINCE}`));
  expect(items).toEqual({});
  expect(changed).toMatchObject({ startPosition: 1, maxResults: 3, totalCount: 3 });
  const rows = [...(changed?.['Invoice'] ?? [])];
  expect(rows.map((row) => row['Id'])).toEqual([
    invoices[2]?.['Id'],
    invoices[1]?.['Id'],
    invoices[0]?.['Id'],
  ]);
  expect(rows[2]).toEqual({
    domain: 'QBO',
    status: 'Deleted',
    Id: invoices[0]?.['Id'],
    MetaData: { LastUpdatedTime: '2026-06-15T12:00:04-07:00' },
  });
  expect(rows[1]).toMatchObject({ PrivateNote: 'edited' });
  // Its balance moved with the invoices.
  expect(people?.['Customer']?.[0]).toMatchObject({
    Id: customer?.['Id'],
    SyncToken: customer?.['SyncToken'],
  });
});

test('the answer is cut at the limit in total, without a word, and deletions are lost first', async () => {
  await using bench = await startBench();
  await bench.control('switches', { cdcMaxObjects: 5 });
  await bench.clock.advance(2_000);
  await bench.control(`companies/${bench.realmId}/changes`, { kind: 'create', count: 6 });
  await bench.control(`companies/${bench.realmId}/changes`, { kind: 'delete', count: 1 });
  const [invoices, accounts] = groups(await bench.call(`cdc?entities=Invoice,Account&${SINCE}`));
  expect(invoices?.['Invoice']).toHaveLength(5);
  expect([...(invoices?.['Invoice'] ?? [])].some((row) => row['status'] === 'Deleted')).toBe(false);
  expect(accounts).toEqual({});
});

test('looking back more than thirty days, an unknown entity and a bad date are faults', async () => {
  await using bench = await startBench();
  const fault = async (query: string): Promise<Json> =>
    (await bench.call(`cdc?${query}`)).json()['Fault']?.['Error']?.[0] as Json;
  expect(await fault('entities=Invoice&changedSince=2026-05-01')).toMatchObject({
    code: '500',
    Detail:
      'Operation cdc with changedSince date 2026-05-01 which is older than fixed days is not supported.',
  });
  expect((await fault(`entities=TaxCode&${SINCE}`))['code']).toBe('500');
  expect((await fault('entities=Invoice&changedSince=soon'))['element']).toBe('changedSince');
  await bench.control('switches', { cdcDays: 0 });
  expect((await bench.call('cdc?entities=Invoice&changedSince=2011-10-10T09:00:00-07:00')).status).toBe(200);
});
