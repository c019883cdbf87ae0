import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { tablesMarkdown } from '../../scripts/generate-tables-doc.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { defineEntity, type RecordOf } from '../catalogue/entity.ts';
import { date, decimal, list, reference, text } from '../catalogue/fields.ts';
import { salesLines } from '../catalogue/line-details.ts';
import { salesFormFields } from '../catalogue/shared-fields.ts';
import { entities } from '../catalogue/index.ts';
import { missingStatements } from './drift.ts';
import { writePage } from './page-writer.ts';
import { parseQuery } from './records/query.ts';
import { recordTablesOf } from './records/record-table.ts';
import { tablesOf } from './schema.ts';
import { viewsOf } from './views.ts';

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

const withIt = [...entities, changeOrder];

test('an entity is added by declaring it: types, tables, comments and projection follow', async () => {
  type ChangeOrder = RecordOf<typeof changeOrder>;
  expectTypeOf<ChangeOrder['TotalAmt']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<NonNullable<ChangeOrder['Approval']>[number]['MaxAmt']>().toEqualTypeOf<string | undefined>();
  const { db } = test_;
  const statements = await missingStatements(db, tablesOf(withIt), viewsOf(withIt));
  // Its table, that of its lines, that of its approvals, and the two views of all transactions and all references.
  expect(statements).toHaveLength(5);
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
  expect(await missingStatements(db, tablesOf(withIt), viewsOf(withIt))).toEqual([]);
  expect(await row('SELECT entity, id, party_id, total_amt FROM quickbooks.transactions')).toEqual({
    entity: 'ChangeOrder',
    id: '7',
    party_id: '1',
    total_amt: '10.00',
  });
  expect(
    await row(`SELECT target_id FROM quickbooks.unresolved_references WHERE column_name = 'customer_id'`),
  ).toEqual({ target_id: '1' });
  expect(
    await row(
      `SELECT obj_description('quickbooks.change_orders'::regclass) AS doc,
              (SELECT count(*)::integer FROM pg_policy WHERE polrelid = 'quickbooks.change_orders'::regclass) AS policies,
              col_description('quickbooks.change_orders'::regclass, a.attnum) AS column_doc
       FROM pg_attribute AS a WHERE a.attrelid = 'quickbooks.change_orders'::regclass AND a.attname = 'accepted_by'`,
    ),
  ).toEqual({
    doc: 'Changes of an accepted estimate.',
    policies: 1,
    column_doc: 'Who accepted the offer. [ChangeOrder.AcceptedBy]',
  });
});

test('an entity that is added is in the documentation, and can be filtered and sorted by over HTTP', () => {
  const text = tablesMarkdown(withIt);
  for (const heading of ['### change_orders', '#### change_order_lines', '#### change_order_approvals'])
    expect(text).toContain(`\n${heading}\n`);
  expect(text).toContain('| `accepted_by` | text | Who accepted the offer. | `ChangeOrder.AcceptedBy` |');
  const table = recordTablesOf(withIt).get('change_orders');
  if (table === undefined) throw new Error('It cannot be read.');
  const filter = (column: string, operator: string, value: string) => ({ column, operator, values: [value] });
  const query = parseQuery(table, {
    realmId: '1',
    filters: [filter('total_amt', 'gte', '9.99'), filter('expiration_date', 'lt', '2026-01-31')],
    sort: [{ column: 'accepted_by', descending: true }],
    include: ['lines', 'change_order_approvals', 'linked_transactions', 'tax_lines'],
    maySeeSensitive: false,
  });
  expect(query.filters.map(({ column, values }) => [column.type, ...values])).toEqual([
    ['numeric', '9.99'],
    ['date', '2026-01-31'],
  ]);
  expect(() =>
    parseQuery(table, {
      realmId: '1',
      filters: [filter('expiration_date', 'lt', 'soon')],
      maySeeSensitive: false,
    }),
  ).toThrow(expect.objectContaining({ code: 'RECORDS_QUERY_INVALID' }));
});
