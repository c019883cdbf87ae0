import type { AppError } from '../base/errors.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Queryable, Transaction } from '../postgres/database.ts';
import { loadEntityStates, seedEntityStates, type EntityState } from './entity-states.ts';
import { syncError } from './errors.ts';
import { failuresUntilFailed, logFailure, retryDelayMs } from './failure.ts';
import { applyOrganizationEvent } from './organization-status.ts';
import { nextStep } from './plan.ts';
import { closeRun, failureOf, stopOpenRun, takeUpRun, type OpenRun } from './runs.ts';
import { fenced, type Slice } from './slice.ts';
import { restingStatuses, type OrganizationStatus } from './state.ts';

/** What a worker looks at between two steps: clicks, pauses, and the database's clock. */
export type Duty = {
  readonly status: OrganizationStatus;
  /** Whether a sentence says why the status is what it is. */
  readonly explained: boolean;
  readonly requestedAt: Date | undefined;
  readonly intervalMs: number;
  readonly consecutiveFailures: number;
  readonly now: Date;
};

/** @throws AppError SYNC_ORGANIZATION_UNKNOWN */
export async function loadDuty(db: Queryable, realmId: RealmId): Promise<Duty> {
  const [row] = await db.query<
    Omit<Duty, 'requestedAt' | 'intervalMs'> & { requestedAt: Date | null; intervalSeconds: number }
  >(
    `SELECT status, status_reason IS NOT NULL AS explained, sync_requested_at AS requested_at, interval_seconds, consecutive_failures, clock_timestamp() AS now
     FROM ledger_mirror.organizations WHERE realm_id = $1`,
    [realmId],
  );
  if (row === undefined) throw syncError('SYNC_ORGANIZATION_UNKNOWN', { details: { realmId } });
  return { ...row, requestedAt: row.requestedAt ?? undefined, intervalMs: row.intervalSeconds * 1000 };
}

/** Takes up or begins the company's run; undefined when it rests, is not due, or is gone. */
export async function startRun(slice: Pick<Slice, 'db' | 'lease'>): Promise<OpenRun | undefined> {
  const { realmId } = slice.lease;
  return fenced(slice, async (tx) => {
    const [company] = await tx.query<{ status: OrganizationStatus; due: boolean }>(
      `SELECT status, next_run_at <= clock_timestamp() AS due
       FROM ledger_mirror.organizations WHERE realm_id = $1`,
      [realmId],
    );
    if (company === undefined || !company.due) return undefined;
    if (restingStatuses.includes(company.status)) {
      await stopOpenRun(tx, realmId);
      return undefined;
    }
    await seedEntityStates(tx, realmId);
    const states = await loadEntityStates(tx, realmId);
    const loading = states.some((state) => state.status === 'pending' || state.status === 'backfilling');
    return takeUpRun(tx, realmId, loading ? 'backfill' : 'incremental');
  });
}

/**
 * Ends the run, unless a person asked for more in the very moment. The company is current only if every entity
 * QuickBooks offers is.
 * @returns false where there is something left to do after all
 */
export async function finishRun(slice: Slice): Promise<boolean> {
  const { realmId, run } = slice;
  return fenced(slice, async (tx) => {
    const duty = await loadDuty(tx, realmId);
    const states = await loadEntityStates(tx, realmId);
    if (nextStep(states, { ...duty, runStartedAt: run.startedAt }) !== undefined) return false;
    const troubled = troubleOf(states);
    if (troubled === undefined) {
      await applyOrganizationEvent(tx, realmId, 'succeeded', {
        currentThrough: oldestCursor(states),
        dueInMs: duty.intervalMs,
      });
      await closeRun(tx, realmId, run.id, { status: 'succeeded' });
      return true;
    }
    await applyOrganizationEvent(
      tx,
      realmId,
      troubled.failures >= failuresUntilFailed ? 'failed_often' : 'failed_once',
      {
        reason: troubled.text,
        dueInMs: Math.min(duty.intervalMs, troubled.retryInMs(duty.now)),
      },
    );
    await closeRun(tx, realmId, run.id, { status: 'failed', code: troubled.code, text: troubled.text });
    slice.logger.info({ code: troubled.code }, 'run ended incomplete');
    return true;
  });
}

type Trouble = {
  readonly code: string;
  readonly text: string;
  readonly failures: number;
  readonly retryInMs: (now: Date) => number;
};

/** The first entity that keeps the company from being current. */
function troubleOf(states: readonly EntityState[]): Trouble | undefined {
  const none = oldestCursor(states) === undefined;
  const state = states.find((one) => one.status === 'failed' || (none && one.status === 'unavailable'));
  if (state === undefined) return undefined;
  return {
    code: state.errorCode ?? 'INTERNAL',
    text: `${state.entity}: ${state.error ?? ''}`,
    failures: state.failures,
    retryInMs: (now) => Math.max(0, (state.retryAt?.getTime() ?? 0) - now.getTime()),
  };
}

/** Every change up to the oldest cursor is stored. */
function oldestCursor(states: readonly EntityState[]): Date | undefined {
  const cursors = states.flatMap((state) =>
    state.cursorAt === undefined || state.status === 'unavailable' || state.status === 'disabled'
      ? []
      : [state.cursorAt],
  );
  return cursors.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** Ends the run because of something that concerns the whole company, with its sentence and its back-off. */
export async function failCompany(slice: Slice, error: AppError, failures: number): Promise<void> {
  logFailure(slice.logger, error, failures, {});
  await fenced(slice, async (tx: Transaction) => {
    if (error.row.next === 'reauthorize') {
      await applyOrganizationEvent(tx, slice.realmId, 'grant_refused', { reason: error.message });
    } else {
      const failedOften = failures >= failuresUntilFailed || error.row.next !== 'retry';
      await applyOrganizationEvent(tx, slice.realmId, failedOften ? 'failed_often' : 'failed_once', {
        reason: error.message,
        dueInMs: retryDelayMs(error, failures),
        countsAsFailure: true,
      });
    }
    await closeRun(tx, slice.realmId, slice.run.id, failureOf(error));
  });
}
