import type { RealmId } from '../base/realm-id.ts';
import type { EntityDefinition } from '../catalogue/index.ts';
import type { Transaction } from '../postgres/database.ts';
import { storedTable } from './stored.ts';
import { STAMP } from './synced-at.ts';
import { isAfter } from './version-order.ts';

export type Deletion = {
  readonly id: string;
  /** When it was deleted, where QuickBooks said so; else the time of the answer stands in for it. */
  readonly deletedAt: Date | undefined;
};

/**
 * Marks records as deleted in QuickBooks; row, children and raw stay. A deletion is a version like any other: it is
 * kept also for an id that was never stored, so that an older answer arriving late cannot bring the record into being,
 * and it gives way only to a later answer. Marking twice changes nothing.
 * @returns the ids that were not marked before
 */
export async function markDeleted(
  tx: Transaction,
  deleted: {
    readonly entity: EntityDefinition;
    readonly realmId: RealmId;
    readonly deletions: readonly Deletion[];
    /** QuickBooks' clock at the answer that told of, or confirmed, the deletion. */
    readonly observedAt: Date;
    /** The database's clock before the confirmation was asked for: it counts against what was stored before that. */
    readonly askedAt?: Date;
  },
): Promise<readonly string[]> {
  const { entity, realmId, deletions, observedAt, askedAt } = deleted;
  const rows = await tx.query<{ id: string }>(statementFor(entity), [
    realmId,
    deletions.map(({ id }) => id),
    deletions.map(({ deletedAt }) => deletedAt ?? observedAt),
    observedAt,
    askedAt ?? null,
  ]);
  return rows.map(({ id }) => id);
}

const confirmedAfter = isAfter({ observedAt: '$4', askedAt: '$5', isReread: 'true' });

function statementFor(entity: EntityDefinition): string {
  const voided = entity.voidable ? { column: ', is_voided', value: ', false' } : { column: '', value: '' };
  return `INSERT INTO ${storedTable(entity.table)} AS stored
    (realm_id, id, deleted_at, observed_at, synced_at${voided.column})
  SELECT $1, id, min(deleted_at), $4::timestamptz, ${STAMP}${voided.value}
  FROM unnest($2::text[], $3::timestamptz[]) AS gone (id, deleted_at)
  GROUP BY id
  ON CONFLICT (realm_id, id) DO UPDATE
    SET deleted_at = excluded.deleted_at, observed_at = excluded.observed_at, synced_at = excluded.synced_at
    WHERE stored.deleted_at IS NULL AND (stored.observed_at <= excluded.observed_at OR ${confirmedAfter})
  RETURNING id`;
}
