/**
 * SQL: whether a record that is new here changed while its company was copied for the first time. What refers to it may
 * have been copied before that, with its old name or to the name it was merged into another from. QuickBooks shows a
 * change at most five minutes after its stamp (C2 of docs/sync-spec.md).
 * @param record   what has the record's `created_at` and `updated_at`
 * @param realmId  the company's id, in SQL
 */
export function changedDuringCopy(record: string, realmId: string): string {
  return `EXISTS (SELECT FROM ledger_mirror.organizations AS company
      WHERE company.realm_id = ${realmId} AND ${record}.created_at < company.backfill_began_at
        AND ${record}.updated_at > ${record}.created_at
        AND ${record}.updated_at >= company.backfill_began_at - interval '300 s')`;
}
