import { type Company } from '../company/company.ts';
import { faults } from '../base/fault.ts';
import { type Entry, type Name } from '../ledger/entry.ts';
import { type JsonObject, isObject, objectsAt, refAt, textAt } from '../values/json.ts';
import { addDays } from '../values/pacific-time.ts';
import { type Posting } from './basis.ts';
import { type ReportParameters } from './parameters.ts';
import { nameOf } from './posted.ts';
import { type Column, keyed } from './shape.ts';

/** The columns into which `summarize_column_by` breaks a report, beside the total. */
export type SummaryColumns = {
  /** Periods; in a balance sheet each shows what there was at its end. */
  readonly periods: readonly Period[] | undefined;
  /** The key of the column an entry belongs to; undefined when there is only the total. */
  readonly keyOf: (posting: Posting, entry: Entry) => string | undefined;
  /** The columns for the keys that occurred, in order. */
  readonly headings: (seen: Iterable<string>) => readonly Heading[];
  /** What the total is called. */
  readonly total: Column;
};

export type Heading = { readonly key: string; readonly column: Column };
export type Period = { readonly start: string; readonly end: string; readonly title: string };

const MOST_PERIODS = 1_100;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const monthOf = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
const dayOf = (date: string): string => `${monthOf(date)} ${Number(date.slice(8))}`;
const yearOf = (date: string): string => date.slice(0, 4);

/** The last day of the months that begin with that of `date`; so many of them, in step with the calendar year. */
function endOfMonths(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1;
  const next = month - (month % months) + months;
  return new Date(Date.UTC(Number(yearOf(date)), next, 0)).toISOString().slice(0, 10);
}

/** Weeks begin on Sunday. */
const endOfWeek = (date: string): string => addDays(date, 6 - new Date(`${date}T00:00:00Z`).getUTCDay());

/** Periods by the word that asks for them; the fiscal year of every simulated company is the calendar year. */
const periods: Readonly<
  Record<string, { end: (date: string) => string; title: (period: Period) => string }>
> = {
  Days: { end: (date) => date, title: ({ start }) => `${dayOf(start)}, ${yearOf(start)}` },
  Week: { end: endOfWeek, title: ({ start, end }) => `${dayOf(start)} - ${dayOf(end)}, ${yearOf(end)}` },
  Month: {
    end: (date) => endOfMonths(date, 1),
    title: ({ start }) => `${monthOf(start)} ${yearOf(start)}`,
  },
  Quarter: {
    end: (date) => endOfMonths(date, 3),
    title: ({ start, end }) => `${monthOf(start)} - ${monthOf(end)}, ${yearOf(end)}`,
  },
  Year: { end: (date) => endOfMonths(date, 12), title: ({ start }) => yearOf(start) },
};

/** Where the record behind an entry names what the columns are of. */
type Subject = {
  readonly entity: string;
  readonly of: (posting: Posting, entry: Entry) => string | undefined;
};

const person =
  (entity: Name['entity']): Subject['of'] =>
  ({ record }, entry) => {
    const name = nameOf(record, entry);
    return name?.entity === entity ? name.id : undefined;
  };

/** A reference of the line an entry comes from, or else of the whole transaction. */
const reference =
  (property: string): Subject['of'] =>
  ({ record }, { line }) => {
    const own = line < 0 ? undefined : objectsAt(record.body, 'Line')[line];
    const details = own === undefined ? [] : Object.values(own).filter(isObject);
    for (const detail of [...details, record.body]) {
      const id = refAt(detail as JsonObject, property);
      if (id !== undefined) return id;
    }
    return undefined;
  };

const subjects: Readonly<Record<string, Subject>> = {
  Customers: { entity: 'Customer', of: person('Customer') },
  Vendors: { entity: 'Vendor', of: person('Vendor') },
  Employees: { entity: 'Employee', of: person('Employee') },
  Departments: { entity: 'Department', of: reference('DepartmentRef') },
  Classes: { entity: 'Class', of: reference('ClassRef') },
  ProductsAndServices: { entity: 'Item', of: reference('ItemRef') },
};

const aliases: Readonly<Record<string, string>> = { FiscalYear: 'Year', FiscalQuarter: 'Quarter' };

/** Every word that `summarize_column_by` takes (schema: SummarizeColumnsByEnum). */
const WORDS = ['Total', ...Object.keys(periods), ...Object.keys(aliases), ...Object.keys(subjects)];

/** @throws Fault 2170 for a word QuickBooks does not know, 6000 for more periods than a report can show. */
export function summaryColumns(company: Company, parameters: ReportParameters): SummaryColumns {
  const wanted = parameters.summarizeBy.toLowerCase();
  const word = WORDS.find((known) => known.toLowerCase() === wanted);
  if (word === undefined)
    throw faults.invalidEnumeration('summarize_column_by', parameters.summarizeBy, WORDS);
  const name = aliases[word] ?? word;
  const total = keyed('Total', 'Money', 'total');
  if (periods[name] !== undefined) return { ...byPeriod(name, parameters), total };
  const subject = subjects[name];
  if (subject === undefined) return { periods: undefined, keyOf: () => undefined, headings: () => [], total };
  return { ...bySubject(company, subject), total: keyed('TOTAL', 'Money', 'total') };
}

function byPeriod(word: string, { start, end }: ReportParameters): Omit<SummaryColumns, 'total'> {
  const rule = periods[word];
  const list: Period[] = [];
  for (let from = start; rule !== undefined && from <= end;) {
    const last = rule.end(from);
    const until = last < end ? last : end;
    const period = { start: from, end: until, title: '' };
    list.push({ ...period, title: rule.title(period) });
    if (list.length > MOST_PERIODS)
      throw faults.business(`The report would have more than ${MOST_PERIODS} columns.`);
    from = addDays(until, 1);
  }
  return {
    periods: list,
    keyOf: ({ date }) => list[indexOfPeriod(list, date)]?.start,
    headings: () =>
      list.map((period) => ({
        key: period.start,
        column: {
          ColTitle: period.title,
          ColType: 'Money',
          MetaData: [
            { Name: 'StartDate', Value: period.start },
            { Name: 'EndDate', Value: period.end },
            { Name: 'ColKey', Value: period.title },
          ],
        },
      })),
  };
}

/** The first period that ends on that day or later; the number of periods when there is none. */
export function indexOfPeriod(list: readonly Period[], date: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? '') >= date) high = middle;
    else low = middle + 1;
  }
  return low;
}

function bySubject(company: Company, { entity, of }: Subject): Omit<SummaryColumns, 'total'> {
  const titleOf = (id: string): string => {
    const body = company.find(entity, id)?.body ?? {};
    return textAt(body, 'FullyQualifiedName') ?? textAt(body, 'DisplayName') ?? textAt(body, 'Name') ?? id;
  };
  return {
    periods: undefined,
    keyOf: (posting, entry) => of(posting, entry) ?? '',
    headings: (seen) => {
      const ids = [...seen].filter((id) => id !== '').map((id) => ({ id, title: titleOf(id) }));
      const named = ids
        .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
        .map(({ id, title }) => ({ key: id, column: keyed(title, 'Money', id) }));
      const isOpen = [...seen].includes('');
      return isOpen ? [...named, { key: '', column: keyed('Not Specified', 'Money', '0') }] : named;
    },
  };
}
