import { isDecimal, toCents } from '../values/decimal.ts';
import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../values/json.ts';
import { type Books } from './books.ts';
import { type Entry, UNITS, entry } from '../ledger/entry.ts';

/** A quantity in whole units of stock. */
export function unitsOf(detail: JsonObject, property = 'Qty'): number {
  const text = textAt(detail, property);
  return text === undefined || !isDecimal(text) ? 0 : Math.round(Number(text) * UNITS);
}

function saleLine(books: Books, line: JsonObject, sign: 1 | -1, index: number): Entry[] {
  const detail = objectAt(line, 'SalesItemLineDetail');
  const itemId = refAt(detail, 'ItemRef');
  const item = books.item(itemId);
  const cents = toCents(line['Amount']);
  const income =
    refAt(detail, 'ItemAccountRef') ??
    refAt(item, 'IncomeAccountRef') ??
    books.account('SalesOfProductIncome');
  const entries = [entry(income, -sign * books.home(cents), { foreign: -sign * cents, line: index })];
  if (itemId !== undefined && item['TrackQtyOnHand'] === true) {
    const units = unitsOf(detail);
    const cost = books.cost(itemId, units);
    const expense = refAt(item, 'ExpenseAccountRef') ?? books.account('SuppliesMaterialsCogs');
    const asset = refAt(item, 'AssetAccountRef') ?? books.account('Inventory');
    entries.push(entry(expense, sign * cost, { line: index }));
    entries.push(entry(asset, -sign * cost, { line: index, item: itemId, units: -sign * units }));
  }
  return entries;
}

/** Income, discounts, tax and cost of goods of a sales form; `sign` is 1 for a sale, -1 for a credit or a refund. */
export function saleEntries(books: Books, sign: 1 | -1): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of objectsAt(books.body, 'Line').entries()) {
    switch (textAt(line, 'DetailType') ?? '') {
      case 'SalesItemLineDetail':
        entries.push(...saleLine(books, line, sign, index));
        break;
      case 'GroupLineDetail':
        for (const inner of objectsAt(objectAt(line, 'GroupLineDetail'), 'Line'))
          entries.push(...saleLine(books, inner, sign, index));
        break;
      case 'DiscountLineDetail': {
        const account =
          refAt(objectAt(line, 'DiscountLineDetail'), 'DiscountAccountRef') ??
          books.account('DiscountsRefundsGiven');
        const cents = toCents(line['Amount']);
        entries.push(entry(account, sign * books.home(cents), { foreign: sign * cents, line: index }));
        break;
      }
      default:
        break;
    }
  }
  return [...entries, ...taxEntries(books, -sign as 1 | -1)];
}

/** Sales tax, or the tax paid on purchases, on the account of the tax agency. */
export function taxEntries(books: Books, sign: 1 | -1): Entry[] {
  const cents = toCents(objectAt(books.body, 'TxnTaxDetail')['TotalTax']);
  if (cents === 0) return [];
  return [entry(books.account('GlobalTaxPayable'), sign * books.home(cents), { foreign: sign * cents })];
}

/** Expenses and stock of a purchase form; `sign` is 1 for a purchase, -1 for a credit. */
export function purchaseEntries(books: Books, sign: 1 | -1): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of objectsAt(books.body, 'Line').entries()) {
    const cents = sign * toCents(line['Amount']);
    const parts = { foreign: cents, line: index };
    const detail = objectAt(line, 'ItemBasedExpenseLineDetail');
    const itemId = refAt(detail, 'ItemRef');
    if (itemId === undefined) {
      const account = refAt(objectAt(line, 'AccountBasedExpenseLineDetail'), 'AccountRef');
      if (account !== undefined) entries.push(entry(account, books.home(cents), parts));
      continue;
    }
    const item = books.item(itemId);
    if (item['TrackQtyOnHand'] === true) {
      const asset = refAt(item, 'AssetAccountRef') ?? books.account('Inventory');
      entries.push(
        entry(asset, books.home(cents), { ...parts, item: itemId, units: sign * unitsOf(detail) }),
      );
    } else {
      const account = refAt(item, 'ExpenseAccountRef') ?? books.account('SuppliesMaterialsCogs');
      entries.push(entry(account, books.home(cents), parts));
    }
  }
  return [...entries, ...taxEntries(books, sign)];
}
