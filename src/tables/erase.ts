import type { RealmId } from '../base/realm-id.ts';
import type { Queryable } from '../postgres/database.ts';
import { SCHEMA, STORE } from './stored.ts';

/** Rows a transaction: short enough that nothing waits for it. */
const BATCH = 5000;

/**
 * Erases the copy of a company, in batches, and what readers and renames know of it. An interrupted erasure is finished
 * by another call.
 * @returns how many rows of the copy were erased, children that went with their parents not counted
 */
export async function eraseCopy(db: Queryable, realmId: RealmId): Promise<number> {
  let rows = 0;
  for (const table of await copiedTables(db)) rows += await eraseFrom(db, table, realmId);
  await db.query('DELETE FROM ledger_mirror.outdated_records WHERE realm_id = $1', [realmId]);
  await db.query('DELETE FROM ledger_mirror.renamed_records WHERE realm_id = $1', [realmId]);
  await db.query('DELETE FROM ledger_mirror.reader_companies WHERE realm_id = $1', [realmId]);
  return rows;
}

/** Every table of the copy that names a company: one that is added later is erased without anybody remembering. */
async function copiedTables(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class AS c
     JOIN pg_namespace AS n ON n.oid = c.relnamespace
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'realm_id' AND NOT a.attisdropped
     WHERE n.nspname IN ($1, $2) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     ORDER BY c.relname`,
    [SCHEMA, STORE],
  );
  return rows.map((row) => row.name);
}

/** `table` comes quoted from the catalogue of PostgreSQL. */
async function eraseFrom(db: Queryable, table: string, realmId: RealmId): Promise<number> {
  for (let rows = 0; ;) {
    const { rowCount } = await db.execute(
      `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE realm_id = $1 LIMIT ${BATCH}))`,
      [realmId],
    );
    rows += rowCount;
    if (rowCount < BATCH) return rows;
  }
}
