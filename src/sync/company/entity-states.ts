import type { AppError } from '../../base/errors.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { entities, entityByName, type EntityDefinition } from '../../catalogue/index.ts';
import { prepared, type Queryable, type Transaction } from '../../postgres/database.ts';
import { toJson } from '../../postgres/parameters.ts';
import { times } from '../../tuning/times.ts';
import { publish } from './events.ts';
import { parsePosition, type Position } from './position.ts';
import { type EntityStatus, entityStatusOf } from './state.ts';

/** How far one entity of one company is copied. */
export type EntityState = {
  /** QuickBooks' name of the entity. */
  readonly entity: string;
  readonly table: string;
  readonly status: EntityStatus;
  readonly rows: number;
  readonly expectedRows: number | undefined;
  /** Where a listing under way resumes. */
  readonly position: Position | undefined;
  /** QuickBooks' clock: every change stamped before is stored. The company's cursor for one that has joined it. */
  readonly cursorAt: Date | undefined;
  /** Database's clock: what had changed by then has been fetched. */
  readonly lastSyncedAt: Date | undefined;
  /** Follows the company's cursor; false while it is copied, catches up, or is in trouble. */
  readonly joined: boolean;
  /** Its changes come by change data capture; false: by query. */
  readonly byCapture: boolean;
  /** Change data capture refuses it for minutes only: until then it is asked for as often as the others. */
  readonly captureResumes: boolean;
  /** QuickBooks cannot list it by its times: it is read whole, by position. */
  readonly byPosition: boolean;
  readonly errorCode: string | undefined;
  readonly error: string | undefined;
  readonly failures: number;
  readonly retryAt: Date | undefined;
  /** By the database's clock; never true of a healthy entity. */
  readonly retryDue: boolean;
};

type StateRow = {
  joined: boolean;
  byPosition: boolean;
  captureResumes: boolean;
  captureRefused: boolean;
  entity: string;
  status: EntityStatus;
  rows: number;
  expectedRows: number | null;
  position: unknown;
  cursorAt: Date | null;
  lastSyncedAt: Date | null;
  errorCode: string | null;
  error: string | null;
  failures: number;
  retryAt: Date | null;
  retryDue: boolean;
};

/** Entities that are read by query; the others need another road. */
const queriedEntities: readonly EntityDefinition[] = entities.filter((entity) => entity.abilities.query);

/** Adds the entities a company does not have yet (a new company, or a newer program). */
export async function seedEntityStates(db: Queryable, realmId: RealmId): Promise<void> {
  await db.query(
    `INSERT INTO ledger_mirror.entity_states (realm_id, entity)
     SELECT $1, name FROM unnest($2::text[]) AS name ON CONFLICT DO NOTHING`,
    [realmId, queriedEntities.map((entity) => entity.name)],
  );
}

/** The same, with those the company did not have yet. */
export async function loadAllEntityStates(db: Queryable, realmId: RealmId): Promise<EntityState[]> {
  const states = await loadEntityStates(db, realmId);
  if (states.length === queriedEntities.length) return states;
  await seedEntityStates(db, realmId);
  return loadEntityStates(db, realmId);
}

/** The states of a company's entities, parents before children. */
export async function loadEntityStates(db: Queryable, realmId: RealmId): Promise<EntityState[]> {
  const rows = await db.query<StateRow>(
    `SELECT entity, state.status, rows, expected_rows, position, joined, by_position, error_code, error, failures, retry_at,
            CASE WHEN joined THEN organization.cursor_at ELSE state.cursor_at END AS cursor_at,
            CASE WHEN joined THEN organization.looked_at ELSE last_synced_at END AS last_synced_at,
            coalesce(retry_at <= clock_timestamp(), false) AS retry_due,
            coalesce(capture_refused_until > clock_timestamp(), false) AS capture_refused,
            coalesce(capture_refused_until > clock_timestamp() AND capture_refusal = 'passing', false) AS capture_resumes
     FROM ledger_mirror.entity_states AS state JOIN ledger_mirror.organizations AS organization USING (realm_id)
     WHERE realm_id = $1`,
    [realmId],
    prepared,
  );
  const byName = new Map(rows.map((row) => [row.entity, row]));
  return queriedEntities.flatMap((entity) => {
    const row = byName.get(entity.name);
    return row === undefined ? [] : [toState(entity, row)];
  });
}

function toState(entity: EntityDefinition, row: StateRow): EntityState {
  const { captureRefused, ...rest } = row;
  return {
    ...rest,
    byCapture: entity.abilities.cdc && !captureRefused,
    table: entity.table,
    expectedRows: row.expectedRows ?? undefined,
    position: row.position === null ? undefined : parsePosition(row.position),
    cursorAt: row.cursorAt ?? undefined,
    lastSyncedAt: row.lastSyncedAt ?? undefined,
    errorCode: row.errorCode ?? undefined,
    error: row.error ?? undefined,
    retryAt: row.retryAt ?? undefined,
  };
}

/** What a step changed. Absent fields stay as they are. */
export type Progress = {
  readonly position: Position | undefined;
  readonly cursorAt: Date | undefined;
  readonly expectedRows?: number;
  /** When every change up to then has been fetched: the database's clock before the call. */
  readonly syncedAt?: Date;
  readonly byPosition?: boolean;
  /** The step succeeded in nothing yet that failed before. @default false */
  readonly keepsFailures?: boolean;
};

