-- Generated from the catalogue; append-only.

ALTER TABLE quickbooks.company_info ADD COLUMN other_addr jsonb;

COMMENT ON COLUMN quickbooks.company_info.other_addr IS 'Further addresses, as QuickBooks sends them. [CompanyInfo.OtherAddr]';

ALTER TABLE quickbooks.company_info ADD COLUMN other_contact_info jsonb;

COMMENT ON COLUMN quickbooks.company_info.other_contact_info IS 'Further ways to reach the company, as QuickBooks sends them. [CompanyInfo.OtherContactInfo]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_line1 text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_line1 IS 'Shipping address, first line. [CompanyInfo.ShipAddr.Line1]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_line2 text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_line2 IS 'Shipping address, second line. [CompanyInfo.ShipAddr.Line2]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_line3 text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_line3 IS 'Shipping address, third line. [CompanyInfo.ShipAddr.Line3]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_line4 text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_line4 IS 'Shipping address, fourth line. [CompanyInfo.ShipAddr.Line4]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_line5 text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_line5 IS 'Shipping address, fifth line. [CompanyInfo.ShipAddr.Line5]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_city text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_city IS 'Shipping address, city. [CompanyInfo.ShipAddr.City]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_country_sub_division_code text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [CompanyInfo.ShipAddr.CountrySubDivisionCode]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_postal_code text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_postal_code IS 'Shipping address, postal code. [CompanyInfo.ShipAddr.PostalCode]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_country text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [CompanyInfo.ShipAddr.Country]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_lat text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.ShipAddr.Lat]';

ALTER TABLE quickbooks.company_info ADD COLUMN ship_addr_long text;

COMMENT ON COLUMN quickbooks.company_info.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.ShipAddr.Long]';

ALTER TABLE quickbooks.company_info ADD COLUMN multi_byte_chars_supported boolean;

COMMENT ON COLUMN quickbooks.company_info.multi_byte_chars_supported IS 'True when names may use any script. [CompanyInfo.MultiByteCharsSupported]';

ALTER TABLE quickbooks.company_info ADD COLUMN qb_version text;

COMMENT ON COLUMN quickbooks.company_info.qb_version IS 'Version of QuickBooks. [CompanyInfo.QBVersion]';

ALTER TABLE quickbooks.company_info ADD COLUMN fifo_calculation_status text;

COMMENT ON COLUMN quickbooks.company_info.fifo_calculation_status IS 'State of the first-in-first-out valuation of the stock. [CompanyInfo.FifoCalculationStatus]';

ALTER TABLE quickbooks.company_info ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.company_info FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.preferences (
  realm_id text NOT NULL,
  id text NOT NULL,
  accounting_info_prefs_first_month_of_fiscal_year text,
  accounting_info_prefs_tax_year_month text,
  accounting_info_prefs_tax_form text,
  accounting_info_prefs_use_account_numbers boolean,
  accounting_info_prefs_default_ar_account_id text,
  accounting_info_prefs_default_ar_account_name text,
  accounting_info_prefs_default_ap_account_id text,
  accounting_info_prefs_default_ap_account_name text,
  accounting_info_prefs_requires_accounts boolean,
  accounting_info_prefs_track_departments boolean,
  accounting_info_prefs_department_terminology text,
  accounting_info_prefs_class_tracking_per_txn boolean,
  accounting_info_prefs_class_tracking_per_txn_line boolean,
  accounting_info_prefs_auto_journal_entry_number boolean,
  accounting_info_prefs_book_close_date date,
  accounting_info_prefs_customer_terminology text,
  accounting_info_prefs_other_contact_info jsonb,
  advanced_inventory_prefs jsonb,
  product_and_services_prefs_for_sales boolean,
  product_and_services_prefs_for_purchase boolean,
  product_and_services_prefs_inventory_and_purchase_order boolean,
  product_and_services_prefs_quantity_with_price_and_rate boolean,
  product_and_services_prefs_quantity_on_hand boolean,
  product_and_services_prefs_uom text,
  product_and_services_prefs_revenue_recognition boolean,
  product_and_services_prefs_revenue_recognition_frequency text,
  sales_forms_prefs_custom_field jsonb,
  sales_forms_prefs_custom_txn_numbers boolean,
  sales_forms_prefs_using_progress_invoicing boolean,
  sales_forms_prefs_delayed_charges boolean,
  sales_forms_prefs_sales_email_cc text,
  sales_forms_prefs_sales_email_bcc text,
  sales_forms_prefs_email_copy_to_company boolean,
  sales_forms_prefs_allow_deposit boolean,
  sales_forms_prefs_allow_discount boolean,
  sales_forms_prefs_default_discount_account text,
  sales_forms_prefs_allow_estimates boolean,
  sales_forms_prefs_estimate_message text,
  sales_forms_prefs_e_transaction_enabled_status text,
  sales_forms_prefs_e_transaction_attach_pdf boolean,
  sales_forms_prefs_e_transaction_payment_enabled boolean,
  sales_forms_prefs_ipn_support_enabled boolean,
  sales_forms_prefs_invoice_message text,
  sales_forms_prefs_allow_service_date boolean,
  sales_forms_prefs_allow_shipping boolean,
  sales_forms_prefs_default_shipping_account text,
  sales_forms_prefs_default_item_id text,
  sales_forms_prefs_default_item_name text,
  sales_forms_prefs_default_terms_id text,
  sales_forms_prefs_default_terms_name text,
  sales_forms_prefs_default_delivery_method text,
  sales_forms_prefs_auto_apply_credit boolean,
  sales_forms_prefs_auto_apply_payments boolean,
  sales_forms_prefs_print_item_with_zero_amount boolean,
  sales_forms_prefs_default_ship_method_id text,
  sales_forms_prefs_default_ship_method_name text,
  sales_forms_prefs_default_markup numeric,
  sales_forms_prefs_track_reimbursable_expenses_as_income boolean,
  sales_forms_prefs_using_sales_orders boolean,
  sales_forms_prefs_using_price_levels boolean,
  sales_forms_prefs_default_fob text,
  sales_forms_prefs_default_customer_message text,
  email_messages_prefs_invoice_message_subject text,
  email_messages_prefs_invoice_message_message text,
  email_messages_prefs_estimate_message_subject text,
  email_messages_prefs_estimate_message_message text,
  email_messages_prefs_sales_receipt_message_subject text,
  email_messages_prefs_sales_receipt_message_message text,
  email_messages_prefs_statement_message_subject text,
  email_messages_prefs_statement_message_message text,
  email_messages_prefs_name_value jsonb,
  print_document_prefs_name_value jsonb,
  vendor_and_purchases_prefs_enable_bills boolean,
  vendor_and_purchases_prefs_tracking_by_customer boolean,
  vendor_and_purchases_prefs_billable_expense_tracking boolean,
  vendor_and_purchases_prefs_default_terms_id text,
  vendor_and_purchases_prefs_default_terms_name text,
  vendor_and_purchases_prefs_default_markup numeric,
  vendor_and_purchases_prefs_default_markup_account_id text,
  vendor_and_purchases_prefs_default_markup_account_name text,
  vendor_and_purchases_prefs_automatic_bill_payment boolean,
  vendor_and_purchases_prefs_tpar_enabled boolean,
  vendor_and_purchases_prefs_po_custom_field jsonb,
  vendor_and_purchases_prefs_msg_to_vendors text,
  vendor_and_purchases_prefs_using_inventory boolean,
  vendor_and_purchases_prefs_using_multi_location_inventory boolean,
  vendor_and_purchases_prefs_days_bills_are_due text,
  vendor_and_purchases_prefs_discount_account_id text,
  vendor_and_purchases_prefs_discount_account_name text,
  time_tracking_prefs_use_services boolean,
  time_tracking_prefs_default_time_item_id text,
  time_tracking_prefs_default_time_item_name text,
  time_tracking_prefs_bill_customers boolean,
  time_tracking_prefs_show_bill_rate_to_all boolean,
  time_tracking_prefs_work_week_start_date text,
  time_tracking_prefs_time_tracking_enabled boolean,
  time_tracking_prefs_mark_time_entries_billable boolean,
  time_tracking_prefs_mark_expenses_as_billable boolean,
  tax_prefs_using_sales_tax boolean,
  tax_prefs_partner_tax_enabled boolean,
  tax_prefs_hide_tax_management boolean,
  tax_prefs_tax_group_code_id text,
  tax_prefs_tax_group_code_name text,
  tax_prefs_tax_rate_id text,
  tax_prefs_tax_rate_name text,
  tax_prefs_pay_sales_tax text,
  tax_prefs_non_taxable_sales_tax_code_id text,
  tax_prefs_non_taxable_sales_tax_code_name text,
  tax_prefs_taxable_sales_tax_code_id text,
  tax_prefs_taxable_sales_tax_code_name text,
  finance_charges_prefs_annual_interest_rate numeric,
  finance_charges_prefs_min_fin_chrg numeric,
  finance_charges_prefs_grace_period text,
  finance_charges_prefs_calc_fin_chrg_from_txn_date boolean,
  finance_charges_prefs_assess_fin_chrg_for_overdue_charges boolean,
  finance_charges_prefs_fin_chrg_account_id text,
  finance_charges_prefs_fin_chrg_account_name text,
  currency_prefs_multi_currency_enabled boolean,
  currency_prefs_home_currency_id text,
  currency_prefs_home_currency_name text,
  report_prefs_report_basis text,
  report_prefs_calc_aging_report_from_txn_date boolean,
  other_prefs_name_value jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX preferences_updated_at ON quickbooks.preferences (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX preferences_deleted_at ON quickbooks.preferences (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX preferences_accounting_info_prefs_default_ar_account_id ON quickbooks.preferences (realm_id, accounting_info_prefs_default_ar_account_id) WHERE accounting_info_prefs_default_ar_account_id IS NOT NULL;
CREATE INDEX preferences_accounting_info_prefs_default_ap_account_id ON quickbooks.preferences (realm_id, accounting_info_prefs_default_ap_account_id) WHERE accounting_info_prefs_default_ap_account_id IS NOT NULL;
CREATE INDEX preferences_sales_forms_prefs_default_item_id ON quickbooks.preferences (realm_id, sales_forms_prefs_default_item_id) WHERE sales_forms_prefs_default_item_id IS NOT NULL;
CREATE INDEX preferences_sales_forms_prefs_default_terms_id ON quickbooks.preferences (realm_id, sales_forms_prefs_default_terms_id) WHERE sales_forms_prefs_default_terms_id IS NOT NULL;
CREATE INDEX preferences_vendor_and_purchases_prefs_default_terms_id ON quickbooks.preferences (realm_id, vendor_and_purchases_prefs_default_terms_id) WHERE vendor_and_purchases_prefs_default_terms_id IS NOT NULL;
CREATE INDEX preferences_vendor_and_purchases_prefs_default_markup_account_i ON quickbooks.preferences (realm_id, vendor_and_purchases_prefs_default_markup_account_id) WHERE vendor_and_purchases_prefs_default_markup_account_id IS NOT NULL;
CREATE INDEX preferences_vendor_and_purchases_prefs_discount_account_id ON quickbooks.preferences (realm_id, vendor_and_purchases_prefs_discount_account_id) WHERE vendor_and_purchases_prefs_discount_account_id IS NOT NULL;
CREATE INDEX preferences_time_tracking_prefs_default_time_item_id ON quickbooks.preferences (realm_id, time_tracking_prefs_default_time_item_id) WHERE time_tracking_prefs_default_time_item_id IS NOT NULL;
CREATE INDEX preferences_tax_prefs_tax_group_code_id ON quickbooks.preferences (realm_id, tax_prefs_tax_group_code_id) WHERE tax_prefs_tax_group_code_id IS NOT NULL;
CREATE INDEX preferences_tax_prefs_tax_rate_id ON quickbooks.preferences (realm_id, tax_prefs_tax_rate_id) WHERE tax_prefs_tax_rate_id IS NOT NULL;
CREATE INDEX preferences_tax_prefs_non_taxable_sales_tax_code_id ON quickbooks.preferences (realm_id, tax_prefs_non_taxable_sales_tax_code_id) WHERE tax_prefs_non_taxable_sales_tax_code_id IS NOT NULL;
CREATE INDEX preferences_tax_prefs_taxable_sales_tax_code_id ON quickbooks.preferences (realm_id, tax_prefs_taxable_sales_tax_code_id) WHERE tax_prefs_taxable_sales_tax_code_id IS NOT NULL;
CREATE INDEX preferences_finance_charges_prefs_fin_chrg_account_id ON quickbooks.preferences (realm_id, finance_charges_prefs_fin_chrg_account_id) WHERE finance_charges_prefs_fin_chrg_account_id IS NOT NULL;
CREATE INDEX preferences_currency_prefs_home_currency_id ON quickbooks.preferences (realm_id, currency_prefs_home_currency_id) WHERE currency_prefs_home_currency_id IS NOT NULL;
COMMENT ON TABLE quickbooks.preferences IS 'Settings of the company: currencies, classes, locations, sales tax, forms, custom fields.';
COMMENT ON COLUMN quickbooks.preferences.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.preferences.id IS 'QuickBooks'' id; unique among the company''s preferences. [Preferences.Id]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_first_month_of_fiscal_year IS 'Month the fiscal year starts in. [Preferences.AccountingInfoPrefs.FirstMonthOfFiscalYear]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_tax_year_month IS 'Month the tax year starts in. [Preferences.AccountingInfoPrefs.TaxYearMonth]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_tax_form IS 'Tax form the company files. [Preferences.AccountingInfoPrefs.TaxForm]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_use_account_numbers IS 'True when accounts have numbers. [Preferences.AccountingInfoPrefs.UseAccountNumbers]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_default_ar_account_id IS 'Receivables account used unless another is chosen. (id) [Preferences.AccountingInfoPrefs.DefaultARAccount.value]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_default_ar_account_name IS 'Receivables account used unless another is chosen. (name) [Preferences.AccountingInfoPrefs.DefaultARAccount.name]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_default_ap_account_id IS 'Payables account used unless another is chosen. (id) [Preferences.AccountingInfoPrefs.DefaultAPAccount.value]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_default_ap_account_name IS 'Payables account used unless another is chosen. (name) [Preferences.AccountingInfoPrefs.DefaultAPAccount.name]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_requires_accounts IS 'True when every line needs an account. [Preferences.AccountingInfoPrefs.RequiresAccounts]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_track_departments IS 'True when locations are tracked. [Preferences.AccountingInfoPrefs.TrackDepartments]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_department_terminology IS 'What the company calls its locations. [Preferences.AccountingInfoPrefs.DepartmentTerminology]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_class_tracking_per_txn IS 'True when a transaction has one class. [Preferences.AccountingInfoPrefs.ClassTrackingPerTxn]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_class_tracking_per_txn_line IS 'True when each line has a class. [Preferences.AccountingInfoPrefs.ClassTrackingPerTxnLine]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_auto_journal_entry_number IS 'True when journal entries are numbered. [Preferences.AccountingInfoPrefs.AutoJournalEntryNumber]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_book_close_date IS 'Books are closed up to this day. [Preferences.AccountingInfoPrefs.BookCloseDate]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_customer_terminology IS 'What the company calls its customers. [Preferences.AccountingInfoPrefs.CustomerTerminology]';
COMMENT ON COLUMN quickbooks.preferences.accounting_info_prefs_other_contact_info IS 'Further ways to reach the company, as QuickBooks sends them. [Preferences.AccountingInfoPrefs.OtherContactInfo]';
COMMENT ON COLUMN quickbooks.preferences.advanced_inventory_prefs IS 'Settings of the advanced inventory, as QuickBooks sends them. [Preferences.AdvancedInventoryPrefs]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_for_sales IS 'True when items stand on sales forms. [Preferences.ProductAndServicesPrefs.ForSales]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_for_purchase IS 'True when items stand on purchase forms. [Preferences.ProductAndServicesPrefs.ForPurchase]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_inventory_and_purchase_order IS 'True when inventory and purchase orders are used. [Preferences.ProductAndServicesPrefs.InventoryAndPurchaseOrder]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_quantity_with_price_and_rate IS 'True when forms show quantity and rate. [Preferences.ProductAndServicesPrefs.QuantityWithPriceAndRate]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_quantity_on_hand IS 'True when stock is tracked. [Preferences.ProductAndServicesPrefs.QuantityOnHand]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_uom IS 'Use of units of measure. [Preferences.ProductAndServicesPrefs.UOM]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_revenue_recognition IS 'True when revenue can be deferred. [Preferences.ProductAndServicesPrefs.RevenueRecognition]';
COMMENT ON COLUMN quickbooks.preferences.product_and_services_prefs_revenue_recognition_frequency IS 'How often deferred revenue is recognized. [Preferences.ProductAndServicesPrefs.RevenueRecognitionFrequency]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_custom_field IS 'Custom fields of sales forms: their names, and whether each is used. [Preferences.SalesFormsPrefs.CustomField]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_custom_txn_numbers IS 'True when people give the numbers of forms. [Preferences.SalesFormsPrefs.CustomTxnNumbers]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_using_progress_invoicing IS 'True when an estimate can be invoiced in parts. [Preferences.SalesFormsPrefs.UsingProgressInvoicing]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_delayed_charges IS 'True when charges can wait for an invoice. [Preferences.SalesFormsPrefs.DelayedCharges]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_sales_email_cc IS 'E-mail addresses that get a copy of every form. [Preferences.SalesFormsPrefs.SalesEmailCc.Address]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_sales_email_bcc IS 'E-mail addresses that get a blind copy of every form. [Preferences.SalesFormsPrefs.SalesEmailBcc.Address]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_email_copy_to_company IS 'True when the company gets a copy of every mail. [Preferences.SalesFormsPrefs.EmailCopyToCompany]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_allow_deposit IS 'True when forms can have a deposit. [Preferences.SalesFormsPrefs.AllowDeposit]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_allow_discount IS 'True when forms can have a discount. [Preferences.SalesFormsPrefs.AllowDiscount]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_discount_account IS 'Account of discounts. [Preferences.SalesFormsPrefs.DefaultDiscountAccount]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_allow_estimates IS 'True when estimates are used. [Preferences.SalesFormsPrefs.AllowEstimates]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_estimate_message IS 'Message on estimates. [Preferences.SalesFormsPrefs.EstimateMessage]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_e_transaction_enabled_status IS 'Whether forms can be sent online. [Preferences.SalesFormsPrefs.ETransactionEnabledStatus]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_e_transaction_attach_pdf IS 'True when the PDF is attached to mails. [Preferences.SalesFormsPrefs.ETransactionAttachPDF]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_e_transaction_payment_enabled IS 'True when forms sent online can be paid there. [Preferences.SalesFormsPrefs.ETransactionPaymentEnabled]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_ipn_support_enabled IS 'True when the Intuit payment network is used. [Preferences.SalesFormsPrefs.IPNSupportEnabled]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_invoice_message IS 'Message on invoices. [Preferences.SalesFormsPrefs.InvoiceMessage]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_allow_service_date IS 'True when lines have a service date. [Preferences.SalesFormsPrefs.AllowServiceDate]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_allow_shipping IS 'True when forms have shipping fields. [Preferences.SalesFormsPrefs.AllowShipping]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_shipping_account IS 'Account of shipping. [Preferences.SalesFormsPrefs.DefaultShippingAccount]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_item_id IS 'Item used unless another is chosen. (id) [Preferences.SalesFormsPrefs.DefaultItem.value]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_item_name IS 'Item used unless another is chosen. (name) [Preferences.SalesFormsPrefs.DefaultItem.name]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_terms_id IS 'Terms of payment of customers. (id) [Preferences.SalesFormsPrefs.DefaultTerms.value]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_terms_name IS 'Terms of payment of customers. (name) [Preferences.SalesFormsPrefs.DefaultTerms.name]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_delivery_method IS 'How forms are sent. [Preferences.SalesFormsPrefs.DefaultDeliveryMethod]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_auto_apply_credit IS 'True when credits are set against invoices automatically. [Preferences.SalesFormsPrefs.AutoApplyCredit]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_auto_apply_payments IS 'True when payments are set against invoices automatically. [Preferences.SalesFormsPrefs.AutoApplyPayments]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_print_item_with_zero_amount IS 'True when lines of zero are printed. [Preferences.SalesFormsPrefs.PrintItemWithZeroAmount]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_ship_method_id IS 'Method of shipping. (id) [Preferences.SalesFormsPrefs.DefaultShipMethodRef.value]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_ship_method_name IS 'Method of shipping. (name) [Preferences.SalesFormsPrefs.DefaultShipMethodRef.name]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_markup IS 'Markup on costs, in percent. [Preferences.SalesFormsPrefs.DefaultMarkup]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_track_reimbursable_expenses_as_income IS 'True when reimbursed costs count as income. [Preferences.SalesFormsPrefs.TrackReimbursableExpensesAsIncome]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_using_sales_orders IS 'True when sales orders are used. [Preferences.SalesFormsPrefs.UsingSalesOrders]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_using_price_levels IS 'True when price levels are used. [Preferences.SalesFormsPrefs.UsingPriceLevels]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_fob IS 'Free-on-board terms. [Preferences.SalesFormsPrefs.DefaultFOB]';
COMMENT ON COLUMN quickbooks.preferences.sales_forms_prefs_default_customer_message IS 'Message to the customer on forms. [Preferences.SalesFormsPrefs.DefaultCustomerMessage]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_invoice_message_subject IS 'Subject of the mail with an invoice. [Preferences.EmailMessagesPrefs.InvoiceMessage.Subject]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_invoice_message_message IS 'Text of the mail with an invoice. [Preferences.EmailMessagesPrefs.InvoiceMessage.Message]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_estimate_message_subject IS 'Subject of the mail with an estimate. [Preferences.EmailMessagesPrefs.EstimateMessage.Subject]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_estimate_message_message IS 'Text of the mail with an estimate. [Preferences.EmailMessagesPrefs.EstimateMessage.Message]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_sales_receipt_message_subject IS 'Subject of the mail with a sales receipt. [Preferences.EmailMessagesPrefs.SalesReceiptMessage.Subject]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_sales_receipt_message_message IS 'Text of the mail with a sales receipt. [Preferences.EmailMessagesPrefs.SalesReceiptMessage.Message]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_statement_message_subject IS 'Subject of the mail with a statement. [Preferences.EmailMessagesPrefs.StatementMessage.Subject]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_statement_message_message IS 'Text of the mail with a statement. [Preferences.EmailMessagesPrefs.StatementMessage.Message]';
COMMENT ON COLUMN quickbooks.preferences.email_messages_prefs_name_value IS 'Further settings as name and value. [Preferences.EmailMessagesPrefs.NameValue]';
COMMENT ON COLUMN quickbooks.preferences.print_document_prefs_name_value IS 'Further settings as name and value. [Preferences.PrintDocumentPrefs.NameValue]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_enable_bills IS 'True when bills are used. [Preferences.VendorAndPurchasesPrefs.EnableBills]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_tracking_by_customer IS 'True when costs are tracked by customer. [Preferences.VendorAndPurchasesPrefs.TrackingByCustomer]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_billable_expense_tracking IS 'True when costs can be billed. [Preferences.VendorAndPurchasesPrefs.BillableExpenseTracking]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_default_terms_id IS 'Terms of payment of bills. (id) [Preferences.VendorAndPurchasesPrefs.DefaultTerms.value]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_default_terms_name IS 'Terms of payment of bills. (name) [Preferences.VendorAndPurchasesPrefs.DefaultTerms.name]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_default_markup IS 'Markup on billable costs, in percent. [Preferences.VendorAndPurchasesPrefs.DefaultMarkup]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_default_markup_account_id IS 'Account of that markup. (id) [Preferences.VendorAndPurchasesPrefs.DefaultMarkupAccount.value]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_default_markup_account_name IS 'Account of that markup. (name) [Preferences.VendorAndPurchasesPrefs.DefaultMarkupAccount.name]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_automatic_bill_payment IS 'True when payments are set against bills automatically. [Preferences.VendorAndPurchasesPrefs.AutomaticBillPayment]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_tpar_enabled IS 'True when contractor payments are reported (Australia). [Preferences.VendorAndPurchasesPrefs.TPAREnabled]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_po_custom_field IS 'Custom fields of purchase orders: their names, and whether each is used. [Preferences.VendorAndPurchasesPrefs.POCustomField]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_msg_to_vendors IS 'Message to vendors on orders. [Preferences.VendorAndPurchasesPrefs.MsgToVendors]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_using_inventory IS 'True when inventory is used. [Preferences.VendorAndPurchasesPrefs.UsingInventory]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_using_multi_location_inventory IS 'True when inventory is kept at several sites. [Preferences.VendorAndPurchasesPrefs.UsingMultiLocationInventory]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_days_bills_are_due IS 'Days until bills are due. [Preferences.VendorAndPurchasesPrefs.DaysBillsAreDue]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_discount_account_id IS 'Account of discounts from vendors. (id) [Preferences.VendorAndPurchasesPrefs.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.preferences.vendor_and_purchases_prefs_discount_account_name IS 'Account of discounts from vendors. (name) [Preferences.VendorAndPurchasesPrefs.DiscountAccountRef.name]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_use_services IS 'True when time entries have a service. [Preferences.TimeTrackingPrefs.UseServices]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_default_time_item_id IS 'Service used unless another is chosen. (id) [Preferences.TimeTrackingPrefs.DefaultTimeItem.value]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_default_time_item_name IS 'Service used unless another is chosen. (name) [Preferences.TimeTrackingPrefs.DefaultTimeItem.name]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_bill_customers IS 'True when customers are billed for time. [Preferences.TimeTrackingPrefs.BillCustomers]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_show_bill_rate_to_all IS 'True when everyone sees the rates. [Preferences.TimeTrackingPrefs.ShowBillRateToAll]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_work_week_start_date IS 'First day of the week. [Preferences.TimeTrackingPrefs.WorkWeekStartDate]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_time_tracking_enabled IS 'True when time is tracked. [Preferences.TimeTrackingPrefs.TimeTrackingEnabled]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_mark_time_entries_billable IS 'True when time entries are billable unless changed. [Preferences.TimeTrackingPrefs.MarkTimeEntriesBillable]';
COMMENT ON COLUMN quickbooks.preferences.time_tracking_prefs_mark_expenses_as_billable IS 'True when costs are billable unless changed. [Preferences.TimeTrackingPrefs.MarkExpensesAsBillable]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_using_sales_tax IS 'True when sales tax is used. [Preferences.TaxPrefs.UsingSalesTax]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_partner_tax_enabled IS 'Automated sales tax: true set up, false not set up, empty where there is none. [Preferences.TaxPrefs.PartnerTaxEnabled]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_hide_tax_management IS 'True when the tax center is hidden. [Preferences.TaxPrefs.HideTaxManagement]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_tax_group_code_id IS 'Tax code used unless another is chosen. (id) [Preferences.TaxPrefs.TaxGroupCodeRef.value]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_tax_group_code_name IS 'Tax code used unless another is chosen. (name) [Preferences.TaxPrefs.TaxGroupCodeRef.name]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_tax_rate_id IS 'Tax rate used unless another is chosen. (id) [Preferences.TaxPrefs.TaxRateRef.value]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_tax_rate_name IS 'Tax rate used unless another is chosen. (name) [Preferences.TaxPrefs.TaxRateRef.name]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_pay_sales_tax IS 'How often sales tax is paid. [Preferences.TaxPrefs.PaySalesTax]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_non_taxable_sales_tax_code_id IS 'Tax code of sales without tax. (id) [Preferences.TaxPrefs.NonTaxableSalesTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_non_taxable_sales_tax_code_name IS 'Tax code of sales without tax. (name) [Preferences.TaxPrefs.NonTaxableSalesTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_taxable_sales_tax_code_id IS 'Tax code of sales with tax. (id) [Preferences.TaxPrefs.TaxableSalesTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.preferences.tax_prefs_taxable_sales_tax_code_name IS 'Tax code of sales with tax. (name) [Preferences.TaxPrefs.TaxableSalesTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.preferences.finance_charges_prefs_annual_interest_rate IS 'Yearly interest on overdue invoices, in percent. [Preferences.FinanceChargesPrefs.AnnualInterestRate]';
COMMENT ON COLUMN quickbooks.preferences.finance_charges_prefs_min_fin_chrg IS 'Smallest finance charge. [Preferences.FinanceChargesPrefs.MinFinChrg]';
COMMENT ON COLUMN quickbooks.preferences.finance_charges_prefs_grace_period IS 'Days of grace. [Preferences.FinanceChargesPrefs.GracePeriod]';
COMMENT ON COLUMN quickbooks.preferences.finance_charges_prefs_calc_fin_chrg_from_txn_date IS 'True when interest counts from the date of the invoice. [Preferences.FinanceChargesPrefs.CalcFinChrgFromTxnDate]';
COMMENT ON COLUMN quickbooks.preferences.finance_charges_prefs_assess_fin_chrg_for_overdue_charges IS 'True when finance charges bear interest. [Preferences.FinanceChargesPrefs.AssessFinChrgForOverdueCharges]';
COMMENT ON COLUMN quickbooks.preferences.finance_charges_prefs_fin_chrg_account_id IS 'Account of finance charges. (id) [Preferences.FinanceChargesPrefs.FinChrgAccountRef.value]';
COMMENT ON COLUMN quickbooks.preferences.finance_charges_prefs_fin_chrg_account_name IS 'Account of finance charges. (name) [Preferences.FinanceChargesPrefs.FinChrgAccountRef.name]';
COMMENT ON COLUMN quickbooks.preferences.currency_prefs_multi_currency_enabled IS 'True when the company keeps several currencies. [Preferences.CurrencyPrefs.MultiCurrencyEnabled]';
COMMENT ON COLUMN quickbooks.preferences.currency_prefs_home_currency_id IS 'Home currency; the id is its ISO code. (id) [Preferences.CurrencyPrefs.HomeCurrency.value]';
COMMENT ON COLUMN quickbooks.preferences.currency_prefs_home_currency_name IS 'Home currency; the id is its ISO code. (name) [Preferences.CurrencyPrefs.HomeCurrency.name]';
COMMENT ON COLUMN quickbooks.preferences.report_prefs_report_basis IS 'Accrual or Cash. [Preferences.ReportPrefs.ReportBasis]';
COMMENT ON COLUMN quickbooks.preferences.report_prefs_calc_aging_report_from_txn_date IS 'True when ages count from the date of the transaction. [Preferences.ReportPrefs.CalcAgingReportFromTxnDate]';
COMMENT ON COLUMN quickbooks.preferences.other_prefs_name_value IS 'Further settings as name and value. [Preferences.OtherPrefs.NameValue]';
COMMENT ON COLUMN quickbooks.preferences.created_at IS 'When it was created in QuickBooks. [Preferences.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.preferences.updated_at IS 'When QuickBooks last changed it, balances included. [Preferences.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.preferences.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Preferences.SyncToken]';
COMMENT ON COLUMN quickbooks.preferences.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.preferences.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.preferences.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.preferences.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.preferences.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.preferences ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.preferences FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.company_currencies (
  realm_id text NOT NULL,
  id text NOT NULL,
  code text,
  name text,
  active boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX company_currencies_updated_at ON quickbooks.company_currencies (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX company_currencies_deleted_at ON quickbooks.company_currencies (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.company_currencies IS 'Currencies the company uses beside its own; only with multicurrency.';
COMMENT ON COLUMN quickbooks.company_currencies.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.company_currencies.id IS 'QuickBooks'' id; unique among the company''s company currencies. [CompanyCurrency.Id]';
COMMENT ON COLUMN quickbooks.company_currencies.code IS 'ISO code of the currency; what the currency columns of other tables hold. [CompanyCurrency.Code]';
COMMENT ON COLUMN quickbooks.company_currencies.name IS 'Name of the currency. [CompanyCurrency.Name]';
COMMENT ON COLUMN quickbooks.company_currencies.active IS 'False once it was made inactive. [CompanyCurrency.Active]';
COMMENT ON COLUMN quickbooks.company_currencies.created_at IS 'When it was created in QuickBooks. [CompanyCurrency.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.company_currencies.updated_at IS 'When QuickBooks last changed it, balances included. [CompanyCurrency.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.company_currencies.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [CompanyCurrency.SyncToken]';
COMMENT ON COLUMN quickbooks.company_currencies.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.company_currencies.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.company_currencies.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.company_currencies.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.company_currencies.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.company_currencies ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.company_currencies FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.terms (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  active boolean,
  type text,
  due_days integer,
  discount_percent numeric,
  discount_days integer,
  day_of_month_due integer,
  due_next_month_days integer,
  discount_day_of_month integer,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX terms_updated_at ON quickbooks.terms (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX terms_deleted_at ON quickbooks.terms (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.terms IS 'Terms of payment.';
COMMENT ON COLUMN quickbooks.terms.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.terms.id IS 'QuickBooks'' id; unique among the company''s terms. [Term.Id]';
COMMENT ON COLUMN quickbooks.terms.name IS 'Name of the terms. [Term.Name]';
COMMENT ON COLUMN quickbooks.terms.active IS 'False once it was made inactive. [Term.Active]';
COMMENT ON COLUMN quickbooks.terms.type IS 'STANDARD (a number of days) or DATE_DRIVEN (a day of the month). [Term.Type]';
COMMENT ON COLUMN quickbooks.terms.due_days IS 'Days until the payment is due. [Term.DueDays]';
COMMENT ON COLUMN quickbooks.terms.discount_percent IS 'Discount for paying early, in percent. [Term.DiscountPercent]';
COMMENT ON COLUMN quickbooks.terms.discount_days IS 'Days in which the discount can be taken. [Term.DiscountDays]';
COMMENT ON COLUMN quickbooks.terms.day_of_month_due IS 'Day of the month the payment is due. [Term.DayOfMonthDue]';
COMMENT ON COLUMN quickbooks.terms.due_next_month_days IS 'Days before that day from which on the next month counts. [Term.DueNextMonthDays]';
COMMENT ON COLUMN quickbooks.terms.discount_day_of_month IS 'Day of the month until which the discount can be taken. [Term.DiscountDayOfMonth]';
COMMENT ON COLUMN quickbooks.terms.created_at IS 'When it was created in QuickBooks. [Term.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.terms.updated_at IS 'When QuickBooks last changed it, balances included. [Term.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.terms.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Term.SyncToken]';
COMMENT ON COLUMN quickbooks.terms.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.terms.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.terms.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.terms.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.terms.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.terms ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.terms FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.payment_methods (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  type text,
  active boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX payment_methods_updated_at ON quickbooks.payment_methods (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX payment_methods_deleted_at ON quickbooks.payment_methods (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.payment_methods IS 'Methods of payment, such as Cash, Check or a kind of card.';
COMMENT ON COLUMN quickbooks.payment_methods.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.payment_methods.id IS 'QuickBooks'' id; unique among the company''s payment methods. [PaymentMethod.Id]';
COMMENT ON COLUMN quickbooks.payment_methods.name IS 'Name of the method. [PaymentMethod.Name]';
COMMENT ON COLUMN quickbooks.payment_methods.type IS 'CREDIT_CARD or NON_CREDIT_CARD. [PaymentMethod.Type]';
COMMENT ON COLUMN quickbooks.payment_methods.active IS 'False once it was made inactive. [PaymentMethod.Active]';
COMMENT ON COLUMN quickbooks.payment_methods.created_at IS 'When it was created in QuickBooks. [PaymentMethod.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.payment_methods.updated_at IS 'When QuickBooks last changed it, balances included. [PaymentMethod.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.payment_methods.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [PaymentMethod.SyncToken]';
COMMENT ON COLUMN quickbooks.payment_methods.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.payment_methods.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.payment_methods.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.payment_methods.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.payment_methods.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.payment_methods ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.payment_methods FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.customer_types (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  parent_id text,
  parent_name text,
  fully_qualified_name text,
  active boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX customer_types_updated_at ON quickbooks.customer_types (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX customer_types_deleted_at ON quickbooks.customer_types (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX customer_types_parent_id ON quickbooks.customer_types (realm_id, parent_id) WHERE parent_id IS NOT NULL;
COMMENT ON TABLE quickbooks.customer_types IS 'Types a company sorts its customers into.';
COMMENT ON COLUMN quickbooks.customer_types.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.customer_types.id IS 'QuickBooks'' id; unique among the company''s customer types. [CustomerType.Id]';
COMMENT ON COLUMN quickbooks.customer_types.name IS 'Name of the type. [CustomerType.Name]';
COMMENT ON COLUMN quickbooks.customer_types.parent_id IS 'Type this one lies below. (id) [CustomerType.ParentRef.value]';
COMMENT ON COLUMN quickbooks.customer_types.parent_name IS 'Type this one lies below. (name) [CustomerType.ParentRef.name]';
COMMENT ON COLUMN quickbooks.customer_types.fully_qualified_name IS 'Name with the names of its parents in front, parted by colons. [CustomerType.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.customer_types.active IS 'False once it was made inactive. [CustomerType.Active]';
COMMENT ON COLUMN quickbooks.customer_types.created_at IS 'When it was created in QuickBooks. [CustomerType.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.customer_types.updated_at IS 'When QuickBooks last changed it, balances included. [CustomerType.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.customer_types.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [CustomerType.SyncToken]';
COMMENT ON COLUMN quickbooks.customer_types.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.customer_types.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.customer_types.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.customer_types.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.customer_types.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.customer_types ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.customer_types FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.classes (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  parent_id text,
  parent_name text,
  level integer,
  fully_qualified_name text,
  sub_class boolean,
  active boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX classes_updated_at ON quickbooks.classes (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX classes_deleted_at ON quickbooks.classes (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX classes_parent_id ON quickbooks.classes (realm_id, parent_id) WHERE parent_id IS NOT NULL;
COMMENT ON TABLE quickbooks.classes IS 'Classes: a second way to sort transactions, beside accounts.';
COMMENT ON COLUMN quickbooks.classes.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.classes.id IS 'QuickBooks'' id; unique among the company''s classes. [Class.Id]';
COMMENT ON COLUMN quickbooks.classes.name IS 'Name of the class. [Class.Name]';
COMMENT ON COLUMN quickbooks.classes.parent_id IS 'Class this one belongs to. (id) [Class.ParentRef.value]';
COMMENT ON COLUMN quickbooks.classes.parent_name IS 'Class this one belongs to. (name) [Class.ParentRef.name]';
COMMENT ON COLUMN quickbooks.classes.level IS 'Depth in the tree; 0 is the top. [Class.Level]';
COMMENT ON COLUMN quickbooks.classes.fully_qualified_name IS 'Name with the names of its parents in front, parted by colons. [Class.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.classes.sub_class IS 'True when the class lies below another. [Class.SubClass]';
COMMENT ON COLUMN quickbooks.classes.active IS 'False once it was made inactive (QuickBooks deletes classes only this way). [Class.Active]';
COMMENT ON COLUMN quickbooks.classes.created_at IS 'When it was created in QuickBooks. [Class.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.classes.updated_at IS 'When QuickBooks last changed it, balances included. [Class.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.classes.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Class.SyncToken]';
COMMENT ON COLUMN quickbooks.classes.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.classes.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.classes.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.classes.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.classes.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.classes ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.classes FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.departments (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  parent_id text,
  parent_name text,
  level integer,
  fully_qualified_name text,
  sub_department boolean,
  active boolean,
  address_line1 text,
  address_line2 text,
  address_line3 text,
  address_line4 text,
  address_line5 text,
  address_city text,
  address_country_sub_division_code text,
  address_postal_code text,
  address_country text,
  address_lat text,
  address_long text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX departments_updated_at ON quickbooks.departments (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX departments_deleted_at ON quickbooks.departments (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX departments_parent_id ON quickbooks.departments (realm_id, parent_id) WHERE parent_id IS NOT NULL;
COMMENT ON TABLE quickbooks.departments IS 'Locations (or stores, regions, departments: the company chooses the word).';
COMMENT ON COLUMN quickbooks.departments.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.departments.id IS 'QuickBooks'' id; unique among the company''s departments. [Department.Id]';
COMMENT ON COLUMN quickbooks.departments.name IS 'Name of the location. [Department.Name]';
COMMENT ON COLUMN quickbooks.departments.parent_id IS 'Location this one belongs to. (id) [Department.ParentRef.value]';
COMMENT ON COLUMN quickbooks.departments.parent_name IS 'Location this one belongs to. (name) [Department.ParentRef.name]';
COMMENT ON COLUMN quickbooks.departments.level IS 'Depth in the tree; 0 is the top. [Department.Level]';
COMMENT ON COLUMN quickbooks.departments.fully_qualified_name IS 'Name with the names of its parents in front, parted by colons. [Department.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.departments.sub_department IS 'True when the location lies below another. [Department.SubDepartment]';
COMMENT ON COLUMN quickbooks.departments.active IS 'False once it was made inactive (QuickBooks deletes locations only this way). [Department.Active]';
COMMENT ON COLUMN quickbooks.departments.address_line1 IS 'Address of the location, first line. [Department.Address.Line1]';
COMMENT ON COLUMN quickbooks.departments.address_line2 IS 'Address of the location, second line. [Department.Address.Line2]';
COMMENT ON COLUMN quickbooks.departments.address_line3 IS 'Address of the location, third line. [Department.Address.Line3]';
COMMENT ON COLUMN quickbooks.departments.address_line4 IS 'Address of the location, fourth line. [Department.Address.Line4]';
COMMENT ON COLUMN quickbooks.departments.address_line5 IS 'Address of the location, fifth line. [Department.Address.Line5]';
COMMENT ON COLUMN quickbooks.departments.address_city IS 'Address of the location, city. [Department.Address.City]';
COMMENT ON COLUMN quickbooks.departments.address_country_sub_division_code IS 'Address of the location, state, province or region code. [Department.Address.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.departments.address_postal_code IS 'Address of the location, postal code. [Department.Address.PostalCode]';
COMMENT ON COLUMN quickbooks.departments.address_country IS 'Address of the location, country (a name, or an ISO code since late 2025). [Department.Address.Country]';
COMMENT ON COLUMN quickbooks.departments.address_lat IS 'Address of the location, latitude as QuickBooks sends it; may be the word INVALID. [Department.Address.Lat]';
COMMENT ON COLUMN quickbooks.departments.address_long IS 'Address of the location, longitude as QuickBooks sends it; may be the word INVALID. [Department.Address.Long]';
COMMENT ON COLUMN quickbooks.departments.created_at IS 'When it was created in QuickBooks. [Department.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.departments.updated_at IS 'When QuickBooks last changed it, balances included. [Department.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.departments.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Department.SyncToken]';
COMMENT ON COLUMN quickbooks.departments.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.departments.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.departments.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.departments.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.departments.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.departments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.departments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.tax_agencies (
  realm_id text NOT NULL,
  id text NOT NULL,
  display_name text,
  tax_registration_number text,
  tax_tracked_on_sales boolean,
  tax_tracked_on_sales_account_id text,
  tax_tracked_on_sales_account_name text,
  tax_tracked_on_purchases boolean,
  tax_on_purchases_account_id text,
  tax_on_purchases_account_name text,
  tax_on_tax boolean,
  reporting_period text,
  last_file_date date,
  sales_tax_code_id text,
  sales_tax_code_name text,
  sales_tax_country text,
  sales_tax_return_id text,
  sales_tax_return_name text,
  tax_agency_config text,
  active boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX tax_agencies_updated_at ON quickbooks.tax_agencies (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX tax_agencies_deleted_at ON quickbooks.tax_agencies (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX tax_agencies_tax_tracked_on_sales_account_id ON quickbooks.tax_agencies (realm_id, tax_tracked_on_sales_account_id) WHERE tax_tracked_on_sales_account_id IS NOT NULL;
CREATE INDEX tax_agencies_tax_on_purchases_account_id ON quickbooks.tax_agencies (realm_id, tax_on_purchases_account_id) WHERE tax_on_purchases_account_id IS NOT NULL;
CREATE INDEX tax_agencies_sales_tax_code_id ON quickbooks.tax_agencies (realm_id, sales_tax_code_id) WHERE sales_tax_code_id IS NOT NULL;
COMMENT ON TABLE quickbooks.tax_agencies IS 'Agencies that collect sales tax.';
COMMENT ON COLUMN quickbooks.tax_agencies.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_agencies.id IS 'QuickBooks'' id; unique among the company''s tax agencies. [TaxAgency.Id]';
COMMENT ON COLUMN quickbooks.tax_agencies.display_name IS 'Name of the agency. [TaxAgency.DisplayName]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_registration_number IS 'Number the company is registered under. [TaxAgency.TaxRegistrationNumber]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_tracked_on_sales IS 'True when the agency taxes sales. [TaxAgency.TaxTrackedOnSales]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_tracked_on_sales_account_id IS 'Account the tax on sales is booked to. (id) [TaxAgency.TaxTrackedOnSalesAccountRef.value]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_tracked_on_sales_account_name IS 'Account the tax on sales is booked to. (name) [TaxAgency.TaxTrackedOnSalesAccountRef.name]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_tracked_on_purchases IS 'True when tax on purchases is tracked. [TaxAgency.TaxTrackedOnPurchases]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_on_purchases_account_id IS 'Account the tax on purchases is booked to. (id) [TaxAgency.TaxOnPurchasesAccountRef.value]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_on_purchases_account_name IS 'Account the tax on purchases is booked to. (name) [TaxAgency.TaxOnPurchasesAccountRef.name]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_on_tax IS 'True when its tax is taxed in turn. [TaxAgency.TaxOnTax]';
COMMENT ON COLUMN quickbooks.tax_agencies.reporting_period IS 'How often the company reports. [TaxAgency.ReportingPeriod]';
COMMENT ON COLUMN quickbooks.tax_agencies.last_file_date IS 'Day of the last return. [TaxAgency.LastFileDate]';
COMMENT ON COLUMN quickbooks.tax_agencies.sales_tax_code_id IS 'Tax code of the agency. (id) [TaxAgency.SalesTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.tax_agencies.sales_tax_code_name IS 'Tax code of the agency. (name) [TaxAgency.SalesTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.tax_agencies.sales_tax_country IS 'Country of the agency. [TaxAgency.SalesTaxCountry]';
COMMENT ON COLUMN quickbooks.tax_agencies.sales_tax_return_id IS 'Return of the agency. (id) [TaxAgency.SalesTaxReturnRef.value]';
COMMENT ON COLUMN quickbooks.tax_agencies.sales_tax_return_name IS 'Return of the agency. (name) [TaxAgency.SalesTaxReturnRef.name]';
COMMENT ON COLUMN quickbooks.tax_agencies.tax_agency_config IS 'USER_DEFINED or SYSTEM_GENERATED. [TaxAgency.TaxAgencyConfig]';
COMMENT ON COLUMN quickbooks.tax_agencies.active IS 'False once it was made inactive, where QuickBooks tells. [TaxAgency.Active]';
COMMENT ON COLUMN quickbooks.tax_agencies.created_at IS 'When it was created in QuickBooks. [TaxAgency.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.tax_agencies.updated_at IS 'When QuickBooks last changed it, balances included. [TaxAgency.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.tax_agencies.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [TaxAgency.SyncToken]';
COMMENT ON COLUMN quickbooks.tax_agencies.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.tax_agencies.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.tax_agencies.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.tax_agencies.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.tax_agencies.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.tax_agencies ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_agencies FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.tax_rates (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  description text,
  active boolean,
  rate_value numeric,
  agency_id text,
  agency_name text,
  tax_return_line_id text,
  tax_return_line_name text,
  special_tax_type text,
  display_type text,
  original_tax_rate_id text,
  original_tax_rate_name text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX tax_rates_updated_at ON quickbooks.tax_rates (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX tax_rates_deleted_at ON quickbooks.tax_rates (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX tax_rates_agency_id ON quickbooks.tax_rates (realm_id, agency_id) WHERE agency_id IS NOT NULL;
CREATE INDEX tax_rates_original_tax_rate_id ON quickbooks.tax_rates (realm_id, original_tax_rate_id) WHERE original_tax_rate_id IS NOT NULL;
COMMENT ON TABLE quickbooks.tax_rates IS 'Tax rates, with the agency each belongs to.';
COMMENT ON COLUMN quickbooks.tax_rates.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_rates.id IS 'QuickBooks'' id; unique among the company''s tax rates. [TaxRate.Id]';
COMMENT ON COLUMN quickbooks.tax_rates.name IS 'Name of the tax rate. [TaxRate.Name]';
COMMENT ON COLUMN quickbooks.tax_rates.description IS 'Description of the tax rate. [TaxRate.Description]';
COMMENT ON COLUMN quickbooks.tax_rates.active IS 'False once it was made inactive. [TaxRate.Active]';
COMMENT ON COLUMN quickbooks.tax_rates.rate_value IS 'Rate in percent, as it is now. [TaxRate.RateValue]';
COMMENT ON COLUMN quickbooks.tax_rates.agency_id IS 'Agency that collects the tax. (id) [TaxRate.AgencyRef.value]';
COMMENT ON COLUMN quickbooks.tax_rates.agency_name IS 'Agency that collects the tax. (name) [TaxRate.AgencyRef.name]';
COMMENT ON COLUMN quickbooks.tax_rates.tax_return_line_id IS 'Line of the tax return the tax counts for. (id) [TaxRate.TaxReturnLineRef.value]';
COMMENT ON COLUMN quickbooks.tax_rates.tax_return_line_name IS 'Line of the tax return the tax counts for. (name) [TaxRate.TaxReturnLineRef.name]';
COMMENT ON COLUMN quickbooks.tax_rates.special_tax_type IS 'Special kind of tax, or NONE. [TaxRate.SpecialTaxType]';
COMMENT ON COLUMN quickbooks.tax_rates.display_type IS 'Where the rate is shown: ReadOnly, HideInTransactionForms, HideInPrintedForms, HideInAll. [TaxRate.DisplayType]';
COMMENT ON COLUMN quickbooks.tax_rates.original_tax_rate_id IS 'Rate this one was made from. (id) [TaxRate.OriginalTaxRate.value]';
COMMENT ON COLUMN quickbooks.tax_rates.original_tax_rate_name IS 'Rate this one was made from. (name) [TaxRate.OriginalTaxRate.name]';
COMMENT ON COLUMN quickbooks.tax_rates.created_at IS 'When it was created in QuickBooks. [TaxRate.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.tax_rates.updated_at IS 'When QuickBooks last changed it, balances included. [TaxRate.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.tax_rates.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [TaxRate.SyncToken]';
COMMENT ON COLUMN quickbooks.tax_rates.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.tax_rates.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.tax_rates.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.tax_rates.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.tax_rates.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.tax_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.tax_codes (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  description text,
  active boolean,
  hidden boolean,
  taxable boolean,
  tax_group boolean,
  tax_code_config_type text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX tax_codes_updated_at ON quickbooks.tax_codes (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX tax_codes_deleted_at ON quickbooks.tax_codes (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.tax_codes IS 'Tax codes of transactions and lines; TAX and NON are rows of their own in the United States.';
COMMENT ON COLUMN quickbooks.tax_codes.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_codes.id IS 'QuickBooks'' id; unique among the company''s tax codes. [TaxCode.Id]';
COMMENT ON COLUMN quickbooks.tax_codes.name IS 'Name of the tax code. [TaxCode.Name]';
COMMENT ON COLUMN quickbooks.tax_codes.description IS 'Description of the tax code. [TaxCode.Description]';
COMMENT ON COLUMN quickbooks.tax_codes.active IS 'False once it was made inactive. [TaxCode.Active]';
COMMENT ON COLUMN quickbooks.tax_codes.hidden IS 'True when QuickBooks offers it no more. [TaxCode.Hidden]';
COMMENT ON COLUMN quickbooks.tax_codes.taxable IS 'True when it taxes. [TaxCode.Taxable]';
COMMENT ON COLUMN quickbooks.tax_codes.tax_group IS 'True when it is made of several rates. [TaxCode.TaxGroup]';
COMMENT ON COLUMN quickbooks.tax_codes.tax_code_config_type IS 'USER_DEFINED or SYSTEM_GENERATED. [TaxCode.TaxCodeConfigType]';
COMMENT ON COLUMN quickbooks.tax_codes.created_at IS 'When it was created in QuickBooks. [TaxCode.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.tax_codes.updated_at IS 'When QuickBooks last changed it, balances included. [TaxCode.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.tax_codes.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [TaxCode.SyncToken]';
COMMENT ON COLUMN quickbooks.tax_codes.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.tax_codes.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.tax_codes.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.tax_codes.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.tax_codes.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.tax_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_codes FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.journal_codes (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  type text,
  description text,
  active boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX journal_codes_updated_at ON quickbooks.journal_codes (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX journal_codes_deleted_at ON quickbooks.journal_codes (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.journal_codes IS 'Journals (France).';
COMMENT ON COLUMN quickbooks.journal_codes.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.journal_codes.id IS 'QuickBooks'' id; unique among the company''s journal codes. [JournalCode.Id]';
COMMENT ON COLUMN quickbooks.journal_codes.name IS 'Code of the journal. [JournalCode.Name]';
COMMENT ON COLUMN quickbooks.journal_codes.type IS 'Expenses, Sales, Bank, Nouveaux, Wages, Cash or Others. [JournalCode.Type]';
COMMENT ON COLUMN quickbooks.journal_codes.description IS 'What the journal is for. [JournalCode.Description]';
COMMENT ON COLUMN quickbooks.journal_codes.active IS 'False once it was made inactive. [JournalCode.Active]';
COMMENT ON COLUMN quickbooks.journal_codes.created_at IS 'When it was created in QuickBooks. [JournalCode.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.journal_codes.updated_at IS 'When QuickBooks last changed it, balances included. [JournalCode.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.journal_codes.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [JournalCode.SyncToken]';
COMMENT ON COLUMN quickbooks.journal_codes.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.journal_codes.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.journal_codes.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.journal_codes.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.journal_codes.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.journal_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.journal_codes FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.accounts ADD COLUMN account_purposes jsonb;

COMMENT ON COLUMN quickbooks.accounts.account_purposes IS 'What QuickBooks uses the account for, as it sends it. [Account.AccountPurposes]';

ALTER TABLE quickbooks.accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.accounts FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.vendors (
  realm_id text NOT NULL,
  id text NOT NULL,
  display_name text,
  title text,
  given_name text,
  middle_name text,
  family_name text,
  suffix text,
  company_name text,
  print_on_check_name text,
  active boolean,
  primary_phone text,
  alternate_phone text,
  mobile text,
  fax text,
  primary_email_addr text,
  web_addr text,
  organization boolean,
  other_contact_info jsonb,
  v4_id_pseudonym text,
  parent_id text,
  parent_name text,
  fully_qualified_name text,
  balance numeric,
  open_balance_date date,
  credit_limit numeric,
  acct_num text,
  currency_id text,
  currency_name text,
  term_id text,
  term_name text,
  ap_account_id text,
  ap_account_name text,
  default_tax_code_id text,
  default_tax_code_name text,
  vendor_type_id text,
  vendor_type_name text,
  prefill_account_id text,
  prefill_account_name text,
  bill_rate numeric,
  cost_rate numeric,
  bill_addr_line1 text,
  bill_addr_line2 text,
  bill_addr_line3 text,
  bill_addr_line4 text,
  bill_addr_line5 text,
  bill_addr_city text,
  bill_addr_country_sub_division_code text,
  bill_addr_postal_code text,
  bill_addr_country text,
  bill_addr_lat text,
  bill_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  other_addr jsonb,
  contact_name text,
  alt_contact_name text,
  notes text,
  tax_identifier text,
  tax_id_effective_date date,
  tax_country text,
  business_number text,
  company_registration_number text,
  vendor1099 boolean,
  t4_a_eligible boolean,
  t5018_eligible boolean,
  tax_reporting_basis text,
  gstin text,
  gst_registration_type text,
  has_tpar boolean,
  is_sub_contractor boolean,
  subcontractor_type text,
  cis_rate text,
  tds_enabled boolean,
  tds_entity_type_id text,
  tds_section_type_id text,
  tds_override_threshold boolean,
  vendor_payment_bank_detail_bank_branch_identifier text,
  vendor_payment_bank_detail_bank_account_number text,
  vendor_payment_bank_detail_bank_account_name text,
  vendor_payment_bank_detail_statement_text text,
  agency_verification_status text,
  agency_verification_status_msg text,
  agency_verification_tsutc text,
  source text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX vendors_updated_at ON quickbooks.vendors (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX vendors_deleted_at ON quickbooks.vendors (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX vendors_parent_id ON quickbooks.vendors (realm_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX vendors_currency_id ON quickbooks.vendors (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX vendors_term_id ON quickbooks.vendors (realm_id, term_id) WHERE term_id IS NOT NULL;
CREATE INDEX vendors_ap_account_id ON quickbooks.vendors (realm_id, ap_account_id) WHERE ap_account_id IS NOT NULL;
CREATE INDEX vendors_default_tax_code_id ON quickbooks.vendors (realm_id, default_tax_code_id) WHERE default_tax_code_id IS NOT NULL;
CREATE INDEX vendors_prefill_account_id ON quickbooks.vendors (realm_id, prefill_account_id) WHERE prefill_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.vendors IS 'Vendors: everyone the company buys from.';
COMMENT ON COLUMN quickbooks.vendors.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.vendors.id IS 'QuickBooks'' id; unique among the company''s vendors. [Vendor.Id]';
COMMENT ON COLUMN quickbooks.vendors.display_name IS 'Name as displayed; unique among customers, vendors and employees. [Vendor.DisplayName]';
COMMENT ON COLUMN quickbooks.vendors.title IS 'Title of the person. [Vendor.Title]';
COMMENT ON COLUMN quickbooks.vendors.given_name IS 'First name. [Vendor.GivenName]';
COMMENT ON COLUMN quickbooks.vendors.middle_name IS 'Middle name. [Vendor.MiddleName]';
COMMENT ON COLUMN quickbooks.vendors.family_name IS 'Last name. [Vendor.FamilyName]';
COMMENT ON COLUMN quickbooks.vendors.suffix IS 'Suffix such as Jr. [Vendor.Suffix]';
COMMENT ON COLUMN quickbooks.vendors.company_name IS 'Company of the person. [Vendor.CompanyName]';
COMMENT ON COLUMN quickbooks.vendors.print_on_check_name IS 'Name printed on checks. [Vendor.PrintOnCheckName]';
COMMENT ON COLUMN quickbooks.vendors.active IS 'False once it was made inactive (QuickBooks deletes names only this way). [Vendor.Active]';
COMMENT ON COLUMN quickbooks.vendors.primary_phone IS 'Main telephone number. [Vendor.PrimaryPhone.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.vendors.alternate_phone IS 'Second telephone number. [Vendor.AlternatePhone.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.vendors.mobile IS 'Mobile telephone number. [Vendor.Mobile.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.vendors.fax IS 'Fax number. [Vendor.Fax.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.vendors.primary_email_addr IS 'E-mail address. [Vendor.PrimaryEmailAddr.Address]';
COMMENT ON COLUMN quickbooks.vendors.web_addr IS 'Web site. [Vendor.WebAddr.URI]';
COMMENT ON COLUMN quickbooks.vendors.organization IS 'True for an organization, false for a person. [Vendor.Organization]';
COMMENT ON COLUMN quickbooks.vendors.other_contact_info IS 'Further ways to reach the person, as QuickBooks sends them. [Vendor.OtherContactInfo]';
COMMENT ON COLUMN quickbooks.vendors.v4_id_pseudonym IS 'Intuit''s public id of the person. [Vendor.V4IDPseudonym]';
COMMENT ON COLUMN quickbooks.vendors.parent_id IS 'Vendor this one belongs to. (id) [Vendor.ParentRef.value]';
COMMENT ON COLUMN quickbooks.vendors.parent_name IS 'Vendor this one belongs to. (name) [Vendor.ParentRef.name]';
COMMENT ON COLUMN quickbooks.vendors.fully_qualified_name IS 'Name with the names of its parents in front, parted by colons. [Vendor.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.vendors.balance IS 'Amount owed to the vendor, in its currency. [Vendor.Balance]';
COMMENT ON COLUMN quickbooks.vendors.open_balance_date IS 'Date of the opening balance. [Vendor.OpenBalanceDate]';
COMMENT ON COLUMN quickbooks.vendors.credit_limit IS 'Highest balance the vendor allows. [Vendor.CreditLimit]';
COMMENT ON COLUMN quickbooks.vendors.acct_num IS 'Account number the vendor gave the company. [Vendor.AcctNum]';
COMMENT ON COLUMN quickbooks.vendors.currency_id IS 'Currency of the vendor; the id is its ISO code. (id) [Vendor.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.vendors.currency_name IS 'Currency of the vendor; the id is its ISO code. (name) [Vendor.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.vendors.term_id IS 'Terms of payment. (id) [Vendor.TermRef.value]';
COMMENT ON COLUMN quickbooks.vendors.term_name IS 'Terms of payment. (name) [Vendor.TermRef.name]';
COMMENT ON COLUMN quickbooks.vendors.ap_account_id IS 'Payables account (France). (id) [Vendor.APAccountRef.value]';
COMMENT ON COLUMN quickbooks.vendors.ap_account_name IS 'Payables account (France). (name) [Vendor.APAccountRef.name]';
COMMENT ON COLUMN quickbooks.vendors.default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Vendor.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.vendors.default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Vendor.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.vendors.vendor_type_id IS 'Type of vendor. (id) [Vendor.VendorTypeRef.value]';
COMMENT ON COLUMN quickbooks.vendors.vendor_type_name IS 'Type of vendor. (name) [Vendor.VendorTypeRef.name]';
COMMENT ON COLUMN quickbooks.vendors.prefill_account_id IS 'Account proposed for purchases. (id) [Vendor.PrefillAccountRef.value]';
COMMENT ON COLUMN quickbooks.vendors.prefill_account_name IS 'Account proposed for purchases. (name) [Vendor.PrefillAccountRef.name]';
COMMENT ON COLUMN quickbooks.vendors.bill_rate IS 'Rate an hour is billed at. [Vendor.BillRate]';
COMMENT ON COLUMN quickbooks.vendors.cost_rate IS 'What an hour costs the company. [Vendor.CostRate]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_line1 IS 'Address, first line. [Vendor.BillAddr.Line1]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_line2 IS 'Address, second line. [Vendor.BillAddr.Line2]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_line3 IS 'Address, third line. [Vendor.BillAddr.Line3]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_line4 IS 'Address, fourth line. [Vendor.BillAddr.Line4]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_line5 IS 'Address, fifth line. [Vendor.BillAddr.Line5]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_city IS 'Address, city. [Vendor.BillAddr.City]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_country_sub_division_code IS 'Address, state, province or region code. [Vendor.BillAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_postal_code IS 'Address, postal code. [Vendor.BillAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_country IS 'Address, country (a name, or an ISO code since late 2025). [Vendor.BillAddr.Country]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_lat IS 'Address, latitude as QuickBooks sends it; may be the word INVALID. [Vendor.BillAddr.Lat]';
COMMENT ON COLUMN quickbooks.vendors.bill_addr_long IS 'Address, longitude as QuickBooks sends it; may be the word INVALID. [Vendor.BillAddr.Long]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_line1 IS 'Shipping address, first line. [Vendor.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_line2 IS 'Shipping address, second line. [Vendor.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_line3 IS 'Shipping address, third line. [Vendor.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_line4 IS 'Shipping address, fourth line. [Vendor.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_line5 IS 'Shipping address, fifth line. [Vendor.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_city IS 'Shipping address, city. [Vendor.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [Vendor.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_postal_code IS 'Shipping address, postal code. [Vendor.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [Vendor.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [Vendor.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.vendors.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [Vendor.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.vendors.other_addr IS 'Further addresses, as QuickBooks sends them. [Vendor.OtherAddr]';
COMMENT ON COLUMN quickbooks.vendors.contact_name IS 'Name of the contact. [Vendor.ContactName]';
COMMENT ON COLUMN quickbooks.vendors.alt_contact_name IS 'Name of the second contact. [Vendor.AltContactName]';
COMMENT ON COLUMN quickbooks.vendors.notes IS 'Free text about the vendor. [Vendor.Notes]';
COMMENT ON COLUMN quickbooks.vendors.tax_identifier IS 'Tax id, masked by QuickBooks except for its last digits. [Vendor.TaxIdentifier]';
COMMENT ON COLUMN quickbooks.vendors.tax_id_effective_date IS 'Day the tax id became valid. [Vendor.TaxIdEffectiveDate]';
COMMENT ON COLUMN quickbooks.vendors.tax_country IS 'Country of the tax id. [Vendor.TaxCountry]';
COMMENT ON COLUMN quickbooks.vendors.business_number IS 'Business number (Canada, United Kingdom, India). [Vendor.BusinessNumber]';
COMMENT ON COLUMN quickbooks.vendors.company_registration_number IS 'Registration number of the company (United Kingdom). [Vendor.CompanyRegistrationNumber]';
COMMENT ON COLUMN quickbooks.vendors.vendor1099 IS 'True for a contractor who gets a 1099 form (United States). [Vendor.Vendor1099]';
COMMENT ON COLUMN quickbooks.vendors.t4_a_eligible IS 'True for a contractor who gets a T4A form (Canada). [Vendor.T4AEligible]';
COMMENT ON COLUMN quickbooks.vendors.t5018_eligible IS 'True for a contractor who gets a T5018 form (Canada). [Vendor.T5018Eligible]';
COMMENT ON COLUMN quickbooks.vendors.tax_reporting_basis IS 'Cash or Accrual (France). [Vendor.TaxReportingBasis]';
COMMENT ON COLUMN quickbooks.vendors.gstin IS 'GST identification number (India). [Vendor.GSTIN]';
COMMENT ON COLUMN quickbooks.vendors.gst_registration_type IS 'GST registration type (India). [Vendor.GSTRegistrationType]';
COMMENT ON COLUMN quickbooks.vendors.has_tpar IS 'True when payments are reported yearly (Australia). [Vendor.HasTPAR]';
COMMENT ON COLUMN quickbooks.vendors.is_sub_contractor IS 'True under the construction industry scheme (United Kingdom). [Vendor.IsSubContractor]';
COMMENT ON COLUMN quickbooks.vendors.subcontractor_type IS 'Kind of subcontractor (United Kingdom). [Vendor.SubcontractorType]';
COMMENT ON COLUMN quickbooks.vendors.cis_rate IS 'Rate withheld from a subcontractor (United Kingdom). [Vendor.CISRate]';
COMMENT ON COLUMN quickbooks.vendors.tds_enabled IS 'True when tax is deducted at source (India). [Vendor.TDSEnabled]';
COMMENT ON COLUMN quickbooks.vendors.tds_entity_type_id IS 'Kind of entity for tax deducted at source (India). [Vendor.TDSEntityTypeId]';
COMMENT ON COLUMN quickbooks.vendors.tds_section_type_id IS 'Section under which tax is deducted at source (India). [Vendor.TDSSectionTypeId]';
COMMENT ON COLUMN quickbooks.vendors.tds_override_threshold IS 'True when tax is deducted below the threshold too (India). [Vendor.TDSOverrideThreshold]';
COMMENT ON COLUMN quickbooks.vendors.vendor_payment_bank_detail_bank_branch_identifier IS 'Bank branch of the vendor. [Vendor.VendorPaymentBankDetail.BankBranchIdentifier]';
COMMENT ON COLUMN quickbooks.vendors.vendor_payment_bank_detail_bank_account_number IS 'Bank account number of the vendor. [Vendor.VendorPaymentBankDetail.BankAccountNumber]';
COMMENT ON COLUMN quickbooks.vendors.vendor_payment_bank_detail_bank_account_name IS 'Name on the bank account of the vendor. [Vendor.VendorPaymentBankDetail.BankAccountName]';
COMMENT ON COLUMN quickbooks.vendors.vendor_payment_bank_detail_statement_text IS 'Text on the bank statement. [Vendor.VendorPaymentBankDetail.StatementText]';
COMMENT ON COLUMN quickbooks.vendors.agency_verification_status IS 'Whether the tax agency knows the vendor. [Vendor.AgencyVerificationStatus]';
COMMENT ON COLUMN quickbooks.vendors.agency_verification_status_msg IS 'What the tax agency said. [Vendor.AgencyVerificationStatusMsg]';
COMMENT ON COLUMN quickbooks.vendors.agency_verification_tsutc IS 'When the tax agency was asked. [Vendor.AgencyVerificationTSUTC]';
COMMENT ON COLUMN quickbooks.vendors.source IS 'Where the vendor came from; no longer sent since September 2025. [Vendor.Source]';
COMMENT ON COLUMN quickbooks.vendors.created_at IS 'When it was created in QuickBooks. [Vendor.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.vendors.updated_at IS 'When QuickBooks last changed it, balances included. [Vendor.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.vendors.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Vendor.SyncToken]';
COMMENT ON COLUMN quickbooks.vendors.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.vendors.custom_fields IS 'Custom fields as name and value. [Vendor.CustomField]';
COMMENT ON COLUMN quickbooks.vendors.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.vendors.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.vendors.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.vendors.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.vendors ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.vendors FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.employees (
  realm_id text NOT NULL,
  id text NOT NULL,
  display_name text,
  title text,
  given_name text,
  middle_name text,
  family_name text,
  suffix text,
  company_name text,
  print_on_check_name text,
  active boolean,
  primary_phone text,
  alternate_phone text,
  mobile text,
  fax text,
  primary_email_addr text,
  web_addr text,
  organization boolean,
  other_contact_info jsonb,
  v4_id_pseudonym text,
  fully_qualified_name text,
  employee_number text,
  employee_type text,
  ssn text,
  birth_date date,
  gender text,
  hired_date date,
  released_date date,
  billable_time boolean,
  bill_rate numeric,
  cost_rate numeric,
  use_time_entry text,
  primary_addr_line1 text,
  primary_addr_line2 text,
  primary_addr_line3 text,
  primary_addr_line4 text,
  primary_addr_line5 text,
  primary_addr_city text,
  primary_addr_country_sub_division_code text,
  primary_addr_postal_code text,
  primary_addr_country text,
  primary_addr_lat text,
  primary_addr_long text,
  other_addr jsonb,
  notes text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX employees_updated_at ON quickbooks.employees (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX employees_deleted_at ON quickbooks.employees (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.employees IS 'Employees: everyone who works for the company.';
COMMENT ON COLUMN quickbooks.employees.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.employees.id IS 'QuickBooks'' id; unique among the company''s employees. [Employee.Id]';
COMMENT ON COLUMN quickbooks.employees.display_name IS 'Name as displayed; unique among customers, vendors and employees. [Employee.DisplayName]';
COMMENT ON COLUMN quickbooks.employees.title IS 'Title of the person. [Employee.Title]';
COMMENT ON COLUMN quickbooks.employees.given_name IS 'First name. [Employee.GivenName]';
COMMENT ON COLUMN quickbooks.employees.middle_name IS 'Middle name. [Employee.MiddleName]';
COMMENT ON COLUMN quickbooks.employees.family_name IS 'Last name. [Employee.FamilyName]';
COMMENT ON COLUMN quickbooks.employees.suffix IS 'Suffix such as Jr. [Employee.Suffix]';
COMMENT ON COLUMN quickbooks.employees.company_name IS 'Company of the person. [Employee.CompanyName]';
COMMENT ON COLUMN quickbooks.employees.print_on_check_name IS 'Name printed on checks. [Employee.PrintOnCheckName]';
COMMENT ON COLUMN quickbooks.employees.active IS 'False once it was made inactive (QuickBooks deletes names only this way). [Employee.Active]';
COMMENT ON COLUMN quickbooks.employees.primary_phone IS 'Main telephone number. [Employee.PrimaryPhone.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.employees.alternate_phone IS 'Second telephone number. [Employee.AlternatePhone.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.employees.mobile IS 'Mobile telephone number. [Employee.Mobile.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.employees.fax IS 'Fax number. [Employee.Fax.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.employees.primary_email_addr IS 'E-mail address. [Employee.PrimaryEmailAddr.Address]';
COMMENT ON COLUMN quickbooks.employees.web_addr IS 'Web site. [Employee.WebAddr.URI]';
COMMENT ON COLUMN quickbooks.employees.organization IS 'True for an organization, false for a person. [Employee.Organization]';
COMMENT ON COLUMN quickbooks.employees.other_contact_info IS 'Further ways to reach the person, as QuickBooks sends them. [Employee.OtherContactInfo]';
COMMENT ON COLUMN quickbooks.employees.v4_id_pseudonym IS 'Intuit''s public id of the person. [Employee.V4IDPseudonym]';
COMMENT ON COLUMN quickbooks.employees.fully_qualified_name IS 'Name as displayed. [Employee.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.employees.employee_number IS 'Number of the employee in the company. [Employee.EmployeeNumber]';
COMMENT ON COLUMN quickbooks.employees.employee_type IS 'Kind of employment. [Employee.EmployeeType]';
COMMENT ON COLUMN quickbooks.employees.ssn IS 'Social security number, masked by QuickBooks. [Employee.SSN]';
COMMENT ON COLUMN quickbooks.employees.birth_date IS 'Date of birth. [Employee.BirthDate]';
COMMENT ON COLUMN quickbooks.employees.gender IS 'Male or Female. [Employee.Gender]';
COMMENT ON COLUMN quickbooks.employees.hired_date IS 'First day of work. [Employee.HiredDate]';
COMMENT ON COLUMN quickbooks.employees.released_date IS 'Last day of work. [Employee.ReleasedDate]';
COMMENT ON COLUMN quickbooks.employees.billable_time IS 'True when the time of the employee can be billed. [Employee.BillableTime]';
COMMENT ON COLUMN quickbooks.employees.bill_rate IS 'Rate an hour is billed at. [Employee.BillRate]';
COMMENT ON COLUMN quickbooks.employees.cost_rate IS 'What an hour costs the company. [Employee.CostRate]';
COMMENT ON COLUMN quickbooks.employees.use_time_entry IS 'Whether time entries are used for pay. [Employee.UseTimeEntry]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_line1 IS 'Home address, first line. [Employee.PrimaryAddr.Line1]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_line2 IS 'Home address, second line. [Employee.PrimaryAddr.Line2]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_line3 IS 'Home address, third line. [Employee.PrimaryAddr.Line3]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_line4 IS 'Home address, fourth line. [Employee.PrimaryAddr.Line4]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_line5 IS 'Home address, fifth line. [Employee.PrimaryAddr.Line5]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_city IS 'Home address, city. [Employee.PrimaryAddr.City]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_country_sub_division_code IS 'Home address, state, province or region code. [Employee.PrimaryAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_postal_code IS 'Home address, postal code. [Employee.PrimaryAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_country IS 'Home address, country (a name, or an ISO code since late 2025). [Employee.PrimaryAddr.Country]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_lat IS 'Home address, latitude as QuickBooks sends it; may be the word INVALID. [Employee.PrimaryAddr.Lat]';
COMMENT ON COLUMN quickbooks.employees.primary_addr_long IS 'Home address, longitude as QuickBooks sends it; may be the word INVALID. [Employee.PrimaryAddr.Long]';
COMMENT ON COLUMN quickbooks.employees.other_addr IS 'Further addresses, as QuickBooks sends them. [Employee.OtherAddr]';
COMMENT ON COLUMN quickbooks.employees.notes IS 'Free text about the employee. [Employee.Notes]';
COMMENT ON COLUMN quickbooks.employees.created_at IS 'When it was created in QuickBooks. [Employee.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.employees.updated_at IS 'When QuickBooks last changed it, balances included. [Employee.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.employees.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Employee.SyncToken]';
COMMENT ON COLUMN quickbooks.employees.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.employees.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.employees.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.employees.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.employees.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.employees ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.employees FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.customers ADD COLUMN organization boolean;

COMMENT ON COLUMN quickbooks.customers.organization IS 'True for an organization, false for a person. [Customer.Organization]';

ALTER TABLE quickbooks.customers ADD COLUMN other_contact_info jsonb;

COMMENT ON COLUMN quickbooks.customers.other_contact_info IS 'Further ways to reach the person, as QuickBooks sends them. [Customer.OtherContactInfo]';

ALTER TABLE quickbooks.customers ADD COLUMN cc_detail jsonb;

COMMENT ON COLUMN quickbooks.customers.cc_detail IS 'Stored card, masked by QuickBooks. [Customer.CCDetail]';

ALTER TABLE quickbooks.customers ADD COLUMN other_addr jsonb;

COMMENT ON COLUMN quickbooks.customers.other_addr IS 'Further addresses, as QuickBooks sends them. [Customer.OtherAddr]';

ALTER TABLE quickbooks.customers ADD COLUMN contact_name text;

COMMENT ON COLUMN quickbooks.customers.contact_name IS 'Name of the contact. [Customer.ContactName]';

ALTER TABLE quickbooks.customers ADD COLUMN alt_contact_name text;

COMMENT ON COLUMN quickbooks.customers.alt_contact_name IS 'Name of the second contact. [Customer.AltContactName]';

ALTER TABLE quickbooks.customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.customers FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.items ADD COLUMN percent_based boolean;

COMMENT ON COLUMN quickbooks.items.percent_based IS 'True when the price is a percentage. [Item.PercentBased]';

ALTER TABLE quickbooks.items ADD COLUMN payment_method_id text;

COMMENT ON COLUMN quickbooks.items.payment_method_id IS 'Method of payment of a payment item. (id) [Item.PaymentMethodRef.value]';

ALTER TABLE quickbooks.items ADD COLUMN payment_method_name text;

COMMENT ON COLUMN quickbooks.items.payment_method_name IS 'Method of payment of a payment item. (name) [Item.PaymentMethodRef.name]';

ALTER TABLE quickbooks.items ADD COLUMN deposit_to_account_id text;

COMMENT ON COLUMN quickbooks.items.deposit_to_account_id IS 'Account a payment item is deposited to. (id) [Item.DepositToAccountRef.value]';

ALTER TABLE quickbooks.items ADD COLUMN deposit_to_account_name text;

COMMENT ON COLUMN quickbooks.items.deposit_to_account_name IS 'Account a payment item is deposited to. (name) [Item.DepositToAccountRef.name]';

ALTER TABLE quickbooks.items ADD COLUMN cogs_account_id text;

COMMENT ON COLUMN quickbooks.items.cogs_account_id IS 'Account the cost of goods sold is booked to, older field. (id) [Item.COGSAccountRef.value]';

ALTER TABLE quickbooks.items ADD COLUMN cogs_account_name text;

COMMENT ON COLUMN quickbooks.items.cogs_account_name IS 'Account the cost of goods sold is booked to, older field. (name) [Item.COGSAccountRef.name]';

ALTER TABLE quickbooks.items ADD COLUMN uom_set_id text;

COMMENT ON COLUMN quickbooks.items.uom_set_id IS 'Set of units of measure. (id) [Item.UOMSetRef.value]';

ALTER TABLE quickbooks.items ADD COLUMN uom_set_name text;

COMMENT ON COLUMN quickbooks.items.uom_set_name IS 'Set of units of measure. (name) [Item.UOMSetRef.name]';

ALTER TABLE quickbooks.items ADD COLUMN man_part_num text;

COMMENT ON COLUMN quickbooks.items.man_part_num IS 'Manufacturer''s part number. [Item.ManPartNum]';

ALTER TABLE quickbooks.items ADD COLUMN build_point numeric;

COMMENT ON COLUMN quickbooks.items.build_point IS 'Stock at which to build again. [Item.BuildPoint]';

ALTER TABLE quickbooks.items ADD COLUMN special_item boolean;

COMMENT ON COLUMN quickbooks.items.special_item IS 'True for an item QuickBooks uses itself. [Item.SpecialItem]';

ALTER TABLE quickbooks.items ADD COLUMN special_item_type text;

COMMENT ON COLUMN quickbooks.items.special_item_type IS 'What QuickBooks uses it for. [Item.SpecialItemType]';

ALTER TABLE quickbooks.items ADD COLUMN abatement_rate numeric;

COMMENT ON COLUMN quickbooks.items.abatement_rate IS 'Abatement rate (India). [Item.AbatementRate]';

ALTER TABLE quickbooks.items ADD COLUMN reverse_charge_rate numeric;

COMMENT ON COLUMN quickbooks.items.reverse_charge_rate IS 'Reverse charge rate (India). [Item.ReverseChargeRate]';

ALTER TABLE quickbooks.items ADD COLUMN service_type text;

COMMENT ON COLUMN quickbooks.items.service_type IS 'Type of service for tax (India). [Item.ServiceType]';

ALTER TABLE quickbooks.items ADD COLUMN custom_extensions jsonb;

COMMENT ON COLUMN quickbooks.items.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Item.CustomExtensions]';

CREATE INDEX items_payment_method_id ON quickbooks.items (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;

CREATE INDEX items_deposit_to_account_id ON quickbooks.items (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;

CREATE INDEX items_cogs_account_id ON quickbooks.items (realm_id, cogs_account_id) WHERE cogs_account_id IS NOT NULL;

ALTER TABLE quickbooks.items ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.items FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.purchase_orders (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  vendor_id text,
  vendor_name text,
  ap_account_id text,
  ap_account_name text,
  vendor_addr_line1 text,
  vendor_addr_line2 text,
  vendor_addr_line3 text,
  vendor_addr_line4 text,
  vendor_addr_line5 text,
  vendor_addr_city text,
  vendor_addr_country_sub_division_code text,
  vendor_addr_postal_code text,
  vendor_addr_country text,
  vendor_addr_lat text,
  vendor_addr_long text,
  bill_email text,
  reply_email text,
  memo text,
  po_status text,
  due_date date,
  expected_date date,
  manually_closed boolean,
  class_id text,
  class_name text,
  sales_term_id text,
  sales_term_name text,
  tax_code_id text,
  tax_code_name text,
  ship_to_id text,
  ship_to_name text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  ship_method_id text,
  ship_method_name text,
  drop_ship_to_entity_id text,
  drop_ship_to_entity_name text,
  inventory_site_id text,
  inventory_site_name text,
  reimbursable_info_id text,
  reimbursable_info_name text,
  fob text,
  po_email text,
  template_id text,
  template_name text,
  print_status text,
  email_status text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX purchase_orders_updated_at ON quickbooks.purchase_orders (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX purchase_orders_txn_date ON quickbooks.purchase_orders (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX purchase_orders_deleted_at ON quickbooks.purchase_orders (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX purchase_orders_currency_id ON quickbooks.purchase_orders (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX purchase_orders_department_id ON quickbooks.purchase_orders (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX purchase_orders_project_id ON quickbooks.purchase_orders (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX purchase_orders_recur_data_id ON quickbooks.purchase_orders (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX purchase_orders_txn_tax_detail_txn_tax_code_id ON quickbooks.purchase_orders (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX purchase_orders_txn_tax_detail_default_tax_code_id ON quickbooks.purchase_orders (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX purchase_orders_vendor_id ON quickbooks.purchase_orders (realm_id, vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX purchase_orders_ap_account_id ON quickbooks.purchase_orders (realm_id, ap_account_id) WHERE ap_account_id IS NOT NULL;
CREATE INDEX purchase_orders_class_id ON quickbooks.purchase_orders (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX purchase_orders_sales_term_id ON quickbooks.purchase_orders (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX purchase_orders_tax_code_id ON quickbooks.purchase_orders (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX purchase_orders_ship_to_id ON quickbooks.purchase_orders (realm_id, ship_to_id) WHERE ship_to_id IS NOT NULL;
COMMENT ON TABLE quickbooks.purchase_orders IS 'Orders to vendors; they move no account.';
COMMENT ON COLUMN quickbooks.purchase_orders.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.purchase_orders.id IS 'QuickBooks'' id; unique among the company''s purchase orders. [PurchaseOrder.Id]';
COMMENT ON COLUMN quickbooks.purchase_orders.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [PurchaseOrder.DocNumber]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_date IS 'Date of the transaction in the company calendar. [PurchaseOrder.TxnDate]';
COMMENT ON COLUMN quickbooks.purchase_orders.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [PurchaseOrder.PrivateNote]';
COMMENT ON COLUMN quickbooks.purchase_orders.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [PurchaseOrder.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [PurchaseOrder.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.exchange_rate IS 'Home currency units for one unit of the transaction currency. [PurchaseOrder.ExchangeRate]';
COMMENT ON COLUMN quickbooks.purchase_orders.department_id IS 'Location. (id) [PurchaseOrder.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.department_name IS 'Location. (name) [PurchaseOrder.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.project_id IS 'Project the transaction belongs to. (id) [PurchaseOrder.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.project_name IS 'Project the transaction belongs to. (name) [PurchaseOrder.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.recur_data_id IS 'Template that created the transaction. (id) [PurchaseOrder.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.recur_data_name IS 'Template that created the transaction. (name) [PurchaseOrder.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [PurchaseOrder.TxnSource]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [PurchaseOrder.TxnSubType]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [PurchaseOrder.TxnStatus]';
COMMENT ON COLUMN quickbooks.purchase_orders.transaction_location_type IS 'Location type for tax (France). [PurchaseOrder.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.purchase_orders.tax_form_type IS 'Type of the tax form. [PurchaseOrder.TaxFormType]';
COMMENT ON COLUMN quickbooks.purchase_orders.tax_form_num IS 'Number of the tax form. [PurchaseOrder.TaxFormNum]';
COMMENT ON COLUMN quickbooks.purchase_orders.tag IS 'Tags, as QuickBooks sends them. [PurchaseOrder.Tag]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_approval_info_approval_status IS 'State of the approval workflow. [PurchaseOrder.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_approval_info_approval_status_detail IS 'Details of that state. [PurchaseOrder.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [PurchaseOrder.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_approval_info_last_changed_date IS 'When that state was last changed. [PurchaseOrder.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.purchase_orders.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [PurchaseOrder.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.purchase_orders.home_total_cost_amount IS 'That cost in the home currency. [PurchaseOrder.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.purchase_orders.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [PurchaseOrder.CustomExtensions]';
COMMENT ON COLUMN quickbooks.purchase_orders.total_amt IS 'Total including tax, in the transaction currency. [PurchaseOrder.TotalAmt]';
COMMENT ON COLUMN quickbooks.purchase_orders.home_total_amt IS 'Total in the home currency; only with multicurrency. [PurchaseOrder.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.purchase_orders.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [PurchaseOrder.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [PurchaseOrder.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [PurchaseOrder.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_tax_detail_total_tax IS 'Total tax. [PurchaseOrder.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [PurchaseOrder.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [PurchaseOrder.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [PurchaseOrder.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.purchase_orders.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [PurchaseOrder.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_id IS 'Vendor. (id) [PurchaseOrder.VendorRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_name IS 'Vendor. (name) [PurchaseOrder.VendorRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.ap_account_id IS 'Payables account. (id) [PurchaseOrder.APAccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.ap_account_name IS 'Payables account. (name) [PurchaseOrder.APAccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_line1 IS 'Address of the vendor, first line. [PurchaseOrder.VendorAddr.Line1]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_line2 IS 'Address of the vendor, second line. [PurchaseOrder.VendorAddr.Line2]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_line3 IS 'Address of the vendor, third line. [PurchaseOrder.VendorAddr.Line3]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_line4 IS 'Address of the vendor, fourth line. [PurchaseOrder.VendorAddr.Line4]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_line5 IS 'Address of the vendor, fifth line. [PurchaseOrder.VendorAddr.Line5]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_city IS 'Address of the vendor, city. [PurchaseOrder.VendorAddr.City]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_country_sub_division_code IS 'Address of the vendor, state, province or region code. [PurchaseOrder.VendorAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_postal_code IS 'Address of the vendor, postal code. [PurchaseOrder.VendorAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_country IS 'Address of the vendor, country (a name, or an ISO code since late 2025). [PurchaseOrder.VendorAddr.Country]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_lat IS 'Address of the vendor, latitude as QuickBooks sends it; may be the word INVALID. [PurchaseOrder.VendorAddr.Lat]';
COMMENT ON COLUMN quickbooks.purchase_orders.vendor_addr_long IS 'Address of the vendor, longitude as QuickBooks sends it; may be the word INVALID. [PurchaseOrder.VendorAddr.Long]';
COMMENT ON COLUMN quickbooks.purchase_orders.bill_email IS 'E-mail address of the form. [PurchaseOrder.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.purchase_orders.reply_email IS 'E-mail address for replies. [PurchaseOrder.ReplyEmail.Address]';
COMMENT ON COLUMN quickbooks.purchase_orders.memo IS 'Message to the vendor, printed on the form. [PurchaseOrder.Memo]';
COMMENT ON COLUMN quickbooks.purchase_orders.po_status IS 'Open or Closed. [PurchaseOrder.POStatus]';
COMMENT ON COLUMN quickbooks.purchase_orders.due_date IS 'Date the order is due. [PurchaseOrder.DueDate]';
COMMENT ON COLUMN quickbooks.purchase_orders.expected_date IS 'Date the goods are expected. [PurchaseOrder.ExpectedDate]';
COMMENT ON COLUMN quickbooks.purchase_orders.manually_closed IS 'True when the order was closed by hand. [PurchaseOrder.ManuallyClosed]';
COMMENT ON COLUMN quickbooks.purchase_orders.class_id IS 'Class of the whole order. (id) [PurchaseOrder.ClassRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.class_name IS 'Class of the whole order. (name) [PurchaseOrder.ClassRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.sales_term_id IS 'Terms of payment. (id) [PurchaseOrder.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.sales_term_name IS 'Terms of payment. (name) [PurchaseOrder.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.tax_code_id IS 'Tax code of the whole order. (id) [PurchaseOrder.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.tax_code_name IS 'Tax code of the whole order. (name) [PurchaseOrder.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_to_id IS 'Customer the goods are sent to. (id) [PurchaseOrder.ShipTo.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_to_name IS 'Customer the goods are sent to. (name) [PurchaseOrder.ShipTo.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_line1 IS 'Shipping address, first line. [PurchaseOrder.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_line2 IS 'Shipping address, second line. [PurchaseOrder.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_line3 IS 'Shipping address, third line. [PurchaseOrder.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_line4 IS 'Shipping address, fourth line. [PurchaseOrder.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_line5 IS 'Shipping address, fifth line. [PurchaseOrder.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_city IS 'Shipping address, city. [PurchaseOrder.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [PurchaseOrder.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_postal_code IS 'Shipping address, postal code. [PurchaseOrder.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [PurchaseOrder.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [PurchaseOrder.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [PurchaseOrder.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_method_id IS 'Method of shipping. (id) [PurchaseOrder.ShipMethodRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.ship_method_name IS 'Method of shipping. (name) [PurchaseOrder.ShipMethodRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.drop_ship_to_entity_id IS 'Who the vendor ships to directly. (id) [PurchaseOrder.DropShipToEntity.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.drop_ship_to_entity_name IS 'Who the vendor ships to directly. (name) [PurchaseOrder.DropShipToEntity.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.inventory_site_id IS 'Inventory site. (id) [PurchaseOrder.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.inventory_site_name IS 'Inventory site. (name) [PurchaseOrder.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.reimbursable_info_id IS 'Who reimburses the cost. (id) [PurchaseOrder.ReimbursableInfoRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.reimbursable_info_name IS 'Who reimburses the cost. (name) [PurchaseOrder.ReimbursableInfoRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.fob IS 'Free-on-board terms. [PurchaseOrder.FOB]';
COMMENT ON COLUMN quickbooks.purchase_orders.po_email IS 'E-mail address the order is sent to. [PurchaseOrder.POEmail.Address]';
COMMENT ON COLUMN quickbooks.purchase_orders.template_id IS 'Layout of the printed form. (id) [PurchaseOrder.TemplateRef.value]';
COMMENT ON COLUMN quickbooks.purchase_orders.template_name IS 'Layout of the printed form. (name) [PurchaseOrder.TemplateRef.name]';
COMMENT ON COLUMN quickbooks.purchase_orders.print_status IS 'NotSet, NeedToPrint or PrintComplete. [PurchaseOrder.PrintStatus]';
COMMENT ON COLUMN quickbooks.purchase_orders.email_status IS 'NotSet, NeedToSend or EmailSent. [PurchaseOrder.EmailStatus]';
COMMENT ON COLUMN quickbooks.purchase_orders.created_at IS 'When it was created in QuickBooks. [PurchaseOrder.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.purchase_orders.updated_at IS 'When QuickBooks last changed it, balances included. [PurchaseOrder.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.purchase_orders.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [PurchaseOrder.SyncToken]';
COMMENT ON COLUMN quickbooks.purchase_orders.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.purchase_orders.custom_fields IS 'Custom fields as name and value. [PurchaseOrder.CustomField]';
COMMENT ON COLUMN quickbooks.purchase_orders.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.purchase_orders.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.purchase_orders.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.purchase_orders.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.purchase_orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchase_orders FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.estimates (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  customer_id text,
  customer_name text,
  customer_memo text,
  bill_addr_line1 text,
  bill_addr_line2 text,
  bill_addr_line3 text,
  bill_addr_line4 text,
  bill_addr_line5 text,
  bill_addr_city text,
  bill_addr_country_sub_division_code text,
  bill_addr_postal_code text,
  bill_addr_country text,
  bill_addr_lat text,
  bill_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  ship_from_addr_line1 text,
  ship_from_addr_line2 text,
  ship_from_addr_line3 text,
  ship_from_addr_line4 text,
  ship_from_addr_line5 text,
  ship_from_addr_city text,
  ship_from_addr_country_sub_division_code text,
  ship_from_addr_postal_code text,
  ship_from_addr_country text,
  ship_from_addr_lat text,
  ship_from_addr_long text,
  free_form_address boolean,
  bill_email text,
  bill_email_cc text,
  bill_email_bcc text,
  class_id text,
  class_name text,
  sales_term_id text,
  sales_term_name text,
  due_date date,
  remit_to_id text,
  remit_to_name text,
  auto_doc_number boolean,
  govt_txn_ref_identifier text,
  sales_rep_id text,
  sales_rep_name text,
  ship_method_id text,
  ship_method_name text,
  ship_date date,
  tracking_num text,
  po_number text,
  fob text,
  apply_tax_after_discount boolean,
  shipping_tax_included_in_total_tax boolean,
  template_id text,
  template_name text,
  print_status text,
  email_status text,
  delivery_info_delivery_type text,
  delivery_info_delivery_time text,
  delivery_info_delivery_error_type text,
  ar_account_id text,
  ar_account_name text,
  payment_method_id text,
  payment_method_name text,
  payment_ref_num text,
  payment_type text,
  deposit_to_account_id text,
  deposit_to_account_name text,
  balance numeric,
  home_balance numeric,
  finance_charge boolean,
  discount_rate numeric,
  discount_amt numeric,
  tax_exemption_id text,
  tax_exemption_name text,
  expiration_date date,
  accepted_by text,
  accepted_date date,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX estimates_updated_at ON quickbooks.estimates (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX estimates_txn_date ON quickbooks.estimates (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX estimates_deleted_at ON quickbooks.estimates (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX estimates_currency_id ON quickbooks.estimates (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX estimates_department_id ON quickbooks.estimates (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX estimates_project_id ON quickbooks.estimates (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX estimates_recur_data_id ON quickbooks.estimates (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX estimates_txn_tax_detail_txn_tax_code_id ON quickbooks.estimates (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX estimates_txn_tax_detail_default_tax_code_id ON quickbooks.estimates (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX estimates_customer_id ON quickbooks.estimates (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX estimates_class_id ON quickbooks.estimates (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX estimates_sales_term_id ON quickbooks.estimates (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX estimates_ar_account_id ON quickbooks.estimates (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
CREATE INDEX estimates_payment_method_id ON quickbooks.estimates (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
CREATE INDEX estimates_deposit_to_account_id ON quickbooks.estimates (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.estimates IS 'Estimates (quotes) to customers; they move no account.';
COMMENT ON COLUMN quickbooks.estimates.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.estimates.id IS 'QuickBooks'' id; unique among the company''s estimates. [Estimate.Id]';
COMMENT ON COLUMN quickbooks.estimates.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [Estimate.DocNumber]';
COMMENT ON COLUMN quickbooks.estimates.txn_date IS 'Date of the transaction in the company calendar. [Estimate.TxnDate]';
COMMENT ON COLUMN quickbooks.estimates.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [Estimate.PrivateNote]';
COMMENT ON COLUMN quickbooks.estimates.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [Estimate.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.estimates.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [Estimate.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.estimates.exchange_rate IS 'Home currency units for one unit of the transaction currency. [Estimate.ExchangeRate]';
COMMENT ON COLUMN quickbooks.estimates.department_id IS 'Location. (id) [Estimate.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.estimates.department_name IS 'Location. (name) [Estimate.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.estimates.project_id IS 'Project the transaction belongs to. (id) [Estimate.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.estimates.project_name IS 'Project the transaction belongs to. (name) [Estimate.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.estimates.recur_data_id IS 'Template that created the transaction. (id) [Estimate.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.estimates.recur_data_name IS 'Template that created the transaction. (name) [Estimate.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.estimates.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [Estimate.TxnSource]';
COMMENT ON COLUMN quickbooks.estimates.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [Estimate.TxnSubType]';
COMMENT ON COLUMN quickbooks.estimates.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [Estimate.TxnStatus]';
COMMENT ON COLUMN quickbooks.estimates.transaction_location_type IS 'Location type for tax (France). [Estimate.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.estimates.tax_form_type IS 'Type of the tax form. [Estimate.TaxFormType]';
COMMENT ON COLUMN quickbooks.estimates.tax_form_num IS 'Number of the tax form. [Estimate.TaxFormNum]';
COMMENT ON COLUMN quickbooks.estimates.tag IS 'Tags, as QuickBooks sends them. [Estimate.Tag]';
COMMENT ON COLUMN quickbooks.estimates.txn_approval_info_approval_status IS 'State of the approval workflow. [Estimate.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.estimates.txn_approval_info_approval_status_detail IS 'Details of that state. [Estimate.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.estimates.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [Estimate.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.estimates.txn_approval_info_last_changed_date IS 'When that state was last changed. [Estimate.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.estimates.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [Estimate.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.estimates.home_total_cost_amount IS 'That cost in the home currency. [Estimate.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.estimates.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Estimate.CustomExtensions]';
COMMENT ON COLUMN quickbooks.estimates.total_amt IS 'Total including tax, in the transaction currency. [Estimate.TotalAmt]';
COMMENT ON COLUMN quickbooks.estimates.home_total_amt IS 'Total in the home currency; only with multicurrency. [Estimate.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.estimates.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [Estimate.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.estimates.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [Estimate.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.estimates.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [Estimate.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.estimates.txn_tax_detail_total_tax IS 'Total tax. [Estimate.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.estimates.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Estimate.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.estimates.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Estimate.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.estimates.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [Estimate.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.estimates.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [Estimate.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.estimates.customer_id IS 'Customer or job. (id) [Estimate.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.estimates.customer_name IS 'Customer or job. (name) [Estimate.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.estimates.customer_memo IS 'Message to the customer, printed on the form. [Estimate.CustomerMemo.value]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_line1 IS 'Billing address, first line. [Estimate.BillAddr.Line1]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_line2 IS 'Billing address, second line. [Estimate.BillAddr.Line2]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_line3 IS 'Billing address, third line. [Estimate.BillAddr.Line3]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_line4 IS 'Billing address, fourth line. [Estimate.BillAddr.Line4]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_line5 IS 'Billing address, fifth line. [Estimate.BillAddr.Line5]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_city IS 'Billing address, city. [Estimate.BillAddr.City]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_country_sub_division_code IS 'Billing address, state, province or region code. [Estimate.BillAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_postal_code IS 'Billing address, postal code. [Estimate.BillAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_country IS 'Billing address, country (a name, or an ISO code since late 2025). [Estimate.BillAddr.Country]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_lat IS 'Billing address, latitude as QuickBooks sends it; may be the word INVALID. [Estimate.BillAddr.Lat]';
COMMENT ON COLUMN quickbooks.estimates.bill_addr_long IS 'Billing address, longitude as QuickBooks sends it; may be the word INVALID. [Estimate.BillAddr.Long]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_line1 IS 'Shipping address, first line. [Estimate.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_line2 IS 'Shipping address, second line. [Estimate.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_line3 IS 'Shipping address, third line. [Estimate.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_line4 IS 'Shipping address, fourth line. [Estimate.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_line5 IS 'Shipping address, fifth line. [Estimate.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_city IS 'Shipping address, city. [Estimate.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [Estimate.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_postal_code IS 'Shipping address, postal code. [Estimate.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [Estimate.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [Estimate.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.estimates.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [Estimate.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_line1 IS 'Address the goods leave from, first line. [Estimate.ShipFromAddr.Line1]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_line2 IS 'Address the goods leave from, second line. [Estimate.ShipFromAddr.Line2]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_line3 IS 'Address the goods leave from, third line. [Estimate.ShipFromAddr.Line3]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_line4 IS 'Address the goods leave from, fourth line. [Estimate.ShipFromAddr.Line4]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_line5 IS 'Address the goods leave from, fifth line. [Estimate.ShipFromAddr.Line5]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_city IS 'Address the goods leave from, city. [Estimate.ShipFromAddr.City]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_country_sub_division_code IS 'Address the goods leave from, state, province or region code. [Estimate.ShipFromAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_postal_code IS 'Address the goods leave from, postal code. [Estimate.ShipFromAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_country IS 'Address the goods leave from, country (a name, or an ISO code since late 2025). [Estimate.ShipFromAddr.Country]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_lat IS 'Address the goods leave from, latitude as QuickBooks sends it; may be the word INVALID. [Estimate.ShipFromAddr.Lat]';
COMMENT ON COLUMN quickbooks.estimates.ship_from_addr_long IS 'Address the goods leave from, longitude as QuickBooks sends it; may be the word INVALID. [Estimate.ShipFromAddr.Long]';
COMMENT ON COLUMN quickbooks.estimates.free_form_address IS 'True when the shipping address is free text. [Estimate.FreeFormAddress]';
COMMENT ON COLUMN quickbooks.estimates.bill_email IS 'E-mail address the form is sent to. [Estimate.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.estimates.bill_email_cc IS 'E-mail addresses that get a copy. [Estimate.BillEmailCc.Address]';
COMMENT ON COLUMN quickbooks.estimates.bill_email_bcc IS 'E-mail addresses that get a blind copy. [Estimate.BillEmailBcc.Address]';
COMMENT ON COLUMN quickbooks.estimates.class_id IS 'Class of the whole transaction. (id) [Estimate.ClassRef.value]';
COMMENT ON COLUMN quickbooks.estimates.class_name IS 'Class of the whole transaction. (name) [Estimate.ClassRef.name]';
COMMENT ON COLUMN quickbooks.estimates.sales_term_id IS 'Terms of payment. (id) [Estimate.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.estimates.sales_term_name IS 'Terms of payment. (name) [Estimate.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.estimates.due_date IS 'Date the payment is due. [Estimate.DueDate]';
COMMENT ON COLUMN quickbooks.estimates.remit_to_id IS 'Name payments are to be sent to. (id) [Estimate.RemitToRef.value]';
COMMENT ON COLUMN quickbooks.estimates.remit_to_name IS 'Name payments are to be sent to. (name) [Estimate.RemitToRef.name]';
COMMENT ON COLUMN quickbooks.estimates.auto_doc_number IS 'True when QuickBooks gave the number. [Estimate.AutoDocNumber]';
COMMENT ON COLUMN quickbooks.estimates.govt_txn_ref_identifier IS 'Government reference of the transaction (Brazil, India). [Estimate.GovtTxnRefIdentifier]';
COMMENT ON COLUMN quickbooks.estimates.sales_rep_id IS 'Sales representative. (id) [Estimate.SalesRepRef.value]';
COMMENT ON COLUMN quickbooks.estimates.sales_rep_name IS 'Sales representative. (name) [Estimate.SalesRepRef.name]';
COMMENT ON COLUMN quickbooks.estimates.ship_method_id IS 'Method of shipping. (id) [Estimate.ShipMethodRef.value]';
COMMENT ON COLUMN quickbooks.estimates.ship_method_name IS 'Method of shipping. (name) [Estimate.ShipMethodRef.name]';
COMMENT ON COLUMN quickbooks.estimates.ship_date IS 'Date of shipping. [Estimate.ShipDate]';
COMMENT ON COLUMN quickbooks.estimates.tracking_num IS 'Shipper''s tracking number. [Estimate.TrackingNum]';
COMMENT ON COLUMN quickbooks.estimates.po_number IS 'Customer''s purchase order number. [Estimate.PONumber]';
COMMENT ON COLUMN quickbooks.estimates.fob IS 'Free-on-board terms. [Estimate.FOB]';
COMMENT ON COLUMN quickbooks.estimates.apply_tax_after_discount IS 'True when the discount is taken off before tax. [Estimate.ApplyTaxAfterDiscount]';
COMMENT ON COLUMN quickbooks.estimates.shipping_tax_included_in_total_tax IS 'True when tax on shipping is part of the total tax. [Estimate.ShippingTaxIncludedInTotalTax]';
COMMENT ON COLUMN quickbooks.estimates.template_id IS 'Layout of the printed form. (id) [Estimate.TemplateRef.value]';
COMMENT ON COLUMN quickbooks.estimates.template_name IS 'Layout of the printed form. (name) [Estimate.TemplateRef.name]';
COMMENT ON COLUMN quickbooks.estimates.print_status IS 'NotSet, NeedToPrint or PrintComplete. [Estimate.PrintStatus]';
COMMENT ON COLUMN quickbooks.estimates.email_status IS 'NotSet, NeedToSend or EmailSent. [Estimate.EmailStatus]';
COMMENT ON COLUMN quickbooks.estimates.delivery_info_delivery_type IS 'How the form was last sent. [Estimate.DeliveryInfo.DeliveryType]';
COMMENT ON COLUMN quickbooks.estimates.delivery_info_delivery_time IS 'When the form was last sent, as QuickBooks writes it. [Estimate.DeliveryInfo.DeliveryTime]';
COMMENT ON COLUMN quickbooks.estimates.delivery_info_delivery_error_type IS 'Why the last sending failed. [Estimate.DeliveryInfo.DeliveryErrorType]';
COMMENT ON COLUMN quickbooks.estimates.ar_account_id IS 'Receivables account. (id) [Estimate.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.estimates.ar_account_name IS 'Receivables account. (name) [Estimate.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.estimates.payment_method_id IS 'Method of payment. (id) [Estimate.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.estimates.payment_method_name IS 'Method of payment. (name) [Estimate.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.estimates.payment_ref_num IS 'Number of the check or other payment. [Estimate.PaymentRefNum]';
COMMENT ON COLUMN quickbooks.estimates.payment_type IS 'Cash, Check, CreditCard or Other. [Estimate.PaymentType]';
COMMENT ON COLUMN quickbooks.estimates.deposit_to_account_id IS 'Account the money is deposited to. (id) [Estimate.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.estimates.deposit_to_account_name IS 'Account the money is deposited to. (name) [Estimate.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.estimates.balance IS 'Amount still open, in the transaction currency. [Estimate.Balance]';
COMMENT ON COLUMN quickbooks.estimates.home_balance IS 'Amount still open, in the home currency. [Estimate.HomeBalance]';
COMMENT ON COLUMN quickbooks.estimates.finance_charge IS 'True when the transaction is a finance charge. [Estimate.FinanceCharge]';
COMMENT ON COLUMN quickbooks.estimates.discount_rate IS 'Discount on the whole, in percent. [Estimate.DiscountRate]';
COMMENT ON COLUMN quickbooks.estimates.discount_amt IS 'Discount on the whole, as an amount. [Estimate.DiscountAmt]';
COMMENT ON COLUMN quickbooks.estimates.tax_exemption_id IS 'Reason the customer pays no tax. (id) [Estimate.TaxExemptionRef.value]';
COMMENT ON COLUMN quickbooks.estimates.tax_exemption_name IS 'Reason the customer pays no tax. (name) [Estimate.TaxExemptionRef.name]';
COMMENT ON COLUMN quickbooks.estimates.expiration_date IS 'Last day the offer holds. [Estimate.ExpirationDate]';
COMMENT ON COLUMN quickbooks.estimates.accepted_by IS 'Who accepted the offer. [Estimate.AcceptedBy]';
COMMENT ON COLUMN quickbooks.estimates.accepted_date IS 'Day the offer was accepted. [Estimate.AcceptedDate]';
COMMENT ON COLUMN quickbooks.estimates.created_at IS 'When it was created in QuickBooks. [Estimate.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.estimates.updated_at IS 'When QuickBooks last changed it, balances included. [Estimate.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.estimates.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Estimate.SyncToken]';
COMMENT ON COLUMN quickbooks.estimates.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.estimates.custom_fields IS 'Custom fields as name and value. [Estimate.CustomField]';
COMMENT ON COLUMN quickbooks.estimates.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.estimates.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.estimates.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.estimates.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.estimates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.estimates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.bills (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  vendor_id text,
  vendor_name text,
  ap_account_id text,
  ap_account_name text,
  vendor_addr_line1 text,
  vendor_addr_line2 text,
  vendor_addr_line3 text,
  vendor_addr_line4 text,
  vendor_addr_line5 text,
  vendor_addr_city text,
  vendor_addr_country_sub_division_code text,
  vendor_addr_postal_code text,
  vendor_addr_country text,
  vendor_addr_lat text,
  vendor_addr_long text,
  bill_email text,
  reply_email text,
  memo text,
  sales_term_id text,
  sales_term_name text,
  due_date date,
  balance numeric,
  home_balance numeric,
  payer_id text,
  payer_name text,
  remit_to_addr_line1 text,
  remit_to_addr_line2 text,
  remit_to_addr_line3 text,
  remit_to_addr_line4 text,
  remit_to_addr_line5 text,
  remit_to_addr_city text,
  remit_to_addr_country_sub_division_code text,
  remit_to_addr_postal_code text,
  remit_to_addr_country text,
  remit_to_addr_lat text,
  remit_to_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  less_cis numeric,
  include_in_annual_tpar boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX bills_updated_at ON quickbooks.bills (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX bills_txn_date ON quickbooks.bills (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX bills_deleted_at ON quickbooks.bills (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX bills_currency_id ON quickbooks.bills (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX bills_department_id ON quickbooks.bills (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX bills_project_id ON quickbooks.bills (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX bills_recur_data_id ON quickbooks.bills (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX bills_txn_tax_detail_txn_tax_code_id ON quickbooks.bills (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX bills_txn_tax_detail_default_tax_code_id ON quickbooks.bills (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX bills_vendor_id ON quickbooks.bills (realm_id, vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX bills_ap_account_id ON quickbooks.bills (realm_id, ap_account_id) WHERE ap_account_id IS NOT NULL;
CREATE INDEX bills_sales_term_id ON quickbooks.bills (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
COMMENT ON TABLE quickbooks.bills IS 'Bills from vendors: purchases that are paid later.';
COMMENT ON COLUMN quickbooks.bills.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.bills.id IS 'QuickBooks'' id; unique among the company''s bills. [Bill.Id]';
COMMENT ON COLUMN quickbooks.bills.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [Bill.DocNumber]';
COMMENT ON COLUMN quickbooks.bills.txn_date IS 'Date of the transaction in the company calendar. [Bill.TxnDate]';
COMMENT ON COLUMN quickbooks.bills.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [Bill.PrivateNote]';
COMMENT ON COLUMN quickbooks.bills.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [Bill.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.bills.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [Bill.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.bills.exchange_rate IS 'Home currency units for one unit of the transaction currency. [Bill.ExchangeRate]';
COMMENT ON COLUMN quickbooks.bills.department_id IS 'Location. (id) [Bill.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.bills.department_name IS 'Location. (name) [Bill.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.bills.project_id IS 'Project the transaction belongs to. (id) [Bill.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.bills.project_name IS 'Project the transaction belongs to. (name) [Bill.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.bills.recur_data_id IS 'Template that created the transaction. (id) [Bill.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.bills.recur_data_name IS 'Template that created the transaction. (name) [Bill.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.bills.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [Bill.TxnSource]';
COMMENT ON COLUMN quickbooks.bills.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [Bill.TxnSubType]';
COMMENT ON COLUMN quickbooks.bills.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [Bill.TxnStatus]';
COMMENT ON COLUMN quickbooks.bills.transaction_location_type IS 'Location type for tax (France). [Bill.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.bills.tax_form_type IS 'Type of the tax form. [Bill.TaxFormType]';
COMMENT ON COLUMN quickbooks.bills.tax_form_num IS 'Number of the tax form. [Bill.TaxFormNum]';
COMMENT ON COLUMN quickbooks.bills.tag IS 'Tags, as QuickBooks sends them. [Bill.Tag]';
COMMENT ON COLUMN quickbooks.bills.txn_approval_info_approval_status IS 'State of the approval workflow. [Bill.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.bills.txn_approval_info_approval_status_detail IS 'Details of that state. [Bill.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.bills.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [Bill.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.bills.txn_approval_info_last_changed_date IS 'When that state was last changed. [Bill.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.bills.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [Bill.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.bills.home_total_cost_amount IS 'That cost in the home currency. [Bill.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.bills.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Bill.CustomExtensions]';
COMMENT ON COLUMN quickbooks.bills.total_amt IS 'Total including tax, in the transaction currency. [Bill.TotalAmt]';
COMMENT ON COLUMN quickbooks.bills.home_total_amt IS 'Total in the home currency; only with multicurrency. [Bill.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.bills.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [Bill.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.bills.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [Bill.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.bills.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [Bill.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.bills.txn_tax_detail_total_tax IS 'Total tax. [Bill.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.bills.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Bill.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.bills.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Bill.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.bills.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [Bill.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.bills.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [Bill.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.bills.vendor_id IS 'Vendor. (id) [Bill.VendorRef.value]';
COMMENT ON COLUMN quickbooks.bills.vendor_name IS 'Vendor. (name) [Bill.VendorRef.name]';
COMMENT ON COLUMN quickbooks.bills.ap_account_id IS 'Payables account. (id) [Bill.APAccountRef.value]';
COMMENT ON COLUMN quickbooks.bills.ap_account_name IS 'Payables account. (name) [Bill.APAccountRef.name]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_line1 IS 'Address of the vendor, first line. [Bill.VendorAddr.Line1]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_line2 IS 'Address of the vendor, second line. [Bill.VendorAddr.Line2]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_line3 IS 'Address of the vendor, third line. [Bill.VendorAddr.Line3]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_line4 IS 'Address of the vendor, fourth line. [Bill.VendorAddr.Line4]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_line5 IS 'Address of the vendor, fifth line. [Bill.VendorAddr.Line5]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_city IS 'Address of the vendor, city. [Bill.VendorAddr.City]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_country_sub_division_code IS 'Address of the vendor, state, province or region code. [Bill.VendorAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_postal_code IS 'Address of the vendor, postal code. [Bill.VendorAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_country IS 'Address of the vendor, country (a name, or an ISO code since late 2025). [Bill.VendorAddr.Country]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_lat IS 'Address of the vendor, latitude as QuickBooks sends it; may be the word INVALID. [Bill.VendorAddr.Lat]';
COMMENT ON COLUMN quickbooks.bills.vendor_addr_long IS 'Address of the vendor, longitude as QuickBooks sends it; may be the word INVALID. [Bill.VendorAddr.Long]';
COMMENT ON COLUMN quickbooks.bills.bill_email IS 'E-mail address of the form. [Bill.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.bills.reply_email IS 'E-mail address for replies. [Bill.ReplyEmail.Address]';
COMMENT ON COLUMN quickbooks.bills.memo IS 'Message to the vendor, printed on the form. [Bill.Memo]';
COMMENT ON COLUMN quickbooks.bills.sales_term_id IS 'Terms of payment. (id) [Bill.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.bills.sales_term_name IS 'Terms of payment. (name) [Bill.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.bills.due_date IS 'Date the payment is due. [Bill.DueDate]';
COMMENT ON COLUMN quickbooks.bills.balance IS 'Amount still to be paid, in the transaction currency. [Bill.Balance]';
COMMENT ON COLUMN quickbooks.bills.home_balance IS 'Amount still to be paid, in the home currency. [Bill.HomeBalance]';
COMMENT ON COLUMN quickbooks.bills.payer_id IS 'Who pays the bill. (id) [Bill.PayerRef.value]';
COMMENT ON COLUMN quickbooks.bills.payer_name IS 'Who pays the bill. (name) [Bill.PayerRef.name]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_line1 IS 'Address the payment goes to, first line. [Bill.RemitToAddr.Line1]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_line2 IS 'Address the payment goes to, second line. [Bill.RemitToAddr.Line2]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_line3 IS 'Address the payment goes to, third line. [Bill.RemitToAddr.Line3]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_line4 IS 'Address the payment goes to, fourth line. [Bill.RemitToAddr.Line4]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_line5 IS 'Address the payment goes to, fifth line. [Bill.RemitToAddr.Line5]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_city IS 'Address the payment goes to, city. [Bill.RemitToAddr.City]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_country_sub_division_code IS 'Address the payment goes to, state, province or region code. [Bill.RemitToAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_postal_code IS 'Address the payment goes to, postal code. [Bill.RemitToAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_country IS 'Address the payment goes to, country (a name, or an ISO code since late 2025). [Bill.RemitToAddr.Country]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_lat IS 'Address the payment goes to, latitude as QuickBooks sends it; may be the word INVALID. [Bill.RemitToAddr.Lat]';
COMMENT ON COLUMN quickbooks.bills.remit_to_addr_long IS 'Address the payment goes to, longitude as QuickBooks sends it; may be the word INVALID. [Bill.RemitToAddr.Long]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_line1 IS 'Shipping address, first line. [Bill.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_line2 IS 'Shipping address, second line. [Bill.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_line3 IS 'Shipping address, third line. [Bill.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_line4 IS 'Shipping address, fourth line. [Bill.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_line5 IS 'Shipping address, fifth line. [Bill.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_city IS 'Shipping address, city. [Bill.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [Bill.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_postal_code IS 'Shipping address, postal code. [Bill.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [Bill.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [Bill.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.bills.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [Bill.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.bills.less_cis IS 'Amount withheld under the construction industry scheme (United Kingdom). [Bill.LessCIS]';
COMMENT ON COLUMN quickbooks.bills.include_in_annual_tpar IS 'True when it counts for the taxable payments annual report (Australia). [Bill.IncludeInAnnualTPAR]';
COMMENT ON COLUMN quickbooks.bills.created_at IS 'When it was created in QuickBooks. [Bill.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.bills.updated_at IS 'When QuickBooks last changed it, balances included. [Bill.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.bills.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Bill.SyncToken]';
COMMENT ON COLUMN quickbooks.bills.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.bills.custom_fields IS 'Custom fields as name and value. [Bill.CustomField]';
COMMENT ON COLUMN quickbooks.bills.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.bills.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.bills.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.bills.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.bills ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bills FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.vendor_credits (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  vendor_id text,
  vendor_name text,
  ap_account_id text,
  ap_account_name text,
  vendor_addr_line1 text,
  vendor_addr_line2 text,
  vendor_addr_line3 text,
  vendor_addr_line4 text,
  vendor_addr_line5 text,
  vendor_addr_city text,
  vendor_addr_country_sub_division_code text,
  vendor_addr_postal_code text,
  vendor_addr_country text,
  vendor_addr_lat text,
  vendor_addr_long text,
  bill_email text,
  reply_email text,
  memo text,
  balance numeric,
  home_balance numeric,
  include_in_annual_tpar boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX vendor_credits_updated_at ON quickbooks.vendor_credits (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX vendor_credits_txn_date ON quickbooks.vendor_credits (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX vendor_credits_deleted_at ON quickbooks.vendor_credits (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX vendor_credits_currency_id ON quickbooks.vendor_credits (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX vendor_credits_department_id ON quickbooks.vendor_credits (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX vendor_credits_project_id ON quickbooks.vendor_credits (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX vendor_credits_recur_data_id ON quickbooks.vendor_credits (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX vendor_credits_txn_tax_detail_txn_tax_code_id ON quickbooks.vendor_credits (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX vendor_credits_txn_tax_detail_default_tax_code_id ON quickbooks.vendor_credits (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX vendor_credits_vendor_id ON quickbooks.vendor_credits (realm_id, vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX vendor_credits_ap_account_id ON quickbooks.vendor_credits (realm_id, ap_account_id) WHERE ap_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.vendor_credits IS 'Credits from vendors, to be set against bills.';
COMMENT ON COLUMN quickbooks.vendor_credits.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.vendor_credits.id IS 'QuickBooks'' id; unique among the company''s vendor credits. [VendorCredit.Id]';
COMMENT ON COLUMN quickbooks.vendor_credits.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [VendorCredit.DocNumber]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_date IS 'Date of the transaction in the company calendar. [VendorCredit.TxnDate]';
COMMENT ON COLUMN quickbooks.vendor_credits.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [VendorCredit.PrivateNote]';
COMMENT ON COLUMN quickbooks.vendor_credits.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [VendorCredit.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [VendorCredit.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.exchange_rate IS 'Home currency units for one unit of the transaction currency. [VendorCredit.ExchangeRate]';
COMMENT ON COLUMN quickbooks.vendor_credits.department_id IS 'Location. (id) [VendorCredit.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.department_name IS 'Location. (name) [VendorCredit.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.project_id IS 'Project the transaction belongs to. (id) [VendorCredit.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.project_name IS 'Project the transaction belongs to. (name) [VendorCredit.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.recur_data_id IS 'Template that created the transaction. (id) [VendorCredit.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.recur_data_name IS 'Template that created the transaction. (name) [VendorCredit.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [VendorCredit.TxnSource]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [VendorCredit.TxnSubType]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [VendorCredit.TxnStatus]';
COMMENT ON COLUMN quickbooks.vendor_credits.transaction_location_type IS 'Location type for tax (France). [VendorCredit.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.vendor_credits.tax_form_type IS 'Type of the tax form. [VendorCredit.TaxFormType]';
COMMENT ON COLUMN quickbooks.vendor_credits.tax_form_num IS 'Number of the tax form. [VendorCredit.TaxFormNum]';
COMMENT ON COLUMN quickbooks.vendor_credits.tag IS 'Tags, as QuickBooks sends them. [VendorCredit.Tag]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_approval_info_approval_status IS 'State of the approval workflow. [VendorCredit.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_approval_info_approval_status_detail IS 'Details of that state. [VendorCredit.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [VendorCredit.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_approval_info_last_changed_date IS 'When that state was last changed. [VendorCredit.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.vendor_credits.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [VendorCredit.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.vendor_credits.home_total_cost_amount IS 'That cost in the home currency. [VendorCredit.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.vendor_credits.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [VendorCredit.CustomExtensions]';
COMMENT ON COLUMN quickbooks.vendor_credits.total_amt IS 'Total including tax, in the transaction currency. [VendorCredit.TotalAmt]';
COMMENT ON COLUMN quickbooks.vendor_credits.home_total_amt IS 'Total in the home currency; only with multicurrency. [VendorCredit.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.vendor_credits.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [VendorCredit.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [VendorCredit.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [VendorCredit.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_tax_detail_total_tax IS 'Total tax. [VendorCredit.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [VendorCredit.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [VendorCredit.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [VendorCredit.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.vendor_credits.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [VendorCredit.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_id IS 'Vendor. (id) [VendorCredit.VendorRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_name IS 'Vendor. (name) [VendorCredit.VendorRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.ap_account_id IS 'Payables account. (id) [VendorCredit.APAccountRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credits.ap_account_name IS 'Payables account. (name) [VendorCredit.APAccountRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_line1 IS 'Address of the vendor, first line. [VendorCredit.VendorAddr.Line1]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_line2 IS 'Address of the vendor, second line. [VendorCredit.VendorAddr.Line2]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_line3 IS 'Address of the vendor, third line. [VendorCredit.VendorAddr.Line3]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_line4 IS 'Address of the vendor, fourth line. [VendorCredit.VendorAddr.Line4]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_line5 IS 'Address of the vendor, fifth line. [VendorCredit.VendorAddr.Line5]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_city IS 'Address of the vendor, city. [VendorCredit.VendorAddr.City]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_country_sub_division_code IS 'Address of the vendor, state, province or region code. [VendorCredit.VendorAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_postal_code IS 'Address of the vendor, postal code. [VendorCredit.VendorAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_country IS 'Address of the vendor, country (a name, or an ISO code since late 2025). [VendorCredit.VendorAddr.Country]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_lat IS 'Address of the vendor, latitude as QuickBooks sends it; may be the word INVALID. [VendorCredit.VendorAddr.Lat]';
COMMENT ON COLUMN quickbooks.vendor_credits.vendor_addr_long IS 'Address of the vendor, longitude as QuickBooks sends it; may be the word INVALID. [VendorCredit.VendorAddr.Long]';
COMMENT ON COLUMN quickbooks.vendor_credits.bill_email IS 'E-mail address of the form. [VendorCredit.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.vendor_credits.reply_email IS 'E-mail address for replies. [VendorCredit.ReplyEmail.Address]';
COMMENT ON COLUMN quickbooks.vendor_credits.memo IS 'Message to the vendor, printed on the form. [VendorCredit.Memo]';
COMMENT ON COLUMN quickbooks.vendor_credits.balance IS 'Part of the credit not yet used, in the transaction currency. [VendorCredit.Balance]';
COMMENT ON COLUMN quickbooks.vendor_credits.home_balance IS 'Part of the credit not yet used, in the home currency. [VendorCredit.HomeBalance]';
COMMENT ON COLUMN quickbooks.vendor_credits.include_in_annual_tpar IS 'True when it counts for the taxable payments annual report (Australia). [VendorCredit.IncludeInAnnualTPAR]';
COMMENT ON COLUMN quickbooks.vendor_credits.created_at IS 'When it was created in QuickBooks. [VendorCredit.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.vendor_credits.updated_at IS 'When QuickBooks last changed it, balances included. [VendorCredit.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.vendor_credits.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [VendorCredit.SyncToken]';
COMMENT ON COLUMN quickbooks.vendor_credits.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.vendor_credits.custom_fields IS 'Custom fields as name and value. [VendorCredit.CustomField]';
COMMENT ON COLUMN quickbooks.vendor_credits.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.vendor_credits.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.vendor_credits.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.vendor_credits.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.vendor_credits ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.vendor_credits FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.invoices ADD COLUMN txn_status text;

COMMENT ON COLUMN quickbooks.invoices.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [Invoice.TxnStatus]';

ALTER TABLE quickbooks.invoices ADD COLUMN transaction_location_type text;

COMMENT ON COLUMN quickbooks.invoices.transaction_location_type IS 'Location type for tax (France). [Invoice.TransactionLocationType]';

ALTER TABLE quickbooks.invoices ADD COLUMN tax_form_type text;

COMMENT ON COLUMN quickbooks.invoices.tax_form_type IS 'Type of the tax form. [Invoice.TaxFormType]';

ALTER TABLE quickbooks.invoices ADD COLUMN tax_form_num text;

COMMENT ON COLUMN quickbooks.invoices.tax_form_num IS 'Number of the tax form. [Invoice.TaxFormNum]';

ALTER TABLE quickbooks.invoices ADD COLUMN tag jsonb;

COMMENT ON COLUMN quickbooks.invoices.tag IS 'Tags, as QuickBooks sends them. [Invoice.Tag]';

ALTER TABLE quickbooks.invoices ADD COLUMN txn_approval_info_approval_status text;

COMMENT ON COLUMN quickbooks.invoices.txn_approval_info_approval_status IS 'State of the approval workflow. [Invoice.TxnApprovalInfo.ApprovalStatus]';

ALTER TABLE quickbooks.invoices ADD COLUMN txn_approval_info_approval_status_detail text;

COMMENT ON COLUMN quickbooks.invoices.txn_approval_info_approval_status_detail IS 'Details of that state. [Invoice.TxnApprovalInfo.ApprovalStatusDetail]';

ALTER TABLE quickbooks.invoices ADD COLUMN txn_approval_info_last_changed_by_user text;

COMMENT ON COLUMN quickbooks.invoices.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [Invoice.TxnApprovalInfo.LastChangedByUser]';

ALTER TABLE quickbooks.invoices ADD COLUMN txn_approval_info_last_changed_date timestamptz;

COMMENT ON COLUMN quickbooks.invoices.txn_approval_info_last_changed_date IS 'When that state was last changed. [Invoice.TxnApprovalInfo.LastChangedDate]';

ALTER TABLE quickbooks.invoices ADD COLUMN total_cost_amount numeric;

COMMENT ON COLUMN quickbooks.invoices.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [Invoice.TotalCostAmount]';

ALTER TABLE quickbooks.invoices ADD COLUMN home_total_cost_amount numeric;

COMMENT ON COLUMN quickbooks.invoices.home_total_cost_amount IS 'That cost in the home currency. [Invoice.HomeTotalCostAmount]';

ALTER TABLE quickbooks.invoices ADD COLUMN custom_extensions jsonb;

COMMENT ON COLUMN quickbooks.invoices.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Invoice.CustomExtensions]';

ALTER TABLE quickbooks.invoices ADD COLUMN txn_tax_detail_default_tax_code_id text;

COMMENT ON COLUMN quickbooks.invoices.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Invoice.TxnTaxDetail.DefaultTaxCodeRef.value]';

ALTER TABLE quickbooks.invoices ADD COLUMN txn_tax_detail_default_tax_code_name text;

COMMENT ON COLUMN quickbooks.invoices.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Invoice.TxnTaxDetail.DefaultTaxCodeRef.name]';

ALTER TABLE quickbooks.invoices ADD COLUMN remit_to_id text;

COMMENT ON COLUMN quickbooks.invoices.remit_to_id IS 'Name payments are to be sent to. (id) [Invoice.RemitToRef.value]';

ALTER TABLE quickbooks.invoices ADD COLUMN remit_to_name text;

COMMENT ON COLUMN quickbooks.invoices.remit_to_name IS 'Name payments are to be sent to. (name) [Invoice.RemitToRef.name]';

ALTER TABLE quickbooks.invoices ADD COLUMN auto_doc_number boolean;

COMMENT ON COLUMN quickbooks.invoices.auto_doc_number IS 'True when QuickBooks gave the number. [Invoice.AutoDocNumber]';

ALTER TABLE quickbooks.invoices ADD COLUMN cfdi_use text;

COMMENT ON COLUMN quickbooks.invoices.cfdi_use IS 'Use of the electronic invoice (Mexico). [Invoice.CfdiUse]';

ALTER TABLE quickbooks.invoices ADD COLUMN global_info_periodicity text;

COMMENT ON COLUMN quickbooks.invoices.global_info_periodicity IS 'Period of a global invoice (Mexico). [Invoice.GlobalInfo.Periodicity]';

ALTER TABLE quickbooks.invoices ADD COLUMN global_info_month text;

COMMENT ON COLUMN quickbooks.invoices.global_info_month IS 'Month of a global invoice (Mexico). [Invoice.GlobalInfo.Month]';

ALTER TABLE quickbooks.invoices ADD COLUMN global_info_year text;

COMMENT ON COLUMN quickbooks.invoices.global_info_year IS 'Year of a global invoice (Mexico). [Invoice.GlobalInfo.Year]';

ALTER TABLE quickbooks.invoices ADD COLUMN call_to_action text;

COMMENT ON COLUMN quickbooks.invoices.call_to_action IS 'What the company should do next about it. [Invoice.callToAction]';

ALTER TABLE quickbooks.invoices ADD COLUMN invoice_status_log jsonb;

COMMENT ON COLUMN quickbooks.invoices.invoice_status_log IS 'History of that state, as QuickBooks sends it. [Invoice.invoiceStatusLog]';

ALTER TABLE quickbooks.invoices ADD COLUMN convenience_fee_detail_convenience_fee_type text;

COMMENT ON COLUMN quickbooks.invoices.convenience_fee_detail_convenience_fee_type IS 'Kind of fee for paying online. [Invoice.ConvenienceFeeDetail.ConvenienceFeeType]';

ALTER TABLE quickbooks.invoices ADD COLUMN convenience_fee_detail_convenience_fee_percent numeric;

COMMENT ON COLUMN quickbooks.invoices.convenience_fee_detail_convenience_fee_percent IS 'Fee for paying online, in percent. [Invoice.ConvenienceFeeDetail.ConvenienceFeePercent]';

ALTER TABLE quickbooks.invoices ADD COLUMN enabled_surcharge_info jsonb;

COMMENT ON COLUMN quickbooks.invoices.enabled_surcharge_info IS 'Surcharges for paying online, as QuickBooks sends them. [Invoice.EnabledSurchargeInfo]';

ALTER TABLE quickbooks.invoices ADD COLUMN gratuity_enabled boolean;

COMMENT ON COLUMN quickbooks.invoices.gratuity_enabled IS 'True when the customer may add a tip. [Invoice.GratuityEnabled]';

ALTER TABLE quickbooks.invoices ADD COLUMN financing_product_type text;

COMMENT ON COLUMN quickbooks.invoices.financing_product_type IS 'Financing offered to the customer. [Invoice.FinancingProductType]';

ALTER TABLE quickbooks.invoices ADD COLUMN subscription_payments_setting text;

COMMENT ON COLUMN quickbooks.invoices.subscription_payments_setting IS 'Setting of automatic payments. [Invoice.SubscriptionPaymentsSetting]';

CREATE INDEX invoices_txn_tax_detail_default_tax_code_id ON quickbooks.invoices (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;

ALTER TABLE quickbooks.invoices ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.invoices FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.sales_receipts (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  customer_id text,
  customer_name text,
  customer_memo text,
  bill_addr_line1 text,
  bill_addr_line2 text,
  bill_addr_line3 text,
  bill_addr_line4 text,
  bill_addr_line5 text,
  bill_addr_city text,
  bill_addr_country_sub_division_code text,
  bill_addr_postal_code text,
  bill_addr_country text,
  bill_addr_lat text,
  bill_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  ship_from_addr_line1 text,
  ship_from_addr_line2 text,
  ship_from_addr_line3 text,
  ship_from_addr_line4 text,
  ship_from_addr_line5 text,
  ship_from_addr_city text,
  ship_from_addr_country_sub_division_code text,
  ship_from_addr_postal_code text,
  ship_from_addr_country text,
  ship_from_addr_lat text,
  ship_from_addr_long text,
  free_form_address boolean,
  bill_email text,
  bill_email_cc text,
  bill_email_bcc text,
  class_id text,
  class_name text,
  sales_term_id text,
  sales_term_name text,
  due_date date,
  remit_to_id text,
  remit_to_name text,
  auto_doc_number boolean,
  govt_txn_ref_identifier text,
  sales_rep_id text,
  sales_rep_name text,
  ship_method_id text,
  ship_method_name text,
  ship_date date,
  tracking_num text,
  po_number text,
  fob text,
  apply_tax_after_discount boolean,
  shipping_tax_included_in_total_tax boolean,
  template_id text,
  template_name text,
  print_status text,
  email_status text,
  delivery_info_delivery_type text,
  delivery_info_delivery_time text,
  delivery_info_delivery_error_type text,
  ar_account_id text,
  ar_account_name text,
  payment_method_id text,
  payment_method_name text,
  payment_ref_num text,
  payment_type text,
  deposit_to_account_id text,
  deposit_to_account_name text,
  balance numeric,
  home_balance numeric,
  finance_charge boolean,
  discount_rate numeric,
  discount_amt numeric,
  tax_exemption_id text,
  tax_exemption_name text,
  check_payment_check_num text,
  check_payment_status text,
  check_payment_name_on_acct text,
  check_payment_acct_num text,
  check_payment_bank_name text,
  credit_charge_info_number text,
  credit_charge_info_type text,
  credit_charge_info_name_on_acct text,
  credit_charge_info_cc_expiry_month integer,
  credit_charge_info_cc_expiry_year integer,
  credit_charge_info_bill_addr_street text,
  credit_charge_info_postal_code text,
  credit_charge_info_commercial_card_code text,
  credit_charge_info_cc_txn_mode text,
  credit_charge_info_cc_txn_type text,
  credit_charge_info_prev_cc_trans_id text,
  credit_charge_info_amount numeric,
  credit_charge_info_process_payment boolean,
  credit_charge_response_cc_processor text,
  credit_charge_response_cc_trans_id text,
  credit_charge_response_status text,
  credit_charge_response_result_code text,
  credit_charge_response_result_msg text,
  credit_charge_response_merchant_acct_num text,
  credit_charge_response_card_security_code_match text,
  credit_charge_response_auth_code text,
  credit_charge_response_avs_street text,
  credit_charge_response_avs_zip text,
  credit_charge_response_security_code text,
  credit_charge_response_recon_batch_id text,
  credit_charge_response_payment_grouping_code text,
  credit_charge_response_txn_authorization_time timestamptz,
  credit_charge_response_txn_authorization_stamp text,
  credit_charge_response_client_trans_id text,
  less_cis numeric,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX sales_receipts_updated_at ON quickbooks.sales_receipts (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX sales_receipts_txn_date ON quickbooks.sales_receipts (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX sales_receipts_deleted_at ON quickbooks.sales_receipts (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX sales_receipts_currency_id ON quickbooks.sales_receipts (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX sales_receipts_department_id ON quickbooks.sales_receipts (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX sales_receipts_project_id ON quickbooks.sales_receipts (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX sales_receipts_recur_data_id ON quickbooks.sales_receipts (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX sales_receipts_txn_tax_detail_txn_tax_code_id ON quickbooks.sales_receipts (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX sales_receipts_txn_tax_detail_default_tax_code_id ON quickbooks.sales_receipts (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX sales_receipts_customer_id ON quickbooks.sales_receipts (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX sales_receipts_class_id ON quickbooks.sales_receipts (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX sales_receipts_sales_term_id ON quickbooks.sales_receipts (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX sales_receipts_ar_account_id ON quickbooks.sales_receipts (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
CREATE INDEX sales_receipts_payment_method_id ON quickbooks.sales_receipts (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
CREATE INDEX sales_receipts_deposit_to_account_id ON quickbooks.sales_receipts (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.sales_receipts IS 'Sales that are paid at once.';
COMMENT ON COLUMN quickbooks.sales_receipts.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.sales_receipts.id IS 'QuickBooks'' id; unique among the company''s sales receipts. [SalesReceipt.Id]';
COMMENT ON COLUMN quickbooks.sales_receipts.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [SalesReceipt.DocNumber]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_date IS 'Date of the transaction in the company calendar. [SalesReceipt.TxnDate]';
COMMENT ON COLUMN quickbooks.sales_receipts.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [SalesReceipt.PrivateNote]';
COMMENT ON COLUMN quickbooks.sales_receipts.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [SalesReceipt.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [SalesReceipt.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.exchange_rate IS 'Home currency units for one unit of the transaction currency. [SalesReceipt.ExchangeRate]';
COMMENT ON COLUMN quickbooks.sales_receipts.department_id IS 'Location. (id) [SalesReceipt.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.department_name IS 'Location. (name) [SalesReceipt.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.project_id IS 'Project the transaction belongs to. (id) [SalesReceipt.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.project_name IS 'Project the transaction belongs to. (name) [SalesReceipt.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.recur_data_id IS 'Template that created the transaction. (id) [SalesReceipt.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.recur_data_name IS 'Template that created the transaction. (name) [SalesReceipt.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [SalesReceipt.TxnSource]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [SalesReceipt.TxnSubType]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [SalesReceipt.TxnStatus]';
COMMENT ON COLUMN quickbooks.sales_receipts.transaction_location_type IS 'Location type for tax (France). [SalesReceipt.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.sales_receipts.tax_form_type IS 'Type of the tax form. [SalesReceipt.TaxFormType]';
COMMENT ON COLUMN quickbooks.sales_receipts.tax_form_num IS 'Number of the tax form. [SalesReceipt.TaxFormNum]';
COMMENT ON COLUMN quickbooks.sales_receipts.tag IS 'Tags, as QuickBooks sends them. [SalesReceipt.Tag]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_approval_info_approval_status IS 'State of the approval workflow. [SalesReceipt.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_approval_info_approval_status_detail IS 'Details of that state. [SalesReceipt.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [SalesReceipt.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_approval_info_last_changed_date IS 'When that state was last changed. [SalesReceipt.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.sales_receipts.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [SalesReceipt.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.sales_receipts.home_total_cost_amount IS 'That cost in the home currency. [SalesReceipt.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.sales_receipts.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [SalesReceipt.CustomExtensions]';
COMMENT ON COLUMN quickbooks.sales_receipts.total_amt IS 'Total including tax, in the transaction currency. [SalesReceipt.TotalAmt]';
COMMENT ON COLUMN quickbooks.sales_receipts.home_total_amt IS 'Total in the home currency; only with multicurrency. [SalesReceipt.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.sales_receipts.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [SalesReceipt.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [SalesReceipt.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [SalesReceipt.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_tax_detail_total_tax IS 'Total tax. [SalesReceipt.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [SalesReceipt.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [SalesReceipt.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [SalesReceipt.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.sales_receipts.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [SalesReceipt.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.sales_receipts.customer_id IS 'Customer or job. (id) [SalesReceipt.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.customer_name IS 'Customer or job. (name) [SalesReceipt.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.customer_memo IS 'Message to the customer, printed on the form. [SalesReceipt.CustomerMemo.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_line1 IS 'Billing address, first line. [SalesReceipt.BillAddr.Line1]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_line2 IS 'Billing address, second line. [SalesReceipt.BillAddr.Line2]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_line3 IS 'Billing address, third line. [SalesReceipt.BillAddr.Line3]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_line4 IS 'Billing address, fourth line. [SalesReceipt.BillAddr.Line4]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_line5 IS 'Billing address, fifth line. [SalesReceipt.BillAddr.Line5]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_city IS 'Billing address, city. [SalesReceipt.BillAddr.City]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_country_sub_division_code IS 'Billing address, state, province or region code. [SalesReceipt.BillAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_postal_code IS 'Billing address, postal code. [SalesReceipt.BillAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_country IS 'Billing address, country (a name, or an ISO code since late 2025). [SalesReceipt.BillAddr.Country]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_lat IS 'Billing address, latitude as QuickBooks sends it; may be the word INVALID. [SalesReceipt.BillAddr.Lat]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_addr_long IS 'Billing address, longitude as QuickBooks sends it; may be the word INVALID. [SalesReceipt.BillAddr.Long]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_line1 IS 'Shipping address, first line. [SalesReceipt.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_line2 IS 'Shipping address, second line. [SalesReceipt.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_line3 IS 'Shipping address, third line. [SalesReceipt.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_line4 IS 'Shipping address, fourth line. [SalesReceipt.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_line5 IS 'Shipping address, fifth line. [SalesReceipt.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_city IS 'Shipping address, city. [SalesReceipt.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [SalesReceipt.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_postal_code IS 'Shipping address, postal code. [SalesReceipt.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [SalesReceipt.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [SalesReceipt.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [SalesReceipt.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_line1 IS 'Address the goods leave from, first line. [SalesReceipt.ShipFromAddr.Line1]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_line2 IS 'Address the goods leave from, second line. [SalesReceipt.ShipFromAddr.Line2]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_line3 IS 'Address the goods leave from, third line. [SalesReceipt.ShipFromAddr.Line3]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_line4 IS 'Address the goods leave from, fourth line. [SalesReceipt.ShipFromAddr.Line4]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_line5 IS 'Address the goods leave from, fifth line. [SalesReceipt.ShipFromAddr.Line5]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_city IS 'Address the goods leave from, city. [SalesReceipt.ShipFromAddr.City]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_country_sub_division_code IS 'Address the goods leave from, state, province or region code. [SalesReceipt.ShipFromAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_postal_code IS 'Address the goods leave from, postal code. [SalesReceipt.ShipFromAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_country IS 'Address the goods leave from, country (a name, or an ISO code since late 2025). [SalesReceipt.ShipFromAddr.Country]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_lat IS 'Address the goods leave from, latitude as QuickBooks sends it; may be the word INVALID. [SalesReceipt.ShipFromAddr.Lat]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_from_addr_long IS 'Address the goods leave from, longitude as QuickBooks sends it; may be the word INVALID. [SalesReceipt.ShipFromAddr.Long]';
COMMENT ON COLUMN quickbooks.sales_receipts.free_form_address IS 'True when the shipping address is free text. [SalesReceipt.FreeFormAddress]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_email IS 'E-mail address the form is sent to. [SalesReceipt.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_email_cc IS 'E-mail addresses that get a copy. [SalesReceipt.BillEmailCc.Address]';
COMMENT ON COLUMN quickbooks.sales_receipts.bill_email_bcc IS 'E-mail addresses that get a blind copy. [SalesReceipt.BillEmailBcc.Address]';
COMMENT ON COLUMN quickbooks.sales_receipts.class_id IS 'Class of the whole transaction. (id) [SalesReceipt.ClassRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.class_name IS 'Class of the whole transaction. (name) [SalesReceipt.ClassRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.sales_term_id IS 'Terms of payment. (id) [SalesReceipt.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.sales_term_name IS 'Terms of payment. (name) [SalesReceipt.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.due_date IS 'Date the payment is due. [SalesReceipt.DueDate]';
COMMENT ON COLUMN quickbooks.sales_receipts.remit_to_id IS 'Name payments are to be sent to. (id) [SalesReceipt.RemitToRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.remit_to_name IS 'Name payments are to be sent to. (name) [SalesReceipt.RemitToRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.auto_doc_number IS 'True when QuickBooks gave the number. [SalesReceipt.AutoDocNumber]';
COMMENT ON COLUMN quickbooks.sales_receipts.govt_txn_ref_identifier IS 'Government reference of the transaction (Brazil, India). [SalesReceipt.GovtTxnRefIdentifier]';
COMMENT ON COLUMN quickbooks.sales_receipts.sales_rep_id IS 'Sales representative. (id) [SalesReceipt.SalesRepRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.sales_rep_name IS 'Sales representative. (name) [SalesReceipt.SalesRepRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_method_id IS 'Method of shipping. (id) [SalesReceipt.ShipMethodRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_method_name IS 'Method of shipping. (name) [SalesReceipt.ShipMethodRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.ship_date IS 'Date of shipping. [SalesReceipt.ShipDate]';
COMMENT ON COLUMN quickbooks.sales_receipts.tracking_num IS 'Shipper''s tracking number. [SalesReceipt.TrackingNum]';
COMMENT ON COLUMN quickbooks.sales_receipts.po_number IS 'Customer''s purchase order number. [SalesReceipt.PONumber]';
COMMENT ON COLUMN quickbooks.sales_receipts.fob IS 'Free-on-board terms. [SalesReceipt.FOB]';
COMMENT ON COLUMN quickbooks.sales_receipts.apply_tax_after_discount IS 'True when the discount is taken off before tax. [SalesReceipt.ApplyTaxAfterDiscount]';
COMMENT ON COLUMN quickbooks.sales_receipts.shipping_tax_included_in_total_tax IS 'True when tax on shipping is part of the total tax. [SalesReceipt.ShippingTaxIncludedInTotalTax]';
COMMENT ON COLUMN quickbooks.sales_receipts.template_id IS 'Layout of the printed form. (id) [SalesReceipt.TemplateRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.template_name IS 'Layout of the printed form. (name) [SalesReceipt.TemplateRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.print_status IS 'NotSet, NeedToPrint or PrintComplete. [SalesReceipt.PrintStatus]';
COMMENT ON COLUMN quickbooks.sales_receipts.email_status IS 'NotSet, NeedToSend or EmailSent. [SalesReceipt.EmailStatus]';
COMMENT ON COLUMN quickbooks.sales_receipts.delivery_info_delivery_type IS 'How the form was last sent. [SalesReceipt.DeliveryInfo.DeliveryType]';
COMMENT ON COLUMN quickbooks.sales_receipts.delivery_info_delivery_time IS 'When the form was last sent, as QuickBooks writes it. [SalesReceipt.DeliveryInfo.DeliveryTime]';
COMMENT ON COLUMN quickbooks.sales_receipts.delivery_info_delivery_error_type IS 'Why the last sending failed. [SalesReceipt.DeliveryInfo.DeliveryErrorType]';
COMMENT ON COLUMN quickbooks.sales_receipts.ar_account_id IS 'Receivables account. (id) [SalesReceipt.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.ar_account_name IS 'Receivables account. (name) [SalesReceipt.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.payment_method_id IS 'Method of payment. (id) [SalesReceipt.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.payment_method_name IS 'Method of payment. (name) [SalesReceipt.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.payment_ref_num IS 'Number of the check or other payment. [SalesReceipt.PaymentRefNum]';
COMMENT ON COLUMN quickbooks.sales_receipts.payment_type IS 'Cash, Check, CreditCard or Other. [SalesReceipt.PaymentType]';
COMMENT ON COLUMN quickbooks.sales_receipts.deposit_to_account_id IS 'Account the money is deposited to. (id) [SalesReceipt.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.deposit_to_account_name IS 'Account the money is deposited to. (name) [SalesReceipt.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.balance IS 'Amount still open, in the transaction currency. [SalesReceipt.Balance]';
COMMENT ON COLUMN quickbooks.sales_receipts.home_balance IS 'Amount still open, in the home currency. [SalesReceipt.HomeBalance]';
COMMENT ON COLUMN quickbooks.sales_receipts.finance_charge IS 'True when the transaction is a finance charge. [SalesReceipt.FinanceCharge]';
COMMENT ON COLUMN quickbooks.sales_receipts.discount_rate IS 'Discount on the whole, in percent. [SalesReceipt.DiscountRate]';
COMMENT ON COLUMN quickbooks.sales_receipts.discount_amt IS 'Discount on the whole, as an amount. [SalesReceipt.DiscountAmt]';
COMMENT ON COLUMN quickbooks.sales_receipts.tax_exemption_id IS 'Reason the customer pays no tax. (id) [SalesReceipt.TaxExemptionRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipts.tax_exemption_name IS 'Reason the customer pays no tax. (name) [SalesReceipt.TaxExemptionRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipts.check_payment_check_num IS 'Number of the check. [SalesReceipt.CheckPayment.CheckNum]';
COMMENT ON COLUMN quickbooks.sales_receipts.check_payment_status IS 'State of the check. [SalesReceipt.CheckPayment.Status]';
COMMENT ON COLUMN quickbooks.sales_receipts.check_payment_name_on_acct IS 'Name on the bank account of the check. [SalesReceipt.CheckPayment.NameOnAcct]';
COMMENT ON COLUMN quickbooks.sales_receipts.check_payment_acct_num IS 'Bank account number of the check. [SalesReceipt.CheckPayment.AcctNum]';
COMMENT ON COLUMN quickbooks.sales_receipts.check_payment_bank_name IS 'Bank of the check. [SalesReceipt.CheckPayment.BankName]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_number IS 'Card number, masked by QuickBooks. [SalesReceipt.CreditCardPayment.CreditChargeInfo.Number]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_type IS 'Kind of card. [SalesReceipt.CreditCardPayment.CreditChargeInfo.Type]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_name_on_acct IS 'Name on the card. [SalesReceipt.CreditCardPayment.CreditChargeInfo.NameOnAcct]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_cc_expiry_month IS 'Month the card expires in. [SalesReceipt.CreditCardPayment.CreditChargeInfo.CcExpiryMonth]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_cc_expiry_year IS 'Year the card expires in. [SalesReceipt.CreditCardPayment.CreditChargeInfo.CcExpiryYear]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_bill_addr_street IS 'Street of the card holder. [SalesReceipt.CreditCardPayment.CreditChargeInfo.BillAddrStreet]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_postal_code IS 'Postal code of the card holder. [SalesReceipt.CreditCardPayment.CreditChargeInfo.PostalCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_commercial_card_code IS 'Code of a commercial card. [SalesReceipt.CreditCardPayment.CreditChargeInfo.CommercialCardCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_cc_txn_mode IS 'CardPresent or CardNotPresent. [SalesReceipt.CreditCardPayment.CreditChargeInfo.CCTxnMode]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_cc_txn_type IS 'Charge or authorization. [SalesReceipt.CreditCardPayment.CreditChargeInfo.CCTxnType]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_prev_cc_trans_id IS 'Earlier card transaction this one belongs to. [SalesReceipt.CreditCardPayment.CreditChargeInfo.PrevCCTransId]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_amount IS 'Amount charged. [SalesReceipt.CreditCardPayment.CreditChargeInfo.Amount]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_info_process_payment IS 'True when the charge is to be processed. [SalesReceipt.CreditCardPayment.CreditChargeInfo.ProcessPayment]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_cc_processor IS 'Processor of the charge. [SalesReceipt.CreditCardPayment.CreditChargeResponse.CCProcessor]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_cc_trans_id IS 'Processor''s id of the charge. [SalesReceipt.CreditCardPayment.CreditChargeResponse.CCTransId]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_status IS 'Completed or Unknown. [SalesReceipt.CreditCardPayment.CreditChargeResponse.Status]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_result_code IS 'Processor''s result code. [SalesReceipt.CreditCardPayment.CreditChargeResponse.ResultCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_result_msg IS 'Processor''s result in words. [SalesReceipt.CreditCardPayment.CreditChargeResponse.ResultMsg]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_merchant_acct_num IS 'Merchant account number. [SalesReceipt.CreditCardPayment.CreditChargeResponse.MerchantAcctNum]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_card_security_code_match IS 'Result of the check of the security code. [SalesReceipt.CreditCardPayment.CreditChargeResponse.CardSecurityCodeMatch]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_auth_code IS 'Authorization code. [SalesReceipt.CreditCardPayment.CreditChargeResponse.AuthCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_avs_street IS 'Result of the check of the street. [SalesReceipt.CreditCardPayment.CreditChargeResponse.AvsStreet]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_avs_zip IS 'Result of the check of the postal code. [SalesReceipt.CreditCardPayment.CreditChargeResponse.AvsZip]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_security_code IS 'Result of the check of the security code, older field. [SalesReceipt.CreditCardPayment.CreditChargeResponse.SecurityCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_recon_batch_id IS 'Batch of the settlement. [SalesReceipt.CreditCardPayment.CreditChargeResponse.ReconBatchId]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_payment_grouping_code IS 'Group of the settlement. [SalesReceipt.CreditCardPayment.CreditChargeResponse.PaymentGroupingCode]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_txn_authorization_time IS 'When the charge was authorized. [SalesReceipt.CreditCardPayment.CreditChargeResponse.TxnAuthorizationTime]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_txn_authorization_stamp IS 'Processor''s stamp of the authorization. [SalesReceipt.CreditCardPayment.CreditChargeResponse.TxnAuthorizationStamp]';
COMMENT ON COLUMN quickbooks.sales_receipts.credit_charge_response_client_trans_id IS 'Client''s id of the charge. [SalesReceipt.CreditCardPayment.CreditChargeResponse.ClientTransID]';
COMMENT ON COLUMN quickbooks.sales_receipts.less_cis IS 'Amount withheld under the construction industry scheme (United Kingdom). [SalesReceipt.LessCIS]';
COMMENT ON COLUMN quickbooks.sales_receipts.created_at IS 'When it was created in QuickBooks. [SalesReceipt.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.sales_receipts.updated_at IS 'When QuickBooks last changed it, balances included. [SalesReceipt.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.sales_receipts.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [SalesReceipt.SyncToken]';
COMMENT ON COLUMN quickbooks.sales_receipts.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.sales_receipts.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.sales_receipts.custom_fields IS 'Custom fields as name and value. [SalesReceipt.CustomField]';
COMMENT ON COLUMN quickbooks.sales_receipts.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.sales_receipts.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.sales_receipts.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.sales_receipts.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.sales_receipts ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.sales_receipts FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.credit_memos (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  customer_id text,
  customer_name text,
  customer_memo text,
  bill_addr_line1 text,
  bill_addr_line2 text,
  bill_addr_line3 text,
  bill_addr_line4 text,
  bill_addr_line5 text,
  bill_addr_city text,
  bill_addr_country_sub_division_code text,
  bill_addr_postal_code text,
  bill_addr_country text,
  bill_addr_lat text,
  bill_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  ship_from_addr_line1 text,
  ship_from_addr_line2 text,
  ship_from_addr_line3 text,
  ship_from_addr_line4 text,
  ship_from_addr_line5 text,
  ship_from_addr_city text,
  ship_from_addr_country_sub_division_code text,
  ship_from_addr_postal_code text,
  ship_from_addr_country text,
  ship_from_addr_lat text,
  ship_from_addr_long text,
  free_form_address boolean,
  bill_email text,
  bill_email_cc text,
  bill_email_bcc text,
  class_id text,
  class_name text,
  sales_term_id text,
  sales_term_name text,
  due_date date,
  remit_to_id text,
  remit_to_name text,
  auto_doc_number boolean,
  govt_txn_ref_identifier text,
  sales_rep_id text,
  sales_rep_name text,
  ship_method_id text,
  ship_method_name text,
  ship_date date,
  tracking_num text,
  po_number text,
  fob text,
  apply_tax_after_discount boolean,
  shipping_tax_included_in_total_tax boolean,
  template_id text,
  template_name text,
  print_status text,
  email_status text,
  delivery_info_delivery_type text,
  delivery_info_delivery_time text,
  delivery_info_delivery_error_type text,
  ar_account_id text,
  ar_account_name text,
  payment_method_id text,
  payment_method_name text,
  payment_ref_num text,
  payment_type text,
  deposit_to_account_id text,
  deposit_to_account_name text,
  balance numeric,
  home_balance numeric,
  finance_charge boolean,
  discount_rate numeric,
  discount_amt numeric,
  tax_exemption_id text,
  tax_exemption_name text,
  check_payment_check_num text,
  check_payment_status text,
  check_payment_name_on_acct text,
  check_payment_acct_num text,
  check_payment_bank_name text,
  credit_charge_info_number text,
  credit_charge_info_type text,
  credit_charge_info_name_on_acct text,
  credit_charge_info_cc_expiry_month integer,
  credit_charge_info_cc_expiry_year integer,
  credit_charge_info_bill_addr_street text,
  credit_charge_info_postal_code text,
  credit_charge_info_commercial_card_code text,
  credit_charge_info_cc_txn_mode text,
  credit_charge_info_cc_txn_type text,
  credit_charge_info_prev_cc_trans_id text,
  credit_charge_info_amount numeric,
  credit_charge_info_process_payment boolean,
  credit_charge_response_cc_processor text,
  credit_charge_response_cc_trans_id text,
  credit_charge_response_status text,
  credit_charge_response_result_code text,
  credit_charge_response_result_msg text,
  credit_charge_response_merchant_acct_num text,
  credit_charge_response_card_security_code_match text,
  credit_charge_response_auth_code text,
  credit_charge_response_avs_street text,
  credit_charge_response_avs_zip text,
  credit_charge_response_security_code text,
  credit_charge_response_recon_batch_id text,
  credit_charge_response_payment_grouping_code text,
  credit_charge_response_txn_authorization_time timestamptz,
  credit_charge_response_txn_authorization_stamp text,
  credit_charge_response_client_trans_id text,
  remaining_credit numeric,
  invoice_id text,
  invoice_name text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX credit_memos_updated_at ON quickbooks.credit_memos (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX credit_memos_txn_date ON quickbooks.credit_memos (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX credit_memos_deleted_at ON quickbooks.credit_memos (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX credit_memos_currency_id ON quickbooks.credit_memos (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX credit_memos_department_id ON quickbooks.credit_memos (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX credit_memos_project_id ON quickbooks.credit_memos (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX credit_memos_recur_data_id ON quickbooks.credit_memos (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX credit_memos_txn_tax_detail_txn_tax_code_id ON quickbooks.credit_memos (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX credit_memos_txn_tax_detail_default_tax_code_id ON quickbooks.credit_memos (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX credit_memos_customer_id ON quickbooks.credit_memos (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_memos_class_id ON quickbooks.credit_memos (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX credit_memos_sales_term_id ON quickbooks.credit_memos (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX credit_memos_ar_account_id ON quickbooks.credit_memos (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
CREATE INDEX credit_memos_payment_method_id ON quickbooks.credit_memos (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
CREATE INDEX credit_memos_deposit_to_account_id ON quickbooks.credit_memos (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
CREATE INDEX credit_memos_invoice_id ON quickbooks.credit_memos (realm_id, invoice_id) WHERE invoice_id IS NOT NULL;
COMMENT ON TABLE quickbooks.credit_memos IS 'Credits given to customers, to be set against invoices.';
COMMENT ON COLUMN quickbooks.credit_memos.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.credit_memos.id IS 'QuickBooks'' id; unique among the company''s credit memos. [CreditMemo.Id]';
COMMENT ON COLUMN quickbooks.credit_memos.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [CreditMemo.DocNumber]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_date IS 'Date of the transaction in the company calendar. [CreditMemo.TxnDate]';
COMMENT ON COLUMN quickbooks.credit_memos.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [CreditMemo.PrivateNote]';
COMMENT ON COLUMN quickbooks.credit_memos.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [CreditMemo.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [CreditMemo.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.exchange_rate IS 'Home currency units for one unit of the transaction currency. [CreditMemo.ExchangeRate]';
COMMENT ON COLUMN quickbooks.credit_memos.department_id IS 'Location. (id) [CreditMemo.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.department_name IS 'Location. (name) [CreditMemo.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.project_id IS 'Project the transaction belongs to. (id) [CreditMemo.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.project_name IS 'Project the transaction belongs to. (name) [CreditMemo.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.recur_data_id IS 'Template that created the transaction. (id) [CreditMemo.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.recur_data_name IS 'Template that created the transaction. (name) [CreditMemo.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [CreditMemo.TxnSource]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [CreditMemo.TxnSubType]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [CreditMemo.TxnStatus]';
COMMENT ON COLUMN quickbooks.credit_memos.transaction_location_type IS 'Location type for tax (France). [CreditMemo.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.credit_memos.tax_form_type IS 'Type of the tax form. [CreditMemo.TaxFormType]';
COMMENT ON COLUMN quickbooks.credit_memos.tax_form_num IS 'Number of the tax form. [CreditMemo.TaxFormNum]';
COMMENT ON COLUMN quickbooks.credit_memos.tag IS 'Tags, as QuickBooks sends them. [CreditMemo.Tag]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_approval_info_approval_status IS 'State of the approval workflow. [CreditMemo.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_approval_info_approval_status_detail IS 'Details of that state. [CreditMemo.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [CreditMemo.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_approval_info_last_changed_date IS 'When that state was last changed. [CreditMemo.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.credit_memos.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [CreditMemo.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.credit_memos.home_total_cost_amount IS 'That cost in the home currency. [CreditMemo.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.credit_memos.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [CreditMemo.CustomExtensions]';
COMMENT ON COLUMN quickbooks.credit_memos.total_amt IS 'Total including tax, in the transaction currency. [CreditMemo.TotalAmt]';
COMMENT ON COLUMN quickbooks.credit_memos.home_total_amt IS 'Total in the home currency; only with multicurrency. [CreditMemo.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.credit_memos.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [CreditMemo.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [CreditMemo.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [CreditMemo.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_tax_detail_total_tax IS 'Total tax. [CreditMemo.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [CreditMemo.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [CreditMemo.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [CreditMemo.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.credit_memos.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [CreditMemo.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.credit_memos.customer_id IS 'Customer or job. (id) [CreditMemo.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.customer_name IS 'Customer or job. (name) [CreditMemo.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.customer_memo IS 'Message to the customer, printed on the form. [CreditMemo.CustomerMemo.value]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_line1 IS 'Billing address, first line. [CreditMemo.BillAddr.Line1]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_line2 IS 'Billing address, second line. [CreditMemo.BillAddr.Line2]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_line3 IS 'Billing address, third line. [CreditMemo.BillAddr.Line3]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_line4 IS 'Billing address, fourth line. [CreditMemo.BillAddr.Line4]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_line5 IS 'Billing address, fifth line. [CreditMemo.BillAddr.Line5]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_city IS 'Billing address, city. [CreditMemo.BillAddr.City]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_country_sub_division_code IS 'Billing address, state, province or region code. [CreditMemo.BillAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_postal_code IS 'Billing address, postal code. [CreditMemo.BillAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_country IS 'Billing address, country (a name, or an ISO code since late 2025). [CreditMemo.BillAddr.Country]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_lat IS 'Billing address, latitude as QuickBooks sends it; may be the word INVALID. [CreditMemo.BillAddr.Lat]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_addr_long IS 'Billing address, longitude as QuickBooks sends it; may be the word INVALID. [CreditMemo.BillAddr.Long]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_line1 IS 'Shipping address, first line. [CreditMemo.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_line2 IS 'Shipping address, second line. [CreditMemo.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_line3 IS 'Shipping address, third line. [CreditMemo.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_line4 IS 'Shipping address, fourth line. [CreditMemo.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_line5 IS 'Shipping address, fifth line. [CreditMemo.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_city IS 'Shipping address, city. [CreditMemo.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [CreditMemo.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_postal_code IS 'Shipping address, postal code. [CreditMemo.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [CreditMemo.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [CreditMemo.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [CreditMemo.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_line1 IS 'Address the goods leave from, first line. [CreditMemo.ShipFromAddr.Line1]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_line2 IS 'Address the goods leave from, second line. [CreditMemo.ShipFromAddr.Line2]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_line3 IS 'Address the goods leave from, third line. [CreditMemo.ShipFromAddr.Line3]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_line4 IS 'Address the goods leave from, fourth line. [CreditMemo.ShipFromAddr.Line4]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_line5 IS 'Address the goods leave from, fifth line. [CreditMemo.ShipFromAddr.Line5]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_city IS 'Address the goods leave from, city. [CreditMemo.ShipFromAddr.City]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_country_sub_division_code IS 'Address the goods leave from, state, province or region code. [CreditMemo.ShipFromAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_postal_code IS 'Address the goods leave from, postal code. [CreditMemo.ShipFromAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_country IS 'Address the goods leave from, country (a name, or an ISO code since late 2025). [CreditMemo.ShipFromAddr.Country]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_lat IS 'Address the goods leave from, latitude as QuickBooks sends it; may be the word INVALID. [CreditMemo.ShipFromAddr.Lat]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_from_addr_long IS 'Address the goods leave from, longitude as QuickBooks sends it; may be the word INVALID. [CreditMemo.ShipFromAddr.Long]';
COMMENT ON COLUMN quickbooks.credit_memos.free_form_address IS 'True when the shipping address is free text. [CreditMemo.FreeFormAddress]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_email IS 'E-mail address the form is sent to. [CreditMemo.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_email_cc IS 'E-mail addresses that get a copy. [CreditMemo.BillEmailCc.Address]';
COMMENT ON COLUMN quickbooks.credit_memos.bill_email_bcc IS 'E-mail addresses that get a blind copy. [CreditMemo.BillEmailBcc.Address]';
COMMENT ON COLUMN quickbooks.credit_memos.class_id IS 'Class of the whole transaction. (id) [CreditMemo.ClassRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.class_name IS 'Class of the whole transaction. (name) [CreditMemo.ClassRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.sales_term_id IS 'Terms of payment. (id) [CreditMemo.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.sales_term_name IS 'Terms of payment. (name) [CreditMemo.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.due_date IS 'Date the payment is due. [CreditMemo.DueDate]';
COMMENT ON COLUMN quickbooks.credit_memos.remit_to_id IS 'Name payments are to be sent to. (id) [CreditMemo.RemitToRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.remit_to_name IS 'Name payments are to be sent to. (name) [CreditMemo.RemitToRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.auto_doc_number IS 'True when QuickBooks gave the number. [CreditMemo.AutoDocNumber]';
COMMENT ON COLUMN quickbooks.credit_memos.govt_txn_ref_identifier IS 'Government reference of the transaction (Brazil, India). [CreditMemo.GovtTxnRefIdentifier]';
COMMENT ON COLUMN quickbooks.credit_memos.sales_rep_id IS 'Sales representative. (id) [CreditMemo.SalesRepRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.sales_rep_name IS 'Sales representative. (name) [CreditMemo.SalesRepRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_method_id IS 'Method of shipping. (id) [CreditMemo.ShipMethodRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_method_name IS 'Method of shipping. (name) [CreditMemo.ShipMethodRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.ship_date IS 'Date of shipping. [CreditMemo.ShipDate]';
COMMENT ON COLUMN quickbooks.credit_memos.tracking_num IS 'Shipper''s tracking number. [CreditMemo.TrackingNum]';
COMMENT ON COLUMN quickbooks.credit_memos.po_number IS 'Customer''s purchase order number. [CreditMemo.PONumber]';
COMMENT ON COLUMN quickbooks.credit_memos.fob IS 'Free-on-board terms. [CreditMemo.FOB]';
COMMENT ON COLUMN quickbooks.credit_memos.apply_tax_after_discount IS 'True when the discount is taken off before tax. [CreditMemo.ApplyTaxAfterDiscount]';
COMMENT ON COLUMN quickbooks.credit_memos.shipping_tax_included_in_total_tax IS 'True when tax on shipping is part of the total tax. [CreditMemo.ShippingTaxIncludedInTotalTax]';
COMMENT ON COLUMN quickbooks.credit_memos.template_id IS 'Layout of the printed form. (id) [CreditMemo.TemplateRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.template_name IS 'Layout of the printed form. (name) [CreditMemo.TemplateRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.print_status IS 'NotSet, NeedToPrint or PrintComplete. [CreditMemo.PrintStatus]';
COMMENT ON COLUMN quickbooks.credit_memos.email_status IS 'NotSet, NeedToSend or EmailSent. [CreditMemo.EmailStatus]';
COMMENT ON COLUMN quickbooks.credit_memos.delivery_info_delivery_type IS 'How the form was last sent. [CreditMemo.DeliveryInfo.DeliveryType]';
COMMENT ON COLUMN quickbooks.credit_memos.delivery_info_delivery_time IS 'When the form was last sent, as QuickBooks writes it. [CreditMemo.DeliveryInfo.DeliveryTime]';
COMMENT ON COLUMN quickbooks.credit_memos.delivery_info_delivery_error_type IS 'Why the last sending failed. [CreditMemo.DeliveryInfo.DeliveryErrorType]';
COMMENT ON COLUMN quickbooks.credit_memos.ar_account_id IS 'Receivables account. (id) [CreditMemo.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.ar_account_name IS 'Receivables account. (name) [CreditMemo.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.payment_method_id IS 'Method of payment. (id) [CreditMemo.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.payment_method_name IS 'Method of payment. (name) [CreditMemo.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.payment_ref_num IS 'Number of the check or other payment. [CreditMemo.PaymentRefNum]';
COMMENT ON COLUMN quickbooks.credit_memos.payment_type IS 'Cash, Check, CreditCard or Other. [CreditMemo.PaymentType]';
COMMENT ON COLUMN quickbooks.credit_memos.deposit_to_account_id IS 'Account the money is deposited to. (id) [CreditMemo.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.deposit_to_account_name IS 'Account the money is deposited to. (name) [CreditMemo.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.balance IS 'Amount still open, in the transaction currency. [CreditMemo.Balance]';
COMMENT ON COLUMN quickbooks.credit_memos.home_balance IS 'Amount still open, in the home currency. [CreditMemo.HomeBalance]';
COMMENT ON COLUMN quickbooks.credit_memos.finance_charge IS 'True when the transaction is a finance charge. [CreditMemo.FinanceCharge]';
COMMENT ON COLUMN quickbooks.credit_memos.discount_rate IS 'Discount on the whole, in percent. [CreditMemo.DiscountRate]';
COMMENT ON COLUMN quickbooks.credit_memos.discount_amt IS 'Discount on the whole, as an amount. [CreditMemo.DiscountAmt]';
COMMENT ON COLUMN quickbooks.credit_memos.tax_exemption_id IS 'Reason the customer pays no tax. (id) [CreditMemo.TaxExemptionRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.tax_exemption_name IS 'Reason the customer pays no tax. (name) [CreditMemo.TaxExemptionRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.check_payment_check_num IS 'Number of the check. [CreditMemo.CheckPayment.CheckNum]';
COMMENT ON COLUMN quickbooks.credit_memos.check_payment_status IS 'State of the check. [CreditMemo.CheckPayment.Status]';
COMMENT ON COLUMN quickbooks.credit_memos.check_payment_name_on_acct IS 'Name on the bank account of the check. [CreditMemo.CheckPayment.NameOnAcct]';
COMMENT ON COLUMN quickbooks.credit_memos.check_payment_acct_num IS 'Bank account number of the check. [CreditMemo.CheckPayment.AcctNum]';
COMMENT ON COLUMN quickbooks.credit_memos.check_payment_bank_name IS 'Bank of the check. [CreditMemo.CheckPayment.BankName]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_number IS 'Card number, masked by QuickBooks. [CreditMemo.CreditCardPayment.CreditChargeInfo.Number]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_type IS 'Kind of card. [CreditMemo.CreditCardPayment.CreditChargeInfo.Type]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_name_on_acct IS 'Name on the card. [CreditMemo.CreditCardPayment.CreditChargeInfo.NameOnAcct]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_cc_expiry_month IS 'Month the card expires in. [CreditMemo.CreditCardPayment.CreditChargeInfo.CcExpiryMonth]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_cc_expiry_year IS 'Year the card expires in. [CreditMemo.CreditCardPayment.CreditChargeInfo.CcExpiryYear]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_bill_addr_street IS 'Street of the card holder. [CreditMemo.CreditCardPayment.CreditChargeInfo.BillAddrStreet]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_postal_code IS 'Postal code of the card holder. [CreditMemo.CreditCardPayment.CreditChargeInfo.PostalCode]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_commercial_card_code IS 'Code of a commercial card. [CreditMemo.CreditCardPayment.CreditChargeInfo.CommercialCardCode]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_cc_txn_mode IS 'CardPresent or CardNotPresent. [CreditMemo.CreditCardPayment.CreditChargeInfo.CCTxnMode]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_cc_txn_type IS 'Charge or authorization. [CreditMemo.CreditCardPayment.CreditChargeInfo.CCTxnType]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_prev_cc_trans_id IS 'Earlier card transaction this one belongs to. [CreditMemo.CreditCardPayment.CreditChargeInfo.PrevCCTransId]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_amount IS 'Amount charged. [CreditMemo.CreditCardPayment.CreditChargeInfo.Amount]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_info_process_payment IS 'True when the charge is to be processed. [CreditMemo.CreditCardPayment.CreditChargeInfo.ProcessPayment]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_cc_processor IS 'Processor of the charge. [CreditMemo.CreditCardPayment.CreditChargeResponse.CCProcessor]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_cc_trans_id IS 'Processor''s id of the charge. [CreditMemo.CreditCardPayment.CreditChargeResponse.CCTransId]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_status IS 'Completed or Unknown. [CreditMemo.CreditCardPayment.CreditChargeResponse.Status]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_result_code IS 'Processor''s result code. [CreditMemo.CreditCardPayment.CreditChargeResponse.ResultCode]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_result_msg IS 'Processor''s result in words. [CreditMemo.CreditCardPayment.CreditChargeResponse.ResultMsg]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_merchant_acct_num IS 'Merchant account number. [CreditMemo.CreditCardPayment.CreditChargeResponse.MerchantAcctNum]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_card_security_code_match IS 'Result of the check of the security code. [CreditMemo.CreditCardPayment.CreditChargeResponse.CardSecurityCodeMatch]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_auth_code IS 'Authorization code. [CreditMemo.CreditCardPayment.CreditChargeResponse.AuthCode]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_avs_street IS 'Result of the check of the street. [CreditMemo.CreditCardPayment.CreditChargeResponse.AvsStreet]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_avs_zip IS 'Result of the check of the postal code. [CreditMemo.CreditCardPayment.CreditChargeResponse.AvsZip]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_security_code IS 'Result of the check of the security code, older field. [CreditMemo.CreditCardPayment.CreditChargeResponse.SecurityCode]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_recon_batch_id IS 'Batch of the settlement. [CreditMemo.CreditCardPayment.CreditChargeResponse.ReconBatchId]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_payment_grouping_code IS 'Group of the settlement. [CreditMemo.CreditCardPayment.CreditChargeResponse.PaymentGroupingCode]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_txn_authorization_time IS 'When the charge was authorized. [CreditMemo.CreditCardPayment.CreditChargeResponse.TxnAuthorizationTime]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_txn_authorization_stamp IS 'Processor''s stamp of the authorization. [CreditMemo.CreditCardPayment.CreditChargeResponse.TxnAuthorizationStamp]';
COMMENT ON COLUMN quickbooks.credit_memos.credit_charge_response_client_trans_id IS 'Client''s id of the charge. [CreditMemo.CreditCardPayment.CreditChargeResponse.ClientTransID]';
COMMENT ON COLUMN quickbooks.credit_memos.remaining_credit IS 'Part of the credit not yet used. [CreditMemo.RemainingCredit]';
COMMENT ON COLUMN quickbooks.credit_memos.invoice_id IS 'Invoice the credit was given for (India). (id) [CreditMemo.InvoiceRef.value]';
COMMENT ON COLUMN quickbooks.credit_memos.invoice_name IS 'Invoice the credit was given for (India). (name) [CreditMemo.InvoiceRef.name]';
COMMENT ON COLUMN quickbooks.credit_memos.created_at IS 'When it was created in QuickBooks. [CreditMemo.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.credit_memos.updated_at IS 'When QuickBooks last changed it, balances included. [CreditMemo.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.credit_memos.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [CreditMemo.SyncToken]';
COMMENT ON COLUMN quickbooks.credit_memos.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.credit_memos.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.credit_memos.custom_fields IS 'Custom fields as name and value. [CreditMemo.CustomField]';
COMMENT ON COLUMN quickbooks.credit_memos.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.credit_memos.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.credit_memos.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.credit_memos.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.credit_memos ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.credit_memos FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.refund_receipts (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  customer_id text,
  customer_name text,
  customer_memo text,
  bill_addr_line1 text,
  bill_addr_line2 text,
  bill_addr_line3 text,
  bill_addr_line4 text,
  bill_addr_line5 text,
  bill_addr_city text,
  bill_addr_country_sub_division_code text,
  bill_addr_postal_code text,
  bill_addr_country text,
  bill_addr_lat text,
  bill_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  ship_from_addr_line1 text,
  ship_from_addr_line2 text,
  ship_from_addr_line3 text,
  ship_from_addr_line4 text,
  ship_from_addr_line5 text,
  ship_from_addr_city text,
  ship_from_addr_country_sub_division_code text,
  ship_from_addr_postal_code text,
  ship_from_addr_country text,
  ship_from_addr_lat text,
  ship_from_addr_long text,
  free_form_address boolean,
  bill_email text,
  bill_email_cc text,
  bill_email_bcc text,
  class_id text,
  class_name text,
  sales_term_id text,
  sales_term_name text,
  due_date date,
  remit_to_id text,
  remit_to_name text,
  auto_doc_number boolean,
  govt_txn_ref_identifier text,
  sales_rep_id text,
  sales_rep_name text,
  ship_method_id text,
  ship_method_name text,
  ship_date date,
  tracking_num text,
  po_number text,
  fob text,
  apply_tax_after_discount boolean,
  shipping_tax_included_in_total_tax boolean,
  template_id text,
  template_name text,
  print_status text,
  email_status text,
  delivery_info_delivery_type text,
  delivery_info_delivery_time text,
  delivery_info_delivery_error_type text,
  ar_account_id text,
  ar_account_name text,
  payment_method_id text,
  payment_method_name text,
  payment_ref_num text,
  payment_type text,
  deposit_to_account_id text,
  deposit_to_account_name text,
  balance numeric,
  home_balance numeric,
  finance_charge boolean,
  discount_rate numeric,
  discount_amt numeric,
  tax_exemption_id text,
  tax_exemption_name text,
  check_payment_check_num text,
  check_payment_status text,
  check_payment_name_on_acct text,
  check_payment_acct_num text,
  check_payment_bank_name text,
  credit_charge_info_number text,
  credit_charge_info_type text,
  credit_charge_info_name_on_acct text,
  credit_charge_info_cc_expiry_month integer,
  credit_charge_info_cc_expiry_year integer,
  credit_charge_info_bill_addr_street text,
  credit_charge_info_postal_code text,
  credit_charge_info_commercial_card_code text,
  credit_charge_info_cc_txn_mode text,
  credit_charge_info_cc_txn_type text,
  credit_charge_info_prev_cc_trans_id text,
  credit_charge_info_amount numeric,
  credit_charge_info_process_payment boolean,
  credit_charge_response_cc_processor text,
  credit_charge_response_cc_trans_id text,
  credit_charge_response_status text,
  credit_charge_response_result_code text,
  credit_charge_response_result_msg text,
  credit_charge_response_merchant_acct_num text,
  credit_charge_response_card_security_code_match text,
  credit_charge_response_auth_code text,
  credit_charge_response_avs_street text,
  credit_charge_response_avs_zip text,
  credit_charge_response_security_code text,
  credit_charge_response_recon_batch_id text,
  credit_charge_response_payment_grouping_code text,
  credit_charge_response_txn_authorization_time timestamptz,
  credit_charge_response_txn_authorization_stamp text,
  credit_charge_response_client_trans_id text,
  remaining_credit numeric,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX refund_receipts_updated_at ON quickbooks.refund_receipts (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX refund_receipts_txn_date ON quickbooks.refund_receipts (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX refund_receipts_deleted_at ON quickbooks.refund_receipts (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX refund_receipts_currency_id ON quickbooks.refund_receipts (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX refund_receipts_department_id ON quickbooks.refund_receipts (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX refund_receipts_project_id ON quickbooks.refund_receipts (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX refund_receipts_recur_data_id ON quickbooks.refund_receipts (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX refund_receipts_txn_tax_detail_txn_tax_code_id ON quickbooks.refund_receipts (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX refund_receipts_txn_tax_detail_default_tax_code_id ON quickbooks.refund_receipts (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX refund_receipts_customer_id ON quickbooks.refund_receipts (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX refund_receipts_class_id ON quickbooks.refund_receipts (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX refund_receipts_sales_term_id ON quickbooks.refund_receipts (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX refund_receipts_ar_account_id ON quickbooks.refund_receipts (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
CREATE INDEX refund_receipts_payment_method_id ON quickbooks.refund_receipts (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
CREATE INDEX refund_receipts_deposit_to_account_id ON quickbooks.refund_receipts (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.refund_receipts IS 'Refunds paid to customers at once.';
COMMENT ON COLUMN quickbooks.refund_receipts.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.refund_receipts.id IS 'QuickBooks'' id; unique among the company''s refund receipts. [RefundReceipt.Id]';
COMMENT ON COLUMN quickbooks.refund_receipts.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [RefundReceipt.DocNumber]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_date IS 'Date of the transaction in the company calendar. [RefundReceipt.TxnDate]';
COMMENT ON COLUMN quickbooks.refund_receipts.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [RefundReceipt.PrivateNote]';
COMMENT ON COLUMN quickbooks.refund_receipts.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [RefundReceipt.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [RefundReceipt.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.exchange_rate IS 'Home currency units for one unit of the transaction currency. [RefundReceipt.ExchangeRate]';
COMMENT ON COLUMN quickbooks.refund_receipts.department_id IS 'Location. (id) [RefundReceipt.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.department_name IS 'Location. (name) [RefundReceipt.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.project_id IS 'Project the transaction belongs to. (id) [RefundReceipt.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.project_name IS 'Project the transaction belongs to. (name) [RefundReceipt.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.recur_data_id IS 'Template that created the transaction. (id) [RefundReceipt.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.recur_data_name IS 'Template that created the transaction. (name) [RefundReceipt.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [RefundReceipt.TxnSource]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [RefundReceipt.TxnSubType]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [RefundReceipt.TxnStatus]';
COMMENT ON COLUMN quickbooks.refund_receipts.transaction_location_type IS 'Location type for tax (France). [RefundReceipt.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.refund_receipts.tax_form_type IS 'Type of the tax form. [RefundReceipt.TaxFormType]';
COMMENT ON COLUMN quickbooks.refund_receipts.tax_form_num IS 'Number of the tax form. [RefundReceipt.TaxFormNum]';
COMMENT ON COLUMN quickbooks.refund_receipts.tag IS 'Tags, as QuickBooks sends them. [RefundReceipt.Tag]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_approval_info_approval_status IS 'State of the approval workflow. [RefundReceipt.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_approval_info_approval_status_detail IS 'Details of that state. [RefundReceipt.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [RefundReceipt.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_approval_info_last_changed_date IS 'When that state was last changed. [RefundReceipt.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.refund_receipts.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [RefundReceipt.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.refund_receipts.home_total_cost_amount IS 'That cost in the home currency. [RefundReceipt.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.refund_receipts.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [RefundReceipt.CustomExtensions]';
COMMENT ON COLUMN quickbooks.refund_receipts.total_amt IS 'Total including tax, in the transaction currency. [RefundReceipt.TotalAmt]';
COMMENT ON COLUMN quickbooks.refund_receipts.home_total_amt IS 'Total in the home currency; only with multicurrency. [RefundReceipt.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.refund_receipts.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [RefundReceipt.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [RefundReceipt.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [RefundReceipt.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_tax_detail_total_tax IS 'Total tax. [RefundReceipt.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [RefundReceipt.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [RefundReceipt.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [RefundReceipt.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.refund_receipts.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [RefundReceipt.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.refund_receipts.customer_id IS 'Customer or job. (id) [RefundReceipt.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.customer_name IS 'Customer or job. (name) [RefundReceipt.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.customer_memo IS 'Message to the customer, printed on the form. [RefundReceipt.CustomerMemo.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_line1 IS 'Billing address, first line. [RefundReceipt.BillAddr.Line1]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_line2 IS 'Billing address, second line. [RefundReceipt.BillAddr.Line2]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_line3 IS 'Billing address, third line. [RefundReceipt.BillAddr.Line3]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_line4 IS 'Billing address, fourth line. [RefundReceipt.BillAddr.Line4]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_line5 IS 'Billing address, fifth line. [RefundReceipt.BillAddr.Line5]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_city IS 'Billing address, city. [RefundReceipt.BillAddr.City]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_country_sub_division_code IS 'Billing address, state, province or region code. [RefundReceipt.BillAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_postal_code IS 'Billing address, postal code. [RefundReceipt.BillAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_country IS 'Billing address, country (a name, or an ISO code since late 2025). [RefundReceipt.BillAddr.Country]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_lat IS 'Billing address, latitude as QuickBooks sends it; may be the word INVALID. [RefundReceipt.BillAddr.Lat]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_addr_long IS 'Billing address, longitude as QuickBooks sends it; may be the word INVALID. [RefundReceipt.BillAddr.Long]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_line1 IS 'Shipping address, first line. [RefundReceipt.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_line2 IS 'Shipping address, second line. [RefundReceipt.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_line3 IS 'Shipping address, third line. [RefundReceipt.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_line4 IS 'Shipping address, fourth line. [RefundReceipt.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_line5 IS 'Shipping address, fifth line. [RefundReceipt.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_city IS 'Shipping address, city. [RefundReceipt.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [RefundReceipt.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_postal_code IS 'Shipping address, postal code. [RefundReceipt.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [RefundReceipt.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [RefundReceipt.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [RefundReceipt.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_line1 IS 'Address the goods leave from, first line. [RefundReceipt.ShipFromAddr.Line1]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_line2 IS 'Address the goods leave from, second line. [RefundReceipt.ShipFromAddr.Line2]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_line3 IS 'Address the goods leave from, third line. [RefundReceipt.ShipFromAddr.Line3]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_line4 IS 'Address the goods leave from, fourth line. [RefundReceipt.ShipFromAddr.Line4]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_line5 IS 'Address the goods leave from, fifth line. [RefundReceipt.ShipFromAddr.Line5]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_city IS 'Address the goods leave from, city. [RefundReceipt.ShipFromAddr.City]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_country_sub_division_code IS 'Address the goods leave from, state, province or region code. [RefundReceipt.ShipFromAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_postal_code IS 'Address the goods leave from, postal code. [RefundReceipt.ShipFromAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_country IS 'Address the goods leave from, country (a name, or an ISO code since late 2025). [RefundReceipt.ShipFromAddr.Country]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_lat IS 'Address the goods leave from, latitude as QuickBooks sends it; may be the word INVALID. [RefundReceipt.ShipFromAddr.Lat]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_from_addr_long IS 'Address the goods leave from, longitude as QuickBooks sends it; may be the word INVALID. [RefundReceipt.ShipFromAddr.Long]';
COMMENT ON COLUMN quickbooks.refund_receipts.free_form_address IS 'True when the shipping address is free text. [RefundReceipt.FreeFormAddress]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_email IS 'E-mail address the form is sent to. [RefundReceipt.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_email_cc IS 'E-mail addresses that get a copy. [RefundReceipt.BillEmailCc.Address]';
COMMENT ON COLUMN quickbooks.refund_receipts.bill_email_bcc IS 'E-mail addresses that get a blind copy. [RefundReceipt.BillEmailBcc.Address]';
COMMENT ON COLUMN quickbooks.refund_receipts.class_id IS 'Class of the whole transaction. (id) [RefundReceipt.ClassRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.class_name IS 'Class of the whole transaction. (name) [RefundReceipt.ClassRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.sales_term_id IS 'Terms of payment. (id) [RefundReceipt.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.sales_term_name IS 'Terms of payment. (name) [RefundReceipt.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.due_date IS 'Date the payment is due. [RefundReceipt.DueDate]';
COMMENT ON COLUMN quickbooks.refund_receipts.remit_to_id IS 'Name payments are to be sent to. (id) [RefundReceipt.RemitToRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.remit_to_name IS 'Name payments are to be sent to. (name) [RefundReceipt.RemitToRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.auto_doc_number IS 'True when QuickBooks gave the number. [RefundReceipt.AutoDocNumber]';
COMMENT ON COLUMN quickbooks.refund_receipts.govt_txn_ref_identifier IS 'Government reference of the transaction (Brazil, India). [RefundReceipt.GovtTxnRefIdentifier]';
COMMENT ON COLUMN quickbooks.refund_receipts.sales_rep_id IS 'Sales representative. (id) [RefundReceipt.SalesRepRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.sales_rep_name IS 'Sales representative. (name) [RefundReceipt.SalesRepRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_method_id IS 'Method of shipping. (id) [RefundReceipt.ShipMethodRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_method_name IS 'Method of shipping. (name) [RefundReceipt.ShipMethodRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.ship_date IS 'Date of shipping. [RefundReceipt.ShipDate]';
COMMENT ON COLUMN quickbooks.refund_receipts.tracking_num IS 'Shipper''s tracking number. [RefundReceipt.TrackingNum]';
COMMENT ON COLUMN quickbooks.refund_receipts.po_number IS 'Customer''s purchase order number. [RefundReceipt.PONumber]';
COMMENT ON COLUMN quickbooks.refund_receipts.fob IS 'Free-on-board terms. [RefundReceipt.FOB]';
COMMENT ON COLUMN quickbooks.refund_receipts.apply_tax_after_discount IS 'True when the discount is taken off before tax. [RefundReceipt.ApplyTaxAfterDiscount]';
COMMENT ON COLUMN quickbooks.refund_receipts.shipping_tax_included_in_total_tax IS 'True when tax on shipping is part of the total tax. [RefundReceipt.ShippingTaxIncludedInTotalTax]';
COMMENT ON COLUMN quickbooks.refund_receipts.template_id IS 'Layout of the printed form. (id) [RefundReceipt.TemplateRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.template_name IS 'Layout of the printed form. (name) [RefundReceipt.TemplateRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.print_status IS 'NotSet, NeedToPrint or PrintComplete. [RefundReceipt.PrintStatus]';
COMMENT ON COLUMN quickbooks.refund_receipts.email_status IS 'NotSet, NeedToSend or EmailSent. [RefundReceipt.EmailStatus]';
COMMENT ON COLUMN quickbooks.refund_receipts.delivery_info_delivery_type IS 'How the form was last sent. [RefundReceipt.DeliveryInfo.DeliveryType]';
COMMENT ON COLUMN quickbooks.refund_receipts.delivery_info_delivery_time IS 'When the form was last sent, as QuickBooks writes it. [RefundReceipt.DeliveryInfo.DeliveryTime]';
COMMENT ON COLUMN quickbooks.refund_receipts.delivery_info_delivery_error_type IS 'Why the last sending failed. [RefundReceipt.DeliveryInfo.DeliveryErrorType]';
COMMENT ON COLUMN quickbooks.refund_receipts.ar_account_id IS 'Receivables account. (id) [RefundReceipt.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.ar_account_name IS 'Receivables account. (name) [RefundReceipt.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.payment_method_id IS 'Method of payment. (id) [RefundReceipt.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.payment_method_name IS 'Method of payment. (name) [RefundReceipt.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.payment_ref_num IS 'Number of the check or other payment. [RefundReceipt.PaymentRefNum]';
COMMENT ON COLUMN quickbooks.refund_receipts.payment_type IS 'Cash, Check, CreditCard or Other. [RefundReceipt.PaymentType]';
COMMENT ON COLUMN quickbooks.refund_receipts.deposit_to_account_id IS 'Account the money is deposited to. (id) [RefundReceipt.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.deposit_to_account_name IS 'Account the money is deposited to. (name) [RefundReceipt.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.balance IS 'Amount still open, in the transaction currency. [RefundReceipt.Balance]';
COMMENT ON COLUMN quickbooks.refund_receipts.home_balance IS 'Amount still open, in the home currency. [RefundReceipt.HomeBalance]';
COMMENT ON COLUMN quickbooks.refund_receipts.finance_charge IS 'True when the transaction is a finance charge. [RefundReceipt.FinanceCharge]';
COMMENT ON COLUMN quickbooks.refund_receipts.discount_rate IS 'Discount on the whole, in percent. [RefundReceipt.DiscountRate]';
COMMENT ON COLUMN quickbooks.refund_receipts.discount_amt IS 'Discount on the whole, as an amount. [RefundReceipt.DiscountAmt]';
COMMENT ON COLUMN quickbooks.refund_receipts.tax_exemption_id IS 'Reason the customer pays no tax. (id) [RefundReceipt.TaxExemptionRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipts.tax_exemption_name IS 'Reason the customer pays no tax. (name) [RefundReceipt.TaxExemptionRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipts.check_payment_check_num IS 'Number of the check. [RefundReceipt.CheckPayment.CheckNum]';
COMMENT ON COLUMN quickbooks.refund_receipts.check_payment_status IS 'State of the check. [RefundReceipt.CheckPayment.Status]';
COMMENT ON COLUMN quickbooks.refund_receipts.check_payment_name_on_acct IS 'Name on the bank account of the check. [RefundReceipt.CheckPayment.NameOnAcct]';
COMMENT ON COLUMN quickbooks.refund_receipts.check_payment_acct_num IS 'Bank account number of the check. [RefundReceipt.CheckPayment.AcctNum]';
COMMENT ON COLUMN quickbooks.refund_receipts.check_payment_bank_name IS 'Bank of the check. [RefundReceipt.CheckPayment.BankName]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_number IS 'Card number, masked by QuickBooks. [RefundReceipt.CreditCardPayment.CreditChargeInfo.Number]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_type IS 'Kind of card. [RefundReceipt.CreditCardPayment.CreditChargeInfo.Type]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_name_on_acct IS 'Name on the card. [RefundReceipt.CreditCardPayment.CreditChargeInfo.NameOnAcct]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_cc_expiry_month IS 'Month the card expires in. [RefundReceipt.CreditCardPayment.CreditChargeInfo.CcExpiryMonth]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_cc_expiry_year IS 'Year the card expires in. [RefundReceipt.CreditCardPayment.CreditChargeInfo.CcExpiryYear]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_bill_addr_street IS 'Street of the card holder. [RefundReceipt.CreditCardPayment.CreditChargeInfo.BillAddrStreet]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_postal_code IS 'Postal code of the card holder. [RefundReceipt.CreditCardPayment.CreditChargeInfo.PostalCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_commercial_card_code IS 'Code of a commercial card. [RefundReceipt.CreditCardPayment.CreditChargeInfo.CommercialCardCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_cc_txn_mode IS 'CardPresent or CardNotPresent. [RefundReceipt.CreditCardPayment.CreditChargeInfo.CCTxnMode]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_cc_txn_type IS 'Charge or authorization. [RefundReceipt.CreditCardPayment.CreditChargeInfo.CCTxnType]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_prev_cc_trans_id IS 'Earlier card transaction this one belongs to. [RefundReceipt.CreditCardPayment.CreditChargeInfo.PrevCCTransId]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_amount IS 'Amount charged. [RefundReceipt.CreditCardPayment.CreditChargeInfo.Amount]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_info_process_payment IS 'True when the charge is to be processed. [RefundReceipt.CreditCardPayment.CreditChargeInfo.ProcessPayment]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_cc_processor IS 'Processor of the charge. [RefundReceipt.CreditCardPayment.CreditChargeResponse.CCProcessor]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_cc_trans_id IS 'Processor''s id of the charge. [RefundReceipt.CreditCardPayment.CreditChargeResponse.CCTransId]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_status IS 'Completed or Unknown. [RefundReceipt.CreditCardPayment.CreditChargeResponse.Status]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_result_code IS 'Processor''s result code. [RefundReceipt.CreditCardPayment.CreditChargeResponse.ResultCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_result_msg IS 'Processor''s result in words. [RefundReceipt.CreditCardPayment.CreditChargeResponse.ResultMsg]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_merchant_acct_num IS 'Merchant account number. [RefundReceipt.CreditCardPayment.CreditChargeResponse.MerchantAcctNum]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_card_security_code_match IS 'Result of the check of the security code. [RefundReceipt.CreditCardPayment.CreditChargeResponse.CardSecurityCodeMatch]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_auth_code IS 'Authorization code. [RefundReceipt.CreditCardPayment.CreditChargeResponse.AuthCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_avs_street IS 'Result of the check of the street. [RefundReceipt.CreditCardPayment.CreditChargeResponse.AvsStreet]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_avs_zip IS 'Result of the check of the postal code. [RefundReceipt.CreditCardPayment.CreditChargeResponse.AvsZip]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_security_code IS 'Result of the check of the security code, older field. [RefundReceipt.CreditCardPayment.CreditChargeResponse.SecurityCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_recon_batch_id IS 'Batch of the settlement. [RefundReceipt.CreditCardPayment.CreditChargeResponse.ReconBatchId]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_payment_grouping_code IS 'Group of the settlement. [RefundReceipt.CreditCardPayment.CreditChargeResponse.PaymentGroupingCode]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_txn_authorization_time IS 'When the charge was authorized. [RefundReceipt.CreditCardPayment.CreditChargeResponse.TxnAuthorizationTime]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_txn_authorization_stamp IS 'Processor''s stamp of the authorization. [RefundReceipt.CreditCardPayment.CreditChargeResponse.TxnAuthorizationStamp]';
COMMENT ON COLUMN quickbooks.refund_receipts.credit_charge_response_client_trans_id IS 'Client''s id of the charge. [RefundReceipt.CreditCardPayment.CreditChargeResponse.ClientTransID]';
COMMENT ON COLUMN quickbooks.refund_receipts.remaining_credit IS 'Part of the refund not yet used. [RefundReceipt.RemainingCredit]';
COMMENT ON COLUMN quickbooks.refund_receipts.created_at IS 'When it was created in QuickBooks. [RefundReceipt.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.refund_receipts.updated_at IS 'When QuickBooks last changed it, balances included. [RefundReceipt.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.refund_receipts.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [RefundReceipt.SyncToken]';
COMMENT ON COLUMN quickbooks.refund_receipts.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.refund_receipts.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.refund_receipts.custom_fields IS 'Custom fields as name and value. [RefundReceipt.CustomField]';
COMMENT ON COLUMN quickbooks.refund_receipts.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.refund_receipts.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.refund_receipts.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.refund_receipts.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.refund_receipts ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.refund_receipts FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.purchases (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  check_payment_check_num text,
  check_payment_status text,
  check_payment_name_on_acct text,
  check_payment_acct_num text,
  check_payment_bank_name text,
  credit_charge_info_number text,
  credit_charge_info_type text,
  credit_charge_info_name_on_acct text,
  credit_charge_info_cc_expiry_month integer,
  credit_charge_info_cc_expiry_year integer,
  credit_charge_info_bill_addr_street text,
  credit_charge_info_postal_code text,
  credit_charge_info_commercial_card_code text,
  credit_charge_info_cc_txn_mode text,
  credit_charge_info_cc_txn_type text,
  credit_charge_info_prev_cc_trans_id text,
  credit_charge_info_amount numeric,
  credit_charge_info_process_payment boolean,
  credit_charge_response_cc_processor text,
  credit_charge_response_cc_trans_id text,
  credit_charge_response_status text,
  credit_charge_response_result_code text,
  credit_charge_response_result_msg text,
  credit_charge_response_merchant_acct_num text,
  credit_charge_response_card_security_code_match text,
  credit_charge_response_auth_code text,
  credit_charge_response_avs_street text,
  credit_charge_response_avs_zip text,
  credit_charge_response_security_code text,
  credit_charge_response_recon_batch_id text,
  credit_charge_response_payment_grouping_code text,
  credit_charge_response_txn_authorization_time timestamptz,
  credit_charge_response_txn_authorization_stamp text,
  credit_charge_response_client_trans_id text,
  payment_type text,
  account_id text,
  account_name text,
  entity_id text,
  entity_name text,
  entity_type text,
  credit boolean,
  payment_method_id text,
  payment_method_name text,
  payment_ref_num text,
  print_status text,
  memo text,
  remit_to_addr_line1 text,
  remit_to_addr_line2 text,
  remit_to_addr_line3 text,
  remit_to_addr_line4 text,
  remit_to_addr_line5 text,
  remit_to_addr_city text,
  remit_to_addr_country_sub_division_code text,
  remit_to_addr_postal_code text,
  remit_to_addr_country text,
  remit_to_addr_lat text,
  remit_to_addr_long text,
  less_cis numeric,
  include_in_annual_tpar boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX purchases_updated_at ON quickbooks.purchases (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX purchases_txn_date ON quickbooks.purchases (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX purchases_deleted_at ON quickbooks.purchases (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX purchases_currency_id ON quickbooks.purchases (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX purchases_department_id ON quickbooks.purchases (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX purchases_project_id ON quickbooks.purchases (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX purchases_recur_data_id ON quickbooks.purchases (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX purchases_txn_tax_detail_txn_tax_code_id ON quickbooks.purchases (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX purchases_txn_tax_detail_default_tax_code_id ON quickbooks.purchases (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX purchases_account_id ON quickbooks.purchases (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX purchases_entity_id ON quickbooks.purchases (realm_id, entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX purchases_payment_method_id ON quickbooks.purchases (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
COMMENT ON TABLE quickbooks.purchases IS 'Purchases paid at once: expenses, checks and credit card charges or credits.';
COMMENT ON COLUMN quickbooks.purchases.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.purchases.id IS 'QuickBooks'' id; unique among the company''s purchases. [Purchase.Id]';
COMMENT ON COLUMN quickbooks.purchases.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [Purchase.DocNumber]';
COMMENT ON COLUMN quickbooks.purchases.txn_date IS 'Date of the transaction in the company calendar. [Purchase.TxnDate]';
COMMENT ON COLUMN quickbooks.purchases.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [Purchase.PrivateNote]';
COMMENT ON COLUMN quickbooks.purchases.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [Purchase.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.purchases.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [Purchase.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.purchases.exchange_rate IS 'Home currency units for one unit of the transaction currency. [Purchase.ExchangeRate]';
COMMENT ON COLUMN quickbooks.purchases.department_id IS 'Location. (id) [Purchase.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.purchases.department_name IS 'Location. (name) [Purchase.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.purchases.project_id IS 'Project the transaction belongs to. (id) [Purchase.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.purchases.project_name IS 'Project the transaction belongs to. (name) [Purchase.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.purchases.recur_data_id IS 'Template that created the transaction. (id) [Purchase.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.purchases.recur_data_name IS 'Template that created the transaction. (name) [Purchase.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.purchases.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [Purchase.TxnSource]';
COMMENT ON COLUMN quickbooks.purchases.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [Purchase.TxnSubType]';
COMMENT ON COLUMN quickbooks.purchases.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [Purchase.TxnStatus]';
COMMENT ON COLUMN quickbooks.purchases.transaction_location_type IS 'Location type for tax (France). [Purchase.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.purchases.tax_form_type IS 'Type of the tax form. [Purchase.TaxFormType]';
COMMENT ON COLUMN quickbooks.purchases.tax_form_num IS 'Number of the tax form. [Purchase.TaxFormNum]';
COMMENT ON COLUMN quickbooks.purchases.tag IS 'Tags, as QuickBooks sends them. [Purchase.Tag]';
COMMENT ON COLUMN quickbooks.purchases.txn_approval_info_approval_status IS 'State of the approval workflow. [Purchase.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.purchases.txn_approval_info_approval_status_detail IS 'Details of that state. [Purchase.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.purchases.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [Purchase.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.purchases.txn_approval_info_last_changed_date IS 'When that state was last changed. [Purchase.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.purchases.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [Purchase.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.purchases.home_total_cost_amount IS 'That cost in the home currency. [Purchase.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.purchases.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Purchase.CustomExtensions]';
COMMENT ON COLUMN quickbooks.purchases.total_amt IS 'Total including tax, in the transaction currency. [Purchase.TotalAmt]';
COMMENT ON COLUMN quickbooks.purchases.home_total_amt IS 'Total in the home currency; only with multicurrency. [Purchase.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.purchases.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [Purchase.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.purchases.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [Purchase.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.purchases.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [Purchase.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.purchases.txn_tax_detail_total_tax IS 'Total tax. [Purchase.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.purchases.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Purchase.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.purchases.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Purchase.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.purchases.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [Purchase.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.purchases.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [Purchase.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.purchases.check_payment_check_num IS 'Number of the check. [Purchase.CheckPayment.CheckNum]';
COMMENT ON COLUMN quickbooks.purchases.check_payment_status IS 'State of the check. [Purchase.CheckPayment.Status]';
COMMENT ON COLUMN quickbooks.purchases.check_payment_name_on_acct IS 'Name on the bank account of the check. [Purchase.CheckPayment.NameOnAcct]';
COMMENT ON COLUMN quickbooks.purchases.check_payment_acct_num IS 'Bank account number of the check. [Purchase.CheckPayment.AcctNum]';
COMMENT ON COLUMN quickbooks.purchases.check_payment_bank_name IS 'Bank of the check. [Purchase.CheckPayment.BankName]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_number IS 'Card number, masked by QuickBooks. [Purchase.CreditCardPayment.CreditChargeInfo.Number]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_type IS 'Kind of card. [Purchase.CreditCardPayment.CreditChargeInfo.Type]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_name_on_acct IS 'Name on the card. [Purchase.CreditCardPayment.CreditChargeInfo.NameOnAcct]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_cc_expiry_month IS 'Month the card expires in. [Purchase.CreditCardPayment.CreditChargeInfo.CcExpiryMonth]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_cc_expiry_year IS 'Year the card expires in. [Purchase.CreditCardPayment.CreditChargeInfo.CcExpiryYear]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_bill_addr_street IS 'Street of the card holder. [Purchase.CreditCardPayment.CreditChargeInfo.BillAddrStreet]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_postal_code IS 'Postal code of the card holder. [Purchase.CreditCardPayment.CreditChargeInfo.PostalCode]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_commercial_card_code IS 'Code of a commercial card. [Purchase.CreditCardPayment.CreditChargeInfo.CommercialCardCode]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_cc_txn_mode IS 'CardPresent or CardNotPresent. [Purchase.CreditCardPayment.CreditChargeInfo.CCTxnMode]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_cc_txn_type IS 'Charge or authorization. [Purchase.CreditCardPayment.CreditChargeInfo.CCTxnType]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_prev_cc_trans_id IS 'Earlier card transaction this one belongs to. [Purchase.CreditCardPayment.CreditChargeInfo.PrevCCTransId]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_amount IS 'Amount charged. [Purchase.CreditCardPayment.CreditChargeInfo.Amount]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_info_process_payment IS 'True when the charge is to be processed. [Purchase.CreditCardPayment.CreditChargeInfo.ProcessPayment]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_cc_processor IS 'Processor of the charge. [Purchase.CreditCardPayment.CreditChargeResponse.CCProcessor]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_cc_trans_id IS 'Processor''s id of the charge. [Purchase.CreditCardPayment.CreditChargeResponse.CCTransId]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_status IS 'Completed or Unknown. [Purchase.CreditCardPayment.CreditChargeResponse.Status]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_result_code IS 'Processor''s result code. [Purchase.CreditCardPayment.CreditChargeResponse.ResultCode]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_result_msg IS 'Processor''s result in words. [Purchase.CreditCardPayment.CreditChargeResponse.ResultMsg]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_merchant_acct_num IS 'Merchant account number. [Purchase.CreditCardPayment.CreditChargeResponse.MerchantAcctNum]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_card_security_code_match IS 'Result of the check of the security code. [Purchase.CreditCardPayment.CreditChargeResponse.CardSecurityCodeMatch]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_auth_code IS 'Authorization code. [Purchase.CreditCardPayment.CreditChargeResponse.AuthCode]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_avs_street IS 'Result of the check of the street. [Purchase.CreditCardPayment.CreditChargeResponse.AvsStreet]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_avs_zip IS 'Result of the check of the postal code. [Purchase.CreditCardPayment.CreditChargeResponse.AvsZip]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_security_code IS 'Result of the check of the security code, older field. [Purchase.CreditCardPayment.CreditChargeResponse.SecurityCode]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_recon_batch_id IS 'Batch of the settlement. [Purchase.CreditCardPayment.CreditChargeResponse.ReconBatchId]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_payment_grouping_code IS 'Group of the settlement. [Purchase.CreditCardPayment.CreditChargeResponse.PaymentGroupingCode]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_txn_authorization_time IS 'When the charge was authorized. [Purchase.CreditCardPayment.CreditChargeResponse.TxnAuthorizationTime]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_txn_authorization_stamp IS 'Processor''s stamp of the authorization. [Purchase.CreditCardPayment.CreditChargeResponse.TxnAuthorizationStamp]';
COMMENT ON COLUMN quickbooks.purchases.credit_charge_response_client_trans_id IS 'Client''s id of the charge. [Purchase.CreditCardPayment.CreditChargeResponse.ClientTransID]';
COMMENT ON COLUMN quickbooks.purchases.payment_type IS 'Cash, Check or CreditCard. [Purchase.PaymentType]';
COMMENT ON COLUMN quickbooks.purchases.account_id IS 'Bank or credit card account the money comes from. (id) [Purchase.AccountRef.value]';
COMMENT ON COLUMN quickbooks.purchases.account_name IS 'Bank or credit card account the money comes from. (name) [Purchase.AccountRef.name]';
COMMENT ON COLUMN quickbooks.purchases.entity_id IS 'Vendor, customer or employee who is paid. (id) [Purchase.EntityRef.value]';
COMMENT ON COLUMN quickbooks.purchases.entity_name IS 'Vendor, customer or employee who is paid. (name) [Purchase.EntityRef.name]';
COMMENT ON COLUMN quickbooks.purchases.entity_type IS 'Vendor, customer or employee who is paid. (type) [Purchase.EntityRef.type]';
COMMENT ON COLUMN quickbooks.purchases.credit IS 'True for a credit card credit (a refund), false for a charge. [Purchase.Credit]';
COMMENT ON COLUMN quickbooks.purchases.payment_method_id IS 'Method of payment. (id) [Purchase.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.purchases.payment_method_name IS 'Method of payment. (name) [Purchase.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.purchases.payment_ref_num IS 'Number of the check or other payment. [Purchase.PaymentRefNum]';
COMMENT ON COLUMN quickbooks.purchases.print_status IS 'NotSet, NeedToPrint or PrintComplete. [Purchase.PrintStatus]';
COMMENT ON COLUMN quickbooks.purchases.memo IS 'Message printed on the check. [Purchase.Memo]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_line1 IS 'Address the payment goes to, first line. [Purchase.RemitToAddr.Line1]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_line2 IS 'Address the payment goes to, second line. [Purchase.RemitToAddr.Line2]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_line3 IS 'Address the payment goes to, third line. [Purchase.RemitToAddr.Line3]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_line4 IS 'Address the payment goes to, fourth line. [Purchase.RemitToAddr.Line4]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_line5 IS 'Address the payment goes to, fifth line. [Purchase.RemitToAddr.Line5]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_city IS 'Address the payment goes to, city. [Purchase.RemitToAddr.City]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_country_sub_division_code IS 'Address the payment goes to, state, province or region code. [Purchase.RemitToAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_postal_code IS 'Address the payment goes to, postal code. [Purchase.RemitToAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_country IS 'Address the payment goes to, country (a name, or an ISO code since late 2025). [Purchase.RemitToAddr.Country]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_lat IS 'Address the payment goes to, latitude as QuickBooks sends it; may be the word INVALID. [Purchase.RemitToAddr.Lat]';
COMMENT ON COLUMN quickbooks.purchases.remit_to_addr_long IS 'Address the payment goes to, longitude as QuickBooks sends it; may be the word INVALID. [Purchase.RemitToAddr.Long]';
COMMENT ON COLUMN quickbooks.purchases.less_cis IS 'Amount withheld under the construction industry scheme (United Kingdom). [Purchase.LessCIS]';
COMMENT ON COLUMN quickbooks.purchases.include_in_annual_tpar IS 'True when it counts for the taxable payments annual report (Australia). [Purchase.IncludeInAnnualTPAR]';
COMMENT ON COLUMN quickbooks.purchases.created_at IS 'When it was created in QuickBooks. [Purchase.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.purchases.updated_at IS 'When QuickBooks last changed it, balances included. [Purchase.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.purchases.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Purchase.SyncToken]';
COMMENT ON COLUMN quickbooks.purchases.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.purchases.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.purchases.custom_fields IS 'Custom fields as name and value. [Purchase.CustomField]';
COMMENT ON COLUMN quickbooks.purchases.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.purchases.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.purchases.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.purchases.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.purchases ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchases FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.journal_entries (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  adjustment boolean,
  home_currency_adjustment boolean,
  entered_in_home_currency boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX journal_entries_updated_at ON quickbooks.journal_entries (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX journal_entries_txn_date ON quickbooks.journal_entries (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX journal_entries_deleted_at ON quickbooks.journal_entries (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX journal_entries_currency_id ON quickbooks.journal_entries (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX journal_entries_department_id ON quickbooks.journal_entries (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX journal_entries_project_id ON quickbooks.journal_entries (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX journal_entries_recur_data_id ON quickbooks.journal_entries (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX journal_entries_txn_tax_detail_txn_tax_code_id ON quickbooks.journal_entries (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX journal_entries_txn_tax_detail_default_tax_code_id ON quickbooks.journal_entries (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
COMMENT ON TABLE quickbooks.journal_entries IS 'Journal entries: debits and credits written by hand or by an accountant.';
COMMENT ON COLUMN quickbooks.journal_entries.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.journal_entries.id IS 'QuickBooks'' id; unique among the company''s journal entries. [JournalEntry.Id]';
COMMENT ON COLUMN quickbooks.journal_entries.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [JournalEntry.DocNumber]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_date IS 'Date of the transaction in the company calendar. [JournalEntry.TxnDate]';
COMMENT ON COLUMN quickbooks.journal_entries.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [JournalEntry.PrivateNote]';
COMMENT ON COLUMN quickbooks.journal_entries.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [JournalEntry.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.journal_entries.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [JournalEntry.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.journal_entries.exchange_rate IS 'Home currency units for one unit of the transaction currency. [JournalEntry.ExchangeRate]';
COMMENT ON COLUMN quickbooks.journal_entries.department_id IS 'Location. (id) [JournalEntry.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.journal_entries.department_name IS 'Location. (name) [JournalEntry.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.journal_entries.project_id IS 'Project the transaction belongs to. (id) [JournalEntry.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.journal_entries.project_name IS 'Project the transaction belongs to. (name) [JournalEntry.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.journal_entries.recur_data_id IS 'Template that created the transaction. (id) [JournalEntry.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.journal_entries.recur_data_name IS 'Template that created the transaction. (name) [JournalEntry.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [JournalEntry.TxnSource]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [JournalEntry.TxnSubType]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [JournalEntry.TxnStatus]';
COMMENT ON COLUMN quickbooks.journal_entries.transaction_location_type IS 'Location type for tax (France). [JournalEntry.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.journal_entries.tax_form_type IS 'Type of the tax form. [JournalEntry.TaxFormType]';
COMMENT ON COLUMN quickbooks.journal_entries.tax_form_num IS 'Number of the tax form. [JournalEntry.TaxFormNum]';
COMMENT ON COLUMN quickbooks.journal_entries.tag IS 'Tags, as QuickBooks sends them. [JournalEntry.Tag]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_approval_info_approval_status IS 'State of the approval workflow. [JournalEntry.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_approval_info_approval_status_detail IS 'Details of that state. [JournalEntry.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [JournalEntry.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_approval_info_last_changed_date IS 'When that state was last changed. [JournalEntry.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.journal_entries.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [JournalEntry.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.journal_entries.home_total_cost_amount IS 'That cost in the home currency. [JournalEntry.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.journal_entries.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [JournalEntry.CustomExtensions]';
COMMENT ON COLUMN quickbooks.journal_entries.total_amt IS 'Total, in the transaction currency. [JournalEntry.TotalAmt]';
COMMENT ON COLUMN quickbooks.journal_entries.home_total_amt IS 'Total in the home currency; only with multicurrency. [JournalEntry.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.journal_entries.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [JournalEntry.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [JournalEntry.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [JournalEntry.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_tax_detail_total_tax IS 'Total tax. [JournalEntry.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [JournalEntry.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [JournalEntry.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [JournalEntry.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.journal_entries.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [JournalEntry.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.journal_entries.adjustment IS 'True for an accountant''s adjusting entry. [JournalEntry.Adjustment]';
COMMENT ON COLUMN quickbooks.journal_entries.home_currency_adjustment IS 'True for an adjustment of the home currency value. [JournalEntry.HomeCurrencyAdjustment]';
COMMENT ON COLUMN quickbooks.journal_entries.entered_in_home_currency IS 'True when amounts are in the home currency. [JournalEntry.EnteredInHomeCurrency]';
COMMENT ON COLUMN quickbooks.journal_entries.created_at IS 'When it was created in QuickBooks. [JournalEntry.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.journal_entries.updated_at IS 'When QuickBooks last changed it, balances included. [JournalEntry.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.journal_entries.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [JournalEntry.SyncToken]';
COMMENT ON COLUMN quickbooks.journal_entries.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.journal_entries.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.journal_entries.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.journal_entries.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.journal_entries.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.journal_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.journal_entries FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.transfers (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  amount numeric,
  from_account_id text,
  from_account_name text,
  to_account_id text,
  to_account_name text,
  class_id text,
  class_name text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX transfers_updated_at ON quickbooks.transfers (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX transfers_txn_date ON quickbooks.transfers (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX transfers_deleted_at ON quickbooks.transfers (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX transfers_currency_id ON quickbooks.transfers (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX transfers_department_id ON quickbooks.transfers (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX transfers_project_id ON quickbooks.transfers (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX transfers_recur_data_id ON quickbooks.transfers (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX transfers_from_account_id ON quickbooks.transfers (realm_id, from_account_id) WHERE from_account_id IS NOT NULL;
CREATE INDEX transfers_to_account_id ON quickbooks.transfers (realm_id, to_account_id) WHERE to_account_id IS NOT NULL;
CREATE INDEX transfers_class_id ON quickbooks.transfers (realm_id, class_id) WHERE class_id IS NOT NULL;
COMMENT ON TABLE quickbooks.transfers IS 'Transfers of money between the company''s own accounts.';
COMMENT ON COLUMN quickbooks.transfers.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.transfers.id IS 'QuickBooks'' id; unique among the company''s transfers. [Transfer.Id]';
COMMENT ON COLUMN quickbooks.transfers.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [Transfer.DocNumber]';
COMMENT ON COLUMN quickbooks.transfers.txn_date IS 'Date of the transaction in the company calendar. [Transfer.TxnDate]';
COMMENT ON COLUMN quickbooks.transfers.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [Transfer.PrivateNote]';
COMMENT ON COLUMN quickbooks.transfers.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [Transfer.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.transfers.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [Transfer.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.transfers.exchange_rate IS 'Home currency units for one unit of the transaction currency. [Transfer.ExchangeRate]';
COMMENT ON COLUMN quickbooks.transfers.department_id IS 'Location. (id) [Transfer.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.transfers.department_name IS 'Location. (name) [Transfer.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.transfers.project_id IS 'Project the transaction belongs to. (id) [Transfer.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.transfers.project_name IS 'Project the transaction belongs to. (name) [Transfer.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.transfers.recur_data_id IS 'Template that created the transaction. (id) [Transfer.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.transfers.recur_data_name IS 'Template that created the transaction. (name) [Transfer.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.transfers.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [Transfer.TxnSource]';
COMMENT ON COLUMN quickbooks.transfers.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [Transfer.TxnSubType]';
COMMENT ON COLUMN quickbooks.transfers.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [Transfer.TxnStatus]';
COMMENT ON COLUMN quickbooks.transfers.transaction_location_type IS 'Location type for tax (France). [Transfer.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.transfers.tax_form_type IS 'Type of the tax form. [Transfer.TaxFormType]';
COMMENT ON COLUMN quickbooks.transfers.tax_form_num IS 'Number of the tax form. [Transfer.TaxFormNum]';
COMMENT ON COLUMN quickbooks.transfers.tag IS 'Tags, as QuickBooks sends them. [Transfer.Tag]';
COMMENT ON COLUMN quickbooks.transfers.txn_approval_info_approval_status IS 'State of the approval workflow. [Transfer.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.transfers.txn_approval_info_approval_status_detail IS 'Details of that state. [Transfer.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.transfers.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [Transfer.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.transfers.txn_approval_info_last_changed_date IS 'When that state was last changed. [Transfer.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.transfers.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [Transfer.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.transfers.home_total_cost_amount IS 'That cost in the home currency. [Transfer.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.transfers.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Transfer.CustomExtensions]';
COMMENT ON COLUMN quickbooks.transfers.amount IS 'Amount transferred. [Transfer.Amount]';
COMMENT ON COLUMN quickbooks.transfers.from_account_id IS 'Account the money comes from. (id) [Transfer.FromAccountRef.value]';
COMMENT ON COLUMN quickbooks.transfers.from_account_name IS 'Account the money comes from. (name) [Transfer.FromAccountRef.name]';
COMMENT ON COLUMN quickbooks.transfers.to_account_id IS 'Account the money goes to. (id) [Transfer.ToAccountRef.value]';
COMMENT ON COLUMN quickbooks.transfers.to_account_name IS 'Account the money goes to. (name) [Transfer.ToAccountRef.name]';
COMMENT ON COLUMN quickbooks.transfers.class_id IS 'Class of the transfer. (id) [Transfer.ClassRef.value]';
COMMENT ON COLUMN quickbooks.transfers.class_name IS 'Class of the transfer. (name) [Transfer.ClassRef.name]';
COMMENT ON COLUMN quickbooks.transfers.created_at IS 'When it was created in QuickBooks. [Transfer.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.transfers.updated_at IS 'When QuickBooks last changed it, balances included. [Transfer.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.transfers.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Transfer.SyncToken]';
COMMENT ON COLUMN quickbooks.transfers.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.transfers.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.transfers.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.transfers.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.transfers.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.transfers.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.transfers ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.transfers FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.credit_card_payments (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  amount numeric,
  bank_account_id text,
  bank_account_name text,
  credit_card_account_id text,
  credit_card_account_name text,
  vendor_id text,
  vendor_name text,
  check_num text,
  print_status text,
  memo text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX credit_card_payments_updated_at ON quickbooks.credit_card_payments (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX credit_card_payments_txn_date ON quickbooks.credit_card_payments (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX credit_card_payments_deleted_at ON quickbooks.credit_card_payments (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX credit_card_payments_currency_id ON quickbooks.credit_card_payments (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX credit_card_payments_department_id ON quickbooks.credit_card_payments (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX credit_card_payments_project_id ON quickbooks.credit_card_payments (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX credit_card_payments_recur_data_id ON quickbooks.credit_card_payments (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX credit_card_payments_bank_account_id ON quickbooks.credit_card_payments (realm_id, bank_account_id) WHERE bank_account_id IS NOT NULL;
CREATE INDEX credit_card_payments_credit_card_account_id ON quickbooks.credit_card_payments (realm_id, credit_card_account_id) WHERE credit_card_account_id IS NOT NULL;
CREATE INDEX credit_card_payments_vendor_id ON quickbooks.credit_card_payments (realm_id, vendor_id) WHERE vendor_id IS NOT NULL;
COMMENT ON TABLE quickbooks.credit_card_payments IS 'Payments from a bank account to a credit card account.';
COMMENT ON COLUMN quickbooks.credit_card_payments.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.credit_card_payments.id IS 'QuickBooks'' id; unique among the company''s credit card payments. [CreditCardPayment.Id]';
COMMENT ON COLUMN quickbooks.credit_card_payments.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [CreditCardPayment.DocNumber]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_date IS 'Date of the transaction in the company calendar. [CreditCardPayment.TxnDate]';
COMMENT ON COLUMN quickbooks.credit_card_payments.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [CreditCardPayment.PrivateNote]';
COMMENT ON COLUMN quickbooks.credit_card_payments.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [CreditCardPayment.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.credit_card_payments.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [CreditCardPayment.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.credit_card_payments.exchange_rate IS 'Home currency units for one unit of the transaction currency. [CreditCardPayment.ExchangeRate]';
COMMENT ON COLUMN quickbooks.credit_card_payments.department_id IS 'Location. (id) [CreditCardPayment.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.credit_card_payments.department_name IS 'Location. (name) [CreditCardPayment.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.credit_card_payments.project_id IS 'Project the transaction belongs to. (id) [CreditCardPayment.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.credit_card_payments.project_name IS 'Project the transaction belongs to. (name) [CreditCardPayment.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.credit_card_payments.recur_data_id IS 'Template that created the transaction. (id) [CreditCardPayment.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.credit_card_payments.recur_data_name IS 'Template that created the transaction. (name) [CreditCardPayment.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [CreditCardPayment.TxnSource]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [CreditCardPayment.TxnSubType]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [CreditCardPayment.TxnStatus]';
COMMENT ON COLUMN quickbooks.credit_card_payments.transaction_location_type IS 'Location type for tax (France). [CreditCardPayment.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.credit_card_payments.tax_form_type IS 'Type of the tax form. [CreditCardPayment.TaxFormType]';
COMMENT ON COLUMN quickbooks.credit_card_payments.tax_form_num IS 'Number of the tax form. [CreditCardPayment.TaxFormNum]';
COMMENT ON COLUMN quickbooks.credit_card_payments.tag IS 'Tags, as QuickBooks sends them. [CreditCardPayment.Tag]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_approval_info_approval_status IS 'State of the approval workflow. [CreditCardPayment.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_approval_info_approval_status_detail IS 'Details of that state. [CreditCardPayment.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [CreditCardPayment.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.credit_card_payments.txn_approval_info_last_changed_date IS 'When that state was last changed. [CreditCardPayment.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.credit_card_payments.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [CreditCardPayment.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.credit_card_payments.home_total_cost_amount IS 'That cost in the home currency. [CreditCardPayment.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.credit_card_payments.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [CreditCardPayment.CustomExtensions]';
COMMENT ON COLUMN quickbooks.credit_card_payments.amount IS 'Amount paid. [CreditCardPayment.Amount]';
COMMENT ON COLUMN quickbooks.credit_card_payments.bank_account_id IS 'Bank account the money comes from. (id) [CreditCardPayment.BankAccountRef.value]';
COMMENT ON COLUMN quickbooks.credit_card_payments.bank_account_name IS 'Bank account the money comes from. (name) [CreditCardPayment.BankAccountRef.name]';
COMMENT ON COLUMN quickbooks.credit_card_payments.credit_card_account_id IS 'Credit card account that is paid. (id) [CreditCardPayment.CreditCardAccountRef.value]';
COMMENT ON COLUMN quickbooks.credit_card_payments.credit_card_account_name IS 'Credit card account that is paid. (name) [CreditCardPayment.CreditCardAccountRef.name]';
COMMENT ON COLUMN quickbooks.credit_card_payments.vendor_id IS 'Bank or card company. (id) [CreditCardPayment.VendorRef.value]';
COMMENT ON COLUMN quickbooks.credit_card_payments.vendor_name IS 'Bank or card company. (name) [CreditCardPayment.VendorRef.name]';
COMMENT ON COLUMN quickbooks.credit_card_payments.check_num IS 'Number of the check. [CreditCardPayment.CheckNum]';
COMMENT ON COLUMN quickbooks.credit_card_payments.print_status IS 'NotSet, NeedToPrint or PrintComplete. [CreditCardPayment.PrintStatus]';
COMMENT ON COLUMN quickbooks.credit_card_payments.memo IS 'Memo of the payment. [CreditCardPayment.Memo]';
COMMENT ON COLUMN quickbooks.credit_card_payments.created_at IS 'When it was created in QuickBooks. [CreditCardPayment.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.credit_card_payments.updated_at IS 'When QuickBooks last changed it, balances included. [CreditCardPayment.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.credit_card_payments.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [CreditCardPayment.SyncToken]';
COMMENT ON COLUMN quickbooks.credit_card_payments.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.credit_card_payments.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.credit_card_payments.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.credit_card_payments.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.credit_card_payments.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.credit_card_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.credit_card_payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.inventory_adjustments (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  adjust_account_id text,
  adjust_account_name text,
  customer_id text,
  customer_name text,
  shipping_adjustment boolean,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX inventory_adjustments_updated_at ON quickbooks.inventory_adjustments (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX inventory_adjustments_txn_date ON quickbooks.inventory_adjustments (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX inventory_adjustments_deleted_at ON quickbooks.inventory_adjustments (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX inventory_adjustments_currency_id ON quickbooks.inventory_adjustments (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX inventory_adjustments_department_id ON quickbooks.inventory_adjustments (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX inventory_adjustments_project_id ON quickbooks.inventory_adjustments (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX inventory_adjustments_recur_data_id ON quickbooks.inventory_adjustments (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX inventory_adjustments_txn_tax_detail_txn_tax_code_id ON quickbooks.inventory_adjustments (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX inventory_adjustments_txn_tax_detail_default_tax_code_id ON quickbooks.inventory_adjustments (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX inventory_adjustments_adjust_account_id ON quickbooks.inventory_adjustments (realm_id, adjust_account_id) WHERE adjust_account_id IS NOT NULL;
CREATE INDEX inventory_adjustments_customer_id ON quickbooks.inventory_adjustments (realm_id, customer_id) WHERE customer_id IS NOT NULL;
COMMENT ON TABLE quickbooks.inventory_adjustments IS 'Corrections of the stock on hand (United States, Plus and Advanced).';
COMMENT ON COLUMN quickbooks.inventory_adjustments.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.inventory_adjustments.id IS 'QuickBooks'' id; unique among the company''s inventory adjustments. [InventoryAdjustment.Id]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [InventoryAdjustment.DocNumber]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_date IS 'Date of the transaction in the company calendar. [InventoryAdjustment.TxnDate]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [InventoryAdjustment.PrivateNote]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [InventoryAdjustment.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [InventoryAdjustment.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.exchange_rate IS 'Home currency units for one unit of the transaction currency. [InventoryAdjustment.ExchangeRate]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.department_id IS 'Location. (id) [InventoryAdjustment.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.department_name IS 'Location. (name) [InventoryAdjustment.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.project_id IS 'Project the transaction belongs to. (id) [InventoryAdjustment.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.project_name IS 'Project the transaction belongs to. (name) [InventoryAdjustment.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.recur_data_id IS 'Template that created the transaction. (id) [InventoryAdjustment.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.recur_data_name IS 'Template that created the transaction. (name) [InventoryAdjustment.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [InventoryAdjustment.TxnSource]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [InventoryAdjustment.TxnSubType]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [InventoryAdjustment.TxnStatus]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.transaction_location_type IS 'Location type for tax (France). [InventoryAdjustment.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.tax_form_type IS 'Type of the tax form. [InventoryAdjustment.TaxFormType]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.tax_form_num IS 'Number of the tax form. [InventoryAdjustment.TaxFormNum]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.tag IS 'Tags, as QuickBooks sends them. [InventoryAdjustment.Tag]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_approval_info_approval_status IS 'State of the approval workflow. [InventoryAdjustment.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_approval_info_approval_status_detail IS 'Details of that state. [InventoryAdjustment.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [InventoryAdjustment.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_approval_info_last_changed_date IS 'When that state was last changed. [InventoryAdjustment.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [InventoryAdjustment.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.home_total_cost_amount IS 'That cost in the home currency. [InventoryAdjustment.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [InventoryAdjustment.CustomExtensions]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.total_amt IS 'Total, in the transaction currency. [InventoryAdjustment.TotalAmt]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.home_total_amt IS 'Total in the home currency; only with multicurrency. [InventoryAdjustment.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [InventoryAdjustment.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [InventoryAdjustment.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [InventoryAdjustment.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_tax_detail_total_tax IS 'Total tax. [InventoryAdjustment.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [InventoryAdjustment.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [InventoryAdjustment.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [InventoryAdjustment.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [InventoryAdjustment.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.adjust_account_id IS 'Account the difference is booked to. (id) [InventoryAdjustment.AdjustAccountRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.adjust_account_name IS 'Account the difference is booked to. (name) [InventoryAdjustment.AdjustAccountRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.customer_id IS 'Customer or job of the adjustment. (id) [InventoryAdjustment.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.customer_name IS 'Customer or job of the adjustment. (name) [InventoryAdjustment.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.shipping_adjustment IS 'True for an adjustment made by shipping. [InventoryAdjustment.ShippingAdjustment]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.created_at IS 'When it was created in QuickBooks. [InventoryAdjustment.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.updated_at IS 'When QuickBooks last changed it, balances included. [InventoryAdjustment.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [InventoryAdjustment.SyncToken]';
COMMENT ON COLUMN quickbooks.inventory_adjustments.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.inventory_adjustments.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.inventory_adjustments.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.inventory_adjustments.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.inventory_adjustments.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.inventory_adjustments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.inventory_adjustments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.time_activities (
  realm_id text NOT NULL,
  id text NOT NULL,
  txn_date date,
  name_of text,
  employee_id text,
  employee_name text,
  vendor_id text,
  vendor_name text,
  other_name_id text,
  other_name_name text,
  customer_id text,
  customer_name text,
  project_id text,
  project_name text,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  department_id text,
  department_name text,
  payroll_item_id text,
  payroll_item_name text,
  billable_status text,
  taxable boolean,
  hourly_rate numeric,
  cost_rate numeric,
  hours integer,
  minutes integer,
  seconds integer,
  break_hours integer,
  break_minutes integer,
  break_seconds integer,
  start_time timestamp,
  end_time timestamp,
  time_zone text,
  hours_in_employee_time_zone boolean,
  time_charge_id text,
  transaction_location_type text,
  description text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX time_activities_updated_at ON quickbooks.time_activities (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX time_activities_txn_date ON quickbooks.time_activities (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX time_activities_deleted_at ON quickbooks.time_activities (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX time_activities_employee_id ON quickbooks.time_activities (realm_id, employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX time_activities_vendor_id ON quickbooks.time_activities (realm_id, vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX time_activities_customer_id ON quickbooks.time_activities (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX time_activities_project_id ON quickbooks.time_activities (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX time_activities_item_id ON quickbooks.time_activities (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX time_activities_class_id ON quickbooks.time_activities (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX time_activities_department_id ON quickbooks.time_activities (realm_id, department_id) WHERE department_id IS NOT NULL;
COMMENT ON TABLE quickbooks.time_activities IS 'Hours worked by employees and vendors.';
COMMENT ON COLUMN quickbooks.time_activities.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.time_activities.id IS 'QuickBooks'' id; unique among the company''s time activities. [TimeActivity.Id]';
COMMENT ON COLUMN quickbooks.time_activities.txn_date IS 'Day of the work. [TimeActivity.TxnDate]';
COMMENT ON COLUMN quickbooks.time_activities.name_of IS 'Who worked: Employee, Vendor or Other. [TimeActivity.NameOf]';
COMMENT ON COLUMN quickbooks.time_activities.employee_id IS 'Employee who worked. (id) [TimeActivity.EmployeeRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.employee_name IS 'Employee who worked. (name) [TimeActivity.EmployeeRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.vendor_id IS 'Vendor who worked. (id) [TimeActivity.VendorRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.vendor_name IS 'Vendor who worked. (name) [TimeActivity.VendorRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.other_name_id IS 'Other name who worked. (id) [TimeActivity.OtherNameRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.other_name_name IS 'Other name who worked. (name) [TimeActivity.OtherNameRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.customer_id IS 'Customer or job worked for. (id) [TimeActivity.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.customer_name IS 'Customer or job worked for. (name) [TimeActivity.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.project_id IS 'Project worked for. (id) [TimeActivity.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.project_name IS 'Project worked for. (name) [TimeActivity.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.item_id IS 'Service performed. (id) [TimeActivity.ItemRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.item_name IS 'Service performed. (name) [TimeActivity.ItemRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.class_id IS 'Class of the work. (id) [TimeActivity.ClassRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.class_name IS 'Class of the work. (name) [TimeActivity.ClassRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.department_id IS 'Location of the work. (id) [TimeActivity.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.department_name IS 'Location of the work. (name) [TimeActivity.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.payroll_item_id IS 'Payroll item the hours count for. (id) [TimeActivity.PayrollItemRef.value]';
COMMENT ON COLUMN quickbooks.time_activities.payroll_item_name IS 'Payroll item the hours count for. (name) [TimeActivity.PayrollItemRef.name]';
COMMENT ON COLUMN quickbooks.time_activities.billable_status IS 'NotBillable, Billable or HasBeenBilled. [TimeActivity.BillableStatus]';
COMMENT ON COLUMN quickbooks.time_activities.taxable IS 'True when the hours are taxed when billed. [TimeActivity.Taxable]';
COMMENT ON COLUMN quickbooks.time_activities.hourly_rate IS 'Rate an hour is billed at. [TimeActivity.HourlyRate]';
COMMENT ON COLUMN quickbooks.time_activities.cost_rate IS 'What an hour costs the company. [TimeActivity.CostRate]';
COMMENT ON COLUMN quickbooks.time_activities.hours IS 'Whole hours worked. [TimeActivity.Hours]';
COMMENT ON COLUMN quickbooks.time_activities.minutes IS 'Minutes beside the whole hours. [TimeActivity.Minutes]';
COMMENT ON COLUMN quickbooks.time_activities.seconds IS 'Seconds beside the minutes. [TimeActivity.Seconds]';
COMMENT ON COLUMN quickbooks.time_activities.break_hours IS 'Whole hours of the break. [TimeActivity.BreakHours]';
COMMENT ON COLUMN quickbooks.time_activities.break_minutes IS 'Minutes of the break. [TimeActivity.BreakMinutes]';
COMMENT ON COLUMN quickbooks.time_activities.break_seconds IS 'Seconds of the break. [TimeActivity.BreakSeconds]';
COMMENT ON COLUMN quickbooks.time_activities.start_time IS 'Begin of the work, by the clock where the work was done. [TimeActivity.StartTime]';
COMMENT ON COLUMN quickbooks.time_activities.end_time IS 'End of the work, by the clock where the work was done. [TimeActivity.EndTime]';
COMMENT ON COLUMN quickbooks.time_activities.time_zone IS 'Time zone of the work. [TimeActivity.TimeZone]';
COMMENT ON COLUMN quickbooks.time_activities.hours_in_employee_time_zone IS 'True when the times are in the time zone of the employee. [TimeActivity.HoursInEmployeeTimeZone]';
COMMENT ON COLUMN quickbooks.time_activities.time_charge_id IS 'Charge that was made from the hours. [TimeActivity.TimeChargeId]';
COMMENT ON COLUMN quickbooks.time_activities.transaction_location_type IS 'Location type for tax (France). [TimeActivity.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.time_activities.description IS 'What was done. [TimeActivity.Description]';
COMMENT ON COLUMN quickbooks.time_activities.created_at IS 'When it was created in QuickBooks. [TimeActivity.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.time_activities.updated_at IS 'When QuickBooks last changed it, balances included. [TimeActivity.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.time_activities.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [TimeActivity.SyncToken]';
COMMENT ON COLUMN quickbooks.time_activities.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.time_activities.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.time_activities.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.time_activities.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.time_activities.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.time_activities ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.time_activities FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.reimburse_charges (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  customer_id text,
  customer_name text,
  has_been_invoiced boolean,
  amount numeric,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX reimburse_charges_updated_at ON quickbooks.reimburse_charges (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX reimburse_charges_txn_date ON quickbooks.reimburse_charges (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX reimburse_charges_deleted_at ON quickbooks.reimburse_charges (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX reimburse_charges_currency_id ON quickbooks.reimburse_charges (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX reimburse_charges_department_id ON quickbooks.reimburse_charges (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX reimburse_charges_project_id ON quickbooks.reimburse_charges (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX reimburse_charges_recur_data_id ON quickbooks.reimburse_charges (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX reimburse_charges_txn_tax_detail_txn_tax_code_id ON quickbooks.reimburse_charges (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX reimburse_charges_txn_tax_detail_default_tax_code_id ON quickbooks.reimburse_charges (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX reimburse_charges_customer_id ON quickbooks.reimburse_charges (realm_id, customer_id) WHERE customer_id IS NOT NULL;
COMMENT ON TABLE quickbooks.reimburse_charges IS 'Billable costs waiting to be put on an invoice, with their markup.';
COMMENT ON COLUMN quickbooks.reimburse_charges.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.reimburse_charges.id IS 'QuickBooks'' id; unique among the company''s reimburse charges. [ReimburseCharge.Id]';
COMMENT ON COLUMN quickbooks.reimburse_charges.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [ReimburseCharge.DocNumber]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_date IS 'Date of the transaction in the company calendar. [ReimburseCharge.TxnDate]';
COMMENT ON COLUMN quickbooks.reimburse_charges.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [ReimburseCharge.PrivateNote]';
COMMENT ON COLUMN quickbooks.reimburse_charges.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [ReimburseCharge.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charges.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [ReimburseCharge.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charges.exchange_rate IS 'Home currency units for one unit of the transaction currency. [ReimburseCharge.ExchangeRate]';
COMMENT ON COLUMN quickbooks.reimburse_charges.department_id IS 'Location. (id) [ReimburseCharge.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charges.department_name IS 'Location. (name) [ReimburseCharge.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charges.project_id IS 'Project the transaction belongs to. (id) [ReimburseCharge.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charges.project_name IS 'Project the transaction belongs to. (name) [ReimburseCharge.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charges.recur_data_id IS 'Template that created the transaction. (id) [ReimburseCharge.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charges.recur_data_name IS 'Template that created the transaction. (name) [ReimburseCharge.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [ReimburseCharge.TxnSource]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [ReimburseCharge.TxnSubType]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [ReimburseCharge.TxnStatus]';
COMMENT ON COLUMN quickbooks.reimburse_charges.transaction_location_type IS 'Location type for tax (France). [ReimburseCharge.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.reimburse_charges.tax_form_type IS 'Type of the tax form. [ReimburseCharge.TaxFormType]';
COMMENT ON COLUMN quickbooks.reimburse_charges.tax_form_num IS 'Number of the tax form. [ReimburseCharge.TaxFormNum]';
COMMENT ON COLUMN quickbooks.reimburse_charges.tag IS 'Tags, as QuickBooks sends them. [ReimburseCharge.Tag]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_approval_info_approval_status IS 'State of the approval workflow. [ReimburseCharge.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_approval_info_approval_status_detail IS 'Details of that state. [ReimburseCharge.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [ReimburseCharge.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_approval_info_last_changed_date IS 'When that state was last changed. [ReimburseCharge.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.reimburse_charges.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [ReimburseCharge.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.reimburse_charges.home_total_cost_amount IS 'That cost in the home currency. [ReimburseCharge.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.reimburse_charges.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [ReimburseCharge.CustomExtensions]';
COMMENT ON COLUMN quickbooks.reimburse_charges.total_amt IS 'Total, in the transaction currency. [ReimburseCharge.TotalAmt]';
COMMENT ON COLUMN quickbooks.reimburse_charges.home_total_amt IS 'Total in the home currency; only with multicurrency. [ReimburseCharge.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.reimburse_charges.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [ReimburseCharge.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [ReimburseCharge.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [ReimburseCharge.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_tax_detail_total_tax IS 'Total tax. [ReimburseCharge.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [ReimburseCharge.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [ReimburseCharge.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [ReimburseCharge.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.reimburse_charges.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [ReimburseCharge.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.reimburse_charges.customer_id IS 'Customer who reimburses the cost. (id) [ReimburseCharge.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charges.customer_name IS 'Customer who reimburses the cost. (name) [ReimburseCharge.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charges.has_been_invoiced IS 'True once it stands on an invoice. [ReimburseCharge.HasBeenInvoiced]';
COMMENT ON COLUMN quickbooks.reimburse_charges.amount IS 'Amount to be reimbursed. [ReimburseCharge.Amount]';
COMMENT ON COLUMN quickbooks.reimburse_charges.created_at IS 'When it was created in QuickBooks. [ReimburseCharge.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.reimburse_charges.updated_at IS 'When QuickBooks last changed it, balances included. [ReimburseCharge.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.reimburse_charges.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [ReimburseCharge.SyncToken]';
COMMENT ON COLUMN quickbooks.reimburse_charges.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.reimburse_charges.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.reimburse_charges.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.reimburse_charges.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.reimburse_charges.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.reimburse_charges ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.reimburse_charges FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.tax_payments (
  realm_id text NOT NULL,
  id text NOT NULL,
  payment_date date,
  payment_account_id text,
  payment_account_name text,
  payment_amount numeric,
  refund boolean,
  description text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX tax_payments_updated_at ON quickbooks.tax_payments (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX tax_payments_deleted_at ON quickbooks.tax_payments (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX tax_payments_payment_account_id ON quickbooks.tax_payments (realm_id, payment_account_id) WHERE payment_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.tax_payments IS 'Payments and refunds of filed tax returns (Australia, Canada, United Kingdom).';
COMMENT ON COLUMN quickbooks.tax_payments.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_payments.id IS 'QuickBooks'' id; unique among the company''s tax payments. [TaxPayment.Id]';
COMMENT ON COLUMN quickbooks.tax_payments.payment_date IS 'Day of the payment. [TaxPayment.PaymentDate]';
COMMENT ON COLUMN quickbooks.tax_payments.payment_account_id IS 'Account the money comes from, or goes to for a refund. (id) [TaxPayment.PaymentAccountRef.value]';
COMMENT ON COLUMN quickbooks.tax_payments.payment_account_name IS 'Account the money comes from, or goes to for a refund. (name) [TaxPayment.PaymentAccountRef.name]';
COMMENT ON COLUMN quickbooks.tax_payments.payment_amount IS 'Amount paid. [TaxPayment.PaymentAmount]';
COMMENT ON COLUMN quickbooks.tax_payments.refund IS 'True for a refund. [TaxPayment.Refund]';
COMMENT ON COLUMN quickbooks.tax_payments.description IS 'Memo of the payment. [TaxPayment.Description]';
COMMENT ON COLUMN quickbooks.tax_payments.created_at IS 'When it was created in QuickBooks. [TaxPayment.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.tax_payments.updated_at IS 'When QuickBooks last changed it, balances included. [TaxPayment.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.tax_payments.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [TaxPayment.SyncToken]';
COMMENT ON COLUMN quickbooks.tax_payments.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.tax_payments.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.tax_payments.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.tax_payments.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.tax_payments.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.tax_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.payments (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  check_payment_check_num text,
  check_payment_status text,
  check_payment_name_on_acct text,
  check_payment_acct_num text,
  check_payment_bank_name text,
  credit_charge_info_number text,
  credit_charge_info_type text,
  credit_charge_info_name_on_acct text,
  credit_charge_info_cc_expiry_month integer,
  credit_charge_info_cc_expiry_year integer,
  credit_charge_info_bill_addr_street text,
  credit_charge_info_postal_code text,
  credit_charge_info_commercial_card_code text,
  credit_charge_info_cc_txn_mode text,
  credit_charge_info_cc_txn_type text,
  credit_charge_info_prev_cc_trans_id text,
  credit_charge_info_amount numeric,
  credit_charge_info_process_payment boolean,
  credit_charge_response_cc_processor text,
  credit_charge_response_cc_trans_id text,
  credit_charge_response_status text,
  credit_charge_response_result_code text,
  credit_charge_response_result_msg text,
  credit_charge_response_merchant_acct_num text,
  credit_charge_response_card_security_code_match text,
  credit_charge_response_auth_code text,
  credit_charge_response_avs_street text,
  credit_charge_response_avs_zip text,
  credit_charge_response_security_code text,
  credit_charge_response_recon_batch_id text,
  credit_charge_response_payment_grouping_code text,
  credit_charge_response_txn_authorization_time timestamptz,
  credit_charge_response_txn_authorization_stamp text,
  credit_charge_response_client_trans_id text,
  customer_id text,
  customer_name text,
  unapplied_amt numeric,
  ar_account_id text,
  ar_account_name text,
  deposit_to_account_id text,
  deposit_to_account_name text,
  payment_method_id text,
  payment_method_name text,
  payment_ref_num text,
  payment_type text,
  payment_extended_type text,
  process_payment boolean,
  remit_to_id text,
  remit_to_name text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX payments_updated_at ON quickbooks.payments (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX payments_txn_date ON quickbooks.payments (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX payments_deleted_at ON quickbooks.payments (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX payments_currency_id ON quickbooks.payments (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX payments_department_id ON quickbooks.payments (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX payments_project_id ON quickbooks.payments (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX payments_recur_data_id ON quickbooks.payments (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX payments_txn_tax_detail_txn_tax_code_id ON quickbooks.payments (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX payments_txn_tax_detail_default_tax_code_id ON quickbooks.payments (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX payments_customer_id ON quickbooks.payments (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX payments_ar_account_id ON quickbooks.payments (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
CREATE INDEX payments_deposit_to_account_id ON quickbooks.payments (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
CREATE INDEX payments_payment_method_id ON quickbooks.payments (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
COMMENT ON TABLE quickbooks.payments IS 'Payments received from customers; the lines say which invoices and credits they settle.';
COMMENT ON COLUMN quickbooks.payments.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.payments.id IS 'QuickBooks'' id; unique among the company''s payments. [Payment.Id]';
COMMENT ON COLUMN quickbooks.payments.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [Payment.DocNumber]';
COMMENT ON COLUMN quickbooks.payments.txn_date IS 'Date of the transaction in the company calendar. [Payment.TxnDate]';
COMMENT ON COLUMN quickbooks.payments.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [Payment.PrivateNote]';
COMMENT ON COLUMN quickbooks.payments.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [Payment.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.payments.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [Payment.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.payments.exchange_rate IS 'Home currency units for one unit of the transaction currency. [Payment.ExchangeRate]';
COMMENT ON COLUMN quickbooks.payments.department_id IS 'Location. (id) [Payment.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.payments.department_name IS 'Location. (name) [Payment.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.payments.project_id IS 'Project the transaction belongs to. (id) [Payment.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.payments.project_name IS 'Project the transaction belongs to. (name) [Payment.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.payments.recur_data_id IS 'Template that created the transaction. (id) [Payment.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.payments.recur_data_name IS 'Template that created the transaction. (name) [Payment.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.payments.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [Payment.TxnSource]';
COMMENT ON COLUMN quickbooks.payments.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [Payment.TxnSubType]';
COMMENT ON COLUMN quickbooks.payments.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [Payment.TxnStatus]';
COMMENT ON COLUMN quickbooks.payments.transaction_location_type IS 'Location type for tax (France). [Payment.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.payments.tax_form_type IS 'Type of the tax form. [Payment.TaxFormType]';
COMMENT ON COLUMN quickbooks.payments.tax_form_num IS 'Number of the tax form. [Payment.TaxFormNum]';
COMMENT ON COLUMN quickbooks.payments.tag IS 'Tags, as QuickBooks sends them. [Payment.Tag]';
COMMENT ON COLUMN quickbooks.payments.txn_approval_info_approval_status IS 'State of the approval workflow. [Payment.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.payments.txn_approval_info_approval_status_detail IS 'Details of that state. [Payment.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.payments.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [Payment.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.payments.txn_approval_info_last_changed_date IS 'When that state was last changed. [Payment.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.payments.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [Payment.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.payments.home_total_cost_amount IS 'That cost in the home currency. [Payment.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.payments.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Payment.CustomExtensions]';
COMMENT ON COLUMN quickbooks.payments.total_amt IS 'Total, in the transaction currency. [Payment.TotalAmt]';
COMMENT ON COLUMN quickbooks.payments.home_total_amt IS 'Total in the home currency; only with multicurrency. [Payment.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.payments.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [Payment.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.payments.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [Payment.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.payments.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [Payment.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.payments.txn_tax_detail_total_tax IS 'Total tax. [Payment.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.payments.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Payment.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.payments.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Payment.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.payments.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [Payment.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.payments.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [Payment.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.payments.check_payment_check_num IS 'Number of the check. [Payment.CheckPayment.CheckNum]';
COMMENT ON COLUMN quickbooks.payments.check_payment_status IS 'State of the check. [Payment.CheckPayment.Status]';
COMMENT ON COLUMN quickbooks.payments.check_payment_name_on_acct IS 'Name on the bank account of the check. [Payment.CheckPayment.NameOnAcct]';
COMMENT ON COLUMN quickbooks.payments.check_payment_acct_num IS 'Bank account number of the check. [Payment.CheckPayment.AcctNum]';
COMMENT ON COLUMN quickbooks.payments.check_payment_bank_name IS 'Bank of the check. [Payment.CheckPayment.BankName]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_number IS 'Card number, masked by QuickBooks. [Payment.CreditCardPayment.CreditChargeInfo.Number]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_type IS 'Kind of card. [Payment.CreditCardPayment.CreditChargeInfo.Type]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_name_on_acct IS 'Name on the card. [Payment.CreditCardPayment.CreditChargeInfo.NameOnAcct]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_cc_expiry_month IS 'Month the card expires in. [Payment.CreditCardPayment.CreditChargeInfo.CcExpiryMonth]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_cc_expiry_year IS 'Year the card expires in. [Payment.CreditCardPayment.CreditChargeInfo.CcExpiryYear]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_bill_addr_street IS 'Street of the card holder. [Payment.CreditCardPayment.CreditChargeInfo.BillAddrStreet]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_postal_code IS 'Postal code of the card holder. [Payment.CreditCardPayment.CreditChargeInfo.PostalCode]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_commercial_card_code IS 'Code of a commercial card. [Payment.CreditCardPayment.CreditChargeInfo.CommercialCardCode]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_cc_txn_mode IS 'CardPresent or CardNotPresent. [Payment.CreditCardPayment.CreditChargeInfo.CCTxnMode]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_cc_txn_type IS 'Charge or authorization. [Payment.CreditCardPayment.CreditChargeInfo.CCTxnType]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_prev_cc_trans_id IS 'Earlier card transaction this one belongs to. [Payment.CreditCardPayment.CreditChargeInfo.PrevCCTransId]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_amount IS 'Amount charged. [Payment.CreditCardPayment.CreditChargeInfo.Amount]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_info_process_payment IS 'True when the charge is to be processed. [Payment.CreditCardPayment.CreditChargeInfo.ProcessPayment]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_cc_processor IS 'Processor of the charge. [Payment.CreditCardPayment.CreditChargeResponse.CCProcessor]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_cc_trans_id IS 'Processor''s id of the charge. [Payment.CreditCardPayment.CreditChargeResponse.CCTransId]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_status IS 'Completed or Unknown. [Payment.CreditCardPayment.CreditChargeResponse.Status]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_result_code IS 'Processor''s result code. [Payment.CreditCardPayment.CreditChargeResponse.ResultCode]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_result_msg IS 'Processor''s result in words. [Payment.CreditCardPayment.CreditChargeResponse.ResultMsg]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_merchant_acct_num IS 'Merchant account number. [Payment.CreditCardPayment.CreditChargeResponse.MerchantAcctNum]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_card_security_code_match IS 'Result of the check of the security code. [Payment.CreditCardPayment.CreditChargeResponse.CardSecurityCodeMatch]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_auth_code IS 'Authorization code. [Payment.CreditCardPayment.CreditChargeResponse.AuthCode]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_avs_street IS 'Result of the check of the street. [Payment.CreditCardPayment.CreditChargeResponse.AvsStreet]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_avs_zip IS 'Result of the check of the postal code. [Payment.CreditCardPayment.CreditChargeResponse.AvsZip]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_security_code IS 'Result of the check of the security code, older field. [Payment.CreditCardPayment.CreditChargeResponse.SecurityCode]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_recon_batch_id IS 'Batch of the settlement. [Payment.CreditCardPayment.CreditChargeResponse.ReconBatchId]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_payment_grouping_code IS 'Group of the settlement. [Payment.CreditCardPayment.CreditChargeResponse.PaymentGroupingCode]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_txn_authorization_time IS 'When the charge was authorized. [Payment.CreditCardPayment.CreditChargeResponse.TxnAuthorizationTime]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_txn_authorization_stamp IS 'Processor''s stamp of the authorization. [Payment.CreditCardPayment.CreditChargeResponse.TxnAuthorizationStamp]';
COMMENT ON COLUMN quickbooks.payments.credit_charge_response_client_trans_id IS 'Client''s id of the charge. [Payment.CreditCardPayment.CreditChargeResponse.ClientTransID]';
COMMENT ON COLUMN quickbooks.payments.customer_id IS 'Customer or job who paid. (id) [Payment.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.payments.customer_name IS 'Customer or job who paid. (name) [Payment.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.payments.unapplied_amt IS 'Part of the payment not yet set against an invoice. [Payment.UnappliedAmt]';
COMMENT ON COLUMN quickbooks.payments.ar_account_id IS 'Receivables account. (id) [Payment.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.payments.ar_account_name IS 'Receivables account. (name) [Payment.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.payments.deposit_to_account_id IS 'Account the money is deposited to. (id) [Payment.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.payments.deposit_to_account_name IS 'Account the money is deposited to. (name) [Payment.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.payments.payment_method_id IS 'Method of payment. (id) [Payment.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.payments.payment_method_name IS 'Method of payment. (name) [Payment.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.payments.payment_ref_num IS 'Number of the check or other payment. [Payment.PaymentRefNum]';
COMMENT ON COLUMN quickbooks.payments.payment_type IS 'Cash, Check, CreditCard or Other. [Payment.PaymentType]';
COMMENT ON COLUMN quickbooks.payments.payment_extended_type IS 'Finer kind of payment. [Payment.PaymentExtendedType]';
COMMENT ON COLUMN quickbooks.payments.process_payment IS 'True when the payment is to be processed. [Payment.ProcessPayment]';
COMMENT ON COLUMN quickbooks.payments.remit_to_id IS 'Name payments are to be sent to. (id) [Payment.RemitToRef.value]';
COMMENT ON COLUMN quickbooks.payments.remit_to_name IS 'Name payments are to be sent to. (name) [Payment.RemitToRef.name]';
COMMENT ON COLUMN quickbooks.payments.created_at IS 'When it was created in QuickBooks. [Payment.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.payments.updated_at IS 'When QuickBooks last changed it, balances included. [Payment.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.payments.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Payment.SyncToken]';
COMMENT ON COLUMN quickbooks.payments.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.payments.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.payments.custom_fields IS 'Custom fields as name and value. [Payment.CustomField]';
COMMENT ON COLUMN quickbooks.payments.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.payments.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.payments.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.payments.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.bill_payments (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  vendor_id text,
  vendor_name text,
  vendor_addr_line1 text,
  vendor_addr_line2 text,
  vendor_addr_line3 text,
  vendor_addr_line4 text,
  vendor_addr_line5 text,
  vendor_addr_city text,
  vendor_addr_country_sub_division_code text,
  vendor_addr_postal_code text,
  vendor_addr_country text,
  vendor_addr_lat text,
  vendor_addr_long text,
  ap_account_id text,
  ap_account_name text,
  pay_type text,
  check_payment_bank_account_id text,
  check_payment_bank_account_name text,
  check_payment_print_status text,
  check_payment_check_detail_check_num text,
  check_payment_check_detail_status text,
  check_payment_check_detail_name_on_acct text,
  check_payment_check_detail_acct_num text,
  check_payment_check_detail_bank_name text,
  check_payment_payee_addr_line1 text,
  check_payment_payee_addr_line2 text,
  check_payment_payee_addr_line3 text,
  check_payment_payee_addr_line4 text,
  check_payment_payee_addr_line5 text,
  check_payment_payee_addr_city text,
  check_payment_payee_addr_country_sub_division_code text,
  check_payment_payee_addr_postal_code text,
  check_payment_payee_addr_country text,
  check_payment_payee_addr_lat text,
  check_payment_payee_addr_long text,
  credit_card_payment_cc_account_id text,
  credit_card_payment_cc_account_name text,
  credit_card_payment_cc_detail jsonb,
  process_bill_payment boolean,
  total_discount_amt numeric,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX bill_payments_updated_at ON quickbooks.bill_payments (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX bill_payments_txn_date ON quickbooks.bill_payments (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX bill_payments_deleted_at ON quickbooks.bill_payments (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX bill_payments_currency_id ON quickbooks.bill_payments (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX bill_payments_department_id ON quickbooks.bill_payments (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX bill_payments_project_id ON quickbooks.bill_payments (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX bill_payments_recur_data_id ON quickbooks.bill_payments (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX bill_payments_txn_tax_detail_txn_tax_code_id ON quickbooks.bill_payments (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX bill_payments_txn_tax_detail_default_tax_code_id ON quickbooks.bill_payments (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX bill_payments_vendor_id ON quickbooks.bill_payments (realm_id, vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX bill_payments_ap_account_id ON quickbooks.bill_payments (realm_id, ap_account_id) WHERE ap_account_id IS NOT NULL;
CREATE INDEX bill_payments_check_payment_bank_account_id ON quickbooks.bill_payments (realm_id, check_payment_bank_account_id) WHERE check_payment_bank_account_id IS NOT NULL;
CREATE INDEX bill_payments_credit_card_payment_cc_account_id ON quickbooks.bill_payments (realm_id, credit_card_payment_cc_account_id) WHERE credit_card_payment_cc_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.bill_payments IS 'Payments of bills, by check or by credit card; the lines say which bills.';
COMMENT ON COLUMN quickbooks.bill_payments.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.bill_payments.id IS 'QuickBooks'' id; unique among the company''s bill payments. [BillPayment.Id]';
COMMENT ON COLUMN quickbooks.bill_payments.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [BillPayment.DocNumber]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_date IS 'Date of the transaction in the company calendar. [BillPayment.TxnDate]';
COMMENT ON COLUMN quickbooks.bill_payments.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [BillPayment.PrivateNote]';
COMMENT ON COLUMN quickbooks.bill_payments.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [BillPayment.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [BillPayment.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.exchange_rate IS 'Home currency units for one unit of the transaction currency. [BillPayment.ExchangeRate]';
COMMENT ON COLUMN quickbooks.bill_payments.department_id IS 'Location. (id) [BillPayment.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.department_name IS 'Location. (name) [BillPayment.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.project_id IS 'Project the transaction belongs to. (id) [BillPayment.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.project_name IS 'Project the transaction belongs to. (name) [BillPayment.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.recur_data_id IS 'Template that created the transaction. (id) [BillPayment.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.recur_data_name IS 'Template that created the transaction. (name) [BillPayment.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [BillPayment.TxnSource]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [BillPayment.TxnSubType]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [BillPayment.TxnStatus]';
COMMENT ON COLUMN quickbooks.bill_payments.transaction_location_type IS 'Location type for tax (France). [BillPayment.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.bill_payments.tax_form_type IS 'Type of the tax form. [BillPayment.TaxFormType]';
COMMENT ON COLUMN quickbooks.bill_payments.tax_form_num IS 'Number of the tax form. [BillPayment.TaxFormNum]';
COMMENT ON COLUMN quickbooks.bill_payments.tag IS 'Tags, as QuickBooks sends them. [BillPayment.Tag]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_approval_info_approval_status IS 'State of the approval workflow. [BillPayment.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_approval_info_approval_status_detail IS 'Details of that state. [BillPayment.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [BillPayment.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_approval_info_last_changed_date IS 'When that state was last changed. [BillPayment.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.bill_payments.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [BillPayment.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.bill_payments.home_total_cost_amount IS 'That cost in the home currency. [BillPayment.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.bill_payments.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [BillPayment.CustomExtensions]';
COMMENT ON COLUMN quickbooks.bill_payments.total_amt IS 'Total, in the transaction currency. [BillPayment.TotalAmt]';
COMMENT ON COLUMN quickbooks.bill_payments.home_total_amt IS 'Total in the home currency; only with multicurrency. [BillPayment.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.bill_payments.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [BillPayment.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [BillPayment.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [BillPayment.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_tax_detail_total_tax IS 'Total tax. [BillPayment.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [BillPayment.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [BillPayment.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [BillPayment.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.bill_payments.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [BillPayment.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_id IS 'Vendor who is paid. (id) [BillPayment.VendorRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_name IS 'Vendor who is paid. (name) [BillPayment.VendorRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_line1 IS 'Address of the vendor, first line. [BillPayment.VendorAddr.Line1]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_line2 IS 'Address of the vendor, second line. [BillPayment.VendorAddr.Line2]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_line3 IS 'Address of the vendor, third line. [BillPayment.VendorAddr.Line3]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_line4 IS 'Address of the vendor, fourth line. [BillPayment.VendorAddr.Line4]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_line5 IS 'Address of the vendor, fifth line. [BillPayment.VendorAddr.Line5]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_city IS 'Address of the vendor, city. [BillPayment.VendorAddr.City]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_country_sub_division_code IS 'Address of the vendor, state, province or region code. [BillPayment.VendorAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_postal_code IS 'Address of the vendor, postal code. [BillPayment.VendorAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_country IS 'Address of the vendor, country (a name, or an ISO code since late 2025). [BillPayment.VendorAddr.Country]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_lat IS 'Address of the vendor, latitude as QuickBooks sends it; may be the word INVALID. [BillPayment.VendorAddr.Lat]';
COMMENT ON COLUMN quickbooks.bill_payments.vendor_addr_long IS 'Address of the vendor, longitude as QuickBooks sends it; may be the word INVALID. [BillPayment.VendorAddr.Long]';
COMMENT ON COLUMN quickbooks.bill_payments.ap_account_id IS 'Payables account. (id) [BillPayment.APAccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.ap_account_name IS 'Payables account. (name) [BillPayment.APAccountRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.pay_type IS 'Check or CreditCard. [BillPayment.PayType]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_bank_account_id IS 'Bank account the check is drawn on. (id) [BillPayment.CheckPayment.BankAccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_bank_account_name IS 'Bank account the check is drawn on. (name) [BillPayment.CheckPayment.BankAccountRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_print_status IS 'NotSet, NeedToPrint or PrintComplete. [BillPayment.CheckPayment.PrintStatus]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_check_detail_check_num IS 'Number of the check. [BillPayment.CheckPayment.CheckDetail.CheckNum]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_check_detail_status IS 'State of the check. [BillPayment.CheckPayment.CheckDetail.Status]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_check_detail_name_on_acct IS 'Name on the bank account of the check. [BillPayment.CheckPayment.CheckDetail.NameOnAcct]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_check_detail_acct_num IS 'Bank account number of the check. [BillPayment.CheckPayment.CheckDetail.AcctNum]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_check_detail_bank_name IS 'Bank of the check. [BillPayment.CheckPayment.CheckDetail.BankName]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_line1 IS 'Address of the payee, first line. [BillPayment.CheckPayment.PayeeAddr.Line1]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_line2 IS 'Address of the payee, second line. [BillPayment.CheckPayment.PayeeAddr.Line2]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_line3 IS 'Address of the payee, third line. [BillPayment.CheckPayment.PayeeAddr.Line3]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_line4 IS 'Address of the payee, fourth line. [BillPayment.CheckPayment.PayeeAddr.Line4]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_line5 IS 'Address of the payee, fifth line. [BillPayment.CheckPayment.PayeeAddr.Line5]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_city IS 'Address of the payee, city. [BillPayment.CheckPayment.PayeeAddr.City]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_country_sub_division_code IS 'Address of the payee, state, province or region code. [BillPayment.CheckPayment.PayeeAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_postal_code IS 'Address of the payee, postal code. [BillPayment.CheckPayment.PayeeAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_country IS 'Address of the payee, country (a name, or an ISO code since late 2025). [BillPayment.CheckPayment.PayeeAddr.Country]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_lat IS 'Address of the payee, latitude as QuickBooks sends it; may be the word INVALID. [BillPayment.CheckPayment.PayeeAddr.Lat]';
COMMENT ON COLUMN quickbooks.bill_payments.check_payment_payee_addr_long IS 'Address of the payee, longitude as QuickBooks sends it; may be the word INVALID. [BillPayment.CheckPayment.PayeeAddr.Long]';
COMMENT ON COLUMN quickbooks.bill_payments.credit_card_payment_cc_account_id IS 'Credit card account the payment is charged to. (id) [BillPayment.CreditCardPayment.CCAccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_payments.credit_card_payment_cc_account_name IS 'Credit card account the payment is charged to. (name) [BillPayment.CreditCardPayment.CCAccountRef.name]';
COMMENT ON COLUMN quickbooks.bill_payments.credit_card_payment_cc_detail IS 'The charge, as QuickBooks sends it. [BillPayment.CreditCardPayment.CCDetail]';
COMMENT ON COLUMN quickbooks.bill_payments.process_bill_payment IS 'True when the payment is to be processed. [BillPayment.ProcessBillPayment]';
COMMENT ON COLUMN quickbooks.bill_payments.total_discount_amt IS 'Discounts taken, where QuickBooks tells. [BillPayment.TotalDiscountAmt]';
COMMENT ON COLUMN quickbooks.bill_payments.created_at IS 'When it was created in QuickBooks. [BillPayment.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.bill_payments.updated_at IS 'When QuickBooks last changed it, balances included. [BillPayment.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.bill_payments.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [BillPayment.SyncToken]';
COMMENT ON COLUMN quickbooks.bill_payments.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.bill_payments.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.bill_payments.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.bill_payments.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.bill_payments.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.bill_payments.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.bill_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bill_payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.deposits (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  deposit_to_account_id text,
  deposit_to_account_name text,
  cash_back_account_id text,
  cash_back_account_name text,
  cash_back_amount numeric,
  cash_back_memo text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX deposits_updated_at ON quickbooks.deposits (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX deposits_txn_date ON quickbooks.deposits (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX deposits_deleted_at ON quickbooks.deposits (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX deposits_currency_id ON quickbooks.deposits (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX deposits_department_id ON quickbooks.deposits (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX deposits_project_id ON quickbooks.deposits (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX deposits_recur_data_id ON quickbooks.deposits (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX deposits_txn_tax_detail_txn_tax_code_id ON quickbooks.deposits (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX deposits_txn_tax_detail_default_tax_code_id ON quickbooks.deposits (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX deposits_deposit_to_account_id ON quickbooks.deposits (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
CREATE INDEX deposits_cash_back_account_id ON quickbooks.deposits (realm_id, cash_back_account_id) WHERE cash_back_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.deposits IS 'Deposits of payments and other money to a bank account.';
COMMENT ON COLUMN quickbooks.deposits.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.deposits.id IS 'QuickBooks'' id; unique among the company''s deposits. [Deposit.Id]';
COMMENT ON COLUMN quickbooks.deposits.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [Deposit.DocNumber]';
COMMENT ON COLUMN quickbooks.deposits.txn_date IS 'Date of the transaction in the company calendar. [Deposit.TxnDate]';
COMMENT ON COLUMN quickbooks.deposits.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [Deposit.PrivateNote]';
COMMENT ON COLUMN quickbooks.deposits.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [Deposit.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.deposits.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [Deposit.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.deposits.exchange_rate IS 'Home currency units for one unit of the transaction currency. [Deposit.ExchangeRate]';
COMMENT ON COLUMN quickbooks.deposits.department_id IS 'Location. (id) [Deposit.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.deposits.department_name IS 'Location. (name) [Deposit.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.deposits.project_id IS 'Project the transaction belongs to. (id) [Deposit.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.deposits.project_name IS 'Project the transaction belongs to. (name) [Deposit.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.deposits.recur_data_id IS 'Template that created the transaction. (id) [Deposit.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.deposits.recur_data_name IS 'Template that created the transaction. (name) [Deposit.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.deposits.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [Deposit.TxnSource]';
COMMENT ON COLUMN quickbooks.deposits.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [Deposit.TxnSubType]';
COMMENT ON COLUMN quickbooks.deposits.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [Deposit.TxnStatus]';
COMMENT ON COLUMN quickbooks.deposits.transaction_location_type IS 'Location type for tax (France). [Deposit.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.deposits.tax_form_type IS 'Type of the tax form. [Deposit.TaxFormType]';
COMMENT ON COLUMN quickbooks.deposits.tax_form_num IS 'Number of the tax form. [Deposit.TaxFormNum]';
COMMENT ON COLUMN quickbooks.deposits.tag IS 'Tags, as QuickBooks sends them. [Deposit.Tag]';
COMMENT ON COLUMN quickbooks.deposits.txn_approval_info_approval_status IS 'State of the approval workflow. [Deposit.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.deposits.txn_approval_info_approval_status_detail IS 'Details of that state. [Deposit.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.deposits.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [Deposit.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.deposits.txn_approval_info_last_changed_date IS 'When that state was last changed. [Deposit.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.deposits.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [Deposit.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.deposits.home_total_cost_amount IS 'That cost in the home currency. [Deposit.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.deposits.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [Deposit.CustomExtensions]';
COMMENT ON COLUMN quickbooks.deposits.total_amt IS 'Total, in the transaction currency. [Deposit.TotalAmt]';
COMMENT ON COLUMN quickbooks.deposits.home_total_amt IS 'Total in the home currency; only with multicurrency. [Deposit.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.deposits.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [Deposit.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.deposits.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [Deposit.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.deposits.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [Deposit.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.deposits.txn_tax_detail_total_tax IS 'Total tax. [Deposit.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.deposits.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Deposit.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.deposits.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Deposit.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.deposits.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [Deposit.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.deposits.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [Deposit.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.deposits.deposit_to_account_id IS 'Account the money is deposited to. (id) [Deposit.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.deposits.deposit_to_account_name IS 'Account the money is deposited to. (name) [Deposit.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.deposits.cash_back_account_id IS 'Account the cash taken out is booked to. (id) [Deposit.CashBack.AccountRef.value]';
COMMENT ON COLUMN quickbooks.deposits.cash_back_account_name IS 'Account the cash taken out is booked to. (name) [Deposit.CashBack.AccountRef.name]';
COMMENT ON COLUMN quickbooks.deposits.cash_back_amount IS 'Cash taken out. [Deposit.CashBack.Amount]';
COMMENT ON COLUMN quickbooks.deposits.cash_back_memo IS 'What the cash was taken for. [Deposit.CashBack.Memo]';
COMMENT ON COLUMN quickbooks.deposits.created_at IS 'When it was created in QuickBooks. [Deposit.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.deposits.updated_at IS 'When QuickBooks last changed it, balances included. [Deposit.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.deposits.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Deposit.SyncToken]';
COMMENT ON COLUMN quickbooks.deposits.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.deposits.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.deposits.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.deposits.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.deposits.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.deposits ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.deposits FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.budgets (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  active boolean,
  start_date date,
  end_date date,
  budget_type text,
  budget_entry_type text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX budgets_updated_at ON quickbooks.budgets (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX budgets_deleted_at ON quickbooks.budgets (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.budgets IS 'Budgets: what is planned for accounts and periods.';
COMMENT ON COLUMN quickbooks.budgets.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.budgets.id IS 'QuickBooks'' id; unique among the company''s budgets. [Budget.Id]';
COMMENT ON COLUMN quickbooks.budgets.name IS 'Name of the budget. [Budget.Name]';
COMMENT ON COLUMN quickbooks.budgets.active IS 'False once it was made inactive. [Budget.Active]';
COMMENT ON COLUMN quickbooks.budgets.start_date IS 'First day of the budget. [Budget.StartDate]';
COMMENT ON COLUMN quickbooks.budgets.end_date IS 'Last day of the budget. [Budget.EndDate]';
COMMENT ON COLUMN quickbooks.budgets.budget_type IS 'What is budgeted; ProfitAndLoss. [Budget.BudgetType]';
COMMENT ON COLUMN quickbooks.budgets.budget_entry_type IS 'Length of a period: Monthly, Quarterly or Annually. [Budget.BudgetEntryType]';
COMMENT ON COLUMN quickbooks.budgets.created_at IS 'When it was created in QuickBooks. [Budget.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.budgets.updated_at IS 'When QuickBooks last changed it, balances included. [Budget.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.budgets.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Budget.SyncToken]';
COMMENT ON COLUMN quickbooks.budgets.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.budgets.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.budgets.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.budgets.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.budgets.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.budgets ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.budgets FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.recurring_transactions (
  realm_id text NOT NULL,
  id text NOT NULL,
  type text,
  name text,
  active boolean,
  recur_type text,
  schedule_info_interval_type text,
  schedule_info_num_interval integer,
  schedule_info_day_of_month integer,
  schedule_info_day_of_week text,
  schedule_info_week_of_month integer,
  schedule_info_month_of_year text,
  schedule_info_days_before integer,
  schedule_info_remind_days integer,
  schedule_info_max_occurrences integer,
  schedule_info_start_date date,
  schedule_info_end_date date,
  schedule_info_next_date date,
  schedule_info_previous_date date,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  txn_status text,
  transaction_location_type text,
  tax_form_type text,
  tax_form_num text,
  tag jsonb,
  txn_approval_info_approval_status text,
  txn_approval_info_approval_status_detail text,
  txn_approval_info_last_changed_by_user text,
  txn_approval_info_last_changed_date timestamptz,
  total_cost_amount numeric,
  home_total_cost_amount numeric,
  custom_extensions jsonb,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_default_tax_code_id text,
  txn_tax_detail_default_tax_code_name text,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  customer_id text,
  customer_name text,
  customer_memo text,
  vendor_id text,
  vendor_name text,
  entity_id text,
  entity_name text,
  entity_type text,
  account_id text,
  account_name text,
  deposit_to_account_id text,
  deposit_to_account_name text,
  from_account_id text,
  from_account_name text,
  to_account_id text,
  to_account_name text,
  ar_account_id text,
  ar_account_name text,
  ap_account_id text,
  ap_account_name text,
  class_id text,
  class_name text,
  sales_term_id text,
  sales_term_name text,
  payment_method_id text,
  payment_method_name text,
  payment_type text,
  due_date date,
  amount numeric,
  balance numeric,
  email_status text,
  print_status text,
  credit boolean,
  memo text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX recurring_transactions_updated_at ON quickbooks.recurring_transactions (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX recurring_transactions_txn_date ON quickbooks.recurring_transactions (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX recurring_transactions_deleted_at ON quickbooks.recurring_transactions (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX recurring_transactions_currency_id ON quickbooks.recurring_transactions (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX recurring_transactions_department_id ON quickbooks.recurring_transactions (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX recurring_transactions_project_id ON quickbooks.recurring_transactions (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX recurring_transactions_recur_data_id ON quickbooks.recurring_transactions (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX recurring_transactions_txn_tax_detail_txn_tax_code_id ON quickbooks.recurring_transactions (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX recurring_transactions_txn_tax_detail_default_tax_code_id ON quickbooks.recurring_transactions (realm_id, txn_tax_detail_default_tax_code_id) WHERE txn_tax_detail_default_tax_code_id IS NOT NULL;
CREATE INDEX recurring_transactions_customer_id ON quickbooks.recurring_transactions (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX recurring_transactions_vendor_id ON quickbooks.recurring_transactions (realm_id, vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX recurring_transactions_entity_id ON quickbooks.recurring_transactions (realm_id, entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX recurring_transactions_account_id ON quickbooks.recurring_transactions (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX recurring_transactions_deposit_to_account_id ON quickbooks.recurring_transactions (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
CREATE INDEX recurring_transactions_from_account_id ON quickbooks.recurring_transactions (realm_id, from_account_id) WHERE from_account_id IS NOT NULL;
CREATE INDEX recurring_transactions_to_account_id ON quickbooks.recurring_transactions (realm_id, to_account_id) WHERE to_account_id IS NOT NULL;
CREATE INDEX recurring_transactions_ar_account_id ON quickbooks.recurring_transactions (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
CREATE INDEX recurring_transactions_ap_account_id ON quickbooks.recurring_transactions (realm_id, ap_account_id) WHERE ap_account_id IS NOT NULL;
CREATE INDEX recurring_transactions_class_id ON quickbooks.recurring_transactions (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX recurring_transactions_sales_term_id ON quickbooks.recurring_transactions (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX recurring_transactions_payment_method_id ON quickbooks.recurring_transactions (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
COMMENT ON TABLE quickbooks.recurring_transactions IS 'Templates of transactions that recur: what is made, and when.';
COMMENT ON COLUMN quickbooks.recurring_transactions.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.recurring_transactions.id IS 'QuickBooks'' id; unique among the company''s recurring transactions. [RecurringTransaction.Id]';
COMMENT ON COLUMN quickbooks.recurring_transactions.type IS 'Type of the transaction the template makes, such as Invoice or Bill. [RecurringTransaction.Type]';
COMMENT ON COLUMN quickbooks.recurring_transactions.name IS 'Name of the template. [RecurringTransaction.RecurringInfo.Name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.active IS 'False when nothing is made from it for now. [RecurringTransaction.RecurringInfo.Active]';
COMMENT ON COLUMN quickbooks.recurring_transactions.recur_type IS 'Automated, Reminder or Unscheduled. [RecurringTransaction.RecurringInfo.RecurType]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_interval_type IS 'Daily, Weekly, Monthly or Yearly. [RecurringTransaction.RecurringInfo.ScheduleInfo.IntervalType]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_num_interval IS 'Number of such intervals between two transactions. [RecurringTransaction.RecurringInfo.ScheduleInfo.NumInterval]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_day_of_month IS 'Day of the month. [RecurringTransaction.RecurringInfo.ScheduleInfo.DayOfMonth]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_day_of_week IS 'Day of the week. [RecurringTransaction.RecurringInfo.ScheduleInfo.DayOfWeek]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_week_of_month IS 'Week of the month. [RecurringTransaction.RecurringInfo.ScheduleInfo.WeekOfMonth]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_month_of_year IS 'Month of the year. [RecurringTransaction.RecurringInfo.ScheduleInfo.MonthOfYear]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_days_before IS 'Days the transaction is made in advance. [RecurringTransaction.RecurringInfo.ScheduleInfo.DaysBefore]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_remind_days IS 'Days a reminder is given in advance. [RecurringTransaction.RecurringInfo.ScheduleInfo.RemindDays]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_max_occurrences IS 'Number of transactions to make in all. [RecurringTransaction.RecurringInfo.ScheduleInfo.MaxOccurrences]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_start_date IS 'First day of the schedule. [RecurringTransaction.RecurringInfo.ScheduleInfo.StartDate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_end_date IS 'Last day of the schedule. [RecurringTransaction.RecurringInfo.ScheduleInfo.EndDate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_next_date IS 'Day of the next transaction. [RecurringTransaction.RecurringInfo.ScheduleInfo.NextDate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_info_previous_date IS 'Day of the last transaction. [RecurringTransaction.RecurringInfo.ScheduleInfo.PreviousDate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [RecurringTransaction.DocNumber]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_date IS 'Date of the transaction in the company calendar. [RecurringTransaction.TxnDate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [RecurringTransaction.PrivateNote]';
COMMENT ON COLUMN quickbooks.recurring_transactions.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [RecurringTransaction.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [RecurringTransaction.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.exchange_rate IS 'Home currency units for one unit of the transaction currency. [RecurringTransaction.ExchangeRate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.department_id IS 'Location. (id) [RecurringTransaction.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.department_name IS 'Location. (name) [RecurringTransaction.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.project_id IS 'Project the transaction belongs to. (id) [RecurringTransaction.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.project_name IS 'Project the transaction belongs to. (name) [RecurringTransaction.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.recur_data_id IS 'Template that created the transaction. (id) [RecurringTransaction.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.recur_data_name IS 'Template that created the transaction. (name) [RecurringTransaction.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [RecurringTransaction.TxnSource]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [RecurringTransaction.TxnSubType]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_status IS 'State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted. [RecurringTransaction.TxnStatus]';
COMMENT ON COLUMN quickbooks.recurring_transactions.transaction_location_type IS 'Location type for tax (France). [RecurringTransaction.TransactionLocationType]';
COMMENT ON COLUMN quickbooks.recurring_transactions.tax_form_type IS 'Type of the tax form. [RecurringTransaction.TaxFormType]';
COMMENT ON COLUMN quickbooks.recurring_transactions.tax_form_num IS 'Number of the tax form. [RecurringTransaction.TaxFormNum]';
COMMENT ON COLUMN quickbooks.recurring_transactions.tag IS 'Tags, as QuickBooks sends them. [RecurringTransaction.Tag]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_approval_info_approval_status IS 'State of the approval workflow. [RecurringTransaction.TxnApprovalInfo.ApprovalStatus]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_approval_info_approval_status_detail IS 'Details of that state. [RecurringTransaction.TxnApprovalInfo.ApprovalStatusDetail]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_approval_info_last_changed_by_user IS 'Who last changed that state. [RecurringTransaction.TxnApprovalInfo.LastChangedByUser]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_approval_info_last_changed_date IS 'When that state was last changed. [RecurringTransaction.TxnApprovalInfo.LastChangedDate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.total_cost_amount IS 'Cost of the whole transaction, where QuickBooks tracks it. [RecurringTransaction.TotalCostAmount]';
COMMENT ON COLUMN quickbooks.recurring_transactions.home_total_cost_amount IS 'That cost in the home currency. [RecurringTransaction.HomeTotalCostAmount]';
COMMENT ON COLUMN quickbooks.recurring_transactions.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [RecurringTransaction.CustomExtensions]';
COMMENT ON COLUMN quickbooks.recurring_transactions.total_amt IS 'Total including tax, in the transaction currency. [RecurringTransaction.TotalAmt]';
COMMENT ON COLUMN quickbooks.recurring_transactions.home_total_amt IS 'Total in the home currency; only with multicurrency. [RecurringTransaction.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.recurring_transactions.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [RecurringTransaction.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [RecurringTransaction.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [RecurringTransaction.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_tax_detail_total_tax IS 'Total tax. [RecurringTransaction.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_tax_detail_default_tax_code_id IS 'Tax code used unless another is chosen. (id) [RecurringTransaction.TxnTaxDetail.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_tax_detail_default_tax_code_name IS 'Tax code used unless another is chosen. (name) [RecurringTransaction.TxnTaxDetail.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [RecurringTransaction.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.recurring_transactions.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [RecurringTransaction.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.recurring_transactions.customer_id IS 'Customer or job. (id) [RecurringTransaction.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.customer_name IS 'Customer or job. (name) [RecurringTransaction.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.customer_memo IS 'Message to the customer, printed on the form. [RecurringTransaction.CustomerMemo.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_id IS 'Vendor. (id) [RecurringTransaction.VendorRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_name IS 'Vendor. (name) [RecurringTransaction.VendorRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.entity_id IS 'Vendor, customer or employee who is paid. (id) [RecurringTransaction.EntityRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.entity_name IS 'Vendor, customer or employee who is paid. (name) [RecurringTransaction.EntityRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.entity_type IS 'Vendor, customer or employee who is paid. (type) [RecurringTransaction.EntityRef.type]';
COMMENT ON COLUMN quickbooks.recurring_transactions.account_id IS 'Account the money comes from (purchases). (id) [RecurringTransaction.AccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.account_name IS 'Account the money comes from (purchases). (name) [RecurringTransaction.AccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.deposit_to_account_id IS 'Account the money is deposited to. (id) [RecurringTransaction.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.deposit_to_account_name IS 'Account the money is deposited to. (name) [RecurringTransaction.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.from_account_id IS 'Account the money comes from (transfers). (id) [RecurringTransaction.FromAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.from_account_name IS 'Account the money comes from (transfers). (name) [RecurringTransaction.FromAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.to_account_id IS 'Account the money goes to (transfers). (id) [RecurringTransaction.ToAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.to_account_name IS 'Account the money goes to (transfers). (name) [RecurringTransaction.ToAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.ar_account_id IS 'Receivables account. (id) [RecurringTransaction.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.ar_account_name IS 'Receivables account. (name) [RecurringTransaction.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.ap_account_id IS 'Payables account. (id) [RecurringTransaction.APAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.ap_account_name IS 'Payables account. (name) [RecurringTransaction.APAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.class_id IS 'Class of the whole transaction. (id) [RecurringTransaction.ClassRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.class_name IS 'Class of the whole transaction. (name) [RecurringTransaction.ClassRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.sales_term_id IS 'Terms of payment. (id) [RecurringTransaction.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.sales_term_name IS 'Terms of payment. (name) [RecurringTransaction.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.payment_method_id IS 'Method of payment. (id) [RecurringTransaction.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transactions.payment_method_name IS 'Method of payment. (name) [RecurringTransaction.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transactions.payment_type IS 'Cash, Check, CreditCard or Other. [RecurringTransaction.PaymentType]';
COMMENT ON COLUMN quickbooks.recurring_transactions.due_date IS 'Date the payment is due. [RecurringTransaction.DueDate]';
COMMENT ON COLUMN quickbooks.recurring_transactions.amount IS 'Amount (transfers). [RecurringTransaction.Amount]';
COMMENT ON COLUMN quickbooks.recurring_transactions.balance IS 'Balance a transaction made from it starts with. [RecurringTransaction.Balance]';
COMMENT ON COLUMN quickbooks.recurring_transactions.email_status IS 'NotSet, NeedToSend or EmailSent. [RecurringTransaction.EmailStatus]';
COMMENT ON COLUMN quickbooks.recurring_transactions.print_status IS 'NotSet, NeedToPrint or PrintComplete. [RecurringTransaction.PrintStatus]';
COMMENT ON COLUMN quickbooks.recurring_transactions.credit IS 'True for a credit card credit (purchases). [RecurringTransaction.Credit]';
COMMENT ON COLUMN quickbooks.recurring_transactions.memo IS 'Message printed on the form (purchases). [RecurringTransaction.Memo]';
COMMENT ON COLUMN quickbooks.recurring_transactions.created_at IS 'When it was created in QuickBooks. [RecurringTransaction.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.recurring_transactions.updated_at IS 'When QuickBooks last changed it, balances included. [RecurringTransaction.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.recurring_transactions.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [RecurringTransaction.SyncToken]';
COMMENT ON COLUMN quickbooks.recurring_transactions.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.recurring_transactions.custom_fields IS 'Custom fields as name and value. [RecurringTransaction.CustomField]';
COMMENT ON COLUMN quickbooks.recurring_transactions.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.recurring_transactions.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.recurring_transactions.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.recurring_transactions.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.recurring_transactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.recurring_transactions FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.exchange_rates (
  realm_id text NOT NULL,
  id text NOT NULL,
  source_currency_code text,
  target_currency_code text,
  as_of_date date,
  rate numeric,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX exchange_rates_updated_at ON quickbooks.exchange_rates (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX exchange_rates_deleted_at ON quickbooks.exchange_rates (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.exchange_rates IS 'Exchange rates by day; only with multicurrency.';
COMMENT ON COLUMN quickbooks.exchange_rates.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.exchange_rates.id IS 'QuickBooks'' id; unique among the company''s exchange rates. [ExchangeRate.SourceCurrencyCode, TargetCurrencyCode, AsOfDate]';
COMMENT ON COLUMN quickbooks.exchange_rates.source_currency_code IS 'ISO code of the foreign currency. [ExchangeRate.SourceCurrencyCode]';
COMMENT ON COLUMN quickbooks.exchange_rates.target_currency_code IS 'ISO code of the home currency. [ExchangeRate.TargetCurrencyCode]';
COMMENT ON COLUMN quickbooks.exchange_rates.as_of_date IS 'Day of the rate. [ExchangeRate.AsOfDate]';
COMMENT ON COLUMN quickbooks.exchange_rates.rate IS 'Units of the target currency for one unit of the source currency. [ExchangeRate.Rate]';
COMMENT ON COLUMN quickbooks.exchange_rates.created_at IS 'When it was created in QuickBooks. [ExchangeRate.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.exchange_rates.updated_at IS 'When QuickBooks last changed it, balances included. [ExchangeRate.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.exchange_rates.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [ExchangeRate.SyncToken]';
COMMENT ON COLUMN quickbooks.exchange_rates.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.exchange_rates.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.exchange_rates.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.exchange_rates.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.exchange_rates.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.exchange_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.exchange_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.attachables (
  realm_id text NOT NULL,
  id text NOT NULL,
  file_name text,
  note text,
  category text,
  content_type text,
  size integer,
  tag text,
  place_name text,
  lat text,
  long text,
  file_access_uri text,
  temp_download_uri text,
  thumbnail_file_access_uri text,
  thumbnail_temp_download_uri text,
  document_id text,
  attachable_ref jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX attachables_updated_at ON quickbooks.attachables (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX attachables_deleted_at ON quickbooks.attachables (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.attachables IS 'Files and notes attached to transactions and names (the description, not the file itself).';
COMMENT ON COLUMN quickbooks.attachables.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.attachables.id IS 'QuickBooks'' id; unique among the company''s attachables. [Attachable.Id]';
COMMENT ON COLUMN quickbooks.attachables.file_name IS 'Name of the file. [Attachable.FileName]';
COMMENT ON COLUMN quickbooks.attachables.note IS 'Text of the note. [Attachable.Note]';
COMMENT ON COLUMN quickbooks.attachables.category IS 'Kind of file: Image, Receipt, Signature, Document and others. [Attachable.Category]';
COMMENT ON COLUMN quickbooks.attachables.content_type IS 'Media type of the file. [Attachable.ContentType]';
COMMENT ON COLUMN quickbooks.attachables.size IS 'Size of the file in bytes. [Attachable.Size]';
COMMENT ON COLUMN quickbooks.attachables.tag IS 'Tag given by a person. [Attachable.Tag]';
COMMENT ON COLUMN quickbooks.attachables.place_name IS 'Place the file belongs to. [Attachable.PlaceName]';
COMMENT ON COLUMN quickbooks.attachables.lat IS 'Latitude of that place. [Attachable.Lat]';
COMMENT ON COLUMN quickbooks.attachables.long IS 'Longitude of that place. [Attachable.Long]';
COMMENT ON COLUMN quickbooks.attachables.file_access_uri IS 'Path of the file at QuickBooks. [Attachable.FileAccessUri]';
COMMENT ON COLUMN quickbooks.attachables.temp_download_uri IS 'Link to the file, valid for 15 minutes after it was read. [Attachable.TempDownloadUri]';
COMMENT ON COLUMN quickbooks.attachables.thumbnail_file_access_uri IS 'Path of the preview picture at QuickBooks. [Attachable.ThumbnailFileAccessUri]';
COMMENT ON COLUMN quickbooks.attachables.thumbnail_temp_download_uri IS 'Link to the preview picture, valid for a short time. [Attachable.ThumbnailTempDownloadUri]';
COMMENT ON COLUMN quickbooks.attachables.document_id IS 'Id of the file in the document store. [Attachable.documentId]';
COMMENT ON COLUMN quickbooks.attachables.attachable_ref IS 'What it hangs on, as QuickBooks sends it. [Attachable.AttachableRef]';
COMMENT ON COLUMN quickbooks.attachables.created_at IS 'When it was created in QuickBooks. [Attachable.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.attachables.updated_at IS 'When QuickBooks last changed it, balances included. [Attachable.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.attachables.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Attachable.SyncToken]';
COMMENT ON COLUMN quickbooks.attachables.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.attachables.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.attachables.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.attachables.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.attachables.synced_at IS 'When this version was stored here.';
ALTER TABLE quickbooks.attachables ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.attachables FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.purchase_order_lines (
  realm_id text NOT NULL,
  purchase_order_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  customer_id text,
  customer_name text,
  billable_status text,
  tax_inclusive_amt numeric,
  account_id text,
  account_name text,
  tax_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  service_date date,
  tds_account_id text,
  tds_account_name text,
  tds_section_type_id text,
  discount_rate numeric,
  discount_amt numeric,
  deferred_revenue boolean,
  retainage_amount numeric,
  man_part_num text,
  manually_closed boolean,
  open_qty numeric,
  PRIMARY KEY (realm_id, purchase_order_id, line_index),
  FOREIGN KEY (realm_id, purchase_order_id) REFERENCES quickbooks.purchase_orders (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX purchase_order_lines_project_id ON quickbooks.purchase_order_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX purchase_order_lines_item_id ON quickbooks.purchase_order_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX purchase_order_lines_class_id ON quickbooks.purchase_order_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX purchase_order_lines_item_account_id ON quickbooks.purchase_order_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX purchase_order_lines_tax_code_id ON quickbooks.purchase_order_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX purchase_order_lines_markup_info_mark_up_income_account_id ON quickbooks.purchase_order_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX purchase_order_lines_customer_id ON quickbooks.purchase_order_lines (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX purchase_order_lines_account_id ON quickbooks.purchase_order_lines (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX purchase_order_lines_group_item_id ON quickbooks.purchase_order_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX purchase_order_lines_tds_account_id ON quickbooks.purchase_order_lines (realm_id, tds_account_id) WHERE tds_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.purchase_order_lines IS 'Lines of purchase orders, in the order of the document.';
COMMENT ON COLUMN quickbooks.purchase_order_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.purchase_order_lines.purchase_order_id IS 'Id of the transaction. [PurchaseOrder.Id]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.purchase_order_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.purchase_order_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.item_id IS 'Item sold or bought. (id) [Line.ItemBasedExpenseLineDetail.ItemRef.value, Line.PurchaseOrderItemLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.item_name IS 'Item sold or bought. (name) [Line.ItemBasedExpenseLineDetail.ItemRef.name, Line.PurchaseOrderItemLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.class_id IS 'Class of the line. (id) [Line.ItemBasedExpenseLineDetail.ClassRef.value, Line.AccountBasedExpenseLineDetail.ClassRef.value, Line.PurchaseOrderItemLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.class_name IS 'Class of the line. (name) [Line.ItemBasedExpenseLineDetail.ClassRef.name, Line.AccountBasedExpenseLineDetail.ClassRef.name, Line.PurchaseOrderItemLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.ItemBasedExpenseLineDetail.UnitPrice, Line.PurchaseOrderItemLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.ItemBasedExpenseLineDetail.UnitCostPrice, Line.PurchaseOrderItemLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.ItemBasedExpenseLineDetail.RatePercent, Line.PurchaseOrderItemLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.qty IS 'Quantity. [Line.ItemBasedExpenseLineDetail.Qty, Line.PurchaseOrderItemLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.uom_id IS 'Unit of measure. (id) [Line.ItemBasedExpenseLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value, Line.PurchaseOrderItemLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.uom_name IS 'Unit of measure. (name) [Line.ItemBasedExpenseLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name, Line.PurchaseOrderItemLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.item_account_id IS 'Account the line is booked to. (id) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.value, Line.PurchaseOrderItemLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.item_account_name IS 'Account the line is booked to. (name) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.name, Line.PurchaseOrderItemLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.value, Line.AccountBasedExpenseLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value, Line.PurchaseOrderItemLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.name, Line.AccountBasedExpenseLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name, Line.PurchaseOrderItemLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.price_level_id IS 'Price level applied. (id) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.value, Line.PurchaseOrderItemLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.price_level_name IS 'Price level applied. (name) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.name, Line.PurchaseOrderItemLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.inventory_site_id IS 'Inventory site. (id) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.value, Line.PurchaseOrderItemLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.inventory_site_name IS 'Inventory site. (name) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.name, Line.PurchaseOrderItemLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.value, Line.PurchaseOrderItemLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.name, Line.PurchaseOrderItemLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.AccountBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.PurchaseOrderItemLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.markup_info_value IS 'Markup as an amount. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Value, Line.AccountBasedExpenseLineDetail.MarkupInfo.Value, Line.PurchaseOrderItemLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.markup_info_percent IS 'Markup as a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Percent, Line.AccountBasedExpenseLineDetail.MarkupInfo.Percent, Line.PurchaseOrderItemLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.PurchaseOrderItemLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.PurchaseOrderItemLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.PurchaseOrderItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.PurchaseOrderItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.customer_id IS 'Customer or job the cost is billed or assigned to. (id) [Line.ItemBasedExpenseLineDetail.CustomerRef.value, Line.AccountBasedExpenseLineDetail.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.customer_name IS 'Customer or job the cost is billed or assigned to. (name) [Line.ItemBasedExpenseLineDetail.CustomerRef.name, Line.AccountBasedExpenseLineDetail.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.billable_status IS 'NotBillable, Billable or HasBeenBilled. [Line.ItemBasedExpenseLineDetail.BillableStatus, Line.AccountBasedExpenseLineDetail.BillableStatus]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tax_inclusive_amt IS 'Amount including tax. [Line.ItemBasedExpenseLineDetail.TaxInclusiveAmt, Line.AccountBasedExpenseLineDetail.TaxInclusiveAmt, Line.PurchaseOrderItemLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.account_id IS 'Account the line is booked to. (id) [Line.AccountBasedExpenseLineDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.account_name IS 'Account the line is booked to. (name) [Line.AccountBasedExpenseLineDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tax_amount IS 'Tax on the line. [Line.AccountBasedExpenseLineDetail.TaxAmount]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.service_date IS 'Date of the service. [Line.GroupLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate, Line.PurchaseOrderItemLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tds_account_id IS 'Account the tax deducted at source is booked to (India). (id) [Line.TDSLineDetail.TDSAccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tds_account_name IS 'Account the tax deducted at source is booked to (India). (name) [Line.TDSLineDetail.TDSAccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.tds_section_type_id IS 'Section under which tax is deducted at source (India). [Line.TDSLineDetail.TDSSectionTypeId]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.PurchaseOrderItemLineDetail.DiscountRate]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.discount_amt IS 'Discount on the line, as an amount. [Line.PurchaseOrderItemLineDetail.DiscountAmt]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.PurchaseOrderItemLineDetail.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.PurchaseOrderItemLineDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.man_part_num IS 'Manufacturer''s part number. [Line.PurchaseOrderItemLineDetail.ManPartNum]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.manually_closed IS 'True when the line was closed by hand. [Line.PurchaseOrderItemLineDetail.ManuallyClosed]';
COMMENT ON COLUMN quickbooks.purchase_order_lines.open_qty IS 'Quantity ordered and not yet received. [Line.PurchaseOrderItemLineDetail.OpenQty]';
ALTER TABLE quickbooks.purchase_order_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchase_order_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.estimate_lines (
  realm_id text NOT NULL,
  estimate_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  tax_inclusive_amt numeric,
  service_date date,
  discount_rate numeric,
  discount_amt numeric,
  deferred_revenue boolean,
  retainage_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  PRIMARY KEY (realm_id, estimate_id, line_index),
  FOREIGN KEY (realm_id, estimate_id) REFERENCES quickbooks.estimates (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX estimate_lines_project_id ON quickbooks.estimate_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX estimate_lines_item_id ON quickbooks.estimate_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX estimate_lines_class_id ON quickbooks.estimate_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX estimate_lines_item_account_id ON quickbooks.estimate_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX estimate_lines_tax_code_id ON quickbooks.estimate_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX estimate_lines_markup_info_mark_up_income_account_id ON quickbooks.estimate_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX estimate_lines_group_item_id ON quickbooks.estimate_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX estimate_lines_discount_account_id ON quickbooks.estimate_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.estimate_lines IS 'Lines of estimates, in the order of the document.';
COMMENT ON COLUMN quickbooks.estimate_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.estimate_lines.estimate_id IS 'Id of the transaction. [Estimate.Id]';
COMMENT ON COLUMN quickbooks.estimate_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.estimate_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.estimate_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.estimate_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.estimate_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.estimate_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.estimate_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.estimate_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.estimate_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.estimate_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.estimate_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.estimate_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.estimate_lines.item_id IS 'Item sold or bought. (id) [Line.SalesItemLineDetail.ItemRef.value, Line.SubTotalLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.item_name IS 'Item sold or bought. (name) [Line.SalesItemLineDetail.ItemRef.name, Line.SubTotalLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.class_id IS 'Class of the line. (id) [Line.SalesItemLineDetail.ClassRef.value, Line.DiscountLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.class_name IS 'Class of the line. (name) [Line.SalesItemLineDetail.ClassRef.name, Line.DiscountLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.SalesItemLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.estimate_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.SalesItemLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.estimate_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.SalesItemLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.estimate_lines.qty IS 'Quantity. [Line.SalesItemLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.estimate_lines.uom_id IS 'Unit of measure. (id) [Line.SalesItemLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.uom_name IS 'Unit of measure. (name) [Line.SalesItemLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.item_account_id IS 'Account the line is booked to. (id) [Line.SalesItemLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.item_account_name IS 'Account the line is booked to. (name) [Line.SalesItemLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.SalesItemLineDetail.TaxCodeRef.value, Line.DiscountLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.SalesItemLineDetail.TaxCodeRef.name, Line.DiscountLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.price_level_id IS 'Price level applied. (id) [Line.SalesItemLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.price_level_name IS 'Price level applied. (name) [Line.SalesItemLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.inventory_site_id IS 'Inventory site. (id) [Line.SalesItemLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.inventory_site_name IS 'Inventory site. (name) [Line.SalesItemLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.SalesItemLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.SalesItemLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.SalesItemLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.estimate_lines.markup_info_value IS 'Markup as an amount. [Line.SalesItemLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.estimate_lines.markup_info_percent IS 'Markup as a percentage. [Line.SalesItemLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.estimate_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.tax_inclusive_amt IS 'Amount including tax. [Line.SalesItemLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.estimate_lines.service_date IS 'Date of the service. [Line.SalesItemLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DiscountLineDetail.ServiceDate, Line.SubTotalLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.estimate_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.SalesItemLineDetail.DiscountRate]';
COMMENT ON COLUMN quickbooks.estimate_lines.discount_amt IS 'Discount on the line, as an amount. [Line.SalesItemLineDetail.DiscountAmt]';
COMMENT ON COLUMN quickbooks.estimate_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.SalesItemLineDetail.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.estimate_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.SalesItemLineDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.estimate_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.estimate_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.estimate_lines.percent_based IS 'True when the discount is a percentage. [Line.DiscountLineDetail.PercentBased]';
COMMENT ON COLUMN quickbooks.estimate_lines.discount_percent IS 'Discount in percent. [Line.DiscountLineDetail.DiscountPercent]';
COMMENT ON COLUMN quickbooks.estimate_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.DiscountLineDetail.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.estimate_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.DiscountLineDetail.DiscountAccountRef.name]';
ALTER TABLE quickbooks.estimate_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.estimate_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.bill_lines (
  realm_id text NOT NULL,
  bill_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  customer_id text,
  customer_name text,
  billable_status text,
  tax_inclusive_amt numeric,
  account_id text,
  account_name text,
  tax_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  service_date date,
  tds_account_id text,
  tds_account_name text,
  tds_section_type_id text,
  PRIMARY KEY (realm_id, bill_id, line_index),
  FOREIGN KEY (realm_id, bill_id) REFERENCES quickbooks.bills (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX bill_lines_project_id ON quickbooks.bill_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX bill_lines_item_id ON quickbooks.bill_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX bill_lines_class_id ON quickbooks.bill_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX bill_lines_item_account_id ON quickbooks.bill_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX bill_lines_tax_code_id ON quickbooks.bill_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX bill_lines_markup_info_mark_up_income_account_id ON quickbooks.bill_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX bill_lines_customer_id ON quickbooks.bill_lines (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX bill_lines_account_id ON quickbooks.bill_lines (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX bill_lines_group_item_id ON quickbooks.bill_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX bill_lines_tds_account_id ON quickbooks.bill_lines (realm_id, tds_account_id) WHERE tds_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.bill_lines IS 'Lines of bills, in the order of the document.';
COMMENT ON COLUMN quickbooks.bill_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.bill_lines.bill_id IS 'Id of the transaction. [Bill.Id]';
COMMENT ON COLUMN quickbooks.bill_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.bill_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.bill_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.bill_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.bill_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.bill_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.bill_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.bill_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.bill_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.bill_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.bill_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.bill_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.bill_lines.item_id IS 'Item sold or bought. (id) [Line.ItemBasedExpenseLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.item_name IS 'Item sold or bought. (name) [Line.ItemBasedExpenseLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.class_id IS 'Class of the line. (id) [Line.ItemBasedExpenseLineDetail.ClassRef.value, Line.AccountBasedExpenseLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.class_name IS 'Class of the line. (name) [Line.ItemBasedExpenseLineDetail.ClassRef.name, Line.AccountBasedExpenseLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.ItemBasedExpenseLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.bill_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.ItemBasedExpenseLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.bill_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.ItemBasedExpenseLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.bill_lines.qty IS 'Quantity. [Line.ItemBasedExpenseLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.bill_lines.uom_id IS 'Unit of measure. (id) [Line.ItemBasedExpenseLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.uom_name IS 'Unit of measure. (name) [Line.ItemBasedExpenseLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.item_account_id IS 'Account the line is booked to. (id) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.item_account_name IS 'Account the line is booked to. (name) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.value, Line.AccountBasedExpenseLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.name, Line.AccountBasedExpenseLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.price_level_id IS 'Price level applied. (id) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.price_level_name IS 'Price level applied. (name) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.inventory_site_id IS 'Inventory site. (id) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.inventory_site_name IS 'Inventory site. (name) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.AccountBasedExpenseLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.bill_lines.markup_info_value IS 'Markup as an amount. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Value, Line.AccountBasedExpenseLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.bill_lines.markup_info_percent IS 'Markup as a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Percent, Line.AccountBasedExpenseLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.bill_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.customer_id IS 'Customer or job the cost is billed or assigned to. (id) [Line.ItemBasedExpenseLineDetail.CustomerRef.value, Line.AccountBasedExpenseLineDetail.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.customer_name IS 'Customer or job the cost is billed or assigned to. (name) [Line.ItemBasedExpenseLineDetail.CustomerRef.name, Line.AccountBasedExpenseLineDetail.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.billable_status IS 'NotBillable, Billable or HasBeenBilled. [Line.ItemBasedExpenseLineDetail.BillableStatus, Line.AccountBasedExpenseLineDetail.BillableStatus]';
COMMENT ON COLUMN quickbooks.bill_lines.tax_inclusive_amt IS 'Amount including tax. [Line.ItemBasedExpenseLineDetail.TaxInclusiveAmt, Line.AccountBasedExpenseLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.bill_lines.account_id IS 'Account the line is booked to. (id) [Line.AccountBasedExpenseLineDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.account_name IS 'Account the line is booked to. (name) [Line.AccountBasedExpenseLineDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.tax_amount IS 'Tax on the line. [Line.AccountBasedExpenseLineDetail.TaxAmount]';
COMMENT ON COLUMN quickbooks.bill_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.bill_lines.service_date IS 'Date of the service. [Line.GroupLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.bill_lines.tds_account_id IS 'Account the tax deducted at source is booked to (India). (id) [Line.TDSLineDetail.TDSAccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_lines.tds_account_name IS 'Account the tax deducted at source is booked to (India). (name) [Line.TDSLineDetail.TDSAccountRef.name]';
COMMENT ON COLUMN quickbooks.bill_lines.tds_section_type_id IS 'Section under which tax is deducted at source (India). [Line.TDSLineDetail.TDSSectionTypeId]';
ALTER TABLE quickbooks.bill_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bill_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.vendor_credit_lines (
  realm_id text NOT NULL,
  vendor_credit_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  customer_id text,
  customer_name text,
  billable_status text,
  tax_inclusive_amt numeric,
  account_id text,
  account_name text,
  tax_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  service_date date,
  tds_account_id text,
  tds_account_name text,
  tds_section_type_id text,
  PRIMARY KEY (realm_id, vendor_credit_id, line_index),
  FOREIGN KEY (realm_id, vendor_credit_id) REFERENCES quickbooks.vendor_credits (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX vendor_credit_lines_project_id ON quickbooks.vendor_credit_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_item_id ON quickbooks.vendor_credit_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_class_id ON quickbooks.vendor_credit_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_item_account_id ON quickbooks.vendor_credit_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_tax_code_id ON quickbooks.vendor_credit_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_markup_info_mark_up_income_account_id ON quickbooks.vendor_credit_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_customer_id ON quickbooks.vendor_credit_lines (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_account_id ON quickbooks.vendor_credit_lines (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_group_item_id ON quickbooks.vendor_credit_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX vendor_credit_lines_tds_account_id ON quickbooks.vendor_credit_lines (realm_id, tds_account_id) WHERE tds_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.vendor_credit_lines IS 'Lines of vendor credits, in the order of the document.';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.vendor_credit_id IS 'Id of the transaction. [VendorCredit.Id]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.item_id IS 'Item sold or bought. (id) [Line.ItemBasedExpenseLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.item_name IS 'Item sold or bought. (name) [Line.ItemBasedExpenseLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.class_id IS 'Class of the line. (id) [Line.ItemBasedExpenseLineDetail.ClassRef.value, Line.AccountBasedExpenseLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.class_name IS 'Class of the line. (name) [Line.ItemBasedExpenseLineDetail.ClassRef.name, Line.AccountBasedExpenseLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.ItemBasedExpenseLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.ItemBasedExpenseLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.ItemBasedExpenseLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.qty IS 'Quantity. [Line.ItemBasedExpenseLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.uom_id IS 'Unit of measure. (id) [Line.ItemBasedExpenseLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.uom_name IS 'Unit of measure. (name) [Line.ItemBasedExpenseLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.item_account_id IS 'Account the line is booked to. (id) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.item_account_name IS 'Account the line is booked to. (name) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.value, Line.AccountBasedExpenseLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.name, Line.AccountBasedExpenseLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.price_level_id IS 'Price level applied. (id) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.price_level_name IS 'Price level applied. (name) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.inventory_site_id IS 'Inventory site. (id) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.inventory_site_name IS 'Inventory site. (name) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.AccountBasedExpenseLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.markup_info_value IS 'Markup as an amount. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Value, Line.AccountBasedExpenseLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.markup_info_percent IS 'Markup as a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Percent, Line.AccountBasedExpenseLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.customer_id IS 'Customer or job the cost is billed or assigned to. (id) [Line.ItemBasedExpenseLineDetail.CustomerRef.value, Line.AccountBasedExpenseLineDetail.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.customer_name IS 'Customer or job the cost is billed or assigned to. (name) [Line.ItemBasedExpenseLineDetail.CustomerRef.name, Line.AccountBasedExpenseLineDetail.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.billable_status IS 'NotBillable, Billable or HasBeenBilled. [Line.ItemBasedExpenseLineDetail.BillableStatus, Line.AccountBasedExpenseLineDetail.BillableStatus]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tax_inclusive_amt IS 'Amount including tax. [Line.ItemBasedExpenseLineDetail.TaxInclusiveAmt, Line.AccountBasedExpenseLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.account_id IS 'Account the line is booked to. (id) [Line.AccountBasedExpenseLineDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.account_name IS 'Account the line is booked to. (name) [Line.AccountBasedExpenseLineDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tax_amount IS 'Tax on the line. [Line.AccountBasedExpenseLineDetail.TaxAmount]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.service_date IS 'Date of the service. [Line.GroupLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tds_account_id IS 'Account the tax deducted at source is booked to (India). (id) [Line.TDSLineDetail.TDSAccountRef.value]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tds_account_name IS 'Account the tax deducted at source is booked to (India). (name) [Line.TDSLineDetail.TDSAccountRef.name]';
COMMENT ON COLUMN quickbooks.vendor_credit_lines.tds_section_type_id IS 'Section under which tax is deducted at source (India). [Line.TDSLineDetail.TDSSectionTypeId]';
ALTER TABLE quickbooks.vendor_credit_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.vendor_credit_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.invoice_lines ADD COLUMN custom_fields jsonb;

COMMENT ON COLUMN quickbooks.invoice_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';

ALTER TABLE quickbooks.invoice_lines ADD COLUMN custom_extensions jsonb;

COMMENT ON COLUMN quickbooks.invoice_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';

ALTER TABLE quickbooks.invoice_lines ADD COLUMN unit_cost_price numeric;

COMMENT ON COLUMN quickbooks.invoice_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.SalesItemLineDetail.UnitCostPrice]';

ALTER TABLE quickbooks.invoice_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.invoice_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.sales_receipt_lines (
  realm_id text NOT NULL,
  sales_receipt_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  tax_inclusive_amt numeric,
  service_date date,
  discount_rate numeric,
  discount_amt numeric,
  deferred_revenue boolean,
  retainage_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  PRIMARY KEY (realm_id, sales_receipt_id, line_index),
  FOREIGN KEY (realm_id, sales_receipt_id) REFERENCES quickbooks.sales_receipts (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX sales_receipt_lines_project_id ON quickbooks.sales_receipt_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX sales_receipt_lines_item_id ON quickbooks.sales_receipt_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX sales_receipt_lines_class_id ON quickbooks.sales_receipt_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX sales_receipt_lines_item_account_id ON quickbooks.sales_receipt_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX sales_receipt_lines_tax_code_id ON quickbooks.sales_receipt_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX sales_receipt_lines_markup_info_mark_up_income_account_id ON quickbooks.sales_receipt_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX sales_receipt_lines_group_item_id ON quickbooks.sales_receipt_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX sales_receipt_lines_discount_account_id ON quickbooks.sales_receipt_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.sales_receipt_lines IS 'Lines of sales receipts, in the order of the document.';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.sales_receipt_id IS 'Id of the transaction. [SalesReceipt.Id]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.item_id IS 'Item sold or bought. (id) [Line.SalesItemLineDetail.ItemRef.value, Line.SubTotalLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.item_name IS 'Item sold or bought. (name) [Line.SalesItemLineDetail.ItemRef.name, Line.SubTotalLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.class_id IS 'Class of the line. (id) [Line.SalesItemLineDetail.ClassRef.value, Line.DiscountLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.class_name IS 'Class of the line. (name) [Line.SalesItemLineDetail.ClassRef.name, Line.DiscountLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.SalesItemLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.SalesItemLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.SalesItemLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.qty IS 'Quantity. [Line.SalesItemLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.uom_id IS 'Unit of measure. (id) [Line.SalesItemLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.uom_name IS 'Unit of measure. (name) [Line.SalesItemLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.item_account_id IS 'Account the line is booked to. (id) [Line.SalesItemLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.item_account_name IS 'Account the line is booked to. (name) [Line.SalesItemLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.SalesItemLineDetail.TaxCodeRef.value, Line.DiscountLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.SalesItemLineDetail.TaxCodeRef.name, Line.DiscountLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.price_level_id IS 'Price level applied. (id) [Line.SalesItemLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.price_level_name IS 'Price level applied. (name) [Line.SalesItemLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.inventory_site_id IS 'Inventory site. (id) [Line.SalesItemLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.inventory_site_name IS 'Inventory site. (name) [Line.SalesItemLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.SalesItemLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.SalesItemLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.SalesItemLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.markup_info_value IS 'Markup as an amount. [Line.SalesItemLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.markup_info_percent IS 'Markup as a percentage. [Line.SalesItemLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.tax_inclusive_amt IS 'Amount including tax. [Line.SalesItemLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.service_date IS 'Date of the service. [Line.SalesItemLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DiscountLineDetail.ServiceDate, Line.SubTotalLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.SalesItemLineDetail.DiscountRate]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.discount_amt IS 'Discount on the line, as an amount. [Line.SalesItemLineDetail.DiscountAmt]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.SalesItemLineDetail.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.SalesItemLineDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.percent_based IS 'True when the discount is a percentage. [Line.DiscountLineDetail.PercentBased]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.discount_percent IS 'Discount in percent. [Line.DiscountLineDetail.DiscountPercent]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.DiscountLineDetail.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.sales_receipt_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.DiscountLineDetail.DiscountAccountRef.name]';
ALTER TABLE quickbooks.sales_receipt_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.sales_receipt_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.credit_memo_lines (
  realm_id text NOT NULL,
  credit_memo_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  tax_inclusive_amt numeric,
  service_date date,
  discount_rate numeric,
  discount_amt numeric,
  deferred_revenue boolean,
  retainage_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  PRIMARY KEY (realm_id, credit_memo_id, line_index),
  FOREIGN KEY (realm_id, credit_memo_id) REFERENCES quickbooks.credit_memos (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX credit_memo_lines_project_id ON quickbooks.credit_memo_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX credit_memo_lines_item_id ON quickbooks.credit_memo_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX credit_memo_lines_class_id ON quickbooks.credit_memo_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX credit_memo_lines_item_account_id ON quickbooks.credit_memo_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX credit_memo_lines_tax_code_id ON quickbooks.credit_memo_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX credit_memo_lines_markup_info_mark_up_income_account_id ON quickbooks.credit_memo_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX credit_memo_lines_group_item_id ON quickbooks.credit_memo_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX credit_memo_lines_discount_account_id ON quickbooks.credit_memo_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.credit_memo_lines IS 'Lines of credit memos, in the order of the document.';
COMMENT ON COLUMN quickbooks.credit_memo_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.credit_memo_lines.credit_memo_id IS 'Id of the transaction. [CreditMemo.Id]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.credit_memo_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.credit_memo_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.item_id IS 'Item sold or bought. (id) [Line.SalesItemLineDetail.ItemRef.value, Line.SubTotalLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.item_name IS 'Item sold or bought. (name) [Line.SalesItemLineDetail.ItemRef.name, Line.SubTotalLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.class_id IS 'Class of the line. (id) [Line.SalesItemLineDetail.ClassRef.value, Line.DiscountLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.class_name IS 'Class of the line. (name) [Line.SalesItemLineDetail.ClassRef.name, Line.DiscountLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.SalesItemLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.SalesItemLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.SalesItemLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.qty IS 'Quantity. [Line.SalesItemLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.uom_id IS 'Unit of measure. (id) [Line.SalesItemLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.uom_name IS 'Unit of measure. (name) [Line.SalesItemLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.item_account_id IS 'Account the line is booked to. (id) [Line.SalesItemLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.item_account_name IS 'Account the line is booked to. (name) [Line.SalesItemLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.SalesItemLineDetail.TaxCodeRef.value, Line.DiscountLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.SalesItemLineDetail.TaxCodeRef.name, Line.DiscountLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.price_level_id IS 'Price level applied. (id) [Line.SalesItemLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.price_level_name IS 'Price level applied. (name) [Line.SalesItemLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.inventory_site_id IS 'Inventory site. (id) [Line.SalesItemLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.inventory_site_name IS 'Inventory site. (name) [Line.SalesItemLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.SalesItemLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.SalesItemLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.SalesItemLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.markup_info_value IS 'Markup as an amount. [Line.SalesItemLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.markup_info_percent IS 'Markup as a percentage. [Line.SalesItemLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.tax_inclusive_amt IS 'Amount including tax. [Line.SalesItemLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.service_date IS 'Date of the service. [Line.SalesItemLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DiscountLineDetail.ServiceDate, Line.SubTotalLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.SalesItemLineDetail.DiscountRate]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.discount_amt IS 'Discount on the line, as an amount. [Line.SalesItemLineDetail.DiscountAmt]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.SalesItemLineDetail.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.SalesItemLineDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.percent_based IS 'True when the discount is a percentage. [Line.DiscountLineDetail.PercentBased]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.discount_percent IS 'Discount in percent. [Line.DiscountLineDetail.DiscountPercent]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.DiscountLineDetail.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.credit_memo_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.DiscountLineDetail.DiscountAccountRef.name]';
ALTER TABLE quickbooks.credit_memo_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.credit_memo_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.refund_receipt_lines (
  realm_id text NOT NULL,
  refund_receipt_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  tax_inclusive_amt numeric,
  service_date date,
  discount_rate numeric,
  discount_amt numeric,
  deferred_revenue boolean,
  retainage_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  PRIMARY KEY (realm_id, refund_receipt_id, line_index),
  FOREIGN KEY (realm_id, refund_receipt_id) REFERENCES quickbooks.refund_receipts (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX refund_receipt_lines_project_id ON quickbooks.refund_receipt_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX refund_receipt_lines_item_id ON quickbooks.refund_receipt_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX refund_receipt_lines_class_id ON quickbooks.refund_receipt_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX refund_receipt_lines_item_account_id ON quickbooks.refund_receipt_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX refund_receipt_lines_tax_code_id ON quickbooks.refund_receipt_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX refund_receipt_lines_markup_info_mark_up_income_account_id ON quickbooks.refund_receipt_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX refund_receipt_lines_group_item_id ON quickbooks.refund_receipt_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX refund_receipt_lines_discount_account_id ON quickbooks.refund_receipt_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.refund_receipt_lines IS 'Lines of refund receipts, in the order of the document.';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.refund_receipt_id IS 'Id of the transaction. [RefundReceipt.Id]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.item_id IS 'Item sold or bought. (id) [Line.SalesItemLineDetail.ItemRef.value, Line.SubTotalLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.item_name IS 'Item sold or bought. (name) [Line.SalesItemLineDetail.ItemRef.name, Line.SubTotalLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.class_id IS 'Class of the line. (id) [Line.SalesItemLineDetail.ClassRef.value, Line.DiscountLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.class_name IS 'Class of the line. (name) [Line.SalesItemLineDetail.ClassRef.name, Line.DiscountLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.SalesItemLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.SalesItemLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.SalesItemLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.qty IS 'Quantity. [Line.SalesItemLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.uom_id IS 'Unit of measure. (id) [Line.SalesItemLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.uom_name IS 'Unit of measure. (name) [Line.SalesItemLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.item_account_id IS 'Account the line is booked to. (id) [Line.SalesItemLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.item_account_name IS 'Account the line is booked to. (name) [Line.SalesItemLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.SalesItemLineDetail.TaxCodeRef.value, Line.DiscountLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.SalesItemLineDetail.TaxCodeRef.name, Line.DiscountLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.price_level_id IS 'Price level applied. (id) [Line.SalesItemLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.price_level_name IS 'Price level applied. (name) [Line.SalesItemLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.inventory_site_id IS 'Inventory site. (id) [Line.SalesItemLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.inventory_site_name IS 'Inventory site. (name) [Line.SalesItemLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.SalesItemLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.SalesItemLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.SalesItemLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.markup_info_value IS 'Markup as an amount. [Line.SalesItemLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.markup_info_percent IS 'Markup as a percentage. [Line.SalesItemLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.tax_inclusive_amt IS 'Amount including tax. [Line.SalesItemLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.service_date IS 'Date of the service. [Line.SalesItemLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DiscountLineDetail.ServiceDate, Line.SubTotalLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.SalesItemLineDetail.DiscountRate]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.discount_amt IS 'Discount on the line, as an amount. [Line.SalesItemLineDetail.DiscountAmt]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.SalesItemLineDetail.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.SalesItemLineDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.percent_based IS 'True when the discount is a percentage. [Line.DiscountLineDetail.PercentBased]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.discount_percent IS 'Discount in percent. [Line.DiscountLineDetail.DiscountPercent]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.DiscountLineDetail.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.refund_receipt_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.DiscountLineDetail.DiscountAccountRef.name]';
ALTER TABLE quickbooks.refund_receipt_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.refund_receipt_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.purchase_lines (
  realm_id text NOT NULL,
  purchase_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  customer_id text,
  customer_name text,
  billable_status text,
  tax_inclusive_amt numeric,
  account_id text,
  account_name text,
  tax_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  service_date date,
  tds_account_id text,
  tds_account_name text,
  tds_section_type_id text,
  PRIMARY KEY (realm_id, purchase_id, line_index),
  FOREIGN KEY (realm_id, purchase_id) REFERENCES quickbooks.purchases (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX purchase_lines_project_id ON quickbooks.purchase_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX purchase_lines_item_id ON quickbooks.purchase_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX purchase_lines_class_id ON quickbooks.purchase_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX purchase_lines_item_account_id ON quickbooks.purchase_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX purchase_lines_tax_code_id ON quickbooks.purchase_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX purchase_lines_markup_info_mark_up_income_account_id ON quickbooks.purchase_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX purchase_lines_customer_id ON quickbooks.purchase_lines (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX purchase_lines_account_id ON quickbooks.purchase_lines (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX purchase_lines_group_item_id ON quickbooks.purchase_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX purchase_lines_tds_account_id ON quickbooks.purchase_lines (realm_id, tds_account_id) WHERE tds_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.purchase_lines IS 'Lines of purchases, in the order of the document.';
COMMENT ON COLUMN quickbooks.purchase_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.purchase_lines.purchase_id IS 'Id of the transaction. [Purchase.Id]';
COMMENT ON COLUMN quickbooks.purchase_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.purchase_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.purchase_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.purchase_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.purchase_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.purchase_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.purchase_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.purchase_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.purchase_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.purchase_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.purchase_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.purchase_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.purchase_lines.item_id IS 'Item sold or bought. (id) [Line.ItemBasedExpenseLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.item_name IS 'Item sold or bought. (name) [Line.ItemBasedExpenseLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.class_id IS 'Class of the line. (id) [Line.ItemBasedExpenseLineDetail.ClassRef.value, Line.AccountBasedExpenseLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.class_name IS 'Class of the line. (name) [Line.ItemBasedExpenseLineDetail.ClassRef.name, Line.AccountBasedExpenseLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.ItemBasedExpenseLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.purchase_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.ItemBasedExpenseLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.purchase_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.ItemBasedExpenseLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.purchase_lines.qty IS 'Quantity. [Line.ItemBasedExpenseLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.purchase_lines.uom_id IS 'Unit of measure. (id) [Line.ItemBasedExpenseLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.uom_name IS 'Unit of measure. (name) [Line.ItemBasedExpenseLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.item_account_id IS 'Account the line is booked to. (id) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.item_account_name IS 'Account the line is booked to. (name) [Line.ItemBasedExpenseLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.value, Line.AccountBasedExpenseLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.ItemBasedExpenseLineDetail.TaxCodeRef.name, Line.AccountBasedExpenseLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.price_level_id IS 'Price level applied. (id) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.price_level_name IS 'Price level applied. (name) [Line.ItemBasedExpenseLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.inventory_site_id IS 'Inventory site. (id) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.inventory_site_name IS 'Inventory site. (name) [Line.ItemBasedExpenseLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.ItemBasedExpenseLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.AccountBasedExpenseLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.purchase_lines.markup_info_value IS 'Markup as an amount. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Value, Line.AccountBasedExpenseLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.purchase_lines.markup_info_percent IS 'Markup as a percentage. [Line.ItemBasedExpenseLineDetail.MarkupInfo.Percent, Line.AccountBasedExpenseLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.purchase_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.customer_id IS 'Customer or job the cost is billed or assigned to. (id) [Line.ItemBasedExpenseLineDetail.CustomerRef.value, Line.AccountBasedExpenseLineDetail.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.customer_name IS 'Customer or job the cost is billed or assigned to. (name) [Line.ItemBasedExpenseLineDetail.CustomerRef.name, Line.AccountBasedExpenseLineDetail.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.billable_status IS 'NotBillable, Billable or HasBeenBilled. [Line.ItemBasedExpenseLineDetail.BillableStatus, Line.AccountBasedExpenseLineDetail.BillableStatus]';
COMMENT ON COLUMN quickbooks.purchase_lines.tax_inclusive_amt IS 'Amount including tax. [Line.ItemBasedExpenseLineDetail.TaxInclusiveAmt, Line.AccountBasedExpenseLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.purchase_lines.account_id IS 'Account the line is booked to. (id) [Line.AccountBasedExpenseLineDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.account_name IS 'Account the line is booked to. (name) [Line.AccountBasedExpenseLineDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.tax_amount IS 'Tax on the line. [Line.AccountBasedExpenseLineDetail.TaxAmount]';
COMMENT ON COLUMN quickbooks.purchase_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.purchase_lines.service_date IS 'Date of the service. [Line.GroupLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.purchase_lines.tds_account_id IS 'Account the tax deducted at source is booked to (India). (id) [Line.TDSLineDetail.TDSAccountRef.value]';
COMMENT ON COLUMN quickbooks.purchase_lines.tds_account_name IS 'Account the tax deducted at source is booked to (India). (name) [Line.TDSLineDetail.TDSAccountRef.name]';
COMMENT ON COLUMN quickbooks.purchase_lines.tds_section_type_id IS 'Section under which tax is deducted at source (India). [Line.TDSLineDetail.TDSSectionTypeId]';
ALTER TABLE quickbooks.purchase_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchase_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.journal_entry_lines (
  realm_id text NOT NULL,
  journal_entry_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  posting_type text,
  account_id text,
  account_name text,
  entity_type text,
  entity_id text,
  entity_name text,
  class_id text,
  class_name text,
  department_id text,
  department_name text,
  tax_code_id text,
  tax_code_name text,
  tax_rate_id text,
  tax_rate_name text,
  tax_applicable_on text,
  tax_amount numeric,
  tax_inclusive_amt numeric,
  billable_status text,
  journal_code_id text,
  journal_code_name text,
  service_date date,
  PRIMARY KEY (realm_id, journal_entry_id, line_index),
  FOREIGN KEY (realm_id, journal_entry_id) REFERENCES quickbooks.journal_entries (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX journal_entry_lines_project_id ON quickbooks.journal_entry_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX journal_entry_lines_account_id ON quickbooks.journal_entry_lines (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX journal_entry_lines_entity_id ON quickbooks.journal_entry_lines (realm_id, entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX journal_entry_lines_class_id ON quickbooks.journal_entry_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX journal_entry_lines_department_id ON quickbooks.journal_entry_lines (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX journal_entry_lines_tax_code_id ON quickbooks.journal_entry_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX journal_entry_lines_tax_rate_id ON quickbooks.journal_entry_lines (realm_id, tax_rate_id) WHERE tax_rate_id IS NOT NULL;
CREATE INDEX journal_entry_lines_journal_code_id ON quickbooks.journal_entry_lines (realm_id, journal_code_id) WHERE journal_code_id IS NOT NULL;
COMMENT ON TABLE quickbooks.journal_entry_lines IS 'Lines of journal entries, in the order of the document.';
COMMENT ON COLUMN quickbooks.journal_entry_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.journal_entry_lines.journal_entry_id IS 'Id of the transaction. [JournalEntry.Id]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.journal_entry_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.journal_entry_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.posting_type IS 'Debit or Credit. [Line.JournalEntryLineDetail.PostingType]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.account_id IS 'Account the line is booked to. (id) [Line.JournalEntryLineDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.account_name IS 'Account the line is booked to. (name) [Line.JournalEntryLineDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.entity_type IS 'What the name is: Customer, Vendor or Employee. [Line.JournalEntryLineDetail.Entity.Type, Line.JournalEntryLineDetail.Entity.EntityRef.type]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.entity_id IS 'Customer, vendor or employee of the line. (id) [Line.JournalEntryLineDetail.Entity.EntityRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.entity_name IS 'Customer, vendor or employee of the line. (name) [Line.JournalEntryLineDetail.Entity.EntityRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.class_id IS 'Class of the line. (id) [Line.JournalEntryLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.class_name IS 'Class of the line. (name) [Line.JournalEntryLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.department_id IS 'Location of the line. (id) [Line.JournalEntryLineDetail.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.department_name IS 'Location of the line. (name) [Line.JournalEntryLineDetail.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.JournalEntryLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.JournalEntryLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.tax_rate_id IS 'Tax rate of the line. (id) [Line.JournalEntryLineDetail.TaxRateRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.tax_rate_name IS 'Tax rate of the line. (name) [Line.JournalEntryLineDetail.TaxRateRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.tax_applicable_on IS 'Sales or Purchase: which side the tax belongs to. [Line.JournalEntryLineDetail.TaxApplicableOn]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.tax_amount IS 'Tax on the line. [Line.JournalEntryLineDetail.TaxAmount]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.tax_inclusive_amt IS 'Amount including tax. [Line.JournalEntryLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.billable_status IS 'NotBillable, Billable or HasBeenBilled. [Line.JournalEntryLineDetail.BillableStatus]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.journal_code_id IS 'Journal code (France). (id) [Line.JournalEntryLineDetail.JournalCodeRef.value]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.journal_code_name IS 'Journal code (France). (name) [Line.JournalEntryLineDetail.JournalCodeRef.name]';
COMMENT ON COLUMN quickbooks.journal_entry_lines.service_date IS 'Date of the service. [Line.DescriptionLineDetail.ServiceDate]';
ALTER TABLE quickbooks.journal_entry_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.journal_entry_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.inventory_adjustment_lines (
  realm_id text NOT NULL,
  inventory_adjustment_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  qty_diff numeric,
  new_qty numeric,
  sales_price numeric,
  PRIMARY KEY (realm_id, inventory_adjustment_id, line_index),
  FOREIGN KEY (realm_id, inventory_adjustment_id) REFERENCES quickbooks.inventory_adjustments (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX inventory_adjustment_lines_project_id ON quickbooks.inventory_adjustment_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX inventory_adjustment_lines_item_id ON quickbooks.inventory_adjustment_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX inventory_adjustment_lines_class_id ON quickbooks.inventory_adjustment_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
COMMENT ON TABLE quickbooks.inventory_adjustment_lines IS 'Lines of inventory adjustments, in the order of the document.';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.inventory_adjustment_id IS 'Id of the transaction. [InventoryAdjustment.Id]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.item_id IS 'Item sold or bought. (id) [Line.ItemAdjustmentLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.item_name IS 'Item sold or bought. (name) [Line.ItemAdjustmentLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.class_id IS 'Class of the line. (id) [Line.ItemAdjustmentLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.class_name IS 'Class of the line. (name) [Line.ItemAdjustmentLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.qty_diff IS 'Change of the quantity on hand; negative when it shrank. [Line.ItemAdjustmentLineDetail.QtyDiff]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.new_qty IS 'Quantity on hand after the adjustment. [Line.ItemAdjustmentLineDetail.NewQty]';
COMMENT ON COLUMN quickbooks.inventory_adjustment_lines.sales_price IS 'Sales price of one unit. [Line.ItemAdjustmentLineDetail.SalesPrice]';
ALTER TABLE quickbooks.inventory_adjustment_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.inventory_adjustment_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.reimburse_charge_lines (
  realm_id text NOT NULL,
  reimburse_charge_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  PRIMARY KEY (realm_id, reimburse_charge_id, line_index),
  FOREIGN KEY (realm_id, reimburse_charge_id) REFERENCES quickbooks.reimburse_charges (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX reimburse_charge_lines_project_id ON quickbooks.reimburse_charge_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX reimburse_charge_lines_item_id ON quickbooks.reimburse_charge_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX reimburse_charge_lines_class_id ON quickbooks.reimburse_charge_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX reimburse_charge_lines_item_account_id ON quickbooks.reimburse_charge_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX reimburse_charge_lines_tax_code_id ON quickbooks.reimburse_charge_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX reimburse_charge_lines_markup_info_mark_up_income_account_id ON quickbooks.reimburse_charge_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.reimburse_charge_lines IS 'Lines of reimburse charges, in the order of the document.';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.reimburse_charge_id IS 'Id of the transaction. [ReimburseCharge.Id]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.item_id IS 'Item sold or bought. (id) [Line.ReimburseLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.item_name IS 'Item sold or bought. (name) [Line.ReimburseLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.class_id IS 'Class of the line. (id) [Line.ReimburseLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.class_name IS 'Class of the line. (name) [Line.ReimburseLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.ReimburseLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.ReimburseLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.ReimburseLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.qty IS 'Quantity. [Line.ReimburseLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.uom_id IS 'Unit of measure. (id) [Line.ReimburseLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.uom_name IS 'Unit of measure. (name) [Line.ReimburseLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.item_account_id IS 'Account the line is booked to. (id) [Line.ReimburseLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.item_account_name IS 'Account the line is booked to. (name) [Line.ReimburseLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.ReimburseLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.ReimburseLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.price_level_id IS 'Price level applied. (id) [Line.ReimburseLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.price_level_name IS 'Price level applied. (name) [Line.ReimburseLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.inventory_site_id IS 'Inventory site. (id) [Line.ReimburseLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.inventory_site_name IS 'Inventory site. (name) [Line.ReimburseLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.ReimburseLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.ReimburseLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.ReimburseLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.markup_info_value IS 'Markup as an amount. [Line.ReimburseLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.markup_info_percent IS 'Markup as a percentage. [Line.ReimburseLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.ReimburseLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.ReimburseLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.ReimburseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.reimburse_charge_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.ReimburseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
ALTER TABLE quickbooks.reimburse_charge_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.reimburse_charge_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.payment_lines (
  realm_id text NOT NULL,
  payment_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  service_date date,
  class_id text,
  class_name text,
  balance numeric,
  home_balance numeric,
  discount_id text,
  discount_name text,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  PRIMARY KEY (realm_id, payment_id, line_index),
  FOREIGN KEY (realm_id, payment_id) REFERENCES quickbooks.payments (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX payment_lines_project_id ON quickbooks.payment_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX payment_lines_item_id ON quickbooks.payment_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX payment_lines_class_id ON quickbooks.payment_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX payment_lines_discount_account_id ON quickbooks.payment_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.payment_lines IS 'Lines of payments, in the order of the document.';
COMMENT ON COLUMN quickbooks.payment_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.payment_lines.payment_id IS 'Id of the transaction. [Payment.Id]';
COMMENT ON COLUMN quickbooks.payment_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.payment_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.payment_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.payment_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.payment_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.payment_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.payment_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.payment_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.payment_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.payment_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.payment_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.payment_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.payment_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.payment_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.payment_lines.item_id IS 'Item sold or bought. (id) [Line.PaymentLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.payment_lines.item_name IS 'Item sold or bought. (name) [Line.PaymentLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.payment_lines.service_date IS 'Date of the service. [Line.PaymentLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.payment_lines.class_id IS 'Class of the line. (id) [Line.PaymentLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.payment_lines.class_name IS 'Class of the line. (name) [Line.PaymentLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.payment_lines.balance IS 'Balance of the paid transaction. [Line.PaymentLineDetail.Balance]';
COMMENT ON COLUMN quickbooks.payment_lines.home_balance IS 'Balance of the paid transaction in the home currency. [Line.PaymentLineDetail.HomeBalance]';
COMMENT ON COLUMN quickbooks.payment_lines.discount_id IS 'Discount applied to the paid transaction. (id) [Line.PaymentLineDetail.Discount.DiscountRef.value]';
COMMENT ON COLUMN quickbooks.payment_lines.discount_name IS 'Discount applied to the paid transaction. (name) [Line.PaymentLineDetail.Discount.DiscountRef.name]';
COMMENT ON COLUMN quickbooks.payment_lines.percent_based IS 'True when the discount is a percentage. [Line.PaymentLineDetail.Discount.PercentBased]';
COMMENT ON COLUMN quickbooks.payment_lines.discount_percent IS 'Discount in percent. [Line.PaymentLineDetail.Discount.DiscountPercent]';
COMMENT ON COLUMN quickbooks.payment_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.PaymentLineDetail.Discount.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.payment_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.PaymentLineDetail.Discount.DiscountAccountRef.name]';
ALTER TABLE quickbooks.payment_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.payment_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.bill_payment_lines (
  realm_id text NOT NULL,
  bill_payment_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  service_date date,
  class_id text,
  class_name text,
  balance numeric,
  home_balance numeric,
  discount_id text,
  discount_name text,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  PRIMARY KEY (realm_id, bill_payment_id, line_index),
  FOREIGN KEY (realm_id, bill_payment_id) REFERENCES quickbooks.bill_payments (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX bill_payment_lines_project_id ON quickbooks.bill_payment_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX bill_payment_lines_item_id ON quickbooks.bill_payment_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX bill_payment_lines_class_id ON quickbooks.bill_payment_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX bill_payment_lines_discount_account_id ON quickbooks.bill_payment_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.bill_payment_lines IS 'Lines of bill payments, in the order of the document.';
COMMENT ON COLUMN quickbooks.bill_payment_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.bill_payment_lines.bill_payment_id IS 'Id of the transaction. [BillPayment.Id]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.bill_payment_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.bill_payment_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.item_id IS 'Item sold or bought. (id) [Line.PaymentLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.item_name IS 'Item sold or bought. (name) [Line.PaymentLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.service_date IS 'Date of the service. [Line.PaymentLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.class_id IS 'Class of the line. (id) [Line.PaymentLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.class_name IS 'Class of the line. (name) [Line.PaymentLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.balance IS 'Balance of the paid transaction. [Line.PaymentLineDetail.Balance]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.home_balance IS 'Balance of the paid transaction in the home currency. [Line.PaymentLineDetail.HomeBalance]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.discount_id IS 'Discount applied to the paid transaction. (id) [Line.PaymentLineDetail.Discount.DiscountRef.value]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.discount_name IS 'Discount applied to the paid transaction. (name) [Line.PaymentLineDetail.Discount.DiscountRef.name]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.percent_based IS 'True when the discount is a percentage. [Line.PaymentLineDetail.Discount.PercentBased]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.discount_percent IS 'Discount in percent. [Line.PaymentLineDetail.Discount.DiscountPercent]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.PaymentLineDetail.Discount.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.bill_payment_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.PaymentLineDetail.Discount.DiscountAccountRef.name]';
ALTER TABLE quickbooks.bill_payment_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bill_payment_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.deposit_lines (
  realm_id text NOT NULL,
  deposit_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  entity_id text,
  entity_name text,
  entity_type text,
  account_id text,
  account_name text,
  class_id text,
  class_name text,
  payment_method_id text,
  payment_method_name text,
  check_num text,
  txn_type text,
  tax_code_id text,
  tax_code_name text,
  tax_applicable_on text,
  PRIMARY KEY (realm_id, deposit_id, line_index),
  FOREIGN KEY (realm_id, deposit_id) REFERENCES quickbooks.deposits (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX deposit_lines_project_id ON quickbooks.deposit_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX deposit_lines_entity_id ON quickbooks.deposit_lines (realm_id, entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX deposit_lines_account_id ON quickbooks.deposit_lines (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX deposit_lines_class_id ON quickbooks.deposit_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX deposit_lines_payment_method_id ON quickbooks.deposit_lines (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
CREATE INDEX deposit_lines_tax_code_id ON quickbooks.deposit_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
COMMENT ON TABLE quickbooks.deposit_lines IS 'Lines of deposits, in the order of the document.';
COMMENT ON COLUMN quickbooks.deposit_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.deposit_lines.deposit_id IS 'Id of the transaction. [Deposit.Id]';
COMMENT ON COLUMN quickbooks.deposit_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.deposit_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.deposit_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.deposit_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.deposit_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.deposit_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.deposit_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.deposit_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.deposit_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.deposit_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.deposit_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.deposit_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.deposit_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.deposit_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.deposit_lines.entity_id IS 'Customer, vendor or employee the money came from. (id) [Line.DepositLineDetail.Entity.value]';
COMMENT ON COLUMN quickbooks.deposit_lines.entity_name IS 'Customer, vendor or employee the money came from. (name) [Line.DepositLineDetail.Entity.name]';
COMMENT ON COLUMN quickbooks.deposit_lines.entity_type IS 'Customer, vendor or employee the money came from. (type) [Line.DepositLineDetail.Entity.type]';
COMMENT ON COLUMN quickbooks.deposit_lines.account_id IS 'Account the line is booked to. (id) [Line.DepositLineDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.deposit_lines.account_name IS 'Account the line is booked to. (name) [Line.DepositLineDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.deposit_lines.class_id IS 'Class of the line. (id) [Line.DepositLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.deposit_lines.class_name IS 'Class of the line. (name) [Line.DepositLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.deposit_lines.payment_method_id IS 'Method of payment. (id) [Line.DepositLineDetail.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.deposit_lines.payment_method_name IS 'Method of payment. (name) [Line.DepositLineDetail.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.deposit_lines.check_num IS 'Number of the check. [Line.DepositLineDetail.CheckNum]';
COMMENT ON COLUMN quickbooks.deposit_lines.txn_type IS 'Type of the deposited transaction. [Line.DepositLineDetail.TxnType]';
COMMENT ON COLUMN quickbooks.deposit_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.DepositLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.deposit_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.DepositLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.deposit_lines.tax_applicable_on IS 'Sales or Purchase: which side the tax belongs to. [Line.DepositLineDetail.TaxApplicableOn]';
ALTER TABLE quickbooks.deposit_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.deposit_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.recurring_transaction_lines (
  realm_id text NOT NULL,
  recurring_transaction_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  custom_fields jsonb,
  custom_extensions jsonb,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  unit_cost_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  tax_inclusive_amt numeric,
  service_date date,
  discount_rate numeric,
  discount_amt numeric,
  deferred_revenue boolean,
  retainage_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  customer_id text,
  customer_name text,
  billable_status text,
  account_id text,
  account_name text,
  tax_amount numeric,
  tds_account_id text,
  tds_account_name text,
  tds_section_type_id text,
  posting_type text,
  entity_type text,
  entity_id text,
  entity_name text,
  department_id text,
  department_name text,
  tax_rate_id text,
  tax_rate_name text,
  tax_applicable_on text,
  journal_code_id text,
  journal_code_name text,
  payment_method_id text,
  payment_method_name text,
  check_num text,
  txn_type text,
  PRIMARY KEY (realm_id, recurring_transaction_id, line_index),
  FOREIGN KEY (realm_id, recurring_transaction_id) REFERENCES quickbooks.recurring_transactions (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX recurring_transaction_lines_project_id ON quickbooks.recurring_transaction_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_item_id ON quickbooks.recurring_transaction_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_class_id ON quickbooks.recurring_transaction_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_item_account_id ON quickbooks.recurring_transaction_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_tax_code_id ON quickbooks.recurring_transaction_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_markup_info_mark_up_income_account_ ON quickbooks.recurring_transaction_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_group_item_id ON quickbooks.recurring_transaction_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_discount_account_id ON quickbooks.recurring_transaction_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_customer_id ON quickbooks.recurring_transaction_lines (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_account_id ON quickbooks.recurring_transaction_lines (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_tds_account_id ON quickbooks.recurring_transaction_lines (realm_id, tds_account_id) WHERE tds_account_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_entity_id ON quickbooks.recurring_transaction_lines (realm_id, entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_department_id ON quickbooks.recurring_transaction_lines (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_tax_rate_id ON quickbooks.recurring_transaction_lines (realm_id, tax_rate_id) WHERE tax_rate_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_journal_code_id ON quickbooks.recurring_transaction_lines (realm_id, journal_code_id) WHERE journal_code_id IS NOT NULL;
CREATE INDEX recurring_transaction_lines_payment_method_id ON quickbooks.recurring_transaction_lines (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
COMMENT ON TABLE quickbooks.recurring_transaction_lines IS 'Lines of recurring transactions, in the order of the document.';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.recurring_transaction_id IS 'Id of the transaction. [RecurringTransaction.Id]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.custom_fields IS 'Custom fields of the line, as QuickBooks sends them. [Line.CustomField]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.custom_extensions IS 'Further dimensions of the line, as QuickBooks sends them. [Line.CustomExtensions]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_id IS 'Item sold or bought. (id) [Line.SalesItemLineDetail.ItemRef.value, Line.SubTotalLineDetail.ItemRef.value, Line.ItemBasedExpenseLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_name IS 'Item sold or bought. (name) [Line.SalesItemLineDetail.ItemRef.name, Line.SubTotalLineDetail.ItemRef.name, Line.ItemBasedExpenseLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.class_id IS 'Class of the line. (id) [Line.SalesItemLineDetail.ClassRef.value, Line.DiscountLineDetail.ClassRef.value, Line.ItemBasedExpenseLineDetail.ClassRef.value, Line.AccountBasedExpenseLineDetail.ClassRef.value, Line.JournalEntryLineDetail.ClassRef.value, Line.DepositLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.class_name IS 'Class of the line. (name) [Line.SalesItemLineDetail.ClassRef.name, Line.DiscountLineDetail.ClassRef.name, Line.ItemBasedExpenseLineDetail.ClassRef.name, Line.AccountBasedExpenseLineDetail.ClassRef.name, Line.JournalEntryLineDetail.ClassRef.name, Line.DepositLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.SalesItemLineDetail.UnitPrice, Line.ItemBasedExpenseLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.SalesItemLineDetail.UnitCostPrice, Line.ItemBasedExpenseLineDetail.UnitCostPrice]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.SalesItemLineDetail.RatePercent, Line.ItemBasedExpenseLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.qty IS 'Quantity. [Line.SalesItemLineDetail.Qty, Line.ItemBasedExpenseLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.uom_id IS 'Unit of measure. (id) [Line.SalesItemLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value, Line.ItemBasedExpenseLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.uom_name IS 'Unit of measure. (name) [Line.SalesItemLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name, Line.ItemBasedExpenseLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_account_id IS 'Account the line is booked to. (id) [Line.SalesItemLineDetail.ItemAccountRef.value, Line.ItemBasedExpenseLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_account_name IS 'Account the line is booked to. (name) [Line.SalesItemLineDetail.ItemAccountRef.name, Line.ItemBasedExpenseLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.SalesItemLineDetail.TaxCodeRef.value, Line.DiscountLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value, Line.ItemBasedExpenseLineDetail.TaxCodeRef.value, Line.AccountBasedExpenseLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value, Line.JournalEntryLineDetail.TaxCodeRef.value, Line.DepositLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.SalesItemLineDetail.TaxCodeRef.name, Line.DiscountLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name, Line.ItemBasedExpenseLineDetail.TaxCodeRef.name, Line.AccountBasedExpenseLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name, Line.JournalEntryLineDetail.TaxCodeRef.name, Line.DepositLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.price_level_id IS 'Price level applied. (id) [Line.SalesItemLineDetail.PriceLevelRef.value, Line.ItemBasedExpenseLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.price_level_name IS 'Price level applied. (name) [Line.SalesItemLineDetail.PriceLevelRef.name, Line.ItemBasedExpenseLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.inventory_site_id IS 'Inventory site. (id) [Line.SalesItemLineDetail.InventorySiteRef.value, Line.ItemBasedExpenseLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.inventory_site_name IS 'Inventory site. (name) [Line.SalesItemLineDetail.InventorySiteRef.name, Line.ItemBasedExpenseLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.SalesItemLineDetail.TaxClassificationRef.value, Line.ItemBasedExpenseLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.SalesItemLineDetail.TaxClassificationRef.name, Line.ItemBasedExpenseLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.SalesItemLineDetail.MarkupInfo.PercentBased, Line.ItemBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.AccountBasedExpenseLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_value IS 'Markup as an amount. [Line.SalesItemLineDetail.MarkupInfo.Value, Line.ItemBasedExpenseLineDetail.MarkupInfo.Value, Line.AccountBasedExpenseLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_percent IS 'Markup as a percentage. [Line.SalesItemLineDetail.MarkupInfo.Percent, Line.ItemBasedExpenseLineDetail.MarkupInfo.Percent, Line.AccountBasedExpenseLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.value, Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.name, Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_inclusive_amt IS 'Amount including tax. [Line.SalesItemLineDetail.TaxInclusiveAmt, Line.ItemBasedExpenseLineDetail.TaxInclusiveAmt, Line.AccountBasedExpenseLineDetail.TaxInclusiveAmt, Line.JournalEntryLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.service_date IS 'Date of the service. [Line.SalesItemLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DiscountLineDetail.ServiceDate, Line.SubTotalLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.SalesItemLineDetail.DiscountRate]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_amt IS 'Discount on the line, as an amount. [Line.SalesItemLineDetail.DiscountAmt]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.SalesItemLineDetail.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.SalesItemLineDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value, Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name, Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity, Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.percent_based IS 'True when the discount is a percentage. [Line.DiscountLineDetail.PercentBased]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_percent IS 'Discount in percent. [Line.DiscountLineDetail.DiscountPercent]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.DiscountLineDetail.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.DiscountLineDetail.DiscountAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.customer_id IS 'Customer or job the cost is billed or assigned to. (id) [Line.ItemBasedExpenseLineDetail.CustomerRef.value, Line.AccountBasedExpenseLineDetail.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.customer_name IS 'Customer or job the cost is billed or assigned to. (name) [Line.ItemBasedExpenseLineDetail.CustomerRef.name, Line.AccountBasedExpenseLineDetail.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.billable_status IS 'NotBillable, Billable or HasBeenBilled. [Line.ItemBasedExpenseLineDetail.BillableStatus, Line.AccountBasedExpenseLineDetail.BillableStatus, Line.JournalEntryLineDetail.BillableStatus]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.account_id IS 'Account the line is booked to. (id) [Line.AccountBasedExpenseLineDetail.AccountRef.value, Line.JournalEntryLineDetail.AccountRef.value, Line.DepositLineDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.account_name IS 'Account the line is booked to. (name) [Line.AccountBasedExpenseLineDetail.AccountRef.name, Line.JournalEntryLineDetail.AccountRef.name, Line.DepositLineDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_amount IS 'Tax on the line. [Line.AccountBasedExpenseLineDetail.TaxAmount, Line.JournalEntryLineDetail.TaxAmount]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tds_account_id IS 'Account the tax deducted at source is booked to (India). (id) [Line.TDSLineDetail.TDSAccountRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tds_account_name IS 'Account the tax deducted at source is booked to (India). (name) [Line.TDSLineDetail.TDSAccountRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tds_section_type_id IS 'Section under which tax is deducted at source (India). [Line.TDSLineDetail.TDSSectionTypeId]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.posting_type IS 'Debit or Credit. [Line.JournalEntryLineDetail.PostingType]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.entity_type IS 'What the name is: Customer, Vendor or Employee. [Line.JournalEntryLineDetail.Entity.Type, Line.JournalEntryLineDetail.Entity.EntityRef.type, Line.DepositLineDetail.Entity.type]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.entity_id IS 'Customer, vendor or employee of the line. (id) [Line.JournalEntryLineDetail.Entity.EntityRef.value, Line.DepositLineDetail.Entity.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.entity_name IS 'Customer, vendor or employee of the line. (name) [Line.JournalEntryLineDetail.Entity.EntityRef.name, Line.DepositLineDetail.Entity.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.department_id IS 'Location of the line. (id) [Line.JournalEntryLineDetail.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.department_name IS 'Location of the line. (name) [Line.JournalEntryLineDetail.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_rate_id IS 'Tax rate of the line. (id) [Line.JournalEntryLineDetail.TaxRateRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_rate_name IS 'Tax rate of the line. (name) [Line.JournalEntryLineDetail.TaxRateRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_applicable_on IS 'Sales or Purchase: which side the tax belongs to. [Line.JournalEntryLineDetail.TaxApplicableOn, Line.DepositLineDetail.TaxApplicableOn]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.journal_code_id IS 'Journal code (France). (id) [Line.JournalEntryLineDetail.JournalCodeRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.journal_code_name IS 'Journal code (France). (name) [Line.JournalEntryLineDetail.JournalCodeRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.payment_method_id IS 'Method of payment. (id) [Line.DepositLineDetail.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.payment_method_name IS 'Method of payment. (name) [Line.DepositLineDetail.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.check_num IS 'Number of the check. [Line.DepositLineDetail.CheckNum]';
COMMENT ON COLUMN quickbooks.recurring_transaction_lines.txn_type IS 'Type of the deposited transaction. [Line.DepositLineDetail.TxnType]';
ALTER TABLE quickbooks.recurring_transaction_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.recurring_transaction_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.tax_rate_effective_rates (
  realm_id text NOT NULL,
  tax_rate_id text NOT NULL,
  list_index integer NOT NULL,
  rate_value numeric,
  effective_date timestamptz,
  end_date timestamptz,
  PRIMARY KEY (realm_id, tax_rate_id, list_index),
  FOREIGN KEY (realm_id, tax_rate_id) REFERENCES quickbooks.tax_rates (realm_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE quickbooks.tax_rate_effective_rates IS 'What a tax rate was when: one row a period.';
COMMENT ON COLUMN quickbooks.tax_rate_effective_rates.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_rate_effective_rates.tax_rate_id IS 'Id of the record the row belongs to. [TaxRate.Id]';
COMMENT ON COLUMN quickbooks.tax_rate_effective_rates.list_index IS 'Position in the list, from 0. [TaxRate.EffectiveTaxRate]';
COMMENT ON COLUMN quickbooks.tax_rate_effective_rates.rate_value IS 'Rate in percent during the period. [EffectiveTaxRate.RateValue]';
COMMENT ON COLUMN quickbooks.tax_rate_effective_rates.effective_date IS 'Start of the period. [EffectiveTaxRate.EffectiveDate]';
COMMENT ON COLUMN quickbooks.tax_rate_effective_rates.end_date IS 'End of the period; empty while it lasts. [EffectiveTaxRate.EndDate]';
ALTER TABLE quickbooks.tax_rate_effective_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_rate_effective_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.tax_code_rates (
  realm_id text NOT NULL,
  tax_code_id text NOT NULL,
  list_kind text NOT NULL,
  list_index integer NOT NULL,
  tax_rate_id text,
  tax_rate_name text,
  tax_type_applicable text,
  tax_order integer,
  tax_on_tax_order integer,
  PRIMARY KEY (realm_id, tax_code_id, list_kind, list_index),
  FOREIGN KEY (realm_id, tax_code_id) REFERENCES quickbooks.tax_codes (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX tax_code_rates_tax_rate_id ON quickbooks.tax_code_rates (realm_id, tax_rate_id) WHERE tax_rate_id IS NOT NULL;
COMMENT ON TABLE quickbooks.tax_code_rates IS 'Which tax rates a tax code applies, to sales, to purchases and to adjustments.';
COMMENT ON COLUMN quickbooks.tax_code_rates.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_code_rates.tax_code_id IS 'Id of the record the row belongs to. [TaxCode.Id]';
COMMENT ON COLUMN quickbooks.tax_code_rates.list_kind IS 'Which of the lists it stands in: sales, purchase, adjustment. [TaxCode.SalesTaxRateList.TaxRateDetail, TaxCode.PurchaseTaxRateList.TaxRateDetail, TaxCode.AdjustmentTaxRateList.TaxRateDetail]';
COMMENT ON COLUMN quickbooks.tax_code_rates.list_index IS 'Position in the list, from 0. [TaxCode.SalesTaxRateList.TaxRateDetail, TaxCode.PurchaseTaxRateList.TaxRateDetail, TaxCode.AdjustmentTaxRateList.TaxRateDetail]';
COMMENT ON COLUMN quickbooks.tax_code_rates.tax_rate_id IS 'Tax rate that is applied. (id) [TaxRateDetail.TaxRateRef.value]';
COMMENT ON COLUMN quickbooks.tax_code_rates.tax_rate_name IS 'Tax rate that is applied. (name) [TaxRateDetail.TaxRateRef.name]';
COMMENT ON COLUMN quickbooks.tax_code_rates.tax_type_applicable IS 'What the rate is applied to: TaxOnAmount, TaxOnAmountPlusTax or TaxOnTax. [TaxRateDetail.TaxTypeApplicable]';
COMMENT ON COLUMN quickbooks.tax_code_rates.tax_order IS 'Order in which the rates are applied. [TaxRateDetail.TaxOrder]';
COMMENT ON COLUMN quickbooks.tax_code_rates.tax_on_tax_order IS 'Order of the rate whose tax is taxed. [TaxRateDetail.TaxOnTaxOrder]';
ALTER TABLE quickbooks.tax_code_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_code_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.item_components (
  realm_id text NOT NULL,
  item_id text NOT NULL,
  list_index integer NOT NULL,
  component_item_id text,
  component_item_name text,
  qty numeric,
  uom_id text,
  uom_name text,
  PRIMARY KEY (realm_id, item_id, list_index),
  FOREIGN KEY (realm_id, item_id) REFERENCES quickbooks.items (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX item_components_component_item_id ON quickbooks.item_components (realm_id, component_item_id) WHERE component_item_id IS NOT NULL;
COMMENT ON TABLE quickbooks.item_components IS 'What bundles are made of, one row a component.';
COMMENT ON COLUMN quickbooks.item_components.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.item_components.item_id IS 'Id of the record the row belongs to. [Item.Id]';
COMMENT ON COLUMN quickbooks.item_components.list_index IS 'Position in the list, from 0. [Item.ItemGroupDetail.ItemGroupLine]';
COMMENT ON COLUMN quickbooks.item_components.component_item_id IS 'Item that is part of the bundle. (id) [ItemGroupLine.ItemRef.value]';
COMMENT ON COLUMN quickbooks.item_components.component_item_name IS 'Item that is part of the bundle. (name) [ItemGroupLine.ItemRef.name]';
COMMENT ON COLUMN quickbooks.item_components.qty IS 'Quantity of it in one bundle. [ItemGroupLine.Qty]';
COMMENT ON COLUMN quickbooks.item_components.uom_id IS 'Unit of measure. (id) [ItemGroupLine.UOMRef.value]';
COMMENT ON COLUMN quickbooks.item_components.uom_name IS 'Unit of measure. (name) [ItemGroupLine.UOMRef.name]';
ALTER TABLE quickbooks.item_components ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.item_components FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.budget_details (
  realm_id text NOT NULL,
  budget_id text NOT NULL,
  list_index integer NOT NULL,
  budget_date date,
  amount numeric,
  account_id text,
  account_name text,
  customer_id text,
  customer_name text,
  class_id text,
  class_name text,
  department_id text,
  department_name text,
  custom_extensions jsonb,
  PRIMARY KEY (realm_id, budget_id, list_index),
  FOREIGN KEY (realm_id, budget_id) REFERENCES quickbooks.budgets (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX budget_details_account_id ON quickbooks.budget_details (realm_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX budget_details_customer_id ON quickbooks.budget_details (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX budget_details_class_id ON quickbooks.budget_details (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX budget_details_department_id ON quickbooks.budget_details (realm_id, department_id) WHERE department_id IS NOT NULL;
COMMENT ON TABLE quickbooks.budget_details IS 'Budgeted amounts, one row an account (or customer, class, location) and period.';
COMMENT ON COLUMN quickbooks.budget_details.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.budget_details.budget_id IS 'Id of the record the row belongs to. [Budget.Id]';
COMMENT ON COLUMN quickbooks.budget_details.list_index IS 'Position in the list, from 0. [Budget.BudgetDetail]';
COMMENT ON COLUMN quickbooks.budget_details.budget_date IS 'First day of the period. [BudgetDetail.BudgetDate]';
COMMENT ON COLUMN quickbooks.budget_details.amount IS 'Budgeted amount. [BudgetDetail.Amount]';
COMMENT ON COLUMN quickbooks.budget_details.account_id IS 'Account budgeted. (id) [BudgetDetail.AccountRef.value]';
COMMENT ON COLUMN quickbooks.budget_details.account_name IS 'Account budgeted. (name) [BudgetDetail.AccountRef.name]';
COMMENT ON COLUMN quickbooks.budget_details.customer_id IS 'Customer budgeted. (id) [BudgetDetail.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.budget_details.customer_name IS 'Customer budgeted. (name) [BudgetDetail.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.budget_details.class_id IS 'Class budgeted. (id) [BudgetDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.budget_details.class_name IS 'Class budgeted. (name) [BudgetDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.budget_details.department_id IS 'Location budgeted. (id) [BudgetDetail.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.budget_details.department_name IS 'Location budgeted. (name) [BudgetDetail.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.budget_details.custom_extensions IS 'Further dimensions, as QuickBooks sends them. [BudgetDetail.CustomExtensions]';
ALTER TABLE quickbooks.budget_details ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.budget_details FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE TABLE quickbooks.attachable_references (
  realm_id text NOT NULL,
  attachable_id text NOT NULL,
  list_index integer NOT NULL,
  entity text,
  record_id text,
  record_name text,
  line_id text,
  include_on_send boolean,
  no_ref_only boolean,
  inactive boolean,
  custom_fields jsonb,
  PRIMARY KEY (realm_id, attachable_id, list_index),
  FOREIGN KEY (realm_id, attachable_id) REFERENCES quickbooks.attachables (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX attachable_references_entity_record_id ON quickbooks.attachable_references (realm_id, entity, record_id) WHERE record_id IS NOT NULL;
COMMENT ON TABLE quickbooks.attachable_references IS 'What each attachment hangs on: a transaction, one of its lines, or a name.';
COMMENT ON COLUMN quickbooks.attachable_references.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.attachable_references.attachable_id IS 'Id of the record the row belongs to. [Attachable.Id]';
COMMENT ON COLUMN quickbooks.attachable_references.list_index IS 'Position in the list, from 0. [Attachable.AttachableRef]';
COMMENT ON COLUMN quickbooks.attachable_references.entity IS 'QuickBooks name of the entity it hangs on, such as Invoice. [AttachableRef.EntityRef.type]';
COMMENT ON COLUMN quickbooks.attachable_references.record_id IS 'Id of the record it hangs on. [AttachableRef.EntityRef.value]';
COMMENT ON COLUMN quickbooks.attachable_references.record_name IS 'Name of the record it hangs on, where QuickBooks gives one. [AttachableRef.EntityRef.name]';
COMMENT ON COLUMN quickbooks.attachable_references.line_id IS 'Line of the transaction it hangs on, where it is one line. [AttachableRef.LineInfo]';
COMMENT ON COLUMN quickbooks.attachable_references.include_on_send IS 'True when it is sent along with the transaction. [AttachableRef.IncludeOnSend]';
COMMENT ON COLUMN quickbooks.attachable_references.no_ref_only IS 'True when it hangs on nothing. [AttachableRef.NoRefOnly]';
COMMENT ON COLUMN quickbooks.attachable_references.inactive IS 'True when the link was taken back. [AttachableRef.Inactive]';
COMMENT ON COLUMN quickbooks.attachable_references.custom_fields IS 'Custom fields of the link, as QuickBooks sends them. [AttachableRef.CustomField]';
ALTER TABLE quickbooks.attachable_references ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.attachable_references FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.linked_transactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.linked_transactions FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.custom_fields ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.custom_fields FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

CREATE OR REPLACE VIEW quickbooks.open_invoices WITH (security_invoker = true) AS
SELECT realm_id, id, doc_number, txn_date, due_date, greatest(current_date - due_date, 0) AS days_overdue,
       customer_id, customer_name, currency_id AS currency, total_amt, balance,
       coalesce(home_balance, balance * coalesce(exchange_rate, 1)) AS home_balance, updated_at
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
       coalesce(home_balance, balance * coalesce(exchange_rate, 1)) AS home_balance, updated_at
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

CREATE OR REPLACE VIEW quickbooks.customer_balances WITH (security_invoker = true) AS
SELECT c.realm_id, c.id AS customer_id, coalesce(c.fully_qualified_name, c.display_name) AS customer_name, c.active,
       c.currency_id AS currency, c.balance, c.balance_with_jobs,
       coalesce(i.number, 0) AS open_invoices, coalesce(i.amount, 0) AS open_invoice_amount,
       coalesce(i.overdue, 0) AS overdue_amount, coalesce(m.amount, 0) AS unused_credit,
       coalesce(p.amount, 0) AS unapplied_payments
FROM quickbooks.customers AS c
LEFT JOIN LATERAL (
  SELECT count(*) AS number, sum(balance) AS amount, sum(balance) FILTER (WHERE due_date < current_date) AS overdue
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
COMMENT ON COLUMN quickbooks.customer_balances.overdue_amount IS 'The part of it that is past its due date.';
COMMENT ON COLUMN quickbooks.customer_balances.unused_credit IS 'Credit memos not yet used.';
COMMENT ON COLUMN quickbooks.customer_balances.unapplied_payments IS 'Payments not yet set against an invoice.';

CREATE OR REPLACE VIEW quickbooks.transactions WITH (security_invoker = true) AS
SELECT realm_id, 'PurchaseOrder'::text AS entity, id,
       txn_date AS txn_date,
       doc_number AS doc_number,
       CASE WHEN vendor_id IS NOT NULL THEN 'Vendor' END::text AS party_type, vendor_id::text AS party_id, vendor_name::text AS party_name,
       currency_id AS currency, exchange_rate AS exchange_rate,
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
          WHERE l.realm_id = t.realm_id AND l.journal_entry_id = t.id AND l.posting_type = 'Debit'), 0) AS total_amt, home_total_amt AS home_total_amt,
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
       amount AS total_amt, NULL::numeric AS home_total_amt,
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
       amount AS total_amt, NULL::numeric AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       NULL::numeric AS total_amt, NULL::numeric AS home_total_amt,
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
       coalesce(total_amt, amount) AS total_amt, home_total_amt AS home_total_amt,
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
       payment_amount AS total_amt, NULL::numeric AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
       total_amt AS total_amt, home_total_amt AS home_total_amt,
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
COMMENT ON COLUMN quickbooks.transactions.home_total_amt IS 'Total in the home currency; only with multicurrency.';
COMMENT ON COLUMN quickbooks.transactions.balance IS 'Amount still open, unused or unapplied.';
COMMENT ON COLUMN quickbooks.transactions.private_note IS 'Note for the company itself.';
COMMENT ON COLUMN quickbooks.transactions.is_voided IS 'True once it was voided.';
COMMENT ON COLUMN quickbooks.transactions.created_at IS 'When it was created in QuickBooks.';
COMMENT ON COLUMN quickbooks.transactions.updated_at IS 'When QuickBooks last changed it.';

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
