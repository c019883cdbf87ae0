import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { isCapture, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { entityByName } from '../../catalogue/index.ts';
import { saveProgress } from '../company/entity-states.ts';

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

const deletedAt = async (id: unknown): Promise<Date | null | undefined> => {
  const [row] = await bench.db.query<{ deletedAt: Date | null }>(
    'SELECT deleted_at FROM quickbooks.invoices WHERE id = $1',
    [id],
  );
  return row?.deletedAt;
};

const invoiceRows = async (): Promise<number | undefined> =>
  (await bench.organizations.entities(bench.realmId)).find((state) => state.entity === 'Invoice')?.rows;

/** Puts into the next answers about changes what QuickBooks would not say by itself. */
function sayDeleted(entity: string, ids: readonly unknown[]): void {
  bench.disturb = async (request) => {
    if (!isCapture(request)) return undefined;
    const answer = JSON.parse((await bench.forward(request)).body) as {
      CDCResponse: [{ QueryResponse: Record<string, unknown>[] }];
    };
    const said = ids.map((id) => ({
      domain: 'QBO',
      status: 'Deleted',
      Id: id,
      MetaData: { LastUpdatedTime: new Date().toISOString() },
    }));
    answer.CDCResponse[0].QueryResponse.push({ [entity]: said });
    return { body: JSON.stringify(answer) };
  };
}

/** Lets the entity search for what is deleted, as after a long absence. */
async function sweep(entityName: string): Promise<void> {
  const entity = entityByName(entityName);
  const [company] = await bench.db.query<{ cursorAt: Date }>(
    'SELECT cursor_at FROM ledger_mirror.organizations',
  );
  if (entity === undefined || company === undefined) throw new Error('Nothing to sweep.');
  const to = company.cursorAt.toISOString();
  await saveProgress(bench.db, bench.realmId, entity, {
    position: { kind: 'sweep', through: to, ranges: [{ from: null, to }] },
    cursorAt: company.cursorAt,
  });
  await bench.sync();
}

test('I18: a deletion is confirmed, many in one call, then marked; row and raw stay', async () => {
  const invoices = await bench.truth('Invoice');
  const rows = (await invoiceRows()) ?? 0;
  for (const invoice of invoices.slice(0, 4)) await bench.write('Invoice', invoice, 'delete');
  const before = bench.statements.length;
  await bench.sync();
  const asked = bench.statements.slice(before);
  expect(asked.filter((statement) => /SELECT Id FROM Invoice WHERE Id IN/.test(statement))).toHaveLength(1);
  expect(await bench.differences()).toEqual([]);
  expect(await deletedAt(invoices[0]?.['Id'])).toBeInstanceOf(Date);
  const [kept] = await bench.db.query('SELECT raw FROM quickbooks.invoices WHERE id = $1', [
    invoices[0]?.['Id'],
  ]);
  expect(kept).toMatchObject({ raw: { Id: invoices[0]?.['Id'] } });
  expect(await invoiceRows()).toBe(rows - 4);
  // Within the overlap the same deletions are told again; they are known.
  const again = bench.statements.length;
  await bench.sync();
  expect(bench.statements.slice(again).filter((statement) => !/FROM Item/.test(statement))).toHaveLength(1);
});

test('I18: what is said to be deleted but still exists is not marked', async () => {
  const [invoice] = await bench.truth('Invoice');
  sayDeleted('Invoice', [invoice?.['Id']]);
  await bench.sync();
  expect(await deletedAt(invoice?.['Id'])).toBeNull();
  expect(await bench.differences()).toEqual([]);
});

test('I18: a list record said to be deleted that is only inactive is not marked', async () => {
  const customers = await bench.truth('Customer');
  const idle = customers.find((customer) => Number(customer['BalanceWithJobs'] ?? 0) === 0);
  const inactive = await bench.write('Customer', { ...idle, Active: false });
  sayDeleted('Customer', [inactive['Id']]);
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('a void arrives as a change', async () => {
  const invoices = await bench.truth('Invoice');
  const open = invoices.find((invoice) => Number(invoice['TotalAmt']) > 0);
  await bench.write('Invoice', open, 'void');
  await bench.sync();
  const [row] = await bench.db.query('SELECT is_voided FROM quickbooks.invoices WHERE id = $1', [
    open?.['Id'],
  ]);
  expect(row).toEqual({ isVoided: true });
  expect(await bench.differences()).toEqual([]);
});

test('I19, L9: a search for deletions finds them by counting and halving, and costs one call where nothing is missing', async () => {
  await bench.control(`companies/${bench.realmId}/changes`, { kind: 'create', count: 700 });
  await bench.sync();
  const quiet = bench.statements.length;
  await sweep('Invoice');
  expect(bench.statements.slice(quiet).filter((statement) => /FROM Invoice/i.test(statement))).toHaveLength(
    1,
  );
  for (const invoice of (await bench.truth('Invoice')).slice(-3))
    await bench.write('Invoice', invoice, 'delete');
  const [row] = await bench.db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM quickbooks.invoices WHERE deleted_at IS NULL',
  );
  // Nobody told us: the look at changes is answered by an empty list.
  bench.disturb = (request) =>
    isCapture(request)
      ? { body: JSON.stringify({ CDCResponse: [{ QueryResponse: [{}] }], time: new Date().toISOString() }) }
      : undefined;
  const before = bench.statements.length;
  await sweep('Invoice');
  bench.disturb = undefined;
  const [after] = await bench.db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM quickbooks.invoices WHERE deleted_at IS NULL',
  );
  expect(after?.count).toBe((row?.count ?? 0) - 3);
  expect((await bench.differences()).filter((line) => line.startsWith('Invoice'))).toEqual([]);
  expect(bench.statements.length - before).toBeLessThan(20);
});

test('I19: a search brings back what was marked by mistake and what was never stored', async () => {
  const [first, second] = await bench.truth('Invoice');
  await bench.db.query('UPDATE quickbooks.invoices SET deleted_at = now() WHERE id = $1', [first?.['Id']]);
  await bench.db.query('DELETE FROM quickbooks.invoices WHERE id = $1', [second?.['Id']]);
  await sweep('Invoice');
  expect(await bench.differences()).toEqual([]);
});
