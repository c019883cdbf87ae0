import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { firstDay, lastDay } from './periods.ts';
import type { Reconciliation } from './reconciliations.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => bench.close());

const few =
  'CompanyInfo Preferences Account Customer Vendor Item Invoice Payment Estimate JournalEntry Deposit'.split(
    ' ',
  );

async function open(company = 0, entities: readonly string[] | 'all' = few): Promise<void> {
  bench = await openSyncBench({ shared: database, entities, company });
  await bench.connect();
  await bench.sync();
}

const isOfTransactions = ({ measure }: Reconciliation): boolean =>
  measure === 'transactions' || measure === 'amounts';

/** The comparisons with the list of transactions that one proof makes. */
async function prove(): Promise<readonly Reconciliation[]> {
  const [newest] = await bench.organizations.reconciliations(bench.realmId, 1);
  await bench.organizations.requestProof(bench.realmId);
  await bench.sync();
  const rows = await bench.organizations.reconciliations(bench.realmId, 500);
  return rows.filter((row) => isOfTransactions(row) && Number(row.id) > Number(newest?.id ?? 0));
}

/** What differs for no reason that is known. */
const differing = (rows: readonly Reconciliation[]): unknown[] =>
  rows
    .filter(({ reason }) => reason !== undefined && reason !== 'not_compared')
    .map(({ entity, measure, recordId, expected, actual, reason }) => ({
      entity,
      measure,
      recordId,
      expected: Number(expected),
      actual: Number(actual),
      reason,
    }));

const sumsOf = (rows: readonly Reconciliation[], of: 'transactions' | 'amounts'): readonly Reconciliation[] =>
  rows.filter(({ entity, measure }) => entity === 'TransactionList' && measure === of);

const isOlder = ({ period }: Reconciliation): boolean => period?.to !== lastDay;

async function nextOlder(): Promise<string | undefined> {
  const [row] = await bench.db.query<{ back: string | null }>(
    'SELECT listed_back_to::text AS back FROM ledger_mirror.organizations',
  );
  return row?.back ?? undefined;
}

for (const company of [0, 1, 2, 3]) {
  test(`I42: every transaction of company ${company} stands in QuickBooks’ list with its amount, voided ones too, and all periods come in turn`, async () => {
    await open(company, 'all');
    const invoices = await bench.truth('Invoice');
    const open_ = invoices.filter(
      (one) => Number(one['Balance']) === Number(one['TotalAmt']) && Number(one['Balance']) > 0,
    );
    await bench.write('Invoice', open_[0], 'void');
    await bench.write('Invoice', open_[1], 'delete');
    await bench.organizations.requestSync(bench.realmId);
    await bench.sync();
    const rows = [...(await prove())];
    let days = 1;
    for (; (await nextOlder()) !== undefined; days += 1) rows.push(...(await prove()));
    expect(differing(rows)).toEqual([]);
    const known = rows.filter(({ reason }) => reason === 'not_compared').map(({ entity }) => entity);
    expect([...new Set(known)].filter((entity) => entity !== 'InventoryAdjustment')).toEqual([]);
    const recent = sumsOf(rows, 'transactions').filter((row) => !isOlder(row));
    const older = sumsOf(rows, 'transactions').filter(isOlder);
    expect([recent.length, older.length]).toEqual([days, days]);
    expect(days).toBeGreaterThan(1);
    expect(older.at(-1)?.period?.from).toBe(firstDay);
    // What was compared once each is the whole copy.
    const [here] = await bench.db.query<{ number: number }>(
      `SELECT count(*)::int AS number FROM quickbooks.transactions
       WHERE entity NOT IN ('TimeActivity', 'ReimburseCharge', 'InventoryAdjustment')`,
    );
    const once = [...recent.slice(0, 1), ...older].reduce((sum, { actual }) => sum + Number(actual), 0);
    expect(once).toBe(here?.number);
  });
}

test('I42: what is missing, too much or another amount here is named, read again by its id, and agrees ten minutes later', async () => {
  await open();
  const [lost, forged, moved] = await bench.db.query<{ id: string; total: string }>(
    `SELECT id, total_amt::text AS total FROM quickbooks.invoices
     WHERE total_amt > 0 AND id NOT IN (SELECT txn_id FROM quickbooks.linked_transactions)
     ORDER BY txn_date DESC, id LIMIT 3`,
  );
  // Nothing refers to them and the number of invoices stays what it is, so nothing else finds it.
  await bench.db.query(
    `INSERT INTO quickbooks.invoices (realm_id, id, txn_date, total_amt, created_at, observed_at, synced_at, is_voided, raw)
     SELECT realm_id, '424242', txn_date, 7, created_at, observed_at, synced_at, false, raw FROM quickbooks.invoices WHERE id = $1`,
    [lost?.id],
  );
  await bench.db.query('DELETE FROM quickbooks.invoices WHERE id = $1', [lost?.id]);
  await bench.db.query('UPDATE quickbooks.invoices SET total_amt = total_amt + 5 WHERE id = $1', [
    forged?.id,
  ]);
  await bench.db.query("UPDATE quickbooks.invoices SET txn_date = '1999-01-01' WHERE id = $1", [moved?.id]);
  const [from, asked] = [await nextOlder(), bench.statements.length];
  const total = Number(forged?.total);
  const invoice = { entity: 'Invoice', reason: 'searching' };
  const found = await prove();
  expect(differing(found)).toEqual(
    expect.arrayContaining([
      { ...invoice, measure: 'transactions', recordId: lost?.id, expected: 1, actual: 0 },
      { ...invoice, measure: 'transactions', recordId: '424242', expected: 0, actual: 1 },
      { ...invoice, measure: 'transactions', recordId: moved?.id, expected: 1, actual: 0 },
      { ...invoice, measure: 'amounts', recordId: forged?.id, expected: total, actual: total + 5 },
    ]),
  );
  expect(found.filter(({ recordId }) => recordId !== undefined)).toHaveLength(4);
  expect(await bench.differences()).toEqual([]);
  const byId = bench.statements
    .slice(asked)
    .filter((statement) => statement.startsWith('SELECT * FROM Invoice'));
  expect(byId).toHaveLength(1);
  expect(byId[0]).not.toContain('CustomerRef');
  expect(await nextOlder()).toBe(from);
  await bench.db.query("UPDATE ledger_mirror.organizations SET prove_at = now() - interval '1 second'");
  await bench.sync();
  expect(differing(await prove())).toEqual([]);
  const [ghost] = await bench.db.query<{ deleted: boolean }>(
    "SELECT deleted_at IS NOT NULL AS deleted FROM quickbooks.invoices WHERE id = '424242'",
  );
  expect(ghost).toEqual({ deleted: true });
});

