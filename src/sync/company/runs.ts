import type { AppError } from '../../base/errors.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { prepared, type Queryable, type Transaction } from '../../postgres/database.ts';
import { publish } from './events.ts';

export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'stopped';
/** deep: every record is read again and compared field by field. */
export type RunKind = 'backfill' | 'incremental' | 'deep';

/** One row of a company's history. */
export type SyncRun = {
  readonly id: string;
  readonly realmId: RealmId;
  readonly kind: RunKind;
  readonly trigger: 'schedule' | 'click';
  readonly status: RunStatus;
  readonly requestedAt: Date;
  readonly startedAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  readonly durationMs: number;
  readonly calls: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly deleted: number;
  /** Quiet runs in a row that this one stands for. */
  readonly repeats: number;
  readonly phases: Phases;
  readonly errorCode: string | undefined;
  readonly error: string | undefined;
};

/** What each kind of step took. */
export type Phases = Readonly<Record<string, { readonly steps: number; readonly ms: number }>>;

/** The run a worker is in. */
export type OpenRun = { readonly id: string; readonly startedAt: Date };

export type RunTally = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly deleted: number;
};

/** Takes up the company's open run (a request, or what a worker left behind), or begins one. */
export async function takeUpRun(tx: Transaction, realmId: RealmId, kind: RunKind): Promise<OpenRun> {
  const [run] = await tx.query<OpenRun>(
    `INSERT INTO ledger_mirror.sync_runs AS run (realm_id, kind, trigger, status, started_at, slices)
     VALUES ($1, $2, 'schedule', 'running', clock_timestamp(), 1)
     ON CONFLICT (realm_id) WHERE status IN ('queued', 'running') DO UPDATE
       SET kind = CASE WHEN run.status = 'queued' AND run.kind <> 'deep' THEN excluded.kind ELSE run.kind END,
           status = 'running', started_at = coalesce(run.started_at, clock_timestamp()), slices = run.slices + 1
     RETURNING run.id::text, run.started_at`,
    [realmId, kind],
    prepared,
  );
  if (run === undefined) throw new Error('An upsert returned no row.');
  await publish(tx, { type: 'run', realmId, runId: run.id, status: 'running' });
  return run;
}

/** Adds a page's outcome; committed with the page, so that the history survives the worker. */
export async function addToRun(tx: Transaction, runId: string, tally: Partial<RunTally>): Promise<void> {
  const { created = 0, updated = 0, unchanged = 0, rejected = 0, deleted = 0 } = tally;
  await tx.query(
    `UPDATE ledger_mirror.sync_runs
     SET created = created + $2, updated = updated + $3, unchanged = unchanged + $4, rejected = rejected + $5,
         deleted = deleted + $6
     WHERE id = $1`,
    [runId, created, updated, unchanged, rejected, deleted],
  );
}

/** What a slice took. */
export type SliceCost = {
  readonly calls: number;
  readonly durationMs: number;
  readonly phases: Phases;
};

/** Adds what a slice cost. */
export async function addSliceCost(db: Queryable, runId: string, cost: SliceCost): Promise<void> {
  await db.query(
    `UPDATE ledger_mirror.sync_runs
     SET calls = calls + $2, duration_ms = duration_ms + $3,
         phases = phases || (
           SELECT coalesce(jsonb_object_agg(key, jsonb_build_object(
                    'steps', (value ->> 'steps')::int + coalesce((phases -> key ->> 'steps')::int, 0),
                    'ms', (value ->> 'ms')::int + coalesce((phases -> key ->> 'ms')::int, 0))), '{}')
           FROM jsonb_each($4::jsonb))
     WHERE id = $1`,
    [runId, cost.calls, Math.max(0, Math.round(cost.durationMs)), JSON.stringify(cost.phases)],
    prepared,
  );
}

const isQuiet = `status = 'succeeded' AND trigger = 'schedule' AND kind = 'incremental'
         AND created + updated + deleted + rejected = 0`;

/**
 * Lets a run that found nothing disappear into the quiet run before it, so that the history shows what happened and
 * not how often nothing did. What a person asked for stays a row of its own.
 */
