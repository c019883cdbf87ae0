import type { RealmId } from '../../base/realm-id.ts';
import { prepared, type Transaction } from '../../postgres/database.ts';
import { syncError } from './errors.ts';
import { publish } from './events.ts';
import { nextStatus, type OrganizationEvent, type OrganizationStatus } from './state.ts';

/** What the state machine needs to know of a company. */
export type LockedOrganization = {
  readonly status: OrganizationStatus;
  /** Whether it has been copied whole at least once. */
  readonly loaded: boolean;
  readonly syncRequestedAt: Date | undefined;
};

/**
 * Locks the company's row until the transaction ends: a person's request and a worker's report never cross.
 * @param lock `SHARE` for a transaction that does not write the row, beside others like it
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function lockOrganization(
  tx: Transaction,
  realmId: RealmId,
  lock: 'NO KEY UPDATE' | 'SHARE' = 'NO KEY UPDATE',
): Promise<LockedOrganization> {
  const [row] = await tx.query<{ status: OrganizationStatus; loaded: boolean; syncRequestedAt: Date | null }>(
    `SELECT status, last_success_at IS NOT NULL AND current_through IS NOT NULL AS loaded, sync_requested_at
     FROM ledger_mirror.organizations WHERE realm_id = $1 FOR ${lock}`,
    [realmId],
    prepared,
  );
  if (row === undefined) throw syncError('SYNC_ORGANIZATION_UNKNOWN', { details: { realmId } });
  return { ...row, syncRequestedAt: row.syncRequestedAt ?? undefined };
}

/** What an event changes beside the status. */
export type StatusChange = {
  /** The sentence shown with the status; absent clears it. */
  readonly reason?: string | undefined;
  /** Milliseconds until the company is due; absent leaves it as it is. */
  readonly dueInMs?: number | undefined;
  /** On success: how long until the next look, as a rule. */
  readonly paceMs?: number;
  /** On success: every change up to here is stored. */
  readonly currentThrough?: Date | undefined;
  /** Counts towards the back-off. */
  readonly countsAsFailure?: boolean;
};

/**
 * Applies an event to a company, and tells it when the status or its sentence changed.
 * An event that a resting status ignores changes nothing: the sentence a person reads there stays.
 * @returns the status after the event
 * @throws AppError SYNC_DISCONNECTED for a request that makes no sense, SYNC_ORGANIZATION_UNKNOWN
 */
export async function applyOrganizationEvent(
  tx: Transaction,
  realmId: RealmId,
  event: OrganizationEvent,
  change: StatusChange = {},
): Promise<OrganizationStatus> {
  const { status, loaded } = await lockOrganization(tx, realmId);
  const next = nextStatus(status, event, loaded || event === 'succeeded');
  if (next === 'refused') throw syncError('SYNC_DISCONNECTED', { details: { realmId } });
  const ignored =
    next === status && (status === 'paused' || status === 'disconnected' || status === 'reconnect_required');
  if (ignored) return status;
  const succeeded = event === 'succeeded';
  const startsAfresh = succeeded || event === 'connected' || event === 'resumed';
  const [row] = await tx.query<{ changed: boolean }>(
    `UPDATE ledger_mirror.organizations AS organization
     SET status = $2,
         status_reason = $3,
         status_changed_at = CASE WHEN organization.status = $2 THEN organization.status_changed_at ELSE clock_timestamp() END,
         disconnected_at = CASE WHEN $2 = 'disconnected' THEN coalesce(organization.disconnected_at, clock_timestamp()) END,
         next_run_at = coalesce(clock_timestamp() + make_interval(secs => $4), organization.next_run_at),
         consecutive_failures = CASE WHEN $8 THEN 0 WHEN $6 THEN organization.consecutive_failures + 1
                                     ELSE organization.consecutive_failures END,
         last_success_at = CASE WHEN $5 THEN clock_timestamp() ELSE organization.last_success_at END,
         current_through = coalesce($7, organization.current_through),
         pace_seconds = coalesce($9, organization.pace_seconds)
     FROM (SELECT status, status_reason FROM ledger_mirror.organizations WHERE realm_id = $1) AS before
     WHERE realm_id = $1
     RETURNING before.status IS DISTINCT FROM organization.status
            OR before.status_reason IS DISTINCT FROM organization.status_reason AS changed`,
    [
      realmId,
      next,
      change.reason ?? null,
      change.dueInMs === undefined ? null : change.dueInMs / 1000,
      succeeded,
      change.countsAsFailure ?? false,
      change.currentThrough ?? null,
      startsAfresh,
      change.paceMs === undefined ? null : Math.max(1, Math.ceil(change.paceMs / 1000)),
    ],
    prepared,
  );
  // A success is told although the status stays `current`: it moved the freshness.
  if (row?.changed === true || succeeded) await publish(tx, { type: 'organization', realmId, status: next });
  return next;
}
