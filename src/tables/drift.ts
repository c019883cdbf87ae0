import type { Queryable } from '../postgres/database.ts';
import { addColumn, columnComment, createIndex, createTable, SCHEMA, tableComment } from './ddl.ts';
import { tablesOf, type TableDefinition } from './schema.ts';

type ColumnRow = {
  table: string;
  name: string;
  type: string;
  notNull: boolean;
  comment: string | null;
  tableComment: string | null;
};

const COLUMNS = `
SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null,
       col_description(c.oid, a.attnum) AS comment, obj_description(c.oid, 'pg_class') AS table_comment
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = $1
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p')`;

const INDEXES = `SELECT indexname AS name FROM pg_indexes WHERE schemaname = $1`;

/** PostgreSQL's long name of a type we write short. */
const longName = (type: string): string =>
  type === 'timestamptz'
    ? 'timestamp with time zone'
    : type === 'timestamp'
      ? 'timestamp without time zone'
      : type;

/**
 * What has to be done to a database until it is what the catalogue says: the statements of the next migration,
 * empty when nothing is missing. Only adds; a changed type or a vanished column is for a person to decide.
 * @throws Error naming every column whose type differs or that the catalogue no longer has.
 */
export async function missingStatements(
  db: Queryable,
  tables: readonly TableDefinition[] = tablesOf(),
): Promise<readonly string[]> {
  const columns = await db.query<ColumnRow>(COLUMNS, [SCHEMA]);
  const indexes = new Set((await db.query<{ name: string }>(INDEXES, [SCHEMA])).map((row) => row.name));
  const statements: string[] = [];
  const conflicts: string[] = [];
  for (const table of tables) {
    const existing = new Map(columns.filter((row) => row.table === table.name).map((row) => [row.name, row]));
    if (existing.size === 0) {
      statements.push(createTable(table));
      continue;
    }
    if ([...existing.values()][0]?.tableComment !== table.comment) statements.push(tableComment(table));
    for (const column of table.columns) {
      const row = existing.get(column.name);
      if (row === undefined) {
        statements.push(addColumn(table.name, column), columnComment(table.name, column));
        continue;
      }
      if (row.type !== longName(column.type)) {
        conflicts.push(`${table.name}.${column.name} is ${row.type}, the catalogue says ${column.type}`);
      }
      if (row.comment !== column.comment) statements.push(columnComment(table.name, column));
    }
    for (const name of existing.keys()) {
      if (!table.columns.some((column) => column.name === name)) {
        conflicts.push(`${table.name}.${name} is no longer in the catalogue`);
      }
    }
    for (const index of table.indexes) {
      if (!indexes.has(index.name)) statements.push(createIndex(table.name, index));
    }
  }
  if (conflicts.length > 0) {
    throw new Error(
      `The catalogue and the database disagree; write the migration by hand: ${conflicts.join('; ')}.`,
    );
  }
  return statements;
}
