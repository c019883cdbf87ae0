import { date, decimal, flag, group, reference, text, whole, type Fields } from './fields.ts';

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
} satisfies Fields;

const markup = group({
  PercentBased: flag('True when the markup is a percentage.'),
  Value: decimal('Markup as an amount.'),
  Percent: decimal('Markup as a percentage.'),
  PriceLevelRef: reference(null, 'Price level of the markup.'),
  MarkUpIncomeAccountRef: reference('Account', 'Account the markup is booked to.'),
});

const itemDetail = {
  ItemRef: reference('Item', 'Item sold or bought.'),
  ClassRef: reference('Class', 'Class of the line.'),
  UnitPrice: decimal('Price of one unit; up to seven decimals.'),
  RatePercent: decimal('Rate as a percentage, where the price is one.'),
  Qty: decimal('Quantity.'),
  UOMRef: reference(null, 'Unit of measure.'),
  ItemAccountRef: reference('Account', 'Account the line is booked to.'),
  TaxCodeRef: reference('TaxCode', 'Tax code; TAX or NON in the United States.'),
  TaxInclusiveAmt: decimal('Amount including tax.'),
  PriceLevelRef: reference(null, 'Price level applied.'),
  InventorySiteRef: reference(null, 'Inventory site.'),
  TaxClassificationRef: reference(null, 'Tax classification of the item.'),
  MarkupInfo: markup,
} satisfies Fields;

/**
 * Every kind of line by its key in QuickBooks' JSON. A column is named after the field without the kind, so a
 * field that two kinds share is one column. @see Finance.xsd, complex type Line
 */
export const lineDetails = {
  SalesItemLineDetail: {
    ...itemDetail,
    ServiceDate: date('Date of the service.'),
    DiscountRate: decimal('Discount on the line, as a percentage.'),
    DiscountAmt: decimal('Discount on the line, as an amount.'),
    DeferredRevenue: flag('True when the revenue is deferred.'),
    RetainageAmount: decimal('Amount held back until the work is accepted.'),
  },
  GroupLineDetail: {
    GroupItemRef: reference('Item', 'Bundle the following lines belong to.'),
    Quantity: decimal('Number of bundles.'),
    UOMRef: reference(null, 'Unit of measure.'),
    ServiceDate: date('Date of the service.'),
  },
  DiscountLineDetail: {
    PercentBased: flag('True when the discount is a percentage.'),
    DiscountPercent: decimal('Discount in percent.'),
    DiscountAccountRef: reference('Account', 'Account the discount is booked to.'),
    ClassRef: reference('Class', 'Class of the line.'),
    TaxCodeRef: reference('TaxCode', 'Tax code; TAX or NON in the United States.'),
    ServiceDate: date('Date of the service.'),
  },
  SubTotalLineDetail: {
    ItemRef: reference('Item', 'Item sold or bought.'),
    ServiceDate: date('Date of the service.'),
  },
  DescriptionLineDetail: {
    TaxCodeRef: reference('TaxCode', 'Tax code; TAX or NON in the United States.'),
    ServiceDate: date('Date of the service.'),
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
    ServiceDate: date('Date of the service.'),
  }),
} satisfies Fields;
