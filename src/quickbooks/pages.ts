/**
 * Reading a page of a listing although QuickBooks cannot render one of its records: then the whole page fails, with
 * fault 4002 or 10000 (facts#unreadable-record), and the record is found by asking for halves.
 */
import { sizes } from '../tuning/sizes.ts';
import { isAppError } from '../base/errors.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { QueryAnswer, RecordStamp } from './answers.ts';
import type { CallOptions } from './calls.ts';
import type { QuickBooksClient } from './client.ts';
import { advanceListing, listingStatement, startListing } from './listing.ts';
import type { Listing, ListingOptions, UnreadableRecord } from './listing.ts';

/** One page of a listing, as few answers as it took. */
export type PageAnswer = {
  /** One, or several where the page had to be read in pieces; together they are the page, in order. */
  readonly answers: readonly QueryAnswer[];
  /** Of all answers. */
  readonly records: readonly RecordStamp[];
  /** QuickBooks' clock at the first of them. */
  readonly time: Date;
  readonly totalCount: number | undefined;
  /** Records that are there and cannot be rendered; the page holds the records behind them instead. */
  readonly unreadable: readonly UnreadableRecord[];
};

/** Two readings of a page in pieces must agree; so often it is tried. */
const MOST_READINGS = 5;

/**
 * So often each of several rows must fail again. Where records of equal times come in another order at every call
 * (facts#tie-order), a good one has been in the place of a bad one, and must not be left out for it.
 */
const CHECKS_OF_SEVERAL = 8;

/** A fault that has just outlasted every retry of the whole page is asked for only twice in its parts. */
const ATTEMPTS_OF_A_PART = 2;

/**
 * The page a listing wants next. One call where QuickBooks can render it; else about 20 calls for each record that it
 * cannot render, 30 where there are several (not billed, since they fail: facts#free-calls). They are named in
 * `unreadable` and left out.
 *
 * Pieces are not one snapshot, so they are read until two readings agree: whoever existed throughout is in them. Records
 * may change places, but none may come twice: another one would be missing for it.
 * @throws AppError what `query` throws; QBO_PAGE_UNREADABLE or QBO_SYSTEM_FAULT only when hardly any record can be read
 */
export async function readPage(
  client: Pick<QuickBooksClient, 'query'>,
  realmId: RealmId,
  listing: Listing,
  o: CallOptions = {},
): Promise<PageAnswer> {
  try {
    return pageOf([await client.query(realmId, listingStatement(listing), o)], []);
  } catch (error) {
    if (!isUnreadable(error) || listing.scan?.counting === true) throw error;
    const part = (rows: Rows): Promise<QueryAnswer> =>
      client.query(realmId, listingStatement(listing, rows), { ...o, attempts: ATTEMPTS_OF_A_PART });
    for (let reading = 1; reading <= MOST_READINGS; reading += 1) {
      const page = await readPieces(listing, part, error);
      if (page !== undefined) return page;
    }
    throw error;
  }
}

/**
 * Walks a whole listing, one page at a time; see `startListing` for what is and is not promised.
 *
 * Pages overlap: a record may come more than once, so keep them by id. Nothing is fetched ahead of the reader.
 * @yields each page that has records, or names some that cannot be rendered
 * @throws AppError what `readPage` throws, and QBO_LISTING_DISORDERED
 */
export async function* listRecords(
  client: Pick<QuickBooksClient, 'query'>,
  realmId: RealmId,
  options: ListingOptions,
  o?: CallOptions,
): AsyncGenerator<PageAnswer, void, void> {
  let listing = startListing(options);
  for (;;) {
    const page = await readPage(client, realmId, listing, o);
    const next = advanceListing(listing, page);
    if (page.records.length + page.unreadable.length > 0) yield page;
    if (next === 'done') return;
    listing = next;
  }
}

type Rows = { readonly position: number; readonly size: number; readonly select?: string };
type ReadPart = (rows: Rows) => Promise<QueryAnswer>;
/** The answer to one part of a page, and how many rows were asked for. */
type Piece = { readonly answer: QueryAnswer; readonly size: number };

