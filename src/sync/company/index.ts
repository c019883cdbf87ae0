/** What other rooms use of this one; it is entered only here. */
export { type ForgetFuture, forgetTheFuture } from './clock-set-back.ts';
export { type Connection, recordConnection, requestSync } from './connection.ts';
export { cappedTime, loadBackfillBegan, moveCursor, noteBackfillBegan, noteRepaired } from './cursor.ts';
export {
  askForProof,
  clearRateLimit,
  endWaitForBudget,
  lockConnected,
  noteAnnounced,
  noteRateLimit,
  noteUnannounced,
  scheduleProof,
} from './due.ts';
export { type EntityReport, reportEntityStates } from './entity-report.ts';
export {
  addToRows,
  definitionOf,
  type EntityState,
  loadAllEntityStates,
  loadEntityStates,
  noteCounts,
  refuseCapture,
  saveProgress,
} from './entity-states.ts';
export { syncError } from './errors.ts';
export { eventsChannel, forgetTold, readTold } from './events.ts';
export {
  cannotBeListed,
  failureScope,
  failuresUntilFailed,
  logFailure,
  retryDelayMs,
  smallTrouble,
} from './failure.ts';
export { adoptProfile, listOrganizations, loadOrganization, type Organization } from './organization.ts';
export { type KeptAside, loadKeptAside } from './kept-aside.ts';
export { changesFrom, type Position, type PositionOf, type Range, wholeRange } from './position.ts';
export { disconnectOrganization, endAccess, forgetOrganization, type TokenKeeper } from './disconnect.ts';
export {
  addSliceCost,
  addToRun,
  closeRun,
  coalesceQuietRun,
  failureOf,
  listRuns,
  type OpenRun,
  type SliceCost,
  stopOpenRun,
  type SyncRun,
  takeUpRun,
} from './runs.ts';
export { copyAgain, fromTheBeginning, readEverythingAgain } from './send-back.ts';
export { setAside } from './set-aside.ts';
export { changeSettings, noteSensitiveRemoved, type OrganizationSettings } from './settings.ts';
export { despiteConflicts, fenced, type Slice } from './slice.ts';
export { type EntityStatus, entityStatusOf, type OrganizationStatus, restingStatuses } from './state.ts';
export { applyOrganizationEvent, lockOrganization } from './status.ts';
export { tryAgain } from './try-again.ts';
export { checkEndpoint, closeEndpoint, endpointOpen, isAnnounced, openEndpoint } from './webhook-endpoint.ts';
