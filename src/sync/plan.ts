import type { EntityState } from './entity-states.ts';
import { entityStatusOf, type EntityStatus } from './state.ts';

/** The next thing to do for a company: one call, or a few. */
export type Step = {
  /** begin: count, first position · page: next page of the first copy · changes: what changed since the cursor */
  readonly kind: 'begin' | 'page' | 'changes';
  readonly state: EntityState;
};

/** What the choice depends on beside the entities; all instants by the database's clock. */
export type PlanFacts = {
  readonly now: Date;
  readonly runStartedAt: Date;
  /** When a person last asked. */
  readonly requestedAt: Date | undefined;
  readonly intervalMs: number;
};

/** While a first copy runs, entities that are current are looked at again no more often than this. */
const shortestLookMs = 60_000;

/**
 * Chooses the next step of a run, or undefined when the run has nothing left to do. Pure.
 *
 * Every step either moves a listing forward, makes an entity younger than the run, or sets it aside until later, so
 * a run ends. A first copy that takes hours does not keep the other entities from staying current meanwhile.
 */
export function nextStep(states: readonly EntityState[], facts: PlanFacts): Step | undefined {
  const inStatus = (status: EntityStatus): EntityState[] =>
    states.filter((state) => effectiveStatus(state) === status);
  const current = inStatus('current');
  const catchingUp = inStatus('catching_up');
  const pending = inStatus('pending');
  const backfilling = inStatus('backfilling');
  const listing = catchingUp.length + pending.length + backfilling.length > 0;

  const asked = facts.requestedAt ?? facts.runStartedAt;
  const stale = new Date(facts.now.getTime() - Math.max(facts.intervalMs, shortestLookMs));
  const due = oldestFirst(current).find((state) =>
    isBefore(state, listing ? later(facts.requestedAt ?? stale, stale) : later(asked, facts.runStartedAt)),
  );
  if (listing && due !== undefined) return { kind: 'changes', state: due };
  if (catchingUp[0] !== undefined) return { kind: 'changes', state: catchingUp[0] };
  if (pending[0] !== undefined) return { kind: 'begin', state: pending[0] };
  if (backfilling[0] !== undefined) return { kind: 'page', state: backfilling[0] };
  return due === undefined ? undefined : { kind: 'changes', state: due };
}

/** What an entity is worked as: one in trouble is left alone until its time, then goes on from where it stopped. */
function effectiveStatus(state: EntityState): EntityStatus {
  if (state.status !== 'failed' && state.status !== 'unavailable') return state.status;
  if (!state.retryDue) return state.status;
  return entityStatusOf({
    hasCursor: state.cursorAt !== undefined,
    hasPosition: state.position !== undefined,
  });
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

const isBefore = (state: EntityState, instant: Date): boolean =>
  state.lastSyncedAt === undefined || state.lastSyncedAt < instant;

const oldestFirst = (states: readonly EntityState[]): EntityState[] =>
  states.toSorted((a, b) => (a.lastSyncedAt?.getTime() ?? 0) - (b.lastSyncedAt?.getTime() ?? 0));
