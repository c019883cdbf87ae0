-- A start with other keys tries again what QuickBooks refused under the keys before; and why change data capture refuses
-- an entity is kept as it was said, not taken from how long it lasts.

ALTER TABLE ledger_mirror.installation ADD COLUMN access_digest text;
COMMENT ON COLUMN ledger_mirror.installation.access_digest IS 'SHA-256 of the client id, the client secret and the addresses of QuickBooks with which a worker last started.';

ALTER TABLE ledger_mirror.entity_states
  ADD COLUMN capture_refusal text CHECK (capture_refusal IN ('not_offered', 'passing'));
COMMENT ON COLUMN ledger_mirror.entity_states.capture_refusal IS 'Why change data capture last refused the entity: not_offered, or passing (a record cannot be rendered just now: the entity is asked for by query as often as the others meanwhile). It counts while capture_refused_until is to come.';
