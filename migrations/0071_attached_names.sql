-- Generated from the catalogue; append-only.

CREATE OR REPLACE VIEW quickbooks.unresolved_references WITH (security_invoker = true) AS
WITH known AS NOT MATERIALIZED (
  SELECT realm_id, 'CompanyInfo'::text AS entity, id, deleted_at FROM quickbooks.company_info
  UNION ALL SELECT realm_id, 'Preferences'::text AS entity, id, deleted_at FROM quickbooks.preferences
  UNION ALL SELECT realm_id, 'CompanyCurrency'::text AS entity, id, deleted_at FROM quickbooks.company_currencies
  UNION ALL SELECT realm_id, 'Term'::text AS entity, id, deleted_at FROM quickbooks.terms
  UNION ALL SELECT realm_id, 'PaymentMethod'::text AS entity, id, deleted_at FROM quickbooks.payment_methods
  UNION ALL SELECT realm_id, 'CustomerType'::text AS entity, id, deleted_at FROM quickbooks.customer_types
  UNION ALL SELECT realm_id, 'Class'::text AS entity, id, deleted_at FROM quickbooks.classes
  UNION ALL SELECT realm_id, 'Department'::text AS entity, id, deleted_at FROM quickbooks.departments
  UNION ALL SELECT realm_id, 'TaxAgency'::text AS entity, id, deleted_at FROM quickbooks.tax_agencies
  UNION ALL SELECT realm_id, 'TaxRate'::text AS entity, id, deleted_at FROM quickbooks.tax_rates
  UNION ALL SELECT realm_id, 'TaxCode'::text AS entity, id, deleted_at FROM quickbooks.tax_codes
  UNION ALL SELECT realm_id, 'JournalCode'::text AS entity, id, deleted_at FROM quickbooks.journal_codes
  UNION ALL SELECT realm_id, 'Account'::text AS entity, id, deleted_at FROM quickbooks.accounts
  UNION ALL SELECT realm_id, 'Vendor'::text AS entity, id, deleted_at FROM quickbooks.vendors
  UNION ALL SELECT realm_id, 'Employee'::text AS entity, id, deleted_at FROM quickbooks.employees
  UNION ALL SELECT realm_id, 'Customer'::text AS entity, id, deleted_at FROM quickbooks.customers
  UNION ALL SELECT realm_id, 'Item'::text AS entity, id, deleted_at FROM quickbooks.items
  UNION ALL SELECT realm_id, 'PurchaseOrder'::text AS entity, id, deleted_at FROM quickbooks.purchase_orders
  UNION ALL SELECT realm_id, 'Estimate'::text AS entity, id, deleted_at FROM quickbooks.estimates
  UNION ALL SELECT realm_id, 'Bill'::text AS entity, id, deleted_at FROM quickbooks.bills
  UNION ALL SELECT realm_id, 'VendorCredit'::text AS entity, id, deleted_at FROM quickbooks.vendor_credits
  UNION ALL SELECT realm_id, 'Invoice'::text AS entity, id, deleted_at FROM quickbooks.invoices
  UNION ALL SELECT realm_id, 'SalesReceipt'::text AS entity, id, deleted_at FROM quickbooks.sales_receipts
  UNION ALL SELECT realm_id, 'CreditMemo'::text AS entity, id, deleted_at FROM quickbooks.credit_memos
  UNION ALL SELECT realm_id, 'RefundReceipt'::text AS entity, id, deleted_at FROM quickbooks.refund_receipts
  UNION ALL SELECT realm_id, 'Purchase'::text AS entity, id, deleted_at FROM quickbooks.purchases
  UNION ALL SELECT realm_id, 'JournalEntry'::text AS entity, id, deleted_at FROM quickbooks.journal_entries
  UNION ALL SELECT realm_id, 'Transfer'::text AS entity, id, deleted_at FROM quickbooks.transfers
  UNION ALL SELECT realm_id, 'CreditCardPayment'::text AS entity, id, deleted_at FROM quickbooks.credit_card_payments
  UNION ALL SELECT realm_id, 'InventoryAdjustment'::text AS entity, id, deleted_at FROM quickbooks.inventory_adjustments
  UNION ALL SELECT realm_id, 'TimeActivity'::text AS entity, id, deleted_at FROM quickbooks.time_activities
  UNION ALL SELECT realm_id, 'ReimburseCharge'::text AS entity, id, deleted_at FROM quickbooks.reimburse_charges
  UNION ALL SELECT realm_id, 'TaxPayment'::text AS entity, id, deleted_at FROM quickbooks.tax_payments
  UNION ALL SELECT realm_id, 'Payment'::text AS entity, id, deleted_at FROM quickbooks.payments
  UNION ALL SELECT realm_id, 'BillPayment'::text AS entity, id, deleted_at FROM quickbooks.bill_payments
  UNION ALL SELECT realm_id, 'Deposit'::text AS entity, id, deleted_at FROM quickbooks.deposits
  UNION ALL SELECT realm_id, 'Budget'::text AS entity, id, deleted_at FROM quickbooks.budgets
  UNION ALL SELECT realm_id, 'RecurringTransaction'::text AS entity, id, deleted_at FROM quickbooks.recurring_transactions
  UNION ALL SELECT realm_id, 'ExchangeRate'::text AS entity, id, deleted_at FROM quickbooks.exchange_rates
  UNION ALL SELECT realm_id, 'Attachable'::text AS entity, id, deleted_at FROM quickbooks.attachables
), reference AS NOT MATERIALIZED (
  SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.preferences AS r,
       LATERAL (VALUES ('accounting_info_prefs_default_ar_account_id', 'Account', r.accounting_info_prefs_default_ar_account_id, r.accounting_info_prefs_default_ar_account_name),
         ('accounting_info_prefs_default_ap_account_id', 'Account', r.accounting_info_prefs_default_ap_account_id, r.accounting_info_prefs_default_ap_account_name),
         ('sales_forms_prefs_default_item_id', 'Item', r.sales_forms_prefs_default_item_id, r.sales_forms_prefs_default_item_name),
         ('sales_forms_prefs_default_terms_id', 'Term', r.sales_forms_prefs_default_terms_id, r.sales_forms_prefs_default_terms_name),
         ('vendor_and_purchases_prefs_default_terms_id', 'Term', r.vendor_and_purchases_prefs_default_terms_id, r.vendor_and_purchases_prefs_default_terms_name),
         ('vendor_and_purchases_prefs_default_markup_account_id', 'Account', r.vendor_and_purchases_prefs_default_markup_account_id, r.vendor_and_purchases_prefs_default_markup_account_name),
         ('vendor_and_purchases_prefs_discount_account_id', 'Account', r.vendor_and_purchases_prefs_discount_account_id, r.vendor_and_purchases_prefs_discount_account_name),
         ('time_tracking_prefs_default_time_item_id', 'Item', r.time_tracking_prefs_default_time_item_id, r.time_tracking_prefs_default_time_item_name),
         ('tax_prefs_tax_group_code_id', 'TaxCode', r.tax_prefs_tax_group_code_id, r.tax_prefs_tax_group_code_name),
         ('tax_prefs_tax_rate_id', 'TaxRate', r.tax_prefs_tax_rate_id, r.tax_prefs_tax_rate_name),
         ('tax_prefs_non_taxable_sales_tax_code_id', 'TaxCode', r.tax_prefs_non_taxable_sales_tax_code_id, r.tax_prefs_non_taxable_sales_tax_code_name),
         ('tax_prefs_taxable_sales_tax_code_id', 'TaxCode', r.tax_prefs_taxable_sales_tax_code_id, r.tax_prefs_taxable_sales_tax_code_name),
         ('finance_charges_prefs_fin_chrg_account_id', 'Account', r.finance_charges_prefs_fin_chrg_account_id, r.finance_charges_prefs_fin_chrg_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'CustomerType'::text AS entity, 'customer_types'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.customer_types AS r,
       LATERAL (VALUES ('parent_id', 'CustomerType', r.parent_id, r.parent_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Class'::text AS entity, 'classes'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.classes AS r,
       LATERAL (VALUES ('parent_id', 'Class', r.parent_id, r.parent_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Department'::text AS entity, 'departments'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.departments AS r,
       LATERAL (VALUES ('parent_id', 'Department', r.parent_id, r.parent_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'TaxAgency'::text AS entity, 'tax_agencies'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.tax_agencies AS r,
       LATERAL (VALUES ('tax_tracked_on_sales_account_id', 'Account', r.tax_tracked_on_sales_account_id, r.tax_tracked_on_sales_account_name),
         ('tax_on_purchases_account_id', 'Account', r.tax_on_purchases_account_id, r.tax_on_purchases_account_name),
         ('sales_tax_code_id', 'TaxCode', r.sales_tax_code_id, r.sales_tax_code_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'TaxRate'::text AS entity, 'tax_rates'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.tax_rates AS r,
       LATERAL (VALUES ('agency_id', 'TaxAgency', r.agency_id, r.agency_name),
         ('original_tax_rate_id', 'TaxRate', r.original_tax_rate_id, r.original_tax_rate_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'TaxCode'::text AS entity, 'tax_code_rates'::text AS table_name, r.tax_code_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.tax_code_rates AS r,
       LATERAL (VALUES ('tax_rate_id', 'TaxRate', r.tax_rate_id, r.tax_rate_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.tax_codes AS p WHERE p.realm_id = r.realm_id AND p.id = r.tax_code_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Account'::text AS entity, 'accounts'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.accounts AS r,
       LATERAL (VALUES ('parent_id', 'Account', r.parent_id, r.parent_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('journal_code_id', 'JournalCode', r.journal_code_id, r.journal_code_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Vendor'::text AS entity, 'vendors'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.vendors AS r,
       LATERAL (VALUES ('parent_id', 'Vendor', r.parent_id, r.parent_name),
         ('term_id', 'Term', r.term_id, r.term_name),
         ('ap_account_id', 'Account', r.ap_account_id, r.ap_account_name),
         ('default_tax_code_id', 'TaxCode', r.default_tax_code_id, r.default_tax_code_name),
         ('prefill_account_id', 'Account', r.prefill_account_id, r.prefill_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.customers AS r,
       LATERAL (VALUES ('parent_id', 'Customer', r.parent_id, r.parent_name),
         ('root_customer_id', 'Customer', r.root_customer_id, r.root_customer_name),
         ('default_tax_code_id', 'TaxCode', r.default_tax_code_id, r.default_tax_code_name),
         ('customer_type_id', 'CustomerType', r.customer_type_id, r.customer_type_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.items AS r,
       LATERAL (VALUES ('parent_id', 'Item', r.parent_id, r.parent_name),
         ('sales_tax_code_id', 'TaxCode', r.sales_tax_code_id, r.sales_tax_code_name),
         ('income_account_id', 'Account', r.income_account_id, r.income_account_name),
         ('purchase_tax_code_id', 'TaxCode', r.purchase_tax_code_id, r.purchase_tax_code_name),
         ('expense_account_id', 'Account', r.expense_account_id, r.expense_account_name),
         ('asset_account_id', 'Account', r.asset_account_id, r.asset_account_name),
         ('pref_vendor_id', 'Vendor', r.pref_vendor_id, r.pref_vendor_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name),
         ('cogs_account_id', 'Account', r.cogs_account_id, r.cogs_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Item'::text AS entity, 'item_components'::text AS table_name, r.item_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.item_components AS r,
       LATERAL (VALUES ('component_item_id', 'Item', r.component_item_id, r.component_item_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.items AS p WHERE p.realm_id = r.realm_id AND p.id = r.item_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.purchase_orders AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name),
         ('ap_account_id', 'Account', r.ap_account_id, r.ap_account_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('ship_to_id', 'Customer', r.ship_to_id, r.ship_to_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name, r.purchase_order_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.purchase_order_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('tds_account_id', 'Account', r.tds_account_id, r.tds_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.estimates AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name, r.estimate_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.estimate_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.bills AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name),
         ('ap_account_id', 'Account', r.ap_account_id, r.ap_account_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name, r.bill_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.bill_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('tds_account_id', 'Account', r.tds_account_id, r.tds_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.vendor_credits AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name),
         ('ap_account_id', 'Account', r.ap_account_id, r.ap_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name, r.vendor_credit_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.vendor_credit_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('tds_account_id', 'Account', r.tds_account_id, r.tds_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.invoices AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name, r.invoice_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.invoice_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.sales_receipts AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name, r.sales_receipt_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.sales_receipt_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.credit_memos AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name),
         ('invoice_id', 'Invoice', r.invoice_id, r.invoice_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name, r.credit_memo_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.credit_memo_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.refund_receipts AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name, r.refund_receipt_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.refund_receipt_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.purchases AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('entity_id', r.entity_type, CASE WHEN r.entity_type IN ('Customer', 'Vendor', 'Employee') THEN r.entity_id END, r.entity_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name, r.purchase_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.purchase_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('tds_account_id', 'Account', r.tds_account_id, r.tds_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entries'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.journal_entries AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name, r.journal_entry_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.journal_entry_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('entity_id', r.entity_type, CASE WHEN r.entity_type IN ('Customer', 'Vendor', 'Employee') THEN r.entity_id END, r.entity_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('department_id', 'Department', r.department_id, r.department_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('tax_rate_id', 'TaxRate', r.tax_rate_id, r.tax_rate_name),
         ('journal_code_id', 'JournalCode', r.journal_code_id, r.journal_code_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Transfer'::text AS entity, 'transfers'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.transfers AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('from_account_id', 'Account', r.from_account_id, r.from_account_name),
         ('to_account_id', 'Account', r.to_account_id, r.to_account_name),
         ('class_id', 'Class', r.class_id, r.class_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'CreditCardPayment'::text AS entity, 'credit_card_payments'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.credit_card_payments AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('bank_account_id', 'Account', r.bank_account_id, r.bank_account_name),
         ('credit_card_account_id', 'Account', r.credit_card_account_id, r.credit_card_account_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.inventory_adjustments AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('adjust_account_id', 'Account', r.adjust_account_id, r.adjust_account_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustment_lines'::text AS table_name, r.inventory_adjustment_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.inventory_adjustment_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.inventory_adjustments AS p WHERE p.realm_id = r.realm_id AND p.id = r.inventory_adjustment_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.time_activities AS r,
       LATERAL (VALUES ('employee_id', 'Employee', r.employee_id, r.employee_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('department_id', 'Department', r.department_id, r.department_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charges'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.reimburse_charges AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charge_lines'::text AS table_name, r.reimburse_charge_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.reimburse_charge_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.reimburse_charge_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'TaxPayment'::text AS entity, 'tax_payments'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.tax_payments AS r,
       LATERAL (VALUES ('payment_account_id', 'Account', r.payment_account_id, r.payment_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.payments AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Payment'::text AS entity, 'payment_lines'::text AS table_name, r.payment_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.payment_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.payment_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.bill_payments AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name),
         ('ap_account_id', 'Account', r.ap_account_id, r.ap_account_name),
         ('check_payment_bank_account_id', 'Account', r.check_payment_bank_account_id, r.check_payment_bank_account_name),
         ('credit_card_payment_cc_account_id', 'Account', r.credit_card_payment_cc_account_id, r.credit_card_payment_cc_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payment_lines'::text AS table_name, r.bill_payment_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.bill_payment_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.bill_payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_payment_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.deposits AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name),
         ('cash_back_account_id', 'Account', r.cash_back_account_id, r.cash_back_account_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name, r.deposit_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.deposit_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('entity_id', r.entity_type, CASE WHEN r.entity_type IN ('Customer', 'Vendor', 'Employee') THEN r.entity_id END, r.entity_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Budget'::text AS entity, 'budget_details'::text AS table_name, r.budget_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.budget_details AS r,
       LATERAL (VALUES ('account_id', 'Account', r.account_id, r.account_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('department_id', 'Department', r.department_id, r.department_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.budgets AS p WHERE p.realm_id = r.realm_id AND p.id = r.budget_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name, r.id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.recurring_transactions AS r,
       LATERAL (VALUES ('department_id', 'Department', r.department_id, r.department_name),
         ('project_id', 'Customer', r.project_id, r.project_name),
         ('recur_data_id', 'RecurringTransaction', r.recur_data_id, r.recur_data_name),
         ('txn_tax_detail_txn_tax_code_id', 'TaxCode', r.txn_tax_detail_txn_tax_code_id, r.txn_tax_detail_txn_tax_code_name),
         ('txn_tax_detail_default_tax_code_id', 'TaxCode', r.txn_tax_detail_default_tax_code_id, r.txn_tax_detail_default_tax_code_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name),
         ('entity_id', r.entity_type, CASE WHEN r.entity_type IN ('Customer', 'Vendor', 'Employee') THEN r.entity_id END, r.entity_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name),
         ('from_account_id', 'Account', r.from_account_id, r.from_account_name),
         ('to_account_id', 'Account', r.to_account_id, r.to_account_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('ap_account_id', 'Account', r.ap_account_id, r.ap_account_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND r.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name, r.recurring_transaction_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.recurring_transaction_lines AS r,
       LATERAL (VALUES ('project_id', 'Customer', r.project_id, r.project_name),
         ('item_id', 'Item', r.item_id, r.item_name),
         ('class_id', 'Class', r.class_id, r.class_name),
         ('item_account_id', 'Account', r.item_account_id, r.item_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('markup_info_mark_up_income_account_id', 'Account', r.markup_info_mark_up_income_account_id, r.markup_info_mark_up_income_account_name),
         ('group_item_id', 'Item', r.group_item_id, r.group_item_name),
         ('discount_account_id', 'Account', r.discount_account_id, r.discount_account_name),
         ('customer_id', 'Customer', r.customer_id, r.customer_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('tds_account_id', 'Account', r.tds_account_id, r.tds_account_name),
         ('entity_id', r.entity_type, CASE WHEN r.entity_type IN ('Customer', 'Vendor', 'Employee') THEN r.entity_id END, r.entity_name),
         ('department_id', 'Department', r.department_id, r.department_name),
         ('tax_rate_id', 'TaxRate', r.tax_rate_id, r.tax_rate_name),
         ('journal_code_id', 'JournalCode', r.journal_code_id, r.journal_code_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, 'Attachable'::text AS entity, 'attachable_references'::text AS table_name, r.attachable_id AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM quickbooks.attachable_references AS r,
       LATERAL (VALUES ('record_id', r.entity, CASE WHEN r.entity IN ('CompanyCurrency', 'Term', 'PaymentMethod', 'CustomerType', 'Class', 'Department', 'TaxAgency', 'TaxRate', 'TaxCode', 'JournalCode', 'Account', 'Vendor', 'Employee', 'Customer', 'Item', 'Budget') THEN r.record_id END, r.record_name)) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND EXISTS (SELECT FROM quickbooks.attachables AS p WHERE p.realm_id = r.realm_id AND p.id = r.attachable_id AND p.deleted_at IS NULL)
  UNION ALL SELECT r.realm_id, r.entity, 'tax_lines'::text, r.record_id, 'tax_rate_id'::text, 'TaxRate'::text, r.tax_rate_id, r.tax_rate_name
  FROM quickbooks.tax_lines AS r
  LEFT JOIN known AS parent ON parent.realm_id = r.realm_id AND parent.entity = r.entity AND parent.id = r.record_id
  WHERE r.tax_rate_id IS NOT NULL AND parent.deleted_at IS NULL
  UNION ALL SELECT r.realm_id, r.entity, 'linked_transactions'::text, r.record_id, 'txn_id'::text, r.linked_entity, r.txn_id, NULL::text
  FROM quickbooks.linked_transactions AS r
  LEFT JOIN known AS parent ON parent.realm_id = r.realm_id AND parent.entity = r.entity AND parent.id = r.record_id
  WHERE r.txn_id IS NOT NULL AND parent.deleted_at IS NULL
)
SELECT r.realm_id, r.entity, r.table_name, r.record_id, r.column_name, r.target_entity, r.target_id, r.target_name,
       k.id IS NOT NULL AS is_deleted
FROM reference AS r
LEFT JOIN known AS k ON k.realm_id = r.realm_id AND k.entity = r.target_entity AND k.id = r.target_id
WHERE (k.id IS NULL OR k.deleted_at IS NOT NULL) AND r.target_entity IN ('CompanyInfo', 'Preferences', 'CompanyCurrency', 'Term', 'PaymentMethod', 'CustomerType', 'Class', 'Department', 'TaxAgency', 'TaxRate', 'TaxCode', 'JournalCode', 'Account', 'Vendor', 'Employee', 'Customer', 'Item', 'PurchaseOrder', 'Estimate', 'Bill', 'VendorCredit', 'Invoice', 'SalesReceipt', 'CreditMemo', 'RefundReceipt', 'Purchase', 'JournalEntry', 'Transfer', 'CreditCardPayment', 'InventoryAdjustment', 'TimeActivity', 'ReimburseCharge', 'TaxPayment', 'Payment', 'BillPayment', 'Deposit', 'Budget', 'RecurringTransaction', 'ExchangeRate', 'Attachable')
  AND NOT ((r.target_entity = 'TaxCode' AND r.target_id IN ('TAX', 'NON', 'CustomSalesTax')) OR (r.target_entity = 'Item' AND r.target_id IN ('SHIPPING_ITEM_ID', 'HOURS')));
COMMENT ON VIEW quickbooks.unresolved_references IS 'References to records that are not here: never sent by QuickBooks, or deleted there.';
COMMENT ON COLUMN quickbooks.unresolved_references.realm_id IS 'QuickBooks company.';
COMMENT ON COLUMN quickbooks.unresolved_references.entity IS 'QuickBooks name of the entity that refers.';
COMMENT ON COLUMN quickbooks.unresolved_references.table_name IS 'Table that holds the reference.';
COMMENT ON COLUMN quickbooks.unresolved_references.record_id IS 'Id of the record that refers.';
COMMENT ON COLUMN quickbooks.unresolved_references.column_name IS 'Column that holds the reference.';
COMMENT ON COLUMN quickbooks.unresolved_references.target_entity IS 'Entity it refers to.';
COMMENT ON COLUMN quickbooks.unresolved_references.target_id IS 'Id it refers to.';
COMMENT ON COLUMN quickbooks.unresolved_references.target_name IS 'Name QuickBooks gives with the reference.';
COMMENT ON COLUMN quickbooks.unresolved_references.is_deleted IS 'True when the record is known to be deleted, false when it was never seen.';
