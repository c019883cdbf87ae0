-- Generated from the catalogue; append-only.

ALTER TABLE quickbooks.company_info ADD COLUMN company_addr_county text;

COMMENT ON COLUMN quickbooks.company_info.company_addr_county IS 'Company address, county. [CompanyInfo.CompanyAddr.County]';

ALTER TABLE quickbooks.company_info ADD COLUMN customer_communication_addr_county text;

COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_county IS 'Address given to customers, county. [CompanyInfo.CustomerCommunicationAddr.County]';

ALTER TABLE quickbooks.company_info ADD COLUMN legal_addr_county text;

COMMENT ON COLUMN quickbooks.company_info.legal_addr_county IS 'Legal address, county. [CompanyInfo.LegalAddr.County]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_county IS 'Shipping address, county. [CompanyInfo.ShipAddr.County]';

COMMENT ON COLUMN quickbooks.company_info.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.preferences.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.company_currencies.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.terms.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.payment_methods.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.customer_types.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.classes.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.departments ADD COLUMN address_county text;

COMMENT ON COLUMN quickbooks.departments.address_county IS 'Address of the location, county. [Department.Address.County]';

COMMENT ON COLUMN quickbooks.departments.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.tax_agencies.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.tax_rates.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.tax_codes.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.journal_codes.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.accounts.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.vendors ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.vendors.bill_addr_county IS 'Address, county. [Vendor.BillAddr.County]';

ALTER TABLE quickbooks.vendors ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.vendors.ship_addr_county IS 'Shipping address, county. [Vendor.ShipAddr.County]';

COMMENT ON COLUMN quickbooks.vendors.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.employees ADD COLUMN primary_addr_county text;

COMMENT ON COLUMN quickbooks.employees.primary_addr_county IS 'Home address, county. [Employee.PrimaryAddr.County]';

COMMENT ON COLUMN quickbooks.employees.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.customers ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.customers.bill_addr_county IS 'Billing address, county. [Customer.BillAddr.County]';

ALTER TABLE quickbooks.customers ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.customers.ship_addr_county IS 'Shipping address, county. [Customer.ShipAddr.County]';

COMMENT ON COLUMN quickbooks.customers.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.items.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.purchase_orders ADD COLUMN vendor_addr_county text;

COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_county IS 'Address of the vendor, county. [PurchaseOrder.VendorAddr.County]';

ALTER TABLE quickbooks.purchase_orders ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_county IS 'Shipping address, county. [PurchaseOrder.ShipAddr.County]';

COMMENT ON COLUMN quickbooks.purchase_orders.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.estimates ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.estimates.bill_addr_county IS 'Billing address, county. [Estimate.BillAddr.County]';

ALTER TABLE quickbooks.estimates ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.estimates.ship_addr_county IS 'Shipping address, county. [Estimate.ShipAddr.County]';

ALTER TABLE quickbooks.estimates ADD COLUMN ship_from_addr_county text;

COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_county IS 'Address the goods leave from, county. [Estimate.ShipFromAddr.County]';

COMMENT ON COLUMN quickbooks.estimates.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.bills ADD COLUMN vendor_addr_county text;

COMMENT ON COLUMN quickbooks.bills.vendor_addr_county IS 'Address of the vendor, county. [Bill.VendorAddr.County]';

ALTER TABLE quickbooks.bills ADD COLUMN remit_to_addr_county text;

COMMENT ON COLUMN quickbooks.bills.remit_to_addr_county IS 'Address the payment goes to, county. [Bill.RemitToAddr.County]';

ALTER TABLE quickbooks.bills ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.bills.ship_addr_county IS 'Shipping address, county. [Bill.ShipAddr.County]';

COMMENT ON COLUMN quickbooks.bills.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.vendor_credits ADD COLUMN vendor_addr_county text;

COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_county IS 'Address of the vendor, county. [VendorCredit.VendorAddr.County]';

COMMENT ON COLUMN quickbooks.vendor_credits.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.invoices ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.invoices.bill_addr_county IS 'Billing address, county. [Invoice.BillAddr.County]';

ALTER TABLE quickbooks.invoices ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.invoices.ship_addr_county IS 'Shipping address, county. [Invoice.ShipAddr.County]';

