-- The month's calls: how many are used, and how much longer than their interval companies wait because of it.

CREATE TABLE ledger_mirror.call_budget (
  singleton    boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  month        date NOT NULL,
  budget       bigint NOT NULL CHECK (budget >= 0),
  used         bigint NOT NULL CHECK (used >= 0),
  forecast     bigint NOT NULL CHECK (forecast >= 0),
  stretch      double precision NOT NULL CHECK (stretch >= 1),
  state        text NOT NULL CHECK (state IN ('open', 'reserve', 'spent')),
  closed_until timestamptz NOT NULL,
  closed_calls bigint NOT NULL CHECK (closed_calls >= 0),
  computed_at  timestamptz NOT NULL
);
COMMENT ON TABLE ledger_mirror.call_budget IS 'One row: the calls of this calendar month (UTC) of the whole installation.';
COMMENT ON COLUMN ledger_mirror.call_budget.singleton IS 'Always true; keeps the table at one row.';
COMMENT ON COLUMN ledger_mirror.call_budget.month IS 'First day of the month.';
COMMENT ON COLUMN ledger_mirror.call_budget.budget IS 'Billable calls allowed in the month; 0 is no limit.';
COMMENT ON COLUMN ledger_mirror.call_budget.used IS 'Billable calls made so far.';
COMMENT ON COLUMN ledger_mirror.call_budget.forecast IS 'Calls at the end of the month if every company kept its interval.';
COMMENT ON COLUMN ledger_mirror.call_budget.stretch IS 'How many times longer than their interval companies wait.';
COMMENT ON COLUMN ledger_mirror.call_budget.state IS 'open; reserve: only what a person asks for is read; spent: nothing is.';
COMMENT ON COLUMN ledger_mirror.call_budget.closed_until IS 'Hours before this one are counted in closed_calls.';
COMMENT ON COLUMN ledger_mirror.call_budget.closed_calls IS 'Billable calls of the hours that are over.';
COMMENT ON COLUMN ledger_mirror.call_budget.computed_at IS 'When the row was computed.';
