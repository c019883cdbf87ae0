import { defineEntity } from '../entity.ts';
import { address, date, decimal, reference } from '../fields.ts';
import { purchaseLines } from '../line-details.ts';
import { contractorTaxFields, purchaseFields } from '../shared-fields.ts';

export const bill = defineEntity({
  name: 'Bill',
  table: 'bills',
  kind: 'transaction',
  doc: 'Bills from vendors: purchases that are paid later.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 56,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: purchaseLines,
  fields: {
    ...purchaseFields,
    SalesTermRef: reference('Term', 'Terms of payment.'),
    DueDate: date('Date the payment is due.'),
    Balance: decimal('Amount still to be paid, in the transaction currency.'),
    HomeBalance: decimal('Amount still to be paid, in the home currency.'),
    PayerRef: reference(null, 'Who pays the bill.'),
    RemitToAddr: address('Address the payment goes to'),
    ShipAddr: address('Shipping address'),
    ...contractorTaxFields,
  },
});
