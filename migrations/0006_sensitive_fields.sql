-- Who may see sensitive fields, and which companies do not want them stored at all; types of pinned columns.

ALTER TABLE ledger_mirror.organizations ADD COLUMN exclude_sensitive boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN ledger_mirror.organizations.exclude_sensitive IS 'True when sensitive fields (tax ids, bank numbers, birth dates, salaries) are left out before storage, from raw too.';

ALTER TABLE ledger_mirror.readers ADD COLUMN sees_sensitive boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN ledger_mirror.readers.sees_sensitive IS 'True when the login may read sensitive columns, and raw where it holds some.';

ALTER TABLE ledger_mirror.pinned_fields ADD COLUMN column_type text NOT NULL DEFAULT 'text'
  CHECK (column_type IN ('text', 'numeric', 'date', 'boolean'));
COMMENT ON COLUMN ledger_mirror.pinned_fields.column_type IS 'Type of the column; a value that is none of it is left empty.';
