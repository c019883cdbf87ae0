import { defineEntity } from '../entity.ts';
import { decimal, flag, reference } from '../fields.ts';
import { plainTotalFields, transactionFields } from '../shared-fields.ts';

export const reimburseCharge = defineEntity({
  name: 'ReimburseCharge',
  table: 'reimburse_charges',
  kind: 'transaction',
  doc: 'Billable costs waiting to be put on an invoice, with their markup.',
  abilities: { query: true, cdc: true, webhooks: [], unproven: ['cdc'] },
  loadOrder: 70,
  linkedTransactions: true,
  taxLines: true,
  lines: ['ReimburseLineDetail'],
  fields: {
    ...transactionFields,
    ...plainTotalFields,
    CustomerRef: reference('Customer', 'Customer who reimburses the cost.'),
    HasBeenInvoiced: flag('True once it stands on an invoice.'),
    Amount: decimal('Amount to be reimbursed.'),
  },
});
