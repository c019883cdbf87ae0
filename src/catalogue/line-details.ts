import {
  date,
  decimal,
  flag,
  group,
  named,
  reference,
  structure,
  text,
  typedReference,
  whole,
  type Fields,
} from './fields.ts';

/** What every line of every transaction may carry, whatever its kind. */
export const lineFields = {
  LineNum: whole('Position QuickBooks gives the line; missing on subtotals, payments and some others.'),
  DetailType: text('Kind of line, which says which of the other columns are filled.'),
  Description: text('Text of the line.'),
  Amount: decimal('Amount of the line, in the transaction currency.'),
  Received: decimal('Quantity received so far (purchase orders).'),
  ProjectRef: reference('Customer', 'Project the line belongs to.'),
  CostAmount: decimal('Cost of the line, where QuickBooks tracks it.'),
  HomeCostAmount: decimal('Cost of the line in the home currency.'),
  CustomField: named('custom_fields', structure('Custom fields of the line, as QuickBooks sends them.')),
  CustomExtensions: structure('Further dimensions of the line, as QuickBooks sends them.'),
} satisfies Fields;

const markup = group({
  PercentBased: flag('True when the markup is a percentage.'),
  Value: decimal('Markup as an amount.'),
  Percent: decimal('Markup as a percentage.'),
  PriceLevelRef: reference(null, 'Price level of the markup.'),
  MarkUpIncomeAccountRef: reference('Account', 'Account the markup is booked to.'),
});

const classRef = reference('Class', 'Class of the line.');
const taxCodeRef = reference('TaxCode', 'Tax code; TAX or NON in the United States.');
const itemRef = reference('Item', 'Item sold or bought.');
const serviceDate = date('Date of the service.');
const billable = {
  CustomerRef: reference('Customer', 'Customer or job the cost is billed or assigned to.'),
  BillableStatus: text('NotBillable, Billable or HasBeenBilled.'),
} satisfies Fields;

const itemDetail = {
  ItemRef: itemRef,
  ClassRef: classRef,
  UnitPrice: decimal('Price of one unit; up to seven decimals.'),
  UnitCostPrice: decimal('Cost of one unit, where QuickBooks tracks it.'),
  RatePercent: decimal('Rate as a percentage, where the price is one.'),
  Qty: decimal('Quantity.'),
  UOMRef: reference(null, 'Unit of measure.'),
  ItemAccountRef: reference('Account', 'Account the line is booked to.'),
  TaxCodeRef: taxCodeRef,
  PriceLevelRef: reference(null, 'Price level applied.'),
  InventorySiteRef: reference(null, 'Inventory site.'),
  TaxClassificationRef: reference(null, 'Tax classification of the item.'),
  MarkupInfo: markup,
} satisfies Fields;

const salesItemDetail = {
  ...itemDetail,
  TaxInclusiveAmt: decimal('Amount including tax.'),
  ServiceDate: serviceDate,
  DiscountRate: decimal('Discount on the line, as a percentage.'),
  DiscountAmt: decimal('Discount on the line, as an amount.'),
  DeferredRevenue: flag('True when the revenue is deferred.'),
  RetainageAmount: decimal('Amount held back until the work is accepted.'),
} satisfies Fields;

/**
 * Every kind of line by its key in QuickBooks' JSON. A column is named after the field without the kind, so a
 * field that two kinds share is one column. @see Finance.xsd, complex type Line
 */
