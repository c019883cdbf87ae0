import type { AppError } from '../base/errors.ts';
import type { Outcome } from '../jobs/jobs.ts';
import { applyOrganizationEvent } from './organization-status.ts';
import type { Duty } from './duty.ts';
import { closeRun, failureOf } from './runs.ts';
import { fenced, type Slice } from './slice.ts';

/** What Intuit's limits page asks for after a 429. (facts#throttle-wait) */
const shortestWaitMs = 60_000;
/** A 429 that lasts longer is not our pace: the month's calls are used up, or the app is blocked. */
const pacePassesMs = 15 * 60_000;
/** How often a company whose calls are used up is tried all the same. */
export const probeBudgetMs = 3_600_000;

/**
 * QuickBooks asked us to slow down: the run stays open and the company sleeps, so that no worker is held meanwhile.
 * This is no failure. Where it lasts, the calls of the month are used up, and the company says so.
 */
export async function waitForQuickBooks(slice: Slice, error: AppError, duty: Duty): Promise<Outcome> {
  const { realmId } = slice;
  const waitMs = Math.max(shortestWaitMs, error.retryAfterMs ?? 0);
  const lastsMs = duty.now.getTime() - (duty.rateLimitedSince ?? duty.now).getTime();
  const isBlocked = duty.status === 'blocked_budget' || lastsMs >= pacePassesMs;
  slice.logger.info({ waitMs, lastsMs }, 'QuickBooks asked to slow down');
  await fenced(slice, async (tx) => {
    await tx.query(
      `UPDATE ledger_mirror.organizations
       SET rate_limited_since = coalesce(rate_limited_since, clock_timestamp()),
           next_run_at = clock_timestamp() + make_interval(secs => $2)
       WHERE realm_id = $1`,
      [realmId, waitMs / 1000],
    );
    if (!isBlocked) return;
    await applyOrganizationEvent(tx, realmId, 'budget_spent', {
      reason:
        'QuickBooks refuses further calls: the calls of this month are probably used up. They are tried again every hour.',
      dueInMs: probeBudgetMs,
    });
    await closeRun(tx, realmId, slice.run.id, failureOf(error));
  });
  return isBlocked ? { kind: 'done' } : { kind: 'snooze', ms: waitMs };
}

/** QuickBooks answers again. */
export async function quickBooksAnswers(slice: Slice): Promise<void> {
  await fenced(slice, (tx) =>
    tx.query('UPDATE ledger_mirror.organizations SET rate_limited_since = NULL WHERE realm_id = $1', [
      slice.realmId,
    ]),
  );
}
