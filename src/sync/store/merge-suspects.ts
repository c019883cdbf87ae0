import type { RealmId } from '../../base/realm-id.ts';
import type { EntityDefinition } from '../../catalogue/index.ts';
import type { Queryable, Transaction } from '../../postgres/database.ts';
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
  if (isMergeable(entity)) await note(tx, realmId, entity, ids, null);
}

/** Notes that these records were merged into others: QuickBooks said so, so that nothing is left to find out. */
export async function noteMerges(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<void> {
  await note(tx, realmId, entity, ids, beginning);
}

/** What is certain is not made a suspicion again, and begins anew: what refers to it may have been copied since. */
async function note(
  tx: Transaction,
  realmId: RealmId,
  { name }: EntityDefinition,
  ids: readonly string[],
  position: MergePosition | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `INSERT INTO ledger_mirror.merge_suspects AS suspect (realm_id, entity, record_id, position)
     SELECT DISTINCT $1, $2, id, $4::jsonb FROM unnest($3::text[]) AS id
     ON CONFLICT (realm_id, entity, record_id) DO UPDATE
       SET noticed_at = excluded.noticed_at, ask_at = excluded.ask_at, looked_through = '{}', rounds = 0,
           position = CASE WHEN suspect.position IS NULL THEN excluded.position ELSE $5::jsonb END`,
    [realmId, name, ids, position === null ? null : JSON.stringify(position), JSON.stringify(beginning)],
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

const beginning: MergePosition = { entity: '', after: '' };

export type MergeSuspect = {
  readonly entity: string;
  readonly recordId: string;
  /** Null while it is only suspected. */
  readonly position: MergePosition | null;
  /** Entities that need not be asked any more: for one record while it is suspected, for all once it is certain. */
  readonly lookedThrough: readonly string[];
  /** How often all entities were looked through. */
  readonly rounds: number;
};

/** The next to be looked into, certain ones first. */
export async function nextSuspects(db: Queryable, realmId: RealmId, limit: number): Promise<MergeSuspect[]> {
  return db.query<MergeSuspect>(
    `SELECT entity, record_id, position, looked_through, rounds FROM ledger_mirror.merge_suspects
     WHERE realm_id = $1 AND ask_at <= clock_timestamp() ORDER BY position IS NULL, noticed_at LIMIT $2`,
    [realmId, limit],
  );
}

/** What of it is stored otherwise than it was. */
type Moved = Partial<Pick<MergeSuspect, 'position' | 'lookedThrough' | 'rounds'>>;

/** It was merged: all that referred to it is read again. */
export async function makeCertain(tx: Transaction, realmId: RealmId, suspect: MergeSuspect): Promise<void> {
  await moveSuspect(tx, realmId, suspect, { position: beginning, lookedThrough: [] });
}

/**
 * Goes on with it.
 * @param waitMs  until it is looked into again
 */
export async function moveSuspect(
  tx: Transaction,
  realmId: RealmId,
  suspect: MergeSuspect,
  moved: Moved,
  waitMs = 0,
): Promise<void> {
  const { position, lookedThrough, rounds } = { ...suspect, ...moved };
  await tx.query(
    `UPDATE ledger_mirror.merge_suspects
     SET position = $4, looked_through = $5, rounds = $6, ask_at = clock_timestamp() + make_interval(secs => $7)
     WHERE realm_id = $1 AND entity = $2 AND record_id = $3`,
    [
      realmId,
      suspect.entity,
      suspect.recordId,
      position === null ? null : JSON.stringify(position),
      lookedThrough,
      rounds,
      waitMs / 1000,
    ],
  );
}

/** What may refer to it is still to be copied, or to be asked for again: that is looked through a quarter of an hour later. */
export async function postponeSuspect(
  tx: Transaction,
  realmId: RealmId,
  suspect: MergeSuspect,
  moved: Omit<Moved, 'position'>,
): Promise<void> {
  const position = suspect.position === null ? null : beginning;
  await moveSuspect(tx, realmId, suspect, { ...moved, position }, times.suspectRetryMs);
}

export async function forgetSuspect(tx: Transaction, realmId: RealmId, suspect: MergeSuspect): Promise<void> {
  await tx.query(
    'DELETE FROM ledger_mirror.merge_suspects WHERE realm_id = $1 AND entity = $2 AND record_id = $3',
    [realmId, suspect.entity, suspect.recordId],
  );
}
