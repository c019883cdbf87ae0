-- What no look at changes shows: merged names, parents that never came, fields we do not know.

CREATE TABLE ledger_mirror.merge_suspects (
  realm_id   text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  entity     text NOT NULL,
  record_id  text NOT NULL,
  noticed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  position   jsonb,
  PRIMARY KEY (realm_id, entity, record_id)
);
COMMENT ON TABLE ledger_mirror.merge_suspects IS 'Names that went inactive or away, perhaps by being merged into others: QuickBooks then changes what referred to them without a new stamp.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.entity IS 'QuickBooks'' name of the entity.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.record_id IS 'The record that went.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.noticed_at IS 'When it was noticed.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.position IS 'Of a merge that is certain: how far the records that referred to it are read again, as {"entity", "after"}.';

CREATE TABLE ledger_mirror.sought_references (
  realm_id  text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  entity    text NOT NULL,
  record_id text NOT NULL,
  sought_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  found     boolean NOT NULL,
  PRIMARY KEY (realm_id, entity, record_id)
);
COMMENT ON TABLE ledger_mirror.sought_references IS 'Records that others refer to and that were not here, when they were asked for by their ids.';
COMMENT ON COLUMN ledger_mirror.sought_references.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.sought_references.entity IS 'QuickBooks'' name of the entity.';
COMMENT ON COLUMN ledger_mirror.sought_references.record_id IS 'The record that is referred to.';
COMMENT ON COLUMN ledger_mirror.sought_references.sought_at IS 'When QuickBooks was asked for it; it is not asked again for 30 days.';
COMMENT ON COLUMN ledger_mirror.sought_references.found IS 'Whether QuickBooks had it; if not, the reference is dangling there too.';

CREATE TABLE ledger_mirror.unknown_fields (
  entity         text NOT NULL,
  field          text NOT NULL,
  first_realm_id text NOT NULL,
  first_seen_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (entity, field)
);
COMMENT ON TABLE ledger_mirror.unknown_fields IS 'Fields that QuickBooks sends and this version has no column for; raw keeps them.';
COMMENT ON COLUMN ledger_mirror.unknown_fields.entity IS 'QuickBooks'' name of the entity.';
COMMENT ON COLUMN ledger_mirror.unknown_fields.field IS 'The field, below Line where it stands on lines: Line.SalesItemLineDetail.NewField.';
COMMENT ON COLUMN ledger_mirror.unknown_fields.first_realm_id IS 'The company in which it was first seen.';
COMMENT ON COLUMN ledger_mirror.unknown_fields.first_seen_at IS 'When it was first seen.';

ALTER TABLE ledger_mirror.rejected_records ADD COLUMN tried_by text;
COMMENT ON COLUMN ledger_mirror.rejected_records.tried_by IS 'The version of this program that tried it again after an upgrade.';
