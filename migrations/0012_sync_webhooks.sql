-- What QuickBooks announces: events are stored before they are acknowledged, and each is a signal to look.

CREATE TABLE ledger_mirror.webhook_events (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dedupe_key  text NOT NULL UNIQUE,
  realm_id    text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  entity      text NOT NULL,
  record_id   text NOT NULL,
  verb        text NOT NULL,
  deleted_id  text,
  event_at    timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  asked       integer NOT NULL DEFAULT 0 CHECK (asked >= 0),
  ask_at      timestamptz,
  settled_at  timestamptz
);
CREATE INDEX webhook_events_open ON ledger_mirror.webhook_events (realm_id) WHERE settled_at IS NULL;
CREATE INDEX webhook_events_age ON ledger_mirror.webhook_events (received_at);
COMMENT ON TABLE ledger_mirror.webhook_events IS 'Events QuickBooks sent. Kept for some days after they are settled, because QuickBooks sends them again.';
COMMENT ON COLUMN ledger_mirror.webhook_events.dedupe_key IS 'The event''s id, or a hash of what it says where it has none.';
COMMENT ON COLUMN ledger_mirror.webhook_events.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.webhook_events.entity IS 'QuickBooks'' name of the entity.';
COMMENT ON COLUMN ledger_mirror.webhook_events.record_id IS 'The record it is about; of a merge, the one that stays.';
COMMENT ON COLUMN ledger_mirror.webhook_events.verb IS 'created, updated, deleted, merged, voided or emailed.';
COMMENT ON COLUMN ledger_mirror.webhook_events.deleted_id IS 'Of a merge, the record that goes.';
COMMENT ON COLUMN ledger_mirror.webhook_events.event_at IS 'When it happened, by QuickBooks.';
COMMENT ON COLUMN ledger_mirror.webhook_events.received_at IS 'When it was stored.';
COMMENT ON COLUMN ledger_mirror.webhook_events.asked IS 'How often the record was asked for by its id.';
COMMENT ON COLUMN ledger_mirror.webhook_events.ask_at IS 'When the record is asked for by its id, because a look at the changes did not show it.';
COMMENT ON COLUMN ledger_mirror.webhook_events.settled_at IS 'When the record was seen as announced, or given up to the next comparison.';

CREATE TABLE ledger_mirror.webhook_strangers (
  realm_id     text PRIMARY KEY,
  events       bigint NOT NULL CHECK (events > 0),
  last_seen_at timestamptz NOT NULL
);
COMMENT ON TABLE ledger_mirror.webhook_strangers IS 'Events about companies that are not connected here: counted, not kept.';
COMMENT ON COLUMN ledger_mirror.webhook_strangers.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.webhook_strangers.events IS 'How many.';
COMMENT ON COLUMN ledger_mirror.webhook_strangers.last_seen_at IS 'When the last one came.';

ALTER TABLE ledger_mirror.organizations
  ADD COLUMN last_event_at  timestamptz,
  ADD COLUMN unannounced_at timestamptz,
  ADD COLUMN pace_seconds   integer CHECK (pace_seconds > 0);
COMMENT ON COLUMN ledger_mirror.organizations.last_event_at IS 'When QuickBooks last announced a change.';
COMMENT ON COLUMN ledger_mirror.organizations.unannounced_at IS 'When polling last found a change that no event had announced.';
COMMENT ON COLUMN ledger_mirror.organizations.pace_seconds IS 'Seconds until the next look as they were decided after the last one: longer than the interval while events arrive, or while calls are short.';