ALTER TABLE quickbooks.invoices ADD COLUMN ship_from_addr_county text;

COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_county IS 'Address the goods leave from, county. [Invoice.ShipFromAddr.County]';

COMMENT ON COLUMN quickbooks.invoices.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.sales_receipts ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_county IS 'Billing address, county. [SalesReceipt.BillAddr.County]';

ALTER TABLE quickbooks.sales_receipts ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_county IS 'Shipping address, county. [SalesReceipt.ShipAddr.County]';

ALTER TABLE quickbooks.sales_receipts ADD COLUMN ship_from_addr_county text;

COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_county IS 'Address the goods leave from, county. [SalesReceipt.ShipFromAddr.County]';

COMMENT ON COLUMN quickbooks.sales_receipts.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.credit_memos ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_county IS 'Billing address, county. [CreditMemo.BillAddr.County]';

ALTER TABLE quickbooks.credit_memos ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_county IS 'Shipping address, county. [CreditMemo.ShipAddr.County]';

ALTER TABLE quickbooks.credit_memos ADD COLUMN ship_from_addr_county text;

COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_county IS 'Address the goods leave from, county. [CreditMemo.ShipFromAddr.County]';

COMMENT ON COLUMN quickbooks.credit_memos.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.refund_receipts ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_county IS 'Billing address, county. [RefundReceipt.BillAddr.County]';

ALTER TABLE quickbooks.refund_receipts ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_county IS 'Shipping address, county. [RefundReceipt.ShipAddr.County]';

ALTER TABLE quickbooks.refund_receipts ADD COLUMN ship_from_addr_county text;

COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_county IS 'Address the goods leave from, county. [RefundReceipt.ShipFromAddr.County]';

COMMENT ON COLUMN quickbooks.refund_receipts.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.purchases ADD COLUMN remit_to_addr_county text;

COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_county IS 'Address the payment goes to, county. [Purchase.RemitToAddr.County]';

COMMENT ON COLUMN quickbooks.purchases.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.journal_entries.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.transfers.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.credit_card_payments.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.inventory_adjustments.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.time_activities.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.reimburse_charges.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.tax_payments.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.payments.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.bill_payments ADD COLUMN vendor_addr_county text;

COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_county IS 'Address of the vendor, county. [BillPayment.VendorAddr.County]';

ALTER TABLE quickbooks.bill_payments ADD COLUMN check_payment_payee_addr_county text;

COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_county IS 'Address of the payee, county. [BillPayment.CheckPayment.PayeeAddr.County]';

COMMENT ON COLUMN quickbooks.bill_payments.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.deposits.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.budgets.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.recurring_transactions.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.exchange_rates.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

COMMENT ON COLUMN quickbooks.attachables.synced_at IS 'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.';

ALTER TABLE quickbooks.estimate_lines ADD COLUMN discount_id text;

COMMENT ON COLUMN quickbooks.estimate_lines.discount_id IS 'Discount applied. (id) [Line.DiscountLineDetail.DiscountRef.value]';

ALTER TABLE quickbooks.estimate_lines ADD COLUMN discount_name text;

COMMENT ON COLUMN quickbooks.estimate_lines.discount_name IS 'Discount applied. (name) [Line.DiscountLineDetail.DiscountRef.name]';

ALTER TABLE quickbooks.invoice_lines ADD COLUMN discount_id text;

COMMENT ON COLUMN quickbooks.invoice_lines.discount_id IS 'Discount applied. (id) [Line.DiscountLineDetail.DiscountRef.value]';

ALTER TABLE quickbooks.invoice_lines ADD COLUMN discount_name text;

COMMENT ON COLUMN quickbooks.invoice_lines.discount_name IS 'Discount applied. (name) [Line.DiscountLineDetail.DiscountRef.name]';

ALTER TABLE quickbooks.sales_receipt_lines ADD COLUMN discount_id text;

COMMENT ON COLUMN quickbooks.sales_receipt_lines.discount_id IS 'Discount applied. (id) [Line.DiscountLineDetail.DiscountRef.value]';

ALTER TABLE quickbooks.sales_receipt_lines ADD COLUMN discount_name text;

COMMENT ON COLUMN quickbooks.sales_receipt_lines.discount_name IS 'Discount applied. (name) [Line.DiscountLineDetail.DiscountRef.name]';

