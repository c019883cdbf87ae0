/** Reports: QuickBooks' own sums, which a copy of its records can be compared with. Every value in them is a string. */
import { instantOf } from './answers.ts';
import { isObject, readAnswer, toError } from './faults.ts';
import type { JsonObject } from './faults.ts';
import type { HttpAnswer } from './transport.ts';

/** A report and what its header says; absent where QuickBooks does not say it. */
export type ReportAnswer = {
  /** The body exactly as QuickBooks sent it. */
  readonly text: string;
  /** QuickBooks' clock when it made the report, to the second; ours where the report carries none (facts#report-shape). */
  readonly time: Date;
  readonly name: string;
  /** Cash or Accrual: a company has a basis of its own, which holds where none was asked for (facts#report-basis). */
  readonly basis: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly startDate: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly endDate: string | undefined;
  readonly currency: string | undefined;
  /** Column keys (`account`, `total`, `tx_date`) where QuickBooks names them, else the titles, in order. */
  readonly columns: readonly string[];
  /** In the order of the report, nested sections flattened; empty for a period without data. */
  readonly rows: readonly ReportRow[];
};

/** One line of a report. */
export type ReportRow = {
  /** Nesting, from 0. */
  readonly depth: number;
  /** A section is `header`, its rows, `summary`; a header or summary without cells is left out. */
  readonly kind: 'header' | 'data' | 'summary';
  /** `Income`, `GrandTotal`, `AR`: the name QuickBooks gives the section, where it gives one. */
  readonly group: string | undefined;
  readonly cells: readonly ReportCell[];
};

/** One cell: `value` as QuickBooks prints it (`''` when empty); `id` of the account, name or transaction it stands for. */
export type ReportCell = { readonly value: string; readonly id: string | undefined };

/** @throws AppError the error it stands for, QBO_UNREADABLE_ANSWER when it is JSON but not a report */
export function toReportAnswer(answer: HttpAnswer, now: Date): ReportAnswer {
  const { text, json } = readAnswer(answer, now);
  const header = json['Header'];
  const name = isObject(header) ? header['ReportName'] : undefined;
  if (!isObject(header) || typeof name !== 'string')
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  return {
    text,
    time: instantOf(header['Time']) ?? now,
    name,
    basis: textOf(header['ReportBasis']),
    startDate: textOf(header['StartPeriod']),
    endDate: textOf(header['EndPeriod']),
    currency: textOf(header['Currency']),
    columns: listIn(json['Columns'], 'Column').map(columnName),
    rows: rowsIn(json['Rows'], 0, undefined),
  };
}

function columnName(column: JsonObject): string {
  const key = listIn({ MetaData: column['MetaData'] }, 'MetaData').find(
    (entry) => entry['Name'] === 'ColKey',
  );
  // Lists of transactions have the key as the type, others a kind of value there: `Account`, `Money`
  // (facts#report-columns).
  const type = textOf(column['ColType']);
  const ownKey = type !== undefined && /^[a-z_0-9]+$/.test(type) ? type : undefined;
  return textOf(key?.['Value']) ?? ownKey ?? textOf(column['ColTitle']) ?? '';
}

/** Sections nest as the chart of accounts does, to any depth. */
function rowsIn(rows: unknown, depth: number, within: string | undefined): ReportRow[] {
  return listIn(rows, 'Row').flatMap((row) => {
    const group = textOf(row['group']) ?? within;
    const line = (kind: ReportRow['kind'], of: unknown): ReportRow[] => {
      const cells = listIn(of, 'ColData').map(cellOf);
      return cells.length === 0 ? [] : [{ depth, kind, group, cells }];
    };
    return [
      ...line('header', row['Header']),
      ...line('data', row),
      ...rowsIn(row['Rows'], depth + 1, group),
      ...line('summary', row['Summary']),
    ];
  });
}

function cellOf(cell: JsonObject): ReportCell {
  return { value: textOf(cell['value']) ?? '', id: textOf(cell['id']) };
}

function listIn(holder: unknown, key: string): JsonObject[] {
  const list = isObject(holder) ? holder[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
