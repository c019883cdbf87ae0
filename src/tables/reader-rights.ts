import type { Transaction } from '../postgres/database.ts';
import { closeToOthers } from '../postgres/own-database.ts';
import { toIdentifier } from './identifiers.ts';
import { SCHEMA, STORE } from './stored.ts';

/** The tables and views of the copy with their columns, in their order; others' that stand among them are left alone. */
export const RELATIONS = `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'v') AND pg_has_role(current_user, c.relowner, 'USAGE')
  GROUP BY c.relname ORDER BY c.relname`;

/** Whole tables and views, so that `select *` works: row level security and the views see to what it may not see. */
export async function grantRights(tx: Transaction, name: string): Promise<void> {
  const role = toIdentifier(name);
  const relations = await tx.query<{ name: string }>(RELATIONS, [SCHEMA]);
  const grants = relations.map((relation) => `GRANT SELECT ON ${SCHEMA}.${relation.name} TO ${role};`);
  await tx.execute([`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${role};`, ...grants].join('\n'));
  await closeToOthers(tx);
  const [door] = await tx.query<{ statement: string }>(
    `SELECT format('GRANT CONNECT ON DATABASE %I TO %I', datname, $1::text) AS statement FROM pg_database
     WHERE datname = current_database() AND pg_has_role(current_user, datdba, 'USAGE')`,
    [name],
  );
  if (door !== undefined) await tx.execute(door.statement);
}

const GIVEN = `SELECT format('REVOKE ALL ON %I.%I FROM %I', n.nspname, c.relname, $1::text) AS statement
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ($2, $3) AND pg_has_role(current_user, c.relowner, 'USAGE')
    AND EXISTS (SELECT FROM aclexplode(c.relacl) WHERE grantee = (SELECT oid FROM pg_roles WHERE rolname = $1))
  UNION ALL
  SELECT format('REVOKE ALL ON SCHEMA %I FROM %I', nspname, $1::text) FROM pg_namespace
  WHERE nspname IN ($2, $3)
    AND EXISTS (SELECT FROM aclexplode(nspacl) WHERE grantee = (SELECT oid FROM pg_roles WHERE rolname = $1))`;

/** Takes away what was given, one by one: what is another's among it is no reason to leave the rest. */
export async function withdrawRights(tx: Transaction, name: string): Promise<void> {
  const given = await tx.query<{ statement: string }>(GIVEN, [name, SCHEMA, STORE]);
  for (const { statement } of given) await tx.execute(statement);
  const [role] = await tx.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (role === undefined) return;
  // Readers of the first versions were given all tables to come.
  await tx.execute(
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${SCHEMA} REVOKE SELECT ON TABLES FROM ${toIdentifier(name)}`,
  );
}

/**
 * Makes us a member of the login, which has fewer rights than we do: without it PostgreSQL lets nobody but a superuser end
 * its sessions and drop what it made.
 */
export async function ownLogin(tx: Transaction, name: string): Promise<void> {
  const [is] = await tx.query<{ ours: boolean; version: number }>(
    `SELECT pg_has_role(current_user, oid, 'USAGE') AS ours, current_setting('server_version_num')::integer AS version
     FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  if (is === undefined || is.ours) return;
  const options = is.version >= 160_000 ? ' WITH INHERIT TRUE' : '';
  await tx.execute(`GRANT ${toIdentifier(name)} TO CURRENT_USER${options}`);
}
