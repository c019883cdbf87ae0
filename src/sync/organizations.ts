import type { RealmId } from '../base/realm-id.ts';
import { takeLease } from '../jobs/lease.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import {
  applyOrganizationEvent,
  askForProof,
  type Connection,
  copyAgain,
  type EntityState,
  listOrganizations,
  listRuns,
  loadEntityStates,
  loadOrganization,
  type Organization,
  recordConnection,
  requestSync,
  stopOpenRun,
  type SyncRun,
} from './company/index.ts';
import { compareEverything, listReconciliations, type Reconciliation } from './proof/index.ts';
import { requestRetry } from './unseen/index.ts';

/** What people and programs may ask about companies, and ask of them. */
export interface Organizations {
  /** Every company, by name. */
  list(): Promise<Organization[]>;
  /** @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  get(realmId: RealmId): Promise<Organization>;
  /** The state of each entity, parents first. @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  entities(realmId: RealmId): Promise<EntityState[]>;
  /** The newest runs first. @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  runs(realmId: RealmId, limit?: number): Promise<SyncRun[]>;
  /**
   * Records that access was granted (again), in the caller's transaction, beside the tokens. The company is due at
   * once; what failed before is tried again.
   */
  connected(tx: Transaction, realmId: RealmId, connection?: Connection): Promise<void>;
  /**
   * Asks for a sync now. The open run takes the request up; the id is that run's. Wake the company afterwards.
   * @throws AppError SYNC_ORGANIZATION_UNKNOWN, SYNC_PAUSED, SYNC_RECONNECT_REQUIRED, SYNC_DISCONNECTED
   */
  requestSync(realmId: RealmId): Promise<{ readonly runId: string }>;
  /** Stops the company between two pages. @throws AppError SYNC_ORGANIZATION_UNKNOWN, SYNC_DISCONNECTED */
  pause(realmId: RealmId): Promise<void>;
  /** Asks for a comparison with QuickBooks. Wake the company afterwards. @throws as `requestSync` */
  requestProof(realmId: RealmId): Promise<{ readonly runId: string }>;
  /**
   * Asks for a run that reads every record again and compares it field by field; what differs is replaced, and what is
   * gone is found. One call for a thousand records. Wake the company afterwards. @throws as `requestSync`
   */
  reconcileDeep(realmId: RealmId): Promise<{ readonly runId: string }>;
  /**
   * Lets rejected records be tried again now; says how many there are. Wake the company afterwards.
   * @throws as `requestSync`
   */
  retryRejected(realmId: RealmId): Promise<{ readonly runId: string; readonly records: number }>;
  /**
   * Asks for the whole history again; what is stored stays meanwhile. Wake the company afterwards.
   * @throws as `requestSync`
   */
  requestBackfill(realmId: RealmId): Promise<{ readonly runId: string }>;
  /** The newest comparisons with QuickBooks first. @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  reconciliations(realmId: RealmId, limit?: number): Promise<Reconciliation[]>;
  /** Goes on where it stopped. @throws AppError SYNC_ORGANIZATION_UNKNOWN, SYNC_DISCONNECTED */
  resume(realmId: RealmId): Promise<void>;
}

/** Access to the control tables of companies. Safe to use in any number of processes. */
export function createOrganizations(db: Database): Organizations {
  const get = (realmId: RealmId): Promise<Organization> => loadOrganization(db, realmId);
  /** Takes the company from its worker first, who would write where it stood over where it is sent back to. */
  const sendBack = async <T>(
    realmId: RealmId,
    why: string,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> => {
    await get(realmId);
    return db.transaction(async (tx) => {
      await takeLease(tx, realmId, why);
      return work(tx);
    });
  };
  return {
    list: () => listOrganizations(db),
    get,
    async entities(realmId) {
      await get(realmId);
      return loadEntityStates(db, realmId);
    },
    async runs(realmId, limit = 50) {
      await get(realmId);
      return listRuns(db, realmId, limit);
    },
    connected: recordConnection,
    requestSync: (realmId) => db.transaction((tx) => requestSync(tx, realmId)),
    pause: (realmId) =>
      db.transaction(async (tx) => {
        await applyOrganizationEvent(tx, realmId, 'paused', { reason: 'Paused by a person.' });
        await stopOpenRun(tx, realmId);
      }),
    requestProof: (realmId) =>
      db.transaction(async (tx) => {
        const requested = await requestSync(tx, realmId);
        await askForProof(tx, realmId);
        return requested;
      }),
    requestBackfill: (realmId) =>
      sendBack(realmId, 'copied again', async (tx) => {
        const requested = await requestSync(tx, realmId);
        await copyAgain(tx, realmId);
        return requested;
      }),
    reconcileDeep: (realmId) =>
      sendBack(realmId, 'compared whole', async (tx) => {
        const requested = await requestSync(tx, realmId, 'deep');
        await compareEverything(tx, realmId);
        return requested;
      }),
    retryRejected: (realmId) =>
      sendBack(realmId, 'tried again', async (tx) => {
        const requested = await requestSync(tx, realmId);
        return { ...requested, records: await requestRetry(tx, realmId) };
      }),
    async reconciliations(realmId, limit = 100) {
      await get(realmId);
      return listReconciliations(db, realmId, limit);
    },
    resume: (realmId) =>
      db.transaction(async (tx) => {
        await applyOrganizationEvent(tx, realmId, 'resumed', { dueInMs: 0 });
      }),
  };
}
