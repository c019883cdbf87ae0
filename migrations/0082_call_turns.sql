-- QuickBooks counts the calls of a company, not those of a process: all processes take the turns of their calls here.

-- Unlogged: what a crash of the server takes away is over before the server is back.
CREATE UNLOGGED TABLE ledger_mirror.call_turns (
  realm_id text NOT NULL,
  line     text NOT NULL CHECK (line IN ('call', 'batch')),
  free_at  timestamptz NOT NULL,
  PRIMARY KEY (realm_id, line)
);
COMMENT ON TABLE ledger_mirror.call_turns IS 'When the next call to QuickBooks may start for a company, whichever process makes it. Also of companies that are just being connected.';
COMMENT ON COLUMN ledger_mirror.call_turns.realm_id IS 'QuickBooks'' id of the company.';
COMMENT ON COLUMN ledger_mirror.call_turns.line IS 'call: every call; batch: batches, which have a limit of their own beside.';
COMMENT ON COLUMN ledger_mirror.call_turns.free_at IS 'The first turn that nobody has taken, by the database''s clock.';
