import type { EntityDefinition } from '../catalogue/index.ts';
import { advanceListing, listingStatement, startListing, type QueryAnswer } from '../quickbooks/index.ts';
import { cappedTime } from './cursor.ts';
import { saveProgress, type EntityState } from './entity-states.ts';
import type { PositionOf } from './position.ts';
import { activeClause, fenced, type Slice } from './slice.ts';
import { storeRecords, toBatch } from './store-records.ts';
import { wholeRange } from './sweep.ts';

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
  const { answer, next } = await nextPage(slice, entity, position);
  await fenced(slice, async (tx) => {
    await storeRecords(tx, slice, entity, toBatch(answer));
    await saveProgress(tx, slice.realmId, entity, { position: next, cursorAt: state.cursorAt });
  });
}

type Page = { readonly answer: QueryAnswer; readonly next: Changes | PositionOf<'sweep'> };

async function nextPage(slice: Slice, entity: EntityDefinition, position: Changes): Promise<Page> {
  const { listing, through } = position;
  if (listing === null || through === null) return firstPage(slice, entity, position);
  const answer = await slice.client.query(slice.realmId, listingStatement(listing), { signal: slice.signal });
  const next = advanceListing(listing, answer);
  return { answer, next: next === 'done' ? sweepUntil(through) : { ...position, listing: next } };
}

/**
 * The first page is asked for without an end, because only its answer tells QuickBooks' time; the end of the range
 * is then fixed just after that instant, and the page is read as the first of that range.
 */
async function firstPage(slice: Slice, entity: EntityDefinition, position: Changes): Promise<Page> {
  const range = rangeFrom(slice, entity, new Date(position.from));
  const statement = listingStatement(startListing(range));
  const answer = await slice.client.query(slice.realmId, statement, { signal: slice.signal });
  const before = new Date(Math.floor(answer.time.getTime() / 1000) * 1000 + 1000);
  const within = answer.records.filter(
    (record) => record.updatedAt === undefined || record.updatedAt < before,
  );
  const listing = advanceListing(startListing({ ...range, before }), { records: within });
  const through = (await cappedTime(slice.db, answer.time)).toISOString();
  return {
    answer,
    next: listing === 'done' ? sweepUntil(through) : { ...position, listing, through },
  };
}

function rangeFrom(slice: Slice, entity: EntityDefinition, from: Date) {
  return {
    entity: entity.name,
    select: entity.select,
    where: activeClause(entity),
    by: 'MetaData.LastUpdatedTime',
    pageSize: slice.pageSize,
    from,
  } as const;
}

const sweepUntil = (through: string): PositionOf<'sweep'> => ({
  kind: 'sweep',
  through,
  ranges: [wholeRange(through)],
});

/**
 * Looks once at an entity that change data capture does not cover. One page is the rule and moves the cursor; more
 * become a listing. Deletions of such an entity are found by the daily comparison of counts.
 */
export async function pollChanges(
  slice: Slice,
  entity: EntityDefinition,
  state: EntityState,
  from: Date,
): Promise<void> {
  const statement = listingStatement(startListing(rangeFrom(slice, entity, from)));
  const answer = await slice.client.query(slice.realmId, statement, { signal: slice.signal });
  const isWhole = answer.records.length < slice.pageSize;
  await fenced(slice, async (tx) => {
    await storeRecords(tx, slice, entity, toBatch(answer));
    await saveProgress(tx, slice.realmId, entity, {
      position: isWhole
        ? undefined
        : { kind: 'changes', from: from.toISOString(), listing: null, through: null },
      cursorAt: isWhole ? await cappedTime(tx, answer.time) : state.cursorAt,
      ...(isWhole ? { syncedAt: slice.now } : {}),
    });
  });
}