/** Writes an entity's progress, takes it off the company's cursor, ends whatever trouble it was in, and tells it. */
export async function saveProgress(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  progress: Progress,
): Promise<void> {
  const status = entityStatusOf({
    hasCursor: progress.cursorAt !== undefined,
    hasPosition: progress.position !== undefined,
  });
  const [row] = await tx.query<{ rows: number; expectedRows: number | null }>(
    `UPDATE ledger_mirror.entity_states
     SET status = $3, position = $4, cursor_at = $5, expected_rows = coalesce($6, expected_rows),
         last_synced_at = coalesce($7, last_synced_at), by_position = coalesce($8, by_position), joined = false,
         error_code = NULL, error = NULL, failures = CASE WHEN $9 THEN failures ELSE 0 END, retry_at = NULL
     WHERE realm_id = $1 AND entity = $2
     RETURNING rows, expected_rows`,
    [
      realmId,
      entity.name,
      status,
      progress.position === undefined ? null : toJson(progress.position),
      progress.cursorAt ?? null,
      progress.expectedRows ?? null,
      progress.syncedAt ?? null,
      progress.byPosition ?? null,
      progress.keepsFailures ?? false,
    ],
  );
  await publish(tx, {
    type: 'entity',
    realmId,
    entity: entity.name,
    status,
    rows: row?.rows ?? 0,
    expectedRows: row?.expectedRows ?? undefined,
  });
}

/** Sets an entity aside with a sentence; it keeps its position and the cursor it had, and goes on from there. */
export async function saveTrouble(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  trouble: {
    readonly status: 'failed' | 'unavailable';
    readonly error: AppError;
    readonly retryInMs: number;
  },
): Promise<void> {
  const [row] = await tx.query<{ rows: number; expectedRows: number | null }>(
    `UPDATE ledger_mirror.entity_states AS state
     SET status = $3, error_code = $4, error = $5, failures = failures + 1,
         retry_at = clock_timestamp() + make_interval(secs => $6),
         joined = false, cursor_at = CASE WHEN joined THEN organization.cursor_at ELSE state.cursor_at END
     FROM ledger_mirror.organizations AS organization
     WHERE state.realm_id = $1 AND entity = $2 AND organization.realm_id = $1
     RETURNING rows, expected_rows`,
    [
      realmId,
      entity.name,
      trouble.status,
      trouble.error.code,
      trouble.error.message,
      trouble.retryInMs / 1000,
    ],
  );
  await publish(tx, {
    type: 'entity',
    realmId,
    entity: entity.name,
    status: trouble.status,
    rows: row?.rows ?? 0,
    expectedRows: row?.expectedRows ?? undefined,
  });
}

/** Lets entities in trouble be tried again now. */
export async function retryNow(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.entity_states SET retry_at = clock_timestamp() WHERE realm_id = $1 AND retry_at IS NOT NULL`,
    [realmId],
  );
}

/** Why change data capture refuses an entity: it is not offered, or a record cannot be rendered just now. */
export type CaptureRefusal = 'not_offered' | 'passing';

/** For so long an entity is asked for by query before change data capture is tried again. */
const refusedForMs: Readonly<Record<CaptureRefusal, number>> = {
  not_offered: times.unavailableProbeMs,
  passing: times.unreadablePauseMs,
};

/** Change data capture refuses an entity for a while: it is asked for by query, and at the next look. */
export async function refuseCapture(
  tx: Transaction,
  realmId: RealmId,
  entity: string,
  refusal: CaptureRefusal,
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.entity_states
     SET capture_refused_until = clock_timestamp() + make_interval(secs => $3), capture_refusal = $4, last_synced_at = NULL
     WHERE realm_id = $1 AND entity = $2`,
    [realmId, entity, refusedForMs[refusal] / 1000, refusal],
  );
}

/**
 * Records that came, or, below zero, went.
 * @param unstored records that went and were kept aside until then, so that they were counted and not among the rows
 */
export async function addToRows(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  difference: number,
  unstored = 0,
): Promise<void> {
  if (difference === 0 && unstored === 0) return;
  await tx.query(
    // What is gone is gone at QuickBooks, too; what came may have been counted already.
    `UPDATE ledger_mirror.entity_states
     SET rows = greatest(0, rows + $3), expected_rows = greatest(0, expected_rows + least(0, $3) - $4)
     WHERE realm_id = $1 AND entity = $2`,
    [realmId, entity.name, difference, unstored],
  );
}

/** QuickBooks' own counts, taken anew. */
export async function noteCounts(
  tx: Transaction,
  realmId: RealmId,
  counts: readonly { readonly entity: string; readonly count: number }[],
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.entity_states AS state SET expected_rows = counted.count
     FROM unnest($2::text[], $3::int[]) AS counted (entity, count)
     WHERE state.realm_id = $1 AND state.entity = counted.entity AND state.expected_rows IS DISTINCT FROM counted.count`,
    [realmId, counts.map(({ entity }) => entity), counts.map(({ count }) => count)],
  );
}

/** @throws Error if a name is stored that the catalogue never had. */
export function definitionOf(state: Pick<EntityState, 'entity'>): EntityDefinition {
  const entity = entityByName(state.entity);
  if (entity === undefined) throw new Error(`No entity is called ${state.entity}.`);
  return entity;
}
