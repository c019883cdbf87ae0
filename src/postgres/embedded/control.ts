import type pg from 'pg';
import { isAppError } from '../../base/errors.ts';
import type { Secret } from '../../base/secret.ts';
import { Client } from '../client.ts';
import { sqlState, toDatabaseError } from '../errors.ts';
import { scramVerifier } from '../scram.ts';
import { SUPERUSER } from './cluster.ts';
import type { Home } from './home.ts';

export const ROLE = 'ledger_mirror';

const HOLDER = 'ledger-mirror holder ';
const LOCK = "hashtext('ledger_mirror.embedded')";

/** Not reachable yet, or not any more; the caller looks again. */
export class NotAnswering extends Error {
  override readonly name = 'NotAnswering';
}

/**
 * The connection by which a process owns its embedded server: it holds a lock that PostgreSQL lets go the moment
 * the process dies, however it dies, which no file with a process id can promise. It also is how we notice that the
 * server went away, and where the superuser's few statements run.
 */
export type Control = {
  readonly client: pg.Client;
  /** The process that owns the server already, when it is not us. */
  readonly heldBy: { readonly pid: number | undefined } | undefined;
};

const superuser = (home: Home, port: number, database: string): pg.Client =>
  new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: home.superuserPassword.reveal(),
    database,
    application_name: `${HOLDER}${process.pid}`,
    connectionTimeoutMillis: 5000,
    requireScram: true,
  });

export async function connectControl(home: Home, port: number): Promise<Control> {
  const client = superuser(home, port, 'postgres');
  // Whoever owns the connection listens for its end; an error without a listener would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // A process that was just killed: its connection ends a moment later.
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const { rows } = await client.query<{ locked: boolean }>(
        `SELECT pg_try_advisory_lock(${LOCK}) AS locked`,
      );
      if (rows[0]?.locked === true) return { client, heldBy: undefined };
      // A database reader that came in here before it was closed to others may have taken it.
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND usename <> current_user`,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { client, heldBy: { pid: await holder(client) } };
  } catch (error) {
    await client.end().catch(() => undefined);
    const meant = toDatabaseError(error);
    if (isAppError(meant, 'DATABASE_IMPOSTOR')) throw meant;
    const state = sqlState(error);
    // A wrong password or a protocol error will not pass by waiting; starting and stopping servers will.
    if (state !== undefined && !/^(57P0[123]|08...)$/.test(state)) throw error;
    throw new NotAnswering('The embedded PostgreSQL does not answer.', { cause: error });
  }
}

/** Makes the ordinary role that the program works as and its database, when they are missing. */
export async function ensureRoleAndDatabase(
  client: pg.Client,
  database: string,
  password: Secret,
): Promise<void> {
  const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
  if (role.rowCount === 0) {
    // The rights a managed server gives too: CREATEROLE is for database readers.
    await client.query(
      `CREATE ROLE ${ROLE} LOGIN CREATEROLE PASSWORD ${client.escapeLiteral(scramVerifier(password))}`,
    );
  }
  // Every login may enter every database, unless it is said otherwise, and do there what holds up this program: in the
  // first one it would take the lock by which the server is owned.
  await client.query(
    `REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
     GRANT CONNECT ON DATABASE postgres, template1 TO ${ROLE};
     GRANT SET ON PARAMETER temp_file_limit TO ${ROLE};`,
  );
  const reserved = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'pg_use_reserved_connections'");
  if (reserved.rowCount !== 0) await client.query(`GRANT pg_use_reserved_connections TO ${ROLE}`);
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (found.rowCount === 0)
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${ROLE}`);
}

/** What writes into a database without a right to anything in it: PostgreSQL gives these to every login. */
const WRITERS = [
  'lo_creat',
  'lo_create',
  'lo_from_bytea',
  'lo_put',
  'lowrite',
  'lo_truncate',
  'lo_truncate64',
  'pg_logical_emit_message',
];

/**
 * Takes from every login of a database what would fill the disk: no limit that the server has holds for large objects,
 * and a reader may set read-only transactions otherwise. Each database has functions of its own.
 */
export async function withholdWriting(home: Home, port: number, database: string): Promise<void> {
  const client = superuser(home, port, database);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT oid::regprocedure::text AS name FROM pg_proc
       WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = ANY ($1)
         AND has_function_privilege('public', oid, 'EXECUTE')`,
      [WRITERS],
    );
    if (rows.length === 0) return;
    const names = rows.map(({ name }) => `pg_catalog.${name}`).join(', ');
    await client.query(`REVOKE EXECUTE ON FUNCTION ${names} FROM PUBLIC`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function holder(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT activity.application_name AS name
       FROM pg_locks AS locks JOIN pg_stat_activity AS activity USING (pid)
      WHERE locks.locktype = 'advisory' AND locks.granted AND activity.usename = current_user AND activity.application_name LIKE $1`,
    [`${HOLDER}%`],
  );
  const pid = Number(rows[0]?.name.slice(HOLDER.length));
  return Number.isSafeInteger(pid) ? pid : undefined;
}
