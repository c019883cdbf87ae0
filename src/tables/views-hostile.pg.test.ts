import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { markDeleted } from './deletions.ts';
import { writePage } from './page-writer.ts';
import { viewsOf } from './views.ts';

/*
 * What makes the numbers of a view wrong: rows that are deleted or voided, several currencies, credits, sub-customers,
 * inactive names, and a neighbour with the same ids.
 */

const realmId = toRealmId('9310000000001');
const neighbour = toRealmId('9310000000002');
let database: TestDatabase;

const entity = (name: string) => {
  const found = entityByName(name);
  if (found === undefined) throw new Error(`No entity ${name}.`);
  return found;
};

async function seed(name: string, records: readonly object[], realm = realmId): Promise<void> {
  const result = await database.db.transaction((tx) =>
    writePage(tx, {
      entity: entity(name),
      realmId: realm,
      text: JSON.stringify(records),
      path: [],
      observedAt: new Date('2026-03-01T00:00:00Z'),
    }),
  );
  expect(result.rejected).toEqual([]);
}

const remove = (name: string, id: string): Promise<unknown> =>
  database.db.transaction((tx) =>
    markDeleted(tx, {
      entity: entity(name),
      realmId,
      deletions: [{ id, deletedAt: undefined }],
      observedAt: new Date('2026-03-02T00:00:00Z'),
    }),
  );

const rows = async (sql: string): Promise<unknown[]> => (await database.db.execute(sql, [realmId])).rows;

const of = (id: string, name: string) => ({ CustomerRef: { value: id, name } });
const euro = { CurrencyRef: { value: 'EUR' }, ExchangeRate: 1.23456789 };
const past = { DueDate: '2020-01-31' };

beforeAll(async () => {
  database = await openTestDatabase();
  const customers = [
    {
      Id: '1',
      DisplayName: 'Ann',
      FullyQualifiedName: 'Ann',
      Balance: 10,
      BalanceWithJobs: 40,
      Active: true,
    },
    {
      Id: '2',
      DisplayName: 'Roof',
      FullyQualifiedName: 'Ann:Roof',
      ParentRef: { value: '1' },
      Job: true,
      Balance: 30,
      BalanceWithJobs: 30,
      Active: true,
    },
    { Id: '3', DisplayName: 'Bob (deleted)', Balance: 5, Active: false },
    { Id: '4', DisplayName: 'Euro GmbH', CurrencyRef: { value: 'EUR' }, Balance: 100, Active: true },
  ];
  await seed('Customer', customers);
  await seed('Customer', customers, neighbour);
  await seed('Invoice', [
    { Id: '10', ...of('1', 'Ann'), ...past, TotalAmt: 10, Balance: 10 },
    { Id: '11', ...of('2', 'Ann:Roof'), ...past, TotalAmt: 30, Balance: 30 },
    { Id: '12', ...of('3', 'Bob (deleted)'), ...past, TotalAmt: 5, Balance: 5 },
    {
      Id: '13',
      ...of('4', 'Euro GmbH'),
      ...euro,
      ...past,
      TotalAmt: 100,
      Balance: 100,
      HomeTotalAmt: 123.46,
    },
    {
      Id: '14',
      ...of('4', 'Euro GmbH'),
      ...euro,
      TotalAmt: 50,
      Balance: 50,
      HomeTotalAmt: 61.73,
      HomeBalance: 61.7,
    },
    { Id: '20', ...of('1', 'Ann'), ...past, TotalAmt: 700, Balance: 700 },
    { Id: '21', ...of('1', 'Ann'), ...past, TotalAmt: 0, Balance: 0, PrivateNote: 'Voided', Line: [] },
    { Id: '22', ...of('1', 'Ann'), TotalAmt: 0, Balance: 0 },
  ]);
  await remove('Invoice', '20');
  await seed('Invoice', [{ Id: '10', ...of('1', 'Ann'), TotalAmt: 9, Balance: 9 }], neighbour);
  await seed('CreditMemo', [
    { Id: '30', ...of('1', 'Ann'), TotalAmt: 8, Balance: 8, RemainingCredit: 3 },
    { Id: '31', ...of('1', 'Ann'), TotalAmt: 8, RemainingCredit: 8 },
    { Id: '32', ...of('1', 'Ann'), TotalAmt: 0, Balance: 0, PrivateNote: 'Voided', RemainingCredit: 0 },
    { Id: '33', ...of('2', 'Ann:Roof'), TotalAmt: 4, Balance: 4 },
  ]);
  await remove('CreditMemo', '31');
  await seed('Payment', [
    { Id: '40', ...of('1', 'Ann'), TotalAmt: 50, UnappliedAmt: 6, Line: [] },
    { Id: '41', ...of('1', 'Ann'), TotalAmt: 50, UnappliedAmt: 50, Line: [] },
    { Id: '42', ...of('1', 'Ann'), TotalAmt: 0, UnappliedAmt: 0, PrivateNote: 'Voided', Line: [] },
  ]);
  await remove('Payment', '41');
  const vendor = { VendorRef: { value: '1', name: 'Tools' } };
  await seed('Vendor', [{ Id: '1', DisplayName: 'Tools (deleted)', Active: false }]);
  await seed('Bill', [
    { Id: '50', ...vendor, ...euro, ...past, TotalAmt: 10, Balance: 10 },
    { Id: '51', ...vendor, TotalAmt: 10, Balance: 10 },
    { Id: '52', ...vendor, TotalAmt: 10, Balance: 0 },
  ]);
  await remove('Bill', '51');
  await seed('JournalEntry', [
    {
      Id: '60',
      ...euro,
      TotalAmt: 0,
      HomeTotalAmt: 0,
      Line: [
        { Amount: 100, JournalEntryLineDetail: { PostingType: 'Debit' } },
        { Amount: 100, JournalEntryLineDetail: { PostingType: 'Credit' } },
      ],
    },
  ]);
});
afterAll(async () => {
  await database.close();
});

