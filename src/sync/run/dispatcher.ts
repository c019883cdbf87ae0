import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { urgency } from '../../jobs/urgency.ts';
import type { Database } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import { outdatedFromTheFuture } from '../../tables/outdated.ts';
import { eventsFromTheFuture } from '../announce/index.ts';
import {
  applyOrganizationEvent,
  type ForgetFuture,
  forgetTheFuture,
  restingStatuses,
} from '../company/index.ts';
import { retriesFromTheFuture } from '../store/index.ts';
import { soughtInTheFuture } from '../unseen/index.ts';

/** What may lie in the future after the database's clock was set back, beside the company itself. */
const keptInRooms: readonly ForgetFuture[] = [
  eventsFromTheFuture,
  retriesFromTheFuture,
  soughtInTheFuture,
  outdatedFromTheFuture,
];

/** Companies looked at in one tick; the rest are due at the next. */
const batch = 1000;

/**
 * Wakes every company that is due and that nobody works on, and calls late what has missed its time.
 * Idempotent: any number of processes may tick at once, waking a company twice is waking it once.
 * @returns how many were woken
 */
export async function dispatch(db: Database, jobs: Pick<Jobs, 'wakeAll'>, logger: Logger): Promise<number> {
  await forgetTheFuture(db, logger, keptInRooms, batch);
  const due = await db.query<{ realmId: RealmId; loaded: boolean; starving: boolean }>(
    `SELECT organization.realm_id, organization.last_success_at IS NOT NULL AS loaded,
            greatest(organization.next_run_at, lease.expires_at)
              < clock_timestamp() - make_interval(secs => $3) AS starving
     FROM ledger_mirror.organizations AS organization
     LEFT JOIN ledger_mirror.leases AS lease ON lease.realm_id = organization.realm_id
     WHERE organization.next_run_at <= clock_timestamp() AND organization.status <> ALL ($1::text[])
       AND coalesce(lease.expires_at <= clock_timestamp(), true)
     ORDER BY organization.next_run_at LIMIT $2`,
    [restingStatuses, batch, times.starvingMs / 1000],
  );
  // Looking after companies goes before first copies, which take all the time there is.
  await jobs.wakeAll(
    due.map(({ realmId, loaded, starving }) => ({
      realmId,
      priority: loaded ? urgency.due : starving ? urgency.starving : urgency.firstCopy,
    })),
  );
  await markLate(db, logger);
  return due.length;
}

/** A company whose last success lies two intervals and a minute back is late, whatever the reason. */
async function markLate(db: Database, logger: Logger): Promise<void> {
  const late = await db.query<{ realmId: RealmId }>(
    `SELECT realm_id FROM ledger_mirror.organizations
     WHERE status = 'current' AND last_success_at < clock_timestamp() - make_interval(secs => 2 * greatest(interval_seconds, coalesce(pace_seconds, 0)) + $2)
     LIMIT $1`,
    [batch, times.lateMs / 1000],
  );
  for (const { realmId } of late) {
    await db.transaction((tx) =>
      applyOrganizationEvent(tx, realmId, 'fell_behind', {
        reason: 'No sync has finished in time; the next one is waiting for a worker.',
      }),
    );
    logger.warn({ realmId }, 'company is late');
  }
}
