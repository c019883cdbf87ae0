-- What QuickBooks sent with a good signature and we could not read: kept, because it is news of a kind we do not know.

CREATE TABLE ledger_mirror.webhook_oddities (
  digest        text PRIMARY KEY,
  entry         text NOT NULL,
  deliveries    bigint NOT NULL DEFAULT 1 CHECK (deliveries > 0),
  first_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_seen_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE ledger_mirror.webhook_oddities IS 'Entries of signed deliveries that name no company or no record, or deliveries that are no JSON of a shape we know.';
COMMENT ON COLUMN ledger_mirror.webhook_oddities.digest IS 'SHA-256 of the entry: what comes again is counted, not stored again.';
COMMENT ON COLUMN ledger_mirror.webhook_oddities.entry IS 'As it came; text, because it may not be JSON.';
COMMENT ON COLUMN ledger_mirror.webhook_oddities.deliveries IS 'How often it came.';
COMMENT ON COLUMN ledger_mirror.webhook_oddities.first_seen_at IS 'When it came first.';
COMMENT ON COLUMN ledger_mirror.webhook_oddities.last_seen_at IS 'When it came last.';
