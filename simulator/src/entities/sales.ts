import { type Entity, IDENTITY, columns, transaction, words } from './entity.ts';

const FORM = `CustomField DocNumber TxnDate DepartmentRef CurrencyRef ExchangeRate PrivateNote TxnStatus LinkedTxn Line
  TxnTaxDetail CustomerRef ProjectRef CustomerMemo BillAddr ShipAddr FreeFormAddress ShipFromAddr ClassRef`;
const TOTALS = `GlobalTaxCalculation TotalAmt HomeTotalAmt ApplyTaxAfterDiscount PrintStatus EmailStatus BillEmail
  BillEmailCc BillEmailBcc`;
const EXTRA = 'TaxExemptionRef ARAccountRef TxnSource TransactionLocationType CustomExtensions RecurDataRef';

export const sales: readonly Entity[] = [
  {
    ...transaction,
    name: 'Invoice',
    txnType: 'Invoice',
    operations: ['create', 'update', 'delete', 'void'],
    sendsTotalCount: true,
    columns: columns({
      string: 'DocNumber',
      date: 'TxnDate DueDate',
      ref: 'CustomerRef ProjectRef SalesTermRef',
      number: 'Balance TotalAmt',
    }),
    properties:
      words(`Deposit AllowIPNPayment AllowOnlinePayment AllowOnlineCreditCardPayment AllowOnlineACHPayment
      InvoiceLink ${IDENTITY} ${FORM} SalesTermRef DueDate ShipMethodRef ShipDate TrackingNum ${TOTALS} Balance
      HomeBalance DepositToAccountRef PaymentMethodRef DeliveryInfo ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'Estimate',
    columns: columns({ string: 'DocNumber', date: 'TxnDate DueDate', ref: 'CustomerRef ProjectRef' }),
    properties:
      words(`AcceptedBy AcceptedDate ExpirationDate ${IDENTITY} ${FORM} SalesTermRef DueDate ShipMethodRef
      ShipDate ${TOTALS} DeliveryInfo ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'SalesReceipt',
    txnType: 'Sales Receipt',
    operations: ['create', 'update', 'delete', 'void'],
    columns: columns({
      string: 'DocNumber',
      date: 'TxnDate',
      ref: 'CustomerRef ProjectRef',
      number: 'Balance TotalAmt',
    }),
    properties: words(`${IDENTITY} ${FORM} ShipMethodRef ShipDate TrackingNum ${TOTALS} Balance HomeBalance
      PaymentMethodRef PaymentRefNum PaymentType CreditCardPayment DepositToAccountRef DeliveryInfo ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'CreditMemo',
    txnType: 'Credit Memo',
    columns: columns({
      string: 'DocNumber',
      date: 'TxnDate',
      ref: 'CustomerRef ProjectRef SalesTermRef',
      number: 'Balance TotalAmt',
    }),
    properties:
      words(`RemainingCredit ${IDENTITY} ${FORM} SalesTermRef ${TOTALS} Balance HomeBalance PaymentMethodRef
      DepositToAccountRef InvoiceRef DeliveryInfo ${EXTRA}`),
  },
  {
    ...transaction,
    name: 'RefundReceipt',
    txnType: 'Refund',
    operations: ['create', 'update', 'delete', 'void'],
    columns: columns({
      string: 'DocNumber PaymentType',
      date: 'TxnDate',
      ref: 'CustomerRef ProjectRef',
      number: 'Balance TotalAmt',
    }),
    properties:
      words(`${IDENTITY} ${FORM} ${TOTALS} Balance HomeBalance PaymentMethodRef PaymentRefNum PaymentType
      CheckPayment CreditCardPayment DepositToAccountRef DeliveryInfo ${EXTRA}`),
  },
];
