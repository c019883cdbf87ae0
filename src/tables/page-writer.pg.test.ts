import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName, type EntityDefinition } from '../catalogue/index.ts';
import type { Database } from '../postgres/database.ts';
import { writePage, type PageResult } from './page-writer.ts';

const entity = (name: string): EntityDefinition => {
  const found = entityByName(name);
  if (found === undefined) throw new Error(`No entity ${name}.`);
  return found;
};

const invoices = entity('Invoice');
let test_: Awaited<ReturnType<typeof openTestDatabase>>;
let db: Database;

beforeAll(async () => {
  test_ = await openTestDatabase();
  db = test_.db;
});
afterAll(async () => {
  await test_.close();
});

let realms = 0;
const newRealm = () => toRealmId(String(9_000_000_000_000 + (realms += 1)));

type Write = {
  realm: ReturnType<typeof newRealm>;
  records: string[];
  at?: string;
  entity?: EntityDefinition;
};

function write({
  realm,
  records,
  at = '2026-03-01T10:00:00.123-08:00',
  entity: of = invoices,
}: Write): Promise<PageResult> {
  const text = `{"QueryResponse":{"${of.jsonKey}":[${records.join(',')}],"startPosition":1},"time":"${at}"}`;
  return db.transaction((tx) =>
    writePage(tx, {
      entity: of,
      realmId: realm,
      text,
      path: ['QueryResponse', of.jsonKey],
      observedAt: new Date(at),
    }),
  );
}

const row = async (sql: string, realm: string): Promise<Record<string, unknown> | undefined> =>
  (await db.execute(sql, [realm])).rows[0];
const rows = async (sql: string, realm: string) => (await db.execute(sql, [realm])).rows;

const stamp = (updated: string) =>
  `"MetaData":{"CreateTime":"2026-01-02T03:04:05-08:00","LastUpdatedTime":"${updated}"}`;
const small = (id: string, note: string, updated = '2026-02-01T00:00:00-08:00') =>
  `{"Id":"${id}","SyncToken":"0","PrivateNote":"${note}","TotalAmt":10.00,${stamp(updated)}}`;

const full = `{
  "domain":"QBO","sparse":false,"Id":"5000000000000503624","SyncToken":"3",${stamp('2026-02-01T00:00:00-08:00')},
  "DocNumber":"1037","TxnDate":"2026-01-31","CurrencyRef":{"value":"USD","name":"United States Dollar"},
  "CustomerRef":{"value":"24","name":"Sonnenschein Family Store"},"TotalAmt":123456789012345.67,"Balance":0.1,
  "ExchangeRate":1.2345678901,"HomeTotalAmt":"10.00","ApplyTaxAfterDiscount":"false","EInvoiceStatus":"",
  "DueDate":"","BillEmail":{"Address":"a@b.example"},"BillAddr":{"Id":"95","Line1":"Zoë 😀","City":"Ñ"},
  "CustomField":[{"DefinitionId":"1","Name":"Generator Model","Type":"StringType","StringValue":"GX 200"},{"DefinitionId":"2","Name":"Engine Model","Type":"StringType"}],
  "LinkedTxn":[{"TxnId":"100","TxnType":"Estimate"},{"TxnId":"7","TxnType":"StatementCharge"}],
  "TxnTaxDetail":{"TxnTaxCodeRef":{"value":"2"},"TotalTax":26.96,"TaxLine":[{"Amount":26.96,"DetailType":"TaxLineDetail","TaxLineDetail":{"TaxRateRef":{"value":"3"},"PercentBased":true,"TaxPercent":8,"NetAmountTaxable":337}}]},
  "Line":[
    {"Id":"1","LineNum":1,"Description":"Rock","Amount":275.00,"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"5","name":"Rock Fountain"},"UnitPrice":0.5306667,"Qty":1,"TaxCodeRef":{"value":"TAX"}}},
    {"Id":"2","LineNum":2,"Amount":0,"DetailType":"GroupLineDetail","GroupLineDetail":{"GroupItemRef":{"value":"30"},"Quantity":2,"Line":[
      {"Id":"3","Amount":12.75,"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"11"},"Qty":3},"LinkedTxn":[{"TxnId":"9","TxnType":"TimeActivity","TxnLineId":"0"}]}]}},
    {"Amount":287.75,"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{}}]}`;

