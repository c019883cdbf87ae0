-- A merge cannot be followed into an entity whose first copy is in trouble until that has ended.

ALTER TABLE ledger_mirror.merge_suspects ADD COLUMN ask_at timestamptz NOT NULL DEFAULT clock_timestamp();
COMMENT ON COLUMN ledger_mirror.merge_suspects.ask_at IS 'When it is to be looked into; later than noticed where something that may refer to it is still to be copied.';
