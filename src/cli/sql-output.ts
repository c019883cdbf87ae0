import { toCsvLine } from '../base/csv.ts';
import type { SqlAnswer } from './sql-session.ts';
import { formatTable } from './table.ts';

/** `csv` is for spreadsheets too, `exact csv` for programs only: each text to the character. */
export type SqlFormat = 'table' | 'json' | 'csv' | 'exact csv';

// Type numbers of PostgreSQL never change: https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/catalog/pg_type.dat
const BOOL = 16;
const SMALL_NUMBERS = new Set([21, 23, 26]);
const FLOATS = new Set([700, 701]);
const BIGINT = 20;
const NUMERIC = 1700;
const JSON_TYPES = new Set([114, 3802]);
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
/** Dates, times and spans besides those. */
const OTHER_TIMES = new Set([1082, 1083, 1186]);

/** Lines that show one answer. */
export function formatAnswer(answer: SqlAnswer, format: SqlFormat, screen: boolean): string[] {
  if (answer.columns.length === 0) return format === 'table' ? [doneLine(answer)] : [];
  if (format === 'json') return toJsonLines(answer);
  if (format === 'csv' || format === 'exact csv') {
    const isSafe = format === 'csv';
    const titles = answer.columns.map((column) => column.name);
    const rows = answer.rows.map((row) =>
      row.map((text, index) => (text === null ? null : toExactText(text, answer.columns[index]?.typeId))),
    );
    const guard = answer.columns.map(({ typeId }) => isSafe && isText(typeId));
    return [toCsvLine(titles, isSafe ? 'every' : 'none'), ...rows.map((row) => toCsvLine(row, guard))];
  }
  const columns = answer.columns.map(({ name, typeId }) => ({
    title: name,
    align: isNumber(typeId) ? ('right' as const) : ('left' as const),
  }));
  return [
    ...formatTable(columns, answer.rows, { shorten: screen }),
    `(${answer.rowCount} ${answer.rowCount === 1 ? 'row' : 'rows'})`,
  ];
}

function doneLine({ command, rowCount }: SqlAnswer): string {
  return ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command) ? `${command} ${rowCount}` : command;
}

function isNumber(typeId: number): boolean {
  return SMALL_NUMBERS.has(typeId) || FLOATS.has(typeId) || typeId === BIGINT || typeId === NUMERIC;
}

/** Whatever can hold what somebody wrote in QuickBooks. */
function isText(typeId: number): boolean {
  const isTime = typeId === TIMESTAMP || typeId === TIMESTAMPTZ || OTHER_TIMES.has(typeId);
  return !isNumber(typeId) && !isTime && typeId !== BOOL;
}

/**
 * An array of objects, one row a line. Exact: a `numeric` is a string, as money is everywhere in our JSON, and a
 * `jsonb` goes in as PostgreSQL wrote it instead of through JavaScript's numbers.
 */
function toJsonLines({ columns, rows }: SqlAnswer): string[] {
  if (rows.length === 0) return ['[]'];
  const names = columns.map((column) => JSON.stringify(column.name));
  const lines = rows.map((row) => {
    const members = columns.map(
      ({ typeId }, index) => `${names[index] ?? ''}:${toJsonValue(row[index] ?? null, typeId)}`,
    );
    return `{${members.join(',')}}`;
  });
  return ['[', ...lines.map((line, index) => (index < lines.length - 1 ? `${line},` : line)), ']'];
}

/**
 * What the REST API writes for the same value: true and false, instants in UTC with microseconds. Everything else, and
 * a time that no calendar of four digits has, is as PostgreSQL wrote it.
 */
function toExactText(text: string, typeId: number | undefined): string {
  if (typeId === BOOL) return text === 't' ? 'true' : 'false';
  if (typeId !== TIMESTAMP && typeId !== TIMESTAMPTZ) return text;
  const [, day, time, fraction = '', sign, hours = '0', minutes = '0', seconds = '0'] = TIME.exec(text) ?? [];
  if (day === undefined || time === undefined) return text;
  const microseconds = `.${fraction.padEnd(6, '0')}`;
  if (typeId === TIMESTAMP) return `${day}T${time}${microseconds}`;
  const offsetMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const utc = new Date(Date.parse(`${day}T${time}Z`) + (sign === '-' ? offsetMs : -offsetMs));
  const [second = ''] = utc.toISOString().split('.', 1);
  // The last evening of 9999, told from the west, is in a year of five digits.
  return second.length !== 19 ? text : `${second}${microseconds}Z`;
}

/** `2026-01-31 08:00:00.12-08`; the offset can have minutes, and in the 19th century seconds. */
const TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:([+-])(\d\d)(?::(\d\d)(?::(\d\d))?)?)?$/;

function toJsonValue(given: string | null, typeId: number): string {
  if (given === null) return 'null';
  const text = toExactText(given, typeId);
  if (typeId === BOOL) return text;
  if (SMALL_NUMBERS.has(typeId) || JSON_TYPES.has(typeId)) return text;
  if (typeId === BIGINT && Number.isSafeInteger(Number(text))) return text;
  if (FLOATS.has(typeId) && Number.isFinite(Number(text))) return text;
  return JSON.stringify(text);
}
