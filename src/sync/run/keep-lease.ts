import type { Clock } from '../../base/clock.ts';
import { isAppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import type { Outcome } from '../../jobs/jobs.ts';
import { renewLease, type Lease } from '../../jobs/lease.ts';
import type { Database } from '../../postgres/database.ts';

export type LeaseKeeping = {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly leaseMs: number;
};

/**
 * Does work under a lease, and renews it meanwhile, so that a slow answer of QuickBooks does not lose it. One that is
 * lost all the same ends the work: the company has another worker.
 * @param work is told by its signal when the process stops or the lease is lost
 */
export async function underLease(
  options: LeaseKeeping,
  lease: Lease,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const ended = new AbortController();
  const lost = new AbortController();
  const heartbeat = keepLease(options, lease, ended.signal, lost);
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    if (!isAppError(error, 'JOB_LEASE_LOST') && !lost.signal.aborted) throw error;
    const { realmId, fence } = lease;
    options.logger.warn({ realmId, fence }, 'lease lost, the company has another worker');
    return { kind: 'done' };
  } finally {
    ended.abort();
    await heartbeat;
  }
}

async function keepLease(
  options: LeaseKeeping,
  lease: Lease,
  ended: AbortSignal,
  lost: AbortController,
): Promise<void> {
  for (;;) {
    const over = await options.clock.sleep(options.leaseMs / 3, ended).then(
      () => false,
      () => true,
    );
    if (over) return;
    // A database that is away for a moment is asked again at the next beat; meanwhile the fence protects the data.
    const kept = await renewLease(options.db, lease, options.leaseMs).catch(() => true);
    if (!kept) return lost.abort();
  }
}
