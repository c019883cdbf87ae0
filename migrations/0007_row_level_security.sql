-- Generated from the catalogue; append-only.

ALTER TABLE quickbooks.company_info ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.company_info FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.preferences ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.preferences FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.company_currencies ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.company_currencies FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.terms ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.terms FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.payment_methods ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.payment_methods FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.customer_types ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.customer_types FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.classes ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.classes FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.departments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.departments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_agencies ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_agencies FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_codes FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.journal_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.journal_codes FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.accounts FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.vendors ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.vendors FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.employees ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.employees FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.customers FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.items ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.items FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.purchase_orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchase_orders FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.estimates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.estimates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.bills ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bills FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.vendor_credits ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.vendor_credits FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.invoices ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.invoices FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.sales_receipts ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.sales_receipts FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.credit_memos ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.credit_memos FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.refund_receipts ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.refund_receipts FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.purchases ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchases FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.journal_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.journal_entries FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.transfers ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.transfers FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.credit_card_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.credit_card_payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.inventory_adjustments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.inventory_adjustments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.time_activities ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.time_activities FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.reimburse_charges ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.reimburse_charges FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.bill_payments ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bill_payments FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.deposits ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.deposits FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.budgets ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.budgets FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.recurring_transactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.recurring_transactions FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.exchange_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.exchange_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.attachables ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.attachables FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.purchase_order_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchase_order_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.estimate_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.estimate_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.bill_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bill_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.vendor_credit_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.vendor_credit_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.invoice_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.invoice_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.sales_receipt_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.sales_receipt_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.credit_memo_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.credit_memo_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.refund_receipt_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.refund_receipt_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.purchase_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.purchase_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.journal_entry_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.journal_entry_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.inventory_adjustment_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.inventory_adjustment_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.reimburse_charge_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.reimburse_charge_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.payment_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.payment_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.bill_payment_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.bill_payment_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.deposit_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.deposit_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.recurring_transaction_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.recurring_transaction_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_rate_effective_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_rate_effective_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_code_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_code_rates FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.item_components ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.item_components FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.budget_details ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.budget_details FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.attachable_references ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.attachable_references FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.linked_transactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.linked_transactions FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.custom_fields ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.custom_fields FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));

ALTER TABLE quickbooks.tax_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON quickbooks.tax_lines FOR SELECT USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));
