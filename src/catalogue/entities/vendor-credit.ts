import { defineEntity } from '../entity.ts';
import { decimal } from '../fields.ts';
import { purchaseLines } from '../line-details.ts';
import { contractorTaxFields, purchaseFields } from '../shared-fields.ts';

export const vendorCredit = defineEntity({
  name: 'VendorCredit',
  table: 'vendor_credits',
  kind: 'transaction',
  doc: 'Credits from vendors, to be set against bills.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 57,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: purchaseLines,
  fields: {
    ...purchaseFields,
    Balance: decimal('Part of the credit not yet used, in the transaction currency.'),
    HomeBalance: decimal('Part of the credit not yet used, in the home currency.'),
    IncludeInAnnualTPAR: contractorTaxFields.IncludeInAnnualTPAR,
  },
});
