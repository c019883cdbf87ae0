import { type Entity, IDENTITY, columns, transaction, words } from './entity.ts';

const HEAD = `${IDENTITY} DocNumber TxnDate DepartmentRef CurrencyRef ExchangeRate PrivateNote`;

/** Money received and moved, journal entries, stock and time. */
export const money: readonly Entity[] = [
  {
    ...transaction,
    name: 'Payment',
    txnType: 'Payment',
    operations: ['create', 'update', 'delete', 'void'],
    columns: columns({
      number: 'TotalAmt UnappliedAmt',
      ref: 'CustomerRef PaymentMethodRef',
      date: 'TxnDate',
      string: 'PaymentRefNum',
    }),
    properties:
      words(`CustomerRef ProjectRef ARAccountRef DepositToAccountRef PaymentMethodRef PaymentRefNum TotalAmt
      UnappliedAmt ProcessPayment CreditCardPayment ${IDENTITY} TxnDate CurrencyRef ExchangeRate PrivateNote LinkedTxn
      Line TxnSource TransactionLocationType`),
  },
  {
    ...transaction,
    name: 'Deposit',
    txnType: 'Deposit',
    sendsTotalCount: true,
    columns: columns({
      string: 'DocNumber',
      date: 'TxnDate',
      number: 'TotalAmt',
      ref: 'DepositToAccountRef',
    }),
    properties: words(`DepositToAccountRef CashBack TotalAmt HomeTotalAmt ${HEAD} LinkedTxn Line TxnTaxDetail
      GlobalTaxCalculation TransactionLocationType CustomExtensions RecurDataRef`),
  },
  {
    ...transaction,
    name: 'JournalEntry',
    txnType: 'Journal Entry',
    sendsTotalCount: true,
    columns: columns({ string: 'DocNumber', date: 'TxnDate', number: 'TotalAmt' }),
    properties:
      words(`Adjustment HomeCurrencyAdjustment EnteredInHomeCurrency TotalAmt HomeTotalAmt ${HEAD} Line
      TxnTaxDetail GlobalTaxCalculation JournalCodeRef TransactionLocationType CustomExtensions RecurDataRef`),
  },
  {
    ...transaction,
    name: 'Transfer',
    txnType: 'Transfer',
    columns: columns({ date: 'TxnDate', number: 'Amount', ref: 'FromAccountRef ToAccountRef' }),
    properties: words(`FromAccountRef ToAccountRef Amount ClassRef ${HEAD} LinkedTxn TransactionLocationType
      RecurDataRef`),
  },
  {
    ...transaction,
    name: 'CreditCardPaymentTxn',
    path: 'CreditCardPayment',
    txnType: 'Credit Card Payment',
    sendsTotalCount: true,
    columns: columns({ date: 'TxnDate', number: 'Amount', ref: 'VendorRef' }),
    properties: words(
      `CreditCardAccountRef BankAccountRef Amount VendorRef CheckNum PrintStatus Memo ${HEAD}`,
    ),
  },
  {
    ...transaction,
    name: 'InventoryAdjustment',
    txnType: 'Inventory Qty Adjust',
    cdc: false,
    columns: columns({ string: 'DocNumber', date: 'TxnDate' }),
    properties: words(`AdjustAccountRef CustomerRef ShippingAdjustment ${HEAD} Line CustomExtensions`),
  },
  {
    ...transaction,
    name: 'TimeActivity',
    cdc: false,
    maxLength: { Description: 4_000 },
    columns: columns({
      date: 'TxnDate',
      ref: 'ProjectRef EmployeeRef VendorRef CustomerRef',
      string: 'BillableStatus',
    }),
    properties:
      words(`TimeZone TxnDate NameOf EmployeeRef VendorRef CustomerRef DepartmentRef ItemRef ClassRef
      PayrollItemRef ProjectRef BillableStatus Taxable HourlyRate CostRate Hours Minutes Seconds BreakHours BreakMinutes
      BreakSeconds StartTime EndTime Description ${IDENTITY} TransactionLocationType`),
  },
  {
    ...transaction,
    name: 'ReimburseCharge',
    operations: [],
    columns: columns({ date: 'TxnDate', ref: 'CustomerRef', boolean: 'HasBeenInvoiced' }),
    properties:
      words(`CustomerRef HasBeenInvoiced Amount HomeTotalAmt ${IDENTITY} TxnDate CurrencyRef ExchangeRate
      PrivateNote LinkedTxn Line`),
  },
  {
    ...transaction,
    name: 'TaxPayment',
    txnType: 'Sales Tax Payment',
    sendsTotalCount: true,
    operations: [],
    columns: columns({ date: 'PaymentDate', ref: 'PaymentAccountRef' }),
    properties: words(`PaymentDate PaymentAccountRef PaymentAmount Description Refund ${IDENTITY}`),
  },
];
