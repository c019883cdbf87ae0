import type { AppError } from '../../base/errors.ts';
import { quickbooksError } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import { definitionOf, type EntityState, saveTrouble } from './entity-states.ts';
import { failureScope, logFailure, retryDelayMs } from './failure.ts';
import { fenced, type Slice } from './slice.ts';

/** Writes an entity's trouble down, so that the others go on; it is tried again when its time has come. */
export async function setAside(slice: Slice, state: EntityState, error: AppError): Promise<void> {
  const failures = state.failures + 1;
  const isUnknown = isNotOffered(state, error);
  const isUnavailable = failureScope(error) === 'entity-unavailable' || isUnknown;
  // Plans and editions differ: that a company lacks an entity is a fact, no failure.
  if (isUnavailable)
    slice.logger.info({ entity: state.entity, code: error.code }, 'not offered to this company');
  else logFailure(slice.logger, error, failures, { entity: state.entity });
  await fenced(slice, (tx) =>
    saveTrouble(tx, slice.realmId, definitionOf(state), {
      status: isUnavailable ? 'unavailable' : 'failed',
      error: isUnknown ? quickbooksError('QBO_FEATURE_UNAVAILABLE', { cause: error }) : error,
      retryInMs: isUnavailable ? times.unavailableProbeMs : retryDelayMs(error, failures),
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
