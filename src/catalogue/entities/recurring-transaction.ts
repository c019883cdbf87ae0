import { defineEntity } from '../entity.ts';
import {
  date,
  decimal,
  flag,
  group,
  memo,
  named,
  reference,
  text,
  typedReference,
  whole,
} from '../fields.ts';
import { purchaseLines, salesLines } from '../line-details.ts';
import { totalFields, transactionFields } from '../shared-fields.ts';

/*
 * QuickBooks wraps the template in its type, `{"Invoice": {..., "RecurringInfo": {...}}}`. The columns are those of
 * the inner transaction that most types share, with the wrapper's key as `Type`; whatever else it has is in `raw`.
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
  lines: [...salesLines, ...purchaseLines, 'JournalEntryLineDetail', 'DepositLineDetail'],
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
    ...transactionFields,
    ...totalFields,
    CustomerRef: reference('Customer', 'Customer or job.'),
    CustomerMemo: memo('Message to the customer, printed on the form.'),
    VendorRef: reference('Vendor', 'Vendor.'),
    EntityRef: typedReference('Vendor, customer or employee who is paid.'),
    AccountRef: reference('Account', 'Account the money comes from (purchases).'),
    DepositToAccountRef: reference('Account', 'Account the money is deposited to.'),
    FromAccountRef: reference('Account', 'Account the money comes from (transfers).'),
    ToAccountRef: reference('Account', 'Account the money goes to (transfers).'),
    ARAccountRef: reference('Account', 'Receivables account.'),
    APAccountRef: reference('Account', 'Payables account.'),
    ClassRef: reference('Class', 'Class of the whole transaction.'),
    SalesTermRef: reference('Term', 'Terms of payment.'),
    PaymentMethodRef: reference('PaymentMethod', 'Method of payment.'),
    PaymentType: text('Cash, Check, CreditCard or Other.'),
    DueDate: date('Date the payment is due.'),
    Amount: decimal('Amount (transfers).'),
    Balance: decimal('Balance a transaction made from it starts with.'),
    EmailStatus: text('NotSet, NeedToSend or EmailSent.'),
    PrintStatus: text('NotSet, NeedToPrint or PrintComplete.'),
    Credit: flag('True for a credit card credit (purchases).'),
    Memo: text('Message printed on the form (purchases).'),
  },
});
