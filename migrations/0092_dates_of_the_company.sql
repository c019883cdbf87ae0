-- What is overdue is so by the date where the company is. Views that look at who asks are barriers.

-- A zone that PostgreSQL does not know is no reason to show nothing. Asked once a company, not once a row.
CREATE FUNCTION quickbooks.date_in(time_zone text) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (now() AT TIME ZONE coalesce(time_zone, 'UTC'))::date;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN (now() AT TIME ZONE 'UTC')::date;
END
$$;
COMMENT ON FUNCTION quickbooks.date_in(text) IS 'The date it is now in a time zone; that of UTC where the zone is not given or not known.';
CREATE OR REPLACE VIEW quickbooks.organizations WITH (security_invoker=false, security_barrier=true) AS
SELECT o.realm_id, coalesce(c.company_name, o.company_name) AS name, coalesce(c.country, o.country) AS country,
       coalesce(o.home_currency, p.currency_prefs_home_currency_id) AS home_currency, c.fiscal_year_start_month, c.default_time_zone AS time_zone,
       o.status, o.status_reason, o.current_through, o.last_success_at, quickbooks.date_in(c.default_time_zone) AS today
FROM ledger_mirror.organizations AS o
LEFT JOIN quickbooks.company_info AS c ON c.realm_id = o.realm_id AND c.deleted_at IS NULL
LEFT JOIN quickbooks.preferences AS p ON p.realm_id = o.realm_id AND p.deleted_at IS NULL
WHERE NOT (SELECT quickbooks.is_reader()) OR o.realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]);
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
COMMENT ON COLUMN quickbooks.organizations.today IS 'The date it is there now, by its time zone; that of UTC while the time zone is not known.';

CREATE OR REPLACE VIEW quickbooks.open_invoices WITH (security_invoker=true) AS
SELECT t.realm_id, t.id, t.doc_number, t.txn_date, t.due_date, greatest(coalesce(company.today, (SELECT quickbooks.date_in(NULL))) - t.due_date, 0) AS days_overdue,
       t.customer_id, t.customer_name, t.currency_id AS currency, t.total_amt, t.balance,
       coalesce(t.home_balance, CASE WHEN coalesce(t.exchange_rate, 1) = 1 THEN t.balance ELSE round(t.balance * t.exchange_rate, 2) END) AS home_balance, t.updated_at
FROM quickbooks.invoices AS t
LEFT JOIN (
  SELECT realm_id, quickbooks.date_in(min(default_time_zone)) AS today FROM quickbooks.company_info
  WHERE deleted_at IS NULL GROUP BY realm_id
) AS company ON company.realm_id = t.realm_id
WHERE t.deleted_at IS NULL AND NOT t.is_voided AND t.balance <> 0;
COMMENT ON VIEW quickbooks.open_invoices IS 'Invoices that are not settled yet, without deleted and voided ones.';
COMMENT ON COLUMN quickbooks.open_invoices.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.open_invoices.id IS 'QuickBooks'' id.';
COMMENT ON COLUMN quickbooks.open_invoices.doc_number IS 'Number printed on the form.';
COMMENT ON COLUMN quickbooks.open_invoices.txn_date IS 'Date of the transaction.';
COMMENT ON COLUMN quickbooks.open_invoices.due_date IS 'Date the payment is due.';
COMMENT ON COLUMN quickbooks.open_invoices.days_overdue IS 'Days since that date, in the time zone of the company; 0 while it is not past.';
COMMENT ON COLUMN quickbooks.open_invoices.customer_id IS 'Id of the customer.';
COMMENT ON COLUMN quickbooks.open_invoices.customer_name IS 'Name of the customer.';
COMMENT ON COLUMN quickbooks.open_invoices.currency IS 'ISO code of the currency of the amounts; empty without multicurrency.';
COMMENT ON COLUMN quickbooks.open_invoices.total_amt IS 'Total including tax.';
COMMENT ON COLUMN quickbooks.open_invoices.balance IS 'Amount still open.';
COMMENT ON COLUMN quickbooks.open_invoices.home_balance IS 'Amount still open, in the home currency.';
COMMENT ON COLUMN quickbooks.open_invoices.updated_at IS 'When QuickBooks last changed it.';

CREATE OR REPLACE VIEW quickbooks.open_bills WITH (security_invoker=true) AS
SELECT t.realm_id, t.id, t.doc_number, t.txn_date, t.due_date, greatest(coalesce(company.today, (SELECT quickbooks.date_in(NULL))) - t.due_date, 0) AS days_overdue,
       t.vendor_id, t.vendor_name, t.currency_id AS currency, t.total_amt, t.balance,
       coalesce(t.home_balance, CASE WHEN coalesce(t.exchange_rate, 1) = 1 THEN t.balance ELSE round(t.balance * t.exchange_rate, 2) END) AS home_balance, t.updated_at
