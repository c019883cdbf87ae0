import type { EntityDefinition } from '../catalogue/index.ts';
import type { Transaction } from '../postgres/database.ts';
import { advanceListing, listingStatement, startListing, type Listing } from '../quickbooks/index.ts';
import { cappedTime } from './cursor.ts';
import { saveProgress } from './entity-states.ts';
import { activeClause, fenced, type Slice } from './slice.ts';
import { storeRecords, toBatch } from './store-records.ts';

/**
 * Begins the first copy of an entity: asks QuickBooks how many there are, for progress, and fixes the instant from
 * which later changes are asked for. One call; a singleton is read whole by it.
 */
export async function beginBackfill(slice: Slice, entity: EntityDefinition): Promise<void> {
  if (entity.kind === 'singleton') return readSingleton(slice, entity);
  const where = activeClause(entity);
  const counted = await slice.client.count(slice.realmId, entity.name, where, { signal: slice.signal });
  const listing = startListing({
    entity: entity.name,
    select: entity.select,
    where,
    by: 'MetaData.CreateTime',
    pageSize: slice.pageSize,
  });
  await fenced(slice, async (tx) => {
    await backfillBeganAt(tx, slice, counted.time);
    await saveProgress(tx, slice.realmId, entity, {
      position: { kind: 'backfill', listing },
      cursorAt: undefined,
      expectedRows: counted.count,
    });
  });
}

/**
 * Copies the next page. Its rows, their children and the new position commit together: whoever comes after a crash
 * resumes at this page. With the last page the entity is current as of the beginning of the company's backfill.
 */
export async function backfillPage(slice: Slice, entity: EntityDefinition, listing: Listing): Promise<void> {
  const answer = await slice.client.query(slice.realmId, listingStatement(listing), { signal: slice.signal });
  const next = advanceListing(listing, answer);
  await fenced(slice, async (tx) => {
    await storeRecords(tx, slice, entity, toBatch(answer));
    const finished = next === 'done';
    await saveProgress(tx, slice.realmId, entity, {
      position: finished ? undefined : { kind: 'backfill', listing: next },
      // Changes since the beginning are still to be fetched.
      cursorAt: finished ? await backfillBeganAt(tx, slice, answer.time) : undefined,
    });
  });
}

/** Reads a singleton whole; the same call serves its first copy and every later look. */
export async function readSingleton(slice: Slice, entity: EntityDefinition): Promise<void> {
  const statement = `SELECT ${entity.select} FROM ${entity.name}`;
  const answer = await slice.client.query(slice.realmId, statement, { signal: slice.signal });
  await fenced(slice, async (tx) => {
    await backfillBeganAt(tx, slice, answer.time);
    await storeRecords(tx, slice, entity, toBatch(answer));
    await saveProgress(tx, slice.realmId, entity, {
      position: undefined,
      cursorAt: await cappedTime(tx, answer.time),
      expectedRows: answer.records.length,
      // One that change data capture covers still has to join the company's cursor.
      ...(entity.abilities.cdc ? {} : { syncedAt: slice.now }),
    });
  });
}

/** QuickBooks' clock when the company's backfill began; the first answer of the backfill sets it. */
async function backfillBeganAt(tx: Transaction, slice: Slice, time: Date): Promise<Date> {
  const [row] = await tx.query<{ backfillBeganAt: Date }>(
    `UPDATE ledger_mirror.organizations SET backfill_began_at = coalesce(backfill_began_at, $2)
     WHERE realm_id = $1 RETURNING backfill_began_at`,
    [slice.realmId, time],
  );
  return row?.backfillBeganAt ?? time;
}
