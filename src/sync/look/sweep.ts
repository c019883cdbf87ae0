import { type EntityDefinition, partsOf } from '../../catalogue/index.ts';
import { defiesOrder, type Listing, startListing } from '../../quickbooks/index.ts';
import {
  type EntityState,
  fenced,
  type PositionOf,
  type Range,
  saveProgress,
  type Slice,
} from '../company/index.ts';
import {
  confirmDeletions,
  storeConfirmed,
  aliveInRange,
  countConditions,
  countStored,
  idsOf,
  rangeConditions,
  sumOfCounts,
  toBatch,
} from '../store/index.ts';
import { byPosition, pagesOf, storePage } from './listing.ts';
import { storedTable } from '../../tables/stored.ts';

/** A range with so few records on either side is read instead of being halved again. */
const fewRecords = 500;

/**
 * Compares one range of creation times with QuickBooks, by counting. A range that differs is halved, down to ranges
 * small enough to be read: what QuickBooks has is stored, what it has no more is confirmed and marked. One call a
 * range, and the ranges left commit with it. With the last range the cursor moves to where the search began.
 *
 * Only what was created before the search began is looked at, so nothing that came meanwhile is mistaken.
 */
export async function sweepRange(
  slice: Slice,
  entity: EntityDefinition,
  state: EntityState,
  position: PositionOf<'sweep'>,
): Promise<void> {
  const [range, ...others] = position.ranges;
  if (range === undefined || entity.kind === 'singleton') return finish(slice, entity, state, position);
  if (state.byPosition) {
    await confirmStored(slice, entity);
    return finish(slice, entity, state, position);
  }
  const [remote, local] = [await countRemote(slice, entity, range), await countStored(slice, entity, range)];
  let left: readonly Range[] = others;
  if (remote !== local) {
    const halves = Math.max(remote, local) <= fewRecords ? undefined : await halve(slice, entity, range);
    if (halves === undefined) await compareRecords(slice, entity, range);
    else left = [...halves, ...others];
  }
  if (left.length === 0) return finish(slice, entity, state, position);
  await fenced(slice, (tx) =>
    saveProgress(tx, slice.realmId, entity, {
      position: { ...position, ranges: left },
      cursorAt: state.cursorAt,
    }),
  );
}

async function finish(
  slice: Slice,
  entity: EntityDefinition,
  state: EntityState,
  { through }: PositionOf<'sweep'>,
): Promise<void> {
  const reached = new Date(through);
  await fenced(slice, (tx) =>
    saveProgress(tx, slice.realmId, entity, {
      position: undefined,
      // A search on schedule begins at the cursor and does not take it back.
      cursorAt: state.cursorAt !== undefined && state.cursorAt > reached ? state.cursorAt : reached,
      syncedAt: slice.now,
    }),
  );
}

async function countRemote(slice: Slice, entity: EntityDefinition, range: Range): Promise<number> {
  const counts: number[] = [];
  for (const where of countConditions(entity, range)) {
    const { count } = await slice.client.count(slice.realmId, entity.name, where, { signal: slice.signal });
    counts.push(count);
  }
  return sumOfCounts(entity, counts);
}

/** Two ranges with about as many stored records each; undefined for a single second. */
async function halve(
  slice: Slice,
  entity: EntityDefinition,
  range: Range,
): Promise<readonly [Range, Range] | undefined> {
  const [row] = await slice.db.query<{ middle: Date | null; first: Date | null }>(
    `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY created_at) AS middle, min(created_at) AS first
     FROM ${storedTable(entity.table)} WHERE ${aliveInRange}`,
    [slice.realmId, range.from, range.to],
  );
  const toMs = Date.parse(range.to);
  const fromMs = range.from === null ? (row?.first?.getTime() ?? toMs - yearMs) : Date.parse(range.from);
  const byTime = fromMs + (toMs - fromMs) / 2;
  const candidates = [row?.middle?.getTime(), byTime, fromMs + 1000];
  const middleMs = candidates
    .map((ms) => (ms === undefined ? NaN : Math.floor(ms / 1000) * 1000))
    .find((ms) => ms > fromMs && ms < toMs);
  if (middleMs === undefined) return undefined;
  const middle = new Date(middleMs).toISOString();
  return [
    { from: range.from, to: middle },
    { from: middle, to: range.to },
  ];
}

const yearMs = 365 * 86_400_000;

/** Reads a small range whole: stores what is there, and marks what is confirmed to be gone. */
async function compareRecords(slice: Slice, entity: EntityDefinition, range: Range): Promise<void> {
  const seen = new Set<string>();
  for (const listing of listingsOf(slice, entity, range)) await readRange(slice, entity, listing, seen);
  const stored = await slice.db.query<{ id: string }>(
    `SELECT id FROM ${storedTable(entity.table)} WHERE ${aliveInRange}`,
    [slice.realmId, range.from, range.to],
  );
  await markGone(
    slice,
    entity,
    stored.map(({ id }) => id).filter((id) => !seen.has(id)),
  );
}

/** The parts of a range, each by creation time and, should it come in another order, by position. */
type RangeListings = { readonly byTime: Listing; readonly byPosition: Listing };

function listingsOf(slice: Slice, entity: EntityDefinition, range: Range): readonly RangeListings[] {
  const conditions = rangeConditions(entity, range);
  return partsOf(entity).map((where, index) => {
    const byTime = startListing({
      entity: entity.name,
      select: entity.select,
      where,
      by: 'MetaData.CreateTime',
      from: range.from === null ? undefined : new Date(range.from),
      // A range is cut to seconds: the second that its end lies in belongs to it.
      before: new Date(Math.ceil(Date.parse(range.to) / 1000) * 1000),
      pageSize: slice.pageSize,
      apart: entity.apart,
    });
    return { byTime, byPosition: byPosition(entity, { ...byTime, where: conditions[index] ?? null }) };
  });
}

async function readRange(
  slice: Slice,
  entity: EntityDefinition,
  listings: RangeListings,
  seen: Set<string>,
): Promise<void> {
  const read = async (listing: Listing): Promise<void> => {
    for await (const page of pagesOf(slice, listing)) {
      for (const answer of page.answers) for (const id of idsOf(entity, toBatch(answer))) seen.add(id);
      // A record that QuickBooks cannot render is there all the same.
      for (const { id } of page.unreadable) if (id !== undefined) seen.add(id);
      await fenced(slice, (tx) => storePage(tx, slice, entity, page, { isReread: true }));
    }
  };
  try {
    await read(listings.byTime);
  } catch (error) {
    if (!defiesOrder(error)) throw error;
    await read(listings.byPosition);
  }
}

/** Where times do not tell, every stored record is asked for: such entities are small. */
async function confirmStored(slice: Slice, entity: EntityDefinition): Promise<void> {
  const stored = await slice.db.query<{ id: string }>(
    `SELECT id FROM ${storedTable(entity.table)} WHERE realm_id = $1 AND deleted_at IS NULL`,
    [slice.realmId],
  );
  await markGone(
    slice,
    entity,
    stored.map(({ id }) => id),
  );
}

async function markGone(slice: Slice, entity: EntityDefinition, ids: readonly string[]): Promise<void> {
  const absent = ids.map((id) => ({ id, updatedAt: undefined }));
  const gone = await confirmDeletions(slice, entity, absent);
  if (gone.length > 0) await fenced(slice, (tx) => storeConfirmed(tx, slice, gone));
}
