import type { RealmId } from '../../base/realm-id.ts';
import type { EntityDefinition } from '../../catalogue/index.ts';
import type { Queryable, Transaction } from '../../postgres/database.ts';
import type { UnreadableRecord } from '../../quickbooks/index.ts';
import { type Rejection, refusalOf } from '../../tables/page-writer.ts';
import { times } from '../../tuning/times.ts';
import { addToRun, type Slice } from '../company/index.ts';

/*
 * Records that are not in the copy as QuickBooks has them: refused by PostgreSQL, or not rendered by QuickBooks. Each
 * is kept with its reason, and leaves when a version of it is stored. (I13)
 */

/** Keeps what was refused, and lets go of what was stored now. */
export async function quarantine(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
  rejected: readonly Rejection[],
): Promise<void> {
  const refused = new Set(rejected.map((rejection) => rejection.recordId));
  const stored = ids.filter((id) => !refused.has(id));
  await tx.query(
    'DELETE FROM ledger_mirror.rejected_records WHERE realm_id = $1 AND entity = $2 AND record_id = ANY ($3::text[])',
    [realmId, entity.name, stored],
  );
  for (const rejection of rejected) await keepAside(tx, realmId, entity, rejection);
}

/** Longer ones are no ids, and fit into no index: such a record is told from others by its document. */
const LONGEST_ID = 500;

/**
 * Keeps one. What PostgreSQL refused to store may be refused here again, for the same character: then it is kept as
 * the escapes of JSON, which mean the same.
 */
async function keepAside(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  { recordId = '', reason, document }: Rejection,
): Promise<void> {
  const id = recordId === '' || recordId.length > LONGEST_ID ? null : recordId;
  const words = reason.replace(recordId, id ?? recordId.slice(0, LONGEST_ID));
  const keep = (values: readonly (string | null)[]): Promise<unknown> =>
    tx.query(
      `INSERT INTO ledger_mirror.rejected_records AS record (realm_id, entity, record_id, reason, document, retry_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6))
       ON CONFLICT (realm_id, entity, coalesce(record_id, md5(document))) DO UPDATE
         SET reason = excluded.reason, document = excluded.document, attempts = record.attempts + 1,
             last_seen_at = clock_timestamp(), retry_at = excluded.retry_at`,
      [realmId, entity.name, ...values, times.rejectedRetryMs / 1000],
    );
  await tx.execute('SAVEPOINT aside');
  try {
    await keep([id, words, document]);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    await tx.execute('ROLLBACK TO SAVEPOINT aside');
    await keep([id !== null && escaped(id) === id ? id : null, escaped(words), escaped(document)]);
  }
  await tx.execute('RELEASE SAVEPOINT aside');
}

/** The same text in ASCII, as JSON writes characters. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e\s]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Keeps aside records that QuickBooks has and cannot render; all that is known of one is its id, if that. */
export async function keepUnreadable(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  unreadable: readonly Pick<UnreadableRecord, 'id'>[],
): Promise<void> {
  if (unreadable.length === 0) return;
  const rejections = unreadable.map(({ id }) => ({
    recordId: id,
    reason: `${entity.name} ${id ?? 'without a name'}: QuickBooks cannot render it. Open it in QuickBooks and save it again; it is asked for once a day.`,
    // Nameless ones share a row: their places change, so nothing tells one from another.
    document: JSON.stringify(id === undefined ? {} : { Id: id }),
  }));
  slice.logger.warn(
    { entity: entity.name, ids: unreadable.map(({ id }) => id) },
    'QuickBooks cannot render records',
  );
  await quarantine(tx, slice.realmId, entity, [], rejections);
  await addToRun(tx, slice.run.id, { rejected: rejections.length });
}

/** Lets go of the documents of a company's rejected records that leaves sensitive fields out: the ids stay. */
export async function forgetDocuments(
  db: Queryable,
  realmId: RealmId,
  entities: readonly string[],
): Promise<void> {
  await db.query(
    // Two without an id must not become the same: they are told apart by their documents.
    `UPDATE ledger_mirror.rejected_records AS record
     SET document = CASE WHEN record_id IS NULL THEN jsonb_build_object('rejected', record.id)
                    ELSE jsonb_build_object('Id', record_id) END::text
     WHERE realm_id = $1 AND entity = ANY ($2::text[])
       AND (SELECT exclude_sensitive FROM ledger_mirror.organizations WHERE realm_id = $1)`,
    [realmId, entities],
  );
}

/** Whatever became of records that were tried again, none is asked for again before tomorrow. */
export async function waitADay(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.rejected_records SET retry_at = clock_timestamp() + make_interval(secs => $4)
     WHERE realm_id = $1 AND entity = $2 AND record_id = ANY ($3::text[]) AND retry_at <= clock_timestamp()`,
    [realmId, entity.name, ids, times.rejectedRetryMs / 1000],
  );
}

/** Lets a company's rejected records be tried again now. @returns what they are; nobody can name those without an id */
export async function retryAll(
  tx: Transaction,
  realmId: RealmId,
): Promise<readonly { readonly entity: string; readonly recordId: string | null }[]> {
  return tx.query(
    `UPDATE ledger_mirror.rejected_records SET retry_at = clock_timestamp() WHERE realm_id = $1
     RETURNING entity, record_id`,
    [realmId],
  );
}

/** Lets go of rejected records that nobody can name: reading their entity keeps aside again what is still spoilt. */
export async function letGoOfNameless(
  tx: Transaction,
  realmId: RealmId,
  entities?: readonly string[],
): Promise<void> {
  await tx.query(
    `DELETE FROM ledger_mirror.rejected_records
     WHERE realm_id = $1 AND record_id IS NULL AND ($2::text[] IS NULL OR entity = ANY ($2))`,
    [realmId, entities ?? null],
  );
}

/** What an older version of this program refused is tried again by this one; once for each version. */
export async function retryAfterUpgrade(db: Queryable, version: string): Promise<void> {
  await db.query(
    `UPDATE ledger_mirror.rejected_records SET retry_at = clock_timestamp(), tried_by = $1
     WHERE tried_by IS DISTINCT FROM $1`,
    [version],
  );
}

/** Which of some records are kept aside. */
export async function rejectedOf(
  db: Queryable,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(
    `SELECT record_id AS id FROM ledger_mirror.rejected_records
     WHERE realm_id = $1 AND entity = $2 AND record_id = ANY ($3::text[])`,
    [realmId, entity.name, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

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
