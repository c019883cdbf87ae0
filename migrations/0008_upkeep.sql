-- What keeps the copy in shape beside the sync: pinned custom fields, renamed records, columns to be filled.

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
