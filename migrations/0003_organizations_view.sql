-- The companies, as users of the copy want to see them; the control table stays ours.
CREATE VIEW quickbooks.organizations AS
SELECT o.realm_id,
       coalesce(c.company_name, o.company_name) AS name,
       coalesce(c.country, o.country) AS country,
       o.home_currency,
       c.fiscal_year_start_month,
       c.default_time_zone AS time_zone,
       o.status,
       o.status_reason,
       o.current_through,
       o.last_success_at
FROM ledger_mirror.organizations AS o
LEFT JOIN quickbooks.company_info AS c ON c.realm_id = o.realm_id AND c.deleted_at IS NULL;

COMMENT ON VIEW quickbooks.organizations IS 'One row a connected company: who it is, and how fresh its copy is.';
COMMENT ON COLUMN quickbooks.organizations.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.organizations.name IS 'Name of the company.';
COMMENT ON COLUMN quickbooks.organizations.country IS 'Country the books are kept for.';
COMMENT ON COLUMN quickbooks.organizations.home_currency IS 'ISO code of the home currency, once it is known.';
COMMENT ON COLUMN quickbooks.organizations.fiscal_year_start_month IS 'Month the fiscal year starts in.';
COMMENT ON COLUMN quickbooks.organizations.time_zone IS 'Time zone of the company.';
COMMENT ON COLUMN quickbooks.organizations.status IS 'loading, current, late, failed, reconnect_required, paused, blocked_budget or disconnected.';
COMMENT ON COLUMN quickbooks.organizations.status_reason IS 'Why, and what to do, when the status is not current.';
COMMENT ON COLUMN quickbooks.organizations.current_through IS 'Every change QuickBooks had committed by this instant is here.';
COMMENT ON COLUMN quickbooks.organizations.last_success_at IS 'When a run last finished without an error.';
