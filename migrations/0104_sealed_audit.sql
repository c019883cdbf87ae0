-- The trail refuses changes by a trigger, which whoever has the program's database role can drop. So each entry is
-- signed by the process that writes it, and within seconds entries are linked into a chain, under keys that are not in
-- the database: a change, a removal and an addition can be told afterwards.

ALTER TABLE ledger_mirror.audit ADD COLUMN signature bytea;
COMMENT ON COLUMN ledger_mirror.audit.signature IS 'That Ledger Mirror wrote the entry: 8 bytes that name the key, 16 that no other entry has, 32 of HMAC-SHA256 over them and what the entry says. Null in entries that are older than signatures.';
-- A copy of an entry is no entry.
CREATE UNIQUE INDEX audit_signatures ON ledger_mirror.audit (signature);

CREATE TABLE ledger_mirror.audit_seals (
  number        bigint PRIMARY KEY,
  sealed_at     timestamptz NOT NULL,
  last_entry_at timestamptz,
  entry_ids     bigint[] NOT NULL,
  entry_digests bytea NOT NULL,
  unproven_ids  bigint[] NOT NULL,
  doubts        text[] NOT NULL,
  digest        bytea NOT NULL,
  key_id        text NOT NULL,
  mac           bytea NOT NULL
);
CREATE INDEX audit_seals_by_time ON ledger_mirror.audit_seals (sealed_at);
COMMENT ON TABLE ledger_mirror.audit_seals IS 'Links of the chain that tells whether the trail was changed, each with some entries. `ledger-mirror audit verify` follows it.';
COMMENT ON COLUMN ledger_mirror.audit_seals.number IS 'Counts without gaps.';
COMMENT ON COLUMN ledger_mirror.audit_seals.sealed_at IS 'When, by the database''s clock, to the millisecond.';
COMMENT ON COLUMN ledger_mirror.audit_seals.last_entry_at IS 'When the newest of its entries was written; null for a link without entries.';
COMMENT ON COLUMN ledger_mirror.audit_seals.entry_ids IS 'The entries of the link. One that was committed late is in a later link.';
COMMENT ON COLUMN ledger_mirror.audit_seals.entry_digests IS 'SHA-256 of each entry, in that order, 32 bytes each.';
COMMENT ON COLUMN ledger_mirror.audit_seals.unproven_ids IS 'Those of them that bore no signature of ours when they were linked: something else wrote them.';
COMMENT ON COLUMN ledger_mirror.audit_seals.doubts IS 'What did not fit when the link was made, in sentences: it stays told.';
COMMENT ON COLUMN ledger_mirror.audit_seals.digest IS 'SHA-256 of the link before and of all of this: the same whatever the key is.';
COMMENT ON COLUMN ledger_mirror.audit_seals.key_id IS 'Which key made the seal.';
COMMENT ON COLUMN ledger_mirror.audit_seals.mac IS 'HMAC-SHA256 of the digest, under a key derived from the encryption key.';
REVOKE ALL ON ledger_mirror.audit_seals FROM PUBLIC;

CREATE TABLE ledger_mirror.audit_head (
  only_row         boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  number           bigint NOT NULL DEFAULT 0,
  digest           bytea NOT NULL DEFAULT '',
  last_entry_id    bigint NOT NULL DEFAULT 0,
  unsigned_through bigint NOT NULL DEFAULT 0,
  cut_through      bigint NOT NULL DEFAULT 0,
  cut_digest       bytea NOT NULL DEFAULT '',
  cut_before       timestamptz,
  cut_entries      bigint NOT NULL DEFAULT 0,
  key_id           text,
  mac              bytea
);
COMMENT ON TABLE ledger_mirror.audit_head IS 'Where the chain of audit_seals ends, and where it begins since AUDIT_DAYS cut it; one row, which whoever adds a link locks. Writers of entries do not touch it.';
COMMENT ON COLUMN ledger_mirror.audit_head.only_row IS 'There is one row.';
COMMENT ON COLUMN ledger_mirror.audit_head.number IS 'The last link; 0 before the first.';
COMMENT ON COLUMN ledger_mirror.audit_head.digest IS 'Digest of the last link.';
COMMENT ON COLUMN ledger_mirror.audit_head.last_entry_id IS 'The greatest entry that is linked.';
COMMENT ON COLUMN ledger_mirror.audit_head.unsigned_through IS 'Entries up to this one are older than signatures.';
COMMENT ON COLUMN ledger_mirror.audit_head.cut_through IS 'The last link that was cut off; the chain begins behind it.';
COMMENT ON COLUMN ledger_mirror.audit_head.cut_digest IS 'Digest of that link.';
COMMENT ON COLUMN ledger_mirror.audit_head.cut_before IS 'The entries that were cut off were not newer than this.';
COMMENT ON COLUMN ledger_mirror.audit_head.cut_entries IS 'How many entries were cut off, in all.';
COMMENT ON COLUMN ledger_mirror.audit_head.key_id IS 'Which key made the seal.';
COMMENT ON COLUMN ledger_mirror.audit_head.mac IS 'HMAC-SHA256 of all of this, under a key derived from the encryption key; null before the first link.';
REVOKE ALL ON ledger_mirror.audit_head FROM PUBLIC;
INSERT INTO ledger_mirror.audit_head (unsigned_through) SELECT coalesce(max(id), 0) FROM ledger_mirror.audit;

-- Only what AUDIT_DAYS cuts off may go: the head says so first, in the same transaction.
CREATE FUNCTION ledger_mirror.refuse_to_remove_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM ledger_mirror.audit_head WHERE OLD.at <= cut_before) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The audit trail is append-only.' USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION ledger_mirror.refuse_to_remove_audit() IS 'Keeps entries of the audit trail until AUDIT_DAYS has cut them off.';
DROP TRIGGER audit_is_append_only ON ledger_mirror.audit;
CREATE TRIGGER audit_is_append_only
  BEFORE UPDATE OR TRUNCATE ON ledger_mirror.audit
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_mirror.refuse_to_change_audit();
ALTER TABLE ledger_mirror.audit ENABLE ALWAYS TRIGGER audit_is_append_only;
CREATE TRIGGER audit_is_kept
  BEFORE DELETE ON ledger_mirror.audit
  FOR EACH ROW EXECUTE FUNCTION ledger_mirror.refuse_to_remove_audit();
ALTER TABLE ledger_mirror.audit ENABLE ALWAYS TRIGGER audit_is_kept;
