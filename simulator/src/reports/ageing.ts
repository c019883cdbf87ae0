import { type Company } from '../company/company.ts';
import { type Name } from '../ledger/entry.ts';
import { textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { sumOf, treeOf, treeRows, typeOfAccount } from './accounts.ts';
import { byDate, dateOf, postedRecords, typeOf } from './posted.ts';
import {
  type Cell,
  type Report,
  type Row,
  cell,
  grandTotal,
  keyed,
  money,
  moneyCells,
  report,
  section,
} from './shape.ts';
import { type ReportContext } from './statements.ts';

export type Side = {
  readonly entity: 'Customer' | 'Vendor';
  readonly accountType: string;
  readonly sign: 1 | -1;
};

export const receivables: Side = { entity: 'Customer', accountType: 'Accounts Receivable', sign: 1 };
export const payables: Side = { entity: 'Vendor', accountType: 'Accounts Payable', sign: -1 };

type Open = { readonly record: StoredRecord; readonly name: Name; cents: number };

/** What was open at the end of a day, document by document, in the home currency. */
function openDocuments(company: Company, side: Side, date: string): Open[] {
  const accounts = new Set(
    [...company.table('Account').records()]
      .filter((account) => typeOfAccount(account) === side.accountType)
      .map(({ id }) => id),
  );
  const open = new Map<string, Open>();
  const add = (record: StoredRecord, name: Name, cents: number): void => {
    const key = `${record.entity.name} ${record.id} ${name.id}`;
    const known = open.get(key);
    if (known === undefined) open.set(key, { record, name, cents });
    else known.cents += cents;
  };
  for (const record of postedRecords(company)) {
    if (dateOf(record) > date) continue;
    for (const { account, name, settles, cents } of record.entries) {
      if (!accounts.has(account) || name === undefined) continue;
      const target = settles === undefined ? undefined : company.find(settles.entity, settles.id);
      // What is paid before it is dated is, on that day, money to the customer's credit.
      const isThere = target !== undefined && dateOf(target) <= date;
      add(isThere ? target : record, name, side.sign * cents);
    }
  }
  return [...open.values()].filter(({ cents }) => cents !== 0);
}

const LIMITS = [0, 30, 60, 90];
const TITLES = ['Current', '1 - 30', '31 - 60', '61 - 90', '91 and over'];

const dueOf = (record: StoredRecord): string => textAt(record.body, 'DueDate') ?? dateOf(record);

function daysLate(record: StoredRecord, date: string): number {
  return Math.round((Date.parse(date) - Date.parse(dueOf(record))) / 86_400_000);
}

function bucketOf(record: StoredRecord, date: string): number {
  const late = daysLate(record, date);
  const index = LIMITS.findIndex((limit) => late <= limit);
  return index < 0 ? LIMITS.length : index;
}

function wanted({ parameters }: ReportContext, side: Side): (open: Open) => boolean {
  const ids = side.entity === 'Customer' ? parameters.customers : parameters.vendors;
  return ({ name }) => ids?.has(name.id) ?? true;
}

const nameOf = (record: StoredRecord): string => textAt(record.body, 'DisplayName') ?? '';

function people(company: Company, side: Side): StoredRecord[] {
  const path = (record: StoredRecord): string => textAt(record.body, 'FullyQualifiedName') ?? nameOf(record);
  return [...company.table(side.entity).records()].sort((a, b) => (path(a) < path(b) ? -1 : 1));
}

/** A report with a line a person: amounts by age, or the balance alone. */
function summaryReport(
  context: ReportContext,
  reportName: string,
  side: Side,
  date: string,
  isAged: boolean,
): Report {
  const { company, nowSeconds } = context;
  const width = isAged ? TITLES.length + 1 : 1;
  const byPerson = new Map<string, number[]>();
  for (const open of openDocuments(company, side, date).filter(wanted(context, side))) {
    const amounts = byPerson.get(open.name.id) ?? Array.from({ length: width }, () => 0);
    if (isAged) {
      const bucket = bucketOf(open.record, date);
      amounts[bucket] = (amounts[bucket] ?? 0) + open.cents;
    }
    amounts[width - 1] = (amounts[width - 1] ?? 0) + open.cents;
    byPerson.set(open.name.id, amounts);
  }
  const none = Array.from({ length: width }, () => 0);
  const nodes = treeOf(people(company, side), ({ id }) => byPerson.get(id) ?? none, nameOf);
  const rows = nodes.length === 0 ? [] : [...treeRows(nodes), grandTotal(moneyCells(sumOf(nodes, width)))];
  const titles = isAged ? [...TITLES, 'Total'] : ['Total'];
  const keys = isAged ? ['current', '1', '2', '3', '4', 'total'] : ['total'];
  const columns = [
    { ColTitle: '', ColType: side.entity },
    ...titles.map((title, index) => keyed(title, 'Money', keys[index] ?? '')),
  ];
  const header = {
    ...(isAged ? {} : { ReportBasis: 'Accrual' }),
    StartPeriod: date,
    EndPeriod: date,
    SummarizeColumnsBy: 'Total',
  };
  const options = [['report_date', date]] as const;
  const currency = company.profile.currency.value;
  return report(
    reportName,
    { nowSeconds, currency, header, options, isEmpty: rows.length === 0 },
    columns,
    rows,
  );
}

export const agedSummary = (context: ReportContext, name: string, side: Side): Report =>
  summaryReport(context, name, side, context.parameters.reportDate, true);

export const balanceSummary = (context: ReportContext, name: string, side: Side): Report =>
  summaryReport(context, name, side, context.parameters.end, false);

const DETAIL_TITLES = [
  'Current',
  '1 - 30 days past due',
  '31 - 60 days past due',
  '61 - 90 days past due',
  '91 or more days past due',
];

/** Every open document under its age, the oldest first. */
export function agedDetail(context: ReportContext, reportName: string, side: Side): Report {
  const { company, parameters, nowSeconds } = context;
  const date = parameters.reportDate;
  const documents = openDocuments(company, side, date).filter(wanted(context, side));
  const rows: Row[] = [];
  let total = 0;
  const blank = (count: number): Cell[] => Array.from({ length: count }, () => cell(''));
  for (let bucket = DETAIL_TITLES.length - 1; bucket >= 0; bucket -= 1) {
    const inside = documents
      .filter(({ record }) => bucketOf(record, date) === bucket)
      .sort((a, b) => byDate(a.record, b.record));
    if (inside.length === 0) continue;
    const sum = inside.reduce((cents, open) => cents + open.cents, 0);
    total += sum;
    const data = inside.map(({ record, name, cents }): Row => {
      const person = company.find(side.entity, name.id)?.body ?? {};
      const [whole] = record.entries;
      return {
        ColData: [
          cell(dateOf(record)),
          cell(typeOf(record), record.id),
          cell(textAt(record.body, 'DocNumber') ?? ''),
          cell(textAt(person, 'FullyQualifiedName') ?? textAt(person, 'DisplayName') ?? '', name.id),
          cell(dueOf(record)),
          cell(money(side.sign * (whole?.cents ?? 0))),
          cell(money(cents)),
        ],
        type: 'Data',
      };
    });
    const title = DETAIL_TITLES[bucket] ?? '';
    rows.push(
      section({
        Header: { ColData: [cell(title), ...blank(6)] },
        Rows: { Row: data },
        Summary: { ColData: [cell(`Total for ${title}`), ...blank(5), cell(money(sum))] },
      }),
    );
  }
  if (rows.length > 0) rows.push(grandTotal([...blank(5), cell(money(total))]));
  const person = side.entity === 'Customer' ? ['Customer', 'cust_name'] : ['Vendor', 'vend_name'];
  const columns = [
    ['Date', 'tx_date'],
    ['Transaction Type', 'txn_type'],
    ['Num', 'doc_num'],
    person,
    ['Due Date', 'due_date'],
    ['Amount', 'subt_amount'],
    ['Open Balance', 'subt_open_bal'],
  ].map(([ColTitle = '', ColType = '']) => ({ ColTitle, ColType }));
  const header = { StartPeriod: date, EndPeriod: date };
  const options = [['report_date', date]] as const;
  const currency = company.profile.currency.value;
  return report(
    reportName,
    { nowSeconds, currency, header, options, isEmpty: rows.length === 0 },
    columns,
    rows,
  );
}
