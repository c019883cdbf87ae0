import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entities, entityByName } from '../catalogue/index.ts';
import { writePage } from './page-writer.ts';

const realmId = toRealmId('9300000000001');
let test_: Awaited<ReturnType<typeof openTestDatabase>>;

async function seed(name: string, records: readonly object[], realm = realmId): Promise<void> {
  const entity = entityByName(name);
  if (entity === undefined) throw new Error(`No entity ${name}.`);
  const result = await test_.db.transaction((tx) =>
    writePage(tx, {
      entity,
      realmId: realm,
      text: JSON.stringify(records),
      path: [],
      observedAt: new Date('2026-03-01T00:00:00Z'),
    }),
  );
  expect(result.rejected).toEqual([]);
}

const rows = async (sql: string): Promise<unknown[]> => (await test_.db.execute(sql, [realmId])).rows;
const person = { CustomerRef: { value: '1', name: 'Ann' }, CurrencyRef: { value: 'USD' } };

beforeAll(async () => {
  test_ = await openTestDatabase();
  await seed('Customer', [
    {
      Id: '1',
      DisplayName: 'Ann',
      FullyQualifiedName: 'Ann',
      Balance: 70,
      BalanceWithJobs: 70,
      Active: true,
    },
    { Id: '2', DisplayName: 'Bob', Balance: 0, Active: false },
  ]);
  await seed('Vendor', [{ Id: '5', DisplayName: 'Tools Inc' }]);
  await seed('Invoice', [
    { Id: '10', ...person, TotalAmt: 100, Balance: 60, DueDate: '2020-01-31', TxnDate: '2020-01-01' },
    { Id: '11', ...person, TotalAmt: 40, Balance: 40, DueDate: '2999-01-31', TxnDate: '2026-01-02' },
    { Id: '12', ...person, TotalAmt: 25, Balance: 0, TxnDate: '2026-01-03' },
    { Id: '13', ...person, TotalAmt: 0, Balance: 0, PrivateNote: 'Voided', TxnDate: '2026-01-04' },
    { Id: '14', ...person, TotalAmt: 500, Balance: 500, TxnDate: '2026-01-05' },
    { Id: '15', CustomerRef: { value: '99', name: 'Nobody' }, TotalAmt: 1, Balance: 0 },
  ]);
  await seed('CreditMemo', [{ Id: '20', ...person, TotalAmt: 30, Balance: 20, RemainingCredit: 20 }]);
  await seed('Payment', [
    {
      Id: '30',
      ...person,
      TotalAmt: 50,
      UnappliedAmt: 10,
      Line: [{ Amount: 40, LinkedTxn: [{ TxnId: '10', TxnType: 'Invoice' }] }],
    },
    { Id: '31', ...person, TotalAmt: 0, UnappliedAmt: 0, PrivateNote: 'Voided', Line: [] },
  ]);
  await seed('Bill', [
    {
      Id: '40',
      VendorRef: { value: '5', name: 'Tools Inc' },
      TotalAmt: 80,
      Balance: 80,
      DueDate: '2020-06-30',
    },
    { Id: '41', VendorRef: { value: '5', name: 'Tools Inc' }, TotalAmt: 80, Balance: 0 },
  ]);
  await seed('Purchase', [
    { Id: '50', EntityRef: { value: '5', name: 'Tools Inc', type: 'Vendor' }, TotalAmt: 7 },
    { Id: '51', EntityRef: { value: '77', name: 'Gone', type: 'Employee' }, TotalAmt: 7 },
  ]);
  await seed('JournalEntry', [
    {
      Id: '60',
      TotalAmt: 0,
      Line: [
        { Amount: 12.5, JournalEntryLineDetail: { PostingType: 'Debit', AccountRef: { value: '1' } } },
        { Amount: 12.5, JournalEntryLineDetail: { PostingType: 'Credit', AccountRef: { value: '2' } } },
      ],
    },
  ]);
  await seed('Account', [{ Id: '1', Name: 'Cash' }]);
  await seed('SalesReceipt', [
    {
      Id: '70',
      ...person,
      TotalAmt: 5,
      Line: [
        { SalesItemLineDetail: { ItemRef: { value: 'SHIPPING_ITEM_ID' }, TaxCodeRef: { value: 'TAX' } } },
      ],
    },
  ]);
  await seed('Invoice', [{ Id: '10', ...person, TotalAmt: 9, Balance: 9 }], toRealmId('9300000000002'));
  await test_.db.execute(
    `UPDATE quickbooks.invoices SET deleted_at = now() WHERE realm_id = '${realmId}' AND id = '14'`,
  );
});
afterAll(async () => {
  await test_.close();
});

