import { defineEntity } from '../entity.ts';
import { decimal } from '../fields.ts';
import { salesLines } from '../line-details.ts';
import { paymentFields, salesFormFields } from '../shared-fields.ts';

export const refundReceipt = defineEntity({
  name: 'RefundReceipt',
  table: 'refund_receipts',
  kind: 'transaction',
  doc: 'Refunds paid to customers at once.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided', 'emailed'] },
  loadOrder: 63,
  voidable: true,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: salesLines,
  fields: {
    ...salesFormFields,
    ...paymentFields,
    RemainingCredit: decimal('Part of the refund not yet used.'),
  },
});
