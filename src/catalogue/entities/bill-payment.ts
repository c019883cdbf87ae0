import { defineEntity } from '../entity.ts';
import { address, decimal, flag, group, reference, structure, text } from '../fields.ts';
import { checkFields, plainTotalFields, transactionFields } from '../shared-fields.ts';

export const billPayment = defineEntity({
  name: 'BillPayment',
  table: 'bill_payments',
  kind: 'transaction',
  doc: 'Payments of bills, by check or by credit card; the lines say which bills.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'voided'] },
  loadOrder: 81,
  voidable: true,
  linkedTransactions: true,
  taxLines: true,
  lines: ['PaymentLineDetail'],
  fields: {
    ...transactionFields,
    ...plainTotalFields,
    VendorRef: reference('Vendor', 'Vendor who is paid.'),
    VendorAddr: address('Address of the vendor'),
    APAccountRef: reference('Account', 'Payables account.'),
    PayType: text('Check or CreditCard.'),
    CheckPayment: group({
      BankAccountRef: reference('Account', 'Bank account the check is drawn on.'),
      PrintStatus: text('NotSet, NeedToPrint or PrintComplete.'),
      CheckDetail: group(checkFields),
      PayeeAddr: address('Address of the payee'),
    }),
    CreditCardPayment: group({
      CCAccountRef: reference('Account', 'Credit card account the payment is charged to.'),
      CCDetail: structure('The charge, as QuickBooks sends it.'),
    }),
    ProcessBillPayment: flag('True when the payment is to be processed.'),
    TotalDiscountAmt: decimal('Discounts taken, where QuickBooks tells.'),
  },
});
