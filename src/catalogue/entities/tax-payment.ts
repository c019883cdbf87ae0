import { defineEntity } from '../entity.ts';
import { date, decimal, flag, reference, text } from '../fields.ts';

export const taxPayment = defineEntity({
  name: 'TaxPayment',
  table: 'tax_payments',
  kind: 'transaction',
  doc: 'Payments and refunds of filed tax returns (Australia, Canada, United Kingdom).',
  abilities: { query: true, cdc: true, webhooks: [], unproven: ['cdc'] },
  loadOrder: 71,
  fields: {
    PaymentDate: date('Day of the payment.'),
    PaymentAccountRef: reference('Account', 'Account the money comes from, or goes to for a refund.'),
    PaymentAmount: decimal('Amount paid.'),
    Refund: flag('True for a refund.'),
    Description: text('Memo of the payment.'),
  },
});
