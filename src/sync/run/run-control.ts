import type { AppError } from '../../base/errors.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { acquireLease, type Lease, releaseLease } from '../../jobs/lease.ts';
import { type Database, prepared, type Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import { type BudgetState, loadPace, nextMonth, type SharedTurns, stretched } from '../budget/index.ts';
import {
  addSliceCost,
  applyOrganizationEvent,
  cannotBeListed,
  closeRun,
  coalesceQuietRun,
  despiteConflicts,
  type EntityState,
  failureOf,
  failuresUntilFailed,
  fenced,
  loadAllEntityStates,
  loadEntityStates,
  lockOrganization,
  logFailure,
  type OpenRun,
  type OrganizationStatus,
  restingStatuses,
  retryDelayMs,
  type Slice,
  type SliceCost,
  stopOpenRun,
  takeUpRun,
} from '../company/index.ts';
import { nextStep } from './plan.ts';
import { type Situation, loadSituation } from './situation.ts';

/** A company that is ours to work on. */
export type OpenSlice = { readonly lease: Lease; readonly run: OpenRun };

/**
 * Takes the company's lease and takes up or begins its run. Undefined when somebody else is at it, when it rests, or
 * when its calls are used up; the time to wait when it is not due.
 *
 * The commit does not wait for the disk, as nothing is lost by losing it: a lease that is gone was not given, provided
 * that `owner` names this slice and no other, so that whatever it writes is refused by the fence; and a run that never
 * began is begun by the next worker.
 * @param turns where the first call of the slice has its turn taken
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function openSlice(
  db: Database,
  realmId: RealmId,
  owner: string,
  leaseMs: number,
  turns?: Pick<SharedTurns, 'begin'>,
): Promise<OpenSlice | { readonly dueInMs: number } | undefined> {
  let keepTurn: (() => void) | undefined;
  const beginCalls = async (tx: Transaction): Promise<BudgetState> => {
    if (turns === undefined) return (await loadPace(tx)).state;
    const { state, keep } = await turns.begin(tx, realmId);
    keepTurn = keep;
    return state;
  };
  const opened = await despiteConflicts(() =>
    db.transaction(
      async (tx) => {
        // Somebody else is at it; should they be dead, the dispatcher wakes the company when their lease has run out.
        const lease = await acquireLease(tx, realmId, owner, leaseMs);
        if (lease === undefined) return undefined;
        await lockOrganization(tx, realmId);
        const run = await startRun(tx, realmId, beginCalls);
        if (run !== undefined && 'id' in run) return { lease, run };
        await releaseLease(tx, lease);
        return run;
      },
      { idleTimeoutMs: times.idleTransactionMs, durable: false },
    ),
  );
  if (opened !== undefined && 'run' in opened) keepTurn?.();
  return opened;
}

async function startRun(
  tx: Transaction,
  realmId: RealmId,
  beginCalls: (tx: Transaction) => Promise<BudgetState>,
): Promise<OpenRun | { readonly dueInMs: number } | undefined> {
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
    prepared,
  );
  if (company === undefined) return undefined;
  if (company.dueInMs > 0) return { dueInMs: company.dueInMs };
  if (restingStatuses.includes(company.status)) {
    await stopOpenRun(tx, realmId);
    return undefined;
  }
  const state = await beginCalls(tx);
  if (state === 'spent' || (state === 'reserve' && !company.isAsked)) {
    await waitForNextMonth(tx, realmId, state, company.now);
    return undefined;
  }
  const states = await loadAllEntityStates(tx, realmId);
  const loading = states.some(({ status }) => status === 'pending' || status === 'backfilling');
  return takeUpRun(tx, realmId, loading ? 'backfill' : 'incremental');
}

/** Our own count says that the month's calls are used up: no call is made to find out. */
export async function waitForNextMonth(
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
    dueInMs: withJitter(freeAt.getTime() - now.getTime() + times.newMonthMs),
  });
  await stopOpenRun(tx, realmId);
}

