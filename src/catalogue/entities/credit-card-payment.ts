import { defineEntity } from '../entity.ts';
import { decimal, reference, text } from '../fields.ts';
import { transactionFields } from '../shared-fields.ts';

export const creditCardPayment = defineEntity({
  name: 'CreditCardPayment',
  // QuickBooks answers with the name of its own schema. (facts#answer-key)
  jsonKey: 'CreditCardPaymentTxn',
  table: 'credit_card_payments',
  kind: 'transaction',
  doc: 'Payments from a bank account to a credit card account.',
  abilities: { query: true, cdc: true, webhooks: [] },
  loadOrder: 67,
  linkedTransactions: true,
  fields: {
    ...transactionFields,
    Amount: decimal('Amount paid.'),
    BankAccountRef: reference('Account', 'Bank account the money comes from.'),
    CreditCardAccountRef: reference('Account', 'Credit card account that is paid.'),
    VendorRef: reference('Vendor', 'Bank or card company.'),
    CheckNum: text('Number of the check.'),
    PrintStatus: text('NotSet, NeedToPrint or PrintComplete.'),
    Memo: text('Memo of the payment.'),
  },
});