test('open invoices count nothing deleted or voided, and say what is open in the home currency', async () => {
  expect(
    await rows(
      'SELECT id, currency, balance, home_balance FROM quickbooks.open_invoices WHERE realm_id = $1 ORDER BY id',
    ),
  ).toEqual([
    { id: '10', currency: null, balance: '10', home_balance: '10' },
    { id: '11', currency: null, balance: '30', home_balance: '30' },
    { id: '12', currency: null, balance: '5', home_balance: '5' },
    { id: '13', currency: 'EUR', balance: '100', home_balance: '123.46' },
    { id: '14', currency: 'EUR', balance: '50', home_balance: '61.7' },
  ]);
});

test('open bills count nothing deleted, nothing paid, and keep bills of inactive vendors', async () => {
  expect(
    await rows(
      'SELECT id, vendor_name, balance, home_balance FROM quickbooks.open_bills WHERE realm_id = $1',
    ),
  ).toEqual([{ id: '50', vendor_name: 'Tools', balance: '10', home_balance: '12.35' }]);
});

test('a customer balance is made of its own records, a sub-customer of its own', async () => {
  expect(
    await rows(
      `SELECT customer_name, active, currency, balance, balance_with_jobs, open_invoices::integer AS open, open_invoice_amount AS amount,
              overdue_amount AS overdue, unused_credit AS credit, unapplied_payments AS unapplied
       FROM quickbooks.customer_balances WHERE realm_id = $1 ORDER BY customer_id`,
    ),
  ).toEqual([
    {
      customer_name: 'Ann',
      active: true,
      currency: null,
      balance: '10',
      balance_with_jobs: '40',
      open: 1,
      amount: '10',
      overdue: '10',
      credit: '3',
      unapplied: '6',
    },
    {
      customer_name: 'Ann:Roof',
      active: true,
      currency: null,
      balance: '30',
      balance_with_jobs: '30',
      open: 1,
      amount: '30',
      overdue: '30',
      credit: '4',
      unapplied: '0',
    },
    {
      customer_name: 'Bob (deleted)',
      active: false,
      currency: null,
      balance: '5',
      balance_with_jobs: null,
      open: 1,
      amount: '5',
      overdue: '5',
      credit: '0',
      unapplied: '0',
    },
    {
      customer_name: 'Euro GmbH',
      active: true,
      currency: 'EUR',
      balance: '100',
      balance_with_jobs: null,
      open: 2,
      amount: '150',
      overdue: '100',
      credit: '0',
      unapplied: '0',
    },
  ]);
});

test('every transaction says its total in the home currency, whether or not QuickBooks does', async () => {
  expect(
    await rows(
      `SELECT entity, id, total_amt, home_total_amt, is_voided FROM quickbooks.transactions
       WHERE realm_id = $1 AND (currency = 'EUR' OR is_voided OR id IN ('10', '20', '31', '41', '51')) ORDER BY id`,
    ),
  ).toEqual(
    [
      ['Invoice', '10', '10', '10', false],
      ['Invoice', '13', '100', '123.46', false],
      ['Invoice', '14', '50', '61.73', false],
      ['Invoice', '21', '0', '0', true],
      ['CreditMemo', '32', '0', '0', true],
      ['Payment', '42', '0', '0', true],
      ['Bill', '50', '10', '12.35', false],
      ['JournalEntry', '60', '100', '123.46', false],
    ].map(([type, id, total_amt, home_total_amt, is_voided]) => ({
      entity: type,
      id,
      total_amt,
      home_total_amt,
      is_voided,
    })),
  );
});

test('a neighbour with the same ids adds to no row and resolves no reference', async () => {
  await seed('Estimate', [{ Id: '70', ...of('9', 'Only next door') }]);
  await seed('Customer', [{ Id: '9', DisplayName: 'Only next door' }], neighbour);
  expect(
    await rows(
      `SELECT realm_id, record_id, target_id FROM quickbooks.unresolved_references WHERE realm_id = $1`,
    ),
  ).toEqual([{ realm_id: realmId, record_id: '70', target_id: '9' }]);
  await remove('Estimate', '70');
  expect(await rows('SELECT 1 FROM quickbooks.unresolved_references WHERE realm_id = $1')).toEqual([]);
  expect(
    await rows(`SELECT count(*)::integer AS n FROM quickbooks.open_invoices WHERE realm_id <> $1`),
  ).toEqual([{ n: 1 }]);
});

test('a reference to an inactive record resolves', async () => {
  await seed('Estimate', [{ Id: '71', ...of('3', 'Bob (deleted)') }]);
  expect(await rows('SELECT 1 FROM quickbooks.unresolved_references WHERE realm_id = $1')).toEqual([]);
});

test('every view begins with the company and has the columns it says', async () => {
  const views = viewsOf();
  expect(views.length).toBeGreaterThanOrEqual(6);
  for (const { name, columns } of views) {
    const { fields } = await database.db.execute(`SELECT * FROM quickbooks.${name} LIMIT 0`);
    expect(
      fields.map((field) => field.name),
      name,
    ).toEqual(columns.map(([column]) => column));
    expect(fields[0]?.name).toBe('realm_id');
  }
});
