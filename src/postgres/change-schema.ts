import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Transaction } from './database.ts';
import { databaseError, sqlState } from './errors.ts';

/** Everybody who wants the table meanwhile waits behind the change: no longer than this. */
const LOCK_WAIT_MS = 1000;
/** Between two tries the others have their turn. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 10_000;
const PATIENCE_MS = 300_000;

export type SchemaChangeOptions = {
  /** What comes before, and may wait as long as it takes: the turn among our own processes. */
  readonly first?: (tx: Transaction) => Promise<void>;
  /** Called after each try that somebody stood in the way of, with its number from 1; may make way. */
  readonly onBusy?: ((attempt: number) => Promise<void>) | undefined;
  /** How long it is tried. @default five minutes */
  readonly patienceMs?: number;
};

/**
 * Runs a transaction that changes tables or views. One that waits for a lock makes everybody after it wait, of all
 * companies, until whoever holds the table lets it go, be it a reader that has forgotten its transaction. So it waits for
 * a second at most, is rolled back whole and tried again. `work` must do nothing but SQL.
 * @throws AppError DATABASE_TABLES_HELD
 */
export async function changeSchema<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  { first, onBusy, patienceMs = PATIENCE_MS }: SchemaChangeOptions = {},
): Promise<T> {
  const begunAt = performance.now();
  for (let attempt = 1, pauseMs = FIRST_PAUSE_MS; ; attempt += 1) {
    try {
      return await db.transaction(async (tx) => {
        await first?.(tx);
        await tx.execute(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
        return work(tx);
      });
    } catch (error) {
      if (sqlState(error) !== '55P03') throw error;
      if (performance.now() - begunAt > patienceMs) throw await held(db, error);
    }
    await onBusy?.(attempt);
    await sleep(pauseMs);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
}

/** Who has had a transaction open for a while, as far as our role may know. */
async function held(db: Database, cause: unknown): Promise<Error> {
  const rows = await db.query<{ who: string }>(
    `SELECT DISTINCT usename || CASE application_name WHEN '' THEN '' ELSE ' (' || application_name || ')' END AS who
     FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND EXISTS (SELECT FROM pg_locks WHERE pg_locks.pid = pg_stat_activity.pid AND locktype = 'relation')
     ORDER BY 1 LIMIT 5`,
  );
  const who = rows.length === 0 ? 'somebody' : rows.map((row) => row.who).join(', ');
  return databaseError('DATABASE_TABLES_HELD', {
    cause,
    text: `The tables could not be changed: for minutes a transaction of ${who} has held them. Nothing was changed and nobody was kept waiting. End that transaction, then try again.`,
  });
}
