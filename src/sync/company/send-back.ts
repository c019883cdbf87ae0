import type { RealmId } from '../../base/realm-id.ts';
import type { Transaction } from '../../postgres/database.ts';
import { changesFrom } from './position.ts';

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
       WHERE realm_id = $1 AND state.status <> 'unavailable'
     ) AS held
     WHERE realm_id = $1`,
    [realmId],
  );
  await tx.query(
    `UPDATE ledger_mirror.entity_states
     SET status = 'pending', position = NULL, cursor_at = NULL, joined = false,
         error_code = NULL, error = NULL, failures = 0, retry_at = NULL
     WHERE realm_id = $1 AND ($2::text[] IS NULL OR entity = ANY ($2))`,
    [realmId, only ?? null],
  );
}

/** Sends current entities of a company on the road by which every record is read again, then what is gone searched for. */
export async function readEverythingAgain(
  tx: Transaction,
  realmId: RealmId,
  names: readonly string[],
  { deep = false }: { readonly deep?: boolean } = {},
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.entity_states AS state
     SET status = 'catching_up', joined = false, position = $2,
         cursor_at = CASE WHEN joined THEN organization.cursor_at ELSE state.cursor_at END
     FROM ledger_mirror.organizations AS organization
     WHERE state.realm_id = $1 AND organization.realm_id = $1 AND state.status = 'current'
       AND entity = ANY ($3::text[])`,
    [
      realmId,
      JSON.stringify(
        deep ? { ...fromTheBeginning, fields: { compared: 0, differing: 0 } } : fromTheBeginning,
      ),
      names,
    ],
  );
}

/** Every record of an entity again, then the search for what is gone. */
export const fromTheBeginning = changesFrom(new Date(0));
