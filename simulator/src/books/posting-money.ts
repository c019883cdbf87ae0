import { findEntity } from '../entities/entities.ts';
import { toCents } from '../values/decimal.ts';
import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../values/json.ts';
import { type Books } from './books.ts';
import { type Entry, type Name, entry } from '../ledger/entry.ts';
import { taxEntries, unitsOf } from './posting-lines.ts';

const PEOPLE = new Set(['Customer', 'Vendor', 'Employee']);

function nameFrom(type: string | undefined, id: string | undefined): Name | undefined {
  const entity = type === undefined ? undefined : findEntity(type)?.name;
  if (entity === undefined || id === undefined || !PEOPLE.has(entity)) return undefined;
  return { entity: entity as Name['entity'], id };
}

/** The name a journal line bears. */
export function journalName(detail: JsonObject): Name | undefined {
  const entity = objectAt(detail, 'Entity');
  return nameFrom(textAt(entity, 'Type'), refAt(entity, 'EntityRef'));
}

export function journalEntries(books: Books): Entry[] {
  return objectsAt(books.body, 'Line').flatMap((line, index) => {
    const detail = objectAt(line, 'JournalEntryLineDetail');
    const account = refAt(detail, 'AccountRef');
    if (account === undefined) return [];
    const foreign = (detail['PostingType'] === 'Credit' ? -1 : 1) * toCents(line['Amount']);
    return [entry(account, books.home(foreign), { foreign, name: journalName(detail), line: index })];
  });
}

export function depositEntries(books: Books): Entry[] {
  const { body } = books;
  const total = toCents(body['TotalAmt']);
  const cashBack = objectAt(body, 'CashBack');
  const back = toCents(cashBack['Amount']);
  const cash = refAt(cashBack, 'AccountRef');
  const entries = [
    entry(refAt(body, 'DepositToAccountRef') ?? books.account('Checking'), books.home(total), {
      foreign: total,
    }),
    ...(cash === undefined ? [] : [entry(cash, books.home(back), { foreign: back })]),
  ];
  for (const [index, line] of objectsAt(body, 'Line').entries()) {
    const cents = toCents(line['Amount']);
    const detail = objectAt(line, 'DepositLineDetail');
    const whose = objectAt(detail, 'Entity');
    const isLinked = objectsAt(line, 'LinkedTxn').length > 0;
    const account = isLinked ? undefined : refAt(detail, 'AccountRef');
    entries.push(
      entry(account ?? books.account('UndepositedFunds'), -books.home(cents), {
        foreign: -cents,
        name: nameFrom(textAt(whose, 'type'), textAt(whose, 'value')),
        line: index,
      }),
    );
  }
  return [...entries, ...taxEntries(books, -1)];
}

/** From one account to another: Transfer and CreditCardPayment. */
export function moveEntries(books: Books, from: string, to: string): Entry[] {
  const cents = toCents(books.body['Amount']);
  const [source, target] = [refAt(books.body, from), refAt(books.body, to)];
  if (source === undefined || target === undefined) return [];
  return [
    entry(target, books.home(cents), { foreign: cents }),
    entry(source, -books.home(cents), { foreign: -cents }),
  ];
}

export function adjustmentEntries(books: Books): Entry[] {
  const adjust = refAt(books.body, 'AdjustAccountRef');
  return objectsAt(books.body, 'Line').flatMap((line, index) => {
    const detail = objectAt(line, 'ItemAdjustmentLineDetail');
    const item = refAt(detail, 'ItemRef');
    if (item === undefined || adjust === undefined) return [];
    const units = unitsOf(detail, 'QtyDiff');
    const cost = Math.sign(units) * books.cost(item, Math.abs(units));
    const asset = refAt(books.item(item), 'AssetAccountRef') ?? books.account('Inventory');
    return [entry(asset, cost, { item, units, line: index }), entry(adjust, -cost, { line: index })];
  });
}

export function taxPaymentEntries(books: Books): Entry[] {
  const bank = refAt(books.body, 'PaymentAccountRef');
  const isRefund = textAt(books.body, 'Refund') === 'true';
  const cents = (isRefund ? -1 : 1) * toCents(books.body['PaymentAmount']);
  return bank === undefined ? [] : [entry(books.account('GlobalTaxPayable'), cents), entry(bank, -cents)];
}

/** What an inventory item starts with stands against the opening balances. */
export function openingStockEntries(books: Books, itemId: string, units: number): Entry[] {
  const cost = books.cost(itemId, units);
  const asset = refAt(books.body, 'AssetAccountRef') ?? books.account('Inventory');
  return [entry(asset, cost, { item: itemId, units }), entry(books.account('OpeningBalanceEquity'), -cost)];
}
