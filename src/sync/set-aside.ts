import type { AppError } from '../base/errors.ts';
import { definitionOf, saveTrouble, type EntityState } from './entity-states.ts';
import { failureScope, logFailure, retryDelayMs, unavailableProbeMs } from './failure.ts';
import { fenced, type Slice } from './slice.ts';

/** Writes an entity's trouble down, so that the others go on; it is tried again when its time has come. */
export async function setAside(slice: Slice, state: EntityState, error: AppError): Promise<void> {
  const failures = state.failures + 1;
  logFailure(slice.logger, error, failures, { entity: state.entity });
  const isUnavailable = failureScope(error) === 'entity-unavailable';
  await fenced(slice, (tx) =>
    saveTrouble(tx, slice.realmId, definitionOf(state), {
      status: isUnavailable ? 'unavailable' : 'failed',
      error,
      retryInMs: isUnavailable ? unavailableProbeMs : retryDelayMs(error, failures),
    }),
  );
}
