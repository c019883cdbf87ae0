import { expect, test } from 'vitest';
import { tablesOf } from './schema.ts';

const tables = tablesOf();

test('tables and indexes have names of their own, none longer than PostgreSQL keeps', () => {
  const names = tables.flatMap((table) => [table.name, ...table.indexes.map((index) => index.name)]);
  expect(names.length).toBeGreaterThan(400);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
});

test('every table begins its key with the company, and every index is on columns it has', () => {
  for (const table of tables) {
    expect(table.primaryKey[0], table.name).toBe('realm_id');
    const columns = table.columns.map((column) => column.name);
    expect(new Set(columns).size, table.name).toBe(columns.length);
    for (const index of table.indexes) expect(columns).toEqual(expect.arrayContaining([...index.columns]));
  }
});

test('every column has a comment that says where it comes from, or that it is ours', () => {
  for (const table of tables) {
    for (const { name, comment } of table.columns)
      expect(comment, `${table.name}.${name}`).toMatch(/\.( \((id|name|type)\))?( \[.+\])?$/);
  }
});
