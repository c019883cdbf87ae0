import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import { isAppError, toAppError, type AppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import { acquireLease, releaseLease, renewLease, type Lease } from '../jobs/lease.ts';
import type { Outcome } from '../jobs/jobs.ts';
import type { Database } from '../postgres/database.ts';
import type { QuickBooksClient } from '../quickbooks/index.ts';
import { backfillPage, beginBackfill, readSingleton } from './backfill.ts';
import type { CallCounter } from './call-counter.ts';
import { captureAlone, captureChanges } from './capture.ts';
import { listChanges, pollChanges } from './catch-up.ts';
import { definitionOf, loadEntityStates, saveTrouble, type EntityState } from './entity-states.ts';
import { failureScope, logFailure, retryDelayMs, unavailableProbeMs } from './failure.ts';
import { applyOrganizationEvent } from './organization-status.ts';
import { nextStep, overlapMs, type Step } from './plan.ts';
import { failCompany, finishRun, loadDuty, startRun } from './run-control.ts';
import { addSliceCost, stopOpenRun } from './runs.ts';
import { fenced, type Slice } from './slice.ts';
import { restingStatuses } from './state.ts';
import { sweepRange } from './sweep.ts';

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
  const run = await startRun({ db, lease });
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
  };
  const startedMs = clock.now().getTime();
  const callsBefore = calls.total(realmId);
  try {
    return await workUntil(slice, () => clock.now().getTime() - startedMs >= options.sliceMs);
  } finally {
    const durationMs = clock.now().getTime() - startedMs;
    await addSliceCost(db, run.id, { calls: calls.total(realmId) - callsBefore, durationMs });
    await calls.flush(db);
  }
}

async function workUntil(slice: Slice, isTimeUp: () => boolean): Promise<Outcome> {
  const { realmId, signal } = slice;
  for (;;) {
    // Stopping leaves the run open and the company due: the next worker goes on.
    if (signal.aborted) return { kind: 'done' };
    const duty = await loadDuty(slice.db, realmId);
    if (restingStatuses.includes(duty.status)) {
      await fenced(slice, (tx) => stopOpenRun(tx, realmId));
      return { kind: 'done' };
    }
    const step = nextStep(await loadEntityStates(slice.db, realmId), {
      ...duty,
      runStartedAt: slice.run.startedAt,
    });
    if (step === undefined) {
      if (await finishRun(slice)) return { kind: 'done' };
      continue;
    }
    if (isTimeUp()) return { kind: 'again' };
    try {
      await takeStep({ ...slice, now: duty.now }, step);
    } catch (error) {
      // What an abort breaks off is no failure; the head of the loop leaves.
      if (signal.aborted) continue;
      if (isAppError(error, 'JOB_LEASE_LOST')) throw error;
      const state = 'state' in step ? step.state : undefined;
      const goesOn = await handleFailure(slice, state, toAppError(error), duty.consecutiveFailures);
      if (!goesOn) return { kind: 'done' };
      continue;
    }
    const moved = step.kind === 'begin' || step.kind === 'page';
    if (moved && (duty.status === 'failed' || duty.status === 'blocked_budget')) {
      await fenced(slice, (tx) => applyOrganizationEvent(tx, realmId, 'progressed'));
    }
  }
}

async function takeStep(slice: Slice, step: Step): Promise<void> {
  switch (step.kind) {
    case 'begin':
      return beginBackfill(slice, definitionOf(step.state));
    case 'page': {
      const { position } = step.state;
      if (position?.kind !== 'backfill') throw new TypeError('A page is asked for only during the backfill.');
      return backfillPage(slice, definitionOf(step.state), position.listing);
    }
    case 'catch-up':
      return catchUp(slice, step.state);
    case 'capture':
      return captureChanges(slice, step.states);
    case 'poll':
      return pollSlow(slice, step.states);
  }
}

async function catchUp(slice: Slice, state: EntityState): Promise<void> {
  const entity = definitionOf(state);
  const { position } = state;
  switch (position?.kind) {
    case 'alone':
      return captureAlone(slice, state, position.from);
    case 'changes':
      return listChanges(slice, entity, state, position);
    case 'sweep':
      return sweepRange(slice, entity, state, position);
    case 'backfill':
    case undefined:
      throw new TypeError('Only an entity with a listing of changes catches up.');
  }
}

/** The one place where entities that change data capture does not cover are looked at; each fails by itself. */
async function pollSlow(slice: Slice, states: readonly EntityState[]): Promise<void> {
  for (const state of states) {
    const entity = definitionOf(state);
    const from = new Date((state.cursorAt?.getTime() ?? 0) - overlapMs);
    try {
      if (entity.kind === 'singleton') await readSingleton(slice, entity);
      else await pollChanges(slice, entity, state, from);
    } catch (error) {
      const known = toAppError(error);
      if (slice.signal.aborted || failureScope(known) === 'company') throw error;
      await setAside(slice, state, known);
    }
  }
}

/** Writes the failure down where it belongs. @returns whether the slice goes on with other entities */
async function handleFailure(
  slice: Slice,
  state: EntityState | undefined,
  error: AppError,
  companyFailures: number,
): Promise<boolean> {
  if (state === undefined || failureScope(error) === 'company') {
    await failCompany(slice, error, companyFailures + 1);
    return false;
  }
  await setAside(slice, state, error);
  return true;
}

async function setAside(slice: Slice, state: EntityState, error: AppError): Promise<void> {
  const failures = state.failures + 1;
  logFailure(slice.logger, error, failures, { entity: state.entity });
  const isUnavailable = failureScope(error) === 'entity-unavailable';
  await fenced(slice, (tx) =>
    saveTrouble(tx, slice.realmId, definitionOf(state), {
      status: isUnavailable ? 'unavailable' : 'failed',
      error,
      retryInMs: isUnavailable ? unavailableProbeMs : retryDelayMs(error, failures),
    }),
  );
}
