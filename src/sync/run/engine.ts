import type { Clock } from '../../base/clock.ts';
import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Service } from '../../base/service.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Maintenance } from '../../jobs/maintenance.ts';
import type { Database } from '../../postgres/database.ts';
import type { QuickBooksClient } from '../../quickbooks/index.ts';
import { sizes } from '../../tuning/sizes.ts';
import { times } from '../../tuning/times.ts';
import type { CallCounter, SharedTurns } from '../budget/index.ts';
import { syncError, tryAgain } from '../company/index.ts';
import { retryAfterUpgrade } from '../store/index.ts';
import type { Neighbour } from './neighbours.ts';
import { createPageLimit } from './page-limit.ts';
import { periodicWork } from './periodic.ts';
import { workerName, workSlice } from './worker.ts';

/** What the engine is built from. */
export type SyncEngineOptions = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly client: QuickBooksClient;
  /** The counter whose `record` the client calls. */
  readonly calls: CallCounter;
  /** Where the client takes its turns, if other processes call for the same companies. @default the client is alone */
  readonly turns?: Pick<SharedTurns, 'begin'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /**
   * Companies worked at the same time in this process; fewer than the connections of `db`.
   * @default sizes.companiesAtOnce
   */
  readonly concurrency?: number;
  /** Where what it does now and again is registered. */
  readonly maintenance: Pick<Maintenance, 'register'>;
  /** Milliseconds between two looks for due companies. @default times.dispatchMs */
  readonly dispatchMs?: number;
  /** Milliseconds a lease lasts without renewal. @default times.leaseMs */
  readonly leaseMs?: number;
  /** Milliseconds after which a slice gives way. @default times.sliceMs */
  readonly sliceMs?: number;
  /** Records asked for at once. @default sizes.page, the most QuickBooks gives */
  readonly pageSize?: number;
  /** Polling interval of a company whose changes QuickBooks announces, in milliseconds. @default times.safetyIntervalMs */
  readonly safetyIntervalMs?: number;
  /** Billable calls allowed a calendar month for the whole installation; 0 is no limit. @default 0 */
  readonly monthlyCallBudget?: number;
  /** What takes turns of a company's lease beside the sync, in this order. @default none */
  readonly neighbours?: readonly Neighbour[];
  /** This program's version: records that an older one rejected are tried again. @default none are */
  readonly version?: string;
  /** The keys or addresses of QuickBooks are not those of the start before: what it refused then is asked for again. */
  readonly accessChanged?: boolean;
};

/**
 * Keeps every connected company in sync: a dispatcher that wakes due companies and workers that work them in slices.
 * Any number of processes may run one; correctness rests on the lease, not on there being one.
 *
 * Start `jobs` first; stop the engine, then `maintenance`, then `jobs`. After `stop` resolves no slice runs any more, and a company that was under way stays due.
 * @throws AppError on `start`: SYNC_TOO_FEW_CONNECTIONS
 */
export function createSyncEngine(options: SyncEngineOptions): Service {
  const { db, jobs } = options;
  const concurrency = options.concurrency ?? sizes.companiesAtOnce;
  const owner = workerName();
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const worker = {
    ...options,
    leaseMs: options.leaseMs ?? times.leaseMs,
    sliceMs: options.sliceMs ?? times.sliceMs,
    pageSize: options.pageSize ?? sizes.page,
    pages: createPageLimit(sizes.pagesAtOnce),
  };

  let slices = 0;
  const work = (realmId: RealmId, signal: AbortSignal): ReturnType<typeof workSlice> => {
    slices += 1;
    const ends = AbortSignal.any([signal, stopping.signal]);
    const slice = workSlice(worker, `${owner}/${slices}`, realmId, ends);
    underWay.add(slice);
    return slice.finally(() => underWay.delete(slice));
  };

  return {
    name: 'sync',
    async start() {
      // With every connection in a company's hand, the lease that one of them has to renew would wait for all.
      if (concurrency >= db.connections)
        throw syncError('SYNC_TOO_FEW_CONNECTIONS', {
          details: { companiesAtOnce: concurrency, connections: db.connections },
        });
      if (options.version !== undefined) await retryAfterUpgrade(db, options.version);
      await tryAgain(db, { accessChanged: options.accessChanged ?? false });
      await jobs.work(work, { concurrency });
      options.maintenance.register(
        ...periodicWork({
          ...options,
          dispatchMs: options.dispatchMs ?? times.dispatchMs,
          monthlyCallBudget: options.monthlyCallBudget ?? 0,
          safetyIntervalMs: options.safetyIntervalMs ?? times.safetyIntervalMs,
        }),
      );
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(underWay);
      await options.calls.flush(db);
    },
  };
}
