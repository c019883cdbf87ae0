import type { EntityDefinition } from '../catalogue/index.ts';
import {
  advanceListing,
  listingStatement,
  startListing,
  type Listing,
  type QueryAnswer,
} from '../quickbooks/index.ts';
import { readSingleton } from './backfill.ts';
import { saveProgress, type EntityState } from './entity-states.ts';
import { activeClause, fenced, type Slice } from './slice.ts';
import { storeAnswer } from './store-answer.ts';

/** A change may be stamped this long before it can be seen: a request may take 120 s to commit at their side. */
const overlapMs = 300_000;
/** How far QuickBooks' clock may be ahead of the database's before ours is believed. */
const clockToleranceMs = 120_000;

/** Where a listing of changes stands: `through` becomes the cursor when it is done. */
type Changes = { readonly listing: Listing; readonly through: Date };

/**
 * Fetches what changed since the entity's cursor and moves the cursor, data and cursor in one transaction.
 *
 * Few changes are one step. More than a page are many: each full page commits its position and returns, with the
 * cursor unmoved until the listing is done. What is edited meanwhile leaves the range and belongs to the next one.
 */
export async function fetchChanges(
  slice: Slice,
  entity: EntityDefinition,
  state: EntityState,
): Promise<void> {
  if (entity.kind === 'singleton') return readSingleton(slice, entity, state);
  const cursorAt = state.cursorAt;
  if (cursorAt === undefined) throw new TypeError('Changes are asked for only after the backfill.');
  let changes = resumed(state);
  for (;;) {
    const { answer, after } =
      changes === undefined ? await firstPage(slice, entity, cursorAt) : await nextPage(slice, changes);
    const done = after.next === 'done';
    // Short pages are not worth a position: a crash between them costs one page read again.
    const commitPosition = !done && answer.records.length >= slice.pageSize;
    await fenced(slice, async (tx) => {
      await storeAnswer(tx, slice, entity, answer);
      if (!done && !commitPosition) return;
      await saveProgress(tx, slice.realmId, entity, {
        position:
          after.next === 'done'
            ? undefined
            : { kind: 'changes', listing: after.next, through: after.through.toISOString() },
        cursorAt: done ? after.through : cursorAt,
        caughtUp: done,
      });
    });
    if (after.next === 'done' || commitPosition) return;
    changes = { listing: after.next, through: after.through };
  }
}

function resumed(state: EntityState): Changes | undefined {
  if (state.position?.kind !== 'changes') return undefined;
  return { listing: state.position.listing, through: new Date(state.position.through) };
}

type Page = {
  readonly answer: QueryAnswer;
  readonly after: { readonly next: Listing | 'done'; readonly through: Date };
};

/**
 * The first page is asked for without an end, because only its answer tells QuickBooks' time; the end of the range
 * is then fixed just after that instant, and the page is read as the first of that range.
 */
async function firstPage(slice: Slice, entity: EntityDefinition, cursorAt: Date): Promise<Page> {
  const range = {
    entity: entity.name,
    select: entity.select,
    where: activeClause(entity),
    by: 'MetaData.LastUpdatedTime',
    pageSize: slice.pageSize,
    from: new Date(cursorAt.getTime() - overlapMs),
  } as const;
  const statement = listingStatement(startListing(range));
  const answer = await slice.client.query(slice.realmId, statement, { signal: slice.signal });
  if (answer.time < cursorAt) {
    slice.logger.warn(
      { entity: entity.name, cursorAt, answeredAt: answer.time },
      'QuickBooks answered with a time before the cursor; starting again from there',
    );
  }
  const before = new Date(Math.floor(answer.time.getTime() / 1000) * 1000 + 1000);
  const within = answer.records.filter(
    (record) => record.updatedAt === undefined || record.updatedAt < before,
  );
  const next = advanceListing(startListing({ ...range, before }), { records: within });
  return { answer, after: { next, through: await earlier(slice, answer.time) } };
}

async function nextPage(slice: Slice, changes: Changes): Promise<Page> {
  const statement = listingStatement(changes.listing);
  const answer = await slice.client.query(slice.realmId, statement, { signal: slice.signal });
  return { answer, after: { next: advanceListing(changes.listing, answer), through: changes.through } };
}

/** The earlier of QuickBooks' time and our database's plus a tolerance: a clock far ahead must not skip changes. */
async function earlier(slice: Slice, time: Date): Promise<Date> {
  const [row] = await slice.db.query<{ through: Date }>(
    `SELECT least($1::timestamptz, clock_timestamp() + make_interval(secs => $2)) AS through`,
    [time, clockToleranceMs / 1000],
  );
  return row?.through ?? time;
}
