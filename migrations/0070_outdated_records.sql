-- The full name of a record holds the names of those it lies below, and follows them without a new stamp.

CREATE TABLE ledger_mirror.outdated_records (
  realm_id   text NOT NULL,
  entity     text NOT NULL,
  record_id  text NOT NULL,
  noticed_at timestamptz NOT NULL,
  ask_at     timestamptz NOT NULL,
  PRIMARY KEY (realm_id, entity, record_id)
);
COMMENT ON TABLE ledger_mirror.outdated_records IS 'Records directly below one with a new name: QuickBooks changed their full names too, without a new stamp, and they are still to be read again.';
COMMENT ON COLUMN ledger_mirror.outdated_records.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.outdated_records.entity IS 'QuickBooks'' name of the entity.';
COMMENT ON COLUMN ledger_mirror.outdated_records.record_id IS 'The record.';
COMMENT ON COLUMN ledger_mirror.outdated_records.noticed_at IS 'When the new name of the one above it came.';
COMMENT ON COLUMN ledger_mirror.outdated_records.ask_at IS 'When it is to be asked for; later than noticed where QuickBooks could not answer.';
