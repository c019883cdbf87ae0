import type { RealmId } from '../base/realm-id.ts';
import type { Queryable } from '../postgres/database.ts';
import { SCHEMA, STORE } from './stored.ts';

/** Rows a transaction: short enough that nothing waits for it. */
const BATCH = 5000;

/** SQL: company $1 is being erased, and is not one that was connected anew after another call had come to the end. */
const isErased = `EXISTS (SELECT FROM ledger_mirror.organizations AS company
  WHERE company.realm_id = $1 AND company.erasing_at IS NOT NULL)`;

/**
 * Erases the copy of a company that is marked to be erased, in batches, and what readers and renames know of it. An
 * interrupted erasure is finished by another call; two at once do no harm.
 * @returns how many rows of the copy were erased, children that went with their parents not counted
 */
export async function eraseCopy(db: Queryable, realmId: RealmId): Promise<number> {
  let rows = 0;
  for (const table of await copiedTables(db)) rows += await eraseFrom(db, table, realmId);
  await db.query(`DELETE FROM ledger_mirror.outdated_records WHERE realm_id = $1 AND ${isErased}`, [realmId]);
  await db.query(`DELETE FROM ledger_mirror.renamed_records WHERE realm_id = $1 AND ${isErased}`, [realmId]);
  await db.query(`DELETE FROM ledger_mirror.reader_companies WHERE realm_id = $1 AND ${isErased}`, [realmId]);
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
    const [batch] = await db.query<{ found: number; erased: number }>(
      `WITH batch AS MATERIALIZED (
         SELECT ctid FROM ${table} WHERE realm_id = $1 AND ${isErased} LIMIT ${BATCH}
       ), erased AS (
         DELETE FROM ${table} WHERE ctid = ANY (ARRAY (SELECT ctid FROM batch)) RETURNING 1
       )
       SELECT (SELECT count(*)::int FROM batch) AS found, (SELECT count(*)::int FROM erased) AS erased`,
      [realmId],
    );
    rows += batch?.erased ?? 0;
    // Not by how many were erased: another call may have been at the same ones, and not at the rest.
    if ((batch?.found ?? 0) < BATCH) return rows;
  }
}
