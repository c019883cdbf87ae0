/**
 * What `LinkedTxn.TxnType` calls a transaction, where that is not its entity's name. Null: QuickBooks links to it
 * but lets nobody read it. (facts 9.3)
 */
export const linkTypes: Readonly<Record<string, string | null>> = {
  BillPaymentCheck: 'BillPayment',
  BillPaymentCreditCard: 'BillPayment',
  Expense: 'Purchase',
  Check: 'Purchase',
  CreditCardCredit: 'Purchase',
  CreditCardCharge: 'Purchase',
  'Cash Purchase': 'Purchase',
  StatementCharge: null,
  ChargeCredit: null,
};

/** The entity a link points at, or null where there is none to read. */
export function linkedEntity(txnType: string): string | null {
  const known = linkTypes[txnType];
  return known === undefined ? txnType : known;
}
