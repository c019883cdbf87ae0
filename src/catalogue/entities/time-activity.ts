import { defineEntity } from '../entity.ts';
import { date, decimal, flag, reference, sensitive, text, wallClock, whole } from '../fields.ts';

export const timeActivity = defineEntity({
  name: 'TimeActivity',
  table: 'time_activities',
  kind: 'transaction',
  doc: 'Hours worked by employees and vendors.',
  // Intuit lists it among the entities change data capture leaves out; a release note of 2021 says otherwise.
  // (facts#cdc-time-activity)
  abilities: { query: true, cdc: false, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 69,
  linkedTransactions: true,
  fields: {
    TxnDate: date('Day of the work.'),
    NameOf: text('Who worked: Employee, Vendor or Other.'),
    EmployeeRef: reference('Employee', 'Employee who worked.'),
    VendorRef: reference('Vendor', 'Vendor who worked.'),
    OtherNameRef: reference(null, 'Other name who worked.'),
    CustomerRef: reference('Customer', 'Customer or job worked for.'),
    ProjectRef: reference('Customer', 'Project worked for.'),
    ItemRef: reference('Item', 'Service performed.'),
    ClassRef: reference('Class', 'Class of the work.'),
    DepartmentRef: reference('Department', 'Location of the work.'),
    PayrollItemRef: reference(null, 'Payroll item the hours count for.'),
    BillableStatus: text('NotBillable, Billable or HasBeenBilled.'),
    Taxable: flag('True when the hours are taxed when billed.'),
    HourlyRate: decimal('Rate an hour is billed at.'),
    CostRate: sensitive(decimal('What an hour costs the company.')),
    Hours: whole('Whole hours worked.'),
    Minutes: whole('Minutes beside the whole hours.'),
    Seconds: whole('Seconds beside the minutes.'),
    BreakHours: whole('Whole hours of the break.'),
    BreakMinutes: whole('Minutes of the break.'),
    BreakSeconds: whole('Seconds of the break.'),
    StartTime: wallClock('Begin of the work, by the clock where the work was done.'),
    EndTime: wallClock('End of the work, by the clock where the work was done.'),
    TimeZone: text('Time zone of the work.'),
    HoursInEmployeeTimeZone: flag('True when the times are in the time zone of the employee.'),
    TimeChargeId: text('Charge that was made from the hours.'),
    TransactionLocationType: text('Location type for tax (France).'),
    Description: text('What was done.'),
  },
});
