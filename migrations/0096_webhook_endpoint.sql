-- Whether webhooks can arrive at all: only then may companies be polled rarely because their changes are announced.

CREATE TABLE ledger_mirror.webhook_endpoint (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  open_at   timestamptz,
  silent    boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE ledger_mirror.webhook_endpoint IS 'One row at most: whether a web process takes webhooks, and whether any arrive.';
COMMENT ON COLUMN ledger_mirror.webhook_endpoint.singleton IS 'Always true; keeps the table at one row.';
COMMENT ON COLUMN ledger_mirror.webhook_endpoint.open_at IS 'When a web process with a verifier token last said that it takes webhooks; null when one without said that it does not.';
COMMENT ON COLUMN ledger_mirror.webhook_endpoint.silent IS 'Polling found a change that was not announced, and since then nothing was announced of any company.';
