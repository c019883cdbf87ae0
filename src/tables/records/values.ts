import type { ColumnType } from './record-table.ts';

/** What a value has to look like, for the sentence that says it does not. */
export const forms: Readonly<Record<Exclude<ColumnType, 'jsonb'>, string>> = {
  text: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  numeric: 'a decimal number such as 12.50',
  date: 'a date such as 2026-01-31',
  timestamp: 'a time such as 2026-01-31T08:00:00',
  timestamptz: 'an instant such as 2026-01-31T08:00:00Z',
};

const day = /^(\d{4})-(\d\d)-(\d\d)$/;
const time = /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,6})?)?)?$/;
const offset = /(?:Z|[+\- ](?:0\d|1[0-4]):?[0-5]\d)$/i;

function isDay(text: string): boolean {
  const [, year, month, date] = day.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return parsed.getUTCMonth() + 1 === Number(month) && parsed.getUTCDate() === Number(date);
}

function isTime(text: string): boolean {
  const [, date] = time.exec(text) ?? [];
  return date !== undefined && isDay(date);
}

/** A plus sign that was not escaped in an address arrives as a space. */
function toInstant(text: string): string | undefined {
  const zone = offset.exec(text)?.[0];
  if (zone === undefined) return day.test(text) && isDay(text) ? `${text}T00:00:00Z` : undefined;
  const local = text.slice(0, -zone.length);
  return local.length > 10 && isTime(local) ? `${local}${zone.replace(' ', '+')}` : undefined;
}

/**
 * A value from outside as PostgreSQL will certainly read it as this type; undefined when it is none. Precision is
 * kept: nothing becomes a JavaScript number or Date on the way.
 */
export function parseValue(type: Exclude<ColumnType, 'jsonb'>, text: string): string | undefined {
  switch (type) {
    case 'text':
      // PostgreSQL's text holds everything but NUL.
      return text.includes('\0') ? undefined : text;
    case 'boolean':
      return text === 'true' || text === 'false' ? text : undefined;
    case 'integer':
      return /^[+-]?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31 ? text : undefined;
    case 'numeric':
      return /^[+-]?\d{1,100}(\.\d{1,100})?$/.test(text) ? text : undefined;
    case 'date':
      return isDay(text) ? text : undefined;
    case 'timestamp':
      return isTime(text) ? text : undefined;
    case 'timestamptz':
      return toInstant(text);
  }
}
