import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RealmId } from '../base/realm-id.ts';
import { writePage } from './page-writer.ts';
import { entity, openPages, type Pages } from '../../test/support/quickbooks-pages.ts';
import { unknownFields } from './unknown-fields.ts';

/*
 * Peculiarities of QuickBooks that one entity has, or one field; what all have in common is in page-writer.pg.test.ts
 * and in test/field-proof.
 */

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(async () => {
  await pages.close();
});

test('a stamp that is a date without a time is the beginning of that day in UTC, wherever the server stands', async () => {
  const realm = pages.newRealm();
  const text = '[{"Id":"1","MetaData":{"CreateTime":"2026-01-02","LastUpdatedTime":"2026-02-03"}}]';
  const page = { entity: entity('Invoice'), realmId: realm, text, path: [], observedAt: new Date() };
  await pages.db.transaction(async (tx) => {
    await tx.execute(`SET LOCAL timezone = 'Asia/Tokyo'`);
    await writePage(tx, page);
  });
  expect(
    await pages.row('SELECT created_at, updated_at FROM quickbooks.invoices WHERE realm_id = $1', realm),
  ).toEqual({
    created_at: new Date('2026-01-02T00:00:00Z'),
    updated_at: new Date('2026-02-03T00:00:00Z'),
  });
});

test('the tax codes TAX and NON, which have no SyncToken, no stamps and no Active, are rows like any other', async () => {
  const realm = pages.newRealm();
  const records = [
    '{"Name":"TAX","Description":"TAX","Taxable":true,"TaxGroup":false,"domain":"QBO","sparse":false,"Id":"TAX"}',
    '{"Name":"NON","Taxable":false,"Id":"NON","MetaData":{}}',
  ];
  expect(await pages.write({ realm, records, entity: entity('TaxCode') })).toMatchObject({ created: 2 });
  expect(
    await pages.rows(
      'SELECT id, taxable, active, sync_token, updated_at FROM quickbooks.tax_codes WHERE realm_id = $1 ORDER BY id',
      realm,
    ),
  ).toEqual([
    { id: 'NON', taxable: false, active: null, sync_token: null, updated_at: null },
    { id: 'TAX', taxable: true, active: null, sync_token: null, updated_at: null },
  ]);
  // Without a stamp the later answer counts.
  const at = '2026-03-02T10:00:00.000-08:00';
  const renamed = '{"Name":"NON","Description":"Non-taxable","Taxable":false,"Id":"NON"}';
  expect(await pages.write({ realm, records: [renamed], at, entity: entity('TaxCode') })).toMatchObject({
    updated: 1,
  });
});

test('credit card payments are found under the name QuickBooks answers with', async () => {
  const realm = pages.newRealm();
  const of = entity('CreditCardPayment');
  expect(of.jsonKey).toBe('CreditCardPaymentTxn');
  const records = [
    '{"Id":"7","Amount":12.50,"BankAccountRef":{"value":"35"},"CreditCardAccountRef":{"value":"42"}}',
  ];
  expect(await pages.write({ realm, records, entity: of })).toMatchObject({ created: 1 });
  expect(
    await pages.row(
      'SELECT id, amount, bank_account_id FROM quickbooks.credit_card_payments WHERE realm_id = $1',
      realm,
    ),
  ).toEqual({ id: '7', amount: '12.50', bank_account_id: '35' });
});

test('the address a file can be loaded from, new with every answer, makes no new version', async () => {
  const realm = pages.newRealm();
  const attachable = (uri: string, note: string) =>
    `{"Id":"5","FileName":"a.pdf","TempDownloadUri":"${uri}","ThumbnailTempDownloadUri":"${uri}t","Note":"${note}"}`;
  const write = (uri: string, note: string, at: string) =>
    pages.write({ realm, records: [attachable(uri, note)], at, entity: entity('Attachable') });
  const stored = () =>
    pages.row('SELECT temp_download_uri, note FROM quickbooks.attachables WHERE realm_id = $1', realm);
  expect(await write('https://one.example', 'a', '2026-03-01T00:00:00Z')).toMatchObject({ created: 1 });
  expect(await write('https://two.example', 'a', '2026-03-02T00:00:00Z')).toMatchObject({ unchanged: 1 });
  expect(await stored()).toEqual({ temp_download_uri: 'https://one.example', note: 'a' });
  expect(await write('https://three.example', 'b', '2026-03-03T00:00:00Z')).toMatchObject({ updated: 1 });
  expect(await stored()).toEqual({ temp_download_uri: 'https://three.example', note: 'b' });
});

