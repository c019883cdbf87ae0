import { isAppError } from '../../base/errors.ts';
import { entities, type EntityDefinition } from '../../catalogue/index.ts';
import { prepared } from '../../postgres/database.ts';
import type { ChangesAnswer } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import { settleShown } from '../announce/index.ts';
import {
  definitionOf,
  type EntityState,
  fenced,
  moveCursor,
  type Position,
  saveProgress,
  type Slice,
  noteRepaired,
  noteUnannounced,
  changesFrom,
} from '../company/index.ts';
import {
  confirmDeletions,
  type ConfirmedDeletions,
  fetchWhole,
  keepUnreadable,
  type RecordBatch,
  storeConfirmed,
  storeRecords,
  toBatches,
} from '../store/index.ts';
import { mayNameAnEntity, setAsideRefused } from './capture-refusal.ts';
import { partByCustomFields } from './custom-field-signals.ts';

/**
 * Fetches everything that changed in some entities by one call of change data capture, and moves their cursor with
 * the data. A call that cannot be trusted moves nothing: an answer that was cut, a cursor older than QuickBooks'
 * memory and an entity that is refused each send the entities concerned on another road, kept as their position.
 */
export async function captureChanges(slice: Slice, states: readonly EntityState[]): Promise<void> {
  const { since, repairs } = await startOf(slice, states);
  const forgotten = states.filter(({ cursorAt }) => isForgotten(slice, cursorAt));
  if (forgotten.length > 0) return detach(slice, forgotten, listChangesFrom);
  await capture(slice, states, since, repairs);
}

/** The same for one entity whose changes were too many to come with the others. */
export async function captureAlone(slice: Slice, state: EntityState, from: string): Promise<void> {
  if (isForgotten(slice, new Date(from))) return detach(slice, [state], listChangesFrom);
  await capture(slice, [state], new Date(from), false);
}

async function capture(
  slice: Slice,
  states: readonly EntityState[],
  since: Date,
  repaired: boolean,
): Promise<void> {
  const names = states.map((state) => state.entity);
  let answer: ChangesAnswer;
  try {
    answer = await slice.client.changes(slice.realmId, names, since, { signal: slice.signal });
  } catch (error) {
    if (isAppError(error, 'QBO_CDC_WINDOW_EXCEEDED')) return detach(slice, states, listChangesFrom);
    if (!mayNameAnEntity(error)) throw error;
    return setAsideRefused(slice, states, since, error);
  }
  if (answer.total < slice.captureLimit) return store(slice, states, answer, repaired);
  const rest = await splitOff(slice, states, answer, { since, repaired });
  if (!repaired) return;
  // A repair is brought to its end at once, the busy entities on roads of their own: left for the next look, they would
  // have rejoined by then and cut that one too, for ever. (L7)
  if (rest.length > 0) return capture(slice, rest, since, repaired);
  await fenced(slice, (tx) => noteRepaired(tx, slice));
}

/** From where to ask, and whether this is the time to look back a whole day. */
async function startOf(
  slice: Slice,
  states: readonly EntityState[],
): Promise<{ since: Date; repairs: boolean }> {
  const oldest = Math.min(...states.map((state) => state.cursorAt?.getTime() ?? Infinity));
  const [row] = await slice.db.query<{ repairedAt: Date | null }>(
    'SELECT repaired_at FROM ledger_mirror.organizations WHERE realm_id = $1',
    [slice.realmId],
    prepared,
  );
  const nowMs = slice.now.getTime();
  const repairs =
    states.some((state) => state.joined) &&
    row?.repairedAt !== null &&
    row?.repairedAt !== undefined &&
    row.repairedAt.getTime() < nowMs - times.repairEveryMs;
  const sinceMs = oldest - times.overlapMs;
  return { since: new Date(repairs ? Math.min(sinceMs, nowMs - times.repairReachMs) : sinceMs), repairs };
}

function isForgotten(slice: Slice, from: Date | undefined): boolean {
  return from === undefined || from.getTime() - times.overlapMs < slice.now.getTime() - times.captureMemoryMs;
}

/** The changes of an entity by query, from where its cursor is. */
const listChangesFrom = (state: EntityState): Position =>
  changesFrom(new Date((state.cursorAt?.getTime() ?? 0) - times.overlapMs));