ALTER TABLE quickbooks.credit_memo_lines ADD COLUMN discount_id text;

COMMENT ON COLUMN quickbooks.credit_memo_lines.discount_id IS 'Discount applied. (id) [Line.DiscountLineDetail.DiscountRef.value]';

ALTER TABLE quickbooks.credit_memo_lines ADD COLUMN discount_name text;

COMMENT ON COLUMN quickbooks.credit_memo_lines.discount_name IS 'Discount applied. (name) [Line.DiscountLineDetail.DiscountRef.name]';

ALTER TABLE quickbooks.refund_receipt_lines ADD COLUMN discount_id text;

COMMENT ON COLUMN quickbooks.refund_receipt_lines.discount_id IS 'Discount applied. (id) [Line.DiscountLineDetail.DiscountRef.value]';

ALTER TABLE quickbooks.refund_receipt_lines ADD COLUMN discount_name text;

COMMENT ON COLUMN quickbooks.refund_receipt_lines.discount_name IS 'Discount applied. (name) [Line.DiscountLineDetail.DiscountRef.name]';

ALTER TABLE quickbooks.recurring_transaction_lines ADD COLUMN discount_id text;

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_id IS 'Discount applied. (id) [Line.DiscountLineDetail.DiscountRef.value]';

ALTER TABLE quickbooks.recurring_transaction_lines ADD COLUMN discount_name text;

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_name IS 'Discount applied. (name) [Line.DiscountLineDetail.DiscountRef.name]';

CREATE OR REPLACE VIEW quickbooks.organizations WITH (security_invoker = false) AS
SELECT o.realm_id, coalesce(c.company_name, o.company_name) AS name, coalesce(c.country, o.country) AS country,
       coalesce(o.home_currency, p.currency_prefs_home_currency_id) AS home_currency, c.fiscal_year_start_month, c.default_time_zone AS time_zone,
       o.status, o.status_reason, o.current_through, o.last_success_at
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

CREATE OR REPLACE VIEW quickbooks.open_invoices WITH (security_invoker = true) AS
SELECT realm_id, id, doc_number, txn_date, due_date, greatest(current_date - due_date, 0) AS days_overdue,
       customer_id, customer_name, currency_id AS currency, total_amt, balance,
       coalesce(home_balance, CASE WHEN coalesce(exchange_rate, 1) = 1 THEN balance ELSE round(balance * exchange_rate, 2) END) AS home_balance, updated_at
FROM quickbooks.invoices
WHERE deleted_at IS NULL AND NOT is_voided AND balance <> 0;
COMMENT ON VIEW quickbooks.open_invoices IS 'Invoices that are not settled yet, without deleted and voided ones.';
COMMENT ON COLUMN quickbooks.open_invoices.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.open_invoices.id IS 'QuickBooks'' id.';
COMMENT ON COLUMN quickbooks.open_invoices.doc_number IS 'Number printed on the form.';
COMMENT ON COLUMN quickbooks.open_invoices.txn_date IS 'Date of the transaction.';
COMMENT ON COLUMN quickbooks.open_invoices.due_date IS 'Date the payment is due.';
COMMENT ON COLUMN quickbooks.open_invoices.days_overdue IS 'Days since that date, by the clock of the database; 0 while it is not past.';
COMMENT ON COLUMN quickbooks.open_invoices.customer_id IS 'Id of the customer.';
COMMENT ON COLUMN quickbooks.open_invoices.customer_name IS 'Name of the customer.';
COMMENT ON COLUMN quickbooks.open_invoices.currency IS 'ISO code of the currency of the amounts; empty without multicurrency.';
COMMENT ON COLUMN quickbooks.open_invoices.total_amt IS 'Total including tax.';
COMMENT ON COLUMN quickbooks.open_invoices.balance IS 'Amount still open.';
COMMENT ON COLUMN quickbooks.open_invoices.home_balance IS 'Amount still open, in the home currency.';
COMMENT ON COLUMN quickbooks.open_invoices.updated_at IS 'When QuickBooks last changed it.';

