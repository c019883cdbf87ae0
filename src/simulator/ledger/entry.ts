/** Whose balance an entry on receivables or payables moves. */
export type Name = { readonly entity: 'Customer' | 'Vendor' | 'Employee'; readonly id: string };

/** The transaction whose open balance an entry pays or uses up. */
export type Target = { readonly entity: string; readonly id: string };

/** One side of a transaction in the ledger. */
export type Entry = {
  readonly account: string;
  /** Cents in the home currency, debit positive. */
  readonly cents: number;
  /** The same in the currency of the transaction. */
  readonly foreign: number;
  readonly name: Name | undefined;
  readonly settles: Target | undefined;
  /** The inventory item whose stock moves, and by how many hundred-thousandths. */
  readonly item: string | undefined;
  readonly units: number;
  /** Which line of the record it comes from; -1 for the record as a whole. */
  readonly line: number;
};

export type EntryParts = Partial<Omit<Entry, 'account' | 'cents'>>;

/** Makes entries of one shape, which keeps a large ledger small. */
export function entry(account: string, cents: number, parts: EntryParts = {}): Entry {
  const { foreign = cents, name, settles, item, units = 0, line = -1 } = parts;
  return { account, cents, foreign, name, settles, item, units, line };
}

/** Stock is counted in hundred-thousandths, so that it stays a whole number. */
export const UNITS = 100_000;
