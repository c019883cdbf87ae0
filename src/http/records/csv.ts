import type { RecordColumn } from '../../tables/records/record-table.ts';

/*
 * RFC 4180: commas, CRLF, quotes doubled inside quotes. A spreadsheet that opens such a file reads a text that begins
 * with one of these as a formula, and whoever can write a customer's name in QuickBooks could then run something on
 * an accountant's computer. A quote in front makes it text to every spreadsheet (OWASP, CSV Injection, read 2026-10).
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const special = /[",\r\n]/;

function cell(value: string | null, isGuarded: boolean): string {
  if (value === null) return '';
  const text = isGuarded && formula.test(value) ? `'${value}` : value;
  // An empty text is quoted, so that it differs from no value.
  return text === '' || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rows of exact texts as lines of CSV. Numbers, dates and instants are never changed; texts are guarded. */
export function createCsvWriter(
  columns: readonly RecordColumn[],
  options: { isSpreadsheetSafe: boolean },
): { header(): string; line(row: readonly (string | null)[]): string } {
  const guarded = columns.map(
    ({ type }) => options.isSpreadsheetSafe && (type === 'text' || type === 'jsonb'),
  );
  return {
    header: () => `${columns.map(({ name }) => name).join(',')}\r\n`,
    line: (row) => `${row.map((value, index) => cell(value, guarded[index] === true)).join(',')}\r\n`,
  };
}
