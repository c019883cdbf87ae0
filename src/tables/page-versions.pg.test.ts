import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RealmId } from '../base/realm-id.ts';
import { fullInvoice, openPages, small, stamp, type Pages } from '../../test/support/quickbooks-pages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(async () => {
  await pages.close();
});

test('an equal version is not written again', async () => {
  const realm = pages.newRealm();
  await pages.write({ realm, records: [fullInvoice, small('2', 'a')] });
  const before = await pages.rows(
    'SELECT id, xmin, synced_at FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id',
    realm,
  );
  expect(
    await pages.write({ realm, records: [fullInvoice, small('2', 'a')], at: '2026-03-02T00:00:00-08:00' }),
  ).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  expect(
    await pages.rows(
      'SELECT id, xmin, synced_at FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id',
      realm,
    ),
  ).toEqual(before);
});

test('a field that changes by itself does not make a new version', async () => {
  const realm = pages.newRealm();
  const withLink = (link: string) =>
    `{"Id":"1","InvoiceLink":"${link}",${stamp('2026-02-01T00:00:00-08:00')}}`;
  await pages.write({ realm, records: [withLink('https://a.example')] });
  expect(
    await pages.write({ realm, records: [withLink('https://b.example')], at: '2026-03-02T00:00:00-08:00' }),
  ).toMatchObject({ unchanged: 1 });
});

test('a newer version replaces the row and all its children', async () => {
  const realm = pages.newRealm();
  await pages.write({ realm, records: [fullInvoice] });
  const edited = `{"Id":"5000000000000503624",${stamp('2026-02-02T00:00:00-08:00')},"CustomField":[{"DefinitionId":"2","Name":"Engine Model","StringValue":"V8"}],
    "Line":[{"Id":"9","Amount":1.00,"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{}}]}`;
  expect(await pages.write({ realm, records: [edited] })).toMatchObject({ created: 0, updated: 1 });
  const count = (table: string) =>
    pages.rows(`SELECT * FROM quickbooks.${table} WHERE realm_id = $1`, realm).then((all) => all.length);
  expect([
    await count('invoice_lines'),
    await count('linked_transactions'),
    await count('tax_lines'),
    await count('custom_fields'),
  ]).toEqual([1, 0, 0, 1]);
  expect(
    await pages.row(
      'SELECT line_id, item_id, amount FROM quickbooks.invoice_lines WHERE realm_id = $1',
      realm,
    ),
  ).toEqual({ line_id: '9', item_id: null, amount: '1.00' });
  expect(
    await pages.row('SELECT total_amt, custom_fields FROM quickbooks.invoices WHERE realm_id = $1', realm),
  ).toEqual({ total_amt: null, custom_fields: { 'Engine Model': 'V8' } });
});

test('an older version never replaces a newer one, whenever it arrives', async () => {
  const realm = pages.newRealm();
  await pages.write({ realm, records: [small('1', 'new', '2026-02-02T00:00:00-08:00')] });
  const late = await pages.write({
    realm,
    records: [small('1', 'old', '2026-02-01T00:00:00-08:00')],
    at: '2026-03-05T00:00:00-08:00',
  });
  expect(late).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await pages.row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'new',
  });
});

test('of two versions with one stamp the later answer wins', async () => {
  const realm = pages.newRealm();
  await pages.write({ realm, records: [small('1', 'second')], at: '2026-03-02T00:00:00-08:00' });
  await pages.write({ realm, records: [small('1', 'first')], at: '2026-03-01T00:00:00-08:00' });
  expect(await pages.row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'second',
  });
  await pages.write({ realm, records: [small('1', 'third')], at: '2026-03-03T00:00:00-08:00' });
  expect(await pages.row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'third',
  });
});

const note = async (realm: RealmId): Promise<unknown> =>
  (await pages.row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm))?.[
    'private_note'
  ];
const edit = (token: number, text: string, updated: string, created = '2026-01-02T03:04:05-08:00'): string =>
  `{"Id":"1","SyncToken":"${token}","PrivateNote":"${text}","MetaData":{"CreateTime":"${created}","LastUpdatedTime":"${updated}"}}`;

