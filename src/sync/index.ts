/** What other folders use of the sync; it is entered only here. */
export { createWebhookReceiver } from './announce/index.ts';
export {
  type CallForecast,
  createCallCounter,
  createRation,
  createSharedTurns,
  listUsage,
  loadForecast,
  usagePeriods,
  type UsagePeriod,
} from './budget/index.ts';
export {
  closeEndpoint,
  disconnectOrganization,
  endAccess,
  type EntityReport,
  eventsChannel,
  readTold,
  fenced,
  openEndpoint,
  type Organization,
  type OrganizationSettings,
  syncError,
  type SyncRun,
  type TokenKeeper,
} from './company/index.ts';
export {
  createOrganizations,
  type Organizations,
  type RequestedRetry,
  type RequestedRun,
  type Within,
} from './organizations.ts';
export type { Reconciliation } from './proof/index.ts';
export { eraseOrganization } from './erase.ts';
export { createSyncEngine, type Neighbour, type Turn } from './run/index.ts';
export { listRejected } from './store/index.ts';
