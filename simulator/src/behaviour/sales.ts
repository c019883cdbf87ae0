import { type Company } from '../company/company.ts';
import { faults } from '../base/fault.ts';
import {
  type Json,
  type JsonObject,
  cloneJson,
  objectsAt,
  rawNumber,
  refAt,
  textAt,
} from '../values/json.ts';
import { type Behaviour, type Link, type PrepareContext } from './behaviour.ts';
import { customFields, dateAndCurrency, dueDate, ownAndOthersLinks, setBalance, setTotal } from './header.ts';
import { saleLines } from './lines.ts';
import { taxOf } from './tax.ts';
import { voidedForm } from './voided.ts';

type Form = {
  readonly needsCustomer: boolean;
  /** `open`: others may pay it or use it up; `paid`: always 0; `none`: the entity has no Balance. */
  readonly balance: 'open' | 'paid' | 'none';
  readonly hasTerm: boolean;
  /** TxnTypes this form may be linked to by its own LinkedTxn. */
  readonly linksTo: readonly string[];
  readonly shownAs: string;
  /** The account on whose behalf money comes in, where the caller names none. */
  readonly depositTo: 'UndepositedFunds' | 'Checking' | undefined;
  readonly defaults: Readonly<Record<string, Json>>;
};

const form: Form = {
  needsCustomer: true,
  balance: 'none',
  hasTerm: false,
  linksTo: [],
  shownAs: '',
  depositTo: undefined,
  defaults: {},
};

function prepareForm(rules: Form, draft: JsonObject, context: PrepareContext): JsonObject {
  const { company, before } = context;
  const customerId = refAt(draft, 'CustomerRef');
  if (customerId === undefined && rules.needsCustomer) throw faults.missing('CustomerRef');
  const customer = customerId === undefined ? undefined : company.find('Customer', customerId)?.body;
  if (before !== undefined && isSettled(before) && refAt(before, 'CustomerRef') !== customerId)
    throw faults.business('The customer of a transaction that has been paid cannot be changed.');
  dateAndCurrency(draft, context, customer);
  if (company.profile.tax === 'international') draft['GlobalTaxCalculation'] ??= 'TaxExcluded';
  const made = saleLines(company, draft, before);
  const tax = taxOf(company, draft, made.taxed, 'SalesTaxRateList');
  for (const [property, value] of Object.entries(rules.defaults)) draft[property] ??= cloneJson(value);
  draft['CustomField'] = customFields(company, draft);
  draft['DocNumber'] ??= company.nextDocumentNumber();
  const links = ownAndOthersLinks(draft, before, new Set(rules.linksTo));
  if (links.length > 0 || rules.shownAs === 'Invoice') draft['LinkedTxn'] = links;
  else delete draft['LinkedTxn'];
  draft['Line'] = made.lines;
  draft['TxnTaxDetail'] = tax.detail;
  fillAddresses(draft, customer);
  if (rules.hasTerm) draft['DueDate'] ??= dueDate(company, draft);
  draft['ApplyTaxAfterDiscount'] ??= false;
  draft['PrintStatus'] ??= 'NeedToPrint';
  draft['EmailStatus'] ??= 'NotSet';
  setTotal(draft, company, made.subtotal - made.discount + tax.cents);
  fillBalance(rules, draft, company, before);
  const depositTo = rules.depositTo === undefined ? undefined : company.accountOf(rules.depositTo);
  if (depositTo !== undefined) draft['DepositToAccountRef'] ??= { value: depositTo };
  return draft;
}

function isSettled(before: JsonObject): boolean {
  return objectsAt(before, 'LinkedTxn').some((link) => textAt(link, 'TxnType') === 'Payment');
}

function fillAddresses(draft: JsonObject, customer: JsonObject | undefined): void {
  for (const address of ['BillAddr', 'ShipAddr']) {
    const known = customer?.[address];
    if (known !== undefined) draft[address] ??= cloneJson(known);
  }
  draft['FreeFormAddress'] ??= true;
}

function fillBalance(rules: Form, draft: JsonObject, company: Company, before: JsonObject | undefined): void {
  if (rules.balance === 'none') return;
  if (rules.balance === 'open') {
    setBalance(draft, company, before);
    if (rules.shownAs === 'CreditMemo') draft['RemainingCredit'] = draft['Balance'] ?? rawNumber('0');
    return;
  }
  draft['Balance'] = rawNumber('0');
  if (company.profile.multiCurrency) draft['HomeBalance'] = rawNumber('0');
}

function salesForm(rules: Form): Behaviour {
  const own = new Set(rules.linksTo);
  return {
    prepare: (draft, context) => prepareForm(rules, draft, context),
    voided: voidedForm,
    links: (body): Link[] =>
      objectsAt(body, 'LinkedTxn').flatMap((link) => {
        const [entity, id] = [textAt(link, 'TxnType'), textAt(link, 'TxnId')];
        return entity === undefined || id === undefined || !own.has(entity)
          ? []
          : [{ entity, id, shownAs: rules.shownAs }];
      }),
    unlink: (body, { entity, id }) => ({
      ...body,
      LinkedTxn: objectsAt(body, 'LinkedTxn').filter(
        (link) => textAt(link, 'TxnType') !== entity || textAt(link, 'TxnId') !== id,
      ),
    }),
  };
}

const online = {
  AllowIPNPayment: false,
  AllowOnlinePayment: false,
  AllowOnlineCreditCardPayment: false,
  AllowOnlineACHPayment: false,
};

/** The five forms a company sends to its customers. */
export const salesForms: Readonly<Record<string, Behaviour>> = {
  Invoice: salesForm({
    ...form,
    balance: 'open',
    hasTerm: true,
    linksTo: ['Estimate', 'TimeActivity', 'ReimburseCharge'],
    shownAs: 'Invoice',
    defaults: online,
  }),
  Estimate: {
    ...salesForm({ ...form, shownAs: 'Estimate', defaults: { TxnStatus: 'Pending' } }),
    linked: (body, isLinked) => ({ ...body, TxnStatus: isLinked ? 'Closed' : 'Pending' }),
  },
  SalesReceipt: salesForm({
    ...form,
    needsCustomer: false,
    balance: 'paid',
    shownAs: 'SalesReceipt',
    depositTo: 'UndepositedFunds',
  }),
  CreditMemo: salesForm({ ...form, balance: 'open', shownAs: 'CreditMemo' }),
  RefundReceipt: salesForm({
    ...form,
    needsCustomer: false,
    balance: 'paid',
    shownAs: 'RefundReceipt',
    depositTo: 'Checking',
  }),
};