/** Takes entities off the common call, each with a position of its own. */
async function detach(
  slice: Slice,
  states: readonly EntityState[],
  positionOf: (state: EntityState) => Position,
): Promise<void> {
  await fenced(slice, async (tx) => {
    for (const state of states) {
      await saveProgress(tx, slice.realmId, definitionOf(state), {
        position: positionOf(state),
        cursorAt: state.cursorAt,
      });
    }
  });
  slice.logger.info({ entities: states.map((state) => state.entity) }, 'entities catch up by themselves');
}

/**
 * An answer that was cut says only who is busy: that entity is asked alone, the others together again. One that is cut
 * alone is listed by query. Where its own cursor is ahead of the others', it begins there: what is before is stored.
 * @returns the others
 */
async function splitOff(
  slice: Slice,
  states: readonly EntityState[],
  answer: ChangesAnswer,
  { since, repaired }: { readonly since: Date; readonly repaired: boolean },
): Promise<readonly EntityState[]> {
  const sizes = new Map<string, number>();
  for (const group of answer.groups) sizes.set(group.key, group.records.length);
  const sizeOf = (state: EntityState): number => sizes.get(definitionOf(state).jsonKey) ?? 0;
  const byBusyness = states.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const alone = states.length === 1;
  await detach(slice, byBusyness.slice(0, 1), ({ cursorAt }) => {
    // A repair reads again what is stored.
    const ownMs = repaired ? -Infinity : (cursorAt?.getTime() ?? -Infinity) - times.overlapMs;
    const from = new Date(Math.max(since.getTime(), ownMs));
    return alone ? changesFrom(from) : { kind: 'alone', from: from.toISOString() };
  });
  return byBusyness.slice(1);
}

async function store(
  slice: Slice,
  states: readonly EntityState[],
  answer: ChangesAnswer,
  repaired: boolean,
): Promise<void> {
  const changes = answer.groups.flatMap((group) => {
    const entity = entityOfKey(group.key);
    if (entity === undefined)
      slice.logger.warn({ key: group.key }, 'changes of something we did not ask for');
    return entity === undefined ? [] : [{ entity, group }];
  });
  const whole: { entity: EntityDefinition; batch: RecordBatch }[] = [];
  const unreadable: { entity: EntityDefinition; ids: readonly string[] }[] = [];
  const deletions: ConfirmedDeletions[] = [];
  for (const { entity, group } of changes) {
    const alive = group.records.filter((record) => !record.deleted);
    const dead = group.records.filter((record) => record.deleted);
    deletions.push(...(await confirmDeletions(slice, entity, dead)));
    const batch = { ...group, text: answer.text, time: answer.time, records: alive };
    // A poorer record than a query gives is only a signal to fetch.
    const came =
      entity.select === '*'
        ? await partByCustomFields(slice, entity, batch)
        : { whole: undefined, signals: batch };
    if (came.whole !== undefined) whole.push({ entity, batch: came.whole });
    if (came.signals !== undefined) {
      const fetched = await fetchWhole(slice, entity, came.signals);
      whole.push(...toBatches(fetched).map((one) => ({ entity, batch: one })));
      unreadable.push({ entity, ids: fetched.unreadable });
    }
  }
  await fenced(slice, async (tx) => {
    // What QuickBooks announces for no entity of this kind says nothing about announcements.
    let found = 0;
    for (const { entity, batch } of whole) {
      const { created, updated } = await storeRecords(tx, slice, entity, batch);
      if (entity.abilities.webhooks.length > 0) found += created + updated;
    }
    for (const { entity, ids } of unreadable)
      await keepUnreadable(
        tx,
        slice,
        entity,
        ids.map((id) => ({ id })),
      );
    found += await storeConfirmed(tx, slice, deletions);
    if (found > 0) await noteUnannounced(tx, slice.realmId, slice.now);
    await settleShown(tx, slice, states, answer);
    await moveCursor(tx, slice, { states, time: answer.time, repaired });
  });
}

const entityOfKey = (key: string): EntityDefinition | undefined =>
  entities.find((entity) => entity.jsonKey === key || entity.name === key);
