import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { fault, isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { storeEvents } from '../announce/intake.ts';

// Merges of which a job below the merged name knows nothing: it comes first of all that refer to it, and still does.

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({
    shared: database,
    entities: ['CompanyInfo', 'Customer', 'Estimate', 'Invoice', 'RefundReceipt'],
  });
  await bench.connect();
  await bench.control('switches', { merges: { below: 'kept' } });
});
afterEach(() => bench.close());

type Pair = { readonly from: string; readonly into: string };

/**
 * Two customers that can be merged: the first has a job, an invoice and an estimate, all of them copied, and so old that
 * no look at changes comes upon them.
 */
async function family(): Promise<Pair> {
  await bench.control('clock', { jumpSeconds: -7200 });
  const [from, into] = await Promise.all(
    ['Old Name', 'New Name'].map((DisplayName) => bench.write('Customer', { DisplayName })),
  );
  const CustomerRef = { value: from?.['Id'] };
  await bench.write('Customer', { DisplayName: 'Roof', ParentRef: CustomerRef, Job: true });
  const item = (await bench.truth('Item')).find((one) => one['Active'] === true && one['Type'] === 'Service');
  const SalesItemLineDetail = { ItemRef: { value: item?.['Id'] } };
  const Line = [{ Amount: 100, DetailType: 'SalesItemLineDetail', SalesItemLineDetail }];
  for (const entity of ['Invoice', 'Estimate']) await bench.write(entity, { Line, CustomerRef });
  await bench.control('clock', { jumpSeconds: 7200 });
  await bench.sync();
  return { from: String(from?.['Id']), into: String(into?.['Id']) };
}

const merge = ({ from, into }: Pair): Promise<unknown> =>
  bench.control(`companies/${bench.realmId}/merges`, { entity: 'Customer', from, into });

/** QuickBooks says so by webhook, and the announced record is asked for. */
async function announce({ from, into }: Pair): Promise<void> {
  const event = { id: `merge of ${from}`, realmId: bench.realmId, entity: 'Customer', recordId: into };
  await bench.db.transaction((tx) =>
    storeEvents(tx, [{ ...event, verb: 'merged', mergedId: from, at: new Date() }]),
  );
  await bench.sync();
  await bench.db.query('UPDATE ledger_mirror.webhook_events SET ask_at = now() WHERE settled_at IS NULL');
  await bench.sync();
}

/** A quarter of an hour later. */
async function later(): Promise<void> {
  await bench.db.query('UPDATE ledger_mirror.merge_suspects SET ask_at = now()');
  await bench.sync();
}

const suspects = (): Promise<unknown[]> =>
  bench.db.query('SELECT record_id FROM ledger_mirror.merge_suspects');

const stillReferring = async ({ from }: Pair): Promise<string[]> => {
  const rows = await bench.db.query<{ what: string }>(
    `SELECT 'invoice' AS what FROM quickbooks.invoices WHERE customer_id = $1
     UNION ALL SELECT 'estimate' FROM quickbooks.estimates WHERE customer_id = $1
     UNION ALL SELECT 'job' FROM quickbooks.customers WHERE parent_id = $1 ORDER BY 1`,
    [from],
  );
  return rows.map(({ what }) => what);
};

test('I34: all that referred to a name is read again when its merge was announced, whatever the first of them says', async () => {
  const pair = await family();
  expect(await stillReferring(pair)).toEqual(['estimate', 'invoice', 'job']);
  await merge(pair);
  await announce(pair);
  expect(await stillReferring(pair)).toEqual(['job']);
  expect(await bench.differences()).toEqual([]);
});

test('I34: a name that only went inactive is asked about by one record of each kind that refers to it', async () => {
  const pair = await family();
  await merge(pair);
  await bench.sync();
  await bench.sync();
  expect(await stillReferring(pair)).toEqual(['job']);
  expect(await bench.differences()).toEqual([]);
});

test('I34, L13: what QuickBooks still answered as before is read once more a quarter of an hour later, and then left', async () => {
  const pair = await family();
  const [before] = (await bench.truth('Estimate')).filter((one) => customerOf(one) === pair.from);
  await merge(pair);
  // Another of its servers, which does not know of the merge yet.
  bench.disturb = async (request) => {
    if (!isPage(request, 'Estimate')) return undefined;
    const answer = await bench.forward(request);
    const now = JSON.stringify({ value: pair.into });
    return {
      body: answer.body.replaceAll(
        now.slice(1, -1),
        JSON.stringify({ value: customerOf(before) }).slice(1, -1),
      ),
    };
  };
  await announce(pair);
  expect(await stillReferring(pair)).toEqual(['estimate', 'job']);
  bench.disturb = undefined;
  await later();
  expect(await stillReferring(pair)).toEqual(['job']);
  expect(await bench.differences()).toEqual([]);
  expect(await suspects()).toEqual([]);
});

test('I34: an announced merge is followed also where QuickBooks refuses to show the name itself', async () => {
  const pair = await family();
  await merge(pair);
  bench.disturb = (request) =>
    isPage(request, 'Customer') && request.url.searchParams.get('query')?.includes(`'${pair.into}'`) === true
      ? fault('4001')
      : undefined;
  await announce(pair);
  expect(await stillReferring(pair)).toEqual(['job']);
});

test('I34: a kind of record that QuickBooks refuses to show is asked for again a quarter of an hour later', async () => {
  const pair = await family();
  await merge(pair);
  bench.disturb = (request) => (isPage(request, 'Estimate') ? fault('4001') : undefined);
  await announce(pair);
  expect(await stillReferring(pair)).toEqual(['estimate', 'job']);
  bench.disturb = undefined;
  await later();
  expect(await stillReferring(pair)).toEqual(['job']);
  expect(await suspects()).toEqual([]);
});

const customerOf = (one: Record<string, unknown> | undefined): string =>
  ((one ?? {})['CustomerRef'] as { value: string }).value;