CREATE OR REPLACE VIEW quickbooks.open_bills WITH (security_invoker = true) AS
SELECT realm_id, id, doc_number, txn_date, due_date, greatest(current_date - due_date, 0) AS days_overdue,
       vendor_id, vendor_name, currency_id AS currency, total_amt, balance,
       coalesce(home_balance, CASE WHEN coalesce(exchange_rate, 1) = 1 THEN balance ELSE round(balance * exchange_rate, 2) END) AS home_balance, updated_at
FROM quickbooks.bills
WHERE deleted_at IS NULL AND balance <> 0;
COMMENT ON VIEW quickbooks.open_bills IS 'Bills that are not settled yet, without deleted and voided ones.';
COMMENT ON COLUMN quickbooks.open_bills.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.open_bills.id IS 'QuickBooks'' id.';
COMMENT ON COLUMN quickbooks.open_bills.doc_number IS 'Number printed on the form.';
COMMENT ON COLUMN quickbooks.open_bills.txn_date IS 'Date of the transaction.';
COMMENT ON COLUMN quickbooks.open_bills.due_date IS 'Date the payment is due.';
COMMENT ON COLUMN quickbooks.open_bills.days_overdue IS 'Days since that date, by the clock of the database; 0 while it is not past.';
COMMENT ON COLUMN quickbooks.open_bills.vendor_id IS 'Id of the vendor.';
COMMENT ON COLUMN quickbooks.open_bills.vendor_name IS 'Name of the vendor.';
COMMENT ON COLUMN quickbooks.open_bills.currency IS 'ISO code of the currency of the amounts; empty without multicurrency.';
COMMENT ON COLUMN quickbooks.open_bills.total_amt IS 'Total including tax.';
COMMENT ON COLUMN quickbooks.open_bills.balance IS 'Amount still open.';
COMMENT ON COLUMN quickbooks.open_bills.home_balance IS 'Amount still open, in the home currency.';
COMMENT ON COLUMN quickbooks.open_bills.updated_at IS 'When QuickBooks last changed it.';

