-- Generated from the catalogue; append-only.

COMMENT ON COLUMN quickbooks.journal_entry_lines.entity_type IS 'What the name is: Customer, Vendor or Employee. [Line.JournalEntryLineDetail.Entity.Type, Line.JournalEntryLineDetail.Entity.EntityRef.type]';

CREATE INDEX journal_entry_lines_entity_id ON quickbooks.journal_entry_lines (realm_id, entity_id) WHERE entity_id IS NOT NULL;

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.entity_type IS 'What the name is: Customer, Vendor or Employee. [Line.JournalEntryLineDetail.Entity.Type, Line.JournalEntryLineDetail.Entity.EntityRef.type, Line.DepositLineDetail.Entity.type]';

CREATE INDEX recurring_transaction_lines_entity_id ON quickbooks.recurring_transaction_lines (realm_id, entity_id) WHERE entity_id IS NOT NULL;

CREATE OR REPLACE VIEW quickbooks.unresolved_references WITH (security_invoker = true) AS
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'accounting_info_prefs_default_ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.accounting_info_prefs_default_ar_account_id AS target_id, r.accounting_info_prefs_default_ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.accounting_info_prefs_default_ar_account_id
WHERE r.accounting_info_prefs_default_ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'accounting_info_prefs_default_ap_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.accounting_info_prefs_default_ap_account_id AS target_id, r.accounting_info_prefs_default_ap_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.accounting_info_prefs_default_ap_account_id
WHERE r.accounting_info_prefs_default_ap_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'sales_forms_prefs_default_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.sales_forms_prefs_default_item_id AS target_id, r.sales_forms_prefs_default_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.sales_forms_prefs_default_item_id
WHERE r.sales_forms_prefs_default_item_id IS NOT NULL AND r.sales_forms_prefs_default_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'sales_forms_prefs_default_terms_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_forms_prefs_default_terms_id AS target_id, r.sales_forms_prefs_default_terms_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_forms_prefs_default_terms_id
WHERE r.sales_forms_prefs_default_terms_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'vendor_and_purchases_prefs_default_terms_id'::text AS column_name, 'Term'::text AS target_entity,
       r.vendor_and_purchases_prefs_default_terms_id AS target_id, r.vendor_and_purchases_prefs_default_terms_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_and_purchases_prefs_default_terms_id
WHERE r.vendor_and_purchases_prefs_default_terms_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'vendor_and_purchases_prefs_default_markup_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.vendor_and_purchases_prefs_default_markup_account_id AS target_id, r.vendor_and_purchases_prefs_default_markup_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_and_purchases_prefs_default_markup_account_id
WHERE r.vendor_and_purchases_prefs_default_markup_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'vendor_and_purchases_prefs_discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.vendor_and_purchases_prefs_discount_account_id AS target_id, r.vendor_and_purchases_prefs_discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_and_purchases_prefs_discount_account_id
WHERE r.vendor_and_purchases_prefs_discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'time_tracking_prefs_default_time_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.time_tracking_prefs_default_time_item_id AS target_id, r.time_tracking_prefs_default_time_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.time_tracking_prefs_default_time_item_id
WHERE r.time_tracking_prefs_default_time_item_id IS NOT NULL AND r.time_tracking_prefs_default_time_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'tax_prefs_tax_group_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_prefs_tax_group_code_id AS target_id, r.tax_prefs_tax_group_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_prefs_tax_group_code_id
WHERE r.tax_prefs_tax_group_code_id IS NOT NULL AND r.tax_prefs_tax_group_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'tax_prefs_tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_prefs_tax_rate_id AS target_id, r.tax_prefs_tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_prefs_tax_rate_id
WHERE r.tax_prefs_tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'tax_prefs_non_taxable_sales_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_prefs_non_taxable_sales_tax_code_id AS target_id, r.tax_prefs_non_taxable_sales_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_prefs_non_taxable_sales_tax_code_id
WHERE r.tax_prefs_non_taxable_sales_tax_code_id IS NOT NULL AND r.tax_prefs_non_taxable_sales_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'tax_prefs_taxable_sales_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_prefs_taxable_sales_tax_code_id AS target_id, r.tax_prefs_taxable_sales_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_prefs_taxable_sales_tax_code_id
WHERE r.tax_prefs_taxable_sales_tax_code_id IS NOT NULL AND r.tax_prefs_taxable_sales_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Preferences'::text AS entity, 'preferences'::text AS table_name,
       r.id AS record_id, 'finance_charges_prefs_fin_chrg_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.finance_charges_prefs_fin_chrg_account_id AS target_id, r.finance_charges_prefs_fin_chrg_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.preferences AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.finance_charges_prefs_fin_chrg_account_id
