import { defineEntity } from '../entity.ts';
import { flag, text } from '../fields.ts';
import { treeFields } from '../shared-fields.ts';

export const classEntity = defineEntity({
  name: 'Class',
  table: 'classes',
  kind: 'list',
  doc: 'Classes: a second way to sort transactions, beside accounts.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'merged'] },
  loadOrder: 9,
  // References show the name with its parents. (facts#reference-name)
  nameField: 'FullyQualifiedName',
  fields: {
    Name: text('Name of the class.'),
    ...treeFields('Class', 'Class'),
    SubClass: flag('True when the class lies below another.'),
    Active: flag('False once it was made inactive (QuickBooks deletes classes only this way).'),
  },
});
