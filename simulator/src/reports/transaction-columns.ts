import { type Company } from '../company/company.ts';
import { entry as makeEntry, type Entry } from '../ledger/entry.ts';
import { objectsAt, textAt } from '../values/json.ts';
import { stamp } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { naturalSign } from './accounts.ts';
import { nameOf, typeOf } from './posted.ts';
import { type Cell, type Column, cell, money } from './shape.ts';

/** A line of a report about transactions: one entry of one, or (with the total) the whole of one. */
export type Line = {
  readonly company: Company;
  readonly record: StoredRecord;
  /** When it counts; the record's own date unless a report goes by when it was paid. */
  readonly date: string;
  readonly entry: Entry;
  readonly account: StoredRecord | undefined;
  /** In the natural sign of the account. */
  readonly running: number;
};

const accountCell = (account: StoredRecord | undefined): Cell =>
  cell(textAt(account?.body ?? {}, 'FullyQualifiedName') ?? '', account?.id ?? '');

/** The other side of an entry; `-Split-` where there are several. */
function split({ company, record, entry }: Line): Cell {
  const others = new Set(record.entries.map(({ account }) => account).filter((id) => id !== entry.account));
  const [only] = others;
  if (others.size > 1) return cell('-Split-', '');
  return accountCell(only === undefined ? undefined : company.find('Account', only));
}

function memo({ record, entry }: Line): string {
  const { body } = record;
  const line = entry.line < 0 ? undefined : objectsAt(body, 'Line')[entry.line];
  return textAt(line ?? {}, 'Description') ?? textAt(body, 'PrivateNote') ?? '';
}

function who({ company, record, entry }: Line): Cell {
  const name = nameOf(record, entry);
  const body = name === undefined ? undefined : company.find(name.entity, name.id)?.body;
  return cell(
    textAt(body ?? {}, 'FullyQualifiedName') ?? textAt(body ?? {}, 'DisplayName') ?? '',
    name?.id ?? '',
  );
}

const natural = ({ entry, account }: Line): number =>
  (account === undefined ? 1 : naturalSign(account)) * entry.cents;

/** What moved on the account in its own currency; on one in the home currency, in that of the transaction. (facts#ledger-foreign) */
const foreignOf = ({ entry, account }: Line): number =>
  (account === undefined ? 1 : naturalSign(account)) * entry.foreign;

type Definition = { readonly title: string; readonly cellOf: (line: Line) => Cell };

/** Every column such reports know, by the key that `columns=` names. */
const definitions: Readonly<Record<string, Definition>> = {
  tx_date: { title: 'Date', cellOf: ({ date }) => cell(date) },
  txn_type: { title: 'Transaction Type', cellOf: ({ record }) => cell(typeOf(record), record.id) },
  doc_num: {
    title: 'Num',
    cellOf: ({ record }) =>
      cell(textAt(record.body, 'DocNumber') ?? textAt(record.body, 'PaymentRefNum') ?? ''),
  },
  is_no_post: { title: 'Posting', cellOf: ({ record }) => cell(record.entries.length > 0 ? 'Yes' : 'No') },
  name: { title: 'Name', cellOf: who },
  cust_name: { title: 'Customer', cellOf: who },
  vend_name: { title: 'Vendor', cellOf: who },
  memo: { title: 'Memo/Description', cellOf: (line) => cell(memo(line)) },
  account_name: { title: 'Account', cellOf: ({ account }) => accountCell(account) },
  split_acc: { title: 'Split', cellOf: split },
  other_account: { title: 'Split', cellOf: split },
  subt_nat_amount: { title: 'Amount', cellOf: (line) => cell(money(natural(line), '0.00')) },
  debt_amt: { title: 'Debit', cellOf: ({ entry }) => cell(entry.cents > 0 ? money(entry.cents) : '') },
  credit_amt: { title: 'Credit', cellOf: ({ entry }) => cell(entry.cents < 0 ? money(-entry.cents) : '') },
  // Entries are kept in the home currency.
  subt_nat_home_amount: { title: 'Amount', cellOf: (line) => cell(money(natural(line), '0.00')) },
  nat_foreign_amount: { title: 'Foreign Amount', cellOf: (line) => cell(money(foreignOf(line), '0.00')) },
  rbal_nat_amount: { title: 'Balance', cellOf: ({ running }) => cell(money(running, '0.00')) },
  due_date: { title: 'Due Date', cellOf: ({ record }) => cell(textAt(record.body, 'DueDate') ?? '') },
  create_date: { title: 'Create Date', cellOf: ({ record }) => cell(stamp(record.createdAt)) },
  last_mod_date: { title: 'Last Modified', cellOf: ({ record }) => cell(stamp(record.updatedAt)) },
};

export type ReportColumns = {
  readonly keys: readonly string[];
  readonly head: readonly Column[];
  readonly cells: (line: Line) => Cell[];
};

/** The columns asked for, or the usual ones; names that no report knows are left out, as QuickBooks does. */
export function columnsFor(asked: readonly string[] | undefined, usual: readonly string[]): ReportColumns {
  const wanted = (asked ?? usual).filter((key) => definitions[key] !== undefined);
  const keys = wanted.length > 0 ? wanted : usual;
  const defined = keys.flatMap((key) => definitions[key] ?? []);
  return {
    keys,
    head: keys.map((key) => ({ ColTitle: definitions[key]?.title ?? '', ColType: key })),
    cells: (line) => defined.map(({ cellOf }) => cellOf(line)),
  };
}

/**
 * The entry that stands for a transaction as a whole: its first, which is the total on most forms. A total of nothing
 * has none; then the first is a line, or what a credit was set against, and says nothing of the total.
 */
export function wholeOf(record: StoredRecord): Entry {
  const isNothing =
    record.entity.name !== 'JournalEntry' && Number(textAt(record.body, 'TotalAmt') ?? '1') === 0;
  return (isNothing ? undefined : record.entries[0]) ?? makeEntry('', 0);
}
