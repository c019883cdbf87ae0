-- A reader that is removed is closed first and forgotten when PostgreSQL lets it go. What is open to whom is said by what he
-- may, not by what he is not: a login that is no reader any more sees nothing.

ALTER TABLE ledger_mirror.readers ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN ledger_mirror.readers.removed_at IS 'When it was removed: from then on it reads nothing and cannot sign in. The row goes once PostgreSQL has dropped the login.';

CREATE OR REPLACE VIEW quickbooks.organizations WITH (security_invoker=false, security_barrier=true) AS
SELECT o.realm_id, coalesce(c.company_name, o.company_name) AS name, coalesce(c.country, o.country) AS country,
       coalesce(o.home_currency, p.currency_prefs_home_currency_id) AS home_currency, c.fiscal_year_start_month, c.default_time_zone AS time_zone,
       o.status, o.status_reason, o.current_through, o.last_success_at, quickbooks.date_in(c.default_time_zone) AS today
FROM ledger_mirror.organizations AS o
LEFT JOIN quickbooks_store.company_info AS c ON c.realm_id = o.realm_id AND c.deleted_at IS NULL
LEFT JOIN quickbooks.preferences AS p ON p.realm_id = o.realm_id AND p.deleted_at IS NULL
WHERE (SELECT quickbooks.sees_everything(current_user)) OR o.realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]);

-- Nothing of ours asks it any more; a view of somebody's may.
DO $$ BEGIN
  DROP FUNCTION quickbooks.is_reader();
EXCEPTION WHEN dependent_objects_still_exist THEN
  NULL;
END $$;
