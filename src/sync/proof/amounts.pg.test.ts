import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import type { Reconciliation } from './reconciliations.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => bench.close());

const compared =
  'CompanyInfo Preferences Account Vendor Customer Bill VendorCredit Invoice CreditMemo Payment JournalEntry'.split(
    ' ',
  );

async function open(company = 0): Promise<void> {
  bench = await openSyncBench({ shared: database, entities: compared, company });
  await bench.connect();
  await bench.sync();
}

const measures: ReadonlySet<string> = new Set(['receivables', 'payables', 'balance']);

/** The comparisons of amounts that one proof makes. */
async function prove(): Promise<readonly Reconciliation[]> {
  const [newest] = await bench.organizations.reconciliations(bench.realmId, 1);
  await bench.organizations.requestProof(bench.realmId);
  await bench.sync();
  const rows = await bench.organizations.reconciliations(bench.realmId);
  return rows.filter(({ id, measure }) => measures.has(measure) && Number(id) > Number(newest?.id ?? 0));
}

const differing = (rows: readonly Reconciliation[]): unknown =>
  rows
    .filter(({ difference }) => Number(difference) !== 0)
    .map(({ measure, recordId, reason }) => ({ measure, recordId, reason }));

for (const [company, what] of [
  [0, 'of a company'],
  [2, 'in several currencies'],
] as const) {
  test(`I38: what is open and the balances of accounts ${what} agree with QuickBooks’ reports to the cent`, async () => {
    await open(company);
    const rows = await prove();
    expect(rows.map(({ measure }) => measure).toSorted()).toEqual(['balance', 'payables', 'receivables']);
    for (const row of rows) {
      expect(row).toMatchObject({ difference: expect.stringMatching(/^-?0(\.0+)?$/), reason: undefined });
      expect(Math.abs(Number(row.expected))).toBeGreaterThan(0);
    }
  });
}

test('I38: an amount that differs is named with its customer, vendor or account, healed, and agrees afterwards', async () => {
  await open();
  const [invoice] = await bench.db.query<{ id: string; customer: string }>(
    `UPDATE quickbooks.invoices SET balance = balance + 5, home_balance = NULL, content_hash = ''
     WHERE id = (SELECT min(id) FROM quickbooks.invoices WHERE balance > 0) RETURNING id, customer_id AS customer`,
  );
  await bench.db.query(
    `UPDATE quickbooks_store.accounts SET current_balance = current_balance + 7, content_hash = ''
     WHERE id = (SELECT min(id) FROM quickbooks.accounts WHERE account_type = 'Bank')`,
  );
  const found = await prove();
  expect(differing(found)).toEqual(
    expect.arrayContaining([
      { measure: 'receivables', recordId: undefined, reason: 'searching' },
      { measure: 'receivables', recordId: invoice?.customer, reason: 'searching' },
      expect.objectContaining({ measure: 'balance', reason: 'searching', recordId: expect.any(String) }),
    ]),
  );
  expect(await bench.differences()).toEqual([]);
  await bench.db.query("UPDATE ledger_mirror.organizations SET prove_at = now() - interval '1 second'");
  expect(differing(await prove())).toEqual([]);
});

/** Companies with several currencies have accounts in each of them. */
async function foreignAccount(): Promise<string> {
  const [account] = await bench.db.query<{ id: string }>(
    `SELECT account.id FROM quickbooks.accounts AS account JOIN ledger_mirror.organizations AS company USING (realm_id)
     WHERE currency_id <> home_currency AND current_balance <> 0 ORDER BY id LIMIT 1`,
  );
  if (account === undefined) throw new Error('No account is in another currency.');
  return account.id;
}

const spoil = (id: string): Promise<unknown> =>
  bench.db.query(
    `UPDATE quickbooks_store.accounts SET current_balance = current_balance + 7, content_hash = '' WHERE id = $1`,
    [id],
  );

test('I38: an account in another currency is compared with its general ledger, in that currency, and healed', async () => {
  await open(2);
  const id = await foreignAccount();
  await spoil(id);
  expect(differing(await prove())).toEqual([{ measure: 'balance', recordId: id, reason: 'searching' }]);
  expect(await bench.differences()).toEqual([]);
  await bench.db.query("UPDATE ledger_mirror.organizations SET prove_at = now() - interval '1 second'");
  expect(differing(await prove())).toEqual([]);
});

