import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { endLeaseWithin } from '../../jobs/lease.ts';
import type { Database } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import { lockOrganization } from './status.ts';

/**
 * Makes companies due at once whose last look lies in what is now the future, because the clock of the database was set
 * back: until then they would neither be looked at nor, when a person asks, seem to have anything to be looked for.
 * @param most companies at once; the others have their turn at the next call
 */
export async function forgetTheFuture(db: Database, logger: Logger, most: number): Promise<void> {
  const companies = await db.query<{ realmId: RealmId }>(
    `SELECT realm_id FROM ledger_mirror.organizations
     WHERE greatest(last_success_at, looked_at, sync_requested_at, status_changed_at)
           > clock_timestamp() + make_interval(secs => $2)
     LIMIT $1`,
    [most, times.toleratedClockMs / 1000],
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
             looked_at = CASE WHEN looked_at <= clock_timestamp() THEN looked_at END
         WHERE realm_id = $1`,
        [realmId],
      );
      await tx.query(
        `UPDATE ledger_mirror.entity_states
         SET last_synced_at = CASE WHEN last_synced_at <= clock_timestamp() THEN last_synced_at END,
             retry_at = CASE WHEN retry_at IS NOT NULL THEN least(retry_at, clock_timestamp()) END
         WHERE realm_id = $1 AND greatest(last_synced_at, retry_at) > clock_timestamp()`,
        [realmId],
      );
      // What is younger than its run has been looked at: one that began tomorrow would look again and again.
      await tx.query(
        `UPDATE ledger_mirror.sync_runs SET started_at = clock_timestamp()
         WHERE realm_id = $1 AND status = 'running' AND started_at > clock_timestamp()`,
        [realmId],
      );
    });
    logger.warn({ realmId }, 'the clock of the database was set back, the company is looked at anew');
  }
}