test('a whole invoice arrives exactly: scalars, references, lines, bundles, links, custom fields and tax', async () => {
  const realm = newRealm();
  expect(await write({ realm, records: [full] })).toMatchObject({
    created: 1,
    updated: 0,
    unchanged: 0,
    rejected: [],
  });
  expect(await row('SELECT * FROM quickbooks.invoices WHERE realm_id = $1', realm)).toMatchObject({
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
    await rows(
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
    await rows(
      'SELECT line_index, link_index, txn_type, txn_id, linked_entity FROM quickbooks.linked_transactions WHERE realm_id = $1 ORDER BY 1, 2',
      realm,
    ),
  ).toEqual([
    { line_index: -1, link_index: 0, txn_type: 'Estimate', txn_id: '100', linked_entity: 'Estimate' },
    { line_index: -1, link_index: 1, txn_type: 'StatementCharge', txn_id: '7', linked_entity: null },
    { line_index: 2, link_index: 0, txn_type: 'TimeActivity', txn_id: '9', linked_entity: 'TimeActivity' },
  ]);
  expect(
    await rows(
      'SELECT definition_id, name, value FROM quickbooks.custom_fields WHERE realm_id = $1 ORDER BY 1',
      realm,
    ),
  ).toEqual([
    { definition_id: '1', name: 'Generator Model', value: 'GX 200' },
    { definition_id: '2', name: 'Engine Model', value: null },
  ]);
  expect(
    await rows(
      'SELECT amount, tax_rate_id, tax_percent, net_amount_taxable, percent_based FROM quickbooks.tax_lines WHERE realm_id = $1',
      realm,
    ),
  ).toEqual([
    { amount: '26.96', tax_rate_id: '3', tax_percent: '8', net_amount_taxable: '337', percent_based: true },
  ]);
});

test('raw keeps the scale of every number', async () => {
  const realm = newRealm();
  await write({ realm, records: [small('1', 'x')] });
  expect(
    await row(`SELECT raw ->> 'TotalAmt' AS total FROM quickbooks.invoices WHERE realm_id = $1`, realm),
  ).toEqual({ total: '10.00' });
});

test('an equal version is not written again', async () => {
  const realm = newRealm();
  await write({ realm, records: [full, small('2', 'a')] });
  const before = await rows(
    'SELECT id, xmin, synced_at FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id',
    realm,
  );
  expect(
    await write({ realm, records: [full, small('2', 'a')], at: '2026-03-02T00:00:00-08:00' }),
  ).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  expect(
    await rows('SELECT id, xmin, synced_at FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id', realm),
  ).toEqual(before);
});

test('a field that changes by itself does not make a new version', async () => {
  const realm = newRealm();
  const withLink = (link: string) =>
    `{"Id":"1","InvoiceLink":"${link}",${stamp('2026-02-01T00:00:00-08:00')}}`;
  await write({ realm, records: [withLink('https://a.example')] });
  expect(
    await write({ realm, records: [withLink('https://b.example')], at: '2026-03-02T00:00:00-08:00' }),
  ).toMatchObject({ unchanged: 1 });
});

test('a newer version replaces the row and all its children', async () => {
  const realm = newRealm();
  await write({ realm, records: [full] });
  const edited = `{"Id":"5000000000000503624",${stamp('2026-02-02T00:00:00-08:00')},"CustomField":[{"DefinitionId":"2","Name":"Engine Model","StringValue":"V8"}],
    "Line":[{"Id":"9","Amount":1.00,"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{}}]}`;
  expect(await write({ realm, records: [edited] })).toMatchObject({ created: 0, updated: 1 });
  const count = (table: string) =>
    rows(`SELECT * FROM quickbooks.${table} WHERE realm_id = $1`, realm).then((all) => all.length);
  expect([
    await count('invoice_lines'),
    await count('linked_transactions'),
    await count('tax_lines'),
    await count('custom_fields'),
  ]).toEqual([1, 0, 0, 1]);
  expect(
    await row('SELECT line_id, item_id, amount FROM quickbooks.invoice_lines WHERE realm_id = $1', realm),
  ).toEqual({ line_id: '9', item_id: null, amount: '1.00' });
  expect(
    await row('SELECT total_amt, custom_fields FROM quickbooks.invoices WHERE realm_id = $1', realm),
  ).toEqual({ total_amt: null, custom_fields: { 'Engine Model': 'V8' } });
});

test('an older version never replaces a newer one, whenever it arrives', async () => {
  const realm = newRealm();
  await write({ realm, records: [small('1', 'new', '2026-02-02T00:00:00-08:00')] });
  const late = await write({
    realm,
    records: [small('1', 'old', '2026-02-01T00:00:00-08:00')],
    at: '2026-03-05T00:00:00-08:00',
  });
  expect(late).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'new',
  });
});

