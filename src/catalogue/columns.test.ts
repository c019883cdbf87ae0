import { expect, expectTypeOf, test } from 'vitest';
import {
  columnsOf,
  entities,
  entityByName,
  entityByTable,
  lineColumnsOf,
  linkedEntity,
  type Column,
} from './index.ts';
import type { Records } from './index.ts';

const invoice = entityByName('invoice');
if (invoice === undefined) throw new Error('The catalogue has no Invoice.');

const column = (columns: readonly Column[], name: string): Column | undefined =>
  columns.find((one) => one.name === name);

test('a reference becomes an id and a name, and the id knows what it refers to', () => {
  const columns = columnsOf(invoice);
  expect(column(columns, 'customer_id')).toMatchObject({
    type: 'text',
    sources: [['CustomerRef', 'value']],
    references: 'Customer',
  });
  expect(column(columns, 'customer_name')).toMatchObject({
    type: 'text',
    sources: [['CustomerRef', 'name']],
  });
  expect(column(columns, 'ar_account_id')?.references).toBe('Account');
});

test('addresses, e-mails and groups become plain columns', () => {
  const columns = columnsOf(invoice);
  expect(column(columns, 'bill_addr_line1')?.sources).toEqual([['BillAddr', 'Line1']]);
  expect(column(columns, 'bill_email')?.sources).toEqual([['BillEmail', 'Address']]);
  expect(column(columns, 'txn_tax_detail_total_tax')).toMatchObject({ type: 'numeric' });
});

test('a field that two kinds of line share is one column with two sources', () => {
  const columns = lineColumnsOf(invoice);
  expect(column(columns, 'item_id')?.sources).toEqual([
    ['SalesItemLineDetail', 'ItemRef', 'value'],
    ['SubTotalLineDetail', 'ItemRef', 'value'],
  ]);
  expect(column(columns, 'unit_price')?.type).toBe('numeric');
});

test('no table has two columns of one name, nor one that every table has already', () => {
  const common = [
    'realm_id',
    'id',
    'sync_token',
    'created_at',
    'updated_at',
    'deleted_at',
    'is_voided',
    'custom_fields',
    'raw',
    'content_hash',
    'observed_at',
    'synced_at',
  ];
  expect(entities.length).toBeGreaterThanOrEqual(5);
  for (const entity of entities) {
    const names = columnsOf(entity).map((one) => one.name);
    expect(new Set([...common, ...names]).size, entity.name).toBe(common.length + names.length);
  }
});

test('no identifier is longer than PostgreSQL keeps', () => {
  for (const entity of entities) {
    for (const { name } of [...columnsOf(entity), ...lineColumnsOf(entity)])
      expect(name.length).toBeLessThanOrEqual(63);
  }
});

test('an entity is found by its name in any case and by its table', () => {
  expect(entityByName('INVOICE')).toBe(invoice);
  expect(entityByTable('invoices')).toBe(invoice);
  expect(entityByName('Nothing')).toBeUndefined();
});

test('parents are loaded before children', () => {
  const names = entities.map((entity) => entity.name);
  expect(names.indexOf('Customer')).toBeLessThan(names.indexOf('Invoice'));
  expect(names.indexOf('Account')).toBeLessThan(names.indexOf('Item'));
});

test('links resolve to the entity that can be read, or to none', () => {
  expect(linkedEntity('BillPaymentCheck')).toBe('BillPayment');
  expect(linkedEntity('Invoice')).toBe('Invoice');
  expect(linkedEntity('StatementCharge')).toBeNull();
});

test('the TypeScript type of a record follows from its declaration', () => {
  type Invoice = Records['Invoice'];
  expectTypeOf<Invoice['TotalAmt']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<NonNullable<Invoice['CustomerRef']>['value']>().toEqualTypeOf<string>();
  expectTypeOf<
    NonNullable<NonNullable<Invoice['Line']>[number]['SalesItemLineDetail']>['Qty']
  >().toEqualTypeOf<string | undefined>();
  expectTypeOf<Records['Customer']>().not.toHaveProperty('Line');
});
