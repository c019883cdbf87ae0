import type { RealmId } from '../../base/realm-id.ts';
import { entities } from '../../catalogue/index.ts';
import { quoted } from '../../postgres/quoted.ts';
import type { Queryable } from '../../postgres/database.ts';
import { storedTable } from '../../tables/stored.ts';

/** Records of one entity that are not in the copy as QuickBooks has them. */
export type KeptAside = {
  readonly realmId: RealmId;
  readonly entity: string;
  readonly rejected: number;
  /** Those of them of which no version is stored; the others are here as they were before an edit. */
  readonly missing: number;
  /** Rows of those that nobody could name: one for all that were met, so that there may be more of them. */
  readonly nameless: number;
  /** Those are to be tried again. */
  readonly namelessDue: boolean;
  /** How many records more QuickBooks has, because of these, than its count and our rows say. */
  readonly uncounted: number;
};

const storedOf = entities.map(
  ({ name, table }) =>
    `WHEN ${quoted(name)} THEN EXISTS (SELECT FROM ${storedTable(table)} AS stored
       WHERE stored.realm_id = record.realm_id AND stored.id = record.record_id AND stored.deleted_at IS NULL)`,
);

/** Everything that some companies have aside; nothing for an entity that has none. */
export async function loadKeptAside(db: Queryable, realmIds: readonly RealmId[]): Promise<KeptAside[]> {
  if (realmIds.length === 0) return [];
  return db.query<KeptAside>(
    `WITH record AS (
       SELECT realm_id, entity, record_id IS NULL AS is_nameless, retry_at, CASE entity ${storedOf.join('\n       ')} ELSE false END AS is_stored
       FROM ledger_mirror.rejected_records AS record WHERE realm_id = ANY ($1::text[])
     ), aside AS (
       SELECT realm_id, entity, count(*)::int AS rejected, count(*) FILTER (WHERE NOT is_stored)::int AS missing,
              count(*) FILTER (WHERE is_nameless)::int AS nameless,
              bool_or(is_nameless AND retry_at <= clock_timestamp()) AS nameless_due
       FROM record GROUP BY realm_id, entity
     )
     SELECT aside.*, coalesce(greatest(0, rows + missing - greatest(expected_rows, rows)), 0)::int AS uncounted
     FROM aside LEFT JOIN ledger_mirror.entity_states AS state USING (realm_id, entity)`,
    [realmIds],
  );
}

/** For a person, with the company whose copy is current but for these. */
export const asideWords = (records: number): string =>
  records === 1
    ? '1 record is kept aside: it cannot be stored as QuickBooks has it, or QuickBooks cannot show it. The rejected records of the company say which one and why; it is tried again every day.'
    : `${records} records are kept aside: they cannot be stored as QuickBooks has them, or QuickBooks cannot show them. The rejected records of the company say which ones and why; they are tried again every day.`;