CREATE OR REPLACE VIEW quickbooks.transactions WITH (security_invoker = true) AS
SELECT realm_id, 'PurchaseOrder'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN vendor_id IS NOT NULL THEN 'Vendor' END::text AS party_type, vendor_id::text AS party_id, vendor_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.purchase_orders AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'Estimate'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       balance AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.estimates AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'Bill'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN vendor_id IS NOT NULL THEN 'Vendor' END::text AS party_type, vendor_id::text AS party_id, vendor_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       balance AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.bills AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'VendorCredit'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN vendor_id IS NOT NULL THEN 'Vendor' END::text AS party_type, vendor_id::text AS party_id, vendor_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       balance AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.vendor_credits AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'Invoice'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       balance AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.invoices AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'SalesReceipt'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       balance AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.sales_receipts AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'CreditMemo'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       balance AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.credit_memos AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'RefundReceipt'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       balance AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.refund_receipts AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'Purchase'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       entity_type::text AS party_type, entity_id::text AS party_id, entity_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.purchases AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'JournalEntry'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       NULL::text AS party_type, NULL::text AS party_id, NULL::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       coalesce(nullif(total_amt, 0), (SELECT sum(l.amount) FROM quickbooks.journal_entry_lines AS l
          WHERE l.realm_id = t.realm_id AND l.journal_entry_id = t.id AND l.posting_type = 'Debit'), 0) AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN coalesce(nullif(total_amt, 0), (SELECT sum(l.amount) FROM quickbooks.journal_entry_lines AS l
          WHERE l.realm_id = t.realm_id AND l.journal_entry_id = t.id AND l.posting_type = 'Debit'), 0) ELSE round(coalesce(nullif(total_amt, 0), (SELECT sum(l.amount) FROM quickbooks.journal_entry_lines AS l
          WHERE l.realm_id = t.realm_id AND l.journal_entry_id = t.id AND l.posting_type = 'Debit'), 0) * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.journal_entries AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'Transfer'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       NULL::text AS party_type, NULL::text AS party_id, NULL::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       amount AS total_amt,
       coalesce(nullif(NULL::numeric, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN amount ELSE round(amount * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.transfers AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'CreditCardPayment'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN vendor_id IS NOT NULL THEN 'Vendor' END::text AS party_type, vendor_id::text AS party_id, vendor_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       amount AS total_amt,
       coalesce(nullif(NULL::numeric, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN amount ELSE round(amount * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.credit_card_payments AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'InventoryAdjustment'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.inventory_adjustments AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'TimeActivity'::text AS entity, id,
       txn_date AS txn_date,
       NULL::text AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       NULL::text AS currency, NULL::numeric AS exchange_rate,
       NULL::numeric AS total_amt,
       coalesce(nullif(NULL::numeric, 0), CASE WHEN coalesce(NULL::numeric, 1) = 1 THEN NULL::numeric ELSE round(NULL::numeric * NULL::numeric, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       description AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.time_activities AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'ReimburseCharge'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       coalesce(total_amt, amount) AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN coalesce(total_amt, amount) ELSE round(coalesce(total_amt, amount) * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.reimburse_charges AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'TaxPayment'::text AS entity, id,
       payment_date AS txn_date,
       NULL::text AS doc_number,
       NULL::text AS party_type, NULL::text AS party_id, NULL::text AS party_name,
       NULL::text AS currency, NULL::numeric AS exchange_rate,
       payment_amount AS total_amt,
       coalesce(nullif(NULL::numeric, 0), CASE WHEN coalesce(NULL::numeric, 1) = 1 THEN payment_amount ELSE round(payment_amount * NULL::numeric, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       description AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.tax_payments AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'Payment'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN customer_id IS NOT NULL THEN 'Customer' END::text AS party_type, customer_id::text AS party_id, customer_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       unapplied_amt AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.payments AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'BillPayment'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN vendor_id IS NOT NULL THEN 'Vendor' END::text AS party_type, vendor_id::text AS party_id, vendor_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       is_voided AS is_voided, created_at, updated_at
FROM quickbooks.bill_payments AS t WHERE deleted_at IS NULL
UNION ALL
SELECT realm_id, 'Deposit'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       NULL::text AS party_type, NULL::text AS party_id, NULL::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt,
       coalesce(nullif(home_total_amt, 0), CASE WHEN coalesce(exchange_rate, 1) = 1 THEN total_amt ELSE round(total_amt * exchange_rate, 2) END) AS home_total_amt,
       NULL::numeric AS balance,
       private_note AS private_note,
       false AS is_voided, created_at, updated_at
FROM quickbooks.deposits AS t WHERE deleted_at IS NULL;
COMMENT ON VIEW quickbooks.transactions IS 'Every transaction of every type, one row each, without deleted ones; voided ones are marked and have amounts of zero.';
COMMENT ON COLUMN quickbooks.transactions.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.transactions.entity IS 'QuickBooks name of its type, such as Invoice.';
COMMENT ON COLUMN quickbooks.transactions.id IS 'QuickBooks'' id; unique within its type.';
COMMENT ON COLUMN quickbooks.transactions.txn_date IS 'Date of the transaction.';
COMMENT ON COLUMN quickbooks.transactions.doc_number IS 'Number printed on the form.';
COMMENT ON COLUMN quickbooks.transactions.party_type IS 'What the party is: Customer, Vendor or Employee.';
COMMENT ON COLUMN quickbooks.transactions.party_id IS 'Id of the customer, vendor or employee.';
COMMENT ON COLUMN quickbooks.transactions.party_name IS 'Name of the customer, vendor or employee.';
COMMENT ON COLUMN quickbooks.transactions.currency IS 'ISO code of the currency of the amounts; empty without multicurrency.';
COMMENT ON COLUMN quickbooks.transactions.exchange_rate IS 'Home currency units for one unit of that currency.';
COMMENT ON COLUMN quickbooks.transactions.total_amt IS 'Total; of a journal entry the sum of its debits.';
COMMENT ON COLUMN quickbooks.transactions.home_total_amt IS 'Total in the home currency.';
COMMENT ON COLUMN quickbooks.transactions.balance IS 'Amount still open, unused or unapplied.';
COMMENT ON COLUMN quickbooks.transactions.private_note IS 'Note for the company itself.';
COMMENT ON COLUMN quickbooks.transactions.is_voided IS 'True once it was voided.';
COMMENT ON COLUMN quickbooks.transactions.created_at IS 'When it was created in QuickBooks.';
COMMENT ON COLUMN quickbooks.transactions.updated_at IS 'When QuickBooks last changed it.';
