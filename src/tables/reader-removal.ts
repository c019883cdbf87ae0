import { openDatabase, type Database, type Transaction } from '../postgres/database.ts';
import { atDatabase } from '../postgres/connection.ts';
import { sqlState } from '../postgres/errors.ts';
import { changeSchema } from '../postgres/change-schema.ts';
import { silentLogger } from '../base/logger.ts';
import { toIdentifier } from './identifiers.ts';
import { ownLogin, withdrawRights } from './reader-rights.ts';

/** Tries to close a login that is at work on it itself. */
const ATTEMPTS = 20;
/** How long the end of a session is waited for. */
const SESSION_ENDS_WITHIN_MS = 2000;

/*
 * Removing a reader. What counts (that it reads nothing and cannot come back) does not depend on what PostgreSQL needs to
 * drop a login: that nothing of its is left anywhere on the server, which the reader can see to.
 */

/** It may read nothing from now on, in whatever session. The first of three transactions, and nothing of it can be held up. */
export async function withdraw(tx: Transaction, name: string): Promise<void> {
  await tx.query('DELETE FROM ledger_mirror.reader_companies WHERE role_name = $1', [name]);
  await tx.query(
    'UPDATE ledger_mirror.readers SET removed_at = coalesce(removed_at, clock_timestamp()) WHERE role_name = $1',
    [name],
  );
  await withdrawRights(tx, name);
}

/**
 * It cannot sign in any more, and its sessions end. One that changes its own password in a transaction holds its login:
 * sessions end first, and again.
 */
export async function closeLogin(db: Database, name: string): Promise<void> {
  const role = toIdentifier(name);
  for (let attempt = 1; ; attempt += 1) {
    const found = await db.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    if (found.length === 0) return;
    try {
      await endSessions(db, name);
      await db.transaction((tx) =>
        tx.execute(
          `SET LOCAL lock_timeout = '500ms'; ALTER ROLE ${role} NOLOGIN CONNECTION LIMIT 0 PASSWORD NULL`,
        ),
      );
      await endSessions(db, name);
      return;
    } catch (error) {
      // Lock not available; or the login was changed in this moment, for which PostgreSQL has no code of its own.
      if (attempt >= ATTEMPTS || !['55P03', 'XX000'].includes(sqlState(error) ?? '')) throw error;
    }
  }
}

async function endSessions(db: Database, name: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute("SET LOCAL lock_timeout = '500ms'");
    await ownLogin(tx, name);
  });
  await db.query('SELECT pg_terminate_backend(pid, $2) FROM pg_stat_activity WHERE usename = $1', [
    name,
    SESSION_ENDS_WITHIN_MS,
  ]);
}

/**
 * Removes what the reader left, here and in every other database of the server, then the login itself. A failure leaves
 * it closed and is no error: the next start tries again.
 * @returns what PostgreSQL says stands in the way
 */
export async function tidyUp(
  db: Database,
  { name, schema }: { readonly name: string; readonly schema: string | undefined },
): Promise<string | undefined> {
  try {
    if (schema !== undefined)
      await changeSchema(db, (tx) => tx.execute(`DROP SCHEMA IF EXISTS ${toIdentifier(schema)} CASCADE`), {
        patienceMs: 0,
      });
    const places = await db.query<{ database: string; here: boolean }>(
      `SELECT DISTINCT datname AS database, datname = current_database() AS here
       FROM pg_shdepend JOIN pg_database ON pg_database.oid = dbid
       WHERE refclassid = 'pg_authid'::regclass AND refobjid = (SELECT oid FROM pg_roles WHERE rolname = $1)`,
      [name],
    );
    await dropOwned(db, name);
    for (const { database, here } of places) {
      if (here) continue;
      const url = atDatabase(db.url, database);
      const other = await openDatabase({ url, logger: silentLogger, maxConnections: 1, waitMs: 0 });
      try {
        await dropOwned(other, name);
      } finally {
        await other.close();
      }
    }
    await db.transaction(async (tx) => {
      await tx.execute(`DROP ROLE IF EXISTS ${toIdentifier(name)}`);
      await tx.query('DELETE FROM ledger_mirror.readers WHERE role_name = $1', [name]);
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Large objects some at a time: each takes a lock, and the server has a number of them for everybody. */
async function dropOwned(db: Database, name: string): Promise<void> {
  const [role] = await db.query<{ oid: number }>('SELECT oid FROM pg_roles WHERE rolname = $1', [name]);
  if (role === undefined) return;
  for (let removed = 1; removed > 0;) {
    const batch = await db.query(
      'SELECT lo_unlink(oid) FROM (SELECT oid FROM pg_largeobject_metadata WHERE lomowner = $1 LIMIT 500) AS batch',
      [role.oid],
    );
    removed = batch.length;
  }
  await changeSchema(db, (tx) => tx.execute(`DROP OWNED BY ${toIdentifier(name)}`), { patienceMs: 0 });
}
