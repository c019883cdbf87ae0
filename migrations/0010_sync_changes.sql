-- Changes and deletions by one call a company (change data capture).

ALTER TABLE ledger_mirror.organizations
  ADD COLUMN cursor_at   timestamptz,
  ADD COLUMN looked_at   timestamptz,
  ADD COLUMN repaired_at timestamptz;
COMMENT ON COLUMN ledger_mirror.organizations.cursor_at IS 'QuickBooks'' clock: of every joined entity, each change stamped before this instant is stored.';
COMMENT ON COLUMN ledger_mirror.organizations.looked_at IS 'When changes of the joined entities were last asked for; the instant before the call was sent.';
COMMENT ON COLUMN ledger_mirror.organizations.repaired_at IS 'When the changes of the last 25 hours were last asked for again.';

ALTER TABLE ledger_mirror.entity_states
  ADD COLUMN joined                boolean NOT NULL DEFAULT false,
  ADD COLUMN capture_refused_until timestamptz,
  ADD CONSTRAINT joined_is_current CHECK (NOT joined OR status = 'current');
COMMENT ON COLUMN ledger_mirror.entity_states.joined IS 'True while the company''s cursor is this entity''s cursor; its own is then only where it joined.';
COMMENT ON COLUMN ledger_mirror.entity_states.capture_refused_until IS 'QuickBooks refused to tell this entity''s changes; until then they are asked for by query.';

ALTER TABLE ledger_mirror.sync_runs
  ADD COLUMN deleted bigint NOT NULL DEFAULT 0 CHECK (deleted >= 0);
COMMENT ON COLUMN ledger_mirror.sync_runs.deleted IS 'Records found deleted in QuickBooks.';
