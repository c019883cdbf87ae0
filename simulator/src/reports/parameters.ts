import { faults } from '../base/fault.ts';
import { addDays, parseTime } from '../values/pacific-time.ts';

/** When income and expenses count: when they are billed, or when they are paid. */
export type Method = 'Accrual' | 'Cash';

/** What a caller asked a report for. */
export type ReportParameters = {
  readonly start: string;
  readonly end: string;
  /** As printed in the header; only when the period was not given in dates. */
  readonly dateMacro: string | undefined;
  readonly reportDate: string;
  readonly columns: readonly string[] | undefined;
  readonly customers: ReadonlySet<string> | undefined;
  readonly vendors: ReadonlySet<string> | undefined;
  readonly accounts: ReadonlySet<string> | undefined;
  readonly transactionTypes: ReadonlySet<string> | undefined;
  /** Bounds of LastUpdatedTime and CreateTime in seconds. */
  readonly modified: readonly [number, number];
  readonly created: readonly [number, number];
  readonly summarizeBy: string;
  readonly method: Method;
};

const METHODS: readonly Method[] = ['Accrual', 'Cash'];

type Period = readonly [start: string, end: string];

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const monthStart = (date: string): string => `${date.slice(0, 7)}-01`;
const yearStart = (date: string): string => `${date.slice(0, 4)}-01-01`;
const monthEnd = (date: string): string => addDays(monthStart(addDays(monthStart(date), 31)), -1);
const lastMonth = (today: string): string => addDays(monthStart(today), -1);
const lastYear = (today: string): string => addDays(yearStart(today), -1);

/** Periods by name. The fiscal year of every simulated company is the calendar year. */
const macros: Readonly<Record<string, (today: string) => Period>> = {
  today: (today) => [today, today],
  yesterday: (today) => [addDays(today, -1), addDays(today, -1)],
  'this month': (today) => [monthStart(today), monthEnd(today)],
  'this month-to-date': (today) => [monthStart(today), today],
  'last month': (today) => [monthStart(lastMonth(today)), lastMonth(today)],
  'this calendar year': (today) => [yearStart(today), `${today.slice(0, 4)}-12-31`],
  'this calendar year-to-date': (today) => [yearStart(today), today],
  'this fiscal year': (today) => [yearStart(today), `${today.slice(0, 4)}-12-31`],
  'this fiscal year-to-date': (today) => [yearStart(today), today],
  'last calendar year': (today) => [yearStart(lastYear(today)), lastYear(today)],
  'last fiscal year': (today) => [yearStart(lastYear(today)), lastYear(today)],
  all: (today) => ['1970-01-01', today],
};

function dateOf(query: URLSearchParams, name: string): string | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (!DATE.test(text) || Number.isNaN(Date.parse(text))) throw faults.invalidDate(name, text);
  return text;
}

function listOf(query: URLSearchParams, name: string): ReadonlySet<string> | undefined {
  const text = query.get(name);
  return text === null || text === '' ? undefined : new Set(text.split(',').map((part) => part.trim()));
}

function timesOf(query: URLSearchParams, name: string): readonly [number, number] {
  const bound = (side: string, days: number): number | undefined => {
    const text = query.get(`${side}_${name}`);
    if (text === null || text === '') return undefined;
    const seconds = parseTime(text);
    if (seconds === undefined) throw faults.invalidDate(`${side}_${name}`, text);
    // A plain date as the end means the whole day.
    return seconds + (DATE.test(text) ? days * 86_400 : 0);
  };
  return [bound('start', 0) ?? Number.NEGATIVE_INFINITY, bound('end', 1) ?? Number.POSITIVE_INFINITY];
}

function methodOf(text: string): Method {
  const found = METHODS.find((method) => method.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw faults.invalidEnumeration('accounting_method', text, METHODS);
  return found;
}

/** Reads a report's query string; `fallback` is the period it has when none is asked for. @throws Fault for a date or a method that is none. */
export function readParameters(query: URLSearchParams, today: string, fallback: string): ReportParameters {
  const start = dateOf(query, 'start_date');
  const end = dateOf(query, 'end_date');
  const named = query.get('date_macro')?.toLowerCase();
  const macro = start === undefined && end === undefined ? (named ?? fallback) : undefined;
  const period = macro === undefined ? undefined : macros[macro]?.(today);
  if (macro !== undefined && period === undefined) throw faults.invalidDate('date_macro', macro);
  const columns = listOf(query, 'columns');
  return {
    start: start ?? period?.[0] ?? yearStart(end ?? today),
    end: end ?? period?.[1] ?? today,
    dateMacro: macro,
    reportDate: dateOf(query, 'report_date') ?? today,
    columns: columns === undefined ? undefined : [...columns],
    customers: listOf(query, 'customer'),
    vendors: listOf(query, 'vendor'),
    accounts: listOf(query, 'account'),
    transactionTypes: listOf(query, 'transaction_type'),
    modified: timesOf(query, 'moddate'),
    created: timesOf(query, 'createdate'),
    summarizeBy: query.get('summarize_column_by') || 'Total',
    method: methodOf(query.get('accounting_method') || 'Accrual'),
  };
}

/** The first day of the fiscal year that day lies in. */
export const fiscalYearStart = yearStart;
