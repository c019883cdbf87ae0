import type { Logger } from '../../base/logger.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { PeriodicWork } from '../../jobs/maintenance.ts';
import type { Database } from '../../postgres/database.ts';
import { fillColumns } from '../../tables/backfill-columns.ts';
import { createPinnedFields } from '../../tables/pinned-fields.ts';
import { times } from '../../tuning/times.ts';
import { forgetOldEvents } from '../announce/index.ts';
import { forgetOldTurns, refreshBudget, type CallCounter } from '../budget/index.ts';
import { checkEndpoint, forgetTold } from '../company/index.ts';
import { removeExcluded } from '../store/index.ts';
import { dispatch } from './dispatcher.ts';

export type PeriodicOptions = {
  readonly db: Database;
  readonly jobs: Pick<Jobs, 'wakeAll'>;
  readonly calls: CallCounter;
  readonly logger: Logger;
  readonly dispatchMs: number;
  /** Billable calls allowed a calendar month; 0 is no limit. */
  readonly monthlyCallBudget: number;
  /** Polling interval of a company whose changes are announced. */
  readonly safetyIntervalMs: number;
};

/** What the sync does now and again, beside the companies that are due. */
export function periodicWork(options: PeriodicOptions): readonly PeriodicWork[] {
  const { db, jobs, calls, logger, dispatchMs, monthlyCallBudget } = options;
  return [
    { name: 'sync-dispatch', everyMs: dispatchMs, run: () => dispatch(db, jobs, logger) },
    // Together, as a write for each look at a quiet company would be a good part of the look.
    { name: 'sync-calls', everyMs: times.flushCallsMs, run: () => calls.flush(db) },
    {
      name: 'sync-budget',
      everyMs: times.budgetMs,
      run: () => refreshBudget(db, monthlyCallBudget, options.safetyIntervalMs / 1000),
    },
    { name: 'sync-announcements', everyMs: times.endpointCheckMs, run: () => checkEndpoint(db) },
    {
      name: 'sync-sensitive',
      everyMs: times.removeSensitiveMs,
      run: (signal) => removeExcluded(db, { logger, signal }),
    },
    { name: 'sync-told-events', everyMs: times.toldEventsKeptMs, run: () => forgetTold(db) },
    {
      name: 'sync-housekeeping',
      everyMs: times.housekeepingMs,
      async run() {
        await forgetOldEvents(db);
        await forgetOldTurns(db);
      },
    },
    {
      // What a start or a pin left unfinished, batch by batch; quick where nothing is.
      name: 'sync-fill',
      everyMs: times.housekeepingMs,
      async run(signal) {
        await fillColumns(db, { signal });
        await createPinnedFields(db).fillPinned({ signal });
      },
    },
  ];
}
