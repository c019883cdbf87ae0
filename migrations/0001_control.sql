-- Control tables: what Ledger Mirror knows about companies, their progress and their credentials.
-- The schema and the table `migrations` are made by the migrator before this file runs.
-- Every instant is written by the database's clock unless its comment says that it is QuickBooks' clock.

CREATE TABLE ledger_mirror.installation (
  singleton   boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  environment text NOT NULL CHECK (environment IN ('production', 'sandbox', 'simulator')),
  created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ledger_mirror.installation IS 'One row: which QuickBooks environment this database belongs to.';
COMMENT ON COLUMN ledger_mirror.installation.singleton IS 'Always true; keeps the table at one row.';
COMMENT ON COLUMN ledger_mirror.installation.environment IS 'Settings that name another environment refuse to start on this database.';
COMMENT ON COLUMN ledger_mirror.installation.created_at IS 'When the database was first used.';

CREATE TABLE ledger_mirror.organizations (
  realm_id             text PRIMARY KEY CHECK (realm_id ~ '^[0-9]{1,32}$'),
  company_name         text,
  country              text,
  home_currency        text,
  status               text NOT NULL DEFAULT 'loading' CHECK (status IN
                         ('loading', 'current', 'late', 'failed', 'reconnect_required', 'paused', 'blocked_budget', 'disconnected')),
  status_reason        text,
  status_changed_at    timestamptz NOT NULL DEFAULT now(),
  connected_at         timestamptz NOT NULL DEFAULT now(),
  disconnected_at      timestamptz,
  backfill_began_at    timestamptz,
  last_success_at      timestamptz,
  current_through      timestamptz,
  next_run_at          timestamptz NOT NULL DEFAULT now(),
  sync_requested_at    timestamptz,
  interval_seconds     integer NOT NULL DEFAULT 180 CHECK (interval_seconds BETWEEN 1 AND 604800),
  consecutive_failures integer NOT NULL DEFAULT 0 CHECK (consecutive_failures >= 0),
  CONSTRAINT trouble_has_a_sentence CHECK (status NOT IN ('failed', 'reconnect_required', 'blocked_budget') OR status_reason IS NOT NULL),
  CONSTRAINT current_has_succeeded CHECK (status NOT IN ('current', 'late') OR (last_success_at IS NOT NULL AND current_through IS NOT NULL)),
  CONSTRAINT current_has_not_failed CHECK (status <> 'current' OR consecutive_failures = 0),
  CONSTRAINT disconnected_has_a_time CHECK ((status = 'disconnected') = (disconnected_at IS NOT NULL))
);
CREATE INDEX organizations_due ON ledger_mirror.organizations (next_run_at)
  WHERE status NOT IN ('paused', 'reconnect_required', 'disconnected');
COMMENT ON TABLE ledger_mirror.organizations IS 'One row a connected QuickBooks company: status, freshness and when it is due next.';
COMMENT ON COLUMN ledger_mirror.organizations.realm_id IS 'QuickBooks'' id of the company.';
COMMENT ON COLUMN ledger_mirror.organizations.company_name IS 'From CompanyInfo once it is stored; a placeholder may be given when the company is connected.';
COMMENT ON COLUMN ledger_mirror.organizations.country IS 'From CompanyInfo.';
COMMENT ON COLUMN ledger_mirror.organizations.home_currency IS 'ISO code of the company''s home currency.';
COMMENT ON COLUMN ledger_mirror.organizations.status IS 'State of the company''s sync; the transitions are in docs/sync-spec.md.';
COMMENT ON COLUMN ledger_mirror.organizations.status_reason IS 'One plain sentence: why the status is what it is and what to do.';
COMMENT ON COLUMN ledger_mirror.organizations.status_changed_at IS 'When the status last changed.';
COMMENT ON COLUMN ledger_mirror.organizations.connected_at IS 'When access was last granted.';
COMMENT ON COLUMN ledger_mirror.organizations.disconnected_at IS 'When the company was disconnected; null while it is connected.';
COMMENT ON COLUMN ledger_mirror.organizations.backfill_began_at IS 'QuickBooks'' clock when the company''s backfill began: the first cursor of every entity.';
COMMENT ON COLUMN ledger_mirror.organizations.last_success_at IS 'When a run last finished without an error.';
COMMENT ON COLUMN ledger_mirror.organizations.current_through IS 'Every change QuickBooks had committed by this instant is stored (the oldest cursor of the entities).';
COMMENT ON COLUMN ledger_mirror.organizations.next_run_at IS 'When the company is due; the dispatcher wakes it then. Back-off after a failure is written here too.';
COMMENT ON COLUMN ledger_mirror.organizations.sync_requested_at IS 'When a person last asked for a sync; the open run reads again what it read before that.';
COMMENT ON COLUMN ledger_mirror.organizations.interval_seconds IS 'Seconds between two runs while all is well.';
COMMENT ON COLUMN ledger_mirror.organizations.consecutive_failures IS 'Failed runs since the last success; decides the back-off.';

CREATE TABLE ledger_mirror.leases (
  realm_id   text PRIMARY KEY,
  owner      text NOT NULL,
  fence      bigint NOT NULL CHECK (fence > 0),
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE ledger_mirror.leases IS 'Who may write a company''s data now. A row is never deleted, so that a fence is never used twice.';
COMMENT ON COLUMN ledger_mirror.leases.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.leases.owner IS 'The worker that holds, or last held, the lease.';
COMMENT ON COLUMN ledger_mirror.leases.fence IS 'Grows by one with every owner; a writer with an older fence is refused.';
COMMENT ON COLUMN ledger_mirror.leases.expires_at IS 'After this instant another worker may take over.';

CREATE TABLE ledger_mirror.entity_states (
  realm_id       text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  entity         text NOT NULL,
  status         text NOT NULL DEFAULT 'pending' CHECK (status IN
                   ('pending', 'backfilling', 'current', 'catching_up', 'failed', 'unavailable', 'disabled')),
  rows           bigint NOT NULL DEFAULT 0 CHECK (rows >= 0),
  expected_rows  bigint CHECK (expected_rows >= 0),
  position       jsonb,
  cursor_at      timestamptz,
  last_synced_at timestamptz,
  error_code     text,
  error          text,
  failures       integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  retry_at       timestamptz,
  PRIMARY KEY (realm_id, entity),
  CONSTRAINT pending_has_not_begun CHECK (status <> 'pending' OR (position IS NULL AND cursor_at IS NULL)),
  CONSTRAINT listing_has_a_position CHECK (status NOT IN ('backfilling', 'catching_up') OR position IS NOT NULL),
  CONSTRAINT backfilling_has_no_cursor CHECK (status <> 'backfilling' OR cursor_at IS NULL),
  CONSTRAINT current_is_between_listings CHECK (status <> 'current' OR (position IS NULL AND cursor_at IS NOT NULL)),
  CONSTRAINT catching_up_has_a_cursor CHECK (status <> 'catching_up' OR cursor_at IS NOT NULL),
  CONSTRAINT trouble_has_a_sentence CHECK ((status IN ('failed', 'unavailable')) = (error IS NOT NULL)),
  CONSTRAINT trouble_is_tried_again CHECK ((status IN ('failed', 'unavailable')) = (retry_at IS NOT NULL))
);
COMMENT ON TABLE ledger_mirror.entity_states IS 'How far each entity of each company is copied.';
COMMENT ON COLUMN ledger_mirror.entity_states.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.entity_states.entity IS 'QuickBooks'' name of the entity, for example Invoice.';
COMMENT ON COLUMN ledger_mirror.entity_states.status IS 'State of the entity; the transitions are in docs/sync-spec.md.';
COMMENT ON COLUMN ledger_mirror.entity_states.rows IS 'Records of this entity stored so far.';
COMMENT ON COLUMN ledger_mirror.entity_states.expected_rows IS 'QuickBooks'' own count when the backfill of this entity began; progress only.';
COMMENT ON COLUMN ledger_mirror.entity_states.position IS 'Where the listing under way resumes; committed together with the page that led to it.';
COMMENT ON COLUMN ledger_mirror.entity_states.cursor_at IS 'QuickBooks'' clock: every change stamped before this instant is stored. Null until the backfill is done.';
COMMENT ON COLUMN ledger_mirror.entity_states.last_synced_at IS 'When every change of this entity was last fetched.';
COMMENT ON COLUMN ledger_mirror.entity_states.error_code IS 'Code of the error that stopped this entity.';
COMMENT ON COLUMN ledger_mirror.entity_states.error IS 'The sentence that goes with the code.';
COMMENT ON COLUMN ledger_mirror.entity_states.failures IS 'Failures of this entity since it last moved; decides its back-off.';
COMMENT ON COLUMN ledger_mirror.entity_states.retry_at IS 'When a failed or unavailable entity is tried again.';

CREATE TABLE ledger_mirror.tokens (
  realm_id           text PRIMARY KEY,
  key_id             text NOT NULL,
  sealed             bytea NOT NULL,
  access_expires_at  timestamptz NOT NULL,
  refresh_expires_at timestamptz NOT NULL,
  hard_expires_at    timestamptz,
  rotated_at         timestamptz NOT NULL
);
COMMENT ON TABLE ledger_mirror.tokens IS 'OAuth tokens, encrypted. The row is locked while they are refreshed: one refresh at a time across all processes.';
COMMENT ON COLUMN ledger_mirror.tokens.realm_id IS 'The company; also bound into the encryption, so that a row cannot be moved to another company.';
COMMENT ON COLUMN ledger_mirror.tokens.key_id IS 'Which encryption key sealed the row.';
COMMENT ON COLUMN ledger_mirror.tokens.sealed IS 'Access and refresh token, AES-256-GCM.';
COMMENT ON COLUMN ledger_mirror.tokens.access_expires_at IS 'When the access token ends (about an hour).';
COMMENT ON COLUMN ledger_mirror.tokens.refresh_expires_at IS 'When the refresh token ends unless it is used (about 100 days).';
COMMENT ON COLUMN ledger_mirror.tokens.hard_expires_at IS 'When a person must reconnect whatever happens (five years), where QuickBooks said so.';
COMMENT ON COLUMN ledger_mirror.tokens.rotated_at IS 'When the tokens were last stored.';

CREATE TABLE ledger_mirror.oauth_states (
  state_hash   bytea PRIMARY KEY,
  browser_hash bytea NOT NULL,
  integration  text NOT NULL,
  realm_id     text,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz
);
CREATE INDEX oauth_states_expiry ON ledger_mirror.oauth_states (expires_at);
COMMENT ON TABLE ledger_mirror.oauth_states IS 'OAuth round trips under way; single use.';
COMMENT ON COLUMN ledger_mirror.oauth_states.state_hash IS 'Hash of the state parameter.';
COMMENT ON COLUMN ledger_mirror.oauth_states.browser_hash IS 'Hash of the cookie of the browser that asked.';
COMMENT ON COLUMN ledger_mirror.oauth_states.integration IS 'Which integration asked: qbo.';
COMMENT ON COLUMN ledger_mirror.oauth_states.realm_id IS 'On reconnect, the company that must come back.';
COMMENT ON COLUMN ledger_mirror.oauth_states.expires_at IS 'After this instant the state is refused.';
COMMENT ON COLUMN ledger_mirror.oauth_states.used_at IS 'When it was used; a second use is refused.';

CREATE TABLE ledger_mirror.sync_runs (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  realm_id     text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  kind         text NOT NULL CHECK (kind IN ('backfill', 'incremental')),
  trigger      text NOT NULL CHECK (trigger IN ('schedule', 'click')),
  status       text NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'stopped')),
  requested_at timestamptz NOT NULL DEFAULT now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  duration_ms  bigint NOT NULL DEFAULT 0 CHECK (duration_ms >= 0),
  slices       integer NOT NULL DEFAULT 0 CHECK (slices >= 0),
  calls        integer NOT NULL DEFAULT 0 CHECK (calls >= 0),
  created      bigint NOT NULL DEFAULT 0 CHECK (created >= 0),
  updated      bigint NOT NULL DEFAULT 0 CHECK (updated >= 0),
  unchanged    bigint NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  rejected     bigint NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  error_code   text,
  error        text,
  CONSTRAINT running_has_started CHECK (status <> 'running' OR started_at IS NOT NULL),
  CONSTRAINT finished_has_a_time CHECK ((status IN ('succeeded', 'failed', 'stopped')) = (finished_at IS NOT NULL)),
  CONSTRAINT failed_has_a_sentence CHECK ((status = 'failed') = (error IS NOT NULL))
);
CREATE UNIQUE INDEX sync_runs_one_open ON ledger_mirror.sync_runs (realm_id) WHERE status IN ('queued', 'running');
CREATE INDEX sync_runs_history ON ledger_mirror.sync_runs (realm_id, id DESC);
COMMENT ON TABLE ledger_mirror.sync_runs IS 'History of runs. A run may take many slices and outlive the worker that began it: its successor continues the same row.';
COMMENT ON COLUMN ledger_mirror.sync_runs.id IS 'The run''s id.';
COMMENT ON COLUMN ledger_mirror.sync_runs.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.sync_runs.kind IS 'backfill while any entity is loaded for the first time, else incremental.';
COMMENT ON COLUMN ledger_mirror.sync_runs.trigger IS 'What asked for it.';
COMMENT ON COLUMN ledger_mirror.sync_runs.status IS 'queued, running, or how it ended.';
COMMENT ON COLUMN ledger_mirror.sync_runs.requested_at IS 'When it was asked for.';
COMMENT ON COLUMN ledger_mirror.sync_runs.started_at IS 'When a worker first took it up.';
COMMENT ON COLUMN ledger_mirror.sync_runs.finished_at IS 'When it ended.';
COMMENT ON COLUMN ledger_mirror.sync_runs.duration_ms IS 'Milliseconds of work, waiting between slices excluded.';
COMMENT ON COLUMN ledger_mirror.sync_runs.slices IS 'How many slices of work it took.';
COMMENT ON COLUMN ledger_mirror.sync_runs.calls IS 'Calls made to QuickBooks.';
COMMENT ON COLUMN ledger_mirror.sync_runs.created IS 'Rows stored for the first time.';
COMMENT ON COLUMN ledger_mirror.sync_runs.updated IS 'Rows replaced by a newer version.';
COMMENT ON COLUMN ledger_mirror.sync_runs.unchanged IS 'Rows read again and found equal; nothing was written for them.';
COMMENT ON COLUMN ledger_mirror.sync_runs.rejected IS 'Records that could not be stored (see rejected_records).';
COMMENT ON COLUMN ledger_mirror.sync_runs.error_code IS 'Code of the error that ended the run.';
COMMENT ON COLUMN ledger_mirror.sync_runs.error IS 'The sentence that goes with the code.';

