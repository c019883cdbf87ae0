import { expect, test } from 'vitest';
import { referenceStem, toSnakeCase } from './naming.ts';

test.each([
  ['DocNumber', 'doc_number'],
  ['TxnDate', 'txn_date'],
  ['TotalAmt', 'total_amt'],
  ['Line1', 'line1'],
  ['V4IDPseudonym', 'v4_id_pseudonym'],
  ['AllowOnlineACHPayment', 'allow_online_ach_payment'],
  ['PONumber', 'po_number'],
  ['GSTIN', 'gstin'],
  ['EInvoiceStatus', 'e_invoice_status'],
  ['invoiceStatus', 'invoice_status'],
  ['Vendor1099', 'vendor1099'],
])('the QuickBooks name %s becomes the column %s', (name, column) => {
  expect(toSnakeCase(name)).toBe(column);
});

test.each([
  ['CustomerRef', 'customer'],
  ['ARAccountRef', 'ar_account'],
  ['APAccountRef', 'ap_account'],
  ['MarkUpIncomeAccountRef', 'mark_up_income_account'],
])('the reference %s names its columns after %s', (name, stem) => {
  expect(referenceStem(name)).toBe(stem);
});
