import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { markDeleted } from './deletions.ts';
import { writePage } from './page-writer.ts';

/*
 * The questions of docs/queries.md, each asked of a small company whose answers are known.
 */

const realmId = toRealmId('9320000000001');
const today = new Date();
/** A date this many days from today. */
const day = (offset: number): string =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + offset))
    .toISOString()
    .slice(0, 10);
const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

let database: TestDatabase;
/** Two companies of the same books: every name stands twice. */
let twins: TestDatabase;

type Company = { readonly db: TestDatabase['db']; readonly realmId: RealmId };

async function seed({ db, realmId }: Company, name: string, records: readonly object[]): Promise<void> {
  const entity = entityByName(name);
  if (entity === undefined) throw new Error(`No entity ${name}.`);
  const text = JSON.stringify(records);
  const result = await db.transaction((tx) =>
    writePage(tx, { entity, realmId, text, path: [], observedAt: new Date('2026-01-01T00:00:00Z') }),
  );
  expect(result).toMatchObject({ created: records.length, rejected: [] });
}

const ann = { CustomerRef: { value: '1', name: 'Ann' } };
const sold = (amount: number, qty = 1) => ({
  Amount: amount,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '5', name: 'Pump' }, Qty: qty },
});
const subtotal = (amount: number) => ({
  Amount: amount,
  DetailType: 'SubTotalLineDetail',
  SubTotalLineDetail: {},
});
const spent = (amount: number) => ({
  Amount: amount,
  DetailType: 'AccountBasedExpenseLineDetail',
  AccountBasedExpenseLineDetail: { AccountRef: { value: '60', name: 'Rent' } },
});
const booked = (account: string, side: string, amount: number) => ({
  Amount: amount,
  DetailType: 'JournalEntryLineDetail',
  JournalEntryLineDetail: { PostingType: side, AccountRef: { value: account } },
});
const taxed = {
  TxnTaxDetail: {
    TaxLine: [{ Amount: 8, TaxLineDetail: { TaxRateRef: { value: '3' }, NetAmountTaxable: 100 } }],
  },
};

beforeAll(async () => {
  [database, twins] = await Promise.all([openTestDatabase(), openTestDatabase()]);
  await seedBooks({ db: database.db, realmId });
  for (const one of [realmId, toRealmId('9320000000002')]) await seedBooks({ db: twins.db, realmId: one });
});
afterAll(() => Promise.all([database.close(), twins.close()]));

