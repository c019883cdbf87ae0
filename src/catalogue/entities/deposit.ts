import { defineEntity } from '../entity.ts';
import { decimal, group, reference, text } from '../fields.ts';
import { plainTotalFields, transactionFields } from '../shared-fields.ts';

export const deposit = defineEntity({
  name: 'Deposit',
  table: 'deposits',
  kind: 'transaction',
  doc: 'Deposits of payments and other money to a bank account.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 85,
  linkedTransactions: true,
  taxLines: true,
  lines: ['DepositLineDetail'],
  fields: {
    ...transactionFields,
    ...plainTotalFields,
    DepositToAccountRef: reference('Account', 'Account the money is deposited to.'),
    CashBack: group({
      AccountRef: reference('Account', 'Account the cash taken out is booked to.'),
      Amount: decimal('Cash taken out.'),
      Memo: text('What the cash was taken for.'),
    }),
  },
});
