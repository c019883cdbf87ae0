-- The proof: what QuickBooks counts against what is stored.

CREATE TABLE ledger_mirror.reconciliations (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  realm_id   text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  run_id     bigint,
  entity     text NOT NULL,
  measure    text NOT NULL CHECK (measure IN ('count')),
  expected   numeric NOT NULL,
  actual     numeric NOT NULL,
  difference numeric NOT NULL GENERATED ALWAYS AS (actual - expected) STORED,
  reason     text,
  checked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX reconciliations_newest ON ledger_mirror.reconciliations (realm_id, id DESC);
COMMENT ON TABLE ledger_mirror.reconciliations IS 'Each comparison with QuickBooks; kept for 90 days.';
COMMENT ON COLUMN ledger_mirror.reconciliations.id IS 'The comparison''s id.';
COMMENT ON COLUMN ledger_mirror.reconciliations.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.reconciliations.run_id IS 'The run in which it was made.';
COMMENT ON COLUMN ledger_mirror.reconciliations.entity IS 'QuickBooks'' name of the entity.';
COMMENT ON COLUMN ledger_mirror.reconciliations.measure IS 'What was compared: count, the number of records.';
COMMENT ON COLUMN ledger_mirror.reconciliations.expected IS 'QuickBooks'' figure.';
COMMENT ON COLUMN ledger_mirror.reconciliations.actual IS 'Our figure.';
COMMENT ON COLUMN ledger_mirror.reconciliations.difference IS 'Ours less theirs.';
COMMENT ON COLUMN ledger_mirror.reconciliations.reason IS 'Why they differ: rejected (records kept aside), searching (being healed, checked again), unexplained. Null where they agree.';
COMMENT ON COLUMN ledger_mirror.reconciliations.checked_at IS 'When.';

ALTER TABLE ledger_mirror.organizations
  ADD COLUMN prove_at timestamptz,
  ADD COLUMN healing  boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN ledger_mirror.organizations.prove_at IS 'When the copy is compared with QuickBooks next; null is as soon as it is whole.';
COMMENT ON COLUMN ledger_mirror.organizations.healing IS 'The last comparison found a difference, which was searched for: the next one says whether it is gone.';
