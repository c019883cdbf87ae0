import type { Queryable } from './database.ts';

/*
 * Locks by name, for what must not be done by two processes at once. PostgreSQL's advisory locks are open to every login of
 * the database: a reader that holds one keeps a start, or a person's change, waiting for as long as it likes. A row of a
 * table that only we may write can be locked by nobody else.
 */

/** SQL that waits for the turn and keeps it until the transaction ends. @param name an expression of SQL, text */
export const turnOf = (name: string): string =>
  `INSERT INTO ledger_mirror.turns AS turn (name) VALUES (${name})
   ON CONFLICT (name) DO UPDATE SET name = turn.name WHERE false`;

/** Waits until nobody else has the turn of this name, and keeps it until the transaction ends. */
export async function takeTurn(tx: Queryable, name: string): Promise<void> {
  await tx.query(turnOf('$1'), [name]);
}
