import type { AppError } from '../base/errors.ts';
import { definitionOf, saveTrouble, type EntityState } from './entity-states.ts';
import { failureScope, logFailure, retryDelayMs, unavailableProbeMs } from './failure.ts';
import { fenced, type Slice } from './slice.ts';

/** Writes an entity's trouble down, so that the others go on; it is tried again when its time has come. */
export async function setAside(slice: Slice, state: EntityState, error: AppError): Promise<void> {
  const failures = state.failures + 1;
  logFailure(slice.logger, error, failures, { entity: state.entity });
  const isUnavailable = failureScope(error) === 'entity-unavailable' || isNotOffered(state, error);
  await fenced(slice, (tx) =>
    saveTrouble(tx, slice.realmId, definitionOf(state), {
      status: isUnavailable ? 'unavailable' : 'failed',
      error,
      retryInMs: isUnavailable ? unavailableProbeMs : retryDelayMs(error, failures),
    }),
  );
}

/** Refusals of a query that QuickBooks does not know. */
const unknownQuery = new Set(['QBO_QUERY_REJECTED', 'QBO_REQUEST_REJECTED']);

/** Whether an entity of which nobody knows that it can be queried turns out not to be. */
function isNotOffered(state: EntityState, error: AppError): boolean {
  const { unproven = [] } = definitionOf(state).abilities;
  return unproven.includes('query') && unknownQuery.has(error.code);
}
