import type { Database, Queryable, Transaction } from '../postgres/database.ts';
import {
  addColumn,
  columnComment,
  createIndex,
  createTable,
  createView,
  rowLevelSecurity,
  tableComment,
  viewOptions,
} from './ddl.ts';
import { showTable } from './masking.ts';
import { SCHEMA, STORE } from './stored.ts';
import { tablesOf, type TableDefinition } from './schema.ts';
import { viewsOf, type ViewDefinition } from './views.ts';

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
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ($1, $2)
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p')`;

const POLICIES = `
SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'readers'
WHERE n.nspname IN ($1, $2) AND c.relrowsecurity`;

const INDEXES = `SELECT indexname AS name FROM pg_indexes WHERE schemaname IN ($1, $2)`;

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
  db: Database,
  tables: readonly TableDefinition[] = tablesOf(),
  views: readonly ViewDefinition[] = viewsOf(),
): Promise<readonly string[]> {
  const statements = [...(await missingTables(db, tables))];
  statements.push(...(await missingMasks(db, statements, tables)));
  return [...statements, ...(await missingViews(db, statements, views))];
}

async function missingTables(db: Queryable, tables: readonly TableDefinition[]): Promise<readonly string[]> {
  const columns = await db.query<ColumnRow>(COLUMNS, [SCHEMA, STORE]);
  const indexes = new Set(
    (await db.query<{ name: string }>(INDEXES, [SCHEMA, STORE])).map((row) => row.name),
  );
  const guarded = new Set(
    (await db.query<{ name: string }>(POLICIES, [SCHEMA, STORE])).map((row) => row.name),
  );
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
    if (!guarded.has(table.name)) statements.push(rowLevelSecurity(table.name));
  }
  if (conflicts.length > 0) {
    throw new Error(
      `The catalogue and the database disagree; write the migration by hand: ${conflicts.join('; ')}.`,
    );
  }
  return statements;
}

class RolledBack extends Error {}

/** Runs something on top of the statements before it, and takes all of it back. */
async function tryOut(
  db: Database,
  before: readonly string[],
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const trial = async (tx: Transaction): Promise<never> => {
    if (before.length > 0) await tx.execute(before.join('\n'));
    await work(tx);
    throw new RolledBack();
  };
  await db.transaction(trial).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
}

const MASK = `SELECT pg_get_viewdef(c.oid) AS query, c.reloptions AS options, obj_description(c.oid, 'pg_class') AS comment,
  (SELECT jsonb_agg(col_description(c.oid, attnum) ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid) AS comments
  FROM pg_class AS c WHERE oid = to_regclass($1)`;

/** Views of tables with sensitive values that are not there, or not as they would be made now. */
async function missingMasks(
  db: Database,
  before: readonly string[],
  tables: readonly TableDefinition[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  await tryOut(db, before, async (tx) => {
    for (const { name } of tables) {
      for (const statement of showTable(name)) {
        const [existing] = await tx.query(MASK, [`${SCHEMA}.${name}`]);
        await tx.execute(statement);
        const [wanted] = await tx.query(MASK, [`${SCHEMA}.${name}`]);
        if (JSON.stringify(existing) !== JSON.stringify(wanted)) missing.push(statement);
      }
    }
  });
  return missing;
}

/** Views that are not there, or not as they should be: compared as PostgreSQL itself writes them, in a trial run. */
async function missingViews(
  db: Database,
  before: readonly string[],
  views: readonly ViewDefinition[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  await tryOut(db, before, async (tx) => {
    for (const view of views) {
      await tx.execute(`CREATE TEMPORARY VIEW wanted WITH (security_invoker = true) AS ${view.query}`);
      if (!(await isEqual(tx, view))) missing.push(createView(view));
      await tx.execute('DROP VIEW wanted');
    }
  });
  return missing;
}

async function isEqual(tx: Transaction, view: ViewDefinition): Promise<boolean> {
  const [existing] = await tx.query<{
    equal: boolean;
    comment: string | null;
    options: string[];
    columns: unknown;
  }>(
    `SELECT pg_get_viewdef(c.oid) = pg_get_viewdef('pg_temp.wanted'::regclass) AS equal,
            obj_description(c.oid, 'pg_class') AS comment,
            coalesce(c.reloptions, '{}') AS options,
            (SELECT jsonb_agg(jsonb_build_array(a.attname, col_description(c.oid, a.attnum)) ORDER BY a.attnum)
             FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind = 'v'`,
    [SCHEMA, view.name],
  );
  return (
    existing?.equal === true &&
    existing.comment === view.comment &&
    existing.options.join() === viewOptions(view).join() &&
    JSON.stringify(existing.columns) === JSON.stringify(view.columns)
  );
}
