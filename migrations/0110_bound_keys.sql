-- API keys that work from some addresses only.

ALTER TABLE ledger_mirror.api_keys
  ADD COLUMN addresses text[] CHECK (cardinality(addresses) > 0),
  ADD COLUMN refused_at timestamptz;
COMMENT ON COLUMN ledger_mirror.api_keys.addresses IS 'Addresses and ranges from which alone the key works; null for any.';
COMMENT ON COLUMN ledger_mirror.api_keys.refused_at IS 'When its use from another address was last entered in the trail, which is once an hour.';
