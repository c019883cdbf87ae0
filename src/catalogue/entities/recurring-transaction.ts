import { defineEntity } from '../entity.ts';
import { date, decimal, flag, group, named, reference, text, whole } from '../fields.ts';
import { bill } from './bill.ts';
import { creditMemo } from './credit-memo.ts';
import { deposit } from './deposit.ts';
import { estimate } from './estimate.ts';
import { invoice } from './invoice.ts';
import { journalEntry } from './journal-entry.ts';
import { purchaseOrder } from './purchase-order.ts';
import { purchase } from './purchase.ts';
import { refundReceipt } from './refund-receipt.ts';
import { salesReceipt } from './sales-receipt.ts';
import { transfer } from './transfer.ts';
import { vendorCredit } from './vendor-credit.ts';

/*
 * QuickBooks wraps the template in its type, `{"Invoice": {..., "RecurringInfo": {...}}}`. The columns are those of
 * every transaction that can be made from one, with the wrapper's key as `Type`: a field that such an entity gets, its
 * templates get too. (facts#recurring-types)
 */
export const recurringTransaction = defineEntity({
  name: 'RecurringTransaction',
  table: 'recurring_transactions',
  kind: 'reference',
  doc: 'Templates of transactions that recur: what is made, and when.',
  abilities: { query: true, cdc: true, webhooks: [], unproven: ['cdc'] },
  loadOrder: 91,
  wrapped: true,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: [...new Set([...invoice.lines, ...purchaseOrder.lines, ...journalEntry.lines, ...deposit.lines])],
  fields: {
    Type: text('Type of the transaction the template makes, such as Invoice or Bill.'),
    RecurringInfo: named(
      '',
      group({
        Name: text('Name of the template.'),
        Active: flag('False when nothing is made from it for now.'),
        RecurType: text('Automated, Reminder or Unscheduled.'),
        ScheduleInfo: group({
          IntervalType: text('Daily, Weekly, Monthly or Yearly.'),
          NumInterval: whole('Number of such intervals between two transactions.'),
          DayOfMonth: whole('Day of the month.'),
          DayOfWeek: text('Day of the week.'),
          WeekOfMonth: whole('Week of the month.'),
          MonthOfYear: text('Month of the year.'),
          DaysBefore: whole('Days the transaction is made in advance.'),
          RemindDays: whole('Days a reminder is given in advance.'),
          MaxOccurrences: whole('Number of transactions to make in all.'),
          StartDate: date('First day of the schedule.'),
          EndDate: date('Last day of the schedule.'),
          NextDate: date('Day of the next transaction.'),
          PreviousDate: date('Day of the last transaction.'),
        }),
      }),
    ),
    ...estimate.fields,
    ...invoice.fields,
    ...salesReceipt.fields,
    ...creditMemo.fields,
    ...refundReceipt.fields,
    ...purchaseOrder.fields,
    ...bill.fields,
    ...vendorCredit.fields,
    ...purchase.fields,
    ...deposit.fields,
    ...transfer.fields,
    ...journalEntry.fields,
    // What is said of one kind of them only, said of all.
    AccountRef: reference('Account', 'Account the money comes from (purchases).'),
    FromAccountRef: reference('Account', 'Account the money comes from (transfers).'),
    ToAccountRef: reference('Account', 'Account the money goes to (transfers).'),
    ClassRef: reference('Class', 'Class of the whole transaction.'),
    PaymentType: text('Cash, Check, CreditCard or Other.'),
    DueDate: date('Date the payment is due.'),
    Amount: decimal('Amount (transfers).'),
    Balance: decimal('Balance a transaction made from it starts with.'),
    HomeBalance: decimal('That balance in the home currency.'),
    Credit: flag('True for a credit card credit (purchases).'),
    Memo: text('Message printed on the form (purchases).'),
  },
});