WHERE r.finance_charges_prefs_fin_chrg_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CustomerType'::text AS entity, 'customer_types'::text AS table_name,
       r.id AS record_id, 'parent_id'::text AS column_name, 'CustomerType'::text AS target_entity,
       r.parent_id AS target_id, r.parent_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customer_types AS r
LEFT JOIN quickbooks.customer_types AS t ON t.realm_id = r.realm_id AND t.id = r.parent_id
WHERE r.parent_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Class'::text AS entity, 'classes'::text AS table_name,
       r.id AS record_id, 'parent_id'::text AS column_name, 'Class'::text AS target_entity,
       r.parent_id AS target_id, r.parent_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.classes AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.parent_id
WHERE r.parent_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Department'::text AS entity, 'departments'::text AS table_name,
       r.id AS record_id, 'parent_id'::text AS column_name, 'Department'::text AS target_entity,
       r.parent_id AS target_id, r.parent_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.departments AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.parent_id
WHERE r.parent_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TaxAgency'::text AS entity, 'tax_agencies'::text AS table_name,
       r.id AS record_id, 'tax_tracked_on_sales_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.tax_tracked_on_sales_account_id AS target_id, r.tax_tracked_on_sales_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_agencies AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.tax_tracked_on_sales_account_id
WHERE r.tax_tracked_on_sales_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TaxAgency'::text AS entity, 'tax_agencies'::text AS table_name,
       r.id AS record_id, 'tax_on_purchases_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.tax_on_purchases_account_id AS target_id, r.tax_on_purchases_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_agencies AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.tax_on_purchases_account_id
WHERE r.tax_on_purchases_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TaxAgency'::text AS entity, 'tax_agencies'::text AS table_name,
       r.id AS record_id, 'sales_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.sales_tax_code_id AS target_id, r.sales_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_agencies AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.sales_tax_code_id
WHERE r.sales_tax_code_id IS NOT NULL AND r.sales_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TaxRate'::text AS entity, 'tax_rates'::text AS table_name,
       r.id AS record_id, 'agency_id'::text AS column_name, 'TaxAgency'::text AS target_entity,
       r.agency_id AS target_id, r.agency_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_rates AS r
LEFT JOIN quickbooks.tax_agencies AS t ON t.realm_id = r.realm_id AND t.id = r.agency_id
WHERE r.agency_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TaxRate'::text AS entity, 'tax_rates'::text AS table_name,
       r.id AS record_id, 'original_tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.original_tax_rate_id AS target_id, r.original_tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_rates AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.original_tax_rate_id
WHERE r.original_tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TaxCode'::text AS entity, 'tax_code_rates'::text AS table_name,
       r.tax_code_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_code_rates AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.tax_codes AS p WHERE p.realm_id = r.realm_id AND p.id = r.tax_code_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Account'::text AS entity, 'accounts'::text AS table_name,
       r.id AS record_id, 'parent_id'::text AS column_name, 'Account'::text AS target_entity,
       r.parent_id AS target_id, r.parent_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.accounts AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.parent_id
