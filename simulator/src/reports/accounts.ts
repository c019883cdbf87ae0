import { type Company } from '../company/company.ts';
import { refAt, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { type ReportParameters, fiscalYearStart } from './parameters.ts';
import { isWanted } from './posted.ts';
import { type Cell, type Column, type Row, cell, moneyCells, section } from './shape.ts';
import { type SummaryColumns, indexOfPeriod, summaryColumns } from './summary-columns.ts';
import { postings } from './basis.ts';

const NATURAL_CREDIT = new Set(['Liability', 'Equity', 'Revenue']);
const YEARLY = new Set(['Revenue', 'Expense']);

const classOf = (account: StoredRecord): string => textAt(account.body, 'Classification') ?? '';
export const typeOfAccount = (account: StoredRecord): string => textAt(account.body, 'AccountType') ?? '';

/** 1 for accounts that grow by debits, -1 for those that grow by credits. */
export const naturalSign = (account: StoredRecord): 1 | -1 => (NATURAL_CREDIT.has(classOf(account)) ? -1 : 1);

/** Whether the account starts every fiscal year at nothing. */
export const isYearly = (account: StoredRecord): boolean => YEARLY.has(classOf(account));

/** Accounts in the order of the chart: by kind, then by name. */
const KINDS = [
  'Bank',
  'Accounts Receivable',
  'Other Current Asset',
  'Fixed Asset',
  'Other Asset',
  'Accounts Payable',
  'Credit Card',
  'Other Current Liability',
  'Long Term Liability',
  'Equity',
  'Income',
  'Cost of Goods Sold',
  'Expense',
  'Other Income',
  'Other Expense',
];

export function chartOf(company: Company): StoredRecord[] {
  const path = (account: StoredRecord): string => textAt(account.body, 'FullyQualifiedName') ?? '';
  return [...company.table('Account').records()].sort((a, b) => {
    const kind = KINDS.indexOf(typeOfAccount(a)) - KINDS.indexOf(typeOfAccount(b));
    return kind !== 0 ? kind : path(a) < path(b) ? -1 : 1;
  });
}

/** Amounts of every account in columns, debit positive, and the columns; the last is the total. */
export type Summary = {
  readonly sums: ReadonlyMap<string, readonly number[]>;
  readonly columns: readonly Column[];
};

/** Adds up by account and column key, then lays the keys out. */
class Tally {
  readonly #byAccount = new Map<string, Map<string, number>>();
  readonly #keys = new Set<string>();

  add(account: string, key: string, cents: number): void {
    this.#keys.add(key);
    const sums = this.#byAccount.get(account) ?? new Map<string, number>();
    this.#byAccount.set(account, sums.set(key, (sums.get(key) ?? 0) + cents));
  }

  summary({ headings, total }: SummaryColumns): Summary {
    const found = headings([...this.#keys].filter((key) => key !== TOTAL));
    const keys = [...found.map(({ key }) => key), TOTAL];
    const sums = [...this.#byAccount].map(
      ([account, amounts]) => [account, keys.map((key) => amounts.get(key) ?? 0)] as const,
    );
    return { sums: new Map(sums), columns: [...found.map(({ column }) => column), total] };
  }
}

/** No id and no date. */
const TOTAL = 'total';

/** What the transactions dated in the period of the report moved. */
export function movements(company: Company, parameters: ReportParameters): Summary {
  const { start, end, method } = parameters;
  const columns = summaryColumns(company, parameters);
  const tally = new Tally();
  for (const posting of postings(company, method)) {
    if (posting.date < start || posting.date > end) continue;
    for (const entry of posting.entries) {
      if (!isWanted(posting.record, entry, parameters)) continue;
      const key = columns.keyOf(posting, entry);
      if (key !== undefined) tally.add(entry.account, key, entry.cents);
      tally.add(entry.account, TOTAL, entry.cents);
    }
  }
  return tally.summary(columns);
}

/**
 * Balances at the end of the report's period, and at the end of each period it is broken into; those have no total.
 * Income and expenses count from the start of the fiscal year; what earlier years earned stands in the retained earnings.
 */
export function balances(company: Company, parameters: ReportParameters): Summary {
  const columns = summaryColumns(company, parameters);
  const { periods } = columns;
  if (periods === undefined) return balancesByKey(company, parameters, columns);
  const sums = new Map<string, number[]>();
  const accounts = yearlyAccounts(company);
  for (const { date, entries } of postings(company, parameters.method)) {
    for (let index = indexOfPeriod(periods, date); index < periods.length; index += 1) {
      const isOld = date < fiscalYearStart(periods[index]?.end ?? '');
      for (const { account, cents } of entries) {
        const target = isOld && accounts.yearly.has(account) ? accounts.retained : account;
        const row = sums.get(target) ?? periods.map(() => 0);
        row[index] = (row[index] ?? 0) + cents;
        sums.set(target, row);
      }
    }
  }
  return { sums, columns: columns.headings([]).map(({ column }) => column) };
}

function balancesByKey(company: Company, parameters: ReportParameters, columns: SummaryColumns): Summary {
  const { end, method } = parameters;
  const yearStart = fiscalYearStart(end);
  const accounts = yearlyAccounts(company);
  const tally = new Tally();
  for (const posting of postings(company, method)) {
    if (posting.date > end) continue;
    for (const entry of posting.entries) {
      const isOld = posting.date < yearStart && accounts.yearly.has(entry.account);
      const account = isOld ? accounts.retained : entry.account;
      const key = columns.keyOf(posting, entry);
      if (key !== undefined) tally.add(account, key, entry.cents);
      tally.add(account, TOTAL, entry.cents);
    }
  }
  return tally.summary(columns);
}

function yearlyAccounts(company: Company): {
  readonly yearly: ReadonlySet<string>;
  readonly retained: string;
} {
  const yearly = [...company.table('Account').records()].filter(isYearly).map(({ id }) => id);
  return { yearly: new Set(yearly), retained: company.accountOf('RetainedEarnings') ?? '' };
}

/** Balances at the end of a day, debit positive, as `balances` has them in the column of the total. */
export function balancesAt(company: Company, parameters: ReportParameters, end: string): Map<string, number> {
  const { sums } = balances(company, { ...parameters, summarizeBy: 'Total', end });
  return new Map([...sums].map(([account, [cents = 0]]) => [account, cents]));
}

/** A record of a tree (accounts, customers) with its amounts. */
export type Node = {
  readonly id: string;
  readonly name: string;
  readonly amounts: readonly number[];
  readonly children: readonly Node[];
};

const add = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, index) => (a[index] ?? 0) + (b[index] ?? 0));

const totalOf = (node: Node): readonly number[] =>
  node.children.reduce<readonly number[]>((sum, child) => add(sum, totalOf(child)), node.amounts);

export const sumOf = (nodes: readonly Node[], width = 1): number[] =>
  nodes.reduce<number[]>(
    (sum, node) => add(sum, totalOf(node)),
    Array.from({ length: width }, () => 0),
  );

/** Rows of a tree: a leaf is a line of data, a node with something below is a section with its own amount in the header. */
export function treeRows(nodes: readonly Node[]): Row[] {
  return nodes.map((node): Row => {
    const head: Cell[] = [cell(node.name, node.id), ...moneyCells(node.amounts)];
    if (node.children.length === 0) return { ColData: head, type: 'Data' };
    return section({
      Header: { ColData: head },
      Rows: { Row: treeRows(node.children) },
      Summary: { ColData: [cell(`Total ${node.name}`), ...moneyCells(totalOf(node))] },
    });
  });
}

/** Records that have an amount, or one below, as a tree in the order given. */
export function treeOf(
  records: readonly StoredRecord[],
  amountsOf: (record: StoredRecord) => readonly number[],
  nameOf: (record: StoredRecord) => string,
): Node[] {
  const children = new Map<string | undefined, StoredRecord[]>();
  const ids = new Set(records.map(({ id }) => id));
  for (const record of records) {
    const parent = refAt(record.body, 'ParentRef');
    const key = parent !== undefined && ids.has(parent) ? parent : undefined;
    children.set(key, [...(children.get(key) ?? []), record]);
  }
  const grow = (parent: string | undefined): Node[] =>
    (children.get(parent) ?? [])
      .map((record) => ({
        id: record.id,
        name: nameOf(record),
        amounts: amountsOf(record),
        children: grow(record.id),
      }))
      .filter((node) => node.children.length > 0 || node.amounts.some((cents) => cents !== 0));
  return grow(undefined);
}
