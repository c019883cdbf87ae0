import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from '../../base/clock.ts';
import { isAppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Outcome } from '../../jobs/jobs.ts';
import { releaseLease } from '../../jobs/lease.ts';
import type { Database } from '../../postgres/database.ts';
import type { QuickBooksClient } from '../../quickbooks/index.ts';
import { sizes } from '../../tuning/sizes.ts';
import { times } from '../../tuning/times.ts';
import type { CallCounter, SharedTurns } from '../budget/index.ts';
import { addSliceCost, type Slice, type SliceCost } from '../company/index.ts';
import { underLease } from './keep-lease.ts';
import { createLanes } from './lanes.ts';
import { giveTurns, type Neighbour } from './neighbours.ts';
import type { PageLimit } from './page-limit.ts';
import type { Step } from './plan.ts';
import { finishRun, openSlice, type OpenSlice } from './run-control.ts';
import { takeSteps } from './take-steps.ts';

/** What a worker works with. */
export type WorkerOptions = {
  readonly db: Database;
  readonly client: QuickBooksClient;
  readonly calls: CallCounter;
  /** Where the client takes its turns. @default the client is alone */
  readonly turns?: Pick<SharedTurns, 'begin'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long a lease lasts without being renewed; a killed worker's company moves on after this. */
  readonly leaseMs: number;
  /** After this long a slice ends and lets the neighbours have their turn. */
  readonly sliceMs: number;
  /** Records asked for at once; QuickBooks gives at most 1,000. */
  readonly pageSize: number;
  /** So many objects in an answer of change data capture mean that it was cut. @default sizes.captureCut */
  readonly captureLimit?: number;
  /** Entities of one company whose pages are fetched at the same time. @default sizes.entitiesAtOnce */
  readonly entitiesAtOnce?: number;
  /** Shared by the slices of a process. @default none */
  readonly pages?: PageLimit;
  /** What takes turns beside the sync, in this order. @default none */
  readonly neighbours?: readonly Neighbour[];
  /** Polling interval of a company whose changes QuickBooks announces. @default times.safetyIntervalMs */
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
  const elapsedMs = stopwatch();
  try {
    const opened = await openSoon(options, owner, realmId, signal);
    if (opened !== undefined) {
      const { lease } = opened;
      const outcome = await underLease(options, lease, signal, (kept) => workLeased(options, opened, kept));
      if (outcome.kind !== 'done') return outcome;
    }
    const { neighbours = [] } = options;
    if (neighbours.length === 0 || signal.aborted) return { kind: 'done' };
    const turns = { ...options, neighbours, isTimeUp: () => elapsedMs() >= options.sliceMs };
    return await giveTurns(turns, `${owner}/turns`, realmId, signal);
  } catch (error) {
    // Removed between the wake-up and now: there is nothing to do for it any more.
    if (isAppError(error, 'SYNC_ORGANIZATION_UNKNOWN')) return { kind: 'done' };
    throw error;
  }
}

/** Opens the slice; what is due within a second is waited for, since a wake-up for later would come later still. */
async function openSoon(
  { db, clock, leaseMs, turns }: WorkerOptions,
  owner: string,
  realmId: RealmId,
  signal: AbortSignal,
): Promise<OpenSlice | undefined> {
  for (let tries = 1; ; tries += 1) {
    const opened = await openSlice(db, realmId, owner, leaseMs, turns);
    if (opened === undefined || 'run' in opened) return opened;
    if (opened.dueInMs > times.announcedLookMs || tries > 2) return undefined;
    await clock.sleep(opened.dueInMs, signal).catch(() => undefined);
    if (signal.aborted) return undefined;
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
    captureLimit: options.captureLimit ?? sizes.captureCut,
    now: run.startedAt,
  };
  const elapsedMs = stopwatch();
  const callsBefore = calls.total(realmId);
  const phases: Record<string, { steps: number; ms: number }> = {};
  const took = (kind: Step['kind']): (() => void) => {
    const stepMs = stopwatch();
    const ends = options.pages?.begin(kind);
    return () => {
      ends?.();
      const phase = (phases[kind] ??= { steps: 0, ms: 0 });
      phase.steps += 1;
      phase.ms += stepMs();
    };
  };
  const cost = (): SliceCost => ({
    calls: calls.total(realmId) - callsBefore,
    durationMs: elapsedMs(),
    phases,
  });
  let finished = false;
  const lanes = createLanes(slice, took);
  try {
    return await takeSteps(slice, lanes, {
      freeLanes: () =>
        Math.min(
          (options.entitiesAtOnce ?? sizes.entitiesAtOnce) - lanes.size,
          options.pages?.free() ?? Infinity,
        ),
      finish: async () =>
        (finished = await finishRun(slice, options.safetyIntervalMs ?? times.safetyIntervalMs, cost)),
      waitMs: (ms) => clock.sleep(ms, signal).catch(() => undefined),
      isTimeUp: () => elapsedMs() >= options.sliceMs,
    });
  } finally {
    await lanes.close();
    if (!finished) {
      try {
        await addSliceCost(db, run.id, cost());
      } finally {
        await releaseLease(db, lease);
      }
    }
  }
}

/** Whole milliseconds since it was made, whatever becomes of the clock meanwhile. */
function stopwatch(): () => number {
  const startedMs = performance.now();
  return () => Math.round(performance.now() - startedMs);
}
