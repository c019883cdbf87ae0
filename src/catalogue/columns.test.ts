import { readdirSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import {
  childListsOf,
  columnsOf,
  entities,
  entityByName,
  entityByTable,
  lineColumnsOf,
  linkedEntity,
  parentColumn,
  type Column,
} from './index.ts';
import type { Records } from './index.ts';
import { linkTypes } from './links.ts';

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
  for (const entity of entities) {
    const names = columnsOf(entity).map((one) => one.name);
    expect(new Set([...common, ...names]).size, entity.name).toBe(common.length + names.length);
    for (const { child, columns } of childListsOf(entity)) {
      const keys = ['realm_id', parentColumn(entity), 'list_kind', 'list_index'];
      const own = columns.map((one) => one.name);
      expect(new Set([...keys, ...own]).size, child.table).toBe(keys.length + own.length);
    }
  }
});

test('the mirror has the forty tables that users rely on', () => {
  const tables =
    'accounts attachables bills bill_payments budgets classes company_currencies company_info credit_card_payments ' +
    'credit_memos customers customer_types departments deposits employees estimates exchange_rates ' +
    'inventory_adjustments invoices items journal_codes journal_entries payments payment_methods preferences ' +
    'purchases purchase_orders recurring_transactions refund_receipts reimburse_charges sales_receipts tax_agencies ' +
    'tax_codes tax_payments tax_rates terms time_activities transfers vendors vendor_credits';
  expect(entities.map((entity) => entity.table).toSorted()).toEqual(tables.split(' ').toSorted());
});

test('every file of an entity is in the catalogue', () => {
  const files = readdirSync(new URL('entities/', import.meta.url)).map((file) => file.replaceAll('-', ''));
  expect(files.toSorted()).toEqual(entities.map((entity) => `${entity.name.toLowerCase()}.ts`).toSorted());
});

test('references and links point at entities of the catalogue', () => {
  for (const entity of entities) {
    for (const { name, references } of [...columnsOf(entity), ...lineColumnsOf(entity)]) {
      if (typeof references === 'string')
        expect(entityByName(references)?.name, `${entity.name}.${name}`).toBe(references);
    }
  }
  for (const target of Object.values(linkTypes)) {
    if (target !== null) expect(entityByName(target)?.name).toBe(target);
  }
});

test('what a record points at is loaded before it, trees and defaults apart', () => {
  const order = new Map(entities.map((entity) => [entity.name, entity.loadOrder]));
  for (const entity of entities.filter(({ kind }) => kind === 'transaction')) {
    for (const { references, name } of columnsOf(entity)) {
      if (typeof references !== 'string' || references === 'RecurringTransaction') continue;
      expect(order.get(references), `${entity.name}.${name}`).toBeLessThan(entity.loadOrder);
    }
  }
});

test('every field has a meaning in a sentence', () => {
  for (const entity of entities) {
    for (const { comment, name } of [...columnsOf(entity), ...lineColumnsOf(entity)])
      expect(comment, `${entity.name}.${name}`).toMatch(/^[A-Z\d“].*\.( \((id|name|type)\))?$/);
  }
});

test('a journal line and a deposit line say in the same columns whom they are about', () => {
  const recurring = entityByName('RecurringTransaction');
  if (recurring === undefined) throw new Error('The catalogue has no RecurringTransaction.');
  expect(column(lineColumnsOf(recurring), 'entity_id')?.sources).toEqual([
    ['JournalEntryLineDetail', 'Entity', 'EntityRef', 'value'],
    ['DepositLineDetail', 'Entity', 'value'],
  ]);
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
  expect(linkedEntity('SomethingOfTomorrow')).toBeNull();
  expect(linkedEntity('toString')).toBeNull();
});

test('the TypeScript type of a record follows from its declaration', () => {
  type Invoice = Records['Invoice'];
  expectTypeOf<Invoice['TotalAmt']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<NonNullable<Invoice['CustomerRef']>['value']>().toEqualTypeOf<string>();
  expectTypeOf<
    NonNullable<NonNullable<Invoice['Line']>[number]['SalesItemLineDetail']>['Qty']
  >().toEqualTypeOf<string | undefined>();
  expectTypeOf<Records['Customer']>().not.toHaveProperty('Line');
  expectTypeOf<NonNullable<Records['Budget']['BudgetDetail']>[number]['Amount']>().toEqualTypeOf<
    string | undefined
  >();
});