export const lineDetails = {
  SalesItemLineDetail: salesItemDetail,
  GroupLineDetail: {
    GroupItemRef: reference('Item', 'Bundle the following lines belong to.'),
    Quantity: decimal('Number of bundles.'),
    UOMRef: reference(null, 'Unit of measure.'),
    ServiceDate: serviceDate,
  },
  DiscountLineDetail: {
    DiscountRef: reference(null, 'Discount applied.'),
    PercentBased: flag('True when the discount is a percentage.'),
    DiscountPercent: decimal('Discount in percent.'),
    DiscountAccountRef: reference('Account', 'Account the discount is booked to.'),
    ClassRef: classRef,
    TaxCodeRef: taxCodeRef,
    ServiceDate: serviceDate,
  },
  SubTotalLineDetail: { ItemRef: itemRef, ServiceDate: serviceDate },
  DescriptionLineDetail: { TaxCodeRef: taxCodeRef, ServiceDate: serviceDate },
  ItemBasedExpenseLineDetail: {
    ...itemDetail,
    ...billable,
    TaxInclusiveAmt: decimal('Amount including tax.'),
  },
  AccountBasedExpenseLineDetail: {
    AccountRef: reference('Account', 'Account the line is booked to.'),
    ...billable,
    ClassRef: classRef,
    MarkupInfo: markup,
    TaxAmount: decimal('Tax on the line.'),
    TaxCodeRef: taxCodeRef,
    TaxInclusiveAmt: decimal('Amount including tax.'),
  },
  // QuickBooks Online writes orders with the two kinds above; this one is inherited from the desktop product.
  PurchaseOrderItemLineDetail: {
    ...salesItemDetail,
    ManPartNum: text("Manufacturer's part number."),
    ManuallyClosed: flag('True when the line was closed by hand.'),
    OpenQty: decimal('Quantity ordered and not yet received.'),
  },
  JournalEntryLineDetail: {
    PostingType: text('Debit or Credit.'),
    AccountRef: reference('Account', 'Account the line is booked to.'),
    Entity: group({
      Type: named('entity_type', text('What the name is: Customer, Vendor or Employee.')),
      EntityRef: named('entity', typedReference('Customer, vendor or employee of the line.')),
    }),
    ClassRef: classRef,
    DepartmentRef: reference('Department', 'Location of the line.'),
    TaxCodeRef: taxCodeRef,
    TaxRateRef: reference('TaxRate', 'Tax rate of the line.'),
    TaxApplicableOn: text('Sales or Purchase: which side the tax belongs to.'),
    TaxAmount: decimal('Tax on the line.'),
    TaxInclusiveAmt: decimal('Amount including tax.'),
    BillableStatus: billable.BillableStatus,
    JournalCodeRef: reference('JournalCode', 'Journal code (France).'),
  },
  DepositLineDetail: {
    Entity: typedReference('Customer, vendor or employee the money came from.'),
    AccountRef: reference('Account', 'Account the line is booked to.'),
    ClassRef: classRef,
    PaymentMethodRef: reference('PaymentMethod', 'Method of payment.'),
    CheckNum: text('Number of the check.'),
    TxnType: text('Type of the deposited transaction.'),
    TaxCodeRef: taxCodeRef,
    TaxApplicableOn: text('Sales or Purchase: which side the tax belongs to.'),
  },
  PaymentLineDetail: {
    ItemRef: itemRef,
    ServiceDate: serviceDate,
    ClassRef: classRef,
    Balance: decimal('Balance of the paid transaction.'),
    HomeBalance: decimal('Balance of the paid transaction in the home currency.'),
    Discount: named(
      '',
      group({
        DiscountRef: reference(null, 'Discount applied to the paid transaction.'),
        PercentBased: flag('True when the discount is a percentage.'),
        DiscountPercent: decimal('Discount in percent.'),
        DiscountAccountRef: reference('Account', 'Account the discount is booked to.'),
      }),
    ),
  },
  ReimburseLineDetail: itemDetail,
  ItemAdjustmentLineDetail: {
    ItemRef: itemRef,
    ClassRef: classRef,
    QtyDiff: decimal('Change of the quantity on hand; negative when it shrank.'),
    NewQty: decimal('Quantity on hand after the adjustment.'),
    SalesPrice: decimal('Sales price of one unit.'),
  },
  TDSLineDetail: {
    TDSAccountRef: reference('Account', 'Account the tax deducted at source is booked to (India).'),
    TDSSectionTypeId: text('Section under which tax is deducted at source (India).'),
  },
} satisfies { readonly [detail: string]: Fields };

export type LineDetailName = keyof typeof lineDetails;

/** The kinds of line of sales forms: invoices, estimates, credit memos, sales and refund receipts. */
export const salesLines = [
  'SalesItemLineDetail',
  'GroupLineDetail',
  'DiscountLineDetail',
  'SubTotalLineDetail',
  'DescriptionLineDetail',
] as const satisfies readonly LineDetailName[];

/** The kinds of line of bills, vendor credits, purchases and orders. */
export const purchaseLines = [
  'ItemBasedExpenseLineDetail',
  'AccountBasedExpenseLineDetail',
  'GroupLineDetail',
  'DescriptionLineDetail',
  'TDSLineDetail',
] as const satisfies readonly LineDetailName[];

/** One line of `TxnTaxDetail.TaxLine`, the columns of the shared table `tax_lines`. */
export const taxLineFields = {
  Amount: decimal('Tax amount.'),
  DetailType: text('Kind of line; TaxLineDetail.'),
  TaxLineDetail: group({
    TaxRateRef: reference('TaxRate', 'Tax rate applied.'),
    PercentBased: flag('True when the tax is a percentage.'),
    TaxPercent: decimal('Tax in percent.'),
    NetAmountTaxable: decimal('Amount the tax was computed on.'),
    TaxInclusiveAmount: decimal('Amount including the tax.'),
    OverrideDeltaAmount: decimal('Difference to the computed tax, when overridden by hand.'),
    ServiceDate: serviceDate,
  }),
} satisfies Fields;
