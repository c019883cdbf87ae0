import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { isCapture, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  await bench.connect();
  await bench.sync();
});
afterEach(() => bench.close());

/** The newest comparison of each entity. */
async function proof(): Promise<Map<string, { difference: string; reason: string | undefined }>> {
  const rows = await bench.organizations.reconciliations(bench.realmId);
  const counts = rows.filter(({ measure }) => measure === 'count');
  return new Map(
    counts.toReversed().map(({ entity, difference, reason }) => [entity, { difference, reason }]),
  );
}

async function prove(): Promise<void> {
  await bench.organizations.requestProof(bench.realmId);
  await bench.sync();
}

test('I29: a copy that is exact is proven so, by one call for all counts', async () => {
  const before = bench.statements.length;
  await prove();
  const asked = bench.statements.slice(before);
  expect(asked.filter((statement) => /count\(\*\)/i.test(statement))).toHaveLength(1);
  const compared = await proof();
  expect([...compared.keys()].toSorted()).toEqual(['Account', 'Customer', 'Invoice', 'Item']);
  for (const { difference, reason } of compared.values()) {
    expect(Number(difference)).toBe(0);
    expect(reason).toBeUndefined();
  }
  const [row] = await bench.db.query<{ hours: number }>(
    'SELECT extract(epoch FROM prove_at - now())::float8 / 3600 AS hours FROM ledger_mirror.organizations',
  );
  expect(row?.hours).toBeGreaterThan(23);
});

test('I29: a difference is healed, checked again ten minutes later, and gone', async () => {
  const [lost, phantom] = await bench.truth('Invoice');
  await bench.db.query('DELETE FROM quickbooks.invoices WHERE id = $1', [lost?.['Id']]);
  await prove();
  expect((await proof()).get('Invoice')).toEqual({ difference: '-1', reason: 'searching' });
  expect(await bench.differences()).toEqual([]);
  await bench.db.query("UPDATE ledger_mirror.organizations SET prove_at = now() - interval '1 second'");
  await bench.sync();
  expect((await proof()).get('Invoice')).toEqual({ difference: '0', reason: undefined });
  // One too many here.
  await bench.db.query(
    `INSERT INTO quickbooks.invoices (realm_id, id, created_at, observed_at, synced_at, is_voided, raw)
     SELECT realm_id, '424242', created_at, observed_at, synced_at, false, raw FROM quickbooks.invoices WHERE id = $1`,
    [phantom?.['Id']],
  );
  await prove();
  expect((await proof()).get('Invoice')).toEqual({ difference: '1', reason: 'searching' });
  expect(await bench.differences()).toEqual([]);
});

test('I39: a deep comparison finds and repairs any field of a record and its lines, whatever the stored hash says', async () => {
  const [invoice, other] = await bench.truth('Invoice');
  await bench.db.query(
    `UPDATE quickbooks.invoices SET raw = raw || '{"DocNumber": "forged"}', total_amt = 1 WHERE id = $1`,
    [invoice?.['Id']],
  );
  await bench.db.query('UPDATE quickbooks.invoice_lines SET amount = amount + 1 WHERE invoice_id = $1', [
    other?.['Id'],
  ]);
  const untouched = await bench.db.query('SELECT id, xmin::text FROM quickbooks_store.customers ORDER BY id');
  const { runId } = await bench.organizations.reconcileDeep(bench.realmId);
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  const [row] = await bench.db.query(
    'SELECT total_amt::text AS total FROM quickbooks.invoices WHERE id = $1',
    [invoice?.['Id']],
  );
  expect(Number((row as { total: string }).total)).toBe(Number(invoice?.['TotalAmt']));
  const runs = await bench.organizations.runs(bench.realmId);
  expect(runs.find(({ id }) => id === runId)).toMatchObject({
    kind: 'deep',
    status: 'succeeded',
    updated: 2,
  });
  const rows = await bench.organizations.reconciliations(bench.realmId);
  const fields = rows.filter(({ measure }) => measure === 'fields');
  expect(fields.map(({ entity }) => entity).toSorted()).toEqual(['Account', 'Customer', 'Invoice', 'Item']);
  expect(fields.find(({ entity }) => entity === 'Invoice')).toMatchObject({
    difference: '-2',
    reason: 'healed',
  });
  expect(fields.find(({ entity }) => entity === 'Customer')).toMatchObject({
    difference: '0',
    reason: undefined,
  });
  expect(await bench.db.query('SELECT id, xmin::text FROM quickbooks_store.customers ORDER BY id')).toEqual(
    untouched,
  );
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
});

test('I39: a deep comparison asked for in the middle of a look is not lost to it', async () => {
  const [invoice] = await bench.truth('Invoice');
  await bench.db.query('UPDATE quickbooks.invoices SET total_amt = 1 WHERE id = $1', [invoice?.['Id']]);
  let isAsked = false;
  bench.disturb = async (request) => {
    if (!isCapture(request) || isAsked) return undefined;
    isAsked = true;
    const answer = await bench.forward(request);
    await bench.organizations.reconcileDeep(bench.realmId);
    return answer;
  };
  await bench.sync();
  await bench.sync();
  expect(isAsked).toBe(true);
  const rows = await bench.organizations.reconciliations(bench.realmId);
  expect(rows.find(({ entity, measure }) => entity === 'Invoice' && measure === 'fields')).toMatchObject({
    difference: '-1',
    reason: 'healed',
  });
});

test('I39: a deep comparison repairs a record whose stamps and SyncToken are later than QuickBooks has them', async () => {
  const [invoice] = await bench.truth('Invoice');
  await bench.db.query(
    `UPDATE quickbooks.invoices
     SET raw = raw || '{"DocNumber": "forged"}', content_hash = 'forged', sync_token = '999',
         updated_at = updated_at + interval '1 day', observed_at = observed_at + interval '1 day' WHERE id = $1`,
    [invoice?.['Id']],
  );
  await bench.organizations.reconcileDeep(bench.realmId);
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I45: whatever happened while QuickBooks’ clock was a day ahead, what happens after it returned is stored as it is', async () => {
  const change = (kind: string): Promise<unknown> =>
    bench.control(`companies/${bench.realmId}/changes`, { count: 5, kind });
  const changes = async (): Promise<void> => {
    // Edits; balances, which move without a SyncToken; and deletions.
    for (const kind of ['reprice', 'edit', 'pay', 'create-sale']) await change(kind);
  };
  await bench.control('clock', { jumpSeconds: 86_400 });
  await changes();
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  await bench.control('clock', { jumpSeconds: -86_400 });
  await changes();
  await change('delete');
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});
