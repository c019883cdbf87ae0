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
import { backfillPage, beginBackfill } from './backfill.ts';
import type { CallCounter } from './call-counter.ts';
import { definitionOf, loadEntityStates, saveTrouble } from './entity-states.ts';
import { failureScope, logFailure, retryDelayMs, unavailableProbeMs } from './failure.ts';
import { fetchChanges } from './incremental.ts';
import { applyOrganizationEvent } from './organization-status.ts';
import { nextStep, type Step } from './plan.ts';
import { failCompany, finishRun, loadDuty, startRun, type Duty } from './run-control.ts';
import { addSliceCost, stopOpenRun } from './runs.ts';
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
      await takeStep(slice, step);
    } catch (error) {
      // What an abort breaks off is no failure; the head of the loop leaves.
      if (signal.aborted) continue;
      if (isAppError(error, 'JOB_LEASE_LOST')) throw error;
      const goesOn = await handleFailure(slice, step, toAppError(error), duty.consecutiveFailures);
      if (!goesOn) return { kind: 'done' };
      continue;
    }
    if (step.kind !== 'changes' && speaksOfThePast(duty)) {
      await fenced(slice, (tx) => applyOrganizationEvent(tx, realmId, 'progressed'));
    }
  }
}

/** Whether a company's status or its sentence tells of a trouble that a step which succeeds has ended. */
function speaksOfThePast({ status, explained }: Duty): boolean {
  return status === 'failed' || status === 'blocked_budget' || (status === 'loading' && explained);
}

async function takeStep(slice: Slice, step: Step): Promise<void> {
  const entity = definitionOf(step.state);
  switch (step.kind) {
    case 'begin':
      return beginBackfill(slice, entity);
    case 'page': {
      const { position } = step.state;
      if (position?.kind !== 'backfill') throw new TypeError('A page is asked for only during the backfill.');
      return backfillPage(slice, entity, position.listing);
    }
    case 'changes':
      return fetchChanges(slice, entity, step.state);
  }
}

/** Writes the failure down where it belongs. @returns whether the slice goes on with other entities */
async function handleFailure(
  slice: Slice,
  step: Step,
  error: AppError,
  companyFailures: number,
): Promise<boolean> {
  const scope = failureScope(error);
  if (scope === 'company') {
    await failCompany(slice, error, companyFailures + 1);
    return false;
  }
  const failures = step.state.failures + 1;
  logFailure(slice.logger, error, failures, { entity: step.state.entity });
  const isUnavailable = scope === 'entity-unavailable';
  await fenced(slice, (tx) =>
    saveTrouble(tx, slice.realmId, definitionOf(step.state), {
      status: isUnavailable ? 'unavailable' : 'failed',
      error,
      retryInMs: isUnavailable ? unavailableProbeMs : retryDelayMs(error, failures),
    }),
  );
  return true;
}
