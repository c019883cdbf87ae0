import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import { isAppError, toAppError, type AppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import { releaseLease, renewLease, type Lease } from '../jobs/lease.ts';
import type { Outcome } from '../jobs/jobs.ts';
import type { Database } from '../postgres/database.ts';
import type { QuickBooksClient } from '../quickbooks/index.ts';
import type { CallCounter } from './call-counter.ts';
import { loadEntityStates } from './entity-states.ts';
import { failureScope } from './failure.ts';
import { applyOrganizationEvent } from './organization-status.ts';
import { announcedLookMs, nextStep, stepsBeside, type Step } from './plan.ts';
import { quickBooksAnswers, waitForQuickBooks } from './rate-limit.ts';
import { failCompany, finishRun, loadDuty, openSlice, type Duty, type OpenSlice } from './run-control.ts';
import { addSliceCost, stopOpenRun, type SliceCost } from './runs.ts';
import { setAside } from './set-aside.ts';
import { fenced, type Slice } from './slice.ts';
import { restingStatuses } from './state.ts';
import { takeStep } from './steps.ts';

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
 * @param owner names this slice in the leases table; no two slices under way may share it
 */
export async function workSlice(
  options: WorkerOptions,
  owner: string,
  realmId: RealmId,
  signal: AbortSignal,
): Promise<Outcome> {
  if (signal.aborted) return { kind: 'done' };
  try {
    const opened = await openSoon(options, owner, realmId, signal);
    return opened === undefined ? { kind: 'done' } : await workOpened(options, opened, signal);
  } catch (error) {
    // Removed between the wake-up and now: there is nothing to do for it any more.
    if (isAppError(error, 'SYNC_ORGANIZATION_UNKNOWN')) return { kind: 'done' };
    throw error;
  }
}

/** Opens the slice; what is due within a second is waited for, since a wake-up for later would come later still. */
async function openSoon(
  { db, clock, leaseMs }: WorkerOptions,
  owner: string,
  realmId: RealmId,
  signal: AbortSignal,
): Promise<OpenSlice | undefined> {
  for (let tries = 1; ; tries += 1) {
    const opened = await openSlice(db, realmId, owner, leaseMs);
    if (opened === undefined || 'run' in opened) return opened;
    if (opened.dueInMs > announcedLookMs || tries > 2) return undefined;
    await clock.sleep(opened.dueInMs, signal).catch(() => undefined);
    if (signal.aborted) return undefined;
  }
}

async function workOpened(options: WorkerOptions, opened: OpenSlice, signal: AbortSignal): Promise<Outcome> {
  const { lease } = opened;
  const ended = new AbortController();
  const lost = new AbortController();
  const heartbeat = keepLease(options, lease, ended.signal, lost);
  try {
    return await workLeased(options, opened, AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    if (!isAppError(error, 'JOB_LEASE_LOST') && !lost.signal.aborted) throw error;
    const { realmId, fence } = lease;
    options.logger.warn({ realmId, fence }, 'lease lost, the company has another worker');
    return { kind: 'done' };
  } finally {
    ended.abort();
    await heartbeat;
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

async function workLeased(
  options: WorkerOptions,
  { lease, run }: OpenSlice,
  signal: AbortSignal,
): Promise<Outcome> {
  const { db, calls, clock } = options;
  const { realmId } = lease;
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
  };
  const elapsedMs = stopwatch(clock);
  const callsBefore = calls.total(realmId);
  const phases: Record<string, { steps: number; ms: number }> = {};
  const addPhase = (kind: Step['kind'], steps: number, ms: number): void => {
    const phase = (phases[kind] ??= { steps: 0, ms: 0 });
    phase.steps += steps;
    phase.ms += ms;
  };
  const cost = (): SliceCost => ({
    calls: calls.total(realmId) - callsBefore,
    durationMs: elapsedMs(),
    phases,
  });
  let finished = false;
  try {
    return await workUntil(slice, {
      entitiesAtOnce: options.entitiesAtOnce ?? 3,
      finish: async () => (finished = await finishRun(slice, options.safetyIntervalMs ?? 1_800_000, cost)),
      waitMs: (ms) => clock.sleep(ms, signal).catch(() => undefined),
      isTimeUp: () => elapsedMs() >= options.sliceMs,
      take: async (steps) => {
        const stepMs = stopwatch(clock);
        const failures = await takeSteps(slice, steps);
        if (steps[0] !== undefined) addPhase(steps[0].step.kind, steps.length, stepMs());
        return failures;
      },
    });
  } finally {
    if (!finished) {
      try {
        await addSliceCost(db, run.id, cost());
      } finally {
        await releaseLease(db, lease);
      }
    }
  }
}

/** Milliseconds since it was made; a clock that was set back shows none. */
function stopwatch(clock: Clock): () => number {
  const startedMs = clock.now().getTime();
  return () => Math.max(0, clock.now().getTime() - startedMs);
}

type Ways = {
  readonly entitiesAtOnce: number;
  /** Ends the run and gives the lease back, unless something is left to do. */
  readonly finish: () => Promise<boolean>;
  readonly isTimeUp: () => boolean;
  readonly waitMs: (ms: number) => Promise<void>;
  readonly take: (steps: readonly TimedStep[]) => Promise<readonly Failure[]>;
};

/** How long an announcement that came right after a look has to wait for the next one. */
function untilNextLook({ announcedAt, lookedAt, now }: Duty): number {
  if (announcedAt === undefined || lookedAt === undefined || announcedAt <= lookedAt) return 0;
  return lookedAt.getTime() + announcedLookMs - now.getTime();
}

async function workUntil(
  slice: Slice,
  { entitiesAtOnce, finish, isTimeUp, take, waitMs }: Ways,
): Promise<Outcome> {
  const { realmId, signal } = slice;
  for (;;) {
    // Stopping leaves the run open and the company due: the next worker goes on.
    if (signal.aborted) return { kind: 'done' };
    const duty = await loadDuty(slice.db, realmId);
    if (restingStatuses.includes(duty.status)) {
      await fenced(slice, (tx) => stopOpenRun(tx, realmId));
      return { kind: 'done' };
    }
    const states = await loadEntityStates(slice.db, realmId);
    const step = nextStep(states, { ...duty, runStartedAt: slice.run.startedAt });
    if (step === undefined) {
      const restMs = untilNextLook(duty);
      if (restMs > 0) {
        await waitMs(restMs);
        continue;
      }
      if (await finish()) return { kind: 'done' };
      continue;
    }
    if (isTimeUp()) return { kind: 'again' };
    const steps = stepsBeside(step, states, entitiesAtOnce).map((one) => ({ step: one, now: duty.now }));
    const failures = await take(steps);
    // What an abort broke off is no failure; the head of the loop leaves.
    if (signal.aborted) continue;
    const outcome = await handleFailures(slice, failures, duty);
    if (outcome !== undefined) return outcome;
    if (failures.length === 0) await noteProgress(slice, step, duty);
  }
}

type TimedStep = { readonly step: Step; readonly now: Date };
type Failure = { readonly step: Step; readonly error: AppError };

/** Takes steps of different entities at once. What concerns the whole company breaks off the others. */
async function takeSteps(slice: Slice, steps: readonly TimedStep[]): Promise<readonly Failure[]> {
  const broken = new AbortController();
  const signal = AbortSignal.any([slice.signal, broken.signal]);
  const taken = await Promise.all(
    steps.map(async ({ step, now }): Promise<Failure | undefined> => {
      try {
        await takeStep({ ...slice, now, signal }, step);
        return undefined;
      } catch (thrown) {
        if (signal.aborted) return undefined;
        const error = toAppError(thrown);
        if (failureScope(error) === 'company') broken.abort();
        return { step, error };
      }
    }),
  );
  return taken.filter((failure) => failure !== undefined);
}

/** Writes failures down where they belong. @returns how the slice ends, or undefined where it goes on */
async function handleFailures(
  slice: Slice,
  failures: readonly Failure[],
  duty: Duty,
): Promise<Outcome | undefined> {
  for (const { step, error } of failures) {
    if (isAppError(error, 'JOB_LEASE_LOST')) throw error;
    if (isAppError(error, 'QBO_RATE_LIMITED')) return waitForQuickBooks(slice, error, duty);
    // The database had other work to do first; the company has not failed.
    if (isAppError(error, 'DATABASE_CONFLICT')) return { kind: 'snooze', ms: 1000 };
    if (!('state' in step) || failureScope(error) === 'company') {
      await failCompany(slice, error, duty.consecutiveFailures + 1);
      return { kind: 'done' };
    }
    await setAside(slice, step.state, error);
  }
  return undefined;
}

async function noteProgress(slice: Slice, step: Step, duty: Duty): Promise<void> {
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
