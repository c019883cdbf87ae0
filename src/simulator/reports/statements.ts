import { type Company } from '../company.ts';
import { textAt } from '../store/json.ts';
import { type StoredRecord } from '../store/record.ts';
import {
  type Node,
  balancesAt,
  chartOf,
  isYearly,
  movements,
  naturalSign,
  sumOf,
  treeOf,
  treeRows,
  typeOfAccount,
} from './accounts.ts';
import { type ReportParameters } from './parameters.ts';
import { type Report, type Row, cell, grandTotal, keyed, money, report, section } from './shape.ts';

const accountName = (account: StoredRecord): string => textAt(account.body, 'Name') ?? '';

const columns = [keyed('', 'Account', 'account'), keyed('Total', 'Money', 'total')];

export type ReportContext = {
  readonly company: Company;
  readonly parameters: ReportParameters;
  readonly nowSeconds: number;
};

function about({ company, parameters, nowSeconds }: ReportContext, isEmpty: boolean, byTotal = true) {
  const { start, end, dateMacro, summarizeBy, customers } = parameters;
  return {
    nowSeconds,
    currency: company.profile.currency.value,
    isEmpty,
    options: [['AccountingStandard', 'GAAP']] as const,
    header: {
      DateMacro: dateMacro,
      ReportBasis: 'Accrual',
      StartPeriod: start,
      EndPeriod: end,
      ...(byTotal ? { SummarizeColumnsBy: summarizeBy } : {}),
    },
    ...(customers === undefined ? {} : { filters: { Customer: [...customers].join() } }),
  };
}

const summary = (title: string, cents: number, group: string): Row =>
  section({ Summary: { ColData: [cell(title), cell(money(cents))] }, group });

/** A block of accounts with its title and its total. */
function block(
  title: string,
  nodes: readonly Node[],
  group: string,
  extra: readonly Row[] = [],
  more = 0,
): Row {
  const rows = [...treeRows(nodes), ...extra];
  const [sum = 0] = sumOf(nodes);
  return section({
    Header: { ColData: [cell(title), cell('')] },
    ...(rows.length === 0 ? {} : { Rows: { Row: rows } }),
    Summary: { ColData: [cell(`Total ${title}`), cell(money(sum + more))] },
    group,
  });
}

/** Accounts of those types with their amounts, in their natural sign. */
function nodesOf(company: Company, sums: ReadonlyMap<string, number>, types: readonly string[]): Node[] {
  const accounts = chartOf(company).filter((account) => types.includes(typeOfAccount(account)));
  return treeOf(accounts, (account) => [naturalSign(account) * (sums.get(account.id) ?? 0)], accountName);
}

export function profitAndLoss(context: ReportContext): Report {
  const { company, parameters } = context;
  const sums = movements(company, parameters.start, parameters.end, parameters);
  const part = (...types: string[]): { nodes: Node[]; cents: number } => {
    const nodes = nodesOf(company, sums, types);
    return { nodes, cents: sumOf(nodes)[0] ?? 0 };
  };
  const [income, cogs, expenses, otherIncome, otherExpenses] = [
    part('Income'),
    part('Cost of Goods Sold'),
    part('Expense'),
    part('Other Income'),
    part('Other Expense'),
  ];
  const gross = income.cents - cogs.cents;
  const operating = gross - expenses.cents;
  const other = otherIncome.cents - otherExpenses.cents;
  const hasOther = otherIncome.nodes.length + otherExpenses.nodes.length > 0;
  const rows = [
    block('Income', income.nodes, 'Income'),
    ...(cogs.nodes.length > 0 ? [block('Cost of Goods Sold', cogs.nodes, 'COGS')] : []),
    summary('Gross Profit', gross, 'GrossProfit'),
    block('Expenses', expenses.nodes, 'Expenses'),
    summary('Net Operating Income', operating, 'NetOperatingIncome'),
    ...(otherIncome.nodes.length > 0 ? [block('Other Income', otherIncome.nodes, 'OtherIncome')] : []),
    ...(otherExpenses.nodes.length > 0
      ? [block('Other Expenses', otherExpenses.nodes, 'OtherExpenses')]
      : []),
    ...(hasOther ? [summary('Net Other Income', other, 'NetOtherIncome')] : []),
    summary('Net Income', operating + other, 'NetIncome'),
  ];
  const isEmpty = [income, cogs, expenses, otherIncome, otherExpenses].every(
    ({ nodes }) => nodes.length === 0,
  );
  return report('ProfitAndLoss', about(context, isEmpty), columns, rows);
}

type Layout = {
  readonly title: string;
  readonly group: string;
  readonly total?: string;
  readonly types?: readonly string[];
  readonly parts?: readonly Layout[];
};

