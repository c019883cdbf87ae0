-- Who may do what: people, their browsers and links, API keys, and the trail of what was done.
-- Nothing here opens a door by itself: passwords, cookies, links and keys are stored as hashes only.

CREATE TABLE ledger_mirror.users (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email               text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
  name                text NOT NULL DEFAULT '',
  role                text NOT NULL CHECK (role IN ('owner', 'admin', 'operator', 'viewer')),
  limited             boolean NOT NULL DEFAULT false,
  password_hash       text,
  password_changed_at timestamptz,
  disabled_at         timestamptz,
  created_at          timestamptz NOT NULL,
  last_sign_in_at     timestamptz,
  CONSTRAINT owners_see_everything CHECK (role <> 'owner' OR NOT limited)
);
COMMENT ON TABLE ledger_mirror.users IS 'People who can sign in.';
COMMENT ON COLUMN ledger_mirror.users.id IS 'The person''s id.';
COMMENT ON COLUMN ledger_mirror.users.email IS 'E-mail address in lower case; what the person signs in with.';
COMMENT ON COLUMN ledger_mirror.users.name IS 'How the person is called.';
COMMENT ON COLUMN ledger_mirror.users.role IS 'What the person may do.';
COMMENT ON COLUMN ledger_mirror.users.limited IS 'True: only the companies of user_organizations, which may be none.';
COMMENT ON COLUMN ledger_mirror.users.password_hash IS 'scrypt with its parameters and salt; null until an invitation is accepted.';
COMMENT ON COLUMN ledger_mirror.users.password_changed_at IS 'When the password was last set.';
COMMENT ON COLUMN ledger_mirror.users.disabled_at IS 'Since when the person may not sign in; null while they may.';
COMMENT ON COLUMN ledger_mirror.users.created_at IS 'When the person was invited.';
COMMENT ON COLUMN ledger_mirror.users.last_sign_in_at IS 'When the person last signed in.';

CREATE TABLE ledger_mirror.user_organizations (
  user_id  uuid NOT NULL REFERENCES ledger_mirror.users ON DELETE CASCADE,
  realm_id text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  PRIMARY KEY (user_id, realm_id)
);
CREATE INDEX user_organizations_by_realm ON ledger_mirror.user_organizations (realm_id);
COMMENT ON TABLE ledger_mirror.user_organizations IS 'The companies a limited person sees.';
COMMENT ON COLUMN ledger_mirror.user_organizations.user_id IS 'The person.';
COMMENT ON COLUMN ledger_mirror.user_organizations.realm_id IS 'The company.';

CREATE TABLE ledger_mirror.sessions (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id      uuid NOT NULL REFERENCES ledger_mirror.users ON DELETE CASCADE,
  token_hash   bytea NOT NULL UNIQUE,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_ends_at timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  address      text,
  browser      text
);
CREATE INDEX sessions_by_user ON ledger_mirror.sessions (user_id);
CREATE INDEX sessions_by_end ON ledger_mirror.sessions (idle_ends_at);
COMMENT ON TABLE ledger_mirror.sessions IS 'Browsers that are signed in. Revoking one deletes its row.';
COMMENT ON COLUMN ledger_mirror.sessions.id IS 'The session''s id; not what the browser holds.';
COMMENT ON COLUMN ledger_mirror.sessions.user_id IS 'Who is signed in.';
COMMENT ON COLUMN ledger_mirror.sessions.token_hash IS 'SHA-256 of the cookie, which is 256 random bits.';
COMMENT ON COLUMN ledger_mirror.sessions.created_at IS 'When the person signed in.';
COMMENT ON COLUMN ledger_mirror.sessions.last_seen_at IS 'When the browser last asked for something, to the minute.';
COMMENT ON COLUMN ledger_mirror.sessions.idle_ends_at IS 'Ends here unless the browser is used before; moves with use.';
COMMENT ON COLUMN ledger_mirror.sessions.ends_at IS 'Ends here whatever happens.';
COMMENT ON COLUMN ledger_mirror.sessions.address IS 'Network address the person signed in from.';
COMMENT ON COLUMN ledger_mirror.sessions.browser IS 'What the browser called itself, shortened.';

