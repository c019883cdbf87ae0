import type { RealmId } from '../../base/realm-id.ts';
import type { EntityDefinition } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import { changedDuringCopy } from '../../tables/first-copy.ts';
import { times } from '../../tuning/times.ts';
import { storedTable } from '../../tables/stored.ts';

/** Lists whose names people merge. */
const isMergeable = ({ abilities }: EntityDefinition): boolean => abilities.webhooks.includes('merged');

/** Notes that these records are gone or may have been merged. */
export async function suspectMerges(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0 || !isMergeable(entity)) return;
  await tx.query(
    `INSERT INTO ledger_mirror.merge_suspects (realm_id, entity, record_id)
     SELECT $1, $2, id FROM unnest($3::text[]) AS id
     ON CONFLICT (realm_id, entity, record_id) DO UPDATE SET noticed_at = excluded.noticed_at, ask_at = excluded.ask_at, position = NULL`,
    [realmId, entity.name, ids],
  );
}

/**
 * Of records that were just stored, notes those that went inactive by it. One that is new here was inactive before, but
 * where it changed since the first copy began, what refers to it may have been copied before that.
 * @param areNew  none of them replaced a stored one
 */
export async function suspectInactive(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
  areNew: boolean,
): Promise<void> {
  if (!isMergeable(entity)) return;
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM ${storedTable(entity.table)} AS record
     WHERE realm_id = $1 AND id = ANY ($2::text[]) AND active = false AND synced_at >= transaction_timestamp()
       AND (NOT $3 OR ${changedDuringCopy('record', '$1', '$4')})`,
    [realmId, ids, areNew, entity.name],
  );
  await suspectMerges(
    tx,
    realmId,
    entity,
    rows.map(({ id }) => id),
  );
}

/** How far what referred to a name has been read again: up to and with this record of this entity. */
export type MergePosition = { readonly entity: string; readonly after: string };

export type MergeSuspect = {
  readonly entity: string;
  readonly recordId: string;
  /** Null while it is only suspected. */
  readonly position: MergePosition | null;
};

/** It was merged: what referred to it is read again from a position on. */
export async function moveSuspect(
  tx: Transaction,
  realmId: RealmId,
  suspect: MergeSuspect,
  position: MergePosition,
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.merge_suspects SET position = $4
     WHERE realm_id = $1 AND entity = $2 AND record_id = $3`,
    [realmId, suspect.entity, suspect.recordId, JSON.stringify(position)],
  );
}

/** What may refer to it is still to be copied: it is looked into again a quarter of an hour later. */
export async function postponeSuspect(
  tx: Transaction,
  realmId: RealmId,
  suspect: MergeSuspect,
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.merge_suspects SET position = NULL, ask_at = clock_timestamp() + make_interval(secs => $4)
     WHERE realm_id = $1 AND entity = $2 AND record_id = $3`,
    [realmId, suspect.entity, suspect.recordId, times.suspectRetryMs / 1000],
  );
}

export async function forgetSuspect(tx: Transaction, realmId: RealmId, suspect: MergeSuspect): Promise<void> {
  await tx.query(
    'DELETE FROM ledger_mirror.merge_suspects WHERE realm_id = $1 AND entity = $2 AND record_id = $3',
    [realmId, suspect.entity, suspect.recordId],
  );
}
