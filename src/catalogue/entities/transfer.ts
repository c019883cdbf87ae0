import { defineEntity } from '../entity.ts';
import { decimal, reference } from '../fields.ts';
import { transactionFields } from '../shared-fields.ts';

export const transfer = defineEntity({
  name: 'Transfer',
  table: 'transfers',
  kind: 'transaction',
  doc: "Transfers of money between the company's own accounts.",
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided'] },
  loadOrder: 66,
  voidable: true,
  linkedTransactions: true,
  fields: {
    ...transactionFields,
    Amount: decimal('Amount transferred.'),
    FromAccountRef: reference('Account', 'Account the money comes from.'),
    ToAccountRef: reference('Account', 'Account the money goes to.'),
    ClassRef: reference('Class', 'Class of the transfer.'),
  },
});
