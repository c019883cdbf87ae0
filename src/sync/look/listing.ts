import { type AppError, isAppError } from '../../base/errors.ts';
import { type EntityDefinition, hasOwnId, partsOf } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import {
  advanceListing,
  afterScan,
  defiesOrder,
  isUnproven,
  lacksTime,
  type Listing,
  type ListingStamp,
  type PageAnswer,
  readPage,
  startListing,
} from '../../quickbooks/index.ts';
import type { Slice } from '../company/index.ts';
import { keepUnreadable, storeRecords, toBatch } from '../store/index.ts';

/** What a listing of an entity goes along, and from where to where. */
export type ListedRange = {
  readonly by: ListingStamp;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
};

/** The beginning of one part of an entity's listing. */
export function startPart(
  slice: Pick<Slice, 'pageSize'>,
  entity: EntityDefinition,
  range: ListedRange,
  where: string | undefined = partsOf(entity)[0],
): Listing {
  const { name, select, apart } = entity;
  return startListing({ entity: name, select, where, pageSize: slice.pageSize, apart, ...range });
}

/** The same part by position, for entities whose times QuickBooks cannot order by. */
export function byPosition(entity: EntityDefinition, listing: Listing): Listing {
  return startListing({
    entity: listing.entity,
    select: listing.select,
    where: listing.where ?? undefined,
    by: 'position',
    orderBy: hasOwnId(entity) ? 'Id' : undefined,
    pageSize: listing.pageSize,
    apart: entity.apart,
  });
}

/** A page, and the listing it is a page of: not the one asked for where QuickBooks could not order by time. */
export type ListedPage = { readonly page: PageAnswer; readonly listing: Listing };

/** Longer lists are not read by position, which keeps all ids in the position; the daily comparison looks at them. */
export const mostByPosition = 10_000;

/**
 * What follows a page. Where rows were read by position again and again and it could not be proven that all of them
 * came, what came is stored, and the daily comparison brings in what is missing.
 */
function proceed({ logger }: Pick<Slice, 'logger'>, listing: Listing, page: PageAnswer): Listing | 'done' {
  try {
    return advanceListing(listing, page);
  } catch (error) {
    if (!isUnproven(error)) throw error;
    logger.warn(error.details, 'a listing goes on, not proven to be whole');
    return afterScan(listing);
  }
}

/**
 * The pages of a listing, one after the other.
 * @throws AppError QBO_LISTING_DISORDERED after the page that is not in the order of time
 */
export async function* pagesOf(slice: Slice, first: Listing): AsyncGenerator<PageAnswer, void, void> {
  const { client, realmId, signal } = slice;
  let listing: Listing | 'done' = first;
  while (listing !== 'done') {
    const page: PageAnswer = await readPage(client, realmId, listing, { signal });
    yield page;
    listing = proceed(slice, listing, page);
  }
}

/**
 * Reads the page a listing wants next. A record that QuickBooks cannot render costs only itself; where QuickBooks does
 * not know the time to list by, a record without it turns up, or those of a small list come in another order, the
 * entity is read by position from its beginning.
 */
export async function readListed(
  slice: Slice,
  entity: EntityDefinition,
  listing: Listing,
): Promise<ListedPage> {
  const { client, realmId, signal } = slice;
  try {
    const page = await readPage(client, realmId, listing, { signal });
    proceed(slice, listing, page);
    return { page, listing };
  } catch (error) {
    if (listing.by === 'position' || !isAppError(error)) throw error;
    if (!refusesTime(error) && !(defiesOrder(error) && (await isSmall(slice, entity)))) throw error;
    slice.logger.info({ entity: entity.name, code: error.code }, 'the entity is listed by position');
    const positional = byPosition(entity, listing);
    const page = await readPage(client, realmId, positional, { signal });
    return { page, listing: positional };
  }
}

/** What follows a page: more of its part, the entity's next part, or nothing. */
export function nextListing(
  slice: Pick<Slice, 'pageSize' | 'logger'>,
  entity: EntityDefinition,
  range: ListedRange,
  { page, listing }: ListedPage,
): Listing | 'done' {
  const next = proceed(slice, listing, page);
  if (next !== 'done') return next;
  const parts = partsOf(entity);
  const where = parts[parts.findIndex((part) => (part ?? null) === listing.where) + 1];
  if (where === undefined) return 'done';
  const following = startPart(slice, entity, range, where);
  return listing.by === 'position' ? byPosition(entity, following) : following;
}

/**
 * Stores what a page brought, and keeps aside what it could not bring.
 * @param isReread  its records are compared with what is stored: they are how it has to be
 */
export async function storePage(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  page: PageAnswer,
  { isReread = false }: { readonly isReread?: boolean } = {},
): Promise<void> {
  for (const answer of page.answers) await storeRecords(tx, slice, entity, { ...toBatch(answer), isReread });
  await keepUnreadable(tx, slice, entity, page.unreadable);
}

const refusesTime = (error: AppError): boolean =>
  lacksTime(error) || error.code === 'QBO_QUERY_REJECTED' || error.code === 'QBO_REQUEST_REJECTED';

async function isSmall(slice: Slice, entity: EntityDefinition): Promise<boolean> {
  const [row] = await slice.db.query<{ isSmall: boolean }>(
    `SELECT greatest(rows, expected_rows) <= $3 AS is_small FROM ledger_mirror.entity_states
     WHERE realm_id = $1 AND entity = $2`,
    [slice.realmId, entity.name, mostByPosition],
  );
  return row?.isSmall === true;
}