test('a field nobody knows stays in raw, digit by digit, and is named', async () => {
  const realm = pages.newRealm();
  const record =
    '{"Id":"1","CarbonFootprint":{"Kg":0.10,"Of":["x",null]},"Line":[{"Amount":1,"Mood":"good"}]}';
  await pages.write({ realm, records: [record] });
  expect(
    await pages.row(
      `SELECT raw ->> 'CarbonFootprint' AS field, raw #>> '{Line,0,Mood}' AS line FROM quickbooks.invoices WHERE realm_id = $1`,
      realm,
    ),
  ).toEqual({ field: '{"Kg": 0.10, "Of": ["x", null]}', line: 'good' });
  expect(unknownFields(entity('Invoice'), [JSON.parse(record)])).toEqual(['CarbonFootprint', 'Line.Mood']);
});

/** What the two places tell of the custom fields of a record. */
async function customFieldsOf(realm: RealmId): Promise<{ record: unknown; rows: unknown; told: unknown }> {
  const [found] = await pages.rows(
    `SELECT custom_fields AS record FROM quickbooks.invoices WHERE realm_id = $1`,
    realm,
  );
  const rows = await pages.rows(
    `SELECT field_index AS at, definition_id AS id, name, value FROM quickbooks.custom_fields
     WHERE realm_id = $1 AND entity = 'Invoice' ORDER BY field_index`,
    realm,
  );
  // The table put together as the record has it.
  const [told] = await pages.rows(
    `SELECT jsonb_object_agg(key, CASE WHEN jsonb_array_length(found) = 1 THEN found -> 0 ELSE found END) AS told
     FROM (SELECT coalesce(nullif(name, ''), definition_id, '') AS key, jsonb_agg(value ORDER BY field_index) AS found
           FROM quickbooks.custom_fields WHERE realm_id = $1 GROUP BY 1) AS field`,
    realm,
  );
  return { record: found?.['record'], rows, told: told?.['told'] };
}

test('custom fields without a definition, without a name or with the name of another are all kept, and told alike in both places', async () => {
  const realm = pages.newRealm();
  const fields = [
    { Name: 'Crew', Type: 'StringType', StringValue: 'A' },
    { DefinitionId: '2', Type: 'StringType', StringValue: 'nameless' },
    { DefinitionId: '3', Name: 'Crew', Type: 'StringType', StringValue: 'B' },
    { DefinitionId: '3', Name: 'Crew', Type: 'StringType' },
    { DefinitionId: '4', Name: '', StringValue: 'empty name' },
    { StringValue: 'nothing but a value' },
    { DefinitionId: '5', Name: 'Plain', StringValue: 'x' },
    'not a field',
    null,
  ];
  const invoice = (token: string, some: readonly unknown[]): string =>
    JSON.stringify({ Id: '1', SyncToken: token, CustomField: some });
  await pages.write({ realm, records: [invoice('1', fields)] });
  const expected = {
    Crew: ['A', 'B', null],
    2: 'nameless',
    4: 'empty name',
    '': 'nothing but a value',
    Plain: 'x',
  };
  const whole = await customFieldsOf(realm);
  expect(whole.record).toEqual(expected);
  expect(whole.told).toEqual(expected);
  expect(whole.rows).toEqual([
    { at: 0, id: null, name: 'Crew', value: 'A' },
    { at: 1, id: '2', name: null, value: 'nameless' },
    { at: 2, id: '3', name: 'Crew', value: 'B' },
    { at: 3, id: '3', name: 'Crew', value: null },
    { at: 4, id: '4', name: '', value: 'empty name' },
    { at: 5, id: null, name: null, value: 'nothing but a value' },
    { at: 6, id: '5', name: 'Plain', value: 'x' },
  ]);
  // A later version has one of them.
  await pages.write({
    realm,
    records: [invoice('2', fields.slice(0, 1))],
    at: '2026-03-02T10:00:00.000-08:00',
  });
  expect(await customFieldsOf(realm)).toEqual({
    record: { Crew: 'A' },
    told: { Crew: 'A' },
    rows: [{ at: 0, id: null, name: 'Crew', value: 'A' }],
  });
  await pages.write({ realm, records: [invoice('3', [])], at: '2026-03-03T10:00:00.000-08:00' });
  expect(await customFieldsOf(realm)).toEqual({ record: null, told: null, rows: [] });
});
