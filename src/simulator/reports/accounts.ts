import { type Company } from '../company.ts';
import { refAt, textAt } from '../store/json.ts';
import { type StoredRecord } from '../store/record.ts';
import { type ReportParameters, fiscalYearStart } from './parameters.ts';
import { dateOf, isWanted, postedRecords } from './posted.ts';
import { type Cell, type Row, cell, moneyCells, section } from './shape.ts';

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

/** Cents per account, debit positive, over the transactions dated in the period. */
export function movements(
  company: Company,
  from: string,
  until: string,
  parameters?: ReportParameters,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const record of postedRecords(company)) {
    const date = dateOf(record);
    if (date < from || date > until) continue;
    for (const entry of record.entries) {
      if (parameters !== undefined && !isWanted(record, entry, parameters)) continue;
      sums.set(entry.account, (sums.get(entry.account) ?? 0) + entry.cents);
    }
  }
  return sums;
}

/**
 * Balances at the end of a day, debit positive. Income and expenses count from the start of the fiscal year;
 * what earlier years earned stands in the retained earnings.
 */
export function balancesAt(company: Company, date: string): Map<string, number> {
  const yearStart = fiscalYearStart(date);
  const sums = new Map<string, number>();
  const retained = company.accountOf('RetainedEarnings') ?? '';
  const yearly = new Set([...company.table('Account').records()].filter(isYearly).map(({ id }) => id));
  for (const record of postedRecords(company)) {
    const on = dateOf(record);
    if (on > date) continue;
    for (const { account, cents } of record.entries) {
      const target = on < yearStart && yearly.has(account) ? retained : account;
      sums.set(target, (sums.get(target) ?? 0) + cents);
    }
  }
  return sums;
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
