-- The specification of the sync moved beside its code; two comments name it.

COMMENT ON COLUMN ledger_mirror.organizations.status IS 'State of the company; the transitions are in src/sync/sync-spec.md.';
COMMENT ON COLUMN ledger_mirror.entity_states.status IS 'State of the entity; the transitions are in src/sync/sync-spec.md.';
