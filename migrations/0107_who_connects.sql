-- A request for access ends with the rights of whoever made it, and with the browser's session.

ALTER TABLE ledger_mirror.oauth_states ADD COLUMN session_id uuid;
COMMENT ON COLUMN ledger_mirror.oauth_states.session_id IS 'The session of the browser that asked, which must last until the answer comes; NULL where a key asked.';
