import { defineEntity } from '../entity.ts';
import { decimal, reference } from '../fields.ts';
import { salesLines } from '../line-details.ts';
import { paymentFields, salesFormFields } from '../shared-fields.ts';

export const creditMemo = defineEntity({
  name: 'CreditMemo',
  table: 'credit_memos',
  kind: 'transaction',
  doc: 'Credits given to customers, to be set against invoices.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided', 'emailed'] },
  loadOrder: 62,
  voidable: true,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: salesLines,
  fields: {
    ...salesFormFields,
    ...paymentFields,
    RemainingCredit: decimal('Part of the credit not yet used.'),
    InvoiceRef: reference('Invoice', 'Invoice the credit was given for (India).'),
  },
});
