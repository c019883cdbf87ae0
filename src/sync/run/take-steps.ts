import { type AppError, isAppError } from '../../base/errors.ts';
import type { Outcome } from '../../jobs/jobs.ts';
import { times } from '../../tuning/times.ts';
import {
  applyOrganizationEvent,
  failureScope,
  fenced,
  loadEntityStates,
  restingStatuses,
  setAside,
  type Slice,
  stopOpenRun,
} from '../company/index.ts';
import type { Ended, Lanes } from './lanes.ts';
import { nextStep, type Step, stepsBeside } from './plan.ts';
import { quickBooksAnswers, waitForQuickBooks } from './rate-limit.ts';
import { failCompany, waitForNextMonth } from './run-control.ts';
import { type Situation, loadSituation } from './situation.ts';

/** What a slice lets its steps do. */
export type SliceControls = {
  /** How many steps may be begun beside those under way. */
  readonly freeLanes: () => number;
  /** Ends the run and gives the lease back, unless something is left to do. */
  readonly finish: () => Promise<boolean>;
  readonly isTimeUp: () => boolean;
  readonly waitMs: (ms: number) => Promise<void>;
};

/** How long an announcement that came right after a look has to wait for the next one. */
function untilNextLook({ announcedAt, lookedAt, now }: Situation): number {
  if (announcedAt === undefined || lookedAt === undefined || announcedAt <= lookedAt) return 0;
  return lookedAt.getTime() + times.announcedLookMs - now.getTime();
}

/**
 * Takes step after step until nothing is left, the time is up, or something concerns the whole company.
 * @returns whether to come again
 * @throws AppError JOB_LEASE_LOST
 */
export async function takeSteps(
  slice: Slice,
  lanes: Lanes,
  { freeLanes, finish, isTimeUp, waitMs }: SliceControls,
): Promise<Outcome> {
  const { realmId, signal } = slice;
  let outcome: Outcome | undefined;
  for (;;) {
    // Stopping leaves the run open and the company due: the next worker goes on.
    if (signal.aborted) return { kind: 'done' };
    if (outcome === undefined) {
      const situation = await loadSituation(slice.db, realmId);
      if (restingStatuses.includes(situation.status)) {
        await lanes.close();
        await fenced(slice, (tx) => stopOpenRun(tx, realmId));
        return { kind: 'done' };
      }
      const states = await loadEntityStates(slice.db, realmId);
      const step = nextStep(states, { ...situation, runStartedAt: slice.run.startedAt });
      if (step === undefined && lanes.size === 0) {
        const restMs = untilNextLook(situation);
        if (restMs > 0) await waitMs(restMs);
        else if (await finish()) return { kind: 'done' };
        continue;
      }
      const atOnce = Math.max(1, lanes.size + freeLanes());
      if (isTimeUp()) outcome = { kind: 'again' };
      else for (const one of stepsBeside(step, states, atOnce, lanes.entities)) lanes.start(one, situation);
    }
    if (lanes.size === 0) return outcome ?? { kind: 'again' };
    const ended = await lanes.next();
    // What an abort broke off is no failure; the head of the loop leaves.
    if (ended.outcome === 'broken off') continue;
    // Another step may have failed meanwhile: its sentence stays.
    if (ended.outcome === 'done' && outcome === undefined) await noteProgress(slice, ended);
    else if (ended.outcome !== 'done')
      outcome = (await handleFailure(slice, ended.step, ended.outcome, ended.situation)) ?? outcome;
  }
}

/** Writes a failure down where it belongs. @returns how the slice ends, or undefined where it goes on */
async function handleFailure(
  slice: Slice,
  step: Step,
  error: AppError,
  situation: Situation,
): Promise<Outcome | undefined> {
  if (isAppError(error, 'JOB_LEASE_LOST')) throw error;
  if (isAppError(error, 'QBO_RATE_LIMITED')) return waitForQuickBooks(slice, error, situation);
  if (isAppError(error, 'SYNC_BUDGET_SPENT')) {
    await fenced(slice, (tx) => waitForNextMonth(tx, slice.realmId, 'spent', situation.now));
    return { kind: 'done' };
  }
  // The database had other work to do first; the company has not failed.
  if (isAppError(error, 'DATABASE_CONFLICT')) return { kind: 'snooze', ms: times.conflictMs };
  if (!('state' in step) || failureScope(error) === 'company') {
    await failCompany(slice, error, situation.consecutiveFailures + 1);
    return { kind: 'done' };
  }
  await setAside(slice, step.state, error);
  return undefined;
}

async function noteProgress(slice: Slice, { step, situation }: Ended): Promise<void> {
  if (situation.rateLimitedSince !== undefined) await quickBooksAnswers(slice);
  const moved = step.kind === 'begin' || step.kind === 'page';
  if (moved && speaksOfThePast(situation)) {
    await fenced(slice, (tx) => applyOrganizationEvent(tx, slice.realmId, 'progressed'));
  }
}

/** Whether a company's status or its sentence tells of a trouble that a step which succeeds has ended. */
function speaksOfThePast({ status, explained }: Situation): boolean {
  return status === 'failed' || status === 'blocked_budget' || (status === 'loading' && explained);
}
