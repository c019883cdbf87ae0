import { type EntityDefinition, partsOf } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { BatchAnswer, BatchItem, Listing, QueryAnswer } from '../../quickbooks/index.ts';
import { noteBelowChanged } from '../../tables/names.ts';
import {
  cappedTime,
  definitionOf,
  type EntityState,
  fenced,
  saveProgress,
  setAside,
  type Slice,
  loadBackfillBegan,
  noteBackfillBegan,
  smallTrouble,
} from '../company/index.ts';
import { askTogether, countStatements, storeRecords, sumOfCounts, toBatch } from '../store/index.ts';
import {
  byPosition,
  type ListedPage,
  mostByPosition,
  nextListing,
  readListed,
  startPart,
  storePage,
} from './listing.ts';

/**
 * Begins the first copy of entities: asks QuickBooks how many there are, for progress, and fixes the instant from which
 * later changes are asked for. One call for 30 of them; a singleton is read whole by it. Each fails by itself.
 */
export async function beginBackfill(slice: Slice, states: readonly EntityState[]): Promise<void> {
  const asked = states.map((state) => {
    const entity = definitionOf(state);
    return { state, entity, statements: beginningStatements(entity) };
  });
  const items = [
    ...(await askTogether(
      slice,
      asked.flatMap(({ statements }) => statements),
    )),
  ];
  for (const { state, entity, statements } of asked) {
    try {
      await begin(slice, entity, items.splice(0, statements.length));
    } catch (thrown) {
      const error = smallTrouble(slice, thrown);
      await setAside(slice, state, error);
    }
  }
}

function beginningStatements(entity: EntityDefinition): readonly string[] {
  if (entity.kind === 'singleton') return [`SELECT ${entity.select} FROM ${entity.name}`];
  return countStatements(entity);
}

async function begin(slice: Slice, entity: EntityDefinition, items: readonly BatchItem[]): Promise<void> {
  const parts = partsOf(entity);
  const answers = items.flatMap((item, index) => {
    if (!('error' in item)) return item;
    // Without the counts of rows apart there is no figure for progress, and nothing else is amiss.
    if (index >= parts.length) return [];
    throw item.error;
  });
  const [first] = answers;
  if (first === undefined) throw new TypeError('An entity is asked for by one statement at least.');
  if (entity.kind === 'singleton') return storeSingleton(slice, entity, first);
  const counts = answers.flatMap(({ totalCount }) => totalCount ?? []);
  // Progress is all it is for; the daily comparison counts again.
  // Rows apart as QuickBooks counts them, so that the bar comes to its end.
  const apart = counts[parts.length] ?? 0;
  const expectedRows =
    counts.length === items.length ? { expectedRows: sumOfCounts(entity, counts) + apart } : {};
  await fenced(slice, async (tx) => {
    await noteBackfillBegan(tx, slice, first.time);
    await saveProgress(tx, slice.realmId, entity, {
      position: { kind: 'backfill', listing: startPart(slice, entity, byCreation) },
      cursorAt: undefined,
      ...expectedRows,
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
    if (
      next !== 'done' &&
      cameWhole(entity, read, slice.pageSize) &&
      (await isCount(tx, slice, entity, read))
    )
      next = 'done';
    if (next === 'done' && read.listing.by !== 'position' && (await lacksRecords(tx, slice, entity)))
      next = byPosition(entity, startPart(slice, entity, byCreation));
    const finished = next === 'done';
    if (finished) await noteBelowChanged(tx, slice.realmId, entity);
    await saveProgress(tx, slice.realmId, entity, {
      position: next === 'done' ? undefined : { kind: 'backfill', listing: next },
      // Changes since the beginning are still to be fetched.
      cursorAt: finished ? ((await loadBackfillBegan(tx, slice)) ?? read.page.time) : undefined,
      byPosition: (next === 'done' ? read.listing : next).by === 'position',
    });
  };
  await fenced(slice, store, 'SHARE', { durable: false });
}

/** Whether a page is the first one of an entity that has one part, and not full: most entities end with it. */
function cameWhole(entity: EntityDefinition, { page, listing }: ListedPage, pageSize: number): boolean {
  const isFirst = listing.by !== 'position' && listing.at === null && partsOf(entity).length === 1;
  return isFirst && page.unreadable.length === 0 && page.records.length < pageSize;
}

/**
 * Whether as many records came as QuickBooks counted before. A page that is not full is no sign of the end by itself;
 * what was added since the count comes last, so that it cannot stand in for one that was left out.
 */
async function isCount(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  { page }: ListedPage,
): Promise<boolean> {
  const [row] = await tx.query<{ isCount: boolean }>(
    `SELECT expected_rows = $3 AS is_count FROM ledger_mirror.entity_states WHERE realm_id = $1 AND entity = $2`,
    [slice.realmId, entity.name, page.records.length],
  );
  return row?.isCount === true;
}

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

/** Stores a singleton that was read whole, for the first time or again. */
export async function storeSingleton(
  slice: Slice,
  entity: EntityDefinition,
  answer: QueryAnswer | BatchAnswer,
  // One that change data capture covers still has to join the company's cursor.
  syncedAt: Date | undefined = entity.abilities.cdc ? undefined : slice.now,
): Promise<void> {
  await fenced(slice, async (tx) => {
    await noteBackfillBegan(tx, slice, answer.time);
    await storeRecords(tx, slice, entity, toBatch(answer));
    await saveProgress(tx, slice.realmId, entity, {
      position: undefined,
      cursorAt: await cappedTime(tx, answer.time),
      expectedRows: answer.records.length,
      ...(syncedAt === undefined ? {} : { syncedAt }),
    });
  });
}
