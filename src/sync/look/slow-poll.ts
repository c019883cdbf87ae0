import { type AppError } from '../../base/errors.ts';
import { type EntityDefinition, hasOwnId, partsOf } from '../../catalogue/index.ts';
import { type BatchAnswer, type BatchItem, listingStatement } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import {
  cappedTime,
  definitionOf,
  type EntityState,
  fenced,
  saveProgress,
  setAside,
  type Slice,
  changesFrom,
  smallTrouble,
} from '../company/index.ts';
import {
  askTogether,
  confirmDeletions,
  type ConfirmedDeletions,
  storeConfirmed,
  storeRecords,
  toBatch,
} from '../store/index.ts';
import { storeSingleton } from './backfill.ts';
import { byPosition, startPart } from './listing.ts';
import { storedTable } from '../../tables/stored.ts';

/** What one entity is asked by: its statements, in the order of their answers. */
type Look = {
  readonly entity: EntityDefinition;
  readonly state: EntityState;
  readonly from: Date;
  readonly statements: readonly string[];
};

/**
 * Looks at the entities that change data capture does not cover, all of them in one call; each fails by itself. One
 * page is the rule and moves the cursor; more become a listing. Deletions are found by the daily comparison of counts,
 * and at once where the entity is small enough to come whole.
 */
export async function pollSlow(slice: Slice, states: readonly EntityState[]): Promise<void> {
  const looks = states.map((state) => lookAt(slice, state));
  const items = await askTogether(
    slice,
    looks.flatMap(({ statements }) => statements),
  );
  let taken = 0;
  for (const look of looks) {
    const own = items.slice(taken, taken + look.statements.length);
    taken += look.statements.length;
    try {
      await store(slice, look, own);
    } catch (thrown) {
      const error = smallTrouble(slice, thrown);
      await setAside(slice, look.state, error);
    }
  }
}

function lookAt(slice: Slice, state: EntityState): Look {
  const entity = definitionOf(state);
  const from = new Date((state.cursorAt?.getTime() ?? 0) - times.overlapMs);
  const range = { by: 'MetaData.LastUpdatedTime', from } as const;
  const parts = partsOf(entity).map((where) => startPart(slice, entity, range, where));
  const look = { entity, state, from };
  if (entity.kind === 'singleton')
    return { ...look, statements: [`SELECT ${entity.select} FROM ${entity.name}`] };
  if (!state.byPosition) return { ...look, statements: parts.map((part) => listingStatement(part)) };
  // Whole, with its count: a page that is as long as the count is the whole list.
  const statements = parts.flatMap((part) => {
    const where = part.where === null ? '' : ` WHERE ${part.where}`;
    return [listingStatement(byPosition(entity, part)), `SELECT COUNT(*) FROM ${entity.name}${where}`];
  });
  return { ...look, statements };
}

/** Failures that a listing of the entity gets past: it reads around a record, or by position. */
const listedInstead = new Set(['QBO_PAGE_UNREADABLE', 'QBO_SYSTEM_FAULT', 'QBO_QUERY_REJECTED']);

async function store(
  slice: Slice,
  { entity, state, from }: Look,
  items: readonly BatchItem[],
): Promise<void> {
  const failed = items.find((item): item is { readonly error: AppError } => 'error' in item);
  if (failed !== undefined && (entity.kind === 'singleton' || !listedInstead.has(failed.error.code)))
    throw failed.error;
  const answers = items.filter((item): item is BatchAnswer => !('error' in item));
  const [first] = answers;
  if (entity.kind === 'singleton' && first !== undefined)
    return storeSingleton(slice, entity, first, slice.now);
  const isWhole =
    failed === undefined &&
    (state.byPosition
      ? agreesWithCounts(answers)
      : answers.every(({ records }) => records.length < slice.pageSize));
  const gone = isWhole && state.byPosition ? await missingFrom(slice, entity, answers) : [];
  await fenced(slice, async (tx) => {
    for (const answer of answers) await storeRecords(tx, slice, entity, toBatch(answer));
    await storeConfirmed(tx, slice, gone);
    await saveProgress(tx, slice.realmId, entity, {
      position: isWhole ? undefined : changesFrom(from),
      cursorAt: isWhole && first !== undefined ? await cappedTime(tx, first.time) : state.cursorAt,
      ...(isWhole ? { syncedAt: slice.now } : {}),
    });
  });
}

/** Pages and their counts take turns. */
function agreesWithCounts(answers: readonly BatchAnswer[]): boolean {
  return answers.every(
    ({ records }, index) => index % 2 === 1 || answers[index + 1]?.totalCount === records.length,
  );
}

/** What is stored and did not come, where everything came. */
async function missingFrom(
  slice: Slice,
  entity: EntityDefinition,
  answers: readonly BatchAnswer[],
): Promise<ConfirmedDeletions[]> {
  if (!hasOwnId(entity)) return [];
  const seen = answers.flatMap(({ records }) => records.map(({ id }) => id));
  const absent = await slice.db.query<{ id: string }>(
    `SELECT id FROM ${storedTable(entity.table)}
     WHERE realm_id = $1 AND deleted_at IS NULL AND id <> ALL ($2::text[])`,
    [slice.realmId, seen],
  );
  return confirmDeletions(
    slice,
    entity,
    absent.map(({ id }) => ({ id, updatedAt: undefined })),
  );
}
