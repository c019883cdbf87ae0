import { defineEntity } from '../entity.ts';
import { decimal, flag, reference, text } from '../fields.ts';
import { paymentFields, plainTotalFields, transactionFields } from '../shared-fields.ts';

export const payment = defineEntity({
  name: 'Payment',
  table: 'payments',
  kind: 'transaction',
  doc: 'Payments received from customers; the lines say which invoices and credits they settle.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided', 'emailed'] },
  loadOrder: 80,
  voidable: true,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: ['PaymentLineDetail'],
  fields: {
    ...transactionFields,
    ...plainTotalFields,
    ...paymentFields,
    CustomerRef: reference('Customer', 'Customer or job who paid.'),
    UnappliedAmt: decimal('Part of the payment not yet set against an invoice.'),
    ARAccountRef: reference('Account', 'Receivables account.'),
    DepositToAccountRef: reference('Account', 'Account the money is deposited to.'),
    PaymentMethodRef: reference('PaymentMethod', 'Method of payment.'),
    PaymentRefNum: text('Number of the check or other payment.'),
    PaymentType: text('Cash, Check, CreditCard or Other.'),
    PaymentExtendedType: text('Finer kind of payment.'),
    ProcessPayment: flag('True when the payment is to be processed.'),
    RemitToRef: reference(null, 'Name payments are to be sent to.'),
  },
});
