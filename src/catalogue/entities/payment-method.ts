import { defineEntity } from '../entity.ts';
import { flag, text } from '../fields.ts';

export const paymentMethod = defineEntity({
  name: 'PaymentMethod',
  table: 'payment_methods',
  kind: 'list',
  doc: 'Methods of payment, such as Cash, Check or a kind of card.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'merged'] },
  loadOrder: 7,
  fields: {
    Name: text('Name of the method.'),
    Type: text('CREDIT_CARD or NON_CREDIT_CARD.'),
    Active: flag('False once it was made inactive.'),
  },
});
