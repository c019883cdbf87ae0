import type { Database } from '../../postgres/database.ts';
import type { CallRation } from '../../quickbooks/index.ts';
import { syncError } from '../company/index.ts';
import { refreshBudget } from './budget.ts';

/** A process's share of the month's calls. */
export interface Ration extends CallRation {
  /** Gives back what was taken and not used, when the process stops. */
  close(): Promise<void>;
}

/** Calls taken at once while there are plenty: a look at a quiet company seldom needs a statement for it. */
const BLOCK = 20;
/** With fewer than this left, each call is taken, and given back, by itself: what one process does not use another may. */
const NEAR = 20 * BLOCK;

const thisMonth = `(date_trunc('month', clock_timestamp(), 'UTC') AT TIME ZONE 'UTC')::date`;

/**
 * Takes calls of the month's budget before they are made. All processes take from one row, so that together they never
 * make more billable calls than are allowed; one that is killed costs at most a block of them.
 * @param o.budget billable calls a calendar month; 0 is no limit, and nothing is taken
 */
export function createRation(o: { readonly db: Database; readonly budget: number }): Ration {
  const { db, budget } = o;
  if (budget === 0) return { take: async () => {}, giveBack: async () => {}, close: async () => {} };
  let left = 0;
  let near = false;
  let refilling: Promise<void> | undefined;

  const grant = async (calls: number, most: number): Promise<boolean> => {
    const { rowCount } = await db.execute(
      `UPDATE ledger_mirror.call_budget SET taken = greatest(taken, used) + $1
       WHERE month = ${thisMonth} AND greatest(taken, used) + $1 <= $2`,
      [calls, most],
    );
    if (rowCount === 1) left += calls;
    return rowCount === 1;
  };

  const refill = async (): Promise<void> => {
    near = !(await grant(BLOCK, budget - NEAR));
    if (!near || (await grant(1, budget))) return;
    // Nothing was counted in this month yet, or nothing is left of it.
    const counted = await db.query(`SELECT 1 FROM ledger_mirror.call_budget WHERE month = ${thisMonth}`);
    if (counted.length === 0) {
      await refreshBudget(db, budget);
      if (await grant(1, budget)) return;
    }
    throw syncError('SYNC_BUDGET_SPENT');
  };

  const put = async (calls: number): Promise<void> => {
    await db.query(
      `UPDATE ledger_mirror.call_budget SET taken = greatest(0, taken - $1) WHERE month = ${thisMonth}`,
      [calls],
    );
  };

  return {
    async take() {
      while (left === 0) await (refilling ??= refill().finally(() => (refilling = undefined)));
      left -= 1;
    },
    async giveBack() {
      // What cannot be given back just now stays ours.
      if (near) await put(1).catch(() => (left += 1));
      else left += 1;
    },
    async close() {
      const unused = left;
      left = 0;
      if (unused > 0) await put(unused);
    },
  };
}
