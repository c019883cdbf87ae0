import { isAppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { assertFence, type Lease } from '../../jobs/lease.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import type { QuickBooksClient } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import type { OpenRun } from './runs.ts';
import { lockOrganization } from './status.ts';

/** One worker's turn at one company: what every step of it needs. */
export type Slice = {
  readonly db: Database;
  readonly client: QuickBooksClient;
  readonly logger: Logger;
  readonly realmId: RealmId;
  readonly lease: Lease;
  readonly run: OpenRun;
  /** Records asked for at once. */
  readonly pageSize: number;
  /** So many objects in an answer of change data capture mean that it was cut. */
  readonly captureLimit: number;
  /** The database's clock before the step under way: whatever changes later has to be looked for again. */
  readonly now: Date;
  /** Aborts when the process stops or the lease is lost. */
  readonly signal: AbortSignal;
};

/**
 * Runs a transaction that writes the company's data. The fence comes first: a worker that was thought dead cannot
 * write over its successor. Then the company's row, as in every transaction of a person's request: all of them lock
 * in one order, so none waits for another in a circle. A conflict is tried again: `work` must do nothing but SQL.
 * @param lock `SHARE` lets pages of several entities be written at once; `work` must not write the company's row then
 * @param options.durable see `TransactionOptions`
 * @throws AppError JOB_LEASE_LOST, SYNC_ORGANIZATION_UNKNOWN
 */
export async function fenced<T>(
  slice: Pick<Slice, 'db' | 'lease'>,
  work: (tx: Transaction) => Promise<T>,
  lock: 'NO KEY UPDATE' | 'SHARE' = 'NO KEY UPDATE',
  options: { readonly durable?: boolean } = {},
): Promise<T> {
  return despiteConflicts(() =>
    slice.db.transaction(
      async (tx) => {
        await assertFence(tx, slice.lease);
        await lockOrganization(tx, slice.lease.realmId, lock);
        return work(tx);
      },
      { idleTimeoutMs: times.idleTransactionMs, ...options },
    ),
  );
}

const conflictAttempts = 4;

/** Of two transactions in each other's way one is rolled back whole; by then the other one is through. */
export async function despiteConflicts<T>(transact: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact();
    } catch (error) {
      if (!isAppError(error, 'DATABASE_CONFLICT') || attempt >= conflictAttempts) throw error;
    }
  }
}
