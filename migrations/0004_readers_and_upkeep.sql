-- Database readers, which see only some companies, and what keeps the copy in shape beside the sync.

CREATE TABLE ledger_mirror.readers (
  role_name text PRIMARY KEY,
  schema_name text UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ledger_mirror.readers IS 'Database logins that may read the copy.';
COMMENT ON COLUMN ledger_mirror.readers.role_name IS 'The login, a PostgreSQL role.';
COMMENT ON COLUMN ledger_mirror.readers.schema_name IS 'Schema of plain views made for it, where it asked for one.';
COMMENT ON COLUMN ledger_mirror.readers.created_at IS 'When it was added.';

CREATE TABLE ledger_mirror.reader_companies (
  role_name text NOT NULL REFERENCES ledger_mirror.readers (role_name) ON DELETE CASCADE,
  realm_id text NOT NULL,
  PRIMARY KEY (role_name, realm_id)
);
COMMENT ON TABLE ledger_mirror.reader_companies IS 'Which companies each database login may read.';
COMMENT ON COLUMN ledger_mirror.reader_companies.role_name IS 'The login.';
COMMENT ON COLUMN ledger_mirror.reader_companies.realm_id IS 'QuickBooks company.';

-- Asked once a statement by the policies of all tables. The session's own user counts, which nobody can change by SET;
-- a setting instead of a table could be set by the reader himself.
CREATE FUNCTION quickbooks.visible_companies() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT coalesce(array_agg(realm_id), '{}'::text[]) FROM ledger_mirror.reader_companies
        WHERE role_name = session_user);
COMMENT ON FUNCTION quickbooks.visible_companies() IS 'The companies that the login of this session may read.';

CREATE FUNCTION quickbooks.is_reader() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN EXISTS (SELECT FROM ledger_mirror.readers WHERE role_name = session_user);
COMMENT ON FUNCTION quickbooks.is_reader() IS 'True for a login that may read some companies only.';

-- This view reads control tables with the rights of their owner, so it has to look at the reader itself.
CREATE OR REPLACE VIEW quickbooks.organizations AS
SELECT o.realm_id,
       coalesce(c.company_name, o.company_name) AS name,
       coalesce(c.country, o.country) AS country,
       o.home_currency,
       c.fiscal_year_start_month,
       c.default_time_zone AS time_zone,
       o.status,
       o.status_reason,
       o.current_through,
       o.last_success_at
FROM ledger_mirror.organizations AS o
LEFT JOIN quickbooks.company_info AS c ON c.realm_id = o.realm_id AND c.deleted_at IS NULL
WHERE NOT (SELECT quickbooks.is_reader())
   OR o.realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]);

CREATE TABLE ledger_mirror.pinned_fields (
  entity text NOT NULL,
  column_name text NOT NULL,
  field_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  filled_at timestamptz,
  PRIMARY KEY (entity, column_name)
);
COMMENT ON TABLE ledger_mirror.pinned_fields IS 'Custom fields that have a plain column of their own.';
COMMENT ON COLUMN ledger_mirror.pinned_fields.entity IS 'QuickBooks name of the entity.';
COMMENT ON COLUMN ledger_mirror.pinned_fields.column_name IS 'The column.';
COMMENT ON COLUMN ledger_mirror.pinned_fields.field_name IS 'Name of the custom field in QuickBooks.';
COMMENT ON COLUMN ledger_mirror.pinned_fields.created_at IS 'When it was pinned.';
COMMENT ON COLUMN ledger_mirror.pinned_fields.filled_at IS 'When the rows that were there before had it too; empty until then.';

CREATE TABLE ledger_mirror.renamed_records (
  realm_id text NOT NULL,
  entity text NOT NULL,
  record_id text NOT NULL,
  name text NOT NULL,
  noticed_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, entity, record_id)
);
COMMENT ON TABLE ledger_mirror.renamed_records IS 'Records with a new name that the rows referring to them do not show yet.';
COMMENT ON COLUMN ledger_mirror.renamed_records.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN ledger_mirror.renamed_records.entity IS 'QuickBooks name of the entity.';
COMMENT ON COLUMN ledger_mirror.renamed_records.record_id IS 'Id of the record.';
COMMENT ON COLUMN ledger_mirror.renamed_records.name IS 'Its name now.';
COMMENT ON COLUMN ledger_mirror.renamed_records.noticed_at IS 'When the new name came.';

CREATE TABLE ledger_mirror.filled_entities (
  entity text PRIMARY KEY,
  fingerprint text NOT NULL,
  realm_id text NOT NULL DEFAULT '',
  record_id text NOT NULL DEFAULT '',
  finished_at timestamptz
);
COMMENT ON TABLE ledger_mirror.filled_entities IS 'How far the rows of each entity have been given the columns of this version.';
COMMENT ON COLUMN ledger_mirror.filled_entities.entity IS 'QuickBooks name of the entity.';
COMMENT ON COLUMN ledger_mirror.filled_entities.fingerprint IS 'Fingerprint of its columns and child tables.';
COMMENT ON COLUMN ledger_mirror.filled_entities.realm_id IS 'Company of the last row done.';
COMMENT ON COLUMN ledger_mirror.filled_entities.record_id IS 'Id of the last row done.';
COMMENT ON COLUMN ledger_mirror.filled_entities.finished_at IS 'When all rows were done; empty until then.';
