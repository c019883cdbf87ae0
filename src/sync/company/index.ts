/** What other rooms use of this one; it is entered only here. */
export { forgetTheFuture } from './clock-set-back.ts';
export { cappedTime, moveCursor } from './cursor.ts';
export {
  disconnectOrganization,
  endAccess,
  eraseOrganization,
  takeLease,
  type TokenKeeper,
} from './disconnect.ts';
export {
  definitionOf,
  type EntityState,
  loadAllEntityStates,
  loadEntityStates,
  saveProgress,
  seedEntityStates,
} from './entity-states.ts';
export { syncError } from './errors.ts';
export { eventsChannel, publish } from './events.ts';
export { failureScope, failuresUntilFailed, logFailure, retryDelayMs } from './failure.ts';
export { type Position, type PositionOf, type Range, wholeRange } from './position.ts';
export {
  addSliceCost,
  addToRun,
  closeRun,
  coalesceQuietRun,
  failureOf,
  listRuns,
  type OpenRun,
  requestRun,
  type RunKind,
  type SliceCost,
  stopOpenRun,
  type SyncRun,
  takeUpRun,
} from './runs.ts';
export { copyAgain } from './send-back.ts';
export { setAside } from './set-aside.ts';
export { changeSettings, removeExcluded } from './settings.ts';
export { despiteConflicts, fenced, type Slice } from './slice.ts';
export { type EntityStatus, entityStatusOf, type OrganizationStatus, restingStatuses } from './state.ts';
export { applyOrganizationEvent, lockOrganization } from './status.ts';
