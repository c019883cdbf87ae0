import { changeSchema, type SchemaChangeOptions } from '../postgres/change-schema.ts';
import type { Database, Queryable, Transaction } from '../postgres/database.ts';
import { sizes } from '../tuning/sizes.ts';
import { times } from '../tuning/times.ts';
import { toIdentifier } from './identifiers.ts';

/*
 * What a reader may take of the server. Its own settings are where it begins, and it can change most of them: what it may
 * not do is found by looking (`endOverdueReaders`), and ended.
 */

export type ReaderLimits = {
  /** A transaction in which nothing is asked. It holds every table it has read. */
  readonly idleMs: number;
  /** A transaction, whatever it does. */
  readonly transactionMs: number;
};

const usual: ReaderLimits = {
  idleMs: times.readerIdleTransactionMs,
  transactionMs: times.readerTransactionMs,
};

/** What the login begins with. One that only a superuser may set is set where we were given the right. */
export async function setLimits(tx: Transaction, name: string): Promise<void> {
  const role = toIdentifier(name);
  const [may] = await tx.query<{ temporaryFiles: boolean }>(
    "SELECT has_parameter_privilege(current_user, 'temp_file_limit', 'SET') AS temporary_files",
  );
  const settings = [
    `idle_in_transaction_session_timeout = ${times.readerIdleTransactionMs}`,
    `statement_timeout = ${times.readerStatementMs}`,
    ...(may?.temporaryFiles === true ? [`temp_file_limit = '${sizes.readerTemporaryMb}MB'`] : []),
  ];
  await tx.execute(settings.map((setting) => `ALTER ROLE ${role} SET ${setting};`).join('\n'));
}

/**
 * Shares half of the server's connections among the readers, so that they leave room for the program and for people. The
 * more readers, the fewer for each.
 */
export async function shareConnections(tx: Transaction): Promise<void> {
  const { most, least } = sizes.readerConnections;
  const rows = await tx.query<{ name: string; share: number }>(
    `WITH each AS (
       SELECT greatest($2, least($1, current_setting('max_connections')::integer / 2 / greatest(count(*), 1)::integer)) AS share
       FROM ledger_mirror.readers WHERE removed_at IS NULL
     )
     SELECT role_name AS name, share FROM each, ledger_mirror.readers AS reader
     JOIN pg_roles AS role ON role.rolname = reader.role_name
     WHERE removed_at IS NULL AND role.rolconnlimit <> share ORDER BY role_name`,
    [most, least],
  );
  for (const { name, share } of rows)
    await tx.execute(`ALTER ROLE ${toIdentifier(name)} CONNECTION LIMIT ${share}`);
}

/**
 * Ends sessions of readers that go beyond the limits, whatever they have set; of readers that were removed; those that
 * hold hundreds of locks, which the server has a number of for everybody together; and all of them when notifications
 * that somebody does not take fill a tenth of what the server keeps, since nobody can announce anything when it is full.
 * @returns whose
 */
export async function endOverdueReaders(
  db: Queryable,
  { idleMs, transactionMs }: ReaderLimits = usual,
): Promise<readonly string[]> {
  const ended = await db.query<{ name: string }>(
    `SELECT usename AS name, pg_terminate_backend(pid) AS ended
     FROM pg_stat_activity JOIN ledger_mirror.readers ON role_name = usename
     WHERE pg_has_role(current_user, usesysid, 'USAGE')
       AND (removed_at IS NOT NULL
         OR (state LIKE 'idle in transaction%' AND state_change < clock_timestamp() - make_interval(secs => $1))
         OR xact_start < clock_timestamp() - make_interval(secs => $2)
         OR (SELECT count(*) FROM pg_locks WHERE pg_locks.pid = pg_stat_activity.pid AND locktype = 'advisory') > $3
         OR pg_notification_queue_usage() > 0.1)`,
    [idleMs / 1000, transactionMs / 1000, sizes.readerLocks],
  );
  return ended.map(({ name }) => name);
}

/**
 * Makes way for a change of tables that readers stood in the way of: forgotten transactions end at once, and in the end
 * all of them, so that no reader can prevent it.
 * @param attempt how often the change was tried
 */
export async function makeWay(db: Database, attempt: number): Promise<void> {
  const [found] = await db.query<{ there: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_attribute
       WHERE attrelid = to_regclass('ledger_mirror.readers') AND attname = 'removed_at') AS there`,
  );
  // Before the migration that knows of them.
  if (found?.there !== true) return;
  const transactionMs = attempt < sizes.readersWaitedFor ? times.readerTransactionMs : 0;
  await endOverdueReaders(db, { idleMs: times.readerInTheWayMs, transactionMs });
}

/** A change of tables or views of the copy that no reader can hold up. @throws AppError DATABASE_TABLES_HELD */
export function changeTables<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  options: Pick<SchemaChangeOptions, 'first'> = {},
): Promise<T> {
  return changeSchema(db, work, { ...options, onBusy: (attempt) => makeWay(db, attempt) });
}