type Ledger = {
  Columns: { Column: { ColType: string }[] };
  Rows: { Row: { Rows: { Row: { ColData?: { value: string }[] }[] } }[] };
};

/** Changes the general ledger, or another report, before it is read. */
function changeReport(name: string, change: (report: Ledger) => void): void {
  bench.disturb = async (request) => {
    if (!request.url.pathname.endsWith(`/reports/${name}`)) return undefined;
    const { body } = await bench.forward(request);
    const report = JSON.parse(body) as Ledger;
    change(report);
    return { body: JSON.stringify(report) };
  };
}

test('I38: a general ledger that does not add up to the trial balance raises no alarm', async () => {
  await open(2);
  await spoil(await foreignAccount());
  // As one that was cut: a row of it is not there.
  changeReport('GeneralLedger', ({ Rows }) => {
    for (const section of Rows.Row) section.Rows.Row.pop();
  });
  expect(differing(await prove())).toEqual([]);
});

test('I38: neither does one without rows, where the trial balance does not show the account either', async () => {
  await open(2);
  await spoil(await foreignAccount());
  const ids = await bench.db.query<{ id: string }>(
    `SELECT account.id FROM quickbooks.accounts AS account JOIN ledger_mirror.organizations AS company USING (realm_id)
     WHERE currency_id <> home_currency`,
  );
  const foreign = ids.map(({ id }) => `"${id}"`);
  bench.disturb = async (request) => {
    const { pathname } = request.url;
    if (!/\/reports\/(GeneralLedger|TrialBalance)$/.test(pathname)) return undefined;
    const { body } = await bench.forward(request);
    const report = JSON.parse(body) as Ledger;
    report.Rows.Row = pathname.endsWith('GeneralLedger')
      ? []
      : report.Rows.Row.filter((row) => !foreign.some((id) => JSON.stringify(row).includes(`"id":${id}`)));
    return { body: JSON.stringify(report) };
  };
  expect(differing(await prove())).toEqual([]);
});

test('I38: an amount that is nothing at home counts in its own currency', async () => {
  await open(2);
  changeReport('GeneralLedger', ({ Columns, Rows }) => {
    const at = (type: string): number => Columns.Column.findIndex(({ ColType }) => ColType === type);
    for (const { Rows: within } of Rows.Row) {
      const [row] = within.Row;
      if (row?.ColData === undefined) continue;
      // One row of what it was, and one that moves the rest of nothing: together what they were.
      const cells = row.ColData.map((cell) => ({ ...cell }));
      for (const type of ['subt_nat_home_amount', 'subt_nat_amount']) cells[at(type)] = { value: '' };
      cells[at('nat_foreign_amount')] = { value: '0.02' };
      const foreign = row.ColData[at('nat_foreign_amount')];
      if (foreign === undefined) continue;
      foreign.value = (Number(foreign.value.replaceAll(',', '')) - 0.02).toFixed(2);
      within.Row.push({ ...row, ColData: cells });
    }
  });
  expect(differing(await prove())).toEqual([]);
});

test('I38: a balance in another currency that still differs ten minutes later is raised', async () => {
  await open(2);
  const id = await foreignAccount();
  changeReport('GeneralLedger', ({ Columns, Rows }) => {
    const at = Columns.Column.findIndex(({ ColType }) => ColType === 'nat_foreign_amount');
    for (const { Rows: within } of Rows.Row)
      for (const { ColData } of within.Row) {
        const [account] = ColData as { id?: string }[];
        if (account?.id !== id) continue;
        const cell = ColData?.[at];
        if (cell !== undefined) cell.value = '1.00';
      }
  });
  expect(differing(await prove())).toEqual([{ measure: 'balance', recordId: id, reason: 'searching' }]);
  await bench.db.query("UPDATE ledger_mirror.organizations SET prove_at = now() - interval '1 second'");
  await bench.sync();
  const raised = (await bench.organizations.reconciliations(bench.realmId)).filter(
    ({ measure, recordId }) => measure === 'balance' && recordId === id,
  );
  expect(raised[0]).toMatchObject({ reason: 'unexplained' });
});

