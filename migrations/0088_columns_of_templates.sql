-- Generated from the catalogue; append-only.

COMMENT ON COLUMN quickbooks.recurring_transactions.total_amt IS 'Total, in the transaction currency. [RecurringTransaction.TotalAmt]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_line1 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_line1 IS 'Billing address, first line. [RecurringTransaction.BillAddr.Line1]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_line2 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_line2 IS 'Billing address, second line. [RecurringTransaction.BillAddr.Line2]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_line3 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_line3 IS 'Billing address, third line. [RecurringTransaction.BillAddr.Line3]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_line4 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_line4 IS 'Billing address, fourth line. [RecurringTransaction.BillAddr.Line4]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_line5 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_line5 IS 'Billing address, fifth line. [RecurringTransaction.BillAddr.Line5]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_city text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_city IS 'Billing address, city. [RecurringTransaction.BillAddr.City]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_county text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_county IS 'Billing address, county. [RecurringTransaction.BillAddr.County]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_country_sub_division_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_country_sub_division_code IS 'Billing address, state, province or region code. [RecurringTransaction.BillAddr.CountrySubDivisionCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_postal_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_postal_code IS 'Billing address, postal code. [RecurringTransaction.BillAddr.PostalCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_country text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_country IS 'Billing address, country (a name, or an ISO code since late 2025). [RecurringTransaction.BillAddr.Country]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_lat text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_lat IS 'Billing address, latitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.BillAddr.Lat]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_addr_long text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_addr_long IS 'Billing address, longitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.BillAddr.Long]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_line1 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_line1 IS 'Shipping address, first line. [RecurringTransaction.ShipAddr.Line1]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_line2 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_line2 IS 'Shipping address, second line. [RecurringTransaction.ShipAddr.Line2]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_line3 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_line3 IS 'Shipping address, third line. [RecurringTransaction.ShipAddr.Line3]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_line4 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_line4 IS 'Shipping address, fourth line. [RecurringTransaction.ShipAddr.Line4]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_line5 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_line5 IS 'Shipping address, fifth line. [RecurringTransaction.ShipAddr.Line5]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_city text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_city IS 'Shipping address, city. [RecurringTransaction.ShipAddr.City]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_county text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_county IS 'Shipping address, county. [RecurringTransaction.ShipAddr.County]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_country_sub_division_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [RecurringTransaction.ShipAddr.CountrySubDivisionCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_postal_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_postal_code IS 'Shipping address, postal code. [RecurringTransaction.ShipAddr.PostalCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_country text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [RecurringTransaction.ShipAddr.Country]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_lat text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.ShipAddr.Lat]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_addr_long text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.ShipAddr.Long]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_line1 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_line1 IS 'Address the goods leave from, first line. [RecurringTransaction.ShipFromAddr.Line1]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_line2 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_line2 IS 'Address the goods leave from, second line. [RecurringTransaction.ShipFromAddr.Line2]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_line3 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_line3 IS 'Address the goods leave from, third line. [RecurringTransaction.ShipFromAddr.Line3]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_line4 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_line4 IS 'Address the goods leave from, fourth line. [RecurringTransaction.ShipFromAddr.Line4]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_line5 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_line5 IS 'Address the goods leave from, fifth line. [RecurringTransaction.ShipFromAddr.Line5]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_city text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_city IS 'Address the goods leave from, city. [RecurringTransaction.ShipFromAddr.City]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_county text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_county IS 'Address the goods leave from, county. [RecurringTransaction.ShipFromAddr.County]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_country_sub_division_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_country_sub_division_code IS 'Address the goods leave from, state, province or region code. [RecurringTransaction.ShipFromAddr.CountrySubDivisionCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_postal_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_postal_code IS 'Address the goods leave from, postal code. [RecurringTransaction.ShipFromAddr.PostalCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_country text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_country IS 'Address the goods leave from, country (a name, or an ISO code since late 2025). [RecurringTransaction.ShipFromAddr.Country]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_lat text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_lat IS 'Address the goods leave from, latitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.ShipFromAddr.Lat]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_from_addr_long text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_from_addr_long IS 'Address the goods leave from, longitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.ShipFromAddr.Long]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN free_form_address boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.free_form_address IS 'True when the shipping address is free text. [RecurringTransaction.FreeFormAddress]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_email text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_email IS 'E-mail address of the form. [RecurringTransaction.BillEmail.Address]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_email_cc text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_email_cc IS 'E-mail addresses that get a copy. [RecurringTransaction.BillEmailCc.Address]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN bill_email_bcc text;

COMMENT ON COLUMN quickbooks.recurring_transactions.bill_email_bcc IS 'E-mail addresses that get a blind copy. [RecurringTransaction.BillEmailBcc.Address]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_id IS 'Name payments are to be sent to. (id) [RecurringTransaction.RemitToRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_name IS 'Name payments are to be sent to. (name) [RecurringTransaction.RemitToRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN auto_doc_number boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.auto_doc_number IS 'True when QuickBooks gave the number. [RecurringTransaction.AutoDocNumber]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN govt_txn_ref_identifier text;

COMMENT ON COLUMN quickbooks.recurring_transactions.govt_txn_ref_identifier IS 'Government reference of the transaction (Brazil, India). [RecurringTransaction.GovtTxnRefIdentifier]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN sales_rep_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.sales_rep_id IS 'Sales representative. (id) [RecurringTransaction.SalesRepRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN sales_rep_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.sales_rep_name IS 'Sales representative. (name) [RecurringTransaction.SalesRepRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_method_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_method_id IS 'Method of shipping. (id) [RecurringTransaction.ShipMethodRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_method_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_method_name IS 'Method of shipping. (name) [RecurringTransaction.ShipMethodRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_date date;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_date IS 'Date of shipping. [RecurringTransaction.ShipDate]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN tracking_num text;

COMMENT ON COLUMN quickbooks.recurring_transactions.tracking_num IS 'Shipper''s tracking number. [RecurringTransaction.TrackingNum]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN po_number text;

COMMENT ON COLUMN quickbooks.recurring_transactions.po_number IS 'Customer''s purchase order number. [RecurringTransaction.PONumber]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN fob text;

COMMENT ON COLUMN quickbooks.recurring_transactions.fob IS 'Free-on-board terms. [RecurringTransaction.FOB]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN apply_tax_after_discount boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.apply_tax_after_discount IS 'True when the discount is taken off before tax. [RecurringTransaction.ApplyTaxAfterDiscount]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN shipping_tax_included_in_total_tax boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.shipping_tax_included_in_total_tax IS 'True when tax on shipping is part of the total tax. [RecurringTransaction.ShippingTaxIncludedInTotalTax]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN template_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.template_id IS 'Layout of the printed form. (id) [RecurringTransaction.TemplateRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN template_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.template_name IS 'Layout of the printed form. (name) [RecurringTransaction.TemplateRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN delivery_info_delivery_type text;

COMMENT ON COLUMN quickbooks.recurring_transactions.delivery_info_delivery_type IS 'How the form was last sent. [RecurringTransaction.DeliveryInfo.DeliveryType]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN delivery_info_delivery_time text;

COMMENT ON COLUMN quickbooks.recurring_transactions.delivery_info_delivery_time IS 'When the form was last sent, as QuickBooks writes it. [RecurringTransaction.DeliveryInfo.DeliveryTime]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN delivery_info_delivery_error_type text;

COMMENT ON COLUMN quickbooks.recurring_transactions.delivery_info_delivery_error_type IS 'Why the last sending failed. [RecurringTransaction.DeliveryInfo.DeliveryErrorType]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN payment_ref_num text;

COMMENT ON COLUMN quickbooks.recurring_transactions.payment_ref_num IS 'Number of the check or other payment. [RecurringTransaction.PaymentRefNum]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN home_balance numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.home_balance IS 'That balance in the home currency. [RecurringTransaction.HomeBalance]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN finance_charge boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.finance_charge IS 'True when the transaction is a finance charge. [RecurringTransaction.FinanceCharge]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN discount_rate numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.discount_rate IS 'Discount on the whole, in percent. [RecurringTransaction.DiscountRate]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN discount_amt numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.discount_amt IS 'Discount on the whole, as an amount. [RecurringTransaction.DiscountAmt]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN tax_exemption_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.tax_exemption_id IS 'Reason the customer pays no tax. (id) [RecurringTransaction.TaxExemptionRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN tax_exemption_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.tax_exemption_name IS 'Reason the customer pays no tax. (name) [RecurringTransaction.TaxExemptionRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN expiration_date date;

COMMENT ON COLUMN quickbooks.recurring_transactions.expiration_date IS 'Last day the offer holds. [RecurringTransaction.ExpirationDate]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN accepted_by text;

COMMENT ON COLUMN quickbooks.recurring_transactions.accepted_by IS 'Who accepted the offer. [RecurringTransaction.AcceptedBy]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN accepted_date date;

COMMENT ON COLUMN quickbooks.recurring_transactions.accepted_date IS 'Day the offer was accepted. [RecurringTransaction.AcceptedDate]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN deposit numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.deposit IS 'Deposit already received. [RecurringTransaction.Deposit]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN allow_ipn_payment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.allow_ipn_payment IS 'True when payment through the Intuit payment network is allowed. [RecurringTransaction.AllowIPNPayment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN allow_online_payment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.allow_online_payment IS 'True when online payment is allowed. [RecurringTransaction.AllowOnlinePayment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN allow_online_credit_card_payment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.allow_online_credit_card_payment IS 'True when online payment by card is allowed. [RecurringTransaction.AllowOnlineCreditCardPayment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN allow_online_ach_payment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.allow_online_ach_payment IS 'True when online payment by bank transfer is allowed. [RecurringTransaction.AllowOnlineACHPayment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN allow_online_pay_pal_payment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.allow_online_pay_pal_payment IS 'True when online payment by PayPal or Venmo is allowed. [RecurringTransaction.AllowOnlinePayPalPayment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN allow_online_affirm_payment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.allow_online_affirm_payment IS 'True when online payment by instalments is allowed. [RecurringTransaction.AllowOnlineAffirmPayment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN e_invoice_status text;

COMMENT ON COLUMN quickbooks.recurring_transactions.e_invoice_status IS 'State of the electronic invoice: Sent, Viewed, Paid. [RecurringTransaction.EInvoiceStatus]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN e_cloud_status_time_stamp timestamptz;

COMMENT ON COLUMN quickbooks.recurring_transactions.e_cloud_status_time_stamp IS 'When that state was last reached. [RecurringTransaction.ECloudStatusTimeStamp]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN invoice_status text;

COMMENT ON COLUMN quickbooks.recurring_transactions.invoice_status IS 'State of the invoice, where QuickBooks tells. [RecurringTransaction.invoiceStatus]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN invoice_link text;

COMMENT ON COLUMN quickbooks.recurring_transactions.invoice_link IS 'Link a customer pays at; only sent when asked for. [RecurringTransaction.InvoiceLink]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN invoice_link_security_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.invoice_link_security_code IS 'Security code of that link. [RecurringTransaction.InvoiceLinkSecurityCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN invoice_link_expiry_date date;

COMMENT ON COLUMN quickbooks.recurring_transactions.invoice_link_expiry_date IS 'Last day of that link. [RecurringTransaction.InvoiceLinkExpiryDate]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN payment_details_message text;

COMMENT ON COLUMN quickbooks.recurring_transactions.payment_details_message IS 'Payment instructions shown to the customer. [RecurringTransaction.PaymentDetailsMessage]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN txn_retainage_detail_retainage_amount numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.txn_retainage_detail_retainage_amount IS 'Amount held back until the work is accepted. [RecurringTransaction.TxnRetainageDetail.RetainageAmount]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN txn_retainage_detail_retainage_open_balance numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.txn_retainage_detail_retainage_open_balance IS 'Part of the retainage that is still open. [RecurringTransaction.TxnRetainageDetail.RetainageOpenBalance]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN less_cis numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.less_cis IS 'Amount withheld under the construction industry scheme (United Kingdom). [RecurringTransaction.LessCIS]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN auto_pay_eligible boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.auto_pay_eligible IS 'True when a recurring invoice can be paid automatically. [RecurringTransaction.AutoPayEligible]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN schedule_pay_eligible boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.schedule_pay_eligible IS 'True when payment can be scheduled. [RecurringTransaction.SchedulePayEligible]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN scheduled_payment_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.scheduled_payment_id IS 'Id of the scheduled payment. [RecurringTransaction.ScheduledPaymentId]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN exportation text;

COMMENT ON COLUMN quickbooks.recurring_transactions.exportation IS 'Exportation type (Mexico). [RecurringTransaction.Exportation]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN cfdi_use text;

COMMENT ON COLUMN quickbooks.recurring_transactions.cfdi_use IS 'Use of the electronic invoice (Mexico). [RecurringTransaction.CfdiUse]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN global_info_periodicity text;

COMMENT ON COLUMN quickbooks.recurring_transactions.global_info_periodicity IS 'Period of a global invoice (Mexico). [RecurringTransaction.GlobalInfo.Periodicity]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN global_info_month text;

COMMENT ON COLUMN quickbooks.recurring_transactions.global_info_month IS 'Month of a global invoice (Mexico). [RecurringTransaction.GlobalInfo.Month]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN global_info_year text;

COMMENT ON COLUMN quickbooks.recurring_transactions.global_info_year IS 'Year of a global invoice (Mexico). [RecurringTransaction.GlobalInfo.Year]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN call_to_action text;

COMMENT ON COLUMN quickbooks.recurring_transactions.call_to_action IS 'What the company should do next about it. [RecurringTransaction.callToAction]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN invoice_status_log jsonb;

COMMENT ON COLUMN quickbooks.recurring_transactions.invoice_status_log IS 'History of that state, as QuickBooks sends it. [RecurringTransaction.invoiceStatusLog]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN convenience_fee_detail_convenience_fee_type text;

COMMENT ON COLUMN quickbooks.recurring_transactions.convenience_fee_detail_convenience_fee_type IS 'Kind of fee for paying online. [RecurringTransaction.ConvenienceFeeDetail.ConvenienceFeeType]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN convenience_fee_detail_convenience_fee_percent numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.convenience_fee_detail_convenience_fee_percent IS 'Fee for paying online, in percent. [RecurringTransaction.ConvenienceFeeDetail.ConvenienceFeePercent]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN enabled_surcharge_info jsonb;

COMMENT ON COLUMN quickbooks.recurring_transactions.enabled_surcharge_info IS 'Surcharges for paying online, as QuickBooks sends them. [RecurringTransaction.EnabledSurchargeInfo]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN gratuity_enabled boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.gratuity_enabled IS 'True when the customer may add a tip. [RecurringTransaction.GratuityEnabled]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN financing_product_type text;

COMMENT ON COLUMN quickbooks.recurring_transactions.financing_product_type IS 'Financing offered to the customer. [RecurringTransaction.FinancingProductType]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN subscription_payments_setting text;

COMMENT ON COLUMN quickbooks.recurring_transactions.subscription_payments_setting IS 'Setting of automatic payments. [RecurringTransaction.SubscriptionPaymentsSetting]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN check_payment_check_num text;

COMMENT ON COLUMN quickbooks.recurring_transactions.check_payment_check_num IS 'Number of the check. [RecurringTransaction.CheckPayment.CheckNum]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN check_payment_status text;

COMMENT ON COLUMN quickbooks.recurring_transactions.check_payment_status IS 'State of the check. [RecurringTransaction.CheckPayment.Status]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN check_payment_name_on_acct text;

COMMENT ON COLUMN quickbooks.recurring_transactions.check_payment_name_on_acct IS 'Name on the bank account of the check. [RecurringTransaction.CheckPayment.NameOnAcct]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN check_payment_acct_num text;

COMMENT ON COLUMN quickbooks.recurring_transactions.check_payment_acct_num IS 'Bank account number of the check. [RecurringTransaction.CheckPayment.AcctNum]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN check_payment_bank_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.check_payment_bank_name IS 'Bank of the check. [RecurringTransaction.CheckPayment.BankName]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_number text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_number IS 'Card number, masked by QuickBooks. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.Number]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_type text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_type IS 'Kind of card. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.Type]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_name_on_acct text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_name_on_acct IS 'Name on the card. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.NameOnAcct]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_cc_expiry_month integer;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_cc_expiry_month IS 'Month the card expires in. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.CcExpiryMonth]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_cc_expiry_year integer;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_cc_expiry_year IS 'Year the card expires in. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.CcExpiryYear]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_bill_addr_street text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_bill_addr_street IS 'Street of the card holder. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.BillAddrStreet]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_postal_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_postal_code IS 'Postal code of the card holder. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.PostalCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_commercial_card_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_commercial_card_code IS 'Code of a commercial card. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.CommercialCardCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_cc_txn_mode text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_cc_txn_mode IS 'CardPresent or CardNotPresent. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.CCTxnMode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_cc_txn_type text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_cc_txn_type IS 'Charge or authorization. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.CCTxnType]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_prev_cc_trans_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_prev_cc_trans_id IS 'Earlier card transaction this one belongs to. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.PrevCCTransId]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_amount numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_amount IS 'Amount charged. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.Amount]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_info_process_payment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_info_process_payment IS 'True when the charge is to be processed. [RecurringTransaction.CreditCardPayment.CreditChargeInfo.ProcessPayment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_cc_processor text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_cc_processor IS 'Processor of the charge. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.CCProcessor]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_cc_trans_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_cc_trans_id IS 'Processor''s id of the charge. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.CCTransId]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_status text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_status IS 'Completed or Unknown. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.Status]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_result_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_result_code IS 'Processor''s result code. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.ResultCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_result_msg text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_result_msg IS 'Processor''s result in words. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.ResultMsg]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_merchant_acct_num text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_merchant_acct_num IS 'Merchant account number. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.MerchantAcctNum]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_card_security_code_match text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_card_security_code_match IS 'Result of the check of the security code. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.CardSecurityCodeMatch]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_auth_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_auth_code IS 'Authorization code. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.AuthCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_avs_street text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_avs_street IS 'Result of the check of the street. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.AvsStreet]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_avs_zip text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_avs_zip IS 'Result of the check of the postal code. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.AvsZip]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_security_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_security_code IS 'Result of the check of the security code, older field. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.SecurityCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_recon_batch_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_recon_batch_id IS 'Batch of the settlement. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.ReconBatchId]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_payment_grouping_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_payment_grouping_code IS 'Group of the settlement. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.PaymentGroupingCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_txn_authorization_time timestamptz;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_txn_authorization_time IS 'When the charge was authorized. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.TxnAuthorizationTime]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_txn_authorization_stamp text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_txn_authorization_stamp IS 'Processor''s stamp of the authorization. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.TxnAuthorizationStamp]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN credit_charge_response_client_trans_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.credit_charge_response_client_trans_id IS 'Client''s id of the charge. [RecurringTransaction.CreditCardPayment.CreditChargeResponse.ClientTransID]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remaining_credit numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.remaining_credit IS 'Part of the refund not yet used. [RecurringTransaction.RemainingCredit]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN invoice_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.invoice_id IS 'Invoice the credit was given for (India). (id) [RecurringTransaction.InvoiceRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN invoice_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.invoice_name IS 'Invoice the credit was given for (India). (name) [RecurringTransaction.InvoiceRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_line1 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_line1 IS 'Address of the vendor, first line. [RecurringTransaction.VendorAddr.Line1]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_line2 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_line2 IS 'Address of the vendor, second line. [RecurringTransaction.VendorAddr.Line2]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_line3 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_line3 IS 'Address of the vendor, third line. [RecurringTransaction.VendorAddr.Line3]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_line4 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_line4 IS 'Address of the vendor, fourth line. [RecurringTransaction.VendorAddr.Line4]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_line5 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_line5 IS 'Address of the vendor, fifth line. [RecurringTransaction.VendorAddr.Line5]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_city text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_city IS 'Address of the vendor, city. [RecurringTransaction.VendorAddr.City]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_county text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_county IS 'Address of the vendor, county. [RecurringTransaction.VendorAddr.County]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_country_sub_division_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_country_sub_division_code IS 'Address of the vendor, state, province or region code. [RecurringTransaction.VendorAddr.CountrySubDivisionCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_postal_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_postal_code IS 'Address of the vendor, postal code. [RecurringTransaction.VendorAddr.PostalCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_country text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_country IS 'Address of the vendor, country (a name, or an ISO code since late 2025). [RecurringTransaction.VendorAddr.Country]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_lat text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_lat IS 'Address of the vendor, latitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.VendorAddr.Lat]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN vendor_addr_long text;

COMMENT ON COLUMN quickbooks.recurring_transactions.vendor_addr_long IS 'Address of the vendor, longitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.VendorAddr.Long]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN reply_email text;

COMMENT ON COLUMN quickbooks.recurring_transactions.reply_email IS 'E-mail address for replies. [RecurringTransaction.ReplyEmail.Address]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN po_status text;

COMMENT ON COLUMN quickbooks.recurring_transactions.po_status IS 'Open or Closed. [RecurringTransaction.POStatus]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN expected_date date;

COMMENT ON COLUMN quickbooks.recurring_transactions.expected_date IS 'Date the goods are expected. [RecurringTransaction.ExpectedDate]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN manually_closed boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.manually_closed IS 'True when the order was closed by hand. [RecurringTransaction.ManuallyClosed]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN tax_code_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.tax_code_id IS 'Tax code of the whole order. (id) [RecurringTransaction.TaxCodeRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN tax_code_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.tax_code_name IS 'Tax code of the whole order. (name) [RecurringTransaction.TaxCodeRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_to_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_to_id IS 'Customer the goods are sent to. (id) [RecurringTransaction.ShipTo.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN ship_to_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.ship_to_name IS 'Customer the goods are sent to. (name) [RecurringTransaction.ShipTo.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN drop_ship_to_entity_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.drop_ship_to_entity_id IS 'Who the vendor ships to directly. (id) [RecurringTransaction.DropShipToEntity.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN drop_ship_to_entity_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.drop_ship_to_entity_name IS 'Who the vendor ships to directly. (name) [RecurringTransaction.DropShipToEntity.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN inventory_site_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.inventory_site_id IS 'Inventory site. (id) [RecurringTransaction.InventorySiteRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN inventory_site_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.inventory_site_name IS 'Inventory site. (name) [RecurringTransaction.InventorySiteRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN reimbursable_info_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.reimbursable_info_id IS 'Who reimburses the cost. (id) [RecurringTransaction.ReimbursableInfoRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN reimbursable_info_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.reimbursable_info_name IS 'Who reimburses the cost. (name) [RecurringTransaction.ReimbursableInfoRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN po_email text;

COMMENT ON COLUMN quickbooks.recurring_transactions.po_email IS 'E-mail address the order is sent to. [RecurringTransaction.POEmail.Address]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN payer_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.payer_id IS 'Who pays the bill. (id) [RecurringTransaction.PayerRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN payer_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.payer_name IS 'Who pays the bill. (name) [RecurringTransaction.PayerRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_line1 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_line1 IS 'Address the payment goes to, first line. [RecurringTransaction.RemitToAddr.Line1]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_line2 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_line2 IS 'Address the payment goes to, second line. [RecurringTransaction.RemitToAddr.Line2]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_line3 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_line3 IS 'Address the payment goes to, third line. [RecurringTransaction.RemitToAddr.Line3]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_line4 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_line4 IS 'Address the payment goes to, fourth line. [RecurringTransaction.RemitToAddr.Line4]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_line5 text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_line5 IS 'Address the payment goes to, fifth line. [RecurringTransaction.RemitToAddr.Line5]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_city text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_city IS 'Address the payment goes to, city. [RecurringTransaction.RemitToAddr.City]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_county text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_county IS 'Address the payment goes to, county. [RecurringTransaction.RemitToAddr.County]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_country_sub_division_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_country_sub_division_code IS 'Address the payment goes to, state, province or region code. [RecurringTransaction.RemitToAddr.CountrySubDivisionCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_postal_code text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_postal_code IS 'Address the payment goes to, postal code. [RecurringTransaction.RemitToAddr.PostalCode]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_country text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_country IS 'Address the payment goes to, country (a name, or an ISO code since late 2025). [RecurringTransaction.RemitToAddr.Country]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_lat text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_lat IS 'Address the payment goes to, latitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.RemitToAddr.Lat]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN remit_to_addr_long text;

COMMENT ON COLUMN quickbooks.recurring_transactions.remit_to_addr_long IS 'Address the payment goes to, longitude as QuickBooks sends it; may be the word INVALID. [RecurringTransaction.RemitToAddr.Long]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN include_in_annual_tpar boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.include_in_annual_tpar IS 'True when it counts for the taxable payments annual report (Australia). [RecurringTransaction.IncludeInAnnualTPAR]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN cash_back_account_id text;

COMMENT ON COLUMN quickbooks.recurring_transactions.cash_back_account_id IS 'Account the cash taken out is booked to. (id) [RecurringTransaction.CashBack.AccountRef.value]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN cash_back_account_name text;

COMMENT ON COLUMN quickbooks.recurring_transactions.cash_back_account_name IS 'Account the cash taken out is booked to. (name) [RecurringTransaction.CashBack.AccountRef.name]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN cash_back_amount numeric;

COMMENT ON COLUMN quickbooks.recurring_transactions.cash_back_amount IS 'Cash taken out. [RecurringTransaction.CashBack.Amount]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN cash_back_memo text;

COMMENT ON COLUMN quickbooks.recurring_transactions.cash_back_memo IS 'What the cash was taken for. [RecurringTransaction.CashBack.Memo]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN adjustment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.adjustment IS 'True for an accountant''s adjusting entry. [RecurringTransaction.Adjustment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN home_currency_adjustment boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.home_currency_adjustment IS 'True for an adjustment of the home currency value. [RecurringTransaction.HomeCurrencyAdjustment]';

ALTER TABLE quickbooks.recurring_transactions ADD COLUMN entered_in_home_currency boolean;

COMMENT ON COLUMN quickbooks.recurring_transactions.entered_in_home_currency IS 'True when amounts are in the home currency. [RecurringTransaction.EnteredInHomeCurrency]';

CREATE INDEX recurring_transactions_invoice_id ON quickbooks.recurring_transactions (realm_id, invoice_id) WHERE invoice_id IS NOT NULL;

CREATE INDEX recurring_transactions_tax_code_id ON quickbooks.recurring_transactions (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;

CREATE INDEX recurring_transactions_ship_to_id ON quickbooks.recurring_transactions (realm_id, ship_to_id) WHERE ship_to_id IS NOT NULL;

CREATE INDEX recurring_transactions_cash_back_account_id ON quickbooks.recurring_transactions (realm_id, cash_back_account_id) WHERE cash_back_account_id IS NOT NULL;

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_id IS 'Item sold or bought. (id) [Line.SalesItemLineDetail.ItemRef.value, Line.SubTotalLineDetail.ItemRef.value, Line.ItemBasedExpenseLineDetail.ItemRef.value, Line.PurchaseOrderItemLineDetail.ItemRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_name IS 'Item sold or bought. (name) [Line.SalesItemLineDetail.ItemRef.name, Line.SubTotalLineDetail.ItemRef.name, Line.ItemBasedExpenseLineDetail.ItemRef.name, Line.PurchaseOrderItemLineDetail.ItemRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.class_id IS 'Class of the line. (id) [Line.SalesItemLineDetail.ClassRef.value, Line.DiscountLineDetail.ClassRef.value, Line.ItemBasedExpenseLineDetail.ClassRef.value, Line.AccountBasedExpenseLineDetail.ClassRef.value, Line.PurchaseOrderItemLineDetail.ClassRef.value, Line.JournalEntryLineDetail.ClassRef.value, Line.DepositLineDetail.ClassRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.class_name IS 'Class of the line. (name) [Line.SalesItemLineDetail.ClassRef.name, Line.DiscountLineDetail.ClassRef.name, Line.ItemBasedExpenseLineDetail.ClassRef.name, Line.AccountBasedExpenseLineDetail.ClassRef.name, Line.PurchaseOrderItemLineDetail.ClassRef.name, Line.JournalEntryLineDetail.ClassRef.name, Line.DepositLineDetail.ClassRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.SalesItemLineDetail.UnitPrice, Line.ItemBasedExpenseLineDetail.UnitPrice, Line.PurchaseOrderItemLineDetail.UnitPrice]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.unit_cost_price IS 'Cost of one unit, where QuickBooks tracks it. [Line.SalesItemLineDetail.UnitCostPrice, Line.ItemBasedExpenseLineDetail.UnitCostPrice, Line.PurchaseOrderItemLineDetail.UnitCostPrice]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.SalesItemLineDetail.RatePercent, Line.ItemBasedExpenseLineDetail.RatePercent, Line.PurchaseOrderItemLineDetail.RatePercent]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.qty IS 'Quantity. [Line.SalesItemLineDetail.Qty, Line.ItemBasedExpenseLineDetail.Qty, Line.PurchaseOrderItemLineDetail.Qty]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.uom_id IS 'Unit of measure. (id) [Line.SalesItemLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value, Line.ItemBasedExpenseLineDetail.UOMRef.value, Line.PurchaseOrderItemLineDetail.UOMRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.uom_name IS 'Unit of measure. (name) [Line.SalesItemLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name, Line.ItemBasedExpenseLineDetail.UOMRef.name, Line.PurchaseOrderItemLineDetail.UOMRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_account_id IS 'Account the line is booked to. (id) [Line.SalesItemLineDetail.ItemAccountRef.value, Line.ItemBasedExpenseLineDetail.ItemAccountRef.value, Line.PurchaseOrderItemLineDetail.ItemAccountRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.item_account_name IS 'Account the line is booked to. (name) [Line.SalesItemLineDetail.ItemAccountRef.name, Line.ItemBasedExpenseLineDetail.ItemAccountRef.name, Line.PurchaseOrderItemLineDetail.ItemAccountRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.SalesItemLineDetail.TaxCodeRef.value, Line.DiscountLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value, Line.ItemBasedExpenseLineDetail.TaxCodeRef.value, Line.AccountBasedExpenseLineDetail.TaxCodeRef.value, Line.PurchaseOrderItemLineDetail.TaxCodeRef.value, Line.JournalEntryLineDetail.TaxCodeRef.value, Line.DepositLineDetail.TaxCodeRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.SalesItemLineDetail.TaxCodeRef.name, Line.DiscountLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name, Line.ItemBasedExpenseLineDetail.TaxCodeRef.name, Line.AccountBasedExpenseLineDetail.TaxCodeRef.name, Line.PurchaseOrderItemLineDetail.TaxCodeRef.name, Line.JournalEntryLineDetail.TaxCodeRef.name, Line.DepositLineDetail.TaxCodeRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.price_level_id IS 'Price level applied. (id) [Line.SalesItemLineDetail.PriceLevelRef.value, Line.ItemBasedExpenseLineDetail.PriceLevelRef.value, Line.PurchaseOrderItemLineDetail.PriceLevelRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.price_level_name IS 'Price level applied. (name) [Line.SalesItemLineDetail.PriceLevelRef.name, Line.ItemBasedExpenseLineDetail.PriceLevelRef.name, Line.PurchaseOrderItemLineDetail.PriceLevelRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.inventory_site_id IS 'Inventory site. (id) [Line.SalesItemLineDetail.InventorySiteRef.value, Line.ItemBasedExpenseLineDetail.InventorySiteRef.value, Line.PurchaseOrderItemLineDetail.InventorySiteRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.inventory_site_name IS 'Inventory site. (name) [Line.SalesItemLineDetail.InventorySiteRef.name, Line.ItemBasedExpenseLineDetail.InventorySiteRef.name, Line.PurchaseOrderItemLineDetail.InventorySiteRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.SalesItemLineDetail.TaxClassificationRef.value, Line.ItemBasedExpenseLineDetail.TaxClassificationRef.value, Line.PurchaseOrderItemLineDetail.TaxClassificationRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.SalesItemLineDetail.TaxClassificationRef.name, Line.ItemBasedExpenseLineDetail.TaxClassificationRef.name, Line.PurchaseOrderItemLineDetail.TaxClassificationRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.SalesItemLineDetail.MarkupInfo.PercentBased, Line.ItemBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.AccountBasedExpenseLineDetail.MarkupInfo.PercentBased, Line.PurchaseOrderItemLineDetail.MarkupInfo.PercentBased]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_value IS 'Markup as an amount. [Line.SalesItemLineDetail.MarkupInfo.Value, Line.ItemBasedExpenseLineDetail.MarkupInfo.Value, Line.AccountBasedExpenseLineDetail.MarkupInfo.Value, Line.PurchaseOrderItemLineDetail.MarkupInfo.Value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_percent IS 'Markup as a percentage. [Line.SalesItemLineDetail.MarkupInfo.Percent, Line.ItemBasedExpenseLineDetail.MarkupInfo.Percent, Line.AccountBasedExpenseLineDetail.MarkupInfo.Percent, Line.PurchaseOrderItemLineDetail.MarkupInfo.Percent]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.value, Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.value, Line.PurchaseOrderItemLineDetail.MarkupInfo.PriceLevelRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.name, Line.ItemBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.PriceLevelRef.name, Line.PurchaseOrderItemLineDetail.MarkupInfo.PriceLevelRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value, Line.PurchaseOrderItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.ItemBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.AccountBasedExpenseLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name, Line.PurchaseOrderItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.tax_inclusive_amt IS 'Amount including tax. [Line.SalesItemLineDetail.TaxInclusiveAmt, Line.ItemBasedExpenseLineDetail.TaxInclusiveAmt, Line.AccountBasedExpenseLineDetail.TaxInclusiveAmt, Line.PurchaseOrderItemLineDetail.TaxInclusiveAmt, Line.JournalEntryLineDetail.TaxInclusiveAmt]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.service_date IS 'Date of the service. [Line.SalesItemLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DiscountLineDetail.ServiceDate, Line.SubTotalLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate, Line.PurchaseOrderItemLineDetail.ServiceDate]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.SalesItemLineDetail.DiscountRate, Line.PurchaseOrderItemLineDetail.DiscountRate]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.discount_amt IS 'Discount on the line, as an amount. [Line.SalesItemLineDetail.DiscountAmt, Line.PurchaseOrderItemLineDetail.DiscountAmt]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.SalesItemLineDetail.DeferredRevenue, Line.PurchaseOrderItemLineDetail.DeferredRevenue]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.SalesItemLineDetail.RetainageAmount, Line.PurchaseOrderItemLineDetail.RetainageAmount]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';

ALTER TABLE quickbooks.recurring_transaction_lines ADD COLUMN man_part_num text;

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.man_part_num IS 'Manufacturer''s part number. [Line.PurchaseOrderItemLineDetail.ManPartNum]';

ALTER TABLE quickbooks.recurring_transaction_lines ADD COLUMN manually_closed boolean;

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.manually_closed IS 'True when the line was closed by hand. [Line.PurchaseOrderItemLineDetail.ManuallyClosed]';

ALTER TABLE quickbooks.recurring_transaction_lines ADD COLUMN open_qty numeric;

COMMENT ON COLUMN quickbooks.recurring_transaction_lines.open_qty IS 'Quantity ordered and not yet received. [Line.PurchaseOrderItemLineDetail.OpenQty]';

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
         ('class_id', 'Class', r.class_id, r.class_name),
         ('sales_term_id', 'Term', r.sales_term_id, r.sales_term_name),
         ('ar_account_id', 'Account', r.ar_account_id, r.ar_account_name),
         ('payment_method_id', 'PaymentMethod', r.payment_method_id, r.payment_method_name),
         ('deposit_to_account_id', 'Account', r.deposit_to_account_id, r.deposit_to_account_name),
         ('invoice_id', 'Invoice', r.invoice_id, r.invoice_name),
         ('vendor_id', 'Vendor', r.vendor_id, r.vendor_name),
         ('ap_account_id', 'Account', r.ap_account_id, r.ap_account_name),
         ('tax_code_id', 'TaxCode', r.tax_code_id, r.tax_code_name),
         ('ship_to_id', 'Customer', r.ship_to_id, r.ship_to_name),
         ('account_id', 'Account', r.account_id, r.account_name),
         ('entity_id', r.entity_type, CASE WHEN r.entity_type IN ('Customer', 'Vendor', 'Employee') THEN r.entity_id END, r.entity_name),
         ('cash_back_account_id', 'Account', r.cash_back_account_id, r.cash_back_account_name),
         ('from_account_id', 'Account', r.from_account_id, r.from_account_name),
         ('to_account_id', 'Account', r.to_account_id, r.to_account_name)) AS x (column_name, target_entity, target_id, target_name)
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
