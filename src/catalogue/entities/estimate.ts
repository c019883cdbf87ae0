import { defineEntity } from '../entity.ts';
import { date, text } from '../fields.ts';
import { salesLines } from '../line-details.ts';
import { salesFormFields } from '../shared-fields.ts';

export const estimate = defineEntity({
  name: 'Estimate',
  table: 'estimates',
  kind: 'transaction',
  doc: 'Estimates (quotes) to customers; they move no account.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'emailed'] },
  loadOrder: 55,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: salesLines,
  fields: {
    ...salesFormFields,
    ExpirationDate: date('Last day the offer holds.'),
    AcceptedBy: text('Who accepted the offer.'),
    AcceptedDate: date('Day the offer was accepted.'),
  },
});
