/** What other folders use of the sync; it is entered only here. */
export { createCallCounter } from './budget/index.ts';
export { disconnectOrganization, endAccess, eraseOrganization, type TokenKeeper } from './company/index.ts';
export { createSyncEngine } from './run/index.ts';
export type { EntityState } from './company/index.ts';
export { syncError } from './company/index.ts';
export { eventsChannel } from './company/index.ts';
export { listRejected, listUsage, usagePeriods, type UsagePeriod } from './budget/index.ts';
export { createOrganizations, type Organization, type Organizations } from './organizations.ts';
export type { Reconciliation } from './proof/index.ts';
export type { SyncRun } from './company/index.ts';
export { changeSettings, removeExcluded } from './company/index.ts';
export { createWebhookReceiver } from './announce/index.ts';
