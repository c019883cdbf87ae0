import { type Entry } from './entry.ts';

export type Balance = { readonly home: number; readonly foreign: number };

const NOTHING: Balance = { home: 0, foreign: 0 };

/**
 * The running sums of everything that is posted: by account, by name (on receivables and payables) and by stock item.
 * The entries themselves stay with the records they come from.
 */
export class Ledger {
  readonly #accounts = new Map<string, Balance>();
  readonly #names = new Map<string, Balance>();
  readonly #stock = new Map<string, { units: number; cents: number }>();

  copy(): Ledger {
    const copy = new Ledger();
    for (const [account, balance] of this.#accounts) copy.#accounts.set(account, balance);
    for (const [name, balance] of this.#names) copy.#names.set(name, balance);
    for (const [item, stock] of this.#stock) copy.#stock.set(item, stock);
    return copy;
  }

  /** Adds a transaction's entries, or with `sign` -1 takes them away. */
  post(entries: readonly Entry[], sign: 1 | -1): void {
    for (const { account, cents, foreign, name, item, units } of entries) {
      add(this.#accounts, account, sign * cents, sign * foreign);
      if (name !== undefined)
        add(this.#names, `${account} ${name.entity} ${name.id}`, sign * cents, sign * foreign);
      if (item !== undefined) {
        const stock = this.#stock.get(item) ?? { units: 0, cents: 0 };
        this.#stock.set(item, { units: stock.units + sign * units, cents: stock.cents + sign * cents });
      }
    }
  }

  /** Debit positive. */
  account(id: string): Balance {
    return this.#accounts.get(id) ?? NOTHING;
  }

  /** What stands on that account under that name; debit positive. */
  name(account: string, entity: string, id: string): Balance {
    return this.#names.get(`${account} ${entity} ${id}`) ?? NOTHING;
  }

  stock(item: string): { readonly units: number; readonly cents: number } {
    return this.#stock.get(item) ?? { units: 0, cents: 0 };
  }

  /** Debits minus credits over everything: 0, always. */
  get total(): number {
    let sum = 0;
    for (const { home } of this.#accounts.values()) sum += home;
    return sum;
  }
}

function add(balances: Map<string, Balance>, key: string, home: number, foreign: number): void {
  const before = balances.get(key) ?? NOTHING;
  balances.set(key, { home: before.home + home, foreign: before.foreign + foreign });
}
