import type { RealmId } from '../../base/realm-id.ts';
import type { EntityDefinition } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { UnreadableRecord } from '../../quickbooks/index.ts';
import type { Rejection } from '../../tables/page-writer.ts';
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
  for (const rejection of rejected) {
    await tx.query(
      `INSERT INTO ledger_mirror.rejected_records AS record (realm_id, entity, record_id, reason, document)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (realm_id, entity, coalesce(record_id, md5(document))) DO UPDATE
         SET reason = excluded.reason, document = excluded.document, attempts = record.attempts + 1,
             last_seen_at = clock_timestamp(), retry_at = excluded.retry_at`,
      [realmId, entity.name, rejection.recordId ?? null, rejection.reason, rejection.document],
    );
  }
}

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
  await addToRun(tx, slice.run.id, { created: 0, updated: 0, unchanged: 0, rejected: rejections.length });
}
