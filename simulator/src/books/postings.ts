import { type Company } from '../company/company.ts';
import { toCents } from '../values/decimal.ts';
import { type JsonObject, refAt, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { Books, balanced } from './books.ts';
import { type Entry, type Name, entry } from '../ledger/entry.ts';
import { purchaseEntries, saleEntries, unitsOf } from './posting-lines.ts';
import {
  adjustmentEntries,
  depositEntries,
  journalEntries,
  moveEntries,
  openingStockEntries,
  taxPaymentEntries,
} from './posting-money.ts';
import { billPaymentEntries, paymentEntries } from './posting-payments.ts';

type Posting = (books: Books, record: StoredRecord) => readonly Entry[];

/** The total against an account: of a customer or a vendor where there is one. */
function total(books: Books, account: string, sign: 1 | -1, person?: 'Customer' | 'Vendor'): Entry {
  const cents = sign * toCents(books.body['TotalAmt']);
  const id = person === undefined ? undefined : refAt(books.body, `${person}Ref`);
  const name: Name | undefined =
    person === undefined || id === undefined ? undefined : { entity: person, id };
  return entry(account, books.home(cents), { foreign: cents, name });
}

const deposited = (books: Books): string =>
  refAt(books.body, 'DepositToAccountRef') ?? books.account('UndepositedFunds');

/** How each transaction posts. What is not here posts nothing. */
const postings: Readonly<Record<string, Posting>> = {
  Invoice: (books) => [total(books, books.receivable(), 1, 'Customer'), ...saleEntries(books, 1)],
  CreditMemo: (books) => [total(books, books.receivable(), -1, 'Customer'), ...saleEntries(books, -1)],
  SalesReceipt: (books) => [total(books, deposited(books), 1), ...saleEntries(books, 1)],
  RefundReceipt: (books) => [total(books, deposited(books), -1), ...saleEntries(books, -1)],
  Bill: (books) => [total(books, books.payable(), -1, 'Vendor'), ...purchaseEntries(books, 1)],
  VendorCredit: (books) => [total(books, books.payable(), 1, 'Vendor'), ...purchaseEntries(books, -1)],
  Purchase: (books) => {
    const sign = books.body['Credit'] === true ? -1 : 1;
    const source = refAt(books.body, 'AccountRef') ?? books.account('Checking');
    return [total(books, source, -sign as 1 | -1), ...purchaseEntries(books, sign)];
  },
  Payment: paymentEntries,
  BillPayment: billPaymentEntries,
  Deposit: depositEntries,
  JournalEntry: journalEntries,
  Transfer: (books) => moveEntries(books, 'FromAccountRef', 'ToAccountRef'),
  CreditCardPaymentTxn: (books) => moveEntries(books, 'BankAccountRef', 'CreditCardAccountRef'),
  InventoryAdjustment: adjustmentEntries,
  TaxPayment: taxPaymentEntries,
  Item: startingValue,
};

/** What an inventory item is created with is posted once, and stays whatever becomes of the item. */
function startingValue(books: Books, record: StoredRecord): readonly Entry[] {
  const isNew = textAt(books.body, 'SyncToken') === '0' && books.body['TrackQtyOnHand'] === true;
  return isNew ? openingStockEntries(books, record.id, unitsOf(books.body, 'QtyOnHand')) : record.entries;
}

/** The ledger entries of a record as it stands; debits and credits are equal. */
export function entriesOf(company: Company, record: StoredRecord, body: JsonObject): readonly Entry[] {
  const posting = postings[record.entity.name];
  if (posting === undefined) return [];
  const books = new Books(company, record, body);
  return balanced(books, posting(books, record));
}