test('a later edit wins although QuickBooks’ clock was put back between the two, an earlier one that comes late does not', async () => {
  const realm = pages.newRealm();
  const ahead = edit(9, 'ahead', '2026-03-02T09:00:00Z');
  const back = edit(10, 'back', '2026-03-01T10:00:00Z');
  await pages.write({ realm, records: [ahead], at: '2026-03-02T10:00:00Z' });
  expect(await pages.write({ realm, records: [back], at: '2026-03-01T10:00:01Z' })).toMatchObject({
    updated: 1,
  });
  expect(await pages.write({ realm, records: [ahead], at: '2026-03-02T10:00:00Z' })).toMatchObject({
    unchanged: 1,
  });
  expect(await note(realm)).toBe('back');
  const both = pages.newRealm();
  await pages.write({ realm: both, records: [back, ahead] });
  expect(await note(both)).toBe('back');
});

test('a record that has the id of one of an emptied company is another one, whatever its SyncToken', async () => {
  const realm = pages.newRealm();
  await pages.write({ realm, records: [edit(9, 'before', '2026-02-01T00:00:00Z')] });
  const anew = edit(0, 'anew', '2026-02-02T00:00:00Z', '2026-02-02T00:00:00Z');
  await pages.write({ realm, records: [anew] });
  expect(await note(realm)).toBe('anew');
});

test('a record that was asked for again replaces what was stored before that, and nothing that was stored later', async () => {
  const realm = pages.newRealm();
  const early = new Date(Date.now() - 60_000);
  const late = new Date(Date.now() + 60_000);
  const stored = edit(9, 'stored', '2026-03-02T00:00:00Z');
  const asked = edit(8, 'asked', '2026-03-01T00:00:00Z');
  await pages.write({ realm, records: [stored], at: '2026-03-02T00:00:00Z' });
  const at = '2026-03-01T23:59:00Z';
  for (const page of [{ askedAt: early, isReread: true }, { isReread: true }, { askedAt: late }])
    expect(await pages.write({ realm, records: [asked], at, ...page })).toMatchObject({ unchanged: 1 });
  expect(await pages.write({ realm, records: [asked], at, askedAt: late, isReread: true })).toMatchObject({
    updated: 1,
  });
  expect(await note(realm)).toBe('asked');
});

test('an answer that is hours earlier by QuickBooks’ clock, and was asked for later, is from a clock that was put back', async () => {
  const realm = pages.newRealm();
  const late = new Date(Date.now() + 60_000);
  await pages.write({
    realm,
    records: [small('1', 'ahead', '2026-03-02T00:00:00Z')],
    at: '2026-03-02T01:00:00Z',
  });
  const back = small('1', 'back', '2026-03-01T00:00:00Z');
  const at = '2026-03-01T01:00:00Z';
  expect(await pages.write({ realm, records: [back], at })).toMatchObject({ unchanged: 1 });
  expect(await pages.write({ realm, records: [back], at, askedAt: late })).toMatchObject({ updated: 1 });
  expect(await note(realm)).toBe('back');
});

test('a page that lists a record twice stores its newer version', async () => {
  const realm = pages.newRealm();
  const page = [small('1', 'b', '2026-02-02T00:00:00-08:00'), small('1', 'a', '2026-02-01T00:00:00-08:00')];
  expect(await pages.write({ realm, records: page })).toMatchObject({ created: 1, unchanged: 0 });
  expect(await pages.row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    private_note: 'b',
  });
});

test('only an answer later than the deletion brings a record back', async () => {
  const realm = pages.newRealm();
  await pages.write({ realm, records: [small('1', 'a')], at: '2026-03-01T00:00:00-08:00' });
  await pages.db.execute(
    `UPDATE quickbooks.invoices SET deleted_at = now(), observed_at = '2026-03-02T00:00:00-08:00' WHERE realm_id = $1`,
    [realm],
  );
  await pages.write({ realm, records: [small('1', 'a')], at: '2026-03-01T12:00:00-08:00' });
  expect(
    (await pages.row('SELECT deleted_at FROM quickbooks.invoices WHERE realm_id = $1', realm))?.[
      'deleted_at'
    ],
  ).not.toBeNull();
  await pages.write({ realm, records: [small('1', 'a')], at: '2026-03-03T00:00:00-08:00' });
  expect(await pages.row('SELECT deleted_at FROM quickbooks.invoices WHERE realm_id = $1', realm)).toEqual({
    deleted_at: null,
  });
});

test('the same ids in two companies stay apart', async () => {
  const [one, two] = [pages.newRealm(), pages.newRealm()];
  await pages.write({ realm: one, records: [small('1', 'one')] });
  await pages.write({ realm: two, records: [small('1', 'two')] });
  expect(await pages.row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', one)).toEqual({
    private_note: 'one',
  });
  expect(await pages.row('SELECT private_note FROM quickbooks.invoices WHERE realm_id = $1', two)).toEqual({
    private_note: 'two',
  });
});
