import { type Company } from '../company/company.ts';
import { textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import {
  type Node,
  type Summary,
  balances,
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
import {
  type Report,
  type Row,
  blanks,
  cell,
  grandTotal,
  keyed,
  money,
  moneyCells,
  report,
  section,
} from './shape.ts';

const accountName = (account: StoredRecord): string => textAt(account.body, 'Name') ?? '';

export type ReportContext = {
  readonly company: Company;
  readonly parameters: ReportParameters;
  readonly nowSeconds: number;
};

function about({ company, parameters, nowSeconds }: ReportContext, isEmpty: boolean, byTotal = true) {
  const { start, end, dateMacro, summarizeBy, customers, method } = parameters;
  return {
    nowSeconds,
    currency: company.profile.currency.value,
    isEmpty,
    options: [['AccountingStandard', 'GAAP']] as const,
    header: {
      DateMacro: dateMacro,
      ReportBasis: method,
      StartPeriod: start,
      EndPeriod: end,
      ...(byTotal ? { SummarizeColumnsBy: summarizeBy } : {}),
    },
    ...(customers === undefined ? {} : { filters: { Customer: [...customers].join() } }),
  };
}

const firstColumn = keyed('', 'Account', 'account');

const plus = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, index) => (a[index] ?? 0) + (b[index] ?? 0));
const minus = (a: readonly number[], b: readonly number[]): number[] =>
  plus(
    a,
    b.map((cents) => -cents),
  );

const summary = (title: string, amounts: readonly number[], group: string): Row =>
  section({ Summary: { ColData: [cell(title), ...moneyCells(amounts)] }, group });

/** Accounts with their amounts in columns, and what they come to. */
type Block = { readonly nodes: readonly Node[]; readonly amounts: readonly number[] };

/** A block of accounts with its title and its total. */
function block(title: string, { nodes, amounts }: Block, group: string, extra: readonly Row[] = []): Row {
  const rows = [...treeRows(nodes), ...extra];
  return section({
    Header: { ColData: [cell(title), ...blanks(amounts.length)] },
    ...(rows.length === 0 ? {} : { Rows: { Row: rows } }),
    Summary: { ColData: [cell(`Total ${title}`), ...moneyCells(amounts)] },
    group,
  });
}

/** Accounts of those types with their amounts, in their natural sign. */
function blockOf(company: Company, { sums, columns }: Summary, types: readonly string[]): Block {
  const accounts = chartOf(company).filter((account) => types.includes(typeOfAccount(account)));
  const none = columns.map(() => 0);
  const nodes = treeOf(
    accounts,
    (account) => (sums.get(account.id) ?? none).map((cents) => naturalSign(account) * cents),
    accountName,
  );
  return { nodes, amounts: sumOf(nodes, columns.length) };
}

export function profitAndLoss(context: ReportContext): Report {
  const { company, parameters } = context;
  const sums = movements(company, parameters);
  const part = (...types: string[]): Block => blockOf(company, sums, types);
  const [income, cogs, expenses, otherIncome, otherExpenses] = [
    part('Income'),
    part('Cost of Goods Sold'),
    part('Expense'),
    part('Other Income'),
    part('Other Expense'),
  ];
  const gross = minus(income.amounts, cogs.amounts);
  const operating = minus(gross, expenses.amounts);
  const other = minus(otherIncome.amounts, otherExpenses.amounts);
  const hasOther = otherIncome.nodes.length + otherExpenses.nodes.length > 0;
  const rows = [
    block('Income', income, 'Income'),
    ...(cogs.nodes.length > 0 ? [block('Cost of Goods Sold', cogs, 'COGS')] : []),
    summary('Gross Profit', gross, 'GrossProfit'),
    block('Expenses', expenses, 'Expenses'),
    summary('Net Operating Income', operating, 'NetOperatingIncome'),
    ...(otherIncome.nodes.length > 0 ? [block('Other Income', otherIncome, 'OtherIncome')] : []),
    ...(otherExpenses.nodes.length > 0 ? [block('Other Expenses', otherExpenses, 'OtherExpenses')] : []),
    ...(hasOther ? [summary('Net Other Income', other, 'NetOtherIncome')] : []),
    summary('Net Income', plus(operating, other), 'NetIncome'),
  ];
  const isEmpty = [income, cogs, expenses, otherIncome, otherExpenses].every(
    ({ nodes }) => nodes.length === 0,
  );
  return report('ProfitAndLoss', about(context, isEmpty), [firstColumn, ...sums.columns], rows);
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
  sums: Summary,
  layout: Layout,
): { row: Row; amounts: readonly number[] } | undefined {
  const own = blockOf(company, sums, layout.types ?? []);
  const parts = (layout.parts ?? []).flatMap((part) => lay(company, sums, part) ?? []);
  if (own.nodes.length + parts.length === 0) return undefined;
  const amounts = parts.reduce((sum, part) => plus(sum, part.amounts), own.amounts);
  const row = section({
    Header: { ColData: [cell(layout.title), ...blanks(amounts.length)] },
    Rows: { Row: [...treeRows(own.nodes), ...parts.map((part) => part.row)] },
    Summary: { ColData: [cell(layout.total ?? `Total ${layout.title}`), ...moneyCells(amounts)] },
    group: layout.group,
  });
  return { row, amounts };
}

export function balanceSheet(context: ReportContext): Report {
  const { company, parameters } = context;
  const sums = balances(company, parameters);
  const none = sums.columns.map(() => 0);
  const netIncome = chartOf(company)
    .filter(isYearly)
    .reduce<readonly number[]>((sum, account) => minus(sum, sums.sums.get(account.id) ?? none), none);
  const left = lay(company, sums, assets);
  const owed = lay(company, sums, liabilities);
  const equity = blockOf(company, sums, ['Equity']);
  const income: Row = {
    ColData: [cell('Net Income'), ...moneyCells(netIncome)],
    type: 'Data',
    group: 'NetIncome',
  };
  const equityAmounts = plus(equity.amounts, netIncome);
  const right = section({
    Header: { ColData: [cell('LIABILITIES AND EQUITY'), ...blanks(none.length)] },
    Rows: {
      Row: [
        ...(owed === undefined ? [] : [owed.row]),
        block('Equity', { nodes: equity.nodes, amounts: equityAmounts }, 'Equity', [income]),
      ],
    },
    Summary: {
      ColData: [
        cell('TOTAL LIABILITIES AND EQUITY'),
        ...moneyCells(plus(owed?.amounts ?? none, equityAmounts)),
      ],
    },
    group: 'TotalLiabilitiesAndEquity',
  });
  const rows = left === undefined ? [] : [left.row, right];
  return report('BalanceSheet', about(context, left === undefined), [firstColumn, ...sums.columns], rows);
}

/** Every account with a balance, in debits and credits; retained earnings stand as the date says (facts#trial-balance). */
export function trialBalance(context: ReportContext): Report {
  const { company, parameters } = context;
  const sums = balancesAt(company, parameters, parameters.end);
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
