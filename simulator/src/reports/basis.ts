import { type Company } from '../company/company.ts';
import { type Entry } from '../ledger/entry.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Method } from './parameters.ts';
import { dateOf, postedRecords } from './posted.ts';

/** What a record puts into a report, and when. */
export type Posting = {
  readonly record: StoredRecord;
  readonly date: string;
  readonly entries: readonly Entry[];
};

/** What is billed and paid later; money on account of nothing else is told as such. */
const DOCUMENTS = new Set(['Invoice', 'CreditMemo', 'Bill', 'VendorCredit']);
const UNAPPLIED: Readonly<Record<string, string>> = {
  Payment: 'UnappliedCashPaymentIncome',
  BillPayment: 'UnappliedCashBillPaymentExpense',
};

/** Everything that is posted, by that method, in no order. */
export function* postings(company: Company, method: Method): Generator<Posting> {
  if (method === 'Cash') {
    yield* cashPostings(company);
    return;
  }
  for (const record of postedRecords(company))
    yield { record, date: dateOf(record), entries: record.entries };
}

/** A part of a document that was paid, and when. */
type Part = { readonly date: string; readonly cents: number };

/**
 * Payments are posted as they are; an invoice or a bill is posted in the parts in which it is paid, all its lines in
 * proportion, on the day it is paid (or dated, when that is later). So every day's books balance by themselves.
 */
function* cashPostings(company: Company): Generator<Posting> {
  const paid = new Map<StoredRecord, Part[]>();
  for (const record of postedRecords(company)) {
    if (DOCUMENTS.has(record.entity.name) && totalOf(record) !== undefined) continue;
    const date = dateOf(record);
    yield { record, date, entries: withUnapplied(company, record) };
    for (const { settles, cents } of record.entries) {
      const document = settles === undefined ? undefined : company.find(settles.entity, settles.id);
      if (document === undefined) continue;
      const due = dateOf(document);
      const part = { date: date > due ? date : due, cents: Math.abs(cents) };
      const parts = paid.get(document);
      if (parts === undefined) paid.set(document, [part]);
      else parts.push(part);
    }
  }
  for (const [document, parts] of paid) yield* inParts(document, parts);
}

/** The entry on receivables or payables that the others of a document stand against; undefined where the total is nothing. */
function totalOf(record: StoredRecord): Entry | undefined {
  return record.entries.find(({ line, name }) => line === -1 && name !== undefined);
}

function withUnapplied(company: Company, record: StoredRecord): readonly Entry[] {
  const subType = UNAPPLIED[record.entity.name];
  const account = subType === undefined ? undefined : company.accountOf(subType);
  if (account === undefined) return record.entries;
  return record.entries.map((entry) =>
    entry.name !== undefined && entry.settles === undefined ? { ...entry, account } : entry,
  );
}

function* inParts(record: StoredRecord, parts: readonly Part[]): Generator<Posting> {
  const { entries } = record;
  const total = Math.abs(totalOf(record)?.cents ?? 0);
  if (total === 0) return;
  // Rounding goes to the largest entry, so that each part balances and all together are the whole.
  const largest = entries.reduce((best, { cents }, index) => {
    const isLarger = Math.abs(cents) > Math.abs(entries[best]?.cents ?? 0);
    return isLarger && entries[index] !== totalOf(record) ? index : best;
  }, entries.length - 1);
  let paid = 0;
  let before = entries.map(() => 0);
  for (const { date, cents } of parts.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    paid += cents;
    const after = entries.map((entry) => Math.round((entry.cents * paid) / total));
    const rest = after.reduce((sum, part, index) => (index === largest ? sum : sum + part), 0);
    after[largest] = -rest;
    const moved = entries.map((entry, index) => ({
      ...entry,
      cents: (after[index] ?? 0) - (before[index] ?? 0),
    }));
    yield { record, date, entries: moved };
    before = after;
  }
}
