/*
 * RFC 4180: commas, quotes doubled inside quotes. A spreadsheet that opens such a file reads a text that begins with one
 * of these as a formula, and whoever can write a customer's name in QuickBooks could then run something on an
 * accountant's computer. A quote in front makes it text to every spreadsheet (OWASP, CSV Injection, read 2026-10).
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const special = /[",\r\n]/;

/**
 * Which cells a spreadsheet must not run as formulas: every one, none where each character counts (for programs), or
 * those of some columns (numbers and dates are never guarded: a minus sign is theirs).
 */
export type CsvGuard = 'every' | 'none' | readonly boolean[];

function toCell(value: string | null | undefined, isGuarded: boolean): string {
  if (value === null || value === undefined) return '';
  const text = isGuarded && formula.test(value) ? `'${value}` : value;
  // An empty text is quoted, so that it differs from no value.
  return text === '' || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of CSV of exact texts, without the CRLF that ends it. No value is an empty cell, an empty text is `""`. */
export function toCsvLine(cells: readonly (string | null | undefined)[], guard: CsvGuard): string {
  return cells
    .map((value, index) => toCell(value, guard === 'every' || (guard !== 'none' && guard[index] === true)))
    .join(',');
}
