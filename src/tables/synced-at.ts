import type { Database, Transaction } from '../postgres/database.ts';

/*
 * The rule of `synced_at`: it moves whenever anything of the row, or of its children, that a person can read has
 * changed here. That is a new version from QuickBooks, a deletion, the new name of a record it refers to, a custom
 * field that was pinned, a column of a later version that was filled, and a sensitive value that was taken away.
 * Whoever follows a table by it, or keeps an answer by the newest of them, misses none of these.
 */

/** SQL of the stamp. Of the statement, so that it is later than the transaction's id (`writeStamped`). */
export const STAMP = 'statement_timestamp()';

/**
 * A transaction that has its id before it stamps a row. Followers read up to the oldest writer that has one
 * (records/version.ts); one that stamped first would be overlooked between its stamp and its commit.
 */
export function writeStamped<T>(
  db: Pick<Database, 'transaction'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute('SELECT pg_current_xact_id()');
    return work(tx);
  });
}

/**
 * True of every row, and to be said by whoever looks for rows by their stamp: the index over it is limited to it.
 * Without a limit, PostgreSQL takes that index for looking up one record as long as it knows nothing of the table, and
 * reads every row of the company for it: the eighth thousand of invoices took ten times as long as the first. (IS NOT
 * NULL would not do: of a column that is never empty, PostgreSQL 17 forgets it.)
 */
export const STAMPED = `synced_at > '-infinity'`;
