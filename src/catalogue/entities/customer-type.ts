import { defineEntity } from '../entity.ts';
import { flag, reference, text } from '../fields.ts';

export const customerType = defineEntity({
  name: 'CustomerType',
  table: 'customer_types',
  kind: 'list',
  doc: 'Types a company sorts its customers into.',
  abilities: { query: true, cdc: true, webhooks: [] },
  loadOrder: 8,
  fields: {
    Name: text('Name of the type.'),
    ParentRef: reference('CustomerType', 'Type this one lies below.'),
    FullyQualifiedName: text('Name with the names of its parents in front, parted by colons.'),
    Active: flag('False once it was made inactive.'),
  },
});
