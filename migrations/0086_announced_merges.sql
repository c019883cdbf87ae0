-- An announced merge is certain, a name that only went is asked about by one record of each kind that refers to it.

ALTER TABLE ledger_mirror.merge_suspects
  ADD COLUMN looked_through text[] NOT NULL DEFAULT '{}',
  ADD COLUMN rounds smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN ledger_mirror.merge_suspects.looked_through IS 'Entities of which one record that referred to it was read again, or all of them once the merge is certain.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.rounds IS 'How often all entities were looked through; what still referred to it then is read once more.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.position IS 'Of a merge that is certain, by an announcement or by a record that referred to it: how far the records that referred to it are read again, as {"entity", "after"}.';
COMMENT ON COLUMN ledger_mirror.merge_suspects.ask_at IS 'When it is to be looked into; later than noticed where what may refer to it is still to be copied, was refused, or is read a second time.';
