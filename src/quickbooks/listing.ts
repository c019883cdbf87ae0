/**
 * Safe listing: reads every record of an entity page by page although QuickBooks has no cursor and no snapshot
 * (facts#no-snapshot), and records come, change and go between pages.
 *
 *     time ──► page 1            page 2                     a second fuller than a page
 *     [ . . . . . . T ]
 *                 [ T . . . . . U ]          by time: starts at the last second seen, inclusive
 *                             [ U U U U U ]
 *                             [ U U | U U | U ] 5 [ U U | U U | U ]     by position inside [U, U+1s): see scan.ts
 *
 * No page depends on a row number, except where the time does not tell: inside one second, and for entities that
 * cannot be filtered by time, whose whole listing is one scan by position.
 */
import { sizes } from '../tuning/sizes.ts';
import { type AppError, isAppError } from '../base/errors.ts';
import type { QueryAnswer, RecordStamp } from './answers.ts';
import { quickbooksError } from './errors.ts';
import { advanceScan, beginScan } from './scan.ts';
import type { Scan } from './scan.ts';

/** A time that every usual entity can be filtered and ordered by (facts#time-filter). */
export type ListingStamp = 'MetaData.CreateTime' | 'MetaData.LastUpdatedTime';

/** What to list, and along which order. */
export type ListingOptions = {
  /** QuickBooks' name of the entity ('Invoice'). */
  readonly entity: string;
  /** The columns asked for ('*'). */
  readonly select: string;
  /** A condition every page keeps ("Active IN (true, false)"). */
  readonly where?: string | undefined;
  /**
   * CreateTime never moves (facts#create-time). LastUpdatedTime does: give `before`, fixed when the listing starts, or
   * it may follow edits forever; a record edited meanwhile leaves the range and belongs to the next one. `position` is
   * for entities that can be filtered by neither: it reads everything at least twice, and holds all ids in its state.
   */
  readonly by: ListingStamp | 'position';
  /** The column a listing by position is ordered by: one that edits do not move ('Id'); QuickBooks' own order unless given. */
  readonly orderBy?: string | undefined;
  /** First instant wanted, inclusive, cut to the second; not by position. */
  readonly from?: Date | undefined;
  /** First instant no longer wanted, cut to the second, so that the next range can begin with the same value. */
  readonly before?: Date | undefined;
  /** Records asked for at once; QuickBooks gives at most 1,000 (facts#page-size). */
  readonly pageSize?: number | undefined;
  /** Ids of records that may come on any page, whatever it asks for: they say nothing about the order or the end. */
  readonly apart?: readonly string[] | undefined;
};

/** Where a listing stands: plain data that survives `JSON.stringify`, so that it can be committed with each page. */
export type Listing = {
  readonly entity: string;
  readonly select: string;
  readonly where: string | null;
  readonly by: ListingStamp | 'position';
  readonly orderBy: string | null;
  readonly before: string | null;
  readonly pageSize: number;
  /** Absent where every record obeys. */
  readonly apart?: readonly string[];
  /** The second the next page starts at, inclusive; null is the beginning. */
  readonly at: string | null;
  /** Set while the second `at`, or everything, is read by position. */
  readonly scan: Scan | null;
};

/** A record that was there but could not be rendered, so that its stamps are unknown. */
export type UnreadableRecord = {
  /** 1-based row of the statement at which it was found. */
  readonly position: number;
  /** Its Id, where QuickBooks could at least name it. */
  readonly id: string | undefined;
};

/** What a listing must know of an answer; `readPage` and `query` both bring it. */
export type ListedAnswer = Pick<QueryAnswer, 'records'> & {
  readonly totalCount?: number | undefined;
  readonly unreadable?: readonly UnreadableRecord[] | undefined;
};

const toSecond = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;
const secondAfter = (second: string): string => toSecond(new Date(Date.parse(second) + 1000));

/** The beginning of a listing; no I/O. */
export function startListing(options: ListingOptions): Listing {
  const byPosition = options.by === 'position';
  if (byPosition && (options.from !== undefined || options.before !== undefined))
    throw new TypeError('A listing by position has no range of time.');
  return {
    entity: options.entity,
    select: options.select,
    where: options.where ?? null,
    by: options.by,
    orderBy: byPosition ? (options.orderBy ?? null) : options.by,
    before: options.before === undefined ? null : toSecond(options.before),
    pageSize: options.pageSize ?? sizes.page,
    ...(options.apart === undefined || options.apart.length === 0 ? {} : { apart: options.apart }),
    at: options.from === undefined ? null : toSecond(options.from),
    scan: byPosition ? beginScan() : null,
  };
}

/**
 * The query for the next page: rows, or the count that a scan by position ends with.
 * @param rows other rows of the same listing, for reading a page in pieces
 */
