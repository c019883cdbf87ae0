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
  return {
    account,
    cents: compact(cents),
    foreign: compact(foreign),
    name,
    settles,
    item,
    units: compact(units),
    line,
  };
}

/**
 * The same number as a small integer where it is one. A single -0 or 1.0 from a calculation makes V8 box that property
 * in every entry there is; with a million transactions the boxes took 200 MB.
 */
function compact(whole: number): number {
  const small = Math.trunc(whole) | 0;
  return small === whole ? small : whole;
}

/** Stock is counted in hundred-thousandths, so that it stays a whole number. */
export const UNITS = 100_000;
