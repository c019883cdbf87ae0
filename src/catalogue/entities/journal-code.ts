import { defineEntity } from '../entity.ts';
import { flag, text } from '../fields.ts';

export const journalCode = defineEntity({
  name: 'JournalCode',
  table: 'journal_codes',
  kind: 'reference',
  doc: 'Journals (France).',
  abilities: { query: true, cdc: false, webhooks: ['created', 'updated'] },
  loadOrder: 15,
  fields: {
    Name: text('Code of the journal.'),
    Type: text('Expenses, Sales, Bank, Nouveaux, Wages, Cash or Others.'),
    Description: text('What the journal is for.'),
    Active: flag('False once it was made inactive.'),
  },
});
