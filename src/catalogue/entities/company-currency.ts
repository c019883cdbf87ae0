import { defineEntity } from '../entity.ts';
import { flag, text } from '../fields.ts';

export const companyCurrency = defineEntity({
  name: 'CompanyCurrency',
  table: 'company_currencies',
  kind: 'list',
  doc: 'Currencies the company uses beside its own; only with multicurrency.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 5,
  fields: {
    Code: text('ISO code of the currency; what the currency columns of other tables hold.'),
    Name: text('Name of the currency.'),
    Active: flag('False once it was made inactive.'),
  },
});
