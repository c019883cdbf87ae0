-- Comparisons of amounts with QuickBooks' reports, and runs that compare every field.

ALTER TABLE ledger_mirror.reconciliations DROP CONSTRAINT reconciliations_measure_check;
ALTER TABLE ledger_mirror.reconciliations
  ADD CONSTRAINT reconciliations_measure_check
    CHECK (measure IN ('count', 'receivables', 'payables', 'balance', 'fields')),
  ADD COLUMN record_id text;
COMMENT ON COLUMN ledger_mirror.reconciliations.measure IS 'What was compared: count, the number of records; receivables and payables, what is open by the ageing reports; balance, account balances by the trial balance; fields, records of which every field was compared.';
COMMENT ON COLUMN ledger_mirror.reconciliations.record_id IS 'The customer, vendor or account the row is about; null for the sum over all of them.';
COMMENT ON COLUMN ledger_mirror.reconciliations.reason IS 'Why they differ: rejected (records kept aside), journal_entries (postings the open documents do not tell of), searching (being healed, checked again), healed, unexplained. Null where they agree.';

ALTER TABLE ledger_mirror.sync_runs DROP CONSTRAINT sync_runs_kind_check;
ALTER TABLE ledger_mirror.sync_runs
  ADD CONSTRAINT sync_runs_kind_check CHECK (kind IN ('backfill', 'incremental', 'deep'));
COMMENT ON COLUMN ledger_mirror.sync_runs.kind IS 'backfill while any entity is loaded for the first time, deep where every record is read again and compared field by field, else incremental.';
