import { textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { balancesAt, chartOf, isYearly, naturalSign, treeOf, type Node } from './accounts.ts';
import { fiscalYearStart } from './parameters.ts';
import { type Posting, postings } from './basis.ts';
import { byDate, isWanted } from './posted.ts';
import { type Cell, type Report, type Row, blanks, cell, money, report, section } from './shape.ts';
import { type ReportContext } from './statements.ts';
import { type Line, type ReportColumns, columnsFor } from './transaction-columns.ts';
import { addDays } from '../values/pacific-time.ts';

const USUAL = 'tx_date txn_type doc_num name memo split_acc subt_nat_amount rbal_nat_amount'.split(' ');

type Part = { readonly rows: Row[]; readonly sum: number };

/** Balances before the period: of income and expenses only what the fiscal year brought so far. */
function openings(context: ReportContext): Map<string, number> {
  const { company, parameters } = context;
  const before = balancesAt(company, parameters, addDays(parameters.start, -1));
  if (fiscalYearStart(parameters.start) !== parameters.start) return before;
  // A new fiscal year: what the last one earned has become retained earnings.
  const retained = company.accountOf('RetainedEarnings') ?? '';
  for (const account of chartOf(company)) {
    if (!isYearly(account)) continue;
    before.set(retained, (before.get(retained) ?? 0) + (before.get(account.id) ?? 0));
    before.delete(account.id);
  }
  return before;
}

function accountPart(
  context: ReportContext,
  columns: ReportColumns,
  account: StoredRecord,
  posted: readonly Posting[],
  opening: number,
): Part {
  const { company, parameters } = context;
  const sign = naturalSign(account);
  const rows: Row[] = [];
  let running = sign * opening;
  let sum = 0;
  if (running !== 0) {
    const balance = columns.keys.map((key): Cell => cell(key === 'rbal_nat_amount' ? money(running) : ''));
    rows.push({ ColData: [cell('Beginning Balance'), ...balance.slice(1)], type: 'Data' });
  }
  for (const { record, date, entries } of posted) {
    for (const entry of entries) {
      if (entry.account !== account.id || !isWanted(record, entry, parameters)) continue;
      running += sign * entry.cents;
      sum += sign * entry.cents;
      const line: Line = { company, record, date, entry, account, running };
      rows.push({ ColData: columns.cells(line), type: 'Data' });
    }
  }
  return { rows, sum };
}

function inOrder(a: Posting, b: Posting): number {
  return a.date === b.date ? byDate(a.record, b.record) : a.date < b.date ? -1 : 1;
}

/** Sections as the recorded report has them: only the top account's header bears its id (facts#general-ledger-headers). */
function sectionOf(
  columns: ReportColumns,
  parts: ReadonlyMap<string, Part>,
  node: Node,
  isTop: boolean,
): { row: Row; sum: number } {
  const part = parts.get(node.id) ?? { rows: [], sum: 0 };
  const children = node.children.map((child) => sectionOf(columns, parts, child, false));
  const sum = children.reduce((total, child) => total + child.sum, part.sum);
  const totals = columns.keys.slice(1).map((key) => cell(key === 'subt_nat_amount' ? money(sum) : ''));
  const row = section({
    Header: {
      ColData: [isTop ? cell(node.name, node.id) : cell(node.name), ...blanks(columns.keys.length - 1)],
    },
    Rows: { Row: [...part.rows, ...children.map((child) => child.row)] },
    Summary: { ColData: [cell(`Total for ${node.name}`), ...totals] },
  });
  return { row, sum };
}

/** Every entry by account. Transaction ids stand in the txn_type cells, name ids in the name cells (facts#general-ledger-cells). */
export function generalLedger(context: ReportContext): Report {
  const { company, parameters, nowSeconds } = context;
  const columns = columnsFor(parameters.columns, USUAL);
  const byAccount = new Map<string, Posting[]>();
  for (const posting of postings(company, parameters.method)) {
    if (posting.date < parameters.start || posting.date > parameters.end) continue;
    for (const account of new Set(posting.entries.map((entry) => entry.account))) {
      const posted = byAccount.get(account);
      if (posted === undefined) byAccount.set(account, [posting]);
      else posted.push(posting);
    }
  }
  const opening = openings(context);
  const parts = new Map<string, Part>();
  const accounts = chartOf(company).filter(({ id }) => parameters.accounts?.has(id) ?? true);
  for (const account of accounts) {
    const posted = (byAccount.get(account.id) ?? []).sort(inOrder);
    parts.set(account.id, accountPart(context, columns, account, posted, opening.get(account.id) ?? 0));
  }
  const nodes = treeOf(
    accounts,
    ({ id }) => [parts.get(id)?.rows.length ?? 0],
    (account) => textAt(account.body, 'Name') ?? '',
  );
  const rows = nodes.map((node) => sectionOf(columns, parts, node, true).row);
  const { start, end, dateMacro, method } = parameters;
  const header = { DateMacro: dateMacro, ReportBasis: method, StartPeriod: start, EndPeriod: end };
  const currency = company.profile.currency.value;
  return report(
    'GeneralLedger',
    { nowSeconds, currency, header, isEmpty: rows.length === 0 },
    columns.head,
    rows,
  );
}
