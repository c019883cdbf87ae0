import type { EntityDefinition } from '../catalogue/index.ts';
import type { Transaction } from '../postgres/database.ts';
import type { BatchAnswer, Listing, QueryAnswer } from '../quickbooks/index.ts';
import { noteBelowChanged } from '../tables/names.ts';
import { cappedTime } from './cursor.ts';
import { saveProgress } from './entity-states.ts';
import { partsOf } from './entity-shape.ts';
import { byPosition, nextListing, readListed, startPart, storePage } from './listed.ts';
import { fenced, type Slice } from './slice.ts';
import { storeRecords, toBatch } from './store-records.ts';

/**
 * Begins the first copy of an entity: asks QuickBooks how many there are, for progress, and fixes the instant from
 * which later changes are asked for. One call; a singleton is read whole by it.
 */
export async function beginBackfill(slice: Slice, entity: EntityDefinition): Promise<void> {
  if (entity.kind === 'singleton') return readSingleton(slice, entity);
  let expectedRows = 0;
  let began: Date | undefined;
  for (const where of partsOf(entity)) {
    const { count, time } = await slice.client.count(slice.realmId, entity.name, where, {
      signal: slice.signal,
    });
    expectedRows += count;
    began ??= time;
  }
  await fenced(slice, async (tx) => {
    if (began !== undefined) await backfillBeganAt(tx, slice, began);
    await saveProgress(tx, slice.realmId, entity, {
      position: { kind: 'backfill', listing: startPart(slice, entity, byCreation) },
      cursorAt: undefined,
      expectedRows,
    });
  });
}

const byCreation = { by: 'MetaData.CreateTime' } as const;

/**
 * Copies the next page. Its rows, their children and the new position commit together: whoever comes after a crash
 * resumes at this page. The commit does not wait for the disk: a server that loses power may lose the last pages, but
 * never without the positions after them. With the last page the entity is current as of the beginning of the company's backfill.
 */
export async function backfillPage(slice: Slice, entity: EntityDefinition, listing: Listing): Promise<void> {
  const read = await readListed(slice, entity, listing);
  const store = async (tx: Transaction): Promise<void> => {
    await storePage(tx, slice, entity, read.page);
    let next = nextListing(slice, entity, byCreation, read);
    if (next === 'done' && read.listing.by !== 'position' && (await lacksRecords(tx, slice, entity)))
      next = byPosition(entity, startPart(slice, entity, byCreation));
    const finished = next === 'done';
    if (finished) await noteBelowChanged(tx, slice.realmId, entity);
    await saveProgress(tx, slice.realmId, entity, {
      position: next === 'done' ? undefined : { kind: 'backfill', listing: next },
      // Changes since the beginning are still to be fetched.
      cursorAt: finished ? await beginningOf(tx, slice, read.page.time) : undefined,
      byPosition: (next === 'done' ? read.listing : next).by === 'position',
    });
  };
  await fenced(slice, store, 'SHARE', { durable: false });
}

/** Longer lists are not read by position, which keeps all ids in the position; the daily comparison looks at them. */
const mostByPosition = 10_000;

/** Whether fewer records came than QuickBooks counts: those without a creation time fall out of a listing by it. */
async function lacksRecords(tx: Transaction, slice: Slice, entity: EntityDefinition): Promise<boolean> {
  const [row] = await tx.query<{ lacks: boolean }>(
    `SELECT coalesce(expected_rows <= $3 AND rows + (SELECT count(*) FROM ledger_mirror.rejected_records AS rejected
              WHERE rejected.realm_id = $1 AND rejected.entity = $2) < expected_rows, false) AS lacks
     FROM ledger_mirror.entity_states WHERE realm_id = $1 AND entity = $2`,
    [slice.realmId, entity.name, mostByPosition],
  );
  return row?.lacks === true;
}

/** Reads a singleton whole. */
async function readSingleton(slice: Slice, entity: EntityDefinition): Promise<void> {
  const statement = `SELECT ${entity.select} FROM ${entity.name}`;
  await storeSingleton(
    slice,
    entity,
    await slice.client.query(slice.realmId, statement, { signal: slice.signal }),
  );
}

/** Stores a singleton that was read whole, for the first time or again. */
export async function storeSingleton(
  slice: Slice,
  entity: EntityDefinition,
  answer: QueryAnswer | BatchAnswer,
  // One that change data capture covers still has to join the company's cursor.
  syncedAt: Date | undefined = entity.abilities.cdc ? undefined : slice.now,
): Promise<void> {
  await fenced(slice, async (tx) => {
    await backfillBeganAt(tx, slice, answer.time);
    await storeRecords(tx, slice, entity, toBatch(answer));
    await saveProgress(tx, slice.realmId, entity, {
      position: undefined,
      cursorAt: await cappedTime(tx, answer.time),
      expectedRows: answer.records.length,
      ...(syncedAt === undefined ? {} : { syncedAt }),
    });
  });
}

/** The same for a page, which does not write the company's row: the first count of its entity has set it. */
async function beginningOf(tx: Transaction, slice: Slice, time: Date): Promise<Date> {
  const [row] = await tx.query<{ backfillBeganAt: Date | null }>(
    'SELECT backfill_began_at FROM ledger_mirror.organizations WHERE realm_id = $1',
    [slice.realmId],
  );
  return row?.backfillBeganAt ?? time;
}

/** QuickBooks' clock when the company's backfill began; the first answer of the backfill sets it. */
async function backfillBeganAt(tx: Transaction, slice: Slice, time: Date): Promise<Date> {
  const [row] = await tx.query<{ backfillBeganAt: Date }>(
    `UPDATE ledger_mirror.organizations SET backfill_began_at = coalesce(backfill_began_at, $2)
     WHERE realm_id = $1 RETURNING backfill_began_at`,
    [slice.realmId, await cappedTime(tx, time)],
  );
  return row?.backfillBeganAt ?? time;
}