FROM quickbooks.bills AS t
LEFT JOIN (
  SELECT realm_id, quickbooks.date_in(min(default_time_zone)) AS today FROM quickbooks.company_info
  WHERE deleted_at IS NULL GROUP BY realm_id
) AS company ON company.realm_id = t.realm_id
WHERE t.deleted_at IS NULL AND t.balance <> 0;
COMMENT ON VIEW quickbooks.open_bills IS 'Bills that are not settled yet, without deleted and voided ones.';
COMMENT ON COLUMN quickbooks.open_bills.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.open_bills.id IS 'QuickBooks'' id.';
COMMENT ON COLUMN quickbooks.open_bills.doc_number IS 'Number printed on the form.';
COMMENT ON COLUMN quickbooks.open_bills.txn_date IS 'Date of the transaction.';
COMMENT ON COLUMN quickbooks.open_bills.due_date IS 'Date the payment is due.';
COMMENT ON COLUMN quickbooks.open_bills.days_overdue IS 'Days since that date, in the time zone of the company; 0 while it is not past.';
COMMENT ON COLUMN quickbooks.open_bills.vendor_id IS 'Id of the vendor.';
COMMENT ON COLUMN quickbooks.open_bills.vendor_name IS 'Name of the vendor.';
COMMENT ON COLUMN quickbooks.open_bills.currency IS 'ISO code of the currency of the amounts; empty without multicurrency.';
COMMENT ON COLUMN quickbooks.open_bills.total_amt IS 'Total including tax.';
COMMENT ON COLUMN quickbooks.open_bills.balance IS 'Amount still open.';
COMMENT ON COLUMN quickbooks.open_bills.home_balance IS 'Amount still open, in the home currency.';
COMMENT ON COLUMN quickbooks.open_bills.updated_at IS 'When QuickBooks last changed it.';

CREATE OR REPLACE VIEW quickbooks.customer_balances WITH (security_invoker=true) AS
SELECT c.realm_id, c.id AS customer_id, coalesce(c.fully_qualified_name, c.display_name) AS customer_name, c.active,
       c.currency_id AS currency, c.balance, c.balance_with_jobs,
       coalesce(i.number, 0) AS open_invoices, coalesce(i.amount, 0) AS open_invoice_amount,
       coalesce(i.overdue, 0) AS overdue_amount, coalesce(m.amount, 0) AS unused_credit,
       coalesce(p.amount, 0) AS unapplied_payments
FROM quickbooks.customers AS c
LEFT JOIN (
  SELECT realm_id, quickbooks.date_in(min(default_time_zone)) AS today FROM quickbooks.company_info
  WHERE deleted_at IS NULL GROUP BY realm_id
) AS company ON company.realm_id = c.realm_id
LEFT JOIN LATERAL (
  SELECT count(*) AS number, sum(balance) AS amount, sum(balance) FILTER (WHERE due_date < coalesce(company.today, (SELECT quickbooks.date_in(NULL)))) AS overdue
  FROM quickbooks.invoices
  WHERE realm_id = c.realm_id AND customer_id = c.id AND deleted_at IS NULL AND NOT is_voided AND balance <> 0
) AS i ON true
LEFT JOIN LATERAL (
  SELECT sum(coalesce(remaining_credit, balance)) AS amount FROM quickbooks.credit_memos
  WHERE realm_id = c.realm_id AND customer_id = c.id AND deleted_at IS NULL AND NOT is_voided
) AS m ON true
LEFT JOIN LATERAL (
  SELECT sum(unapplied_amt) AS amount FROM quickbooks.payments
  WHERE realm_id = c.realm_id AND customer_id = c.id AND deleted_at IS NULL AND NOT is_voided
) AS p ON true
WHERE c.deleted_at IS NULL;
COMMENT ON VIEW quickbooks.customer_balances IS 'What each customer owes: the balance as QuickBooks keeps it, and what it is made of.';
COMMENT ON COLUMN quickbooks.customer_balances.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.customer_balances.customer_id IS 'Id of the customer or job.';
COMMENT ON COLUMN quickbooks.customer_balances.customer_name IS 'Name with the names of its parents in front.';
COMMENT ON COLUMN quickbooks.customer_balances.active IS 'False once it was made inactive.';
COMMENT ON COLUMN quickbooks.customer_balances.currency IS 'ISO code of the currency of the amounts; empty without multicurrency.';
COMMENT ON COLUMN quickbooks.customer_balances.balance IS 'Open balance of this customer alone, as QuickBooks keeps it.';
COMMENT ON COLUMN quickbooks.customer_balances.balance_with_jobs IS 'Open balance including jobs and sub-customers.';
COMMENT ON COLUMN quickbooks.customer_balances.open_invoices IS 'Number of invoices not settled.';
COMMENT ON COLUMN quickbooks.customer_balances.open_invoice_amount IS 'What is open on them.';
COMMENT ON COLUMN quickbooks.customer_balances.overdue_amount IS 'The part of it that is past its due date, in the time zone of the company.';
COMMENT ON COLUMN quickbooks.customer_balances.unused_credit IS 'Credit memos not yet used.';
COMMENT ON COLUMN quickbooks.customer_balances.unapplied_payments IS 'Payments not yet set against an invoice.';
