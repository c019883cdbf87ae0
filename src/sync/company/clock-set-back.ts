import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { endLeaseWithin } from '../../jobs/lease.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import { lockOrganization } from './status.ts';

/** What a room keeps of a company and whose times may lie in what is now the future. In a transaction that holds the company's row. */
export type ForgetFuture = (tx: Transaction, realmId: RealmId) => Promise<void>;

/**
 * Makes companies due at once whose last look lies in what is now the future, because the clock of the database was set
 * back: until then they would neither be looked at nor, when a person asks, seem to have anything to be looked for.
 * What waits for its time waits no longer than it would have from now on.
 * @param others what other rooms keep
 * @param most companies at once; the others have their turn at the next call
 */
export async function forgetTheFuture(
  db: Database,
  logger: Logger,
  others: readonly ForgetFuture[],
  most: number,
): Promise<void> {
  const companies = await db.query<{ realmId: RealmId }>(
    `SELECT realm_id FROM ledger_mirror.organizations
     WHERE greatest(last_success_at, looked_at, sync_requested_at, status_changed_at)
           > clock_timestamp() + make_interval(secs => $2)
        OR prove_at > clock_timestamp() + make_interval(secs => $2::float8 + $3)
     LIMIT $1`,
    [most, times.toleratedClockMs / 1000, times.proofEveryMs / 1000],
  );
  for (const { realmId } of companies) {
    await db.transaction(async (tx) => {
      await endLeaseWithin(tx, realmId, times.toleratedClockMs);
      await lockOrganization(tx, realmId);
      await tx.query(
        `UPDATE ledger_mirror.organizations
         SET next_run_at = least(next_run_at, clock_timestamp()),
             status_changed_at = least(status_changed_at, clock_timestamp()),
             last_success_at = CASE WHEN last_success_at IS NOT NULL THEN least(last_success_at, clock_timestamp()) END,
             sync_requested_at = CASE WHEN sync_requested_at <= clock_timestamp() THEN sync_requested_at END,
             looked_at = CASE WHEN looked_at <= clock_timestamp() THEN looked_at END,
             prove_at = CASE WHEN prove_at IS NOT NULL THEN least(prove_at, clock_timestamp()
               + make_interval(secs => CASE WHEN healing THEN $2::float8 ELSE $3 END)) END,
             repaired_at = CASE WHEN repaired_at IS NOT NULL THEN least(repaired_at, clock_timestamp()) END,
             last_event_at = CASE WHEN last_event_at IS NOT NULL THEN least(last_event_at, clock_timestamp()) END,
             unannounced_at = CASE WHEN unannounced_at IS NOT NULL THEN least(unannounced_at, clock_timestamp()) END,
             rate_limited_since = CASE WHEN rate_limited_since IS NOT NULL THEN least(rate_limited_since, clock_timestamp()) END
         WHERE realm_id = $1`,
        [realmId, times.proofAgainMs / 1000, times.proofEveryMs / 1000],
      );
      await tx.query(
        `UPDATE ledger_mirror.entity_states
         SET last_synced_at = CASE WHEN last_synced_at <= clock_timestamp() THEN last_synced_at END,
             retry_at = CASE WHEN retry_at IS NOT NULL THEN least(retry_at, clock_timestamp()) END,
             capture_refused_until = CASE WHEN capture_refused_until IS NOT NULL
               THEN least(capture_refused_until, clock_timestamp() + make_interval(secs => $2)) END
         WHERE realm_id = $1 AND greatest(last_synced_at, retry_at, capture_refused_until) > clock_timestamp()`,
        [realmId, times.unavailableProbeMs / 1000],
      );
      // What is younger than its run has been looked at: one that began tomorrow would look again and again.
      await tx.query(
        `UPDATE ledger_mirror.sync_runs SET started_at = clock_timestamp()
         WHERE realm_id = $1 AND status = 'running' AND started_at > clock_timestamp()`,
        [realmId],
      );
      for (const forget of others) await forget(tx, realmId);
    });
    logger.warn({ realmId }, 'the clock of the database was set back, the company is looked at anew');
  }
}
