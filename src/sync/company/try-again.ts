import type { RealmId } from '../../base/realm-id.ts';
import type { Database } from '../../postgres/database.ts';
import { despiteConflicts } from './slice.ts';
import { applyOrganizationEvent } from './status.ts';

/**
 * Makes companies due that wait after a failure, and lets their failed entities be tried again: whoever starts the program
 * may have repaired what they failed of, be it keys, settings, the network or the program itself, and watches what
 * becomes of it. What QuickBooks itself asked to wait for is waited for.
 * @param accessChanged the keys or addresses are others than before: access that was refused is asked for again too,
 * once, where it was not given up; QuickBooks says of another app's keys what it says of a grant that has ended
 */
export async function tryAgain(
  db: Database,
  { accessChanged }: { readonly accessChanged: boolean },
): Promise<void> {
  await despiteConflicts(() =>
    db.transaction((tx) =>
      tx.query(
        `WITH troubled AS (
           SELECT realm_id FROM ledger_mirror.organizations AS organization
           WHERE status IN ('loading', 'late', 'failed') AND rate_limited_since IS NULL
             AND (consecutive_failures > 0
                  OR EXISTS (SELECT FROM ledger_mirror.entity_states AS state
                             WHERE state.realm_id = organization.realm_id AND state.status = 'failed'))
           ORDER BY realm_id FOR NO KEY UPDATE
         ), due AS (
           UPDATE ledger_mirror.organizations AS organization
           SET next_run_at = least(next_run_at, clock_timestamp())
           FROM troubled WHERE organization.realm_id = troubled.realm_id
         )
         UPDATE ledger_mirror.entity_states AS state SET retry_at = least(retry_at, clock_timestamp())
         FROM troubled WHERE state.realm_id = troubled.realm_id AND state.status = 'failed'`,
      ),
    ),
  );
  if (accessChanged) await askForAccess(db);
}

/** SQL: access was refused, and there is something to ask with. */
const isRefused = `status = 'reconnect_required'
  AND realm_id IN (SELECT realm_id FROM ledger_mirror.tokens WHERE refresh_expires_at > clock_timestamp())`;

async function askForAccess(db: Database): Promise<void> {
  const refused = await db.query<{ realmId: RealmId }>(
    `SELECT realm_id FROM ledger_mirror.organizations WHERE ${isRefused} ORDER BY realm_id`,
  );
  for (const { realmId } of refused) {
    await despiteConflicts(() =>
      db.transaction(async (tx) => {
        // Once more, as what a person did meanwhile is not to be undone: disconnected it, or had it erased.
        const still = await tx.query(
          `SELECT FROM ledger_mirror.organizations WHERE realm_id = $1 AND ${isRefused} FOR NO KEY UPDATE`,
          [realmId],
        );
        if (still.length > 0) await applyOrganizationEvent(tx, realmId, 'connected', { dueInMs: 0 });
      }),
    );
  }
}
