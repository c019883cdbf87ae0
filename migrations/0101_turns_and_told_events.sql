-- Locks and live events that no other login of the database can take, hear or forge.

CREATE TABLE ledger_mirror.turns (
  name text PRIMARY KEY
);
COMMENT ON TABLE ledger_mirror.turns IS 'What one process does at a time: whoever has the row of it locked. Every login may take advisory locks, so they do not serve.';
COMMENT ON COLUMN ledger_mirror.turns.name IS 'What is done.';

-- Of no worth after a crash, since pages read the present state anew.
CREATE UNLOGGED TABLE ledger_mirror.told_events (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  told_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  event json NOT NULL
);
CREATE INDEX told_events_told_at ON ledger_mirror.told_events (told_at);
COMMENT ON TABLE ledger_mirror.told_events IS 'What was just told to the pages that listen. A notification, which every login hears and can send, carries the id only.';
COMMENT ON COLUMN ledger_mirror.told_events.id IS 'What the notification names.';
COMMENT ON COLUMN ledger_mirror.told_events.told_at IS 'When; kept for minutes.';
COMMENT ON COLUMN ledger_mirror.told_events.event IS 'What changed: type, company, and where it stands now.';
