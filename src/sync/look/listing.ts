import { isAppError } from '../../base/errors.ts';
import { type EntityDefinition, hasOwnId, partsOf } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import {
  advanceListing,
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
  const { name, select } = entity;
  return startListing({ entity: name, select, where, pageSize: slice.pageSize, ...range });
}

/** The same part by position, for entities whose times QuickBooks cannot order by. */
export function byPosition(entity: EntityDefinition, listing: Listing, orderBy?: string): Listing {
  return startListing({
    entity: listing.entity,
    select: listing.select,
    where: listing.where ?? undefined,
    by: 'position',
    orderBy: orderBy ?? (hasOwnId(entity) ? 'Id' : undefined),
    pageSize: listing.pageSize,
  });
}

/** A page, and the listing it is a page of: not the one asked for where QuickBooks could not order by time. */
export type ListedPage = { readonly page: PageAnswer; readonly listing: Listing };

/**
 * Reads the page a listing wants next. A record that QuickBooks cannot render costs only itself; where QuickBooks does
 * not know the time to list by, or a record without it turns up, the entity is read by position from its beginning.
 */
export async function readListed(
  slice: Slice,
  entity: EntityDefinition,
  listing: Listing,
): Promise<ListedPage> {
  const { client, realmId, signal } = slice;
  try {
    const page = await readPage(client, realmId, listing, { signal });
    advanceListing(listing, page);
    return { page, listing };
  } catch (error) {
    if (listing.by === 'position' || !refusesTime(error)) throw error;
    slice.logger.info({ entity: entity.name, code: error.code }, 'the entity is listed by position');
    const positional = byPosition(entity, listing);
    const page = await readPage(client, realmId, positional, { signal });
    return { page, listing: positional };
  }
}

/** What follows a page: more of its part, the entity's next part, or nothing. */
export function nextListing(
  slice: Pick<Slice, 'pageSize'>,
  entity: EntityDefinition,
  range: ListedRange,
  { page, listing }: ListedPage,
): Listing | 'done' {
  const next = advanceListing(listing, page);
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

function refusesTime(error: unknown): error is { readonly code: string } {
  if (!isAppError(error)) return false;
  return lacksTime(error) || error.code === 'QBO_QUERY_REJECTED' || error.code === 'QBO_REQUEST_REJECTED';
}