test('I13: a record that cannot be rendered while a figure is read again is kept aside', async () => {
  await open();
  const [account] = await bench.db.query<{ id: string }>(
    `UPDATE quickbooks_store.accounts SET current_balance = current_balance + 7
     WHERE id = (SELECT min(id) FROM quickbooks.accounts WHERE account_type = 'Bank') RETURNING id`,
  );
  await bench.control(`companies/${bench.realmId}/poison`, { entity: 'Account', id: account?.id });
  expect(differing(await prove())).toContainEqual(
    expect.objectContaining({ measure: 'balance', recordId: account?.id, reason: 'searching' }),
  );
  expect(await bench.db.query('SELECT entity, record_id FROM ledger_mirror.rejected_records')).toEqual([
    { entity: 'Account', recordId: account?.id },
  ]);
});

test('I13: a document that cannot be rendered while a figure is read again spoils none of the others', async () => {
  await open();
  const [pair] = await bench.db.query<{ customer: string; other: string; spoilt: string }>(
    `SELECT open.customer_id AS customer, open.id AS other, beside.id AS spoilt
     FROM quickbooks.invoices AS open JOIN quickbooks.invoices AS beside
       ON beside.customer_id = open.customer_id AND beside.id <> open.id
     WHERE open.balance > 0 ORDER BY open.id, beside.id LIMIT 1`,
  );
  if (pair === undefined) throw new Error('No customer has two invoices.');
  const { customer, other, spoilt } = pair;
  await bench.db.query(
    `UPDATE quickbooks.invoices SET balance = balance + 5, home_balance = NULL, content_hash = '' WHERE id = $1`,
    [other],
  );
  await bench.control(`companies/${bench.realmId}/poison`, {
    entity: 'Invoice',
    id: spoilt,
    in: ['query'],
  });
  expect(differing(await prove())).toContainEqual(
    expect.objectContaining({ measure: 'receivables', recordId: customer, reason: 'searching' }),
  );
  expect(await bench.db.query('SELECT entity, record_id FROM ledger_mirror.rejected_records')).toEqual([
    { entity: 'Invoice', recordId: spoilt },
  ]);
  const [healed] = await bench.db.query<{ hash: string }>(
    'SELECT content_hash::text AS hash FROM quickbooks.invoices WHERE id = $1',
    [other],
  );
  expect(healed?.hash).not.toBe('');
});

test('I38: a difference that is still there ten minutes later is raised, unless postings explain it', async () => {
  await open();
  const [customer] = await bench.db.query<{ id: string }>(
    'SELECT customer_id AS id FROM quickbooks.invoices WHERE balance > 0 ORDER BY id LIMIT 1',
  );
  // QuickBooks owes us an explanation: its report says something else, again and again.
  bench.disturb = async (request) => {
    if (!request.url.pathname.endsWith('/reports/AgedReceivables')) return undefined;
    const { body } = await bench.forward(request);
    return {
      body: body.replace(
        new RegExp(`("id":"${String(customer?.id)}"\\}.*?"value":")[\\d.]+("\\}\\])`),
        '$19999.99$2',
      ),
    };
  };
  const first = differing(await prove()) as { reason: string }[];
  expect(first.map(({ reason }) => reason)).toContain('searching');
  const second = differing(await prove()) as { reason: string }[];
  expect(new Set(second.map(({ reason }) => reason))).toEqual(new Set(['unexplained']));
  await bench.db.query(
    `INSERT INTO quickbooks.journal_entry_lines
       (realm_id, journal_entry_id, line_index, account_id, entity_type, entity_id, amount)
     SELECT entry.realm_id, min(entry.id), 99, min(account.id), 'Customer', $1, 20000
     FROM quickbooks.journal_entries AS entry, quickbooks.accounts AS account
     WHERE account.account_type = 'Accounts Receivable' GROUP BY 1`,
    [customer?.id],
  );
  const third = differing(await prove()) as { reason: string }[];
  expect(new Set(third.map(({ reason }) => reason))).toEqual(new Set(['journal_entries']));
});

test('I38: amounts are not compared while the books change', async () => {
  await open();
  bench.disturb = async (request) => {
    if (!request.url.pathname.endsWith('/reports/TrialBalance')) return undefined;
    const answer = await bench.forward(request);
    await bench.control('clock', { advanceSeconds: 2 });
    await bench.write('Customer', { DisplayName: 'Came while amounts were compared' });
    return answer;
  };
  expect(await prove()).toEqual([]);
  expect(bench.statements.filter((statement) => statement.startsWith('CDC')).length).toBeGreaterThan(1);
});
