import type { RealmId } from '../../src/base/realm-id.ts';
import type { Queryable } from '../../src/postgres/database.ts';
import { parseExactly, type Json, type Row } from './flatten.ts';

/*
 * The two sides of a comparison: what QuickBooks holds, from the simulator's control interface, and what is stored,
 * by plain SQL. Numbers keep their digits.
 */

/** What QuickBooks holds of an entity. */
export type Truth = { readonly records: readonly Json[]; readonly deletedIds: ReadonlySet<string> };
/** A row, and the document in it. */
export type StoredRecord = { readonly raw: Json; readonly row: Row; readonly isDeleted: boolean };
/** A child table: the column that says whose rows they are, and those that tell them apart. */
export type ChildTable = { readonly name: string; readonly owner: string; readonly key: readonly string[] };

/** Everything there is of one entity, inactive and deleted records too. */
export async function loadState(url: string, realmId: RealmId, entity: string): Promise<Truth> {
  const answer = await fetch(`${url}/simulator/companies/${realmId}/state/${entity}`);
  if (!answer.ok) throw new Error(`The simulator gave no state of ${entity}: ${answer.status}`);
  const { records, deleted } = parseExactly(await answer.text()) as {
    records: Json[];
    deleted: { Id: string }[];
  };
  return { records, deletedIds: new Set(deleted.map(({ Id }) => Id)) };
}

/** The rows of a table by id, those marked as deleted too. */
export async function loadStored(
  db: Queryable,
  realmId: RealmId,
  table: string,
): Promise<Map<string, StoredRecord>> {
  const { rows } = await db.execute<{ id: string; row: string; raw: string; is_deleted: boolean }>(
    `SELECT id, (to_jsonb(t) - 'raw')::text AS row, raw::text AS raw, deleted_at IS NOT NULL AS is_deleted
     FROM (SELECT * FROM quickbooks.${table} WHERE realm_id = $1) AS t`,
    [realmId],
  );
  return new Map(
    rows.map(({ id, row, raw, is_deleted: isDeleted }) => [
      id,
      { raw: parseExactly(raw) as Json, row: toRow(row), isDeleted },
    ]),
  );
}

const toRow = (text: string): Row => new Map(Object.entries(parseExactly(text) as Json));

/** Tables whose key begins with the company and whose second column names the record they belong to. */
export async function loadChildTables(db: Queryable): Promise<ChildTable[]> {
  const { rows } = await db.execute<{ name: string; key: string[] }>(
    `SELECT relname AS name, array_agg(attname::text ORDER BY array_position(indkey::int2[], attnum)) AS key
     FROM pg_index JOIN pg_class ON pg_class.oid = indrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
     JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
     WHERE indisprimary AND nspname = 'quickbooks' GROUP BY relname HAVING count(*) > 2`,
  );
  return rows.map(({ name, key }) => {
    const owner = key[1] ?? '';
    return { name, owner, key: key.slice(owner === 'entity' ? 3 : 2) };
  });
}

/** Child rows by the record they belong to and by table. */
export async function loadChildren(
  db: Queryable,
  realmId: RealmId,
  entity: string,
  tables: readonly ChildTable[],
): Promise<Map<string, Map<string, Row[]>>> {
  const children = new Map<string, Map<string, Row[]>>();
  for (const { name, owner } of tables) {
    const shared = owner === 'entity';
    const { rows } = await db.execute<{ id: string; row: string }>(
      `SELECT ${shared ? 'record_id' : owner} AS id, to_jsonb(t)::text AS row FROM quickbooks.${name} AS t
       WHERE realm_id = $1 ${shared ? 'AND entity = $2' : 'AND $2::text IS NOT NULL'}`,
      [realmId, entity],
    );
    for (const { id, row } of rows) {
      const own = children.get(id) ?? new Map<string, Row[]>();
      children.set(id, own);
      own.set(name, [...(own.get(name) ?? []), toRow(row)]);
    }
  }
  return children;
}
