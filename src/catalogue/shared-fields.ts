import {
  address,
  date,
  decimal,
  email,
  flag,
  group,
  memo,
  phone,
  reference,
  text,
  website,
  whole,
  type Fields,
} from './fields.ts';

/** What every transaction carries. */
export const transactionFields = {
  DocNumber: text('Number printed on the form, given by a person or by QuickBooks; not unique.'),
  TxnDate: date('Date of the transaction in the company calendar.'),
  PrivateNote: text('Note for the company itself; begins with "Voided" on a voided transaction.'),
  CurrencyRef: reference('CompanyCurrency', 'Currency of the transaction; the id is its ISO code.'),
  ExchangeRate: decimal('Home currency units for one unit of the transaction currency.'),
  DepartmentRef: reference('Department', 'Location.'),
  ProjectRef: reference('Customer', 'Project the transaction belongs to.'),
  RecurDataRef: reference('RecurringTransaction', 'Template that created the transaction.'),
  TxnSource: text('Where the transaction came from, when it was not typed into QuickBooks.'),
  TxnSubType: text('Finer kind of transaction, where QuickBooks tells.'),
} satisfies Fields;

/** Totals and tax of a transaction with a customer or a vendor. */
export const totalFields = {
  TotalAmt: decimal('Total including tax, in the transaction currency.'),
  HomeTotalAmt: decimal('Total in the home currency; only with multicurrency.'),
  GlobalTaxCalculation: text(
    'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable.',
  ),
  TxnTaxDetail: group({
    TxnTaxCodeRef: reference('TaxCode', 'Tax code of the whole transaction (United States).'),
    TotalTax: decimal('Total tax.'),
    TaxReviewStatus: text('Whether automated sales tax wants a person to look.'),
    UseAutomatedSalesTax: flag('True when automated sales tax computed the tax.'),
  }),
} satisfies Fields;

/** What invoices, estimates, credit memos, sales and refund receipts share. */
export const salesFormFields = {
  ...transactionFields,
  ...totalFields,
  CustomerRef: reference('Customer', 'Customer or job.'),
  CustomerMemo: memo('Message to the customer, printed on the form.'),
  BillAddr: address('Billing address'),
  ShipAddr: address('Shipping address'),
  ShipFromAddr: address('Address the goods leave from'),
  FreeFormAddress: flag('True when the shipping address is free text.'),
  BillEmail: email('E-mail address the form is sent to.'),
  BillEmailCc: email('E-mail addresses that get a copy.'),
  BillEmailBcc: email('E-mail addresses that get a blind copy.'),
  ClassRef: reference('Class', 'Class of the whole transaction.'),
  SalesTermRef: reference('Term', 'Terms of payment.'),
  SalesRepRef: reference(null, 'Sales representative.'),
  ShipMethodRef: reference(null, 'Method of shipping.'),
  ShipDate: date('Date of shipping.'),
  TrackingNum: text("Shipper's tracking number."),
  PONumber: text("Customer's purchase order number."),
  FOB: text('Free-on-board terms.'),
  ApplyTaxAfterDiscount: flag('True when the discount is taken off before tax.'),
  ShippingTaxIncludedInTotalTax: flag('True when tax on shipping is part of the total tax.'),
  TemplateRef: reference(null, 'Layout of the printed form.'),
  PrintStatus: text('NotSet, NeedToPrint or PrintComplete.'),
  EmailStatus: text('NotSet, NeedToSend or EmailSent.'),
  DeliveryInfo: group({
    DeliveryType: text('How the form was last sent.'),
    DeliveryTime: text('When the form was last sent, as QuickBooks writes it.'),
    DeliveryErrorType: text('Why the last sending failed.'),
  }),
  ARAccountRef: reference('Account', 'Receivables account.'),
  PaymentMethodRef: reference('PaymentMethod', 'Method of payment.'),
  PaymentRefNum: text('Number of the check or other payment.'),
  PaymentType: text('Cash, Check, CreditCard or Other.'),
  DepositToAccountRef: reference('Account', 'Account the money is deposited to.'),
  Balance: decimal('Amount still open, in the transaction currency.'),
  HomeBalance: decimal('Amount still open, in the home currency.'),
  FinanceCharge: flag('True when the transaction is a finance charge.'),
  DiscountRate: decimal('Discount on the whole, in percent.'),
  DiscountAmt: decimal('Discount on the whole, as an amount.'),
  TaxExemptionRef: reference(null, 'Reason the customer pays no tax.'),
} satisfies Fields;

/** What customers, vendors and employees share. */
export const personFields = {
  DisplayName: text('Name as displayed; unique among customers, vendors and employees.'),
  Title: text('Title of the person.'),
  GivenName: text('First name.'),
  MiddleName: text('Middle name.'),
  FamilyName: text('Last name.'),
  Suffix: text('Suffix such as Jr.'),
  CompanyName: text('Company of the person.'),
  PrintOnCheckName: text('Name printed on checks.'),
  Active: flag('False once it was made inactive (QuickBooks deletes names only this way).'),
  PrimaryPhone: phone('Main telephone number.'),
  AlternatePhone: phone('Second telephone number.'),
  Mobile: phone('Mobile telephone number.'),
  Fax: phone('Fax number.'),
  PrimaryEmailAddr: email('E-mail address.'),
  WebAddr: website('Web site.'),
  V4IDPseudonym: text("Intuit's public id of the person."),
} satisfies Fields;

/** Where a record stands in a tree of its own kind. */
export const treeFields = (entity: string, what: string) =>
  ({
    ParentRef: reference(entity, `${what} this one belongs to.`),
    Level: whole('Depth in the tree; 0 is the top.'),
    FullyQualifiedName: text('Name with the names of its parents in front, parted by colons.'),
  }) satisfies Fields;
