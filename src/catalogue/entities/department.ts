import { defineEntity } from '../entity.ts';
import { address, flag, text } from '../fields.ts';
import { treeFields } from '../shared-fields.ts';

export const department = defineEntity({
  name: 'Department',
  table: 'departments',
  kind: 'list',
  doc: 'Locations (or stores, regions, departments: the company chooses the word).',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'merged'] },
  loadOrder: 10,
  // References show the name with its parents. (facts#reference-name)
  nameField: 'FullyQualifiedName',
  fields: {
    Name: text('Name of the location.'),
    ...treeFields('Department', 'Location'),
    SubDepartment: flag('True when the location lies below another.'),
    Active: flag('False once it was made inactive (QuickBooks deletes locations only this way).'),
    Address: address('Address of the location'),
  },
});
