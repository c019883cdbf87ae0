-- Comparisons of single transactions with QuickBooks' list of them, period by period.

ALTER TABLE ledger_mirror.reconciliations DROP CONSTRAINT reconciliations_measure_check;
ALTER TABLE ledger_mirror.reconciliations
  ADD CONSTRAINT reconciliations_measure_check
    CHECK (measure IN ('count', 'receivables', 'payables', 'balance', 'fields', 'transactions', 'amounts')),
  ADD COLUMN period_start date,
  ADD COLUMN period_end   date;
COMMENT ON COLUMN ledger_mirror.reconciliations.entity IS 'QuickBooks'' name of the entity; TransactionList for the sum over a period of that report, and the type as the report prints it where no entity is known for it.';
COMMENT ON COLUMN ledger_mirror.reconciliations.measure IS 'What was compared: count, the number of records; receivables and payables, what is open by the ageing reports; balance, account balances by the trial balance; fields, records of which every field was compared; transactions and amounts, which transactions the list of transactions shows and with which amounts, without their sign.';
COMMENT ON COLUMN ledger_mirror.reconciliations.record_id IS 'The customer, vendor, account or transaction the row is about; null for the sum over all of them.';
COMMENT ON COLUMN ledger_mirror.reconciliations.reason IS 'Why they differ: rejected (records kept aside), journal_entries (postings the open documents do not tell of), not_compared (of a type that is not copied or not known), searching (being healed, checked again), healed, unexplained. Null where they agree.';
COMMENT ON COLUMN ledger_mirror.reconciliations.period_start IS 'Of transactions and amounts: the first date of the period that was compared.';
COMMENT ON COLUMN ledger_mirror.reconciliations.period_end IS 'Of transactions and amounts: the last date of the period that was compared.';

ALTER TABLE ledger_mirror.organizations ADD COLUMN listed_back_to date;
COMMENT ON COLUMN ledger_mirror.organizations.listed_back_to IS 'Older transactions are compared period by period, one a day: the first date of the last one. Null begins with the newest again.';
