/**
 * Reading by position (STARTPOSITION), where nothing better is to be had: pass after pass, each until a page brings
 * nothing new, until as many records were seen as QuickBooks counts, and once more all of the same.
 *
 *     pass ── count ── pass ── count ── … as many as are counted │ pass ── … the same records again │ done
 *     └──────────── a reading ────────────────────────────────┘   └──────── another reading ─────┘
 *
 * A pass loses a record when another one leaves the rows already read, or when records of equal keys come in another
 * order at every call (facts#tie-order): a record that is not in one pass is in one of the next. So a reading is as
 * many passes as it takes until the count is reached. Its records all existed when they were counted if another
 * reading, after the count, brings the same ones; then no other record can have existed beside them.
 */
import type { ListedAnswer } from './listing.ts';

/** Plain data, as everything in a listing. */
export type Scan = {
  /** 1-based row the next page starts at. */
  readonly position: number;
  /** Ids of this pass so far; `?` and a number for a record that could not be rendered or named. */
  readonly pass: readonly string[];
  /** Ids of rows apart that came in this pass. */
  readonly apart?: readonly string[];
  /** Ids of the earlier passes of this reading. */
  readonly seen?: readonly string[];
  /** Ids of the reading before, which was as many as were counted; null during the first. */
  readonly previous: readonly string[] | null;
  /** Passes ended so far. */
  readonly passes: number;
  /** Passes in a row that brought nothing new although more are counted. */
  readonly fruitless?: number;
  /** A pass has ended; the next statement is the count. */
  readonly counting: boolean;
};

/**
 * Rows that still change after so many passes are an error rather than calls without end. Ten thousand records of one
 * second in an order of chance take 10 or 11 passes a reading.
 */
const MOST_PASSES = 40;

/** A record that was not in so many passes will not come: by chance it would be in two of three. */
const MOST_FRUITLESS = 10;

export function beginScan(): Scan {
  return { position: 1, pass: [], previous: null, passes: 0, counting: false };
}

/** @param apart  ids of rows that may come on any page, and may be counted or not */
export function advanceScan(
  scan: Scan,
  answer: ListedAnswer,
  pageSize: number,
  apart: readonly string[] = [],
): Scan | 'done' | 'unsteady' | 'lacking' | 'uncounted' {
  if (scan.counting)
    return answer.totalCount === undefined ? 'uncounted' : afterCount(scan, answer.totalCount, apart.length);
  const { unreadable = [] } = answer;
  const records = answer.records.filter(({ id }) => !apart.includes(id));
  // The nameless of a pass are numbered: their places may change.
  const nameless = unreadable.filter(({ id }) => id === undefined).length;
  const before = nameless === 0 ? 0 : scan.pass.filter((id) => id.startsWith('?')).length;
  const pass = new Set(scan.pass);
  for (const { id } of records) pass.add(id);
  for (const { id } of unreadable) if (id !== undefined) pass.add(id);
  for (let number = 1; number <= nameless; number += 1) pass.add(`?${before + number}`);
  if (pass.size > scan.pass.length) {
    // QuickBooks has returned 101 rows for a limit of 100 (facts#page-not-full): better one row twice than one left out.
    const position = scan.position + Math.min(records.length, pageSize) + unreadable.length;
    return { ...scan, position, pass: [...pass] };
  }
  // Full of rows apart: they stand where others do, so that what comes behind them is no end yet.
  const rowsApart = new Set(scan.apart);
  for (const { id } of answer.records) if (apart.includes(id)) rowsApart.add(id);
  if (rowsApart.size > (scan.apart ?? []).length && answer.records.length >= pageSize)
    return { ...scan, position: scan.position + pageSize, apart: [...rowsApart] };
  const { seen = [], previous } = scan;
  // An empty first page is one statement's word that there is nothing.
  if (scan.position === 1 && seen.length === 0 && previous === null) return 'done';
  const reading = readingOf(scan);
  const isAgain =
    previous !== null && previous.length === reading.size && previous.every((id) => reading.has(id));
  return isAgain ? 'done' : { ...scan, counting: true };
}

/** What follows a pass that was not all of the same again, by QuickBooks' count. */
function afterCount(scan: Scan, counted: number, apart: number): Scan | 'unsteady' | 'lacking' {
  const passes = scan.passes + 1;
  if (passes >= MOST_PASSES) return 'unsteady';
  const reading = readingOf(scan);
  // Fewer are counted where a record went after it was seen: then the next reading differs. Else not all rows are
  // counted, and that the next one brings the same is all that can be known.
  if (counted <= reading.size + apart) return { ...beginScan(), passes, previous: [...reading] };
  const seen = [...reading];
  const fruitless = seen.length > (scan.seen ?? []).length ? 0 : (scan.fruitless ?? 0) + 1;
  if (fruitless >= MOST_FRUITLESS) return 'lacking';
  return { ...beginScan(), passes, previous: scan.previous, seen, fruitless };
}

const readingOf = ({ seen = [], pass }: Scan): Set<string> => new Set([...seen, ...pass]);
