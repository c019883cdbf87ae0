-- How runs are kept: quiet ones in one row, the time each phase took, and since when QuickBooks asks us to wait.

ALTER TABLE ledger_mirror.organizations ADD COLUMN rate_limited_since timestamptz;
COMMENT ON COLUMN ledger_mirror.organizations.rate_limited_since IS 'Since when QuickBooks has answered nothing but requests to slow down; null while it answers.';

ALTER TABLE ledger_mirror.sync_runs
  ADD COLUMN repeats integer NOT NULL DEFAULT 1 CHECK (repeats > 0),
  ADD COLUMN phases  jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN ledger_mirror.sync_runs.repeats IS 'How many quiet runs in a row this one stands for; its counts are their sums.';
COMMENT ON COLUMN ledger_mirror.sync_runs.phases IS 'Steps and milliseconds of each kind of step: {"page": {"steps": 12, "ms": 3400}}.';
