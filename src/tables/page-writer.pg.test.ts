import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePage } from './page-writer.ts';
import {
  entity,
  fullInvoice,
  openPages,
  small,
  stamp,
  type Pages,
} from '../../test/support/quickbooks-pages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(async () => {
  await pages.close();
});

test('a whole invoice arrives exactly: scalars, references, lines, bundles, links, custom fields and tax', async () => {
  const realm = pages.newRealm();
  expect(await pages.write({ realm, records: [fullInvoice] })).toMatchObject({
    created: 1,
    updated: 0,
    unchanged: 0,
    rejected: [],
  });
  expect(await pages.row('SELECT * FROM quickbooks.invoices WHERE realm_id = $1', realm)).toMatchObject({
    id: '5000000000000503624',
    doc_number: '1037',
    txn_date: '2026-01-31',
    customer_id: '24',
    customer_name: 'Sonnenschein Family Store',
    total_amt: '123456789012345.67',
    balance: '0.1',
    exchange_rate: '1.2345678901',
    home_total_amt: '10.00',
    apply_tax_after_discount: false,
    e_invoice_status: '',
    due_date: null,
    bill_email: 'a@b.example',
    bill_addr_line1: 'Zoë 😀',
    bill_addr_city: 'Ñ',
    created_at: new Date('2026-01-02T11:04:05Z'),
    updated_at: new Date('2026-02-01T08:00:00Z'),
    sync_token: '3',
    deleted_at: null,
    is_voided: false,
    custom_fields: { 'Generator Model': 'GX 200', 'Engine Model': null },
    txn_tax_detail_total_tax: '26.96',
  });
  expect(
    await pages.rows(
      'SELECT line_index, parent_line_index, line_id, detail_type, item_id, unit_price, qty, amount, quantity FROM quickbooks.invoice_lines WHERE realm_id = $1 ORDER BY 1',
      realm,
    ),
  ).toEqual([
    {
      line_index: 0,
      parent_line_index: null,
      line_id: '1',
      detail_type: 'SalesItemLineDetail',
      item_id: '5',
      unit_price: '0.5306667',
      qty: '1',
      amount: '275.00',
      quantity: null,
    },
    {
      line_index: 1,
      parent_line_index: null,
      line_id: '2',
      detail_type: 'GroupLineDetail',
      item_id: null,
      unit_price: null,
      qty: null,
      amount: '0',
      quantity: '2',
    },
    {
      line_index: 2,
      parent_line_index: 1,
      line_id: '3',
      detail_type: 'SalesItemLineDetail',
      item_id: '11',
      unit_price: null,
      qty: '3',
      amount: '12.75',
      quantity: null,
    },
    {
      line_index: 3,
      parent_line_index: null,
      line_id: null,
      detail_type: 'SubTotalLineDetail',
      item_id: null,
      unit_price: null,
      qty: null,
      amount: '287.75',
      quantity: null,
    },
  ]);
  expect(
    await pages.rows(
      'SELECT line_index, link_index, txn_type, txn_id, linked_entity FROM quickbooks.linked_transactions WHERE realm_id = $1 ORDER BY 1, 2',
      realm,
    ),
  ).toEqual([
    { line_index: -1, link_index: 0, txn_type: 'Estimate', txn_id: '100', linked_entity: 'Estimate' },
    { line_index: -1, link_index: 1, txn_type: 'StatementCharge', txn_id: '7', linked_entity: null },
    { line_index: 2, link_index: 0, txn_type: 'TimeActivity', txn_id: '9', linked_entity: 'TimeActivity' },
  ]);
  expect(
    await pages.rows(
      'SELECT definition_id, name, value FROM quickbooks.custom_fields WHERE realm_id = $1 ORDER BY 1',
      realm,
    ),
  ).toEqual([
    { definition_id: '1', name: 'Generator Model', value: 'GX 200' },
    { definition_id: '2', name: 'Engine Model', value: null },
  ]);
  expect(
    await pages.rows(
      'SELECT amount, tax_rate_id, tax_percent, net_amount_taxable, percent_based FROM quickbooks.tax_lines WHERE realm_id = $1',
      realm,
    ),
  ).toEqual([
    { amount: '26.96', tax_rate_id: '3', tax_percent: '8', net_amount_taxable: '337', percent_based: true },
  ]);
});

