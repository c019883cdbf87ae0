import type { RealmId } from '../base/realm-id.ts';
import { takeLease } from '../jobs/lease.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import {
  applyOrganizationEvent,
  askForProof,
  changeSettings,
  type Connection,
  copyAgain,
  type EntityReport,
  listOrganizations,
  listRuns,
  loadOrganization,
  type Organization,
  type OrganizationSettings,
  recordConnection,
  reportEntityStates,
  requestSync,
  stopOpenRun,
  type SyncRun,
} from './company/index.ts';
import { compareEverything, listReconciliations, type Reconciliation } from './proof/index.ts';
import { requestRetry } from './unseen/index.ts';

/** More work of a request's own transaction, such as its entry in the trail: both happen, or neither. */
export type Within<Answer = void> = (tx: Transaction, answer: Answer) => Promise<void>;

/** The run that takes a request up; it may be under way already. */
export type RequestedRun = { readonly runId: string };
/** And how many records it tries again. */
export type RequestedRetry = RequestedRun & { readonly records: number };

/** What people and programs may ask about companies, and ask of them. */
export interface Organizations {
  /** Every company, by name. */
  list(): Promise<Organization[]>;
  /** @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  get(realmId: RealmId): Promise<Organization>;
  /** The state of each entity, parents first. @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  entities(realmId: RealmId): Promise<EntityReport[]>;
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
  requestSync(realmId: RealmId, within?: Within<RequestedRun>): Promise<RequestedRun>;
  /** Stops the company between two pages. @throws AppError SYNC_ORGANIZATION_UNKNOWN, SYNC_DISCONNECTED */
  pause(realmId: RealmId, within?: Within): Promise<void>;
  /** Asks for a comparison with QuickBooks. Wake the company afterwards. @throws as `requestSync` */
  requestProof(realmId: RealmId, within?: Within<RequestedRun>): Promise<RequestedRun>;
  /**
   * Asks for a run that reads every record again and compares it field by field; what differs is replaced, and what is
   * gone is found. One call for a thousand records. Wake the company afterwards. @throws as `requestSync`
   */
  reconcileDeep(realmId: RealmId, within?: Within<RequestedRun>): Promise<RequestedRun>;
  /**
   * Lets rejected records be tried again now; says how many there are. Wake the company afterwards.
   * @throws as `requestSync`
   */
  retryRejected(realmId: RealmId, within?: Within<RequestedRetry>): Promise<RequestedRetry>;
  /**
   * Asks for the whole history again; what is stored stays meanwhile. Wake the company afterwards.
   * @throws as `requestSync`
   */
  requestBackfill(realmId: RealmId, within?: Within<RequestedRun>): Promise<RequestedRun>;
  /** The newest comparisons with QuickBooks first. @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  reconciliations(realmId: RealmId, limit?: number): Promise<Reconciliation[]>;
  /** Goes on where it stopped. @throws AppError SYNC_ORGANIZATION_UNKNOWN, SYNC_DISCONNECTED */
  resume(realmId: RealmId, within?: Within): Promise<void>;
  /** Changes settings of a company. Where it is due by that, wake it afterwards. @throws AppError SYNC_ORGANIZATION_UNKNOWN */
  changeSettings(
    realmId: RealmId,
    settings: OrganizationSettings,
    within?: (tx: Transaction) => Promise<void>,
  ): Promise<{ readonly due: boolean }>;
}

/** Access to the control tables of companies. Safe to use in any number of processes. */
export function createOrganizations(db: Database): Organizations {
  const get = (realmId: RealmId): Promise<Organization> => loadOrganization(db, realmId);
  const ask = <T>(within: Within<T> | undefined, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    db.transaction(async (tx) => {
      const answer = await work(tx);
      await within?.(tx, answer);
      return answer;
    });
  /** Takes the company from its worker first, who would write where it stood over where it is sent back to. */
  const sendBack = async <T>(
    realmId: RealmId,
    why: string,
    within: Within<T> | undefined,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> => {
    await get(realmId);
    return ask(within, async (tx) => {
      await takeLease(tx, realmId, why);
      return work(tx);
    });
  };
  return {
    list: () => listOrganizations(db),
    get,
    async entities(realmId) {
      await get(realmId);
      return reportEntityStates(db, realmId);
    },
    async runs(realmId, limit = 50) {
      await get(realmId);
      return listRuns(db, realmId, limit);
    },
    connected: recordConnection,
    requestSync: (realmId, within) => ask(within, (tx) => requestSync(tx, realmId)),
    pause: (realmId, within) =>
      ask(within, async (tx) => {
        await applyOrganizationEvent(tx, realmId, 'paused', { reason: 'Paused by a person.' });
        await stopOpenRun(tx, realmId);
      }),
    requestProof: (realmId, within) =>
      ask(within, async (tx) => {
        const requested = await requestSync(tx, realmId);
        await askForProof(tx, realmId);
        return requested;
      }),
    requestBackfill: (realmId, within) =>
      sendBack(realmId, 'copied again', within, async (tx) => {
        const requested = await requestSync(tx, realmId);
        await copyAgain(tx, realmId);
        return requested;
      }),
    reconcileDeep: (realmId, within) =>
      sendBack(realmId, 'compared whole', within, async (tx) => {
        const requested = await requestSync(tx, realmId, 'deep');
        await compareEverything(tx, realmId);
        return requested;
      }),
    retryRejected: (realmId, within) =>
      sendBack(realmId, 'tried again', within, async (tx) => {
        const requested = await requestSync(tx, realmId);
        return { ...requested, records: await requestRetry(tx, realmId) };
      }),
    async reconciliations(realmId, limit = 100) {
      await get(realmId);
      return listReconciliations(db, realmId, limit);
    },
    resume: (realmId, within) =>
      ask(within, async (tx) => {
        await applyOrganizationEvent(tx, realmId, 'resumed', { dueInMs: 0 });
      }),
    changeSettings: (realmId, settings, within) => changeSettings(db, realmId, settings, within),
  };
}
