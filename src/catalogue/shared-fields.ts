import {
  address,
  date,
  decimal,
  email,
  flag,
  group,
  instant,
  memo,
  named,
  phone,
  reference,
  sensitive,
  structure,
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
  TxnStatus: text('State of the transaction; on estimates Pending, Accepted, Closed, Rejected or Converted.'),
  TransactionLocationType: text('Location type for tax (France).'),
  TaxFormType: text('Type of the tax form.'),
  TaxFormNum: text('Number of the tax form.'),
  Tag: structure('Tags, as QuickBooks sends them.'),
  TxnApprovalInfo: group({
    ApprovalStatus: text('State of the approval workflow.'),
    ApprovalStatusDetail: text('Details of that state.'),
    LastChangedByUser: text('Who last changed that state.'),
    LastChangedDate: instant('When that state was last changed.'),
  }),
  TotalCostAmount: decimal('Cost of the whole transaction, where QuickBooks tracks it.'),
  HomeTotalCostAmount: decimal('That cost in the home currency.'),
  CustomExtensions: structure('Further dimensions, as QuickBooks sends them.'),
} satisfies Fields;

const globalTaxCalculation = text(
  'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable.',
);

/** Totals and tax of a transaction with a customer or a vendor. */
export const totalFields = {
  TotalAmt: decimal('Total including tax, in the transaction currency.'),
  HomeTotalAmt: decimal('Total in the home currency; only with multicurrency.'),
  GlobalTaxCalculation: globalTaxCalculation,
  TxnTaxDetail: group({
    TxnTaxCodeRef: reference('TaxCode', 'Tax code of the whole transaction (United States).'),
    TotalTax: decimal('Total tax.'),
    DefaultTaxCodeRef: reference('TaxCode', 'Tax code used unless another is chosen.'),
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
  DueDate: date('Date the payment is due.'),
  RemitToRef: reference(null, 'Name payments are to be sent to.'),
  AutoDocNumber: flag('True when QuickBooks gave the number.'),
  GovtTxnRefIdentifier: text('Government reference of the transaction (Brazil, India).'),
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

/** Check details of a payment. */
export const checkFields = {
  CheckNum: text('Number of the check.'),
  Status: text('State of the check.'),
  NameOnAcct: text('Name on the bank account of the check.'),
  AcctNum: sensitive(text('Bank account number of the check.')),
  BankName: text('Bank of the check.'),
} satisfies Fields;

/** How money was received or paid with a form: by check or by card. */
export const paymentFields = {
  CheckPayment: group(checkFields),
  CreditCardPayment: named(
    '',
    group({
      CreditChargeInfo: group({
        Number: sensitive(text('Card number, masked by QuickBooks.')),
        Type: text('Kind of card.'),
        NameOnAcct: text('Name on the card.'),
        CcExpiryMonth: whole('Month the card expires in.'),
        CcExpiryYear: whole('Year the card expires in.'),
        BillAddrStreet: text('Street of the card holder.'),
        PostalCode: text('Postal code of the card holder.'),
        CommercialCardCode: text('Code of a commercial card.'),
        CCTxnMode: text('CardPresent or CardNotPresent.'),
        CCTxnType: text('Charge or authorization.'),
        PrevCCTransId: text('Earlier card transaction this one belongs to.'),
        Amount: decimal('Amount charged.'),
        ProcessPayment: flag('True when the charge is to be processed.'),
      }),
      CreditChargeResponse: group({
        CCProcessor: text('Processor of the charge.'),
        CCTransId: text("Processor's id of the charge."),
        Status: text('Completed or Unknown.'),
        ResultCode: text("Processor's result code."),
        ResultMsg: text("Processor's result in words."),
        MerchantAcctNum: sensitive(text('Merchant account number.')),
        CardSecurityCodeMatch: text('Result of the check of the security code.'),
        AuthCode: text('Authorization code.'),
        AvsStreet: text('Result of the check of the street.'),
        AvsZip: text('Result of the check of the postal code.'),
        SecurityCode: text('Result of the check of the security code, older field.'),
        ReconBatchId: text('Batch of the settlement.'),
        PaymentGroupingCode: text('Group of the settlement.'),
        TxnAuthorizationTime: instant('When the charge was authorized.'),
        TxnAuthorizationStamp: text("Processor's stamp of the authorization."),
        ClientTransID: text("Client's id of the charge."),
      }),
    }),
  ),
} satisfies Fields;

/** What bills, vendor credits and purchase orders share. */
export const purchaseFields = {
  ...transactionFields,
  ...totalFields,
  VendorRef: reference('Vendor', 'Vendor.'),
  APAccountRef: reference('Account', 'Payables account.'),
  VendorAddr: address('Address of the vendor'),
  BillEmail: email('E-mail address of the form.'),
  ReplyEmail: email('E-mail address for replies.'),
  Memo: text('Message to the vendor, printed on the form.'),
} satisfies Fields;

/** Totals of transactions that have neither customer nor vendor. */
export const plainTotalFields = {
  TotalAmt: decimal('Total, in the transaction currency.'),
  HomeTotalAmt: decimal('Total in the home currency; only with multicurrency.'),
  GlobalTaxCalculation: globalTaxCalculation,
  TxnTaxDetail: totalFields.TxnTaxDetail,
} satisfies Fields;

/** Contractors under the schemes of the United Kingdom and of Australia. */
export const contractorTaxFields = {
  LessCIS: decimal('Amount withheld under the construction industry scheme (United Kingdom).'),
  IncludeInAnnualTPAR: flag('True when it counts for the taxable payments annual report (Australia).'),
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
  Organization: flag('True for an organization, false for a person.'),
  OtherContactInfo: structure('Further ways to reach the person, as QuickBooks sends them.'),
  V4IDPseudonym: text("Intuit's public id of the person."),
} satisfies Fields;

/** Where a record stands in a tree of its own kind. */
export const treeFields = (entity: string, what: string) =>
  ({
    ParentRef: reference(entity, `${what} this one belongs to.`),
    Level: whole('Depth in the tree; 0 is the top.'),
    FullyQualifiedName: text('Name with the names of its parents in front, parted by colons.'),
  }) satisfies Fields;
