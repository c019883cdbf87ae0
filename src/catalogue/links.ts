/**
 * What `LinkedTxn.TxnType` calls a transaction, where that is not its entity's name. Null: QuickBooks links to it
 * but lets nobody read it; a type that is neither here nor an entity counts as such. (facts#link-types; Finance.xsd,
 * TxnTypeEnum)
 */
export const linkTypes: Readonly<Record<string, string | null>> = {
  BillPaymentCheck: 'BillPayment',
  BillPaymentCreditCard: 'BillPayment',
  ReceivePayment: 'Payment',
  CreditCardPaymentTxn: 'CreditCardPayment',
  Expense: 'Purchase',
  Check: 'Purchase',
  CreditCardCredit: 'Purchase',
  CreditCardCharge: 'Purchase',
  CashPurchase: 'Purchase',
  'Cash Purchase': 'Purchase',
  StatementCharge: null,
  ChargeCredit: null,
  Charge: null,
  APCreditCard: null,
  ARRefundCreditCard: null,
  BuildAssembly: null,
  CarryOver: null,
  EFPLiabilityCheck: null,
  EFTBillPayment: null,
  EFTRefund: null,
  InventoryTransfer: null,
  InvoiceRetail: null,
  InvoiceTax: null,
  ItemReceipt: null,
  JournalTaxAdjustment: null,
  LiabilityAdjustment: null,
  Paycheck: null,
  PayrollLiabilityCheck: null,
  PriorPayment: null,
  ProjectCostEstimate: null,
  RefundCheck: null,
  SalesOrder: null,
  SalesTaxPaymentCheck: null,
  VendorPrepayment: null,
  YTDAdjustment: null,
};

/** Tax codes of the United States that are no records of a company: no `SyncToken`, no `Active`. (facts#pseudo-tax-codes) */
export const pseudoTaxCodes: readonly string[] = ['TAX', 'NON', 'CustomSalesTax'];

/**
 * Ids that QuickBooks refers to and shows no record of: the tax codes of the United States, items of its own.
 * (facts#unseen-targets, facts#tax-pseudo-rows)
 */
export const neverExposed: Readonly<Record<string, readonly string[]>> = {
  TaxCode: pseudoTaxCodes,
  Item: ['SHIPPING_ITEM_ID', 'HOURS'],
};
