import { type Company } from '../company/company.ts';
import { faults } from '../base/fault.ts';
import { type Entry } from '../ledger/entry.ts';
import { applied, isCredit, unappliedCents } from '../books/posting-payments.ts';
import { amount, isDecimal, toCents } from '../values/decimal.ts';
import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../values/json.ts';
import { type Behaviour, type Link, type PrepareContext } from './behaviour.ts';
import { dateAndCurrency, setTotal } from './header.ts';
import { voidedPayment } from './voided.ts';

type Kind = {
  readonly person: 'CustomerRef' | 'VendorRef';
  /** What such a payment can be applied to. */
  readonly targets: ReadonlySet<string>;
};

function prepareLines(draft: JsonObject): void {
  draft['Line'] = objectsAt(draft, 'Line').map((line): JsonObject => ({
    Amount: amount(toCents(line['Amount'])),
    LinkedTxn: objectsAt(line, 'LinkedTxn'),
    ...(line['LineEx'] === undefined ? {} : { LineEx: line['LineEx'] }),
  }));
}

/** Whether the second person is the first, or a job below. */
function belongsTo(company: Company, personId: string | undefined, owner: string | undefined): boolean {
  for (let id = personId; id !== undefined;) {
    if (id === owner) return true;
    id = refAt(company.find('Customer', id)?.body ?? {}, 'ParentRef');
  }
  return false;
}

function checkApplied(
  draft: JsonObject,
  { company, entries }: PrepareContext,
  { person, targets }: Kind,
): void {
  const open = new Map<string, number>();
  for (const { entity, id, cents } of applied(draft)) {
    const target = targets.has(entity) ? company.find(entity, id) : undefined;
    if (target === undefined) throw faults.invalidReference('LinkedTxn', id);
    const owner = refAt(draft, person);
    const theirs = refAt(target.body, person);
    if (person === 'VendorRef' ? theirs !== owner : !belongsTo(company, theirs, owner))
      throw faults.business('A payment can be applied only to transactions of the same customer or vendor.');
    const key = `${entity} ${id}`;
    const left = (open.get(key) ?? toCents(target.body['Balance']) + settledBy(entries, entity, id)) - cents;
    if (left < 0 || cents < 0)
      throw faults.business("You can't apply more to a transaction than its open balance.");
    open.set(key, left);
  }
}

function settledBy(entries: readonly Entry[], entity: string, id: string): number {
  let sum = 0;
  for (const { settles, foreign } of entries) {
    if (settles?.entity === entity && settles.id === id) sum += Math.abs(foreign);
  }
  return sum;
}

const linksOf =
  (shownAs: (body: JsonObject) => string) =>
  (body: JsonObject): Link[] =>
    applied(body).map(({ entity, id }) => ({ entity, id, shownAs: shownAs(body) }));

function withoutLines(
  body: JsonObject,
  target: { readonly entity: string; readonly id: string },
): JsonObject {
  const remaining = objectsAt(body, 'Line').filter(
    (line) =>
      !applied({ Line: [line] }).some(({ entity, id }) => entity === target.entity && id === target.id),
  );
  return withinTotal({ ...body, Line: remaining });
}

/** Without a credit that had paid a part, a payment covers less: what it was applied to last is open again. */
function withinTotal(body: JsonObject): JsonObject {
  const lines = [...objectsAt(body, 'Line')];
  for (let missing = -unappliedCents(body); missing > 0;) {
    const last = lines.findLastIndex((line) =>
      applied({ Line: [line] }).some(({ entity }) => !isCredit(entity)),
    );
    const line = lines[last];
    if (line === undefined) break;
    const cents = toCents(line['Amount']);
    if (cents <= missing) lines.splice(last, 1);
    else lines[last] = { ...line, Amount: amount(cents - missing) };
    missing -= cents;
  }
  return { ...body, Line: lines };
}

const received: Kind = { person: 'CustomerRef', targets: new Set(['Invoice', 'CreditMemo']) };
const paid: Kind = { person: 'VendorRef', targets: new Set(['Bill', 'VendorCredit']) };

export const payment: Behaviour = {
  prepare(draft, context) {
    const { company, before } = context;
    const customer = company.find('Customer', refAt(draft, 'CustomerRef') ?? '')?.body;
    if (customer === undefined) throw faults.missing('CustomerRef');
    if (!isDecimal(draft['TotalAmt'])) throw faults.missing('TotalAmt');
    draft['TotalAmt'] = amount(toCents(draft['TotalAmt']));
    prepareLines(draft);
    dateAndCurrency(draft, context, customer);
    checkApplied(draft, context, received);
    if (unappliedCents(draft) < 0)
      throw faults.business('The amount applied is larger than the amount of the payment.');
    const undeposited = company.accountOf('UndepositedFunds');
    // A payment of nothing only links a credit to a charge and goes to no account (facts#payment-of-nothing).
    if (undeposited !== undefined && toCents(draft['TotalAmt']) !== 0)
      draft['DepositToAccountRef'] ??= { value: undeposited };
    draft['UnappliedAmt'] = amount(unappliedCents(draft));
    draft['ProcessPayment'] ??= false;
    draft['LinkedTxn'] = before?.['LinkedTxn'] ?? [];
    return draft;
  },
  links: linksOf(() => 'Payment'),
  unlink(body, target) {
    const changed = withoutLines(body, target);
    changed['UnappliedAmt'] = amount(Math.max(0, unappliedCents(changed)));
    return changed;
  },
  voided: voidedPayment,
};

export const billPayment: Behaviour = {
  prepare(draft, context) {
    const { company } = context;
    const vendor = company.find('Vendor', refAt(draft, 'VendorRef') ?? '')?.body;
    if (vendor === undefined) throw faults.missing('VendorRef');
    if (!isDecimal(draft['TotalAmt'])) throw faults.missing('TotalAmt');
    const source =
      textAt(draft, 'PayType') === 'CreditCard'
        ? refAt(objectAt(draft, 'CreditCardPayment'), 'CCAccountRef')
        : refAt(objectAt(draft, 'CheckPayment'), 'BankAccountRef');
    if (source === undefined) throw faults.missing('PayType');
    prepareLines(draft);
    dateAndCurrency(draft, context, vendor);
    setTotal(draft, company, toCents(draft['TotalAmt']));
    checkApplied(draft, context, paid);
    if (unappliedCents(draft) < 0)
      throw faults.business('The amount applied is larger than the amount of the payment.');
    if (textAt(draft, 'PayType') === 'Check') {
      const check = objectAt(draft, 'CheckPayment');
      draft['CheckPayment'] = { ...check, PrintStatus: check['PrintStatus'] ?? 'NotSet' };
    }
    return draft;
  },
  links: linksOf((body) =>
    textAt(body, 'PayType') === 'CreditCard' ? 'BillPaymentCreditCard' : 'BillPaymentCheck',
  ),
  unlink: withoutLines,
  voided: voidedPayment,
};
