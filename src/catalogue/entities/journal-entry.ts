import { defineEntity } from '../entity.ts';
import { flag } from '../fields.ts';
import { plainTotalFields, transactionFields } from '../shared-fields.ts';

export const journalEntry = defineEntity({
  name: 'JournalEntry',
  table: 'journal_entries',
  kind: 'transaction',
  doc: 'Journal entries: debits and credits written by hand or by an accountant.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 65,
  linkedTransactions: true,
  taxLines: true,
  lines: ['JournalEntryLineDetail', 'DescriptionLineDetail'],
  fields: {
    ...transactionFields,
    ...plainTotalFields,
    Adjustment: flag("True for an accountant's adjusting entry."),
    HomeCurrencyAdjustment: flag('True for an adjustment of the home currency value.'),
    EnteredInHomeCurrency: flag('True when amounts are in the home currency.'),
  },
});
