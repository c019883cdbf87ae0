import { quoted } from '../postgres/quoted.ts';
import type { ColumnDefinition, IndexDefinition, TableDefinition } from './schema.ts';
import { showTable } from './masking.ts';
import { SCHEMA, storedTable } from './stored.ts';
import type { ViewDefinition } from './views.ts';

function columnClause(column: ColumnDefinition): string {
  return `${column.name} ${column.type}${column.notNull ? ' NOT NULL' : ''}`;
}

export function columnComment(table: string, column: ColumnDefinition): string {
  return `COMMENT ON COLUMN ${storedTable(table)}.${column.name} IS ${quoted(column.comment)};`;
}

export function addColumn(table: string, column: ColumnDefinition): string {
  return `ALTER TABLE ${storedTable(table)} ADD COLUMN ${columnClause(column)};`;
}

export function createIndex(table: string, index: IndexDefinition): string {
  const where = index.where ?? `${index.columns.at(-1)} IS NOT NULL`;
  return `CREATE INDEX ${index.name} ON ${storedTable(table)} (${index.columns.join(', ')}) WHERE ${where};`;
}

export function tableComment(table: TableDefinition): string {
  return `COMMENT ON TABLE ${storedTable(table.name)} IS ${quoted(table.comment)};`;
}

/**
 * Readers see the companies they were given; the owner of the tables sees everything. The subquery is evaluated once
 * a statement, not once a row.
 */
export function rowLevelSecurity(table: string): string {
  const name = storedTable(table);
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`,
    `CREATE POLICY readers ON ${name} FOR SELECT USING (realm_id = ANY ((SELECT ${SCHEMA}.visible_companies())::text[]));`,
  ].join('\n');
}

/** Everything that makes one table: the table itself, its indexes, its comments and who may see which rows. */
export function createTable(table: TableDefinition): string {
  const clauses = table.columns.map(columnClause);
  clauses.push(`PRIMARY KEY (${table.primaryKey.join(', ')})`);
  if (table.foreignKey !== undefined) {
    const { columns, table: target, references } = table.foreignKey;
    clauses.push(
      `FOREIGN KEY (${columns.join(', ')}) REFERENCES ${storedTable(target)} (${references.join(', ')}) ON DELETE CASCADE`,
    );
  }
  return [
    `CREATE TABLE ${storedTable(table.name)} (\n  ${clauses.join(',\n  ')}\n);`,
    ...table.indexes.map((index) => createIndex(table.name, index)),
    tableComment(table),
    ...table.columns.map((column) => columnComment(table.name, column)),
    rowLevelSecurity(table.name),
    ...showTable(table.name),
  ].join('\n');
}

/**
 * How a view is made. It runs with the rights of whoever asks, unless it says otherwise, so that what a reader may not
 * see in the tables does not show here either. One that looks at who asks itself is a barrier: nothing of the query
 * around it sees a row before it has (an error of a cast would tell its value).
 */
export const viewOptions = (view: ViewDefinition): readonly string[] =>
  view.withOwnersRights === true
    ? ['security_invoker=false', 'security_barrier=true']
    : ['security_invoker=true'];

/** A view with its comments. */
export function createView(view: ViewDefinition): string {
  const name = storedTable(view.name);
  return [
    `CREATE OR REPLACE VIEW ${name} WITH (${viewOptions(view).join(', ')}) AS\n${view.query};`,
    `COMMENT ON VIEW ${name} IS ${quoted(view.comment)};`,
    ...view.columns.map(([column, comment]) => `COMMENT ON COLUMN ${name}.${column} IS ${quoted(comment)};`),
  ].join('\n');
}
