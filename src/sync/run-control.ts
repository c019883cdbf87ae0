import type { AppError } from '../base/errors.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Queryable, Transaction } from '../postgres/database.ts';
import { loadAnnouncements } from './announced.ts';
import { loadPace, nextMonth, stretched, type BudgetState } from './budget.ts';
import { loadEntityStates, seedEntityStates, type EntityState } from './entity-states.ts';
import { syncError } from './errors.ts';
import { failuresUntilFailed, logFailure, retryDelayMs } from './failure.ts';
import { applyOrganizationEvent } from './organization-status.ts';
import { outdatedNow } from './outdated.ts';
import { announcedLookMs, nextStep } from './plan.ts';
import { nextRetryAt } from './retry-rejected.ts';
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
  readonly announcedAt: Date | undefined;
  readonly askAt: Date | undefined;
  readonly proveAt: Date | undefined;
  readonly retryAt: Date | undefined;
  readonly renamed: boolean;
  readonly suspected: boolean;
  /** Announcements have kept up with what changes, so that polling is only for safety. */
  readonly isAnnounced: boolean;
  /** When the changes of the joined entities were last asked for. */
  readonly lookedAt: Date | undefined;
  readonly companyCursorAt: Date | undefined;
  /** Since when QuickBooks only asks us to wait. */
  readonly rateLimitedSince: Date | undefined;
  readonly consecutiveFailures: number;
  readonly now: Date;
};

/** @throws AppError SYNC_ORGANIZATION_UNKNOWN */
export async function loadDuty(db: Queryable, realmId: RealmId): Promise<Duty> {
  const [row] = await db.query<
    Pick<
      Duty,
      'status' | 'explained' | 'consecutiveFailures' | 'now' | 'isAnnounced' | 'renamed' | 'suspected'
    > & {
      requestedAt: Date | null;
      lookedAt: Date | null;
      proveAt: Date | null;
      rateLimitedSince: Date | null;
      companyCursorAt: Date | null;
      intervalSeconds: number;
    }
  >(
    `SELECT status, status_reason IS NOT NULL AS explained, sync_requested_at AS requested_at, interval_seconds, consecutive_failures,
            cursor_at AS company_cursor_at, looked_at, prove_at,
            coalesce(last_event_at > coalesce(unannounced_at, '-infinity'), false) AS is_announced,
            EXISTS (SELECT FROM ledger_mirror.renamed_records AS renamed WHERE renamed.realm_id = $1)
              OR EXISTS (SELECT FROM ${outdatedNow}) AS renamed,
            EXISTS (SELECT FROM ledger_mirror.merge_suspects AS suspect WHERE suspect.realm_id = $1) AS suspected,
            rate_limited_since, clock_timestamp() AS now
     FROM ledger_mirror.organizations WHERE realm_id = $1`,
    [realmId],
  );
  if (row === undefined) throw syncError('SYNC_ORGANIZATION_UNKNOWN', { details: { realmId } });
  return {
    ...row,
    ...(await loadAnnouncements(db, realmId)),
    retryAt: await nextRetryAt(db, realmId),
    lookedAt: row.lookedAt ?? undefined,
    proveAt: row.proveAt ?? undefined,
    requestedAt: row.requestedAt ?? undefined,
    companyCursorAt: row.companyCursorAt ?? undefined,
    rateLimitedSince: row.rateLimitedSince ?? undefined,
    intervalMs: row.intervalSeconds * 1000,
  };
}