const assets: Layout = {
  title: 'ASSETS',
  group: 'TotalAssets',
  total: 'TOTAL ASSETS',
  parts: [
    {
      title: 'Current Assets',
      group: 'CurrentAssets',
      parts: [
        { title: 'Bank Accounts', group: 'BankAccounts', types: ['Bank'] },
        { title: 'Accounts Receivable', group: 'AR', types: ['Accounts Receivable'] },
        { title: 'Other Current Assets', group: 'OtherCurrentAssets', types: ['Other Current Asset'] },
      ],
    },
    { title: 'Fixed Assets', group: 'FixedAssets', types: ['Fixed Asset'] },
    { title: 'Other Assets', group: 'OtherAssets', types: ['Other Asset'] },
  ],
};

const liabilities: Layout = {
  title: 'Liabilities',
  group: 'Liabilities',
  parts: [
    {
      title: 'Current Liabilities',
      group: 'CurrentLiabilities',
      parts: [
        { title: 'Accounts Payable', group: 'AP', types: ['Accounts Payable'] },
        { title: 'Credit Cards', group: 'CreditCards', types: ['Credit Card'] },
        {
          title: 'Other Current Liabilities',
          group: 'OtherCurrentLiabilities',
          types: ['Other Current Liability'],
        },
      ],
    },
    { title: 'Long-Term Liabilities', group: 'LongTermLiabilities', types: ['Long Term Liability'] },
  ],
};

/** A part of the balance sheet, with what it comes to; parts without accounts are left out. */
function lay(
  company: Company,
  sums: ReadonlyMap<string, number>,
  layout: Layout,
): { row: Row; cents: number } | undefined {
  const nodes = nodesOf(company, sums, layout.types ?? []);
  const parts = (layout.parts ?? []).flatMap((part) => lay(company, sums, part) ?? []);
  if (nodes.length + parts.length === 0) return undefined;
  const cents = (sumOf(nodes)[0] ?? 0) + parts.reduce((sum, part) => sum + part.cents, 0);
  const row = section({
    Header: { ColData: [cell(layout.title), cell('')] },
    Rows: { Row: [...treeRows(nodes), ...parts.map((part) => part.row)] },
    Summary: { ColData: [cell(layout.total ?? `Total ${layout.title}`), cell(money(cents))] },
    group: layout.group,
  });
  return { row, cents };
}

export function balanceSheet(context: ReportContext): Report {
  const { company, parameters } = context;
  const sums = balancesAt(company, parameters.end);
  let netIncome = 0;
  for (const account of chartOf(company)) if (isYearly(account)) netIncome -= sums.get(account.id) ?? 0;
  const left = lay(company, sums, assets);
  const owed = lay(company, sums, liabilities);
  const equity = nodesOf(company, sums, ['Equity']);
  const income: Row = {
    ColData: [cell('Net Income'), cell(money(netIncome))],
    type: 'Data',
    group: 'NetIncome',
  };
  const equityCents = (sumOf(equity)[0] ?? 0) + netIncome;
  const right = section({
    Header: { ColData: [cell('LIABILITIES AND EQUITY'), cell('')] },
    Rows: {
      Row: [
        ...(owed === undefined ? [] : [owed.row]),
        block('Equity', equity, 'Equity', [income], netIncome),
      ],
    },
    Summary: {
      ColData: [cell('TOTAL LIABILITIES AND EQUITY'), cell(money((owed?.cents ?? 0) + equityCents))],
    },
    group: 'TotalLiabilitiesAndEquity',
  });
  const rows = left === undefined ? [] : [left.row, right];
  return report('BalanceSheet', about(context, left === undefined), columns, rows);
}

/** Every account with a balance, in debits and credits; retained earnings stand as the date says (facts 10.2). */
export function trialBalance(context: ReportContext): Report {
  const { company, parameters } = context;
  const sums = balancesAt(company, parameters.end);
  let debits = 0;
  let credits = 0;
  const rows = chartOf(company).flatMap((account): Row[] => {
    const cents = sums.get(account.id) ?? 0;
    if (cents === 0) return [];
    if (cents > 0) debits += cents;
    else credits -= cents;
    const name = cell(textAt(account.body, 'FullyQualifiedName') ?? '', account.id);
    return [
      {
        ColData: [name, cell(cents > 0 ? money(cents) : ''), cell(cents < 0 ? money(-cents) : '')],
        type: 'Data',
      },
    ];
  });
  const total = grandTotal([cell(money(debits, '0.00')), cell(money(credits, '0.00'))]);
  const head = [
    { ColTitle: '', ColType: 'Account' },
    { ColTitle: 'Debit', ColType: 'Money' },
    { ColTitle: 'Credit', ColType: 'Money' },
  ];
  return report(
    'TrialBalance',
    about(context, rows.length === 0, false),
    head,
    rows.length === 0 ? [] : [...rows, total],
  );
}
