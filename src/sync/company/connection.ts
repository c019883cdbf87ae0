import type { RealmId } from '../../base/realm-id.ts';
import type { Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import { retryNow, seedEntityStates } from './entity-states.ts';
import { syncError } from './errors.ts';
import { publish } from './events.ts';
import { requestRun, type RunKind } from './runs.ts';
import { applyOrganizationEvent, lockOrganization } from './status.ts';

/** What is known of a company when access to it is granted. */
export type Connection = { readonly companyName?: string; readonly intervalSeconds?: number };

/**
 * Records that access was granted (again): the company is due at once, and what failed before is tried again.
 * @throws AppError SYNC_BEING_ERASED
 */
export async function recordConnection(
  tx: Transaction,
  realmId: RealmId,
  connection: Connection = {},
): Promise<void> {
  const [inserted] = await tx.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, company_name, interval_seconds)
     VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING realm_id`,
    [realmId, connection.companyName ?? null, connection.intervalSeconds ?? times.syncIntervalMs / 1000],
  );
  if (inserted === undefined) await refuseErased(tx, realmId);
  await seedEntityStates(tx, realmId);
  if (inserted !== undefined) {
    await publish(tx, { type: 'organization', realmId, status: 'loading' });
    return;
  }
  await applyOrganizationEvent(tx, realmId, 'connected', { dueInMs: 0 });
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET connected_at = clock_timestamp(), interval_seconds = coalesce($2, interval_seconds) WHERE realm_id = $1`,
    [realmId, connection.intervalSeconds ?? null],
  );
  await retryNow(tx, realmId);
}

/** Locks the company, so that its erasing does not begin behind our back. */
async function refuseErased(tx: Transaction, realmId: RealmId): Promise<void> {
  await lockOrganization(tx, realmId);
  const erased = await tx.query(
    'SELECT FROM ledger_mirror.organizations WHERE realm_id = $1 AND erasing_at IS NOT NULL',
    [realmId],
  );
  if (erased.length > 0) throw syncError('SYNC_BEING_ERASED', { details: { realmId } });
}

/**
 * A person asks for a company to be looked at now. The open run takes the request up.
 * @returns that run's id
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN, SYNC_PAUSED, SYNC_RECONNECT_REQUIRED, SYNC_DISCONNECTED
 */
export async function requestSync(
  tx: Transaction,
  realmId: RealmId,
  kind?: RunKind,
): Promise<{ readonly runId: string }> {
  const { status } = await lockOrganization(tx, realmId);
  const details = { realmId };
  if (status === 'paused') throw syncError('SYNC_PAUSED', { details });
  if (status === 'reconnect_required') throw syncError('SYNC_RECONNECT_REQUIRED', { details });
  if (status === 'disconnected') throw syncError('SYNC_DISCONNECTED', { details });
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET sync_requested_at = clock_timestamp(), next_run_at = least(next_run_at, clock_timestamp()) WHERE realm_id = $1`,
    [realmId],
  );
  return { runId: await requestRun(tx, realmId, kind) };
}
