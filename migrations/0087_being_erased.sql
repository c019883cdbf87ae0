-- A consent that is given while a company is erased would bring back its cursors and a half of its copy.

ALTER TABLE ledger_mirror.organizations ADD COLUMN erasing_at timestamptz
  CONSTRAINT erased_is_disconnected CHECK (erasing_at IS NULL OR status = 'disconnected');
COMMENT ON COLUMN ledger_mirror.organizations.erasing_at IS 'When erasing its copy was begun, with which its row goes at last; until then it cannot be connected.';
