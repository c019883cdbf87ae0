/**
 * Safe listing: reads every record of an entity page by page although QuickBooks has no cursor and no snapshot, and
 * records come, change and go between pages.
 *
 *     time ──► page 1            page 2                     a second fuller than a page
 *     [ . . . . . . T ]
 *                 [ T . . . . . U ]          by time: starts at the last second seen, inclusive
 *                             [ U U U U U ]
 *                             [ U U | U U | U ] [ U U | U U | U ]   by position inside [U, U+1s), until two passes agree
 *
 * No page depends on a row number, except inside one second. There a pass can lose a record only when another one
 * leaves the rows already read. That one is either gone from the next pass, so the passes differ, or is read twice.
 */
import type { QueryAnswer, RecordStamp } from './answers.ts';
import { quickbooksError } from './errors.ts';

export type ListingStamp = 'MetaData.CreateTime' | 'MetaData.LastUpdatedTime';

export type ListingOptions = {
  /** QuickBooks' name of the entity ('Invoice'). */
  readonly entity: string;
  /** The columns asked for ('*'). */
  readonly select: string;
  /** A condition every page keeps ("Active IN (true, false)"). */
  readonly where?: string | undefined;
  /**
   * CreateTime never moves. LastUpdatedTime does: give `before`, fixed when the listing starts, or it may follow
   * edits forever; a record edited meanwhile leaves the range and belongs to the next one.
   */
  readonly by: ListingStamp;
  /** First instant wanted, inclusive, cut to the second. */
  readonly from?: Date | undefined;
  /** First instant no longer wanted, cut to the second, so that the next range can begin with the same value. */
  readonly before?: Date | undefined;
  /** Records asked for at once; QuickBooks gives at most 1,000. */
  readonly pageSize?: number | undefined;
};

type OneSecond = {
  /** 1-based row the next page starts at. */
  readonly position: number;
  /** Ids of this pass so far. */
  readonly pass: readonly string[];
  /** Ids of the pass before; null during the first. */
  readonly previous: readonly string[] | null;
  /** Passes ended so far. */
  readonly passes: number;
};

/** Where a listing stands: plain data that survives `JSON.stringify`, so that it can be committed with each page. */
export type Listing = {
  readonly entity: string;
  readonly select: string;
  readonly where: string | null;
  readonly by: ListingStamp;
  readonly before: string | null;
  readonly pageSize: number;
  /** The second the next page starts at, inclusive; null is the beginning. */
  readonly at: string | null;
  /** Set while the second `at` is read by position. */
  readonly second: OneSecond | null;
};

/** A second that still changes after so many passes is an error rather than calls without end. */
const MOST_PASSES = 20;

const toSecond = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;
const secondAfter = (second: string): string => toSecond(new Date(Date.parse(second) + 1000));

/** The beginning of a listing; no I/O. */
export function startListing(options: ListingOptions): Listing {
  return {
    entity: options.entity,
    select: options.select,
    where: options.where ?? null,
    by: options.by,
    before: options.before === undefined ? null : toSecond(options.before),
    pageSize: options.pageSize ?? 1000,
    at: options.from === undefined ? null : toSecond(options.from),
    second: null,
  };
}

/** The query for the next page. */
export function listingStatement(listing: Listing): string {
  const { at, before, by, second } = listing;
  const conditions: string[] = [];
  if (listing.where !== null) conditions.push(listing.where);
  if (at !== null) conditions.push(`${by} >= '${at}'`);
  if (at !== null && second !== null) conditions.push(`${by} < '${secondAfter(at)}'`);
  else if (before !== null) conditions.push(`${by} < '${before}'`);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return (
    `SELECT ${listing.select} FROM ${listing.entity}${where} ORDERBY ${by} ASC` +
    ` STARTPOSITION ${second?.position ?? 1} MAXRESULTS ${listing.pageSize}`
  );
}

/**
 * Takes the answer to `listingStatement` and says what comes next. Pages overlap: the caller upserts by id.
 *
 * A listing ends when a page brings no later second: a page that is not full is no sign of the end, since QuickBooks
 * does not always fill one.
 * @throws AppError QBO_LISTING_DISORDERED when the answer is not in the order or range asked for
 */
export function advanceListing(listing: Listing, answer: Pick<QueryAnswer, 'records'>): Listing | 'done' {
  const seconds = stampsOf(listing, answer.records);
  return listing.second === null
    ? advanceByTime(listing, answer.records, seconds)
    : advanceInSecond(listing, listing.second, answer.records);
}

function advanceByTime(
  listing: Listing,
  records: readonly RecordStamp[],
  seconds: readonly string[],
): Listing | 'done' {
  const first = seconds[0];
  const last = seconds.at(-1);
  if (first === undefined || last === undefined) return 'done';
  // A full page inside one second cannot tell how many more that second holds.
  if (first === last && records.length >= listing.pageSize)
    return { ...listing, at: last, second: beginning };
  return last === listing.at ? 'done' : { ...listing, at: last };
}

const beginning: OneSecond = { position: 1, pass: [], previous: null, passes: 0 };

function advanceInSecond(listing: Listing, second: OneSecond, records: readonly RecordStamp[]): Listing {
  if (records.length > 0) {
    const pass = [...second.pass, ...records.map((record) => record.id)];
    // QuickBooks has returned 101 rows for a limit of 100: better one row twice than one left out.
    const position = second.position + Math.min(records.length, listing.pageSize);
    return { ...listing, second: { ...second, position, pass } };
  }
  if (second.previous !== null && agree(second.previous, second.pass)) {
    return { ...listing, at: listing.at === null ? null : secondAfter(listing.at), second: null };
  }
  if (second.passes >= MOST_PASSES) refuse(listing, 'rows that do not keep still');
  return { ...listing, second: { ...beginning, previous: second.pass, passes: second.passes + 1 } };
}

/** Equal as sets; an id that came twice says that rows shifted, so such a pass proves nothing. */
function agree(before: readonly string[], now: readonly string[]): boolean {
  const ids = new Set([...before, ...now]);
  return (
    ids.size === now.length &&
    ids.size === before.length &&
    new Set(now).size === ids.size &&
    new Set(before).size === ids.size
  );
}

/** The second of each record; refuses an answer on which paging by time would silently lose records. */
function stampsOf(listing: Listing, records: readonly RecordStamp[]): string[] {
  const seconds: string[] = [];
  for (const record of records) {
    const stamp = listing.by === 'MetaData.CreateTime' ? record.createdAt : record.updatedAt;
    if (stamp === undefined) return refuse(listing, 'a record without this time');
    const second = toSecond(stamp);
    if (listing.at !== null && second < listing.at) return refuse(listing, 'a record before the range');
    if (
      listing.second === null ? listing.before !== null && second >= listing.before : second !== listing.at
    ) {
      return refuse(listing, 'a record after the range');
    }
    const before = seconds.at(-1);
    if (before !== undefined && second < before) return refuse(listing, 'descending times');
    seconds.push(second);
  }
  return seconds;
}

function refuse(listing: Listing, found: string): never {
  throw quickbooksError('QBO_LISTING_DISORDERED', {
    details: { entity: listing.entity, by: listing.by, found },
  });
}
