import { type AppError } from '../../base/errors.ts';
import { type EntityDefinition, partsOf } from '../../catalogue/index.ts';
import { type BatchAnswer, type BatchItem, listingStatement } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import {
  cappedTime,
  definitionOf,
  type EntityState,
  fenced,
  type Position,
  saveProgress,
  setAside,
  type Slice,
  changesFrom,
  smallTrouble,
  wholeRange,
} from '../company/index.ts';
import {
  askTogether,
  confirmDeletions,
  type ConfirmedDeletions,
  countStatements,
  countStored,
  idsOf,
  storeConfirmed,
  storeRecords,
  sumOfCounts,
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
  /** How many of the statements are counts of all there is, behind the others. */
  readonly counts: number;
};

/**
 * Looks at the entities that change data capture does not cover, all of them in one call; each fails by itself. One
 * page is the rule and moves the cursor; more become a listing. Deletions are searched for where fewer records are
 * counted than are stored, and found at once where the entity comes whole.
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
  const look = { entity, state, from, counts: 0 };
  if (entity.kind === 'singleton')
    return { ...look, statements: [`SELECT ${entity.select} FROM ${entity.name}`] };
  if (!state.byPosition) {
    const counts = countStatements(entity);
    const pages = parts.map((part) => listingStatement(part));
    return { ...look, statements: [...pages, ...counts], counts: counts.length };
  }
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
  { entity, state, from, counts }: Look,
  all: readonly BatchItem[],
): Promise<void> {
  const items = all.slice(0, all.length - counts);
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
      ? agreesWithCounts(entity, slice.pageSize, answers)
      : answers.every((answer) => withoutApart(entity, answer) < slice.pageSize));
  const gone = isWhole && state.byPosition ? await missingFrom(slice, entity, answers) : [];
  const remote = remoteCount(entity, all.slice(items.length));
  await fenced(slice, async (tx) => {
    for (const answer of answers) await storeRecords(tx, slice, entity, toBatch(answer));
    await storeConfirmed(tx, slice, gone);
    const cursorAt = isWhole && first !== undefined ? await cappedTime(tx, first.time) : state.cursorAt;
    const stored = remote === undefined ? 0 : await countStored({ db: tx, realmId: slice.realmId }, entity);
    const through = cursorAt?.toISOString();
    const search: Position | undefined =
      remote !== undefined && remote < stored && through !== undefined
        ? { kind: 'sweep', through, ranges: [wholeRange(through)] }
        : undefined;
    await saveProgress(tx, slice.realmId, entity, {
      position: isWhole ? search : changesFrom(from),
      cursorAt,
      ...(isWhole ? { syncedAt: slice.now } : {}),
    });
  });
}

/** How many records QuickBooks has in all; undefined where it was not asked, or does not say. */
function remoteCount(entity: EntityDefinition, items: readonly BatchItem[]): number | undefined {
  const counts = items.flatMap((item) => ('error' in item ? [] : (item.totalCount ?? [])));
  return counts.length === 0 || counts.length < items.length ? undefined : sumOfCounts(entity, counts);
}

/** The rows of an answer that the limits of a page hold for. */
const withoutApart = ({ apart }: EntityDefinition, { records }: BatchAnswer): number =>
  records.filter(({ id }) => !apart.includes(id)).length;

/** Pages and their counts take turns. Rows apart may be counted or not. */
function agreesWithCounts(
  entity: EntityDefinition,
  pageSize: number,
  answers: readonly BatchAnswer[],
): boolean {
  return answers.every((answer, index) => {
    if (index % 2 === 1) return true;
    const rows = withoutApart(entity, answer);
    const excess = (answers[index + 1]?.totalCount ?? -1) - rows;
    return rows <= pageSize && excess >= 0 && excess <= entity.apart.length;
  });
}

/** What is stored and did not come, where everything came. */
async function missingFrom(
  slice: Slice,
  entity: EntityDefinition,
  answers: readonly BatchAnswer[],
): Promise<ConfirmedDeletions[]> {
  const seen = answers.flatMap((answer) => idsOf(entity, toBatch(answer)));
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
