import type { AppError } from '../../base/errors.ts';
import type { Outcome } from '../../jobs/jobs.ts';
import { times } from '../../tuning/times.ts';
import {
  applyOrganizationEvent,
  closeRun,
  failureOf,
  fenced,
  type Slice,
  clearRateLimit,
  noteRateLimit,
} from '../company/index.ts';
import type { Situation } from './situation.ts';

/**
 * QuickBooks asked us to slow down: the run stays open and the company sleeps, so that no worker is held meanwhile.
 * This is no failure. Where it lasts, the calls of the month are used up, and the company says so.
 */
export async function waitForQuickBooks(
  slice: Slice,
  error: AppError,
  situation: Situation,
): Promise<Outcome> {
  const { realmId } = slice;
  const waitMs = Math.max(times.rateLimitWaitMs, error.retryAfterMs ?? 0);
  const lastsMs = situation.now.getTime() - (situation.rateLimitedSince ?? situation.now).getTime();
  const isBlocked = situation.status === 'blocked_budget' || lastsMs >= times.rateLimitPassesMs;
  slice.logger.info({ waitMs, lastsMs }, 'QuickBooks asked to slow down');
  await fenced(slice, async (tx) => {
    await noteRateLimit(tx, realmId, waitMs);
    if (!isBlocked) return;
    await applyOrganizationEvent(tx, realmId, 'budget_spent', {
      reason:
        'QuickBooks refuses further calls: the calls of this month are probably used up. They are tried again every hour.',
      dueInMs: times.blockedProbeMs,
    });
    await closeRun(tx, realmId, slice.run.id, failureOf(error));
  });
  return isBlocked ? { kind: 'done' } : { kind: 'snooze', ms: waitMs };
}

/** QuickBooks answers again. */
export async function quickBooksAnswers(slice: Slice): Promise<void> {
  await fenced(slice, (tx) => clearRateLimit(tx, slice.realmId));
}
