import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import { urgency } from '../jobs/urgency.ts';
import type { Waker } from '../jobs/wake-ups.ts';

/**
 * Wakes a company that somebody asked something of, or says in the log that it could not. What was asked is committed and
 * the company is due, so the dispatcher finds it a little later if nobody can be woken now: to fail would be untrue.
 * @param priority how urgently; a person who waits for it unless said otherwise
 */
export async function wakeOrWarn(
  jobs: Waker,
  realmId: RealmId,
  logger: Logger,
  priority: number = urgency.click,
): Promise<void> {
  try {
    await jobs.wake(realmId, { priority });
  } catch (error) {
    logger.warn({ realmId, err: error }, 'wake-up not sent');
  }
}