/** The page in pieces, or undefined when rows moved while it was read. */
async function readPieces(listing: Listing, part: ReadPart, cause: unknown): Promise<PageAnswer | undefined> {
  const start = listing.scan?.position ?? 1;
  const unreadable: number[] = [];
  // As many rows are added as cannot be read, so that a page is full unless the listing ends in it.
  let end = start;
  for (let missing = listing.pageSize; missing > 0;) {
    const rows = { position: end, size: missing };
    const most = sizes.unreadable - unreadable.length;
    const found = end === start ? await halve(rows, part, most) : await locate(rows, part, most);
    if (found === undefined) throw cause;
    end += missing;
    missing = found.length;
    unreadable.push(...found);
  }
  const first = await readAround(start, end, unreadable, part);
  if (first === undefined) return undefined;
  const named: UnreadableRecord[] = [];
  for (const position of unreadable) named.push({ position, id: await nameOf(position, part) });
  // A record put in before one of them meanwhile has pushed a readable one into its place.
  for (let checks = unreadable.length > 1 ? CHECKS_OF_SEVERAL : 1; checks > 0; checks -= 1) {
    for (const position of unreadable)
      if ((await locate({ position, size: 1 }, part, 1))?.length === 0) return undefined;
  }
  const second = await readAround(start, end, unreadable, part);
  if (second === undefined) return undefined;
  const names = named.flatMap(({ id }) => id ?? []);
  const ids = idsOf(second, listing);
  const isSteady = areSame(idsOf(first, listing), ids) && isEachOnce([...ids, ...names]);
  return isSteady
    ? pageOf(
        second.map(({ answer }) => answer),
        named,
      )
    : undefined;
}

/** Which of these rows cannot be rendered; undefined when there are more than `most`. */
async function locate(rows: Rows, part: ReadPart, most: number): Promise<number[] | undefined> {
  try {
    await part(rows);
    return [];
  } catch (error) {
    if (isUnreadable(error)) return halve(rows, part, most);
    throw error;
  }
}

/** The same for rows of which at least one is known not to be. */
async function halve(rows: Rows, part: ReadPart, most: number): Promise<number[] | undefined> {
  if (most <= 0) return undefined;
  if (rows.size === 1) return [rows.position];
  const half = Math.ceil(rows.size / 2);
  const left = await locate({ position: rows.position, size: half }, part, most);
  if (left === undefined) return undefined;
  const rest = { position: rows.position + half, size: rows.size - half };
  const right = await locate(rest, part, most - left.length);
  return right === undefined ? undefined : [...left, ...right];
}

/** What lies between the unreadable rows; undefined when one of them has moved. */
async function readAround(
  start: number,
  end: number,
  unreadable: readonly number[],
  part: ReadPart,
): Promise<Piece[] | undefined> {
  const pieces: Piece[] = [];
  let position = start;
  try {
    for (const stop of [...unreadable, end]) {
      const size = stop - position;
      if (size > 0) pieces.push({ answer: await part({ position, size }), size });
      position = stop + 1;
    }
    return pieces;
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** An Id alone can often be rendered; when even that fails, the record stays nameless. */
async function nameOf(position: number, part: ReadPart): Promise<string | undefined> {
  try {
    return (await part({ position, size: 1, select: 'Id' })).records[0]?.id;
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

function pageOf(answers: readonly QueryAnswer[], unreadable: readonly UnreadableRecord[]): PageAnswer {
  const [first] = answers;
  if (first === undefined) throw new TypeError('A page has at least one answer.');
  return {
    answers,
    records: answers.flatMap((answer) => answer.records),
    time: first.time,
    totalCount: first.totalCount,
    unreadable,
  };
}

/** The ids of the rows that were asked for: some come on every page, and a page may hold one row too many. */
function idsOf(pieces: readonly Piece[], { apart = [] }: Listing): string[] {
  return pieces.flatMap(({ answer, size }) =>
    answer.records
      .map(({ id }) => id)
      .filter((id) => !apart.includes(id))
      .slice(0, size),
  );
}

const isEachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

function areSame(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some);
  return isEachOnce(some) && some.length === others.length && others.every((id) => known.has(id));
}

function isUnreadable(error: unknown): boolean {
  return isAppError(error, 'QBO_PAGE_UNREADABLE') || isAppError(error, 'QBO_SYSTEM_FAULT');
}