test('of two versions with one stamp the later answer wins', async () => {
  const realm = newRealm();
  await write({ realm, records: [small('1', 'second')], at: '2026-03-02T00:00:00-08:00' });
  await write({ realm, records: [small('1', 'first')], at: '2026-03-01T00:00:00-08:00' });
  expect(await row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'second',
  });
  await write({ realm, records: [small('1', 'third')], at: '2026-03-03T00:00:00-08:00' });
  expect(await row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'third',
  });
});

test('a page that lists a record twice stores its newer version', async () => {
  const realm = newRealm();
  const page = [small('1', 'b', '2026-02-02T00:00:00-08:00'), small('1', 'a', '2026-02-01T00:00:00-08:00')];
  expect(await write({ realm, records: page })).toMatchObject({ created: 1, unchanged: 0 });
  expect(await row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'b',
  });
});

test('only an answer later than the deletion brings a record back', async () => {
  const realm = newRealm();
  await write({ realm, records: [small('1', 'a')], at: '2026-03-01T00:00:00-08:00' });
  await db.execute(
    `UPDATE quickbooks.invoices SET deleted_at = now(), observed_at = '2026-03-02T00:00:00-08:00' WHERE realm_id = $1`,
    [realm],
  );
  await write({ realm, records: [small('1', 'a')], at: '2026-03-01T12:00:00-08:00' });
  expect(
    (await row('SELECT deleted_at FROM quickbooks.invoices WHERE realm_id = $1', realm))?.['deleted_at'],
  ).not.toBeNull();
  await write({ realm, records: [small('1', 'a')], at: '2026-03-03T00:00:00-08:00' });
  expect(await row('SELECT deleted_at FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    deleted_at: null,
  });
});

test('the same ids in two companies stay apart', async () => {
  const [one, two] = [newRealm(), newRealm()];
  await write({ realm: one, records: [small('1', 'one')] });
  await write({ realm: two, records: [small('1', 'two')] });
  expect(await row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', one)).toEqual({
    private_note: 'one',
  });
  expect(await row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', two)).toEqual({
    private_note: 'two',
  });
});

test('NUL and lone surrogates are replaced, and the rest of the page is stored as one', async () => {
  const realm = newRealm();
  const result = await write({
    realm,
    records: [small('1', String.raw`a\u0000b\ud800c`), small('2', 'fine')],
  });
  expect(result).toMatchObject({ created: 2, rejected: [], replaced: 2 });
  expect(
    await row(`SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1 AND id = '1'`, realm),
  ).toEqual({ private_note: 'a\ufffdb\ufffdc' });
});

test('a record PostgreSQL refuses is rejected with the reason, and the rest of its page is stored', async () => {
  const realm = newRealm();
  const bad = `{"Id":"2","TotalAmt":"ten dollars",${stamp('2026-02-01T00:00:00-08:00')}}`;
  const result = await write({
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
  expect(await rows('SELECT id FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id', realm)).toEqual([
    { id: '1' },
    { id: '3' },
  ]);
});

test('an empty answer writes nothing', async () => {
  const realm = newRealm();
  const page = {
    entity: invoices,
    realmId: realm,
    text: '{"QueryResponse":{},"time":"x"}',
    path: ['QueryResponse', 'Invoice'],
    observedAt: new Date(),
  };
  expect(await db.transaction((tx) => writePage(tx, page))).toEqual({
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
  const realm = newRealm();
  expect(await write({ realm, records: [record], entity: entity(name) })).toMatchObject({ created: 1 });
  expect(await row(`SELECT * FROM quickbooks.${table} WHERE realm_id = $1`, realm)).toMatchObject(expected);
});