WHERE r.parent_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Account'::text AS entity, 'accounts'::text AS table_name,
       r.id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.accounts AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Account'::text AS entity, 'accounts'::text AS table_name,
       r.id AS record_id, 'journal_code_id'::text AS column_name, 'JournalCode'::text AS target_entity,
       r.journal_code_id AS target_id, r.journal_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.accounts AS r
LEFT JOIN quickbooks.journal_codes AS t ON t.realm_id = r.realm_id AND t.id = r.journal_code_id
WHERE r.journal_code_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Vendor'::text AS entity, 'vendors'::text AS table_name,
       r.id AS record_id, 'parent_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.parent_id AS target_id, r.parent_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendors AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.parent_id
WHERE r.parent_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Vendor'::text AS entity, 'vendors'::text AS table_name,
       r.id AS record_id, 'term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.term_id AS target_id, r.term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendors AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.term_id
WHERE r.term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Vendor'::text AS entity, 'vendors'::text AS table_name,
       r.id AS record_id, 'ap_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ap_account_id AS target_id, r.ap_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendors AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ap_account_id
WHERE r.ap_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Vendor'::text AS entity, 'vendors'::text AS table_name,
       r.id AS record_id, 'default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.default_tax_code_id AS target_id, r.default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendors AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.default_tax_code_id
WHERE r.default_tax_code_id IS NOT NULL AND r.default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Vendor'::text AS entity, 'vendors'::text AS table_name,
       r.id AS record_id, 'prefill_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.prefill_account_id AS target_id, r.prefill_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendors AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.prefill_account_id
WHERE r.prefill_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name,
       r.id AS record_id, 'parent_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.parent_id AS target_id, r.parent_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customers AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.parent_id
WHERE r.parent_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name,
       r.id AS record_id, 'root_customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.root_customer_id AS target_id, r.root_customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customers AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.root_customer_id
WHERE r.root_customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name,
       r.id AS record_id, 'default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.default_tax_code_id AS target_id, r.default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customers AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.default_tax_code_id
WHERE r.default_tax_code_id IS NOT NULL AND r.default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name,
       r.id AS record_id, 'customer_type_id'::text AS column_name, 'CustomerType'::text AS target_entity,
       r.customer_type_id AS target_id, r.customer_type_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customers AS r
LEFT JOIN quickbooks.customer_types AS t ON t.realm_id = r.realm_id AND t.id = r.customer_type_id
WHERE r.customer_type_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customers AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customers AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Customer'::text AS entity, 'customers'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.customers AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'parent_id'::text AS column_name, 'Item'::text AS target_entity,
       r.parent_id AS target_id, r.parent_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.parent_id
WHERE r.parent_id IS NOT NULL AND r.parent_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'sales_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.sales_tax_code_id AS target_id, r.sales_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.sales_tax_code_id
WHERE r.sales_tax_code_id IS NOT NULL AND r.sales_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.income_account_id AS target_id, r.income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.income_account_id
WHERE r.income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'purchase_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.purchase_tax_code_id AS target_id, r.purchase_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.purchase_tax_code_id
WHERE r.purchase_tax_code_id IS NOT NULL AND r.purchase_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'expense_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.expense_account_id AS target_id, r.expense_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.expense_account_id
WHERE r.expense_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'asset_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.asset_account_id AS target_id, r.asset_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.asset_account_id
WHERE r.asset_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'pref_vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.pref_vendor_id AS target_id, r.pref_vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.pref_vendor_id
WHERE r.pref_vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'items'::text AS table_name,
       r.id AS record_id, 'cogs_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.cogs_account_id AS target_id, r.cogs_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.items AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.cogs_account_id
WHERE r.cogs_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Item'::text AS entity, 'item_components'::text AS table_name,
       r.item_id AS record_id, 'component_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.component_item_id AS target_id, r.component_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.item_components AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.component_item_id