/** Takes up or begins the company's run; undefined when it rests or is gone, the time to wait when it is not due. */
export async function startRun(
  slice: Pick<Slice, 'db' | 'lease'>,
): Promise<OpenRun | { readonly dueInMs: number } | undefined> {
  const { realmId } = slice.lease;
  return fenced(slice, async (tx) => {
    const [company] = await tx.query<{
      status: OrganizationStatus;
      dueInMs: number;
      isAsked: boolean;
      now: Date;
    }>(
      `SELECT status, clock_timestamp() AS now,
              coalesce(sync_requested_at > coalesce(last_success_at, '-infinity'), false) AS is_asked, ceil(1000 * extract(epoch FROM next_run_at - clock_timestamp()))::float8 AS due_in_ms
       FROM ledger_mirror.organizations WHERE realm_id = $1`,
      [realmId],
    );
    if (company === undefined) return undefined;
    if (company.dueInMs > 0) return { dueInMs: company.dueInMs };
    if (restingStatuses.includes(company.status)) {
      await stopOpenRun(tx, realmId);
      return undefined;
    }
    const { state } = await loadPace(tx);
    if (state === 'spent' || (state === 'reserve' && !company.isAsked)) {
      await waitForNextMonth(tx, realmId, state, company.now);
      return undefined;
    }
    await seedEntityStates(tx, realmId);
    const states = await loadEntityStates(tx, realmId);
    const loading = states.some((state) => state.status === 'pending' || state.status === 'backfilling');
    return takeUpRun(tx, realmId, loading ? 'backfill' : 'incremental');
  });
}

/** Our own count says that the month's calls are used up: no call is made to find out. */
async function waitForNextMonth(
  tx: Transaction,
  realmId: RealmId,
  state: BudgetState,
  now: Date,
): Promise<void> {
  const freeAt = nextMonth(now);
  const first = freeAt.toISOString().slice(0, 10);
  const reserve =
    state === 'reserve'
      ? ' What you ask for is still read, from the reserve.'
      : ' Raise QBO_MONTHLY_CALL_BUDGET to go on.';
  await applyOrganizationEvent(tx, realmId, 'budget_spent', {
    reason: `This month’s calls to QuickBooks are used up; syncing goes on on ${first}.${reserve}`,
    dueInMs: withJitter(freeAt.getTime() - now.getTime() + firstHourMs),
  });
  await stopOpenRun(tx, realmId);
}

const firstHourMs = 3_600_000;

/**
 * Ends the run, unless a person asked for more in the very moment. The company is current only if every entity
 * QuickBooks offers is.
 * @returns false where there is something left to do after all
 */
export async function finishRun(slice: Slice, safetyIntervalMs: number): Promise<boolean> {
  const { realmId, run } = slice;
  return fenced(slice, async (tx) => {
    const duty = await loadDuty(tx, realmId);
    const states = await loadEntityStates(tx, realmId);
    if (nextStep(states, { ...duty, runStartedAt: run.startedAt }) !== undefined) return false;
    const troubled = troubleOf(states);
    const { stretch } = await loadPace(tx);
    const relaxedMs = duty.isAnnounced ? Math.max(duty.intervalMs, safetyIntervalMs) : duty.intervalMs;
    const paceMs = stretched(relaxedMs, stretch);
    const askInMs = (duty.askAt?.getTime() ?? Infinity) - duty.now.getTime();
    const announcedInMs = duty.announcedAt === undefined ? Infinity : announcedLookMs;
    const sooner = Math.max(0, Math.min(askInMs, announcedInMs));
    if (troubled === undefined) {
      await applyOrganizationEvent(tx, realmId, 'succeeded', {
        currentThrough: oldestCursor(states),
        dueInMs: Math.min(withJitter(paceMs), sooner),
        paceMs,
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
        dueInMs: Math.min(duty.intervalMs, troubled.retryInMs(duty.now), sooner),
      },
    );
    await closeRun(tx, realmId, run.id, { status: 'failed', code: troubled.code, text: troubled.text });
    slice.logger.info({ code: troubled.code }, 'run ended incomplete');
    return true;
  });
}

/** Companies that were connected together do not stay in step; their mean is the interval, as the forecast expects. */
const withJitter = (ms: number): number => Math.round(ms * (0.95 + Math.random() / 10));

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

/** Every change up to the oldest cursor is stored; what is polled every few hours only is left out. */
function oldestCursor(states: readonly EntityState[]): Date | undefined {
  const captured = states.filter((state) => state.byCapture);
  const cursors = (captured.length === 0 ? states : captured).flatMap((state) =>
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
