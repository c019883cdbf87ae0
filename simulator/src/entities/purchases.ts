import { type Entity, IDENTITY, columns, transaction, words } from './entity.ts';

const HEAD = `${IDENTITY} CustomField DocNumber TxnDate DepartmentRef CurrencyRef ExchangeRate PrivateNote LinkedTxn Line
  TxnTaxDetail`;
const EXTRA = 'GlobalTaxCalculation TransactionLocationType CustomExtensions RecurDataRef ProjectRef';

export const purchases: readonly Entity[] = [
  {
    ...transaction,
    name: 'Bill',
    txnType: 'Bill',
    sendsTotalCount: true,
    columns: columns({
      string: 'DocNumber',
      date: 'TxnDate DueDate',
      ref: 'VendorRef APAccountRef SalesTermRef',
      number: 'TotalAmt Balance',
    }),
    properties:
      words(`SalesTermRef DueDate Balance HomeBalance ${HEAD} VendorRef VendorAddr APAccountRef TotalAmt
      HomeTotalAmt Memo ReplyEmail ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'VendorCredit',
    txnType: 'Vendor Credit',
    columns: columns({
      string: 'DocNumber',
      date: 'TxnDate',
      ref: 'VendorRef APAccountRef',
      number: 'TotalAmt Balance',
    }),
    properties: words(`Balance ${HEAD} VendorRef VendorAddr APAccountRef TotalAmt HomeTotalAmt ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'PurchaseOrder',
    sendsTotalCount: true,
    columns: columns({
      string: 'DocNumber POStatus',
      date: 'TxnDate DueDate',
      ref: 'VendorRef',
      number: 'TotalAmt',
    }),
    properties:
      words(`POEmail EmailStatus POStatus ${HEAD} VendorRef APAccountRef VendorAddr ShipAddr ShipTo ClassRef
      SalesTermRef ShipMethodRef DueDate TotalAmt HomeTotalAmt Memo ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'Purchase',
    txnType: 'Expense',
    operations: ['create', 'update', 'delete'],
    columns: columns({
      string: 'DocNumber PaymentType',
      date: 'TxnDate',
      number: 'TotalAmt',
      ref: 'PaymentMethodRef',
      boolean: 'Credit',
    }),
    properties:
      words(`AccountRef PaymentMethodRef PaymentRefNum PaymentType EntityRef RemitToAddr Credit TotalAmt
      HomeTotalAmt PrintStatus PurchaseEx ${HEAD} Memo ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'BillPayment',
    txnType: 'Bill Payment (Check)',
    sendsTotalCount: true,
    operations: ['create', 'update', 'delete', 'void'],
    columns: columns({
      string: 'DocNumber PayType',
      date: 'TxnDate',
      ref: 'VendorRef APAccountRef',
      number: 'TotalAmt',
    }),
    properties: words(`VendorRef APAccountRef PayType CheckPayment CreditCardPayment TotalAmt HomeTotalAmt
      ProcessBillPayment ${IDENTITY} DocNumber TxnDate DepartmentRef CurrencyRef ExchangeRate PrivateNote LinkedTxn Line
      TransactionLocationType`),
  },
];
