-- Taking away what is stored of sensitive fields takes its time: whether it is done.

ALTER TABLE ledger_mirror.organizations ADD COLUMN sensitive_removed_at timestamptz;
COMMENT ON COLUMN ledger_mirror.organizations.sensitive_removed_at IS 'When the last stored sensitive field was taken away; null while that is under way, and where they are kept.';
