import type { Health } from '../api-contract/index.ts';
import type { Logger } from '../base/logger.ts';
import type { Queryable } from '../postgres/database.ts';

type Check = Health['dependencies']['database'];

export type HealthOptions = {
  readonly db: Queryable;
  /** Rejects when the queue does not work. */
  readonly checkJobs: () => Promise<void>;
  readonly version: string;
  readonly logger: Logger;
  /** A dependency that has not answered by then counts as down. */
  readonly timeoutMs?: number;
};

export interface HealthReporter {
  report(): Promise<Health>;
}

type Freshness = {
  total: number;
  late: number;
  waitingForCalls: number;
  oldestLateSeconds: number | null;
  readsOnly: boolean;
};

// Overdue by more than one interval: a company that is merely waiting for its turn is not late. The statuses left out
// wait for a person, and say so themselves; those that wait for calls are counted beside.
const freshnessSql = `
  SELECT count(*) AS total,
         count(*) FILTER (WHERE overdue) AS late,
         count(*) FILTER (WHERE status = 'blocked_budget') AS waiting_for_calls,
         extract(epoch FROM max(now() - next_run_at) FILTER (WHERE overdue))::bigint AS oldest_late_seconds,
         current_setting('transaction_read_only') = 'on' AS reads_only
  FROM (
    SELECT next_run_at, status,
           status NOT IN ('paused', 'reconnect_required', 'blocked_budget')
             AND next_run_at + make_interval(secs => interval_seconds) < now() AS overdue
    FROM ledger_mirror.organizations WHERE status <> 'disconnected'
  ) AS organization`;

async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** One question at a time: a database that hangs must not collect a connection with every probe. */
function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

/** Asks the dependencies how they are, never the same one twice at once. */
export function createHealthReporter(options: HealthOptions): HealthReporter {
  const { db, checkJobs, version, logger, timeoutMs = 3000 } = options;
  const askDatabase = oneAtATime(() => db.query<Freshness>(freshnessSql));
  const askJobs = oneAtATime(checkJobs);

  const probe = async <T>(name: string, work: () => Promise<T>): Promise<{ check: Check; value?: T }> => {
    try {
      return { check: { status: 'up' }, value: await withTimeout(work(), timeoutMs) };
    } catch (error) {
      logger.warn({ dependency: name, err: error }, 'dependency down');
      return { check: { status: 'down', detail: `The ${name} does not answer.` } };
    }
  };

  const report = async (): Promise<Health> => {
    const [database, jobs] = await Promise.all([probe('database', askDatabase), probe('job queue', askJobs)]);
    const freshness = database.value?.[0];
    const down = database.check.status === 'down' || jobs.check.status === 'down';
    const readsOnly = freshness?.readsOnly === true;
    const degraded = readsOnly || (freshness !== undefined && freshness.late + freshness.waitingForCalls > 0);
    return {
      status: down ? 'unavailable' : degraded ? 'degraded' : 'ok',
      version,
      dependencies: {
        // What was copied can still be read, so the process can serve.
        database: readsOnly ? { ...database.check, detail: 'It takes no changes.' } : database.check,
        jobs: jobs.check,
      },
      ...(freshness !== undefined && {
        organizations: {
          total: freshness.total,
          late: freshness.late,
          waitingForCalls: freshness.waitingForCalls,
          ...(freshness.oldestLateSeconds !== null && { oldestLateSeconds: freshness.oldestLateSeconds }),
        },
      }),
    };
  };

  return { report };
}
