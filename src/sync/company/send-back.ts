import type { RealmId } from '../../base/realm-id.ts';
import type { Transaction } from '../../postgres/database.ts';

/**
 * Sends every entity of a company, or those named, back to the beginning: the whole history is listed again, what differs is replaced,
 * and what is stored stays meanwhile. Call it behind `takeLease`: a worker in the middle of a page would write its old
 * position over the new one.
 *
 * Deletions since the last look would be in neither the new listing nor the changes after it, so the changes are asked
 * for from the oldest cursor there was. The numbers are compared with QuickBooks' own afterwards.
 */
export async function copyAgain(tx: Transaction, realmId: RealmId, only?: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations AS organization
     SET prove_at = clock_timestamp(), healing = false,
         backfill_began_at = CASE WHEN held.all_copied THEN held.oldest ELSE backfill_began_at END
     FROM (
       SELECT min(CASE WHEN state.joined THEN company.cursor_at ELSE state.cursor_at END) AS oldest,
              bool_and(state.cursor_at IS NOT NULL OR state.joined) AS all_copied
       FROM ledger_mirror.entity_states AS state JOIN ledger_mirror.organizations AS company USING (realm_id)
       WHERE realm_id = $1 AND state.status NOT IN ('unavailable', 'disabled')
     ) AS held
     WHERE realm_id = $1`,
    [realmId],
  );
  await tx.query(
    `UPDATE ledger_mirror.entity_states
     SET status = 'pending', position = NULL, cursor_at = NULL, joined = false,
         error_code = NULL, error = NULL, failures = 0, retry_at = NULL
     WHERE realm_id = $1 AND status <> 'disabled' AND ($2::text[] IS NULL OR entity = ANY ($2))`,
    [realmId, only ?? null],
  );
}
