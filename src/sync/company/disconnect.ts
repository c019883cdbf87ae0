import { isAppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { takeLease } from '../../jobs/lease.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import type { TokenVault } from '../../vault/token-vault.ts';
import { publish } from './events.ts';
import { stopOpenRun } from './runs.ts';
import { applyOrganizationEvent } from './status.ts';

/** Ends our access to a company at its provider, or just forgets the tokens; the vault. */
export type TokenKeeper = Pick<TokenVault, 'revoke' | 'remove'>;

/**
 * What may pass by itself stops the disconnecting, so that no grant stays behind unseen. Tokens that nobody can read
 * any more must not: they are forgotten, and the answer says that the grant lives on.
 */
export async function endAccess(tokens: TokenKeeper, realmId: RealmId, logger: Logger): Promise<boolean> {
  try {
    await tokens.revoke(realmId);
    return true;
  } catch (error) {
    if (!isAppError(error, 'VAULT_KEY_UNKNOWN') && !isAppError(error, 'VAULT_SEAL_BROKEN')) throw error;
    logger.warn({ realmId, code: error.code }, 'tokens forgotten without ending the grant');
    await tokens.remove(realmId);
    return false;
  }
}

/**
 * Stops a company for good: nothing is written for it after this, not even by a worker that is in the middle of a
 * page. The copy stays, unless it is to be erased: then the company cannot be connected before it is gone, or a consent
 * given meanwhile would go on from its cursors with half a copy. Safe to repeat.
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function disconnectOrganization(
  db: Database,
  realmId: RealmId,
  data: 'keep' | 'erase' = 'keep',
): Promise<void> {
  await db.transaction(async (tx) => {
    await applyOrganizationEvent(tx, realmId, 'disconnected', { reason: 'Disconnected by a person.' });
    await stopOpenRun(tx, realmId);
    if (data === 'erase') await beginErasing(tx, realmId);
  });
  // On its own: waiting for a worker's page while holding the company's row would be a circle.
  await db.transaction((tx) => takeLease(tx, realmId, 'disconnected'));
}

async function beginErasing(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations SET erasing_at = coalesce(erasing_at, clock_timestamp()), status_reason = $2
     WHERE realm_id = $1`,
    [realmId, 'Its copy is being erased. If that was interrupted, erase it again.'],
  );
  await publish(tx, { type: 'organization', realmId, status: 'disconnected' });
}

/**
 * Forgets a company whose copy was erased, and with its row whatever hangs on it: what the control tables know of a
 * company goes by their foreign keys. Kept are the budget's count, the trail, and the leases, whose fences must never repeat.
 */
export async function forgetOrganization(tx: Transaction, realmId: RealmId): Promise<void> {
  const gone = await tx.query(
    `DELETE FROM ledger_mirror.organizations WHERE realm_id = $1 AND erasing_at IS NOT NULL RETURNING realm_id`,
    [realmId],
  );
  if (gone.length > 0) await publish(tx, { type: 'organization', realmId, status: 'disconnected' });
}
