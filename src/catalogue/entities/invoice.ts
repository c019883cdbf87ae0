import { defineEntity } from '../entity.ts';
import { date, decimal, flag, group, instant, structure, text } from '../fields.ts';
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
    Exportation: text('Exportation type (Mexico).'),
    CfdiUse: text('Use of the electronic invoice (Mexico).'),
    GlobalInfo: group({
      Periodicity: text('Period of a global invoice (Mexico).'),
      Month: text('Month of a global invoice (Mexico).'),
      Year: text('Year of a global invoice (Mexico).'),
    }),
    callToAction: text('What the company should do next about it.'),
    invoiceStatusLog: structure('History of that state, as QuickBooks sends it.'),
    ConvenienceFeeDetail: group({
      ConvenienceFeeType: text('Kind of fee for paying online.'),
      ConvenienceFeePercent: decimal('Fee for paying online, in percent.'),
    }),
    EnabledSurchargeInfo: structure('Surcharges for paying online, as QuickBooks sends them.'),
    GratuityEnabled: flag('True when the customer may add a tip.'),
    FinancingProductType: text('Financing offered to the customer.'),
    SubscriptionPaymentsSetting: text('Setting of automatic payments.'),
  },
});
