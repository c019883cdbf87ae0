-- Entities that cannot be listed by time, and records that are kept aside until they are tried again.

ALTER TABLE ledger_mirror.entity_states ADD COLUMN by_position boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN ledger_mirror.entity_states.by_position IS 'True where QuickBooks does not let the entity be listed by its times: it is then read whole, by position, until two readings agree.';

ALTER TABLE ledger_mirror.rejected_records
  ADD COLUMN retry_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '1 day';
CREATE INDEX rejected_records_retry ON ledger_mirror.rejected_records (realm_id, retry_at);
COMMENT ON COLUMN ledger_mirror.rejected_records.retry_at IS 'When the record is asked for again: a day after the last try, or at once when a person or a new version asks.';
