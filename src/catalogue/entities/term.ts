import { defineEntity } from '../entity.ts';
import { decimal, flag, text, whole } from '../fields.ts';

export const term = defineEntity({
  name: 'Term',
  table: 'terms',
  kind: 'list',
  doc: 'Terms of payment.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated'] },
  loadOrder: 6,
  fields: {
    Name: text('Name of the terms.'),
    Active: flag('False once it was made inactive.'),
    Type: text('STANDARD (a number of days) or DATE_DRIVEN (a day of the month).'),
    DueDays: whole('Days until the payment is due.'),
    DiscountPercent: decimal('Discount for paying early, in percent.'),
    DiscountDays: whole('Days in which the discount can be taken.'),
    DayOfMonthDue: whole('Day of the month the payment is due.'),
    DueNextMonthDays: whole('Days before that day from which on the next month counts.'),
    DiscountDayOfMonth: whole('Day of the month until which the discount can be taken.'),
  },
});
