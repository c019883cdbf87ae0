import { expect, test } from 'vitest';
import { recordTable, recordTables } from './record-table.ts';

test('every table can be read, by columns whose names need no quoting', () => {
  expect(recordTables.size).toBeGreaterThan(8);
  for (const table of recordTables.values()) {
    for (const column of table.columns.keys()) expect(column).toMatch(/^[a-z][a-z0-9_]*$/);
    for (const column of table.key) expect(table.columns.has(column), `${table.name}.${column}`).toBe(true);
    expect(table.columns.has('realm_id')).toBe(true);
    expect(table.columns.has('content_hash')).toBe(false);
  }
});

test('what can be included never hides a column', () => {
  for (const table of recordTables.values()) {
    for (const name of table.children.keys()) expect(table.columns.has(name)).toBe(false);
  }
});

test('an entity has an id, a deletion and a stamp; its lines belong to it', () => {
  const invoices = recordTable('invoices');
  expect(invoices.isEntity).toBe(true);
  expect(invoices.key).toEqual(['id']);
  expect(invoices.children.get('lines')?.table.name).toBe('invoice_lines');
  expect(invoices.children.get('tax_lines')?.entity).toBe('Invoice');
  expect(recordTable('invoice_lines').owners).toEqual([{ table: 'invoices', column: 'invoice_id' }]);
});

test('sensitive are the flagged columns and everything QuickBooks sent', () => {
  const { columns } = recordTable('customers');
  expect(columns.get('primary_tax_identifier')?.sensitive).toBe(true);
  expect(columns.get('raw')?.sensitive).toBe(true);
  expect(columns.get('display_name')?.sensitive).toBe(false);
});