test('open invoices are those with a balance, without deleted and voided ones', async () => {
  expect(
    await rows(
      'SELECT id, balance, home_balance, days_overdue > 2000 AS late FROM quickbooks.open_invoices WHERE realm_id = $1 ORDER BY id',
    ),
  ).toEqual([
    { id: '10', balance: '60', home_balance: '60', late: true },
    { id: '11', balance: '40', home_balance: '40', late: false },
  ]);
});

test('a document is overdue by the date where its company is', async () => {
  // These two are always on different dates, whatever the date of the session.
  const east = { realm: toRealmId('9300000000011'), zone: 'Pacific/Kiritimati' };
  const west = { realm: toRealmId('9300000000012'), zone: 'Pacific/Pago_Pago' };
  const unknown = { realm: toRealmId('9300000000013'), zone: 'Mars/Olympus' };
  const unread = { realm: toRealmId('9300000000014'), zone: undefined };
  const dateIn = (zone = 'UTC'): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  const due = dateIn(west.zone);
  for (const { realm, zone } of [east, west, unknown, unread]) {
    await test_.db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [realm]);
    if (zone !== undefined) await seed('CompanyInfo', [{ Id: '1', DefaultTimeZone: zone }], realm);
    await seed('Customer', [{ Id: '1', DisplayName: 'Ann' }], realm);
    await seed('Invoice', [{ Id: '1', ...person, TotalAmt: 5, Balance: 5, DueDate: due }], realm);
    await seed('Bill', [{ Id: '1', TotalAmt: 5, Balance: 5, DueDate: due }], realm);
  }
  const seen = (realm: string, session: string): Promise<unknown[]> =>
    test_.db.transaction(async (tx) => {
      await tx.execute(`SET LOCAL timezone = '${session}'`);
      return tx.query(
        `SELECT i.days_overdue AS invoice, b.days_overdue AS bill, overdue_amount AS amount, o.today::text AS today
         FROM quickbooks.open_invoices AS i JOIN quickbooks.open_bills AS b USING (realm_id)
         JOIN quickbooks.customer_balances AS c USING (realm_id) JOIN quickbooks.organizations AS o USING (realm_id)
         WHERE realm_id = $1`,
        [realm],
      );
    });
  for (const session of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])
    for (const { realm, zone } of [east, west, unknown, unread]) {
      const today = dateIn(zone === unknown.zone ? 'UTC' : zone);
      const days = Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
      expect(await seen(realm, session), `${zone} seen from ${session}`).toEqual([
        { invoice: days, bill: days, amount: days > 0 ? '5' : '0', today },
      ]);
    }
});

test('open bills are those with a balance', async () => {
  expect(await rows('SELECT id, vendor_name FROM quickbooks.open_bills WHERE realm_id = $1')).toEqual([
    { id: '40', vendor_name: 'Tools Inc' },
  ]);
});

