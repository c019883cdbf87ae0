import pg from 'pg';
import type { Queryable } from './database.ts';

const LOOK = `SELECT datname AS name, pg_has_role(current_user, datdba, 'USAGE') AS ours,
    EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))
            WHERE grantee = 0 AND privilege_type IN ('CONNECT', 'TEMPORARY')) AS open
  FROM pg_database WHERE datname = current_database()`;

/** Whoever owns or was given something in here, and whoever looks after the server. */
const GUESTS = `SELECT quote_ident(rolname) AS role FROM pg_roles
  WHERE NOT rolsuper AND rolname <> current_user AND (
    oid IN (
      SELECT relowner FROM pg_class UNION SELECT nspowner FROM pg_namespace
      UNION SELECT grantee FROM pg_class CROSS JOIN LATERAL aclexplode(relacl)
      UNION SELECT grantee FROM pg_namespace CROSS JOIN LATERAL aclexplode(nspacl))
    OR (rolname !~ '^pg_' AND (rolcreaterole OR rolcreatedb OR rolreplication))
    OR (rolname IN ('pg_read_all_data', 'pg_monitor') AND EXISTS (SELECT FROM pg_auth_members WHERE roleid = pg_roles.oid)))
  ORDER BY 1`;

/**
 * Takes from everybody the right to enter this database and to make temporary tables in it, which PostgreSQL gives to
 * every login of the server. Whoever owns something in it, was given something in it, or looks after the server goes on
 * coming in. Nothing where that was done before.
 * @returns false where the database belongs to another role, who alone may do it
 */
export async function closeToOthers(tx: Queryable): Promise<boolean> {
  const [database] = await tx.query<{ name: string; ours: boolean; open: boolean }>(LOOK);
  if (database?.open !== true) return true;
  if (!database.ours) return false;
  const name = pg.escapeIdentifier(database.name);
  const guests = await tx.query<{ role: string }>(GUESTS);
  await tx.execute(
    [
      ...guests.map(({ role }) => `GRANT CONNECT ON DATABASE ${name} TO ${role};`),
      `REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC;`,
    ].join('\n'),
  );
  return true;
}
