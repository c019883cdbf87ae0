import { defineEntity } from '../entity.ts';
import { decimal } from '../fields.ts';
import { salesLines } from '../line-details.ts';
import { paymentFields, salesFormFields } from '../shared-fields.ts';

export const salesReceipt = defineEntity({
  name: 'SalesReceipt',
  table: 'sales_receipts',
  kind: 'transaction',
  doc: 'Sales that are paid at once.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided', 'emailed'] },
  loadOrder: 61,
  voidable: true,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: salesLines,
  fields: {
    ...salesFormFields,
    ...paymentFields,
    LessCIS: decimal('Amount withheld under the construction industry scheme (United Kingdom).'),
  },
});
