import type { RealmId } from '../base/realm-id.ts';
import type { Database, Queryable, Transaction } from '../postgres/database.ts';
import {
  applyOrganizationEvent,
  copyAgain,
  type EntityState,
  listRuns,
  loadEntityStates,
  lockOrganization,
  type OrganizationStatus,
  publish,
  requestRun,
  type RunKind,
  seedEntityStates,
  stopOpenRun,
  syncError,
  type SyncRun,
  takeLease,
} from './company/index.ts';
import { listReconciliations, type Reconciliation, requestProof } from './proof/index.ts';
import { requestRetry } from './unseen/index.ts';

/** One connected QuickBooks company. */
export type Organization = {
  readonly realmId: RealmId;
  readonly companyName: string | undefined;
  readonly country: string | undefined;
  readonly homeCurrency: string | undefined;
  readonly status: OrganizationStatus;
  /** One sentence for a person: why the status is what it is. */
  readonly statusReason: string | undefined;
  readonly connectedAt: Date;
  readonly lastSuccessAt: Date | undefined;
  /** Every change QuickBooks had committed by this instant is stored. */
  readonly currentThrough: Date | undefined;
  readonly nextRunAt: Date;
  readonly intervalSeconds: number;
  /** Whether sensitive fields are stored; `removing`: they are left out, and what was stored is being taken away. */
  readonly sensitiveFields: 'stored' | 'removing' | 'excluded';
  /** Records stored. */
  readonly rows: number;
  /** QuickBooks' own counts, once they are known for every entity. */
  readonly expectedRows: number | undefined;
};

/** What is known of a company when access to it is granted. */
type Connection = { readonly companyName?: string; readonly intervalSeconds?: number };

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
  const get = async (realmId: RealmId): Promise<Organization> => {
    const [organization] = await selectOrganizations(db, realmId);
    if (organization === undefined) throw syncError('SYNC_ORGANIZATION_UNKNOWN', { details: { realmId } });
    return organization;
  };
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
    list: () => selectOrganizations(db, undefined),
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
        await requestProof(tx, realmId, false);
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
        await requestProof(tx, realmId, true);
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

async function recordConnection(
  tx: Transaction,
  realmId: RealmId,
  connection: Connection = {},
): Promise<void> {
  const [inserted] = await tx.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, company_name, interval_seconds)
     VALUES ($1, $2, coalesce($3, 180)) ON CONFLICT DO NOTHING RETURNING realm_id`,
    [realmId, connection.companyName ?? null, connection.intervalSeconds ?? null],
  );
  await seedEntityStates(tx, realmId);
  if (inserted !== undefined) {
    await publish(tx, { type: 'organization', realmId, status: 'loading' });
    return;
  }
  await applyOrganizationEvent(tx, realmId, 'connected', { dueInMs: 0 });
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET connected_at = clock_timestamp(), interval_seconds = coalesce($2, interval_seconds) WHERE realm_id = $1`,
    [realmId, connection.intervalSeconds ?? null],
  );
  await tx.query(
    `UPDATE ledger_mirror.entity_states SET retry_at = clock_timestamp() WHERE realm_id = $1 AND retry_at IS NOT NULL`,
    [realmId],
  );
}

async function requestSync(tx: Transaction, realmId: RealmId, kind?: RunKind): Promise<{ runId: string }> {
  const { status } = await lockOrganization(tx, realmId);
  const details = { realmId };
  if (status === 'paused') throw syncError('SYNC_PAUSED', { details });
  if (status === 'reconnect_required') throw syncError('SYNC_RECONNECT_REQUIRED', { details });
  if (status === 'disconnected') throw syncError('SYNC_DISCONNECTED', { details });
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET sync_requested_at = clock_timestamp(), next_run_at = least(next_run_at, clock_timestamp()) WHERE realm_id = $1`,
    [realmId],
  );
  return { runId: await requestRun(tx, realmId, kind) };
}

async function selectOrganizations(db: Queryable, realmId: RealmId | undefined): Promise<Organization[]> {
  const rows = await db.query<Record<keyof Organization, unknown>>(
    `SELECT realm_id, company_name, country, home_currency, status, status_reason, connected_at, last_success_at,
            -- QuickBooks' clock and ours may differ, and clocks get corrected: never show a moment that is to come.
            CASE WHEN current_through > now() THEN now() ELSE current_through END AS current_through, next_run_at, interval_seconds,
            CASE WHEN NOT exclude_sensitive THEN 'stored' WHEN sensitive_removed_at IS NULL THEN 'removing' ELSE 'excluded' END AS sensitive_fields,
            coalesce(entity.rows, 0)::bigint AS rows,
            entity.expected_rows::bigint AS expected_rows
     FROM ledger_mirror.organizations
     LEFT JOIN LATERAL (
       SELECT sum(rows) AS rows,
              -- What has grown since it was counted must not show as more than everything.
              CASE WHEN bool_and(expected_rows IS NOT NULL OR status IN ('unavailable', 'disabled'))
                   THEN sum(greatest(expected_rows, rows)) END AS expected_rows
       FROM ledger_mirror.entity_states AS state WHERE state.realm_id = organizations.realm_id
     ) AS entity ON true
     WHERE $1::text IS NULL OR realm_id = $1
     ORDER BY company_name NULLS LAST, realm_id`,
    [realmId ?? null],
  );
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
      ) as Organization,
  );
}
