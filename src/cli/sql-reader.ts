import { randomBytes } from 'node:crypto';

import { isAppError } from '../base/errors.ts';
import { Secret } from '../base/secret.ts';
import { withLogin } from '../postgres/connection.ts';
import type { Database, Queryable } from '../postgres/database.ts';
import { quoted } from '../postgres/quoted.ts';
import { takeTurn } from '../postgres/turns.ts';
import { scramVerifier } from '../postgres/scram.ts';

/**
 * What people may see of our own tables. Named one by one, so that a table with secrets (tokens, accounts) stays
 * closed until somebody opens it here.
 */
export const OPEN_TABLES: readonly string[] = [
  'api_calls',
  'audit',
  'audit_head',
  'audit_seals',
  'call_budget',
  'call_turns',
  'entity_states',
  'filled_entities',
  'installation',
  'leases',
  'merge_suspects',
  'migrations',
  'organizations',
  'outdated_records',
  'pinned_fields',
  'reader_companies',
  'readers',
  'reconciliations',
  'rejected_records',
  'renamed_records',
  'sought_references',
  'sync_runs',
  'told_events',
  'turns',
  'unknown_fields',
  'webhook_endpoint',
  'webhook_events',
  'webhook_oddities',
  'webhook_strangers',
];

/** The login that may only read could not be made or used. */
export const NO_READER = Symbol('no reader');

/**
 * Connects as a login of its own that may read the copy and nothing else. PostgreSQL itself then refuses whatever a
 * statement tries: a session that is merely set to read only can be set back by the next statement.
 *
 * Each use gets a new password that lasts a minute, enough to connect; nothing is kept.
 * @param connect Connects with the address it is given.
 * @returns NO_READER where our role may not make roles, or the server does not let the new one in
 */
export async function connectAsReader<T>(
  db: Database,
  connect: (url: Secret) => Promise<T>,
): Promise<T | typeof NO_READER> {
  try {
    return await db.transaction(async (tx) => {
      // Held until we are connected: another command would change the password meanwhile.
      await takeTurnIfThere(tx);
      const [me] = await tx.query<{ role: string; mayCreate: boolean }>(
        // Roles belong to the whole server, so every database has one of its own.
        `SELECT 'ledger_mirror_sql_' || d.oid AS role, r.rolcreaterole OR r.rolsuper AS may_create
         FROM pg_database d, pg_roles r WHERE d.datname = current_database() AND r.rolname = current_user`,
      );
      if (me?.mayCreate !== true) return NO_READER;
      const password = new Secret(randomBytes(24).toString('base64url'));
      await db.transaction((separate) => prepareReader(separate, me.role, password));
      return await connect(withLogin(db.url, me.role, password.reveal()));
    });
  } catch (error) {
    // Somebody else made the role, or the server or a pooler before it knows our own role only.
    const reasons = ['DATABASE_NOT_ALLOWED', 'DATABASE_REFUSED', 'DATABASE_UNREACHABLE'];
    if (isAppError(error) && reasons.includes(error.code)) return NO_READER;
    throw error;
  }
}

/** A database that is older than this program has no turns yet. */
async function takeTurnIfThere(tx: Queryable): Promise<void> {
  const [found] = await tx.query<{ there: boolean }>(
    "SELECT to_regclass('ledger_mirror.turns') IS NOT NULL AS there",
  );
  if (found?.there === true) await takeTurn(tx, 'login of sql');
}

/** In a transaction of its own: the server looks the password up in what is committed. */
async function prepareReader(tx: Queryable, role: string, password: Secret): Promise<void> {
  const [found] = await tx.query('SELECT 1 AS found FROM pg_roles WHERE rolname = $1', [role]);
  if (found === undefined) await tx.execute(`CREATE ROLE ${role} LOGIN`);
  // By its verifier: a statement may be logged, and seen by whoever may see what others run.
  await tx.execute(
    `DO $do$ BEGIN
       EXECUTE format('ALTER ROLE ${role} PASSWORD %L VALID UNTIL %L', ${quoted(scramVerifier(password))}, now() + interval '1 minute');
     END $do$`,
  );
  // Only what it lacks, and what is there: the database may be older than this program.
  const missing = await tx.query<{ statement: string }>(
    `SELECT format('GRANT USAGE ON SCHEMA %I TO %I', nspname, $1::text) AS statement FROM pg_namespace
     WHERE nspname IN ('quickbooks', 'ledger_mirror') AND NOT has_schema_privilege($1::text::name, oid, 'USAGE')
     UNION ALL
     SELECT format('GRANT SELECT ON %I.%I TO %I', n.nspname, c.relname, $1::text)
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'v', 'p', 'm')
       AND (n.nspname = 'quickbooks' OR (n.nspname = 'ledger_mirror' AND c.relname = ANY ($2)))
       AND NOT has_table_privilege($1::text::name, c.oid, 'SELECT')
     UNION ALL
     SELECT format('GRANT CONNECT ON DATABASE %I TO %I', datname, $1::text) FROM pg_database
     WHERE datname = current_database() AND pg_has_role(current_user, datdba, 'USAGE')
       AND NOT has_database_privilege($1::text::name, oid, 'CONNECT')`,
    [role, OPEN_TABLES],
  );
  for (const { statement } of missing) await tx.execute(statement);
}
