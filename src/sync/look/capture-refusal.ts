import { type AppError, isAppError } from '../../base/errors.ts';
import {
  definitionOf,
  type EntityState,
  failureScope,
  fenced,
  saveProgress,
  type Slice,
  refuseCapture,
  changesFrom,
} from '../company/index.ts';

/** Refusals of change data capture that can be the fault of one entity in the list. */
const mayConcernOne = new Set([
  'QBO_ANSWER_TOO_LARGE',
  'QBO_FEATURE_UNAVAILABLE',
  'QBO_OPERATION_UNSUPPORTED',
  'QBO_PAGE_UNREADABLE',
  'QBO_QUERY_REJECTED',
  'QBO_REQUEST_REJECTED',
  'QBO_SYSTEM_FAULT',
]);

/** Whether a refusal is worth looking for the entity that causes it. */
export function mayNameAnEntity(error: unknown): error is AppError {
  return isAppError(error) && mayConcernOne.has(error.code);
}

/**
 * Finds the entities that make QuickBooks refuse the whole call, by halving the list, and sends them on another road:
 * what QuickBooks does not tell of is asked for by query (which in turn finds out whether it exists at all), what it
 * cannot render is listed. Where none or all of them are to blame, the refusal is no entity's.
 * @throws AppError the refusal
 */
export async function setAsideRefused(
  slice: Slice,
  states: readonly EntityState[],
  since: Date,
  refusal: AppError,
): Promise<void> {
  const culprits =
    states.length === 1
      ? states.map((state) => ({ state, error: refusal }))
      : await findCulprits(slice, states, since);
  if (culprits.length === 0 || (culprits.length === states.length && states.length > 1)) throw refusal;
  await fenced(slice, async (tx) => {
    for (const { state, error } of culprits) {
      const isUnsupported =
        failureScope(error) === 'entity-unavailable' ||
        error.code === 'QBO_QUERY_REJECTED' ||
        error.code === 'QBO_REQUEST_REJECTED';
      await saveProgress(tx, slice.realmId, definitionOf(state), {
        cursorAt: state.cursorAt,
        position: isUnsupported ? undefined : changesFrom(since),
      });
      await refuseCapture(tx, slice.realmId, state.entity, isUnsupported ? 'not_offered' : 'passing');
      slice.logger.info(
        { entity: state.entity, code: error.code },
        'change data capture refuses the entity; its changes are asked for by query',
      );
    }
  });
}

type Culprit = { readonly state: EntityState; readonly error: AppError };

async function findCulprits(
  slice: Slice,
  states: readonly EntityState[],
  since: Date,
): Promise<readonly Culprit[]> {
  const half = Math.ceil(states.length / 2);
  const culprits: Culprit[] = [];
  for (const part of [states.slice(0, half), states.slice(half)]) {
    try {
      await slice.client.changes(
        slice.realmId,
        part.map((state) => state.entity),
        since,
        { signal: slice.signal },
      );
    } catch (error) {
      if (!mayNameAnEntity(error)) throw error;
      const [only, ...others] = part;
      if (only !== undefined && others.length === 0) culprits.push({ state: only, error });
      else culprits.push(...(await findCulprits(slice, part, since)));
    }
  }
  return culprits;
}
