-- Every custom field is a row: those without a definition, and several of one definition, too. Rows that were left out
-- come out of raw when the program starts.

ALTER TABLE quickbooks.custom_fields ADD COLUMN field_index integer;
UPDATE quickbooks.custom_fields AS field SET field_index = numbered.position
FROM (
  SELECT realm_id, entity, record_id, definition_id,
         row_number() OVER (PARTITION BY realm_id, entity, record_id ORDER BY definition_id) - 1 AS position
  FROM quickbooks.custom_fields
) AS numbered
WHERE field.realm_id = numbered.realm_id AND field.entity = numbered.entity
  AND field.record_id = numbered.record_id AND field.definition_id = numbered.definition_id;
ALTER TABLE quickbooks.custom_fields
  DROP CONSTRAINT custom_fields_pkey,
  ALTER COLUMN definition_id DROP NOT NULL,
  ALTER COLUMN field_index SET NOT NULL,
  ADD PRIMARY KEY (realm_id, entity, record_id, field_index);
COMMENT ON COLUMN quickbooks.vendors.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Vendor.CustomField]';
COMMENT ON COLUMN quickbooks.customers.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Customer.CustomField]';
COMMENT ON COLUMN quickbooks.items.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Item.CustomField]';
COMMENT ON COLUMN quickbooks.purchase_orders.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [PurchaseOrder.CustomField]';
COMMENT ON COLUMN quickbooks.estimates.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Estimate.CustomField]';
COMMENT ON COLUMN quickbooks.bills.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Bill.CustomField]';
COMMENT ON COLUMN quickbooks.vendor_credits.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [VendorCredit.CustomField]';
COMMENT ON COLUMN quickbooks.invoices.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Invoice.CustomField]';
COMMENT ON COLUMN quickbooks.sales_receipts.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [SalesReceipt.CustomField]';
COMMENT ON COLUMN quickbooks.credit_memos.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [CreditMemo.CustomField]';
COMMENT ON COLUMN quickbooks.refund_receipts.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [RefundReceipt.CustomField]';
COMMENT ON COLUMN quickbooks.purchases.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Purchase.CustomField]';
COMMENT ON COLUMN quickbooks.payments.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [Payment.CustomField]';
COMMENT ON COLUMN quickbooks.recurring_transactions.custom_fields IS 'Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [RecurringTransaction.CustomField]';
COMMENT ON COLUMN quickbooks.custom_fields.field_index IS 'Position among the custom fields of the record, from 0.';
COMMENT ON COLUMN quickbooks.custom_fields.definition_id IS 'Id of the definition of the field; empty where QuickBooks gives none. [CustomField.DefinitionId]';
COMMENT ON COLUMN quickbooks.custom_fields.name IS 'Name of the field; empty where QuickBooks gives none. Two fields of a record may share one. [CustomField.Name]';