export async function coalesceQuietRun(tx: Transaction, realmId: RealmId, runId: string): Promise<void> {
  await tx.query(
    `WITH ended AS (
       SELECT * FROM ledger_mirror.sync_runs WHERE id = $2 AND ${isQuiet}
     ), last AS (
       SELECT * FROM ledger_mirror.sync_runs WHERE realm_id = $1 AND id < $2 ORDER BY id DESC LIMIT 1
     ), previous AS (
       SELECT last.id FROM last WHERE ${isQuiet} AND EXISTS (SELECT FROM ended)
     ), gone AS (
       DELETE FROM ledger_mirror.sync_runs WHERE id = $2 AND EXISTS (SELECT FROM previous)
     )
     UPDATE ledger_mirror.sync_runs AS run
     SET repeats = run.repeats + ended.repeats, calls = run.calls + ended.calls, slices = run.slices + ended.slices,
         duration_ms = run.duration_ms + ended.duration_ms, unchanged = run.unchanged + ended.unchanged,
         finished_at = ended.finished_at
     FROM ended, previous WHERE run.id = previous.id`,
    [realmId, runId],
    prepared,
  );
}

/** Closes a run. A failed one carries the code and sentence of its error. */
export async function closeRun(
  tx: Transaction,
  realmId: RealmId,
  runId: string,
  end:
    | { readonly status: 'succeeded' | 'stopped' }
    | { readonly status: 'failed'; readonly code: string; readonly text: string },
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.sync_runs
     SET status = $2, finished_at = clock_timestamp(), error_code = $3, error = $4
     WHERE id = $1 AND status IN ('queued', 'running')`,
    [runId, end.status, end.status === 'failed' ? end.code : null, end.status === 'failed' ? end.text : null],
    prepared,
  );
  await publish(tx, { type: 'run', realmId, runId, status: end.status });
}

/** Closes the open run, if there is one, without a failure: a person paused or disconnected the company. */
export async function stopOpenRun(tx: Transaction, realmId: RealmId): Promise<void> {
  const [open] = await tx.query<{ id: string }>(
    `SELECT id::text FROM ledger_mirror.sync_runs WHERE realm_id = $1 AND status IN ('queued', 'running')`,
    [realmId],
  );
  if (open !== undefined) await closeRun(tx, realmId, open.id, { status: 'stopped' });
}

/** A person's request: the open run, or a new one that waits for a worker. */
export async function requestRun(
  tx: Transaction,
  realmId: RealmId,
  kind: RunKind = 'incremental',
): Promise<string> {
  const [run] = await tx.query<{ id: string; status: RunStatus }>(
    `INSERT INTO ledger_mirror.sync_runs AS run (realm_id, kind, trigger, status)
     VALUES ($1, $2, 'click', 'queued')
     ON CONFLICT (realm_id) WHERE status IN ('queued', 'running') DO UPDATE
       SET trigger = 'click', kind = CASE WHEN $2 = 'deep' THEN 'deep' ELSE run.kind END
     RETURNING run.id::text, run.status`,
    [realmId, kind],
  );
  if (run === undefined) throw new Error('An upsert returned no row.');
  await publish(tx, { type: 'run', realmId, runId: run.id, status: run.status });
  return run.id;
}

/** The newest runs first. */
export async function listRuns(db: Queryable, realmId: RealmId, limit: number): Promise<SyncRun[]> {
  const rows = await db.query<Nullable<SyncRun>>(
    `SELECT id::text, realm_id, kind, trigger, status, requested_at, started_at, finished_at, duration_ms, calls,
            created, updated, unchanged, rejected, deleted, repeats, phases, error_code, error
     FROM ledger_mirror.sync_runs AS run WHERE realm_id = $1 ORDER BY run.id DESC LIMIT $2`,
    [realmId, limit],
  );
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt ?? undefined,
    finishedAt: row.finishedAt ?? undefined,
    errorCode: row.errorCode ?? undefined,
    error: row.error ?? undefined,
  }));
}

/** What a run of several failures says: the first of them. */
export function failureOf(error: AppError): {
  readonly status: 'failed';
  readonly code: string;
  readonly text: string;
} {
  return { status: 'failed', code: error.code, text: error.message };
}

/** A row as PostgreSQL gives it: what is optional is null. */
type Nullable<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