WHERE r.component_item_id IS NOT NULL AND r.component_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.items AS p WHERE p.realm_id = r.realm_id AND p.id = r.item_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.vendor_id AS target_id, r.vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_id
WHERE r.vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'ap_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ap_account_id AS target_id, r.ap_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ap_account_id
WHERE r.ap_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_orders'::text AS table_name,
       r.id AS record_id, 'ship_to_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.ship_to_id AS target_id, r.ship_to_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_orders AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.ship_to_id
WHERE r.ship_to_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'purchase_order_lines'::text AS table_name,
       r.purchase_order_id AS record_id, 'tds_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.tds_account_id AS target_id, r.tds_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_order_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.tds_account_id
WHERE r.tds_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_order_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'PurchaseOrder'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'PurchaseOrder' AND EXISTS (SELECT FROM quickbooks.purchase_orders AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimates'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimates AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'estimate_lines'::text AS table_name,
       r.estimate_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.estimate_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.estimate_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Estimate'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'Estimate' AND EXISTS (SELECT FROM quickbooks.estimates AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.vendor_id AS target_id, r.vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_id
WHERE r.vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'ap_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ap_account_id AS target_id, r.ap_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ap_account_id
WHERE r.ap_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bills'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bills AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'bill_lines'::text AS table_name,
       r.bill_id AS record_id, 'tds_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.tds_account_id AS target_id, r.tds_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.tds_account_id
WHERE r.tds_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Bill'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'Bill' AND EXISTS (SELECT FROM quickbooks.bills AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credits AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credits AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credits AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credits AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credits AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name,
       r.id AS record_id, 'vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.vendor_id AS target_id, r.vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credits AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_id
WHERE r.vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credits'::text AS table_name,
       r.id AS record_id, 'ap_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ap_account_id AS target_id, r.ap_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credits AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ap_account_id
WHERE r.ap_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'vendor_credit_lines'::text AS table_name,
       r.vendor_credit_id AS record_id, 'tds_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.tds_account_id AS target_id, r.tds_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.vendor_credit_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.tds_account_id
WHERE r.tds_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.vendor_credit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'VendorCredit'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'VendorCredit' AND EXISTS (SELECT FROM quickbooks.vendor_credits AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoices'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoices AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'invoice_lines'::text AS table_name,
       r.invoice_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.invoice_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.invoice_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Invoice'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'Invoice' AND EXISTS (SELECT FROM quickbooks.invoices AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipts'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipts AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'sales_receipt_lines'::text AS table_name,
       r.sales_receipt_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.sales_receipt_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.sales_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'SalesReceipt'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'SalesReceipt' AND EXISTS (SELECT FROM quickbooks.sales_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memos'::text AS table_name,
       r.id AS record_id, 'invoice_id'::text AS column_name, 'Invoice'::text AS target_entity,
       r.invoice_id AS target_id, r.invoice_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memos AS r
LEFT JOIN quickbooks.invoices AS t ON t.realm_id = r.realm_id AND t.id = r.invoice_id
WHERE r.invoice_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'credit_memo_lines'::text AS table_name,
       r.credit_memo_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_memo_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.credit_memo_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'CreditMemo'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'CreditMemo' AND EXISTS (SELECT FROM quickbooks.credit_memos AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipts'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipts AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'refund_receipt_lines'::text AS table_name,
       r.refund_receipt_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.refund_receipt_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.refund_receipt_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RefundReceipt'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'RefundReceipt' AND EXISTS (SELECT FROM quickbooks.refund_receipts AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'entity_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Customer' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'entity_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Vendor' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'entity_id'::text AS column_name, 'Employee'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.employees AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Employee' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchases'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchases AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'purchase_lines'::text AS table_name,
       r.purchase_id AS record_id, 'tds_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.tds_account_id AS target_id, r.tds_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.purchase_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.tds_account_id
WHERE r.tds_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.purchase_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Purchase'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'Purchase' AND EXISTS (SELECT FROM quickbooks.purchases AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entries'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entries AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entries'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entries AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entries'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entries AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entries'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entries AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entries'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entries AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'entity_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Customer' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'entity_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Vendor' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'entity_id'::text AS column_name, 'Employee'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.employees AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Employee' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'journal_entry_lines'::text AS table_name,
       r.journal_entry_id AS record_id, 'journal_code_id'::text AS column_name, 'JournalCode'::text AS target_entity,
       r.journal_code_id AS target_id, r.journal_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.journal_entry_lines AS r
LEFT JOIN quickbooks.journal_codes AS t ON t.realm_id = r.realm_id AND t.id = r.journal_code_id
WHERE r.journal_code_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.journal_entry_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'JournalEntry'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'JournalEntry' AND EXISTS (SELECT FROM quickbooks.journal_entries AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Transfer'::text AS entity, 'transfers'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.transfers AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Transfer'::text AS entity, 'transfers'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.transfers AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Transfer'::text AS entity, 'transfers'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.transfers AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Transfer'::text AS entity, 'transfers'::text AS table_name,
       r.id AS record_id, 'from_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.from_account_id AS target_id, r.from_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.transfers AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.from_account_id
WHERE r.from_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Transfer'::text AS entity, 'transfers'::text AS table_name,
       r.id AS record_id, 'to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.to_account_id AS target_id, r.to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.transfers AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.to_account_id
WHERE r.to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Transfer'::text AS entity, 'transfers'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.transfers AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditCardPayment'::text AS entity, 'credit_card_payments'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_card_payments AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditCardPayment'::text AS entity, 'credit_card_payments'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_card_payments AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditCardPayment'::text AS entity, 'credit_card_payments'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_card_payments AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditCardPayment'::text AS entity, 'credit_card_payments'::text AS table_name,
       r.id AS record_id, 'bank_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.bank_account_id AS target_id, r.bank_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_card_payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.bank_account_id
WHERE r.bank_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditCardPayment'::text AS entity, 'credit_card_payments'::text AS table_name,
       r.id AS record_id, 'credit_card_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.credit_card_account_id AS target_id, r.credit_card_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_card_payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.credit_card_account_id
WHERE r.credit_card_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'CreditCardPayment'::text AS entity, 'credit_card_payments'::text AS table_name,
       r.id AS record_id, 'vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.vendor_id AS target_id, r.vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.credit_card_payments AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_id
WHERE r.vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustments AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustments AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustments AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustments AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustments AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name,
       r.id AS record_id, 'adjust_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.adjust_account_id AS target_id, r.adjust_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.adjust_account_id
WHERE r.adjust_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustments'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustments AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustment_lines'::text AS table_name,
       r.inventory_adjustment_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustment_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.inventory_adjustments AS p WHERE p.realm_id = r.realm_id AND p.id = r.inventory_adjustment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustment_lines'::text AS table_name,
       r.inventory_adjustment_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustment_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.inventory_adjustments AS p WHERE p.realm_id = r.realm_id AND p.id = r.inventory_adjustment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'inventory_adjustment_lines'::text AS table_name,
       r.inventory_adjustment_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.inventory_adjustment_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.inventory_adjustments AS p WHERE p.realm_id = r.realm_id AND p.id = r.inventory_adjustment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'InventoryAdjustment'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'InventoryAdjustment' AND EXISTS (SELECT FROM quickbooks.inventory_adjustments AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name,
       r.id AS record_id, 'employee_id'::text AS column_name, 'Employee'::text AS target_entity,
       r.employee_id AS target_id, r.employee_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.time_activities AS r
LEFT JOIN quickbooks.employees AS t ON t.realm_id = r.realm_id AND t.id = r.employee_id
WHERE r.employee_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name,
       r.id AS record_id, 'vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.vendor_id AS target_id, r.vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.time_activities AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_id
WHERE r.vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.time_activities AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.time_activities AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name,
       r.id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.time_activities AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.time_activities AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'TimeActivity'::text AS entity, 'time_activities'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.time_activities AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charges'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charges AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charges'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charges AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charges'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charges AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charges'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charges AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charges'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charges AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charges'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charges AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charge_lines'::text AS table_name,
       r.reimburse_charge_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charge_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.reimburse_charge_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charge_lines'::text AS table_name,
       r.reimburse_charge_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charge_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.reimburse_charge_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charge_lines'::text AS table_name,
       r.reimburse_charge_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charge_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.reimburse_charge_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charge_lines'::text AS table_name,
       r.reimburse_charge_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charge_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.reimburse_charge_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charge_lines'::text AS table_name,
       r.reimburse_charge_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charge_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.reimburse_charge_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'reimburse_charge_lines'::text AS table_name,
       r.reimburse_charge_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.reimburse_charge_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.reimburse_charge_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'ReimburseCharge'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'ReimburseCharge' AND EXISTS (SELECT FROM quickbooks.reimburse_charges AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'TaxPayment'::text AS entity, 'tax_payments'::text AS table_name,
       r.id AS record_id, 'payment_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.payment_account_id AS target_id, r.payment_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.payment_account_id
WHERE r.payment_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payments'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payments AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payment_lines'::text AS table_name,
       r.payment_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payment_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payment_lines'::text AS table_name,
       r.payment_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payment_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payment_lines'::text AS table_name,
       r.payment_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payment_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'payment_lines'::text AS table_name,
       r.payment_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.payment_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Payment'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'Payment' AND EXISTS (SELECT FROM quickbooks.payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.vendor_id AS target_id, r.vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_id
WHERE r.vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'ap_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ap_account_id AS target_id, r.ap_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ap_account_id
WHERE r.ap_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'check_payment_bank_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.check_payment_bank_account_id AS target_id, r.check_payment_bank_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.check_payment_bank_account_id
WHERE r.check_payment_bank_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payments'::text AS table_name,
       r.id AS record_id, 'credit_card_payment_cc_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.credit_card_payment_cc_account_id AS target_id, r.credit_card_payment_cc_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payments AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.credit_card_payment_cc_account_id
WHERE r.credit_card_payment_cc_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payment_lines'::text AS table_name,
       r.bill_payment_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payment_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bill_payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payment_lines'::text AS table_name,
       r.bill_payment_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payment_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bill_payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payment_lines'::text AS table_name,
       r.bill_payment_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payment_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bill_payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'bill_payment_lines'::text AS table_name,
       r.bill_payment_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.bill_payment_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.bill_payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.bill_payment_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'BillPayment'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'BillPayment' AND EXISTS (SELECT FROM quickbooks.bill_payments AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposits AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposits AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposits AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposits AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposits AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposits AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposits'::text AS table_name,
       r.id AS record_id, 'cash_back_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.cash_back_account_id AS target_id, r.cash_back_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposits AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.cash_back_account_id
WHERE r.cash_back_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'entity_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Customer' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'entity_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Vendor' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'entity_id'::text AS column_name, 'Employee'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.employees AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Employee' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'deposit_lines'::text AS table_name,
       r.deposit_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.deposit_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.deposit_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Deposit'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'Deposit' AND EXISTS (SELECT FROM quickbooks.deposits AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Budget'::text AS entity, 'budget_details'::text AS table_name,
       r.budget_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.budget_details AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.budgets AS p WHERE p.realm_id = r.realm_id AND p.id = r.budget_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Budget'::text AS entity, 'budget_details'::text AS table_name,
       r.budget_id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.budget_details AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.budgets AS p WHERE p.realm_id = r.realm_id AND p.id = r.budget_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Budget'::text AS entity, 'budget_details'::text AS table_name,
       r.budget_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.budget_details AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.budgets AS p WHERE p.realm_id = r.realm_id AND p.id = r.budget_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'Budget'::text AS entity, 'budget_details'::text AS table_name,
       r.budget_id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.budget_details AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.budgets AS p WHERE p.realm_id = r.realm_id AND p.id = r.budget_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'recur_data_id'::text AS column_name, 'RecurringTransaction'::text AS target_entity,
       r.recur_data_id AS target_id, r.recur_data_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.recurring_transactions AS t ON t.realm_id = r.realm_id AND t.id = r.recur_data_id
WHERE r.recur_data_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_txn_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_txn_tax_code_id AS target_id, r.txn_tax_detail_txn_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_txn_tax_code_id
WHERE r.txn_tax_detail_txn_tax_code_id IS NOT NULL AND r.txn_tax_detail_txn_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'txn_tax_detail_default_tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.txn_tax_detail_default_tax_code_id AS target_id, r.txn_tax_detail_default_tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.txn_tax_detail_default_tax_code_id
WHERE r.txn_tax_detail_default_tax_code_id IS NOT NULL AND r.txn_tax_detail_default_tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'vendor_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.vendor_id AS target_id, r.vendor_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.vendor_id
WHERE r.vendor_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'entity_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Customer' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'entity_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Vendor' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'entity_id'::text AS column_name, 'Employee'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.employees AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Employee' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'deposit_to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.deposit_to_account_id AS target_id, r.deposit_to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.deposit_to_account_id
WHERE r.deposit_to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'from_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.from_account_id AS target_id, r.from_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.from_account_id
WHERE r.from_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'to_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.to_account_id AS target_id, r.to_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.to_account_id
WHERE r.to_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'ar_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ar_account_id AS target_id, r.ar_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ar_account_id
WHERE r.ar_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'ap_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.ap_account_id AS target_id, r.ap_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.ap_account_id
WHERE r.ap_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'sales_term_id'::text AS column_name, 'Term'::text AS target_entity,
       r.sales_term_id AS target_id, r.sales_term_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.terms AS t ON t.realm_id = r.realm_id AND t.id = r.sales_term_id
WHERE r.sales_term_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transactions'::text AS table_name,
       r.id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transactions AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.deleted_at IS NULL
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'project_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.project_id AS target_id, r.project_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.project_id
WHERE r.project_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.item_id AS target_id, r.item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.item_id
WHERE r.item_id IS NOT NULL AND r.item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'class_id'::text AS column_name, 'Class'::text AS target_entity,
       r.class_id AS target_id, r.class_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.classes AS t ON t.realm_id = r.realm_id AND t.id = r.class_id
WHERE r.class_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'item_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.item_account_id AS target_id, r.item_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.item_account_id
WHERE r.item_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'tax_code_id'::text AS column_name, 'TaxCode'::text AS target_entity,
       r.tax_code_id AS target_id, r.tax_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.tax_codes AS t ON t.realm_id = r.realm_id AND t.id = r.tax_code_id
WHERE r.tax_code_id IS NOT NULL AND r.tax_code_id NOT IN ('TAX', 'NON', 'CustomSalesTax') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'markup_info_mark_up_income_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.markup_info_mark_up_income_account_id AS target_id, r.markup_info_mark_up_income_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.markup_info_mark_up_income_account_id
WHERE r.markup_info_mark_up_income_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'group_item_id'::text AS column_name, 'Item'::text AS target_entity,
       r.group_item_id AS target_id, r.group_item_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.items AS t ON t.realm_id = r.realm_id AND t.id = r.group_item_id
WHERE r.group_item_id IS NOT NULL AND r.group_item_id NOT IN ('SHIPPING_ITEM_ID', 'HOURS') AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'discount_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.discount_account_id AS target_id, r.discount_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.discount_account_id
WHERE r.discount_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'customer_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.customer_id AS target_id, r.customer_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.customer_id
WHERE r.customer_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.account_id AS target_id, r.account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.account_id
WHERE r.account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'tds_account_id'::text AS column_name, 'Account'::text AS target_entity,
       r.tds_account_id AS target_id, r.tds_account_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.accounts AS t ON t.realm_id = r.realm_id AND t.id = r.tds_account_id
WHERE r.tds_account_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'entity_id'::text AS column_name, 'Customer'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.customers AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Customer' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'entity_id'::text AS column_name, 'Vendor'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.vendors AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Vendor' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'entity_id'::text AS column_name, 'Employee'::text AS target_entity,
       r.entity_id AS target_id, r.entity_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.employees AS t ON t.realm_id = r.realm_id AND t.id = r.entity_id
WHERE r.entity_id IS NOT NULL AND r.entity_type = 'Employee' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'department_id'::text AS column_name, 'Department'::text AS target_entity,
       r.department_id AS target_id, r.department_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.departments AS t ON t.realm_id = r.realm_id AND t.id = r.department_id
WHERE r.department_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'journal_code_id'::text AS column_name, 'JournalCode'::text AS target_entity,
       r.journal_code_id AS target_id, r.journal_code_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.journal_codes AS t ON t.realm_id = r.realm_id AND t.id = r.journal_code_id
WHERE r.journal_code_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'recurring_transaction_lines'::text AS table_name,
       r.recurring_transaction_id AS record_id, 'payment_method_id'::text AS column_name, 'PaymentMethod'::text AS target_entity,
       r.payment_method_id AS target_id, r.payment_method_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.recurring_transaction_lines AS r
LEFT JOIN quickbooks.payment_methods AS t ON t.realm_id = r.realm_id AND t.id = r.payment_method_id
WHERE r.payment_method_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.recurring_transaction_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, 'RecurringTransaction'::text AS entity, 'tax_lines'::text AS table_name,
       r.record_id AS record_id, 'tax_rate_id'::text AS column_name, 'TaxRate'::text AS target_entity,
       r.tax_rate_id AS target_id, r.tax_rate_name AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.tax_lines AS r
LEFT JOIN quickbooks.tax_rates AS t ON t.realm_id = r.realm_id AND t.id = r.tax_rate_id
WHERE r.tax_rate_id IS NOT NULL AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND r.entity = 'RecurringTransaction' AND EXISTS (SELECT FROM quickbooks.recurring_transactions AS p WHERE p.realm_id = r.realm_id AND p.id = r.record_id AND p.deleted_at IS NULL)
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'PurchaseOrder'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.purchase_orders AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'PurchaseOrder' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'Estimate'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.estimates AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'Estimate' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'Bill'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.bills AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'Bill' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'VendorCredit'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.vendor_credits AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'VendorCredit' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'Invoice'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.invoices AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'Invoice' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'SalesReceipt'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.sales_receipts AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'SalesReceipt' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'CreditMemo'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.credit_memos AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'CreditMemo' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'RefundReceipt'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.refund_receipts AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'RefundReceipt' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'Purchase'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.purchases AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'Purchase' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'JournalEntry'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.journal_entries AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'JournalEntry' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'Transfer'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.transfers AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'Transfer' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'CreditCardPayment'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.credit_card_payments AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'CreditCardPayment' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'InventoryAdjustment'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.inventory_adjustments AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'InventoryAdjustment' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'TimeActivity'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.time_activities AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'TimeActivity' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'ReimburseCharge'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.reimburse_charges AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'ReimburseCharge' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'TaxPayment'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.tax_payments AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'TaxPayment' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'Payment'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.payments AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'Payment' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'BillPayment'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.bill_payments AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'BillPayment' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true
UNION ALL
SELECT r.realm_id, r.entity AS entity, 'linked_transactions'::text AS table_name,
       r.record_id AS record_id, 'txn_id'::text AS column_name, 'Deposit'::text AS target_entity,
       r.txn_id AS target_id, NULL::text AS target_name, t.id IS NOT NULL AS is_deleted
FROM quickbooks.linked_transactions AS r
LEFT JOIN quickbooks.deposits AS t ON t.realm_id = r.realm_id AND t.id = r.txn_id
WHERE r.txn_id IS NOT NULL AND r.linked_entity = 'Deposit' AND (t.id IS NULL OR t.deleted_at IS NOT NULL) AND true;
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
