import pg from 'pg';
import { databaseError } from './errors.ts';

type Parser = (text: string) => unknown;

const textArray = pg.types.getTypeParser(1009 as unknown as typeof pg.types.builtins.TEXT) as (
  text: string,
) => (string | null)[];
const arrayOf =
  (parse: Parser): Parser =>
  (text) =>
    textArray(text).map((item) => (item === null ? null : parse(item)));

const asText: Parser = (text) => text;

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw databaseError('DATABASE_UNSAFE_NUMBER');
  return value;
}

const parsers = new Map<number, Parser>([
  [20, toSafeNumber], // int8: count(*) and sums of rows; ids of QuickBooks are text
  [1016, arrayOf(toSafeNumber)],
  [1082, asText], // date: a calendar day has no time zone, so it must not become a Date
  [1182, arrayOf(asText)],
  [1114, asText], // timestamp without zone: Node would read it in its own zone
  [1700, asText], // numeric: money stays exact
  [1231, arrayOf(asText)],
]);

/** How PostgreSQL's types arrive in JavaScript; everything not named here is pg's default. */
export const typeParsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === undefined || format === 'text' ? parsers.get(oid) : undefined) ??
    (pg.types.getTypeParser(oid, format ?? 'text') as Parser)) as typeof pg.types.getTypeParser,
};
