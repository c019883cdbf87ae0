import { type Company } from '../company/company.ts';
import { amount, multiplyToCents, toCents } from '../values/decimal.ts';
import { type JsonObject, refAt, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Entry, type Target, UNITS, entry } from '../ledger/entry.ts';

/** What posting functions may know: the record being posted, its company's accounts, and what stock costs at the moment. */
export class Books {
  readonly company: Company;
  readonly body: JsonObject;
  /** Home currency for one unit of the transaction's currency, as a decimal. */
  readonly rate: string;
  readonly currency: string;
  readonly #own: readonly Entry[];

  constructor(company: Company, record: StoredRecord, body: JsonObject) {
    this.company = company;
    this.body = body;
    this.#own = record.entries;
    this.rate = company.profile.multiCurrency ? (textAt(body, 'ExchangeRate') ?? '1') : '1';
    this.currency = refAt(body, 'CurrencyRef') ?? company.profile.currency.value;
  }

  /** An amount of the transaction in the home currency. */
  home(cents: number, rate = this.rate): number {
    return rate === '1' ? cents : multiplyToCents(amount(cents), rate);
  }

  /** The account with that sub type; every company has those that QuickBooks makes by itself. */
  account(subType: string, currency?: string): string {
    const id = this.company.accountOf(subType, currency) ?? this.company.accountOf(subType);
    if (id === undefined) throw new Error(`The company has no account of sub type ${subType}.`);
    return id;
  }

  receivable(): string {
    return refAt(this.body, 'ARAccountRef') ?? this.account('AccountsReceivable', this.currency);
  }

  payable(): string {
    return refAt(this.body, 'APAccountRef') ?? this.account('AccountsPayable', this.currency);
  }

  item(id: string | undefined): JsonObject {
    return (id === undefined ? undefined : this.company.find('Item', id)?.body) ?? {};
  }

  /** What so many units of an item cost by the average of what is in stock; by its purchase price when there is none. */
  cost(itemId: string, units: number): number {
    const { units: total, cents: value } = this.company.ledger.stock(itemId);
    let inStock = total;
    let worth = value;
    for (const { item, units: own, cents } of this.#own) {
      if (item !== itemId) continue;
      inStock -= own;
      worth -= cents;
    }
    if (inStock > 0 && worth > 0) {
      if (units === inStock) return worth;
      return Math.round((worth * units) / inStock);
    }
    return Math.round((toCents(this.item(itemId)['PurchaseCost']) * units) / UNITS);
  }

  /** What paying so much of a transaction takes off receivables or payables in the home currency: all that is left, when it is paid up. */
  relief(target: Target, foreign: number): number {
    const record = this.company.find(target.entity, target.id);
    if (record === undefined) return this.home(foreign);
    const { body } = record;
    if (body['HomeBalance'] === undefined) return this.home(foreign, textAt(body, 'ExchangeRate') ?? '1');
    let open = toCents(body['Balance']);
    let openHome = toCents(body['HomeBalance']);
    for (const { settles, cents, foreign: paid } of this.#own) {
      if (settles?.entity !== target.entity || settles.id !== target.id) continue;
      open += Math.abs(paid);
      openHome += Math.abs(cents);
    }
    return foreign === open ? openHome : this.home(foreign, textAt(body, 'ExchangeRate') ?? '1');
  }
}

/** The entries without those that move nothing, closed by an entry for what rates and rounding left over. */
export function balanced(books: Books, entries: readonly Entry[]): Entry[] {
  const kept = entries.filter(({ cents, foreign, units }) => cents !== 0 || foreign !== 0 || units !== 0);
  const rest = kept.reduce((sum, { cents }) => sum + cents, 0);
  if (rest !== 0) kept.push(entry(books.account('ExchangeGainOrLoss'), -rest));
  return kept;
}
