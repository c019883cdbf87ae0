import { urgency } from './urgency.ts';
import type { PgBoss } from 'pg-boss';
import type { RealmId } from '../base/realm-id.ts';
import type { Queryable } from '../postgres/database.ts';

export const wakeQueue = 'wake';

/** What a job of the queue carries. */
export type WakeUp = { realmId: string };

type Urgent = { readonly realmId: RealmId; readonly priority: number };

/** Has companies looked at soon; all that most of the program needs of the queue. */
export interface Waker {
  /**
   * Asks some worker, in whichever process, to look at a company soon. Repeats are free: one wake-up waits for a
   * company at most, and a waiting one that was to come later comes now; it never gets less urgent.
   * @param options.priority one of `urgency`. @default urgency.firstCopy
   */
  wake(realmId: RealmId, options?: { priority?: number }): Promise<void>;
}

export interface WakeUps extends Waker {
  /** The same for many companies at once, which a tick wakes together. What waits already never gets less urgent. */
  wakeAll(wakeUps: readonly Urgent[]): Promise<void>;
  /** Puts one into the queue, unless one waits there already. */
  send(realmId: RealmId, priority: number, startAfterSeconds: number): Promise<boolean>;
}

/** Puts wake-ups into the queue. */
export function createWakeUps(
  boss: Pick<PgBoss, 'send' | 'insert' | 'update'>,
  db: Pick<Queryable, 'query'>,
): WakeUps {
  const send = async (realmId: RealmId, priority: number, startAfterSeconds: number): Promise<boolean> => {
    const id = await boss.send(
      wakeQueue,
      { realmId },
      {
        singletonKey: realmId,
        group: { id: realmId },
        priority,
        startAfter: startAfterSeconds,
      },
    );
    return id !== null;
  };

  /** Some wait already; perhaps for later, or with less priority. */
  const callWaiting = async (wakeUps: readonly Urgent[]): Promise<void> => {
    await db.query(
      `UPDATE pgboss.job SET priority = greatest(job.priority, wake.priority), start_after = least(start_after, now())
       FROM unnest($2::text[], $3::int[]) AS wake (realm_id, priority)
       WHERE name = $1 AND state < 'active' AND singleton_key = wake.realm_id
         AND (start_after > now() OR job.priority < wake.priority)`,
      [wakeQueue, wakeUps.map(({ realmId }) => realmId), wakeUps.map(({ priority }) => priority)],
    );
  };

  return {
    send,

    async wake(realmId, { priority = urgency.firstCopy }: { priority?: number } = {}) {
      if (await send(realmId, priority, 0)) return;
      await callWaiting([{ realmId, priority }]);
      // Says so to the workers: a person waits for this one.
      await boss.update(wakeQueue, undefined, { singletonKey: realmId, startAfter: 0 });
    },

    async wakeAll(wakeUps) {
      if (wakeUps.length === 0) return;
      const jobs = wakeUps.map(({ realmId, priority }) => ({
        data: { realmId },
        singletonKey: realmId,
        group: { id: realmId },
        priority,
      }));
      const made = await boss.insert(wakeQueue, jobs, { returnId: true });
      if (made?.length === jobs.length) return;
      // They are polled for, as nobody waits for a tick.
      await callWaiting(wakeUps);
    },
  };
}