test("a customer's balance is shown with what it is made of", async () => {
  expect(
    await rows(
      `SELECT customer_id, balance, open_invoices::integer, open_invoice_amount, overdue_amount, unused_credit, unapplied_payments
       FROM quickbooks.customer_balances WHERE realm_id = $1 ORDER BY customer_id`,
    ),
  ).toEqual([
    {
      customer_id: '1',
      balance: '70',
      open_invoices: 2,
      open_invoice_amount: '100',
      overdue_amount: '60',
      unused_credit: '20',
      unapplied_payments: '10',
    },
    {
      customer_id: '2',
      balance: '0',
      open_invoices: 0,
      open_invoice_amount: '0',
      overdue_amount: '0',
      unused_credit: '0',
      unapplied_payments: '0',
    },
  ]);
});

test('every transaction is one row, voided ones marked and deleted ones left out', async () => {
  expect(
    await rows(
      `SELECT entity, id, party_type, party_id, total_amt, is_voided FROM quickbooks.transactions
       WHERE realm_id = $1 ORDER BY id`,
    ),
  ).toEqual(
    [
      ['Invoice', '10', 'Customer', '1', '100', false],
      ['Invoice', '11', 'Customer', '1', '40', false],
      ['Invoice', '12', 'Customer', '1', '25', false],
      ['Invoice', '13', 'Customer', '1', '0', true],
      ['Invoice', '15', 'Customer', '99', '1', false],
      ['CreditMemo', '20', 'Customer', '1', '30', false],
      ['Payment', '30', 'Customer', '1', '50', false],
      ['Payment', '31', 'Customer', '1', '0', true],
      ['Bill', '40', 'Vendor', '5', '80', false],
      ['Bill', '41', 'Vendor', '5', '80', false],
      ['Purchase', '50', 'Vendor', '5', '7', false],
      ['Purchase', '51', 'Employee', '77', '7', false],
      ['JournalEntry', '60', null, null, '12.5', false],
      ['SalesReceipt', '70', 'Customer', '1', '5', false],
    ].map(([entity, id, party_type, party_id, total_amt, is_voided]) => ({
      entity,
      id,
      party_type,
      party_id,
      total_amt,
      is_voided,
    })),
  );
});

test('the view of transactions has every type of the catalogue', async () => {
  const [row] = (await rows(`SELECT pg_get_viewdef('quickbooks.transactions'::regclass) || $1 AS text`)) as {
    text: string;
  }[];
  const types = entities.filter(({ kind }) => kind === 'transaction');
  expect(types.length).toBeGreaterThan(15);
  for (const { table } of types) expect(row?.text).toContain(`quickbooks.${table}`);
});

test('a reference that does not resolve is listed, one that QuickBooks never shows is not', async () => {
  expect(
    await rows(
      `SELECT entity, record_id, column_name, target_entity, target_id, target_name, is_deleted
       FROM quickbooks.unresolved_references WHERE realm_id = $1 ORDER BY entity, record_id`,
    ),
  ).toEqual([
    {
      entity: 'Invoice',
      record_id: '15',
      column_name: 'customer_id',
      target_entity: 'Customer',
      target_id: '99',
      target_name: 'Nobody',
      is_deleted: false,
    },
    {
      entity: 'JournalEntry',
      record_id: '60',
      column_name: 'account_id',
      target_entity: 'Account',
      target_id: '2',
      target_name: null,
      is_deleted: false,
    },
    {
      entity: 'Purchase',
      record_id: '51',
      column_name: 'entity_id',
      target_entity: 'Employee',
      target_id: '77',
      target_name: 'Gone',
      is_deleted: false,
    },
  ]);
});

test('a link to a deleted transaction says so', async () => {
  await test_.db.execute(
    `UPDATE quickbooks.invoices SET deleted_at = now() WHERE realm_id = '${realmId}' AND id = '10'`,
  );
  expect(
    await rows(
      `SELECT entity, record_id, target_id, is_deleted FROM quickbooks.unresolved_references
       WHERE realm_id = $1 AND table_name = 'linked_transactions'`,
    ),
  ).toEqual([{ entity: 'Payment', record_id: '30', target_id: '10', is_deleted: true }]);
});
