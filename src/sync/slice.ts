import { isAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import { assertFence, type Lease } from '../jobs/lease.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import type { QuickBooksClient } from '../quickbooks/index.ts';
import { lockOrganization } from './organization-status.ts';
import type { OpenRun } from './runs.ts';

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
  /** Entities whose fields were looked through in this slice, for ones that are new to us. */
  readonly sampled: Set<string>;
  /** Aborts when the process stops or the lease is lost. */
  readonly signal: AbortSignal;
};

/**
 * Runs a transaction that writes the company's data. The fence comes first: a worker that was thought dead cannot
 * write over its successor. Then the company's row, as in every transaction of a person's request: all of them lock
 * in one order, so none waits for another in a circle. A conflict is tried again: `work` must do nothing but SQL.
 * @param lock `SHARE` lets pages of several entities be written at once; `work` must not write the company's row then
 * @throws AppError JOB_LEASE_LOST, SYNC_ORGANIZATION_UNKNOWN
 */
export async function fenced<T>(
  slice: Pick<Slice, 'db' | 'lease'>,
  work: (tx: Transaction) => Promise<T>,
  lock: 'NO KEY UPDATE' | 'SHARE' = 'NO KEY UPDATE',
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await slice.db.transaction(async (tx) => {
        // A process that freezes in here keeps its successor out until PostgreSQL ends the transaction.
        await tx.execute("SET LOCAL idle_in_transaction_session_timeout = '15s'");
        await assertFence(tx, slice.lease);
        await lockOrganization(tx, slice.lease.realmId, lock);
        return work(tx);
      });
    } catch (error) {
      // One of two transactions in each other's way was rolled back whole; by now the other one is through.
      if (!isAppError(error, 'DATABASE_CONFLICT') || attempt >= conflictAttempts) throw error;
    }
  }
}

const conflictAttempts = 4;
