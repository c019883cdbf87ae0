import { faults } from '../base/fault.ts';
import { type JsonObject, cloneJson, objectsAt, refAt, textAt } from '../values/json.ts';
import { type Behaviour, type Link, type PrepareContext } from './behaviour.ts';
import {
  customFields,
  dateAndCurrency,
  dueDate,
  linkedIds,
  ownAndOthersLinks,
  setBalance,
  setTotal,
} from './header.ts';
import { purchaseLines } from './lines.ts';
import { taxOf } from './tax.ts';
import { voidedForm } from './voided.ts';

const ORDERS = new Set(['PurchaseOrder']);

function prepareLines(draft: JsonObject, { company, before }: PrepareContext, isNumbered: boolean): void {
  if (company.profile.tax === 'international') draft['GlobalTaxCalculation'] ??= 'TaxExcluded';
  const { lines, subtotal, taxed } = purchaseLines(company, draft, before, isNumbered);
  const tax = taxOf(company, draft, taxed, 'PurchaseTaxRateList');
  draft['Line'] = lines;
  if (company.profile.tax === 'international') draft['TxnTaxDetail'] = tax.detail;
  else delete draft['TxnTaxDetail'];
  setTotal(draft, company, subtotal + tax.cents);
}

/** What an account says is right or not: payables on the right kind of account, and so on. */
function prepareVendorForm(draft: JsonObject, context: PrepareContext): void {
  const { company } = context;
  const vendor = company.find('Vendor', refAt(draft, 'VendorRef') ?? '')?.body;
  if (vendor === undefined) throw faults.missing('VendorRef');
  dateAndCurrency(draft, context, vendor);
  prepareLines(draft, context, true);
  const payable = company.accountOf('AccountsPayable', refAt(draft, 'CurrencyRef'));
  if (payable !== undefined) draft['APAccountRef'] ??= { value: payable };
  if (vendor['BillAddr'] !== undefined) draft['VendorAddr'] ??= cloneJson(vendor['BillAddr']);
}

const orderLinks =
  (shownAs: (body: JsonObject) => string) =>
  (body: JsonObject): Link[] =>
    linkedIds(body, 'PurchaseOrder').map((id) => ({ entity: 'PurchaseOrder', id, shownAs: shownAs(body) }));

const withoutLink: NonNullable<Behaviour['unlink']> = (body, { entity, id }) => ({
  ...body,
  LinkedTxn: objectsAt(body, 'LinkedTxn').filter(
    (link) => textAt(link, 'TxnType') !== entity || textAt(link, 'TxnId') !== id,
  ),
});

/** What a purchase is called where it is linked (facts#link-types). */
function purchaseType(body: JsonObject): string {
  if (textAt(body, 'PaymentType') === 'Check') return 'Check';
  if (textAt(body, 'PaymentType') !== 'CreditCard') return 'Expense';
  return body['Credit'] === true ? 'CreditCardCredit' : 'CreditCardCharge';
}

const PAYMENT_TYPES = new Set(['Cash', 'Check', 'CreditCard']);

/** Bills and everything else a company buys with. */
export const purchaseForms: Readonly<Record<string, Behaviour>> = {
  Bill: {
    prepare(draft, context) {
      const { company, before } = context;
      if (before !== undefined && refAt(before, 'VendorRef') !== refAt(draft, 'VendorRef') && isPaid(before))
        throw faults.business('The vendor of a bill that has been paid cannot be changed.');
      prepareVendorForm(draft, context);
      draft['DueDate'] ??= dueDate(company, draft);
      setBalance(draft, company, before);
      keepLinks(draft, before);
      return draft;
    },
    links: orderLinks(() => 'Bill'),
    unlink: withoutLink,
  },
  VendorCredit: {
    prepare(draft, context) {
      prepareVendorForm(draft, context);
      setBalance(draft, context.company, context.before);
      delete draft['HomeBalance'];
      keepLinks(draft, context.before);
      return draft;
    },
    unlink: withoutLink,
  },
  PurchaseOrder: {
    prepare(draft, context) {
      const { company, before } = context;
      prepareVendorForm(draft, context);
      draft['CustomField'] = customFields(company, draft).map(({ StringValue: _value, ...field }) => field);
      draft['EmailStatus'] ??= 'NotSet';
      draft['POStatus'] ??= before?.['POStatus'] ?? 'Open';
      draft['DocNumber'] ??= company.nextDocumentNumber();
      draft['LinkedTxn'] = before?.['LinkedTxn'] ?? [];
      return draft;
    },
    linked: (body, isLinked) => ({ ...body, POStatus: isLinked ? 'Closed' : 'Open' }),
  },
  Purchase: {
    prepare(draft, context) {
      const { company, before } = context;
      const accountId = refAt(draft, 'AccountRef');
      if (accountId === undefined) throw faults.missing('AccountRef');
      const type = textAt(draft, 'PaymentType') ?? textAt(before ?? {}, 'PaymentType');
      if (type === undefined || !PAYMENT_TYPES.has(type)) throw faults.missing('PaymentType');
      const account = company.find('Account', accountId)?.body ?? {};
      const kind = textAt(account, 'AccountType');
      if ((type === 'CreditCard') !== (kind === 'Credit Card'))
        throw faults.business('The account does not fit the payment type of the transaction.');
      draft['PaymentType'] = type;
      dateAndCurrency(draft, context, {
        CurrencyRef: account['CurrencyRef'] ?? { ...company.profile.currency },
      });
      prepareLines(draft, context, false);
      if (type === 'CreditCard') draft['Credit'] ??= false;
      if (type === 'Check') draft['PrintStatus'] ??= 'NotSet';
      draft['PurchaseEx'] ??= purchaseEx(type, draft['Credit'] === true);
      keepLinks(draft, before);
      return draft;
    },
    links: orderLinks(purchaseType),
    unlink: withoutLink,
    voided: voidedForm,
  },
};

function isPaid(before: JsonObject): boolean {
  return objectsAt(before, 'LinkedTxn').some(
    (link) => textAt(link, 'TxnType')?.startsWith('BillPayment') === true,
  );
}

function keepLinks(draft: JsonObject, before: JsonObject | undefined): void {
  const links = ownAndOthersLinks(draft, before, ORDERS);
  if (links.length > 0) draft['LinkedTxn'] = links;
  else delete draft['LinkedTxn'];
}

/** The noise that recorded purchases carry: the transaction's kind in Intuit's own numbering. */
function purchaseEx(type: string, isCredit: boolean): JsonObject {
  const number = { Cash: '54', Check: '3', CreditCard: isCredit ? '13' : '11' }[type] ?? '54';
  return {
    any: [
      {
        name: '{http://schema.intuit.com/finance/v3}NameValue',
        declaredType: 'com.intuit.schema.finance.v3.NameValue',
        scope: 'javax.xml.bind.JAXBElement$GlobalScope',
        value: { Name: 'TxnType', Value: number },
        nil: false,
        globalScope: true,
        typeSubstituted: false,
      },
    ],
  };
}