CREATE TABLE ledger_mirror.access_links (
  token_hash bytea PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('set_up', 'invitation', 'password_reset')),
  user_id    uuid REFERENCES ledger_mirror.users ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT set_up_is_for_nobody_yet CHECK ((kind = 'set_up') = (user_id IS NULL))
);
COMMENT ON TABLE ledger_mirror.access_links IS 'Links that work once: first set-up, invitations and password resets. A used link is deleted.';
COMMENT ON COLUMN ledger_mirror.access_links.token_hash IS 'SHA-256 of the token in the link, which is 256 random bits.';
COMMENT ON COLUMN ledger_mirror.access_links.kind IS 'What the link is for.';
COMMENT ON COLUMN ledger_mirror.access_links.user_id IS 'Whose password it sets; null for the first set-up, which makes the owner.';
COMMENT ON COLUMN ledger_mirror.access_links.created_at IS 'When it was made.';
COMMENT ON COLUMN ledger_mirror.access_links.expires_at IS 'After this instant it is refused.';

CREATE TABLE ledger_mirror.sign_in_attempts (
  kind           text NOT NULL CHECK (kind IN ('account', 'address')),
  subject_hash   bytea NOT NULL,
  attempts       integer NOT NULL CHECK (attempts > 0),
  window_ends_at timestamptz NOT NULL,
  PRIMARY KEY (kind, subject_hash)
);
CREATE INDEX sign_in_attempts_by_end ON ledger_mirror.sign_in_attempts (window_ends_at);
COMMENT ON TABLE ledger_mirror.sign_in_attempts IS 'How often a password was tried lately; every web process counts here. Rows are forgotten when their window is over.';
COMMENT ON COLUMN ledger_mirror.sign_in_attempts.kind IS 'What is counted: tries of one account, or from one address.';
COMMENT ON COLUMN ledger_mirror.sign_in_attempts.subject_hash IS 'SHA-256 of the e-mail address or network address.';
COMMENT ON COLUMN ledger_mirror.sign_in_attempts.attempts IS 'Tries in the window that did not succeed, or are under way.';
COMMENT ON COLUMN ledger_mirror.sign_in_attempts.window_ends_at IS 'When counting begins anew.';

CREATE TABLE ledger_mirror.api_keys (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name                text NOT NULL CHECK (name <> ''),
  prefix              text NOT NULL UNIQUE,
  key_hash            bytea NOT NULL UNIQUE,
  previous_hash       bytea UNIQUE,
  previous_expires_at timestamptz,
  role                text NOT NULL CHECK (role IN ('owner', 'admin', 'operator', 'viewer')),
  limited             boolean NOT NULL DEFAULT false,
  created_by          text NOT NULL,
  created_at          timestamptz NOT NULL,
  rotated_at          timestamptz,
  expires_at          timestamptz,
  revoked_at          timestamptz,
  last_used_at        timestamptz,
  last_used_from      text,
  CONSTRAINT previous_key_ends CHECK ((previous_hash IS NULL) = (previous_expires_at IS NULL)),
  CONSTRAINT owner_keys_see_everything CHECK (role <> 'owner' OR NOT limited)
);
COMMENT ON TABLE ledger_mirror.api_keys IS 'Keys of programs. A revoked key stays listed.';
COMMENT ON COLUMN ledger_mirror.api_keys.id IS 'The key''s id.';
COMMENT ON COLUMN ledger_mirror.api_keys.name IS 'What the key is for, in a person''s words.';
COMMENT ON COLUMN ledger_mirror.api_keys.prefix IS 'Visible beginning of the key, to tell keys apart.';
COMMENT ON COLUMN ledger_mirror.api_keys.key_hash IS 'SHA-256 of the key, which holds 256 random bits.';
COMMENT ON COLUMN ledger_mirror.api_keys.previous_hash IS 'The key before the last rotation, while it still works.';
COMMENT ON COLUMN ledger_mirror.api_keys.previous_expires_at IS 'Until when the key before the last rotation works.';
COMMENT ON COLUMN ledger_mirror.api_keys.role IS 'What the key may do.';
COMMENT ON COLUMN ledger_mirror.api_keys.limited IS 'True: only the companies of api_key_organizations, which may be none.';
COMMENT ON COLUMN ledger_mirror.api_keys.created_by IS 'Who made it.';
COMMENT ON COLUMN ledger_mirror.api_keys.created_at IS 'When it was made.';
COMMENT ON COLUMN ledger_mirror.api_keys.rotated_at IS 'When it was last replaced.';
COMMENT ON COLUMN ledger_mirror.api_keys.expires_at IS 'When it ends by itself; null for never.';
COMMENT ON COLUMN ledger_mirror.api_keys.revoked_at IS 'When it was revoked.';
COMMENT ON COLUMN ledger_mirror.api_keys.last_used_at IS 'When it was last used, to the minute.';
COMMENT ON COLUMN ledger_mirror.api_keys.last_used_from IS 'Network address it was last used from.';

