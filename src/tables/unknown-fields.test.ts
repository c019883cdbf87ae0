import { expect, test } from 'vitest';
import { entityByName, type EntityDefinition } from '../catalogue/index.ts';
import { unknownFields } from './unknown-fields.ts';

const entity = (name: string): EntityDefinition => {
  const found = entityByName(name);
  if (found === undefined) throw new Error(`No entity ${name}.`);
  return found;
};

// Keys seen in a real company of May 2026, by entity.
const seen: readonly (readonly [string, string])[] = [
  [
    'Account',
    'Name SubAccount FullyQualifiedName Active Classification AccountType AccountSubType CurrentBalance CurrentBalanceWithSubAccounts CurrencyRef ParentRef',
  ],
  [
    'BillPayment',
    'VendorRef PayType TotalAmt DocNumber TxnDate CurrencyRef Line CheckPayment CreditCardPayment',
  ],
  [
    'Bill',
    'DueDate Balance TxnDate CurrencyRef Line VendorRef APAccountRef TotalAmt VendorAddr LinkedTxn SalesTermRef PrivateNote',
  ],
  [
    'CreditMemo',
    'RemainingCredit CustomField DocNumber TxnDate CurrencyRef Line TxnTaxDetail CustomerRef BillAddr ShipAddr FreeFormAddress ShipFromAddr TotalAmt ApplyTaxAfterDiscount PrintStatus EmailStatus Balance PrivateNote',
  ],
  [
    'Customer',
    'Taxable Job BillWithParent Balance BalanceWithJobs CurrencyRef PreferredDeliveryMethod IsProject GivenName FullyQualifiedName DisplayName PrintOnCheckName Active FamilyName PrimaryEmailAddr V4IDPseudonym ClientEntityId BillAddr PrimaryPhone ShipAddr CompanyName WebAddr Mobile Notes Fax ParentRef Level DefaultTaxCodeRef MiddleName',
  ],
  ['Deposit', 'DepositToAccountRef TotalAmt TxnDate CurrencyRef Line TxnTaxDetail PrivateNote CashBack'],
  [
    'Estimate',
    'CustomField DocNumber TxnDate CurrencyRef TxnStatus Line TxnTaxDetail CustomerRef BillAddr ShipAddr FreeFormAddress TotalAmt ApplyTaxAfterDiscount PrintStatus EmailStatus ShipFromAddr LinkedTxn CustomerMemo BillEmail PrivateNote DeliveryInfo',
  ],
  [
    'Invoice',
    'AllowIPNPayment AllowOnlinePayment AllowOnlineCreditCardPayment AllowOnlineACHPayment CustomField DocNumber TxnDate CurrencyRef LinkedTxn Line TxnTaxDetail CustomerRef BillAddr DueDate TotalAmt ApplyTaxAfterDiscount PrintStatus EmailStatus Balance FreeFormAddress ShipAddr CustomerMemo SalesTermRef BillEmail ShipFromAddr DeliveryInfo PrivateNote InvoiceLink',
  ],
  [
    'Item',
    'Name Active FullyQualifiedName Taxable UnitPrice Type IncomeAccountRef PurchaseCost TrackQtyOnHand Description PurchaseDesc ExpenseAccountRef AssetAccountRef QtyOnHand InvStartDate DeferredRevenue',
  ],
  ['JournalEntry', 'Adjustment TotalAmt TxnDate CurrencyRef PrivateNote Line TxnTaxDetail DocNumber'],
  [
    'Payment',
    'CustomerRef TotalAmt UnappliedAmt ProcessPayment TxnDate CurrencyRef Line DepositToAccountRef PaymentMethodRef LinkedTxn PaymentRefNum PrivateNote',
  ],
  [
    'PurchaseOrder',
    'EmailStatus POStatus CustomField TxnDate CurrencyRef LinkedTxn Line VendorRef APAccountRef TotalAmt DocNumber Memo VendorAddr ShipAddr',
  ],
  [
    'Vendor',
    'Balance Vendor1099 CurrencyRef DisplayName PrintOnCheckName Active V4IDPseudonym CompanyName PrimaryPhone BillAddr GivenName FamilyName AcctNum PrimaryEmailAddr WebAddr Mobile Fax BillRate TermRef Title MiddleName CostRate Suffix',
  ],
  [
    'Purchase',
    'AccountRef PaymentType TotalAmt PurchaseEx TxnDate CurrencyRef Line EntityRef DocNumber Credit PrintStatus PrivateNote RemitToAddr',
  ],
];

test.each(seen)('every field that a real %s had is known', (name, keys) => {
  const record = Object.fromEntries(
    ['Id', 'SyncToken', 'MetaData', 'domain', 'sparse', ...keys.split(' ')].map((key) => [key, 'x']),
  );
  expect(unknownFields(entity(name), [record])).toEqual([]);
});

test('fields of tomorrow are named, on the record, its lines and its bundles', () => {
  const record = {
    Id: '1',
    NewField: 1,
    InvoiceEx: {},
    Line: [
      {
        Id: '1',
        LineEx: {},
        Colour: 'red',
        SalesItemLineDetail: { ItemRef: { value: '1' }, Flavour: 'sweet' },
      },
      { GroupLineDetail: { Line: [{ SubTotalLineDetail: { Depth: 1 } }, { NewLineDetail: {} }] } },
    ],
  };
  expect(unknownFields(entity('Invoice'), [record])).toEqual([
    'Line.Colour',
    'Line.NewLineDetail',
    'Line.SalesItemLineDetail.Flavour',
    'Line.SubTotalLineDetail.Depth',
    'NewField',
  ]);
});

test('fields of tomorrow are named inside objects and lists that have columns; what is kept whole is not looked into', () => {
  const record = {
    Id: '1',
    BillAddr: { Id: '9', Line1: 'x', Note: '', PlusCode: '8FVC' },
    BillEmail: { Address: 'a@example.com', Default: true },
    CustomerRef: { value: '1', name: 'x' },
    DeliveryInfo: { DeliveryType: 'Email', DeliveryHour: 7 },
    TxnTaxDetail: { TotalTax: 1, TaxLine: [{ Amount: 1, Whatever: 1 }] },
    CustomExtensions: [{ Anything: 1 }],
    CheckPayment: null,
  };
  expect(unknownFields(entity('Invoice'), [record])).toEqual([
    'BillAddr.PlusCode',
    'CheckPayment',
    'DeliveryInfo.DeliveryHour',
  ]);
  const budget = { BudgetDetail: [{ Amount: 1 }, { Amount: 2, Spread: 'even' }] };
  expect(unknownFields(entity('Budget'), [budget])).toEqual(['BudgetDetail.Spread']);
});

test('a recurring transaction is known by the fields of what it makes', () => {
  const template = (inner: object) => [{ Invoice: { Id: '1', RecurringInfo: {}, ...inner } }];
  const recurring = entity('RecurringTransaction');
  expect(unknownFields(recurring, template({ AllowOnlineACHPayment: true, BillAddr: {} }))).toEqual([]);
  expect(unknownFields(recurring, template({ NewField: true }))).toEqual(['NewField']);
  // Known of a payment, but no template has a column for it.
  expect(unknownFields(recurring, [{ Payment: { Id: '1', UnappliedAmt: 5 } }])).toEqual(['UnappliedAmt']);
});

test('without records nothing is unknown', () => {
  expect(unknownFields(entity('Invoice'), [])).toEqual([]);
});