CREATE TABLE ledger_mirror.rejected_records (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  realm_id      text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  entity        text NOT NULL,
  record_id     text,
  reason        text NOT NULL,
  document      text NOT NULL,
  attempts      integer NOT NULL DEFAULT 1 CHECK (attempts > 0),
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX rejected_records_identity ON ledger_mirror.rejected_records (realm_id, entity, coalesce(record_id, md5(document)));
COMMENT ON TABLE ledger_mirror.rejected_records IS 'Records QuickBooks sent that could not be stored. A record leaves the table when a later version of it is stored.';
COMMENT ON COLUMN ledger_mirror.rejected_records.id IS 'The entry''s id.';
COMMENT ON COLUMN ledger_mirror.rejected_records.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.rejected_records.entity IS 'QuickBooks'' name of the entity.';
COMMENT ON COLUMN ledger_mirror.rejected_records.record_id IS 'QuickBooks'' id of the record, where it had one.';
COMMENT ON COLUMN ledger_mirror.rejected_records.reason IS 'Why it could not be stored.';
COMMENT ON COLUMN ledger_mirror.rejected_records.document IS 'The record as QuickBooks sent it. Text, because it may not be valid jsonb.';
COMMENT ON COLUMN ledger_mirror.rejected_records.attempts IS 'How often storing it was tried.';
COMMENT ON COLUMN ledger_mirror.rejected_records.first_seen_at IS 'When it was first refused.';
COMMENT ON COLUMN ledger_mirror.rejected_records.last_seen_at IS 'When it was last refused.';

CREATE TABLE ledger_mirror.api_calls (
  realm_id text NOT NULL,
  hour_at  timestamptz NOT NULL,
  kind     text NOT NULL,
  billable boolean NOT NULL,
  outcome  text NOT NULL,
  calls    bigint NOT NULL CHECK (calls > 0),
  PRIMARY KEY (realm_id, hour_at, kind, billable, outcome)
);
CREATE INDEX api_calls_by_hour ON ledger_mirror.api_calls (hour_at);
COMMENT ON TABLE ledger_mirror.api_calls IS 'Calls made to QuickBooks, counted by hour. Kept when a company is removed: the budget belongs to the installation.';
COMMENT ON COLUMN ledger_mirror.api_calls.realm_id IS 'The company.';
COMMENT ON COLUMN ledger_mirror.api_calls.hour_at IS 'Start of the hour.';
COMMENT ON COLUMN ledger_mirror.api_calls.kind IS 'What was called: query, read, ...';
COMMENT ON COLUMN ledger_mirror.api_calls.billable IS 'Whether Intuit meters the call.';
COMMENT ON COLUMN ledger_mirror.api_calls.outcome IS 'How it ended.';
COMMENT ON COLUMN ledger_mirror.api_calls.calls IS 'How many.';
