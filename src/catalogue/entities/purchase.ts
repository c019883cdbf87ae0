import { defineEntity } from '../entity.ts';
import { address, flag, reference, text, typedReference } from '../fields.ts';
import { purchaseLines } from '../line-details.ts';
import { contractorTaxFields, paymentFields, totalFields, transactionFields } from '../shared-fields.ts';

export const purchase = defineEntity({
  name: 'Purchase',
  table: 'purchases',
  kind: 'transaction',
  doc: 'Purchases paid at once: expenses, checks and credit card charges or credits.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided'] },
  loadOrder: 64,
  voidable: true,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: purchaseLines,
  fields: {
    ...transactionFields,
    ...totalFields,
    ...paymentFields,
    PaymentType: text('Cash, Check or CreditCard.'),
    AccountRef: reference('Account', 'Bank or credit card account the money comes from.'),
    EntityRef: typedReference('Vendor, customer or employee who is paid.'),
    Credit: flag('True for a credit card credit (a refund), false for a charge.'),
    PaymentMethodRef: reference('PaymentMethod', 'Method of payment.'),
    PaymentRefNum: text('Number of the check or other payment.'),
    PrintStatus: text('NotSet, NeedToPrint or PrintComplete.'),
    Memo: text('Message printed on the check.'),
    RemitToAddr: address('Address the payment goes to'),
    ...contractorTaxFields,
  },
});
