import { defineEntity } from '../entity.ts';
import { address, date, decimal, flag, sensitive, structure, text } from '../fields.ts';
import { personFields } from '../shared-fields.ts';

export const employee = defineEntity({
  name: 'Employee',
  table: 'employees',
  kind: 'list',
  doc: 'Employees: everyone who works for the company.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'merged'] },
  loadOrder: 32,
  fields: {
    ...personFields,
    FullyQualifiedName: text('Name as displayed.'),
    EmployeeNumber: text('Number of the employee in the company.'),
    EmployeeType: text('Kind of employment.'),
    SSN: sensitive(text('Social security number, masked by QuickBooks.')),
    BirthDate: sensitive(date('Date of birth.')),
    Gender: sensitive(text('Male or Female.')),
    HiredDate: date('First day of work.'),
    ReleasedDate: date('Last day of work.'),
    BillableTime: flag('True when the time of the employee can be billed.'),
    BillRate: decimal('Rate an hour is billed at.'),
    CostRate: sensitive(decimal('What an hour costs the company.')),
    UseTimeEntry: text('Whether time entries are used for pay.'),
    PrimaryAddr: address('Home address'),
    OtherAddr: structure('Further addresses, as QuickBooks sends them.'),
    Notes: text('Free text about the employee.'),
  },
});
