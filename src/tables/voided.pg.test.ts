import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entities, entityByName } from '../catalogue/index.ts';
import { writePage } from './page-writer.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
});

let realms = 0;

/** Whether each of the records is stored as voided, in their order. */
async function voided(name: string, records: readonly Record<string, unknown>[]): Promise<unknown[]> {
  const entity = entityByName(name);
  if (entity === undefined) throw new Error(`No entity ${name}.`);
  const realmId = toRealmId(String(9_900_000_000_000 + (realms += 1)));
  const text = JSON.stringify(records.map((record, index) => ({ Id: String(1000 + index), ...record })));
  const result = await database.db.transaction((tx) =>
    writePage(tx, { entity, realmId, text, path: [], observedAt: new Date() }),
  );
  expect(result).toMatchObject({ created: records.length, rejected: [] });
  const { rows } = await database.db.execute<{ is_voided: boolean }>(
    `SELECT is_voided FROM quickbooks.${entity.table} WHERE realm_id = $1 ORDER BY id`,
    [realmId],
  );
  return rows.map((row) => row.is_voided);
}

/** As QuickBooks leaves an invoice that was voided. */
const asVoided = (note: string) => ({
  PrivateNote: note,
  TotalAmt: 0,
  Balance: 0,
  Line: [
    { Id: '1', Amount: 0, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { Qty: 0 } },
    { Amount: 0, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
  ],
});

test('a void is recognised by its note in the languages of QuickBooks, whatever the locale of the server', async () => {
  const notes = [
    'Voided',
    'VOIDED',
    'Voided - ordered twice',
    'Voided: ordered twice',
    'Annulé',
    'ANNULÉE',
    'Annulé - commandé deux fois',
    'Anulado',
    'Anulada: pedido doble',
    'Annullato',
    'Storniert',
    'UNGÜLTIG',
    'Ongeldig',
    '已作废',
    '作廢 - 重複',
    '無効',
  ];
  expect(await voided('Invoice', notes.map(asVoided))).toEqual(notes.map(() => true));
});

test('a note alone is no void: something of the transaction is not zero', async () => {
  const note = { PrivateNote: 'Voided' };
  const freeOrder = [
    { Amount: 100, DetailType: 'SalesItemLineDetail' },
    { Amount: '100.00', DetailType: 'DiscountLineDetail' },
  ];
  expect(
    await voided('Invoice', [
      { ...note, TotalAmt: 25 },
      { ...note, TotalAmt: '25.00', Line: [] },
      { ...note, TotalAmt: 0, Balance: 0.01 },
      { ...note, TotalAmt: 0, Line: freeOrder },
      { ...note, TotalAmt: 0, Line: freeOrder.slice(1) },
    ]),
  ).toEqual([false, false, false, false, false]);
});

test('a total of zero alone is no void, nor with a note that only looks like one', async () => {
  const notes = [
    '',
    'Not voided',
    'Avoided',
    'voidedness',
    'Annulation of the order',
    'Created by QB Online',
  ];
  expect(await voided('Invoice', [{ TotalAmt: 0, Balance: 0 }, ...notes.map(asVoided)])).toEqual([
    false,
    ...notes.map(() => false),
  ]);
  // How QuickBooks writes down that a credit was applied.
  const applied = { TotalAmt: 0, PrivateNote: 'Created by QB Online to link credits to charges.' };
  expect(await voided('Payment', [applied])).toEqual([false]);
});

test('a void that QuickBooks tells of in so many words is one', async () => {
  expect(
    await voided('Invoice', [
      { TotalAmt: 0, invoiceStatus: 'VOIDED' },
      { TotalAmt: 0, invoiceStatus: 'DEPOSITED' },
    ]),
  ).toEqual([true, false]);
});

test('a void is recognised on every entity that can be voided', async () => {
  const voidable = entities.filter((entity) => entity.voidable).map(({ name }) => name);
  expect(voidable.toSorted()).toEqual([
    'BillPayment',
    'CreditMemo',
    'Invoice',
    'Payment',
    'Purchase',
    'RefundReceipt',
    'SalesReceipt',
    'Transfer',
  ]);
  for (const name of voidable) {
    const amount = name === 'Transfer' ? 'Amount' : 'TotalAmt';
    const records = [
      { PrivateNote: 'Voided', [amount]: 0, Line: [] },
      { PrivateNote: 'Voided', [amount]: '0.00' },
      { PrivateNote: 'Voided', [amount]: 12.5 },
      { [amount]: 0, Line: [] },
      { [amount]: 0, status: 'Voided' },
    ];
    expect(await voided(name, records), name).toEqual([true, true, false, false, true]);
  }
});
