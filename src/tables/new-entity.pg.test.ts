import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { defineEntity, type RecordOf } from '../catalogue/entity.ts';
import { date, decimal, list, reference, text } from '../catalogue/fields.ts';
import { salesLines } from '../catalogue/line-details.ts';
import { salesFormFields } from '../catalogue/shared-fields.ts';
import { entities } from '../catalogue/index.ts';
import { missingStatements } from './drift.ts';
import { writePage } from './page-writer.ts';
import { tablesOf } from './schema.ts';

// What a file of its own in catalogue/entities would hold; nothing else is written about the entity.
const changeOrder = defineEntity({
  name: 'ChangeOrder',
  table: 'change_orders',
  kind: 'transaction',
  doc: 'Changes of an accepted estimate.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 58,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: salesLines,
  fields: {
    ...salesFormFields,
    ExpirationDate: date('Last day the offer holds.'),
    AcceptedBy: text('Who accepted the offer.'),
    Approval: list({
      table: 'change_order_approvals',
      doc: 'Who approved the change.',
      fields: { EmployeeRef: reference('Employee', 'Who approved.'), MaxAmt: decimal('Up to how much.') },
    }),
  },
});

let test_: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(async () => {
  await test_.close();
});

test('an entity is added by declaring it: types, tables, comments and projection follow', async () => {
  type ChangeOrder = RecordOf<typeof changeOrder>;
  expectTypeOf<ChangeOrder['TotalAmt']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<NonNullable<ChangeOrder['Approval']>[number]['MaxAmt']>().toEqualTypeOf<string | undefined>();
  const { db } = test_;
  const statements = await missingStatements(db, tablesOf([...entities, changeOrder]));
  expect(statements).toHaveLength(3);
  await db.execute(statements.join('\n'));
  const record = `{"Id":"7","SyncToken":"0","TotalAmt":10.00,"AcceptedBy":"Ann","CustomerRef":{"value":"1"},
    "Line":[{"Id":"1","Amount":10.00,"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"5"}},
             "LinkedTxn":[{"TxnId":"3","TxnType":"Estimate"}]}],
    "Approval":[{"EmployeeRef":{"value":"9"},"MaxAmt":99.50}]}`;
  const result = await db.transaction((tx) =>
    writePage(tx, {
      entity: changeOrder,
      realmId: toRealmId('9130000000000001'),
      text: `[${record}]`,
      path: [],
      observedAt: new Date(),
    }),
  );
  expect(result).toMatchObject({ created: 1, rejected: [] });
  const row = async (sql: string): Promise<unknown> => (await db.execute(sql)).rows[0];
  expect(await row('SELECT total_amt, accepted_by, customer_id FROM quickbooks.change_orders')).toEqual({
    total_amt: '10.00',
    accepted_by: 'Ann',
    customer_id: '1',
  });
  expect(await row('SELECT change_order_id, item_id FROM quickbooks.change_order_lines')).toEqual({
    change_order_id: '7',
    item_id: '5',
  });
  expect(
    await row(
      'SELECT change_order_id, list_index, employee_id, max_amt FROM quickbooks.change_order_approvals',
    ),
  ).toEqual({ change_order_id: '7', list_index: 0, employee_id: '9', max_amt: '99.50' });
  expect(await row('SELECT entity, txn_id FROM quickbooks.linked_transactions')).toEqual({
    entity: 'ChangeOrder',
    txn_id: '3',
  });
});
