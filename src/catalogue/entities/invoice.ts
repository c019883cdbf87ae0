import { defineEntity } from '../entity.ts';
import { date, decimal, flag, group, instant, text } from '../fields.ts';
import { salesLines } from '../line-details.ts';
import { salesFormFields } from '../shared-fields.ts';

export const invoice = defineEntity({
  name: 'Invoice',
  table: 'invoices',
  kind: 'transaction',
  doc: 'Invoices to customers: sales that are paid later.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided', 'emailed'] },
  loadOrder: 60,
  voidable: true,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: salesLines,
  // A link to the payment page is made anew whenever somebody asks for it.
  volatile: ['InvoiceLink', 'InvoiceLinkSecurityCode', 'InvoiceLinkExpiryDate'],
  fields: {
    ...salesFormFields,
    DueDate: date('Date the payment is due.'),
    Deposit: decimal('Deposit already received.'),
    AllowIPNPayment: flag('True when payment through the Intuit payment network is allowed.'),
    AllowOnlinePayment: flag('True when online payment is allowed.'),
    AllowOnlineCreditCardPayment: flag('True when online payment by card is allowed.'),
    AllowOnlineACHPayment: flag('True when online payment by bank transfer is allowed.'),
    AllowOnlinePayPalPayment: flag('True when online payment by PayPal or Venmo is allowed.'),
    AllowOnlineAffirmPayment: flag('True when online payment by instalments is allowed.'),
    EInvoiceStatus: text('State of the electronic invoice: Sent, Viewed, Paid.'),
    ECloudStatusTimeStamp: instant('When that state was last reached.'),
    invoiceStatus: text('State of the invoice, where QuickBooks tells.'),
    InvoiceLink: text('Link a customer pays at; only sent when asked for.'),
    InvoiceLinkSecurityCode: text('Security code of that link.'),
    InvoiceLinkExpiryDate: date('Last day of that link.'),
    PaymentDetailsMessage: text('Payment instructions shown to the customer.'),
    TxnRetainageDetail: group({
      RetainageAmount: decimal('Amount held back until the work is accepted.'),
      RetainageOpenBalance: decimal('Part of the retainage that is still open.'),
    }),
    LessCIS: decimal('Amount withheld under the construction industry scheme (United Kingdom).'),
    AutoPayEligible: flag('True when a recurring invoice can be paid automatically.'),
    SchedulePayEligible: flag('True when payment can be scheduled.'),
    ScheduledPaymentId: text('Id of the scheduled payment.'),
    GovtTxnRefIdentifier: text('Government reference of the transaction (Brazil, India).'),
    Exportation: text('Exportation type (Mexico).'),
  },
});
