import type { RealmId } from '../base/realm-id.ts';

/** All the HTTP layer needs of the job queue: to have a company looked at soon. */
export interface Waker {
  wake(realmId: RealmId, options?: { priority?: number }): Promise<void>;
}

/** Ahead of what is merely due: a person is waiting. */
export const clickPriority = 10;
