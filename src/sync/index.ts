/** What other folders use of the sync; it is entered only here. */
export { createCallCounter } from './call-counter.ts';
export { disconnectOrganization, endAccess, eraseOrganization, type TokenKeeper } from './disconnect.ts';
export { createSyncEngine } from './engine.ts';
export type { EntityState } from './entity-states.ts';
export { syncError } from './errors.ts';
export { eventsChannel } from './events.ts';
export { listRejected, listUsage, usagePeriods, type UsagePeriod } from './inspection.ts';
export { createOrganizations, type Organization, type Organizations } from './organizations.ts';
export type { Reconciliation } from './reconcile.ts';
export type { SyncRun } from './runs.ts';
export { changeSettings, removeExcluded } from './settings.ts';
export { createWebhookReceiver } from './webhook-receiver.ts';
