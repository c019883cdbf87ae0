-- A call of the month's budget is taken before it is made, so that processes together never make more than are allowed.

ALTER TABLE ledger_mirror.call_budget ADD COLUMN taken bigint NOT NULL DEFAULT 0 CHECK (taken >= 0);
COMMENT ON COLUMN ledger_mirror.call_budget.taken IS 'Billable calls that processes made or may still make without asking; at least used. What a killed process had left stays taken until the month ends.';
