import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import { isAppError, type AppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import { acquireLease, releaseLease, renewLease, type Lease } from '../jobs/lease.ts';
import type { Outcome } from '../jobs/jobs.ts';
import type { Database } from '../postgres/database.ts';
import type { QuickBooksClient } from '../quickbooks/index.ts';
import type { CallCounter } from './call-counter.ts';
import { loadEntityStates } from './entity-states.ts';
import { failureScope } from './failure.ts';
import { createLanes, type Ended, type Lanes } from './lanes.ts';
import { applyOrganizationEvent } from './organization-status.ts';
import { announcedLookMs, nextStep, stepsBeside, type Step } from './plan.ts';
import { quickBooksAnswers, waitForQuickBooks } from './rate-limit.ts';
import { failCompany, finishRun, loadDuty, startRun, type Duty } from './run-control.ts';
import { addSliceCost, coalesceQuietRun, stopOpenRun, type OpenRun } from './runs.ts';
import { setAside } from './set-aside.ts';
import { fenced, type Slice } from './slice.ts';
import { restingStatuses } from './state.ts';

/** What a worker works with. */
export type WorkerOptions = {
  readonly db: Database;
  readonly client: QuickBooksClient;
  readonly calls: CallCounter;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long a lease lasts without being renewed; a killed worker's company moves on after this. */
  readonly leaseMs: number;
  /** After this long a slice ends and lets the neighbours have their turn. */
  readonly sliceMs: number;
  /** Records asked for at once; QuickBooks gives at most 1,000. */
  readonly pageSize: number;
  /** So many objects in an answer of change data capture mean that it was cut. @default 1000 */
  readonly captureLimit?: number;
  /** Entities of one company whose pages are fetched at the same time. @default 3 */
  readonly entitiesAtOnce?: number;
  /** Polling interval of a company whose changes QuickBooks announces. @default 1800000 */
  readonly safetyIntervalMs?: number;
};

/** This worker's name in the leases table. */
export const workerName = (): string => `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;

/**
 * Works one slice of one company: takes its lease, does step after step until nothing is left or the time is up, and
 * says whether to come again. Whatever goes wrong ends in a state and a sentence in the database; only a database
 * that cannot take them, or a lost lease, leaves the company to the dispatcher.
 */
export async function workSlice(
  options: WorkerOptions,
  owner: string,
  realmId: RealmId,
  signal: AbortSignal,
): Promise<Outcome> {
  if (signal.aborted) return { kind: 'done' };
  const lease = await acquireLease(options.db, realmId, owner, options.leaseMs);
  // Somebody else is at it; should they be dead, the dispatcher wakes the company when their lease has run out.
  if (lease === undefined) return { kind: 'done' };
  const ended = new AbortController();
  const lost = new AbortController();
  const heartbeat = keepLease(options, lease, ended.signal, lost);
  try {
    return await workLeased(options, lease, AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    // Removed between the wake-up and now: there is nothing to do for it any more.
    if (isAppError(error, 'SYNC_ORGANIZATION_UNKNOWN')) return { kind: 'done' };
    if (isAppError(error, 'JOB_LEASE_LOST') || lost.signal.aborted) {
      options.logger.warn({ realmId, fence: lease.fence }, 'lease lost, the company has another worker');
      return { kind: 'done' };
    }
    throw error;
  } finally {
    ended.abort();
    await heartbeat;
    await releaseLease(options.db, lease);
  }
}

/** Renews the lease while a slice runs, so that a slow answer of QuickBooks does not lose it. */
async function keepLease(
  options: WorkerOptions,
  lease: Lease,
  ended: AbortSignal,
  lost: AbortController,
): Promise<void> {
  for (;;) {
    const over = await options.clock.sleep(options.leaseMs / 3, ended).then(
      () => false,
      () => true,
    );
    if (over) return;
    // A database that is away for a moment is asked again at the next beat; meanwhile the fence protects the data.
    const kept = await renewLease(options.db, lease, options.leaseMs).catch(() => true);
    if (!kept) return lost.abort();
  }
}

async function workLeased(options: WorkerOptions, lease: Lease, signal: AbortSignal): Promise<Outcome> {
  const { db, calls, clock } = options;
  const { realmId } = lease;
  const run = await startSoon(options, lease, signal);
  if (run === undefined) return { kind: 'done' };
  const logger = options.logger.child({ realmId, runId: run.id });
  const slice: Slice = {
    db,
    client: options.client,
    logger,
    realmId,
    lease,
    run,
    signal,
    pageSize: options.pageSize,
    captureLimit: options.captureLimit ?? 1000,
    now: run.startedAt,
    sampled: new Set(),
  };
  const elapsedMs = stopwatch(clock);
  const callsBefore = calls.total(realmId);
  const phases: Record<string, { steps: number; ms: number }> = {};
  const took = (kind: Step['kind']): (() => void) => {
    const stepMs = stopwatch(clock);
    return () => {
      const phase = (phases[kind] ??= { steps: 0, ms: 0 });
      phase.steps += 1;
      phase.ms += stepMs();
    };
  };
  const lanes = createLanes(slice, took);
  try {
    return await workUntil(slice, lanes, {
      entitiesAtOnce: options.entitiesAtOnce ?? 3,
      safetyIntervalMs: options.safetyIntervalMs ?? 1_800_000,
      waitMs: (ms) => clock.sleep(ms, signal).catch(() => undefined),
      isTimeUp: () => elapsedMs() >= options.sliceMs,
    });
  } finally {
    await lanes.close();
    await addSliceCost(db, run.id, {
      calls: calls.total(realmId) - callsBefore,
      durationMs: elapsedMs(),
      phases,
    });
    await coalesceQuietRun(db, realmId, run.id);
    await calls.flush(db);
  }
}

/** Begins the run; what is due within a second is waited for, since a wake-up for later would come later still. */
async function startSoon(
  { db, clock }: WorkerOptions,
  lease: Lease,
  signal: AbortSignal,
): Promise<OpenRun | undefined> {
  for (let tries = 1; ; tries += 1) {
    const run = await startRun({ db, lease });
    if (run === undefined || 'id' in run) return run;
    if (run.dueInMs > announcedLookMs || tries > 2) return undefined;
    await clock.sleep(run.dueInMs, signal).catch(() => undefined);
    if (signal.aborted) return undefined;
  }
}

/** Milliseconds since it was made; a clock that was set back shows none. */
function stopwatch(clock: Clock): () => number {
  const startedMs = clock.now().getTime();
  return () => Math.max(0, clock.now().getTime() - startedMs);
}

type Ways = {
  readonly entitiesAtOnce: number;
  readonly safetyIntervalMs: number;
  readonly isTimeUp: () => boolean;
  readonly waitMs: (ms: number) => Promise<void>;
};

/** How long an announcement that came right after a look has to wait for the next one. */
function untilNextLook({ announcedAt, lookedAt, now }: Duty): number {
  if (announcedAt === undefined || lookedAt === undefined || announcedAt <= lookedAt) return 0;
  return lookedAt.getTime() + announcedLookMs - now.getTime();
}

async function workUntil(
  slice: Slice,
  lanes: Lanes,
  { entitiesAtOnce, safetyIntervalMs, isTimeUp, waitMs }: Ways,
): Promise<Outcome> {
  const { realmId, signal } = slice;
  let outcome: Outcome | undefined;
  for (;;) {
    // Stopping leaves the run open and the company due: the next worker goes on.
    if (signal.aborted) return { kind: 'done' };
    if (outcome === undefined) {
      const duty = await loadDuty(slice.db, realmId);
      if (restingStatuses.includes(duty.status)) {
        await lanes.close();
        await fenced(slice, (tx) => stopOpenRun(tx, realmId));
        return { kind: 'done' };
      }
      const states = await loadEntityStates(slice.db, realmId);
      const step = nextStep(states, { ...duty, runStartedAt: slice.run.startedAt });
      if (step === undefined && lanes.size === 0) {
        const restMs = untilNextLook(duty);
        if (restMs > 0) await waitMs(restMs);
        else if (await finishRun(slice, safetyIntervalMs)) return { kind: 'done' };
        continue;
      }
      if (isTimeUp()) outcome = { kind: 'again' };
      else
        for (const one of stepsBeside(step, states, entitiesAtOnce, lanes.entities)) lanes.start(one, duty);
    }
    if (lanes.size === 0) return outcome ?? { kind: 'again' };
    const ended = await lanes.next();
    // What an abort broke off is no failure; the head of the loop leaves.
    if (ended.outcome === 'broken off') continue;
    // Another step may have failed meanwhile: its sentence stays.
    if (ended.outcome === 'done' && outcome === undefined) await noteProgress(slice, ended);
    else if (ended.outcome !== 'done')
      outcome = (await handleFailure(slice, ended.step, ended.outcome, ended.duty)) ?? outcome;
  }
}

/** Writes a failure down where it belongs. @returns how the slice ends, or undefined where it goes on */
async function handleFailure(
  slice: Slice,
  step: Step,
  error: AppError,
  duty: Duty,
): Promise<Outcome | undefined> {
  if (isAppError(error, 'JOB_LEASE_LOST')) throw error;
  if (isAppError(error, 'QBO_RATE_LIMITED')) return waitForQuickBooks(slice, error, duty);
  // The database had other work to do first; the company has not failed.
  if (isAppError(error, 'DATABASE_CONFLICT')) return { kind: 'snooze', ms: 1000 };
  if (!('state' in step) || failureScope(error) === 'company') {
    await failCompany(slice, error, duty.consecutiveFailures + 1);
    return { kind: 'done' };
  }
  await setAside(slice, step.state, error);
  return undefined;
}

async function noteProgress(slice: Slice, { step, duty }: Ended): Promise<void> {
  if (duty.rateLimitedSince !== undefined) await quickBooksAnswers(slice);
  const moved = step.kind === 'begin' || step.kind === 'page';
  if (moved && speaksOfThePast(duty)) {
    await fenced(slice, (tx) => applyOrganizationEvent(tx, slice.realmId, 'progressed'));
  }
}

/** Whether a company's status or its sentence tells of a trouble that a step which succeeds has ended. */
function speaksOfThePast({ status, explained }: Duty): boolean {
  return status === 'failed' || status === 'blocked_budget' || (status === 'loading' && explained);
}
