import { times } from '../tuning/times.ts';

/**
 * SQL: whether a record changed, after it was made, since its company's first copy began. QuickBooks shows a change at
 * most five minutes after its stamp (C2 of src/sync/sync-spec.md, facts#visible-late). One that comes without its times
 * counts: nothing says that it did not.
 * @param record   what has the record's `created_at` and `updated_at`
 * @param realmId  the company's id, in SQL
 */
export function changedSinceCopyBegan(record: string, realmId: string): string {
  return `coalesce(${record}.updated_at > ${record}.created_at, true)
      AND coalesce(${record}.updated_at >= (SELECT backfill_began_at - interval '${times.overlapMs} milliseconds'
                                            FROM ledger_mirror.organizations WHERE realm_id = ${realmId}),
                   ${record}.updated_at IS NULL)`;
}

/**
 * SQL: whether a record that is new here changed while it was still to be copied for the first time. What refers to it
 * may have been copied before that, with its old name or to the name it was merged into another from. One made later
 * than the copy began counts until its entity is looked at for changes, since that of what refers to it may be already.
 * @param entity   the entity's name, in SQL
 */
export function changedDuringCopy(record: string, realmId: string, entity: string): string {
  return `${changedSinceCopyBegan(record, realmId)}
      AND (${record}.created_at < (SELECT backfill_began_at FROM ledger_mirror.organizations WHERE realm_id = ${realmId})
        OR EXISTS (SELECT FROM ledger_mirror.entity_states AS state
                   WHERE state.realm_id = ${realmId} AND state.entity = ${entity} AND state.last_synced_at IS NULL))`;
}
