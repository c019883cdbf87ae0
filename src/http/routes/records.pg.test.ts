import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectCompany, createRecordApp, storeRecords } from '../../../test/support/record-app.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { entityByName } from '../../catalogue/index.ts';
import type { Problem } from '../../api-contract/index.ts';
import { markDeleted } from '../../tables/deletions.ts';

type Row = Record<string, unknown>;
type Page = { items: Row[]; nextCursor?: string; syncedThrough?: string; masked?: string[] };

let database: TestDatabase;
let app: FastifyInstance;
let realmId: RealmId;

const invoice = (id: number, more: object = {}): object => ({
  Id: String(id),
  SyncToken: '0',
  DocNumber: `N${id}`,
  TxnDate: `2026-01-${String((id % 28) + 1).padStart(2, '0')}`,
  TotalAmt: id,
  CustomerRef: { value: String(id % 3), name: `Customer ${id % 3}` },
  MetaData: { CreateTime: '2026-01-01T00:00:00Z', LastUpdatedTime: '2026-01-02T00:00:00Z' },
  Line: [
    { Id: '1', LineNum: 1, Amount: id, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { Qty: 2 } },
    { Amount: id, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
  ],
  ...more,
});

beforeAll(async () => {
  database = await openTestDatabase();
  ({ app } = await createRecordApp(database.db));
  realmId = await connectCompany(database.db, '1001');
  const invoices = Array.from({ length: 60 }, (_, index) =>
    invoice(index + 1, index % 10 === 0 ? { TxnDate: undefined } : {}),
  );
  await storeRecords(database.db, realmId, 'Invoice', invoices);
  await storeRecords(database.db, realmId, 'Customer', [
    { Id: '1', DisplayName: '=cmd()', PrimaryTaxIdentifier: 'XXXX6789', Active: true },
    { Id: '2', DisplayName: 'Plain, "quoted"\r\nname', Notes: '', Active: false },
  ]);
  const entity = entityByName('Invoice');
  if (entity === undefined) throw new Error('no invoices');
  await database.db.transaction((tx) =>
    markDeleted(tx, {
      entity,
      realmId,
      deletions: [{ id: '60', deletedAt: undefined }],
      observedAt: new Date(Date.now() + 60_000),
    }),
  );
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const request = (path: string, headers: InjectOptions['headers'] = {}) =>
  app.inject({ url: `/v1/organizations/${realmId}/records/${path}`, headers });
const read = async (path: string, headers?: InjectOptions['headers']): Promise<Page> => {
  const answer = await request(path, headers);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Page>();
};
const problem = async (path: string, headers?: InjectOptions['headers']): Promise<Problem> =>
  (await request(path, headers)).json<Problem>();
const filtered = (filter: string, more = ''): Promise<Page> =>
  read(`invoices?limit=1000&fields=id${more}&filter=${encodeURIComponent(filter)}`);

/** Every page of a question. */
async function readAll(path: string): Promise<{ rows: Row[]; pages: number }> {
  const rows: Row[] = [];
  let cursor = '';
  for (let pages = 1; ; pages += 1) {
    const page = await read(`${path}${cursor}`);
    rows.push(...page.items);
    if (page.nextCursor === undefined) return { rows, pages };
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

test('a page holds the columns of the catalogue, without raw and the deleted', async () => {
  const page = await read('invoices?limit=1000');
  expect(page.items).toHaveLength(59);
  expect(page.nextCursor).toBeUndefined();
  const row = page.items.find(({ id }) => id === '7');
  expect(row).toMatchObject({ realm_id: '1001', id: '7', doc_number: 'N7', total_amt: 7, customer_id: '1' });
  expect(row).not.toHaveProperty('raw');
  expect(row).not.toHaveProperty('content_hash');
});

test('numbers cross the wire with every digit they were sent with', async () => {
  const exact = '{"Id":"900","TotalAmt":12345678901234567890.123456789,"ExchangeRate":1.10}';
  await storeRecords(database.db, realmId, 'Invoice', [exact]);
  const { body } = await request('invoices/900?fields=id,total_amt,exchange_rate,raw');
  expect(body).toContain('"total_amt":12345678901234567890.123456789');
  expect(body).toContain('"exchange_rate":1.10');
  expect(body).toContain('"raw":{"Id": "900"');
  const csv = await request('invoices?fields=total_amt&filter=id:eq:900', { accept: 'text/csv' });
  expect(csv.body).toBe('total_amt\r\n12345678901234567890.123456789\r\n');
  await database.db.query(`DELETE FROM quickbooks.invoices WHERE id = '900'`);
});

test.each([
  ['', 60],
  ['&sort=txn_date', 60],
  ['&sort=-txn_date', 60],
  ['&sort=-txn_date,total_amt', 60],
  ['&sort=customer_id,-total_amt,doc_number', 60],
  ['&sort=-created_at', 60],
  ['&sort=-id', 60],
  ['&updatedSince=2020-01-01T00:00:00Z', 60],
  ['&filter=customer_id:eq:1&sort=due_date', 20],
])('pages of 7 with %s bring every row once, in the order one large page has', async (question, count) => {
  const path = `invoices?fields=id,txn_date,total_amt,customer_id&includeDeleted=true${question}`;
  const paged = await readAll(`${path}&limit=7`);
  const whole = await read(`${path}&limit=1000`);
  expect(paged.rows).toEqual(whole.items);
  expect(new Set(paged.rows.map(({ id }) => id)).size).toBe(count);
  expect(paged.pages).toBe(Math.ceil(count / 7));
});

test('empty values come last in both directions', async () => {
  for (const sort of ['txn_date', '-txn_date']) {
    const { items } = await read(`invoices?limit=1000&fields=id,txn_date&sort=${sort}`);
    const dates = items.map((row) => row['txn_date']);
    const filled = dates.filter((date) => date !== null) as string[];
    expect(dates.slice(filled.length).every((date) => date === null)).toBe(true);
    expect(filled).toEqual(sort === 'txn_date' ? filled.toSorted() : filled.toSorted().reverse());
  }
});

test.each([
  ['id:eq:7', ['7']],
  ['id:in:7,8,999', ['7', '8']],
  ['total_amt:lt:3', ['1', '2']],
  ['total_amt:lte:3', ['1', '2', '3']],
  ['total_amt:gt:57.5', ['58', '59']],
  ['total_amt:gte:59', ['59']],
  ['doc_number:starts-with:N5', ['5', '50', '51', '52', '53', '54', '55', '56', '57', '58', '59']],
  ['doc_number:like:N_1', ['11', '21', '31', '41', '51']],
  ['doc_number:ilike:n_1', ['11', '21', '31', '41', '51']],
  ['doc_number:starts-with:N_1', []],
  ['txn_date:is-null', ['1', '11', '21', '31', '41', '51']],
  ['txn_date:eq:2026-01-03', ['2', '30', '58']],
  ['created_at:lt:2026-01-01T00:00:01Z', 59],
  ['created_at:gt:2026-01-01T01:00:00 01:00', 0],
  ['is_voided:eq:true', 0],
  ['customer_id:ne:1', 39],
  ['due_date:ne:2026-01-01', 59],
] as const)('the filter %s finds what it says', async (filter, expected) => {
  const ids = (await filtered(filter)).items.map(({ id }) => String(id));
  if (typeof expected === 'number') expect(ids).toHaveLength(expected);
  else expect(ids.toSorted()).toEqual([...expected]);
});

test('filters are joined by and', async () => {
  const { items } = await filtered('customer_id:eq:1', '&filter=total_amt:lt:5');
  expect(items.map(({ id }) => id)).toEqual(['1', '4']);
});

test('lines come inside their record, in order and with its digits', async () => {
  const { items } = await read('invoices?filter=id:eq:7&fields=id&include=lines,linked_transactions');
  expect(items).toHaveLength(1);
  expect(items[0]?.['linked_transactions']).toEqual([]);
  expect(items[0]?.['lines']).toMatchObject([
    { line_index: 0, line_id: '1', amount: 7, detail_type: 'SalesItemLineDetail', qty: 2 },
    { line_index: 1, line_id: null, detail_type: 'SubTotalLineDetail' },
  ]);
});

test('lines are a table too, without those of deleted records', async () => {
  const { rows } = await readAll('invoice_lines?fields=invoice_id,line_index,amount&limit=50');
  expect(rows).toHaveLength(118);
  expect(rows.some((row) => row['invoice_id'] === '60')).toBe(false);
  const all = await readAll('invoice_lines?fields=invoice_id&limit=50&includeDeleted=true');
  expect(all.rows).toHaveLength(120);
});

test('one record is read by its id; a deleted one only when it is asked for', async () => {
  expect(await read('invoices/7?fields=id,total_amt')).toEqual({ id: '7', total_amt: 7 });
  expect(await problem('invoices/60')).toMatchObject({ status: 404, code: 'RECORDS_NOT_FOUND' });
  expect(await read('invoices/60?fields=id&includeDeleted=true')).toEqual({ id: '60' });
  expect((await problem('invoices/nope')).status).toBe(404);
  expect((await problem('invoice_lines/7')).status).toBe(404);
});

test('whoever follows a table is told of every change once, deletions included', async () => {
  const first = await read('items?updatedSince=2020-01-01T00:00:00Z&fields=id,deleted_at');
  expect(first.items).toEqual([]);
  let since = first.syncedThrough ?? '';
  await storeRecords(database.db, realmId, 'Item', [
    { Id: '1', Name: 'A' },
    { Id: '2', Name: 'B' },
  ]);
  const second = await read(`items?updatedSince=${since}&fields=id,deleted_at`);
  expect(second.items.map(({ id }) => id)).toEqual(['1', '2']);
  since = second.syncedThrough ?? '';
  expect((await read(`items?updatedSince=${since}&fields=id`)).items).toEqual([]);
  const entity = entityByName('Item');
  if (entity === undefined) throw new Error('no items');
  const gone = { entity, realmId, deletions: [{ id: '1', deletedAt: undefined }] };
  await database.db.transaction((tx) =>
    markDeleted(tx, { ...gone, observedAt: new Date(Date.now() + 60_000) }),
  );
  const third = await read(`items?updatedSince=${since}&fields=id,deleted_at`);
  expect(third.items).toEqual([{ id: '1', deleted_at: expect.any(String) as string }]);
});

test('a row that is stamped but not committed yet is never passed over', async () => {
  const { db } = database;
  const before = await read('accounts?updatedSince=2020-01-01T00:00:00Z&fields=id');
  let meanwhile: Page | undefined;
  await db.transaction(async (tx) => {
    // As every writer does: first the lock, which gives the transaction its id.
    await tx.query(`SELECT FROM ledger_mirror.organizations WHERE realm_id = $1 FOR SHARE`, [realmId]);
    await tx.query(
      `INSERT INTO quickbooks_store.accounts (realm_id, id, observed_at, synced_at) VALUES ($1, 'slow', now(), statement_timestamp())`,
      [realmId],
    );
    await storeRecords(db, realmId, 'Account', [{ Id: 'quick', Name: 'Quick' }]);
    meanwhile = await read(`accounts?updatedSince=${before.syncedThrough}&fields=id`);
  });
  expect(meanwhile?.items).toEqual([]);
  const after = await read(`accounts?updatedSince=${meanwhile?.syncedThrough}&fields=id`);
  expect(after.items.map(({ id }) => String(id)).toSorted()).toEqual(['quick', 'slow']);
});

test('sensitive columns and raw are empty for those below an administrator, and cannot be searched', async () => {
  const path = 'customers?filter=id:eq:1&fields=id,primary_tax_identifier,raw';
  expect((await read(path, { 'x-role': 'admin' })).items[0]).toMatchObject({
    primary_tax_identifier: 'XXXX6789',
    raw: { Id: '1' },
  });
  for (const role of ['viewer', 'operator']) {
    const masked = await read(path, { 'x-role': role });
    expect(masked.items).toEqual([{ id: '1', primary_tax_identifier: null, raw: null }]);
    expect(masked.masked).toEqual(['primary_tax_identifier', 'raw']);
    expect((await request('customers/1', { 'x-role': role })).body).not.toContain('6789');
    for (const format of ['csv', 'ndjson']) {
      const stream = await request(`${path}&format=${format}`, { 'x-role': role });
      expect(stream.body).not.toContain('6789');
      expect(stream.headers['ledger-mirror-masked']).toBe('primary_tax_identifier, raw');
    }
    for (const question of [
      'filter=primary_tax_identifier:like:%256789',
      'filter=primary_tax_identifier:is-null:false',
      'sort=primary_tax_identifier',
    ]) {
      expect((await problem(`customers?${question}`, { 'x-role': role })).code).toBe('RECORDS_COLUMN_MASKED');
    }
  }
});

test('a company the caller is not limited to does not exist for them', async () => {
  const headers = { 'x-organizations': '77' };
  for (const path of ['invoices', 'invoices/7', 'invoices?format=csv', '']) {
    expect(await problem(path, headers)).toMatchObject({ status: 404 });
  }
  const unknown = await app.inject({ url: '/v1/organizations/4242/records/invoices' });
  expect(unknown.json<Problem>().code).toBe('SYNC_ORGANIZATION_UNKNOWN');
});

test.each([
  ['nonsense', 404],
  ['pg_class', 404],
  ['invoices?filtre=id:eq:1', 400],
  ['invoices?fields=id,nope', 400],
  ['invoices?fields=content_hash', 400],
  ['invoices?sort=nope', 400],
  ['invoices?sort=id,id', 400],
  ['invoices?sort=custom_fields', 400],
  ['invoices?filter=nope:eq:1', 400],
  ['invoices?filter=total_amt:eq:abc', 400],
  ['invoices?filter=total_amt:eq:NaN', 400],
  ['invoices?filter=total_amt:like:1', 400],
  ['invoices?filter=txn_date:eq:2026-02-30', 400],
  ['invoices?filter=created_at:gt:yesterday', 400],
  ['invoices?filter=id:resembles:1', 400],
  ['invoices?filter=doc_number:like:abc%5C', 400],
  ['invoices?filter=doc_number:eq:%00', 400],
  ['invoices?filter=custom_fields:eq:1', 400],
  ['invoices?filter=id', 400],
  ['invoices?include=secrets', 400],
  ['invoices?cursor=abc', 400],
  ['invoices?limit=1001', 400],
  ['invoices?limit=0', 400],
  ['invoices?updatedSince=now', 400],
  ['invoices?updatedSince=2026-01-01T00:00:00Z&sort=id', 400],
  ['invoice_lines?updatedSince=2026-01-01T00:00:00Z', 400],
  ['invoices?format=csv&include=lines', 400],
  ['invoices?format=xml', 400],
])('%s is refused with %d and no word of SQL', async (path, status) => {
  const answer = await request(path);
  expect(answer.statusCode, answer.body).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).not.toMatch(/SELECT|quickbooks\.|syntax error|\bat \//);
});

test('a cursor works for its own question only', async () => {
  const { nextCursor = '' } = await read('invoices?limit=5&sort=txn_date');
  const cursor = encodeURIComponent(nextCursor);
  for (const other of [
    `invoices?limit=5&cursor=${cursor}`,
    `invoices?limit=5&sort=-txn_date&cursor=${cursor}`,
    `invoices?limit=5&sort=txn_date&filter=id:eq:1&cursor=${cursor}`,
    `items?cursor=${cursor}`,
  ]) {
    expect((await problem(other)).code).toBe('RECORDS_CURSOR_INVALID');
  }
  const [mark] = JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as string[];
  for (const forged of [[mark, "'; DROP TABLE x", '1'], [mark, {}, []], [mark], [mark, '2026-01-01', '\0']]) {
    const text = Buffer.from(JSON.stringify(forged)).toString('base64url');
    expect((await problem(`invoices?limit=5&sort=txn_date&cursor=${text}`)).status).toBe(400);
  }
});

test('a tag is answered with 304 until a row changes, and differs by role', async () => {
  const path = 'customers?fields=id,display_name';
  const tag = String((await request(path)).headers['etag']);
  expect(tag).toMatch(/^W\/"[\w-]+"$/);
  const again = await request(path, { 'if-none-match': tag });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe('');
  expect((await request(path, { 'if-none-match': tag, 'x-role': 'viewer' })).statusCode).toBe(200);
  expect((await request(`${path}&limit=1`, { 'if-none-match': tag })).statusCode).toBe(200);
  expect((await request(path, { 'if-none-match': tag, 'x-organizations': '7' })).statusCode).toBe(404);
  await storeRecords(database.db, realmId, 'Customer', [{ Id: '3', DisplayName: 'New' }]);
  expect((await request(path, { 'if-none-match': tag })).statusCode).toBe(200);
});

test('while somebody writes there is no tag: what is not committed could still be older', async () => {
  await database.db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO quickbooks_store.customers (realm_id, id, observed_at, synced_at) VALUES ($1, 'x', now(), now())`,
      [realmId],
    );
    await storeRecords(database.db, realmId, 'Customer', [{ Id: '4', DisplayName: 'Newer' }]);
    expect((await request('customers')).headers['etag']).toBeUndefined();
  });
  expect((await request('customers')).headers['etag']).toBeDefined();
});

test('the list of tables says what can be asked', async () => {
  const { items } = (await app.inject({ url: `/v1/organizations/${realmId}/records` })).json<Page>();
  const invoices = items.find(({ table }) => table === 'invoices');
  expect(invoices).toMatchObject({ followable: true, key: ['id'] });
  expect(invoices?.['includes']).toContain('lines');
});

test('an instant has one form wherever it is told, with every digit; so has a time by the clock', async () => {
  await storeRecords(database.db, realmId, 'TimeActivity', [
    {
      Id: '1',
      StartTime: '2015-07-28T09:00:00-07:00',
      EndTime: '2015-07-28T17:30:00.250-07:00',
      MetaData: { CreateTime: '2026-01-01T00:00:00-08:00', LastUpdatedTime: '2026-01-02T00:00:00.120Z' },
    },
  ]);
  await storeRecords(database.db, realmId, 'TaxRate', [
    {
      Id: '1',
      EffectiveTaxRate: [{ RateValue: 5, EffectiveDate: '2026-01-01T00:00:00-08:00' }],
      MetaData: { CreateTime: '2026-01-01T00:00:00Z', LastUpdatedTime: '2026-01-01T00:00:00Z' },
    },
  ]);
  const expected = {
    start_time: '2015-07-28T09:00:00.000000',
    end_time: '2015-07-28T17:30:00.250000',
    created_at: '2026-01-01T08:00:00.000000Z',
    updated_at: '2026-01-02T00:00:00.120000Z',
    deleted_at: null,
  };
  const fields = `fields=${Object.keys(expected).join(',')}`;
  expect((await read(`time_activities?${fields}`)).items).toEqual([expected]);
  expect((await request(`time_activities/1?${fields}`)).json()).toEqual(expected);
  expect((await request(`time_activities?${fields}&format=ndjson`)).json()).toEqual(expected);
  const csv = (await request(`time_activities?${fields}&format=csv`)).body.split('\r\n')[1];
  expect(csv).toBe(Object.values(expected).join(','));
  const [rate] = (await read('tax_rates?fields=id&include=tax_rate_effective_rates')).items;
  expect(rate?.['tax_rate_effective_rates']).toMatchObject([
    { effective_date: '2026-01-01T08:00:00.000000Z' },
  ]);
});
