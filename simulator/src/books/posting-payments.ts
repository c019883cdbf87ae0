import { toCents } from '../values/decimal.ts';
import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../values/json.ts';
import { type Books } from './books.ts';
import { type Entry, type Name, entry } from '../ledger/entry.ts';

type Linked = { readonly entity: string; readonly id: string; readonly cents: number };

/** What the lines of a payment apply to which transaction. */
export function applied(body: JsonObject): Linked[] {
  return objectsAt(body, 'Line').flatMap((line) => {
    const cents = toCents(line['Amount']);
    return objectsAt(line, 'LinkedTxn').flatMap((link) => {
      const id = textAt(link, 'TxnId');
      const entity = textAt(link, 'TxnType');
      return id === undefined || entity === undefined ? [] : [{ entity, id, cents }];
    });
  });
}

/** Credits count against the transactions they are applied with. */
const CREDITS = new Set(['CreditMemo', 'VendorCredit']);

export const isCredit = (entity: string): boolean => CREDITS.has(entity);

/** What is left of the amount of a payment after what it is applied to. */
export function unappliedCents(body: JsonObject): number {
  return applied(body).reduce(
    (rest, { entity, cents }) => rest + (isCredit(entity) ? cents : -cents),
    toCents(body['TotalAmt']),
  );
}

function settleEntries(books: Books, account: string, name: Name, side: 1 | -1): Entry[] {
  const entries = applied(books.body).map(({ entity, id, cents }) => {
    const sign = isCredit(entity) ? side : -side;
    const target = books.company.find(entity, id);
    const whose = target === undefined ? undefined : refAt(target.body, `${name.entity}Ref`);
    return entry(account, sign * books.relief({ entity, id }, cents), {
      foreign: sign * cents,
      name: whose === undefined ? name : { entity: name.entity, id: whose },
      settles: { entity, id },
    });
  });
  const rest = unappliedCents(books.body);
  return [...entries, entry(account, -side * books.home(rest), { foreign: -side * rest, name })];
}

/** Money on the one side, receivables on the other. */
export function paymentEntries(books: Books): Entry[] {
  const total = toCents(books.body['TotalAmt']);
  const bank = refAt(books.body, 'DepositToAccountRef') ?? books.account('UndepositedFunds');
  const name: Name = { entity: 'Customer', id: refAt(books.body, 'CustomerRef') ?? '' };
  return [
    entry(bank, books.home(total), { foreign: total }),
    ...settleEntries(books, books.receivable(), name, 1),
  ];
}

/** Payables on the one side, the bank or the card on the other. */
export function billPaymentEntries(books: Books): Entry[] {
  const { body } = books;
  const total = toCents(body['TotalAmt']);
  const source =
    refAt(objectAt(body, 'CheckPayment'), 'BankAccountRef') ??
    refAt(objectAt(body, 'CreditCardPayment'), 'CCAccountRef') ??
    books.account('Checking');
  const name: Name = { entity: 'Vendor', id: refAt(body, 'VendorRef') ?? '' };
  return [
    entry(source, -books.home(total), { foreign: -total }),
    ...settleEntries(books, books.payable(), name, -1),
  ];
}
