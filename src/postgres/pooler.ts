import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { databaseError, sqlState } from './errors.ts';

/** A notification between two connections takes some milliseconds; one that is given up on costs speed and nothing else. */
const NOTIFIED_WITHIN_MS = 700;

/** What it means for whoever runs the program. */
export const pooledWords =
  'DATABASE_URL leads through a pooler in transaction mode. Everything works, but each statement takes three round trips, nothing is prepared, and pages see changes within ten seconds instead of at once. The address of the server itself, or a pooler in session mode, is faster.';

/**
 * Whether a connection leads to a pooler that lends a session of the server for one transaction at a time, as PgBouncer
 * with `pool_mode=transaction` does: then prepared statements, settings and LISTEN are another client's a moment later.
 *
 * A server tells a client the process that works for it, so that a statement can be cancelled. Where that is not the
 * process that answers, somebody stands between; and whether they keep a session for us shows by a notification, which
 * in a session that was lent reaches nobody.
 * @param client whose session is asked
 * @param another how a second connection to the same place is made
 * @throws AppError DATABASE_POOLER for one that knows no transactions
 */
export async function isPooled(client: pg.ClientBase, another: () => pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  if ((client as { readonly processID?: unknown }).processID === rows[0]?.pid) return false;
  await requireTransactions(client);
  return !(await hearsNotifications(client, another));
}

async function requireTransactions(client: pg.ClientBase): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query('COMMIT');
  } catch (cause) {
    throw sqlState(cause) === '08P01' ? databaseError('DATABASE_POOLER', { cause }) : cause;
  }
}

async function hearsNotifications(client: pg.ClientBase, another: () => pg.Client): Promise<boolean> {
  const channel = `ledger_mirror_probe_${randomBytes(6).toString('hex')}`;
  const heard = Promise.withResolvers<boolean>();
  const onNotification = (message: pg.Notification): void => {
    if (message.channel === channel) heard.resolve(true);
  };
  const overdue = new AbortController();
  const other = another();
  other.on('error', () => undefined);
  client.on('notification', onNotification);
  try {
    await other.connect();
    await client.query(`LISTEN ${channel}`);
    await other.query(`NOTIFY ${channel}`);
    const silence = sleep(NOTIFIED_WITHIN_MS, false, { signal: overdue.signal }).catch(() => false);
    return await Promise.race([heard.promise, silence]);
  } finally {
    overdue.abort();
    client.off('notification', onNotification);
    await client.query(`UNLISTEN ${channel}`).catch(() => undefined);
    await other.end().catch(() => undefined);
  }
}