CREATE TABLE ledger_mirror.api_key_organizations (
  key_id   uuid NOT NULL REFERENCES ledger_mirror.api_keys ON DELETE CASCADE,
  realm_id text NOT NULL REFERENCES ledger_mirror.organizations ON DELETE CASCADE,
  PRIMARY KEY (key_id, realm_id)
);
CREATE INDEX api_key_organizations_by_realm ON ledger_mirror.api_key_organizations (realm_id);
COMMENT ON TABLE ledger_mirror.api_key_organizations IS 'The companies a limited key sees.';
COMMENT ON COLUMN ledger_mirror.api_key_organizations.key_id IS 'The key.';
COMMENT ON COLUMN ledger_mirror.api_key_organizations.realm_id IS 'The company.';

-- No foreign keys: the trail outlives what it speaks of.
CREATE TABLE ledger_mirror.audit (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'key', 'admin_key', 'demo', 'command', 'system', 'anonymous')),
  actor_id   text,
  actor_name text,
  action     text NOT NULL CHECK (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  realm_id   text,
  target     text,
  details    jsonb NOT NULL DEFAULT '{}',
  address    text,
  request_id text
);
CREATE INDEX audit_by_action ON ledger_mirror.audit (action, id DESC);
CREATE INDEX audit_by_realm ON ledger_mirror.audit (realm_id, id DESC) WHERE realm_id IS NOT NULL;
CREATE INDEX audit_by_actor ON ledger_mirror.audit (actor_kind, actor_id, id DESC);
CREATE INDEX audit_by_time ON ledger_mirror.audit (at);
COMMENT ON TABLE ledger_mirror.audit IS 'Who did what, when and from where. Rows can be added and read, never changed or removed.';
COMMENT ON COLUMN ledger_mirror.audit.id IS 'Order of the entries.';
COMMENT ON COLUMN ledger_mirror.audit.at IS 'When, by the database''s clock.';
COMMENT ON COLUMN ledger_mirror.audit.actor_kind IS 'What kind of caller it was.';
COMMENT ON COLUMN ledger_mirror.audit.actor_id IS 'Id of the user or key.';
COMMENT ON COLUMN ledger_mirror.audit.actor_name IS 'E-mail address of the person, or name of the key, at that time.';
COMMENT ON COLUMN ledger_mirror.audit.action IS 'What was done, such as sign_in.succeeded.';
COMMENT ON COLUMN ledger_mirror.audit.realm_id IS 'The company it concerned.';
COMMENT ON COLUMN ledger_mirror.audit.target IS 'What it was done to: an e-mail address, the name of a key or a reader.';
COMMENT ON COLUMN ledger_mirror.audit.details IS 'Facts; never a secret.';
COMMENT ON COLUMN ledger_mirror.audit.address IS 'Network address of the caller.';
COMMENT ON COLUMN ledger_mirror.audit.request_id IS 'Id of the HTTP request, as in the log.';

CREATE FUNCTION ledger_mirror.refuse_to_change_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is append-only.' USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION ledger_mirror.refuse_to_change_audit() IS 'Keeps entries of the audit trail as they were written. The program''s role owns the table, so taking the right away from it would not hold; a trigger does.';

-- For each statement, so that even one that matches no row is refused.
CREATE TRIGGER audit_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_mirror.audit
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_mirror.refuse_to_change_audit();
-- Also against session_replication_role = replica, which turns ordinary triggers off.
ALTER TABLE ledger_mirror.audit ENABLE ALWAYS TRIGGER audit_is_append_only;
REVOKE ALL ON ledger_mirror.audit FROM PUBLIC;

ALTER TABLE ledger_mirror.oauth_states ADD COLUMN actor jsonb;
COMMENT ON COLUMN ledger_mirror.oauth_states.actor IS 'Who asked, for the audit trail.';
