import type { RecordStamp } from '../../src/quickbooks/answers.ts';
import { quickbooksError } from '../../src/quickbooks/errors.ts';

export type TableRow = {
  readonly id: string;
  readonly createdAt: Date;
  updatedAt: Date;
  /** Its place among rows of the same second. */
  tie: number;
  /** Neither it nor a page that holds it can be rendered; `nameless` not even by its Id alone. */
  poison?: 'named' | 'nameless' | undefined;
};

const START = Date.parse('2026-01-15T12:00:00Z');

/** Instants of these tests, counted from their beginning. */
export const inSeconds = (seconds: number): Date => new Date(START + seconds * 1000);

const STATEMENT =
  /^SELECT (\*|Id|COUNT\(\*\)) FROM Invoice(?: WHERE (.*?))?(?: ORDERBY ([\w.]+) ASC)?(?: STARTPOSITION (\d+) MAXRESULTS (\d+))?$/;

/** A tiny QuickBooks: answers the statements a listing makes, from rows that tests change between pages. */
export class ListingTable {
  readonly rows = new Map<string, TableRow>();
  #nextId = 1;
  queries = 0;
  /** Numbers from 0 to 1 for an order of equal keys that differs from call to call; by `tie` and id without it. */
  chance: (() => number) | undefined;
  /** Ids of rows that come first on every page, outside range, order and page, and whether a count has them. */
  apart: ReadonlyMap<string, Date> = new Map();
  countsApart = false;

  create(atSeconds: number, tie = 0, poison?: TableRow['poison']): string {
    const id = String(this.#nextId++);
    const at = inSeconds(atSeconds);
    this.rows.set(id, { id, createdAt: at, updatedAt: at, tie, poison });
    return id;
  }

  /** @throws AppError QBO_PAGE_UNREADABLE when a row asked for is poisoned */
  answer(statement: string): { records: RecordStamp[]; totalCount: number | undefined } {
    this.queries += 1;
    const match = STATEMENT.exec(statement);
    if (match === null) throw new Error(`not understood: ${statement}`);
    const [, select, where = '', order, position, most] = match;
    const found = [...this.rows.values()].filter(conditionOf(where));
    if (select === 'COUNT(*)')
      return { records: [], totalCount: found.length + (this.countsApart ? this.apart.size : 0) };
    // Within a second the order is the table's own, not the id's, and an edit may change it.
    const { chance } = this;
    const places = new Map(found.map((row) => [row, chance?.() ?? row.tie]));
    const placeOf = (row: TableRow): number => places.get(row) ?? 0;
    found.sort(
      (a, b) =>
        (order === 'Id' ? 0 : stampOf(a, order) - stampOf(b, order) || placeOf(a) - placeOf(b)) ||
        Number(a.id) - Number(b.id),
    );
    const page = found.slice(Number(position) - 1, Number(position) - 1 + Number(most));
    if (page.some(({ poison }) => poison === 'nameless' || (poison === 'named' && select === '*')))
      throw quickbooksError('QBO_PAGE_UNREADABLE');
    const first = [...this.apart].map(([id, at]) => ({ id, createdAt: at, updatedAt: at }));
    const records = [...first, ...page.map(({ id, createdAt, updatedAt }) => ({ id, createdAt, updatedAt }))];
    return { records, totalCount: undefined };
  }
}

/** Without an order, QuickBooks lists transactions by their last change. */
function stampOf(row: TableRow, field: string | undefined): number {
  return (field === 'MetaData.CreateTime' ? row.createdAt : row.updatedAt).getTime();
}

function conditionOf(where: string): (row: TableRow) => boolean {
  const conditions = where === '' ? [] : where.split(' AND ');
  const tests = conditions.map((condition) => {
    const [, field, operator, value = ''] = /^(MetaData\.\w+) (>=|<) '([^']+)'$/.exec(condition) ?? [];
    if (field === undefined) throw new Error(`not understood: ${condition}`);
    const limit = Date.parse(value);
    return (row: TableRow) => (operator === '<' ? stampOf(row, field) < limit : stampOf(row, field) >= limit);
  });
  return (row) => tests.every((holds) => holds(row));
}