/**
 * Ends the run and gives the lease back, unless there is something left to do after all, such as what a person asked
 * for in the very moment. The company is current only if every entity QuickBooks offers is.
 *
 * The commit does not wait for the disk: everything the run has stored was committed before, and should this be lost,
 * the run is open and the company due, so that the next worker looks once more and ends it. Commits that notify wait
 * for each other, and with each for its flush thousands of quiet companies would queue up here.
 * @param cost what the slice took so far
 * @returns whether it has ended
 */
export async function finishRun(
  slice: Slice,
  safetyIntervalMs: number,
  cost: () => SliceCost,
): Promise<boolean> {
  const { realmId, run, lease } = slice;
  const finish = async (tx: Transaction): Promise<boolean> => {
    const situation = await loadSituation(tx, realmId);
    const states = await loadEntityStates(tx, realmId);
    if (nextStep(states, { ...situation, runStartedAt: run.startedAt }) !== undefined) return false;
    await addSliceCost(tx, run.id, cost());
    await endRun(tx, slice, situation, states, safetyIntervalMs);
    await releaseLease(tx, lease);
    return true;
  };
  return fenced(slice, finish, 'NO KEY UPDATE', { durable: false });
}

async function endRun(
  tx: Transaction,
  { realmId, run, logger }: Slice,
  situation: Situation,
  states: readonly EntityState[],
  safetyIntervalMs: number,
): Promise<void> {
  const troubled = troubleOf(states);
  const askInMs = (situation.askAt?.getTime() ?? Infinity) - situation.now.getTime();
  const announcedInMs = situation.announcedAt === undefined ? Infinity : times.announcedLookMs;
  const sooner = Math.max(0, Math.min(askInMs, announcedInMs));
  if (troubled === undefined) {
    const { stretch } = await loadPace(tx);
    const relaxedMs = situation.isAnnounced
      ? Math.max(situation.intervalMs, safetyIntervalMs)
      : situation.intervalMs;
    const paceMs = stretched(relaxedMs, stretch);
    await applyOrganizationEvent(tx, realmId, 'succeeded', {
      reason: besides(states),
      currentThrough: oldestCursor(states),
      dueInMs: Math.min(withJitter(paceMs), sooner),
      paceMs,
    });
    await closeRun(tx, realmId, run.id, { status: 'succeeded' });
    return coalesceQuietRun(tx, realmId, run.id);
  }
  const event = troubled.failures >= failuresUntilFailed ? 'failed_often' : 'failed_once';
  await applyOrganizationEvent(tx, realmId, event, {
    reason: troubled.text,
    dueInMs: Math.min(situation.intervalMs, troubled.retryInMs(situation.now), sooner),
  });
  await closeRun(tx, realmId, run.id, { status: 'failed', code: troubled.code, text: troubled.text });
  logger.info({ code: troubled.code }, 'run ended incomplete');
}

/** Companies that were connected together do not stay in step; their mean is the interval, as the forecast expects. */
const withJitter = (ms: number): number => Math.round(ms * (0.95 + Math.random() / 10));

type Trouble = {
  readonly code: string;
  readonly text: string;
  readonly failures: number;
  readonly retryInMs: (now: Date) => number;
};

/** What cannot be listed, beside all that is current: the first of it, with its sentence. */
function besides(states: readonly EntityState[]): string | undefined {
  const [first, ...others] = states.filter(cannotBeListed);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${others.map(({ entity }) => entity).join(', ')})`;
  return `${first.entity}${more}: ${first.error ?? ''} Everything else is current; it is tried again every 15 minutes.`;
}

/** The first entity that keeps the company from being current. */
function troubleOf(states: readonly EntityState[]): Trouble | undefined {
  const none = oldestCursor(states) === undefined;
  const state = states.find(
    (one) =>
      (one.status === 'failed' && (none || !cannotBeListed(one))) || (none && one.status === 'unavailable'),
  );
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
    state.cursorAt === undefined || state.status === 'unavailable' ? [] : [state.cursorAt],
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