export function listingStatement(
  listing: Listing,
  rows: { readonly select?: string; readonly position?: number; readonly size?: number } = {},
): string {
  const { at, before, by, orderBy, scan } = listing;
  const conditions: string[] = [];
  if (listing.where !== null) conditions.push(listing.where);
  if (at !== null) conditions.push(`${by} >= '${at}'`);
  if (at !== null && scan !== null) conditions.push(`${by} < '${secondAfter(at)}'`);
  else if (before !== null) conditions.push(`${by} < '${before}'`);
  const from = `FROM ${listing.entity}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
  if (scan?.counting === true) return `SELECT COUNT(*) ${from}`;
  const order = orderBy === null ? '' : ` ORDERBY ${orderBy} ASC`;
  const position = rows.position ?? scan?.position ?? 1;
  return `SELECT ${rows.select ?? listing.select} ${from}${order} STARTPOSITION ${position} MAXRESULTS ${rows.size ?? listing.pageSize}`;
}

/**
 * Takes the answer to `listingStatement` and says what comes next. Pages overlap: the caller upserts by id.
 *
 * Whoever existed throughout is in one of the answers. A listing by time ends when a page brings no later second: a
 * page that is not full is no sign of the end, since QuickBooks does not always fill one (facts#page-not-full).
 * @throws AppError QBO_LISTING_DISORDERED when the answer is not in the order or range asked for, or never keeps still
 */
export function advanceListing(listing: Listing, answer: ListedAnswer): Listing | 'done' {
  const { apart = [] } = listing;
  const records =
    apart.length === 0 ? answer.records : answer.records.filter(({ id }) => !apart.includes(id));
  const seconds = stampsOf(listing, records);
  if (listing.scan === null) return advanceByTime(listing, records, seconds);
  const scan = advanceScan(listing.scan, answer, listing.pageSize, apart);
  if (scan === 'unsteady' || scan === 'lacking' || scan === 'uncounted') return refuse(listing, scan);
  return scan === 'done' ? afterScan(listing) : { ...listing, scan };
}

/** What follows rows that were read by position: the next second, or nothing. */
export function afterScan(listing: Listing): Listing | 'done' {
  return listing.at === null ? 'done' : { ...listing, at: secondAfter(listing.at), scan: null };
}

function advanceByTime(
  listing: Listing,
  records: readonly RecordStamp[],
  seconds: readonly string[],
): Listing | 'done' {
  const first = seconds[0];
  const last = seconds.at(-1);
  if (first === undefined || last === undefined) return 'done';
  // A full page inside one second cannot tell how many more that second holds (facts#second-stamps).
  if (first === last && records.length >= listing.pageSize)
    return { ...listing, at: last, scan: beginScan() };
  return last === listing.at ? 'done' : { ...listing, at: last };
}

/** The second of each record; refuses an answer on which paging by time would silently lose records. */
function stampsOf(listing: Listing, records: readonly RecordStamp[]): string[] {
  if (listing.by === 'position') return [];
  const seconds: string[] = [];
  for (const record of records) {
    const stamp = listing.by === 'MetaData.CreateTime' ? record.createdAt : record.updatedAt;
    if (stamp === undefined) return refuse(listing, 'without_time');
    const second = toSecond(stamp);
    if (listing.at !== null && second < listing.at) return refuse(listing, 'before_range');
    if (listing.scan === null ? listing.before !== null && second >= listing.before : second !== listing.at)
      return refuse(listing, 'after_range');
    const before = seconds.at(-1);
    if (before !== undefined && second < before) return refuse(listing, 'descending');
    seconds.push(second);
  }
  return seconds;
}

/** What makes an answer useless for paging, with the words for it. */
const disorders = {
  without_time: 'a record without this time',
  before_range: 'a record before the range',
  after_range: 'a record after the range',
  descending: 'descending times',
  unsteady: 'rows that do not keep still',
  lacking: 'fewer rows than are counted',
  uncounted: 'a count without a number',
} as const;
type Disorder = keyof typeof disorders;
/** Those met while reading by position, after what there was had come by. */
const atTheEnd: readonly string[] = ['unsteady', 'lacking', 'uncounted'] satisfies Disorder[];

function refuse(listing: Listing, disorder: Disorder): never {
  throw quickbooksError('QBO_LISTING_DISORDERED', {
    details: { entity: listing.entity, by: listing.by, disorder, found: disorders[disorder] },
  });
}

/** Whether a listing by a time met a record that has none: it has to be listed by position. */
export function lacksTime(error: unknown): boolean {
  const isMissing: Disorder = 'without_time';
  return isAppError(error, 'QBO_LISTING_DISORDERED') && error.details['disorder'] === isMissing;
}

/** Whether a listing by a time met records that this time does not order, such as one that has none. */
export function defiesOrder(error: unknown): boolean {
  return isAppError(error, 'QBO_LISTING_DISORDERED') && !isUnproven(error);
}

/**
 * Whether rows were read by position again and again and it could not be proven that all of them came. What came is
 * all there is to be had this way; `afterScan` goes on behind it.
 */
export function isUnproven(error: unknown): error is AppError {
  return isAppError(error, 'QBO_LISTING_DISORDERED') && atTheEnd.includes(String(error.details['disorder']));
}
