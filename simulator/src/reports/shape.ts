import { stamp } from '../values/pacific-time.ts';

/** One cell: always text, and the id of what it names. */
export type Cell = { readonly value: string; readonly id?: string };

export type Row = {
  readonly Header?: { readonly ColData: readonly Cell[] };
  readonly ColData?: readonly Cell[];
  readonly Rows?: { readonly Row: readonly Row[] };
  readonly Summary?: { readonly ColData: readonly Cell[] };
  readonly type: 'Data' | 'Section';
  readonly group?: string;
};

export type Column = {
  readonly ColTitle: string;
  readonly ColType: string;
  readonly MetaData?: readonly { readonly Name: string; readonly Value: string }[];
};

export type Report = {
  readonly Header: Readonly<Record<string, unknown>>;
  readonly Columns: { readonly Column: readonly Column[] };
  readonly Rows: { readonly Row?: readonly Row[] };
};

export const cell = (value: string, id?: string): Cell => (id === undefined ? { value } : { value, id });

export const blanks = (count: number): Cell[] => Array.from({ length: count }, () => cell(''));

/** Cents as reports print them; nothing for none unless `zero` says otherwise. */
export function money(cents: number, zero = ''): string {
  return cents === 0 ? zero : (cents / 100).toFixed(2);
}

export const moneyCells = (amounts: readonly number[]): Cell[] => amounts.map((cents) => cell(money(cents)));

/** A column of amounts, with the key by which programs know it. */
export function keyed(title: string, type: string, key: string): Column {
  return { ColTitle: title, ColType: type, MetaData: [{ Name: 'ColKey', Value: key }] };
}

export function section(parts: Omit<Row, 'type'>): Row {
  const { group, ...rest } = parts;
  return { ...rest, type: 'Section', ...(group === undefined ? {} : { group }) };
}

/** The last row of most reports. */
export function grandTotal(cells: readonly Cell[], title = 'TOTAL'): Row {
  return section({ Summary: { ColData: [cell(title), ...cells] }, group: 'GrandTotal' });
}

/** Puts a report together. One without rows says so (facts#report-empty). */
export function report(
  name: string,
  about: {
    readonly nowSeconds: number;
    readonly currency: string;
    readonly header: Readonly<Record<string, unknown>>;
    /** What the report was narrowed to; it stands behind the currency. */
    readonly filters?: Readonly<Record<string, string>>;
    readonly options?: readonly (readonly [string, string])[];
    readonly isEmpty: boolean;
  },
  columns: readonly Column[],
  rows: readonly Row[],
): Report {
  const { DateMacro, ...header } = about.header;
  const options = [...(about.options ?? []), ['NoReportData', String(about.isEmpty)] as const];
  return {
    Header: {
      Time: stamp(about.nowSeconds),
      ReportName: name,
      ...(DateMacro === undefined ? {} : { DateMacro }),
      ...header,
      Currency: about.currency,
      ...about.filters,
      Option: options.map(([Name, Value]) => ({ Name, Value })),
    },
    Columns: { Column: columns },
    Rows: rows.length === 0 ? {} : { Row: rows },
  };
}
