import { type Entity, IDENTITY, columns, entityDefaults, words } from './entity.ts';

const transaction = {
  ...entityDefaults,
  kind: 'transaction',
  // Observed (facts 3.2): an edit moves a transaction to the front of the next page.
  defaultOrder: [{ column: 'MetaData.LastUpdatedTime', descending: true }],
  operations: ['create', 'update', 'delete', 'void'],
  maxLength: { PrivateNote: 4_000, DocNumber: 21 },
} as const;

export const transactions: readonly Entity[] = [
  {
    ...transaction,
    name: 'Invoice',
    sendsTotalCount: true,
    columns: columns({
      string: 'DocNumber',
      date: 'TxnDate DueDate',
      ref: 'CustomerRef ProjectRef SalesTermRef',
      number: 'Balance TotalAmt',
    }),
    properties:
      words(`Deposit AllowIPNPayment AllowOnlinePayment AllowOnlineCreditCardPayment AllowOnlineACHPayment
      InvoiceLink ${IDENTITY} CustomField DocNumber TxnDate DepartmentRef CurrencyRef ExchangeRate PrivateNote LinkedTxn
      Line TxnTaxDetail CustomerRef ProjectRef CustomerMemo BillAddr ShipAddr FreeFormAddress ShipFromAddr ClassRef
      SalesTermRef DueDate ShipMethodRef ShipDate TrackingNum GlobalTaxCalculation TotalAmt HomeTotalAmt
      ApplyTaxAfterDiscount PrintStatus EmailStatus BillEmail BillEmailCc BillEmailBcc Balance HomeBalance
      DepositToAccountRef PaymentMethodRef DeliveryInfo`),
  },
  {
    ...transaction,
    name: 'Payment',
    columns: columns({
      number: 'TotalAmt UnappliedAmt',
      ref: 'CustomerRef PaymentMethodRef',
      date: 'TxnDate',
      string: 'PaymentRefNum',
    }),
    properties:
      words(`CustomerRef ProjectRef ARAccountRef DepositToAccountRef PaymentMethodRef PaymentRefNum TotalAmt
      UnappliedAmt ProcessPayment ${IDENTITY} TxnDate CurrencyRef ExchangeRate PrivateNote LinkedTxn Line`),
  },
];
