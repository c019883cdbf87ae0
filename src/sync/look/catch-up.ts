import type { EntityDefinition } from '../../catalogue/index.ts';
import { startListing } from '../../quickbooks/index.ts';
import {
  cappedTime,
  type EntityState,
  fenced,
  type PositionOf,
  saveProgress,
  type Slice,
  wholeRange,
} from '../company/index.ts';
import { compareFields, storeFields } from '../proof/index.ts';
import { byPosition, type ListedPage, nextListing, readListed, startPart, storePage } from './listing.ts';

type Changes = PositionOf<'changes'>;

/**
 * Fetches the next page of what changed in one entity, by query: the road for changes that are too many or too old
 * for change data capture. Page and position commit together; what is edited meanwhile leaves the range and belongs
 * to the next one. A query tells nothing of deletions, so a search for them follows; the cursor moves after it.
 */
export async function listChanges(
  slice: Slice,
  entity: EntityDefinition,
  state: EntityState,
  position: Changes,
): Promise<void> {
  const { read, next } = await nextPage(slice, entity, state, position);
  await fenced(slice, async (tx) => {
    const fields = position.fields && (await compareFields(tx, slice, entity, read.page, position.fields));
    await storePage(tx, slice, entity, read.page, { isReread: fields !== undefined });
    if (fields !== undefined && next.kind === 'sweep') await storeFields(tx, slice, entity, fields);
    await saveProgress(tx, slice.realmId, entity, {
      position: next.kind === 'changes' && fields !== undefined ? { ...next, fields } : next,
      cursorAt: state.cursorAt,
      byPosition: read.listing.by === 'position',
    });
  });
}

type Step = { readonly read: ListedPage; readonly next: Changes | PositionOf<'sweep'> };

async function nextPage(
  slice: Slice,
  entity: EntityDefinition,
  state: EntityState,
  position: Changes,
): Promise<Step> {
  const { listing, through } = position;
  if (listing === null || through === null) return firstPage(slice, entity, state, position);
  const read = await readListed(slice, entity, listing);
  return following(slice, entity, position, read, through);
}

/**
 * The first page is asked for without an end, because only its answer tells QuickBooks' time; the end of the range
 * is then fixed just after that instant, and the page is read as the first of that range.
 */
async function firstPage(
  slice: Slice,
  entity: EntityDefinition,
  state: EntityState,
  position: Changes,
): Promise<Step> {
  const range = { by: 'MetaData.LastUpdatedTime', from: new Date(position.from) } as const;
  const open = startPart(slice, entity, range);
  const read = await readListed(slice, entity, state.byPosition ? byPosition(entity, open) : open);
  const { page, listing } = read;
  const through = (await cappedTime(slice.db, page.time)).toISOString();
  if (listing.by === 'position') return following(slice, entity, position, read, through);
  const before = new Date(Math.floor(page.time.getTime() / 1000) * 1000 + 1000);
  const records = page.records.filter(({ updatedAt }) => updatedAt === undefined || updatedAt < before);
  const within = {
    page: { ...page, records },
    listing: startListing({
      ...range,
      entity: entity.name,
      select: listing.select,
      where: listing.where ?? undefined,
      pageSize: listing.pageSize,
      apart: listing.apart,
      before,
    }),
  };
  const { next } = following(slice, entity, position, within, through);
  return { read, next };
}

function following(
  slice: Slice,
  entity: EntityDefinition,
  position: Changes,
  read: ListedPage,
  through: string,
): Step {
  const { before } = read.listing;
  const range = {
    by: 'MetaData.LastUpdatedTime',
    from: new Date(position.from),
    before: before === null ? undefined : new Date(before),
  } as const;
  const next = nextListing(slice, entity, range, read);
  return {
    read,
    next:
      next === 'done'
        ? { kind: 'sweep', through, ranges: [wholeRange(through)] }
        : { ...position, listing: next, through },
  };
}
