import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { missingStatements } from './drift.ts';
import { tablesOf, type TableDefinition } from './schema.ts';
import { viewsOf } from './views.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
});

test('the migrations make exactly the tables, columns, indexes, views and comments of the catalogue', async () => {
  const tables = tablesOf();
  expect(tables.length).toBeGreaterThanOrEqual(9);
  expect(await missingStatements(database.db, tables)).toEqual([]);
});

const [invoices, ...others] = tablesOf().toSorted((a) => (a.name === 'invoices' ? -1 : 1));
if (invoices === undefined) throw new Error('There is no table invoices.');

test('a new column, a new table and a new comment each give the statements that are missing', async () => {
  const changed: TableDefinition = {
    ...invoices,
    comment: 'Another comment.',
    columns: [
      ...invoices.columns,
      { name: 'new_field', type: 'numeric', notNull: false, comment: 'A field of tomorrow.' },
    ],
  };
  const added: TableDefinition = { ...invoices, name: 'change_orders', indexes: [] };
  const statements = await missingStatements(database.db, [changed, added, ...others]);
  expect(statements.slice(0, 3)).toEqual([
    `COMMENT ON TABLE quickbooks.invoices IS 'Another comment.';`,
    'ALTER TABLE quickbooks.invoices ADD COLUMN new_field numeric;',
    `COMMENT ON COLUMN quickbooks.invoices.new_field IS 'A field of tomorrow.';`,
  ]);
  expect(statements[3]).toContain('CREATE TABLE quickbooks.change_orders');
  await database.db.execute(statements.join('\n'));
  expect(await missingStatements(database.db, [changed, added, ...others])).toEqual([]);
});

test('a changed type or a vanished column is left to a person', async () => {
  const columns = invoices.columns.filter((column) => column.name !== 'doc_number');
  const changed = {
    ...invoices,
    columns: columns.map((column) => (column.name === 'total_amt' ? { ...column, type: 'text' } : column)),
  };
  await expect(missingStatements(database.db, [changed])).rejects.toThrow(
    /total_amt is numeric.*doc_number is no longer/s,
  );
});

test('a view that is missing, or says something else, is written anew', async () => {
  const [organizations, first, second, ...rest] = viewsOf();
  if (organizations === undefined || first === undefined || second === undefined)
    throw new Error('There are too few views.');
  const changed = { ...first, query: `${first.query} AND total_amt > 0` };
  const commented = { ...second, comment: 'Another comment.' };
  const added = { ...second, name: 'paid_bills' };
  const { withOwnersRights: _, ...asInvoker } = organizations;
  const wanted = [asInvoker, changed, commented, added, ...rest];
  const fresh = await openTestDatabase();
  try {
    const statements = await missingStatements(fresh.db, tablesOf(), wanted);
    expect(statements.map((statement) => /VIEW quickbooks\.(\w+)/.exec(statement)?.[1])).toEqual([
      'organizations',
      'open_invoices',
      'open_bills',
      'paid_bills',
    ]);
    await fresh.db.execute(statements.join('\n'));
    expect(await missingStatements(fresh.db, tablesOf(), wanted)).toEqual([]);
  } finally {
    await fresh.close();
  }
});
