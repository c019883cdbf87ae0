import { type Entity } from './entity.ts';
import { money } from './money.ts';
import { purchases } from './purchases.ts';
import { sales } from './sales.ts';

/** Everything that is dated and, most of it, posts to the ledger. */
export const transactions: readonly Entity[] = [...sales, ...purchases, ...money];

const recurring = new Set(
  `Bill Purchase CreditMemo Deposit Estimate Invoice JournalEntry RefundReceipt SalesReceipt Transfer VendorCredit
  PurchaseOrder`.split(/\s+/),
);

/** The twelve transactions that can be the inside of a RecurringTransaction. */
export const documents: readonly Entity[] = transactions.filter(({ name }) => recurring.has(name));