test('raw keeps the scale of every number', async () => {
  const realm = pages.newRealm();
  await pages.write({ realm, records: [small('1', 'x')] });
  expect(
    await pages.row(`SELECT raw ->> 'TotalAmt' AS total FROM quickbooks.invoices WHERE realm_id = $1`, realm),
  ).toEqual({ total: '10.00' });
});

test('NUL and lone surrogates are replaced, and the rest of the page is stored as one', async () => {
  const realm = pages.newRealm();
  const result = await pages.write({
    realm,
    records: [small('1', String.raw`a\u0000b\ud800c`), small('2', 'fine')],
  });
  expect(result).toMatchObject({ created: 2, rejected: [], replaced: 2 });
  expect(
    await pages.row(`SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1 AND id = '1'`, realm),
  ).toEqual({ private_note: 'a\ufffdb\ufffdc' });
});

test('a record PostgreSQL refuses is rejected with the reason, and the rest of its page is stored', async () => {
  const realm = pages.newRealm();
  const bad = `{"Id":"2","TotalAmt":"ten dollars",${stamp('2026-02-01T00:00:00-08:00')}}`;
  const result = await pages.write({
    realm,
    records: [small('1', 'a'), bad, `{"DocNumber":"no id"}`, small('3', 'c')],
  });
  expect(result).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
  expect(result.rejected).toEqual([
    {
      recordId: '2',
      reason: 'Invoice 2: TotalAmt is "ten dollars", which is not a number',
      document: bad,
    },
    {
      recordId: undefined,
      reason: 'Invoice: it has no Id to be stored under',
      document: '{"DocNumber":"no id"}',
    },
  ]);
  expect(
    await pages.rows('SELECT id FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id', realm),
  ).toEqual([{ id: '1' }, { id: '3' }]);
});

test('an empty answer writes nothing', async () => {
  const realm = pages.newRealm();
  const page = {
    entity: entity('Invoice'),
    realmId: realm,
    text: '{"QueryResponse":{},"time":"x"}',
    path: ['QueryResponse', 'Invoice'],
    observedAt: new Date(),
  };
  expect(await pages.db.transaction((tx) => writePage(tx, page))).toEqual({
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: [],
    replaced: 0,
  });
});

test.each([
  [
    'Customer',
    '{"Id":"1","DisplayName":"Amy\'s Bird Sanctuary","Active":true,"Balance":239.00,"ParentRef":{"value":"2"},"PrimaryPhone":{"FreeFormNumber":"(650) 555-3311"}}',
    'customers',
    {
      display_name: "Amy's Bird Sanctuary",
      active: true,
      balance: '239.00',
      parent_id: '2',
      primary_phone: '(650) 555-3311',
    },
  ],
  [
    'Item',
    '{"Id":"1","Name":"Pump","Sku":"P-1","Type":"Inventory","UnitPrice":15.1234567,"QtyOnHand":25}',
    'items',
    { name: 'Pump', sku: 'P-1', type: 'Inventory', unit_price: '15.1234567', qty_on_hand: '25' },
  ],
  [
    'Account',
    '{"Id":"33","Name":"Accounts Payable (A/P)","CurrentBalance":-1602.67,"Classification":"Liability"}',
    'accounts',
    { name: 'Accounts Payable (A/P)', current_balance: '-1602.67', classification: 'Liability' },
  ],
  [
    'CompanyInfo',
    '{"Id":"1","CompanyName":"Craig","Country":"US","NameValue":[{"Name":"OfferingSku","Value":"QuickBooks Online Plus"}]}',
    'company_info',
    {
      company_name: 'Craig',
      country: 'US',
      name_value: [{ Name: 'OfferingSku', Value: 'QuickBooks Online Plus' }],
    },
  ],
])('%s arrives with its own columns', async (name, record, table, expected) => {
  const realm = pages.newRealm();
  expect(await pages.write({ realm, records: [record], entity: entity(name) })).toMatchObject({ created: 1 });
  expect(await pages.row(`SELECT * FROM quickbooks.${table} WHERE realm_id = $1`, realm)).toMatchObject(
    expected,
  );
});
