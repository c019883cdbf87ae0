-- A read-only session of `ledger-mirror sql` has a login of its own (src/cli/sql-reader.ts), named after the database.
-- It is the operator's, so it sees every company; without this, row level security would show it none.
CREATE OR REPLACE FUNCTION quickbooks.visible_companies() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT coalesce(array_agg(realm_id), '{}'::text[]) FROM (
          SELECT realm_id FROM ledger_mirror.reader_companies WHERE role_name = session_user
          UNION
          SELECT realm_id FROM ledger_mirror.organizations
          WHERE session_user = 'ledger_mirror_sql_' || (SELECT oid FROM pg_database WHERE datname = current_database())
        ) AS visible);
