import type { RealmId } from '../../base/realm-id.ts';
import type { Queryable } from '../../postgres/database.ts';

/** A record QuickBooks sent that could not be stored. */
export type RejectedRecord = {
  readonly id: string;
  readonly entity: string;
  readonly recordId: string | undefined;
  readonly reason: string;
  readonly attempts: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  /** As QuickBooks sent it. Text, because it may not be JSON; undefined when it was not asked for. */
  readonly document: string | undefined;
};

/** The quarantine of a company, newest first. */
export async function listRejected(
  db: Queryable,
  realmId: RealmId,
  filter: {
    readonly entity?: string | undefined;
    /** Only older entries than this one: the last of the page before. */
    readonly before?: string | undefined;
    readonly limit: number;
    readonly withDocument: boolean;
  },
): Promise<RejectedRecord[]> {
  const rows = await db.query<{ [Key in keyof RejectedRecord]: RejectedRecord[Key] | null }>(
    `SELECT id::text, entity, record_id, reason, attempts, first_seen_at, last_seen_at,
            CASE WHEN $5 THEN document END AS document
     FROM ledger_mirror.rejected_records
     WHERE realm_id = $1 AND ($2::text IS NULL OR entity = $2) AND ($3::bigint IS NULL OR rejected_records.id < $3)
     ORDER BY rejected_records.id DESC LIMIT $4`,
    [realmId, filter.entity ?? null, filter.before ?? null, filter.limit, filter.withDocument],
  );
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
      ) as RejectedRecord,
  );
}
