import { type Database, prepared, type Queryable, type Transaction } from '../../postgres/database.ts';
import { takeTurn } from '../../postgres/turns.ts';
import { times } from '../../tuning/times.ts';
import { endWaitForBudget } from '../company/index.ts';
import { loadDemand, pollingShare } from './forecast.ts';

/** open: everything runs · reserve: only what a person asks for · spent: nothing. */
export type BudgetState = 'open' | 'reserve' | 'spent';

export type BudgetPace = {
  readonly state: BudgetState;
  /** How many times longer than their interval companies wait, at least 1. */
  readonly stretch: number;
  /** Calls at the end of the month if every company kept its interval. */
  readonly forecast: number;
};

/** First instant of the calendar month after `now`, in UTC, as Intuit counts. (facts#monthly-reads) */
export const nextMonth = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));

/**
 * What is left of the month's calls over the time that is left, against what the companies would use. Pure.
 * @param budget calls allowed a month; 0 is no limit
 * @param demandPerSecond calls a second if every company kept its interval
 */
export function paceBudget(facts: {
  readonly now: Date;
  readonly budget: number;
  readonly used: number;
  readonly demandPerSecond: number;
}): BudgetPace {
  const { now, budget, used, demandPerSecond } = facts;
  const secondsLeft = Math.max(1, (nextMonth(now).getTime() - now.getTime()) / 1000);
  const forecast = Math.round(used + demandPerSecond * secondsLeft);
  if (budget === 0) return { state: 'open', stretch: 1, forecast };
  if (used >= budget) return { state: 'spent', stretch: 1, forecast };
  const left = budget * pollingShare - used;
  if (left <= 0) return { state: 'reserve', stretch: 1, forecast };
  return { state: 'open', stretch: Math.max(1, (demandPerSecond * secondsLeft) / left), forecast };
}

/** A company's pace, stretched; never beyond a day, nor below what it was. */
export const stretched = (paceMs: number, stretch: number): number =>
  Math.max(paceMs, Math.min(paceMs * stretch, times.longestPaceMs));

/**
 * Counts the month's calls and computes the pace anew. Any process may do it at any time. When calls are free again
 * (a new month, a larger budget), the companies that waited for it are due.
 */
export async function refreshBudget(
  db: Database,
  budget: number,
  safetyIntervalSeconds: number = times.safetyIntervalMs / 1000,
): Promise<BudgetPace> {
  return db.transaction(async (tx) => {
    await takeTurn(tx, 'call budget');
    const { used, taken } = await countUsed(tx, budget);
    const demandPerSecond = await loadDemand(tx, safetyIntervalSeconds);
    const [row] = await tx.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    if (row === undefined) throw new TypeError('The clock returned no row.');
    // What is taken may be under way: it is as good as used.
    const pace = paceBudget({ ...row, budget, used: budget === 0 ? used : taken, demandPerSecond });
    await tx.query(
      `UPDATE ledger_mirror.call_budget
       SET budget = $1, used = $2, forecast = $3, stretch = $4, state = $5, computed_at = clock_timestamp()`,
      [budget, used, pace.forecast, pace.stretch, pace.state],
    );
    if (pace.state === 'open') await endWaitForBudget(tx);
    return pace;
  });
}

/** Hours that are over are added once, so that a month of many companies is not summed up every minute. */
async function countUsed(
  tx: Transaction,
  budget: number,
): Promise<{ readonly used: number; readonly taken: number }> {
  const [row] = await tx.query<{ used: number; taken: number }>(
    `WITH time AS (
       SELECT date_trunc('month', clock_timestamp(), 'UTC') AS month,
              -- Slices write their counts late; two hours later than the hour is late enough.
              greatest(date_trunc('month', clock_timestamp(), 'UTC'),
                       date_trunc('hour', clock_timestamp()) - interval '2 hours') AS closed
     ), before AS (
       -- What a clock further ahead has closed says nothing.
       SELECT coalesce(budget.closed_until, time.month) AS until, coalesce(budget.closed_calls, 0) AS calls
       FROM time LEFT JOIN ledger_mirror.call_budget AS budget
         ON budget.closed_until BETWEEN time.month AND time.closed
     ), counted AS (
       SELECT coalesce(sum(counter.calls) FILTER (WHERE hour_at < time.closed), 0) AS closed,
              coalesce(sum(counter.calls), 0) AS whole
       FROM time, before, ledger_mirror.api_calls AS counter
       WHERE billable AND hour_at >= before.until
     )
     INSERT INTO ledger_mirror.call_budget AS budget
       (month, budget, used, taken, forecast, stretch, state, closed_until, closed_calls, computed_at)
     SELECT (time.month AT TIME ZONE 'UTC')::date, $1, before.calls + counted.whole, before.calls + counted.whole, 0, 1, 'open',
            time.closed, before.calls + counted.closed, clock_timestamp()
     FROM time, before, counted
     ON CONFLICT (singleton) DO UPDATE
       SET month = excluded.month, used = excluded.used,
           taken = CASE WHEN budget.month = excluded.month THEN greatest(budget.taken, excluded.used) ELSE excluded.used END,
           closed_until = excluded.closed_until,
           closed_calls = excluded.closed_calls
     RETURNING used, taken`,
    [budget],
  );
  return row ?? { used: 0, taken: 0 };
}

/** The pace as last computed; everything runs until it is computed for the first time, and in a new month. */
export async function loadPace(
  db: Queryable,
): Promise<{ readonly state: BudgetState; readonly stretch: number }> {
  const [row] = await db.query<{ state: BudgetState; stretch: number }>(
    `SELECT state, stretch FROM ledger_mirror.call_budget
     WHERE month = (date_trunc('month', clock_timestamp(), 'UTC') AT TIME ZONE 'UTC')::date`,
    [],
    prepared,
  );
  return row ?? { state: 'open', stretch: 1 };
}