async function seedBooks(company: Company): Promise<void> {
  const { db, realmId: realm } = company;
  await db.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, company_name) VALUES ($1, 'Books & Co')`,
    [realm],
  );
  await seed(company, 'Preferences', [
    {
      Id: '1',
      CurrencyPrefs: { HomeCurrency: { value: 'USD' } },
      SalesFormsPrefs: { DefaultDiscountAccount: '41' },
    },
  ]);
  await seed(company, 'Account', [
    { Id: '40', Name: 'Sales', Classification: 'Revenue' },
    { Id: '41', Name: 'Discounts given', Classification: 'Revenue' },
    { Id: '60', Name: 'Rent', Classification: 'Expense' },
    { Id: '70', Name: 'Bank', Classification: 'Asset' },
  ]);
  await seed(company, 'TaxAgency', [{ Id: '1', DisplayName: 'State' }]);
  await seed(company, 'TaxRate', [{ Id: '3', Name: 'State 8', AgencyRef: { value: '1' } }]);
  await seed(company, 'Item', [
    {
      Id: '5',
      Name: 'Pump',
      FullyQualifiedName: 'Garden:Pump',
      Type: 'Inventory',
      Active: true,
      QtyOnHand: 2,
      ReorderPoint: 3,
      PurchaseCost: 7.5,
      IncomeAccountRef: { value: '40' },
    },
  ]);
  const discount = {
    Amount: 10,
    DetailType: 'DiscountLineDetail',
    DiscountLineDetail: { PercentBased: false },
  };
  await seed(company, 'Invoice', [
    {
      Id: '10',
      ...ann,
      ...taxed,
      DocNumber: 'A1',
      TxnDate: day(-40),
      DueDate: day(-10),
      TotalAmt: 98,
      Balance: 48,
      Line: [sold(100, 4), subtotal(100), discount],
    },
    {
      Id: '11',
      ...ann,
      TxnDate: day(0),
      DueDate: day(30),
      TotalAmt: 20,
      Balance: 20,
      Line: [sold(20, 2), subtotal(20)],
    },
    {
      Id: '12',
      ...ann,
      TxnDate: day(0),
      TotalAmt: 0,
      Balance: 0,
      PrivateNote: 'Voided',
      Line: [],
      MetaData: { LastUpdatedTime: `${day(-1)}T00:00:00Z` },
    },
    { Id: '13', ...ann, TxnDate: day(0), TotalAmt: 999, Balance: 999, Line: [sold(999, 9)] },
  ]);
  const invoice = entityByName('Invoice');
  if (invoice === undefined) throw new Error('No invoices.');
  await db.transaction((tx) =>
    markDeleted(tx, {
      entity: invoice,
      realmId: realm,
      deletions: [{ id: '13', deletedAt: today }],
      observedAt: today,
    }),
  );
  await seed(company, 'CreditMemo', [
    { Id: '20', ...ann, TxnDate: day(0), TotalAmt: 5, RemainingCredit: 5, Line: [sold(5), subtotal(5)] },
  ]);
  await seed(company, 'Payment', [
    {
      Id: '30',
      ...ann,
      TxnDate: day(-20),
      TotalAmt: 60,
      UnappliedAmt: 10,
      Line: [{ Amount: 50, LinkedTxn: [{ TxnId: '10', TxnType: 'Invoice' }] }],
    },
  ]);
  await seed(company, 'Bill', [
    {
      Id: '40',
      VendorRef: { value: '2', name: 'Landlord' },
      TxnDate: day(0),
      DueDate: day(3),
      TotalAmt: 30,
      Balance: 30,
      Line: [spent(30)],
    },
    {
      Id: '41',
      VendorRef: { value: '2', name: 'Landlord' },
      TxnDate: day(0),
      DueDate: day(60),
      TotalAmt: 1,
      Balance: 1,
      Line: [spent(1)],
    },
  ]);
  await seed(company, 'Purchase', [
    { Id: '50', TxnDate: day(0), Credit: true, TotalAmt: 4, Line: [spent(4)] },
  ]);
  await seed(company, 'JournalEntry', [
    { Id: '60', TxnDate: day(0), Line: [booked('60', 'Debit', 2), booked('70', 'Credit', 2)] },
  ]);
}

const questions = new Map(
  [
    ...readFileSync(new URL('../../docs/queries.md', import.meta.url), 'utf8').matchAll(
      /## ([^\n]+)\n[^#]*?```sql\n(.*?)```/gs,
    ),
  ].map(([, title = '', sql = '']) => [title, sql] as const),
);

/** The sums that the README and the help of the command line show, without what is only for the prompt. */
const examples = new Map(
  (
    [
      ['README.md', /```sql\n(.*?)```/gs],
      ['docs/cli.md', /ledger-mirror sql .*-c "([^"]+)"/g],
    ] as const
  ).flatMap(([file, pattern]) =>
    [...readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').matchAll(pattern)].map(
      ([, sql = ''], index) => [`${file} ${index + 1}`, sql.replaceAll(/^\s*\\.*$/gm, '')] as const,
    ),
  ),
);

async function answer(title: string): Promise<Record<string, unknown>[]> {
  const sql = questions.get(title);
  if (sql === undefined) throw new Error(`docs/queries.md does not ask: ${title}`);
  const { rows } = await database.db.execute(sql);
  for (const row of rows) Reflect.deleteProperty(row, 'realm_id');
  return rows;
}

const sameMonth = monthOf(day(-40)) === monthOf(day(0));

test('the document asks ten questions', () => {
  expect(questions.size).toBe(10);
});

test('who owes us, and for how long', async () => {
  expect(await answer('Who owes us, and for how long?')).toEqual([
    {
      company: 'Books & Co',
      customer_name: 'Ann',
      currency: null,
      not_due: '20',
      days_1_to_30: '48',
      days_31_to_60: null,
      days_61_to_90: null,
      older: null,
      total: '68',
    },
  ]);
});

test('bills of the next two weeks', async () => {
  expect(await answer('Which bills must be paid in the next two weeks?')).toMatchObject([
    { vendor_name: 'Landlord', due_date: day(3), balance: '30' },
  ]);
});

test('sales of each month, without what was deleted, voided or given back', async () => {
  const rows = await answer('What did we sell each month?');
  expect(rows.reduce((sum, row) => sum + Number(row['net']), 0)).toBe(98 + 20 - 5);
  expect(rows.at(-1)).toMatchObject({ month: monthOf(day(0)), given_back: '5' });
});

test('best sellers count each line once', async () => {
  const rows = await answer('Which products and services sell best?');
  const ofThisYear = day(-40).slice(0, 4) === day(0).slice(0, 4);
  expect(rows).toMatchObject([
    { item: 'Garden:Pump', quantity: ofThisYear ? '6' : '2', amount: ofThisYear ? '120.00' : '20.00' },
  ]);
});

test('income and expenses by month and account', async () => {
  const rows = await answer('What did we earn and spend, by month and account?');
  const of = (account: string) =>
    rows.filter((row) => row['account'] === account).map((row) => Number(row['amount']));
  expect(of('Sales')).toEqual(sameMonth ? [115] : [100, 15]);
  expect(of('Discounts given')).toEqual([-10]);
  expect(of('Rent')).toEqual([-30 - 1 + 4 - 2]);
  expect(of('Bank')).toEqual([]);
});

test('sales tax by agency', async () => {
  expect(await answer('How much sales tax did we charge, by agency and quarter?')).toMatchObject([
    { agency: 'State', rate: 'State 8', taxed_sales: '100', tax: '8.00' },
  ]);
});

test('stock on hand', async () => {
  expect(await answer('What is in stock, and what must be ordered?')).toMatchObject([
    { item: 'Garden:Pump', qty_on_hand: '2', value_at_cost: '15.00', must_be_ordered: true },
  ]);
});

test('money that is not set against anything', async () => {
  expect(await answer('Which money of customers is not yet set against an invoice?')).toMatchObject([
    { entity: 'Payment', id: '30', unused: '10' },
    { entity: 'CreditMemo', id: '20', unused: '5' },
  ]);
});

test('days to pay', async () => {
  expect(await answer('How long do customers take to pay?')).toMatchObject([
    { customer_name: 'Ann', invoices: 1, paid: '50', days: '20.0' },
  ]);
});

test('what was deleted or voided', async () => {
  const rows = await answer('Which invoices were deleted or voided in the last month?');
  expect(rows.map(({ id, what, total_amt }) => [id, what, total_amt])).toEqual([
    ['13', 'deleted', '999'],
    ['12', 'voided', '0'],
  ]);
});

const sums = [...examples].filter(([, sql]) => /group by/i.test(sql));

test.each([...questions, ...sums])('companies with the same names stay apart: %s', async (_title, sql) => {
  const rowsOf = async ({ db }: TestDatabase): Promise<string[]> => {
    const { rows } = await db.execute(`SET search_path = quickbooks; ${sql}`);
    // What tells the two apart.
    for (const row of rows) Reflect.deleteProperty(row, 'realm_id');
    return rows.map((row) => JSON.stringify(row));
  };
  const once = await rowsOf(database);
  expect(once.length).toBeGreaterThan(0);
  expect((await rowsOf(twins)).toSorted()).toEqual([...once, ...once].toSorted());
});

test('the README, the help and their statements were found', () => {
  expect(sums.map(([place]) => place)).toEqual(['README.md 1', 'docs/cli.md 1']);
});

test('the organizations view tells the home currency', async () => {
  const { rows } = await database.db.execute('SELECT name, home_currency FROM quickbooks.organizations');
  expect(rows).toEqual([{ name: 'Books & Co', home_currency: 'USD' }]);
});
