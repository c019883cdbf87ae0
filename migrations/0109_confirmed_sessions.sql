-- What changes keys, people and companies wants a password that was typed lately. Typing it gives the browser a new cookie,
-- so that a copy of the one before gains nothing by it.

ALTER TABLE ledger_mirror.sessions
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN previous_token_hash bytea UNIQUE,
  ADD COLUMN previous_ends_at timestamptz,
  ADD CONSTRAINT previous_token_ends CHECK ((previous_token_hash IS NULL) = (previous_ends_at IS NULL));
COMMENT ON COLUMN ledger_mirror.sessions.confirmed_at IS 'When the password was last typed in this browser; null for one that signed in before this was kept.';
COMMENT ON COLUMN ledger_mirror.sessions.previous_token_hash IS 'SHA-256 of the cookie before the present one, for requests that were under way when it was replaced.';
COMMENT ON COLUMN ledger_mirror.sessions.previous_ends_at IS 'Until when the cookie before is taken; it never counts as confirmed.';