/** Changes what the list of transactions says; everything else goes through. */
function rewriteList(change: (body: string, from: string, to: string) => string | number): void {
  bench.disturb = async (request) => {
    const { pathname, searchParams } = request.url;
    if (!pathname.endsWith('/reports/TransactionList')) return undefined;
    const { body } = await bench.forward(request);
    const changed = change(body, searchParams.get('start_date') ?? '', searchParams.get('end_date') ?? '');
    return typeof changed === 'number' ? { status: changed, body: '' } : { body: changed };
  };
}

test('I42: a transaction that QuickBooks’ list goes on denying is raised, and is no deletion', async () => {
  await open();
  const [hidden] = await bench.db.query<{ id: string }>(
    'SELECT id FROM quickbooks.deposits ORDER BY txn_date DESC, id LIMIT 1',
  );
  rewriteList((body) =>
    body.replace(new RegExp(`"value":"Deposit","id":"${hidden?.id}"`), '"value":"Deposit","id":"999999"'),
  );
  const reasons = async (): Promise<unknown[]> =>
    (differing(await prove()) as { recordId?: string; reason: string }[]).map(({ recordId, reason }) => [
      recordId,
      reason,
    ]);
  const both = (reason: string): unknown => [hidden?.id, '999999', undefined].map((id) => [id, reason]);
  expect(new Set(await reasons())).toEqual(new Set(both('searching') as unknown[]));
  expect(new Set(await reasons())).toEqual(new Set(both('unexplained') as unknown[]));
  expect(await bench.differences()).toEqual([]);
});

test('I42: types that say nothing to us are counted and not guessed, and amounts may be in the transaction’s currency', async () => {
  await open(2);
  const foreign = await bench.db.query<{ id: string; total: string; home: string }>(
    `SELECT id, total_amt::text AS total, home_total_amt::text AS home FROM quickbooks.transactions
     WHERE entity = 'Invoice' AND exchange_rate <> 1 AND total_amt > 0`,
  );
  expect(foreign.length).toBeGreaterThan(2);
  rewriteList((body) => {
    const report = JSON.parse(body) as {
      Columns: { Column: { ColType: string }[] };
      Rows: { Row?: { ColData: { value: string; id?: string }[] }[] };
    };
    for (const column of report.Columns.Column) if (/home/.test(column.ColType)) column.ColType = 'other';
    for (const { ColData } of report.Rows.Row ?? []) {
      const [, type, amount] = ColData;
      const one = foreign.find(({ id }) => id === type?.id);
      if (type?.value === 'Invoice' && one !== undefined && amount !== undefined) amount.value = one.total;
      if (type?.value === 'Payment') type.value = 'Zahlung';
    }
    return JSON.stringify(report);
  });
  const rows = await prove();
  expect(differing(rows)).toEqual([]);
  expect(rows.find(({ entity }) => entity === 'Zahlung')).toMatchObject({
    actual: '0',
    reason: 'not_compared',
  });
  expect(rows.some(({ entity }) => entity === 'Payment')).toBe(false);
  // With the rate forgotten, what was printed in the home currency is another amount.
  bench.disturb = undefined;
  await bench.db.query(
    'UPDATE quickbooks.invoices SET home_total_amt = total_amt, exchange_rate = 1 WHERE id = ANY ($1)',
    [foreign.map(({ id }) => id)],
  );
  expect(differing(await prove())).not.toEqual([]);
  expect(await bench.differences()).toEqual([]);
});

test('I42, L14: a list that is cut or comes too late is asked for in halves, and one that never comes troubles nobody', async () => {
  await open();
  const whole = sumsOf(await prove(), 'transactions');
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  await bench.db.query('UPDATE ledger_mirror.organizations SET listed_back_to = NULL');
  let [cut, late] = [0, 0];
  rewriteList((body, from, to) => {
    if (to === lastDay && days(from, to) > 26_720) return (late += 1) && 504;
    if (days(from, to) < 90 || to === lastDay) return body;
    cut += 1;
    return body.replace(
      '"Rows":{"Row":[',
      '"Rows":{"Row":[{"ColData":[{"value":"Unable to display more data. Please reduce the date range."}]},',
    );
  });
  const inHalves = sumsOf(await prove(), 'transactions');
  expect(inHalves.map(({ expected, period }) => [expected, period])).toEqual(
    whole.map(({ expected, period }) => [expected, period]),
  );
  expect(cut).toBeGreaterThan(0);
  expect(late).toBeGreaterThan(0);
  const asked = bench.statements.length;
  rewriteList(() => 504);
  expect(await prove()).toEqual([]);
  const lists = bench.statements.slice(asked).filter((statement) => statement.endsWith('/TransactionList'));
  expect(lists).toHaveLength(12);
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
});
