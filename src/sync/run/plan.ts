import { times } from '../../tuning/times.ts';
import { cannotBeListed, type EntityState, type EntityStatus, entityStatusOf } from '../company/index.ts';

/** The next thing to do for a company: one call, or a few. */
export type Step =
  /** Count entities, by one call, and fix their first positions. */
  | { readonly kind: 'begin'; readonly states: readonly EntityState[] }
  /** The next page of a first copy. */
  | { readonly kind: 'page'; readonly state: EntityState }
  /** The next page of a listing of changes, or the next range of a search for deletions. */
  | { readonly kind: 'catch-up'; readonly state: EntityState }
  /** Everything that changed in these entities, by one call of change data capture. */
  | { readonly kind: 'capture'; readonly states: readonly EntityState[] }
  /** Changes of entities that change data capture does not cover, by query. */
  | { readonly kind: 'poll'; readonly states: readonly EntityState[] }
  /** Their numbers against QuickBooks' own. */
  | { readonly kind: 'prove'; readonly states: readonly EntityState[] }
  /** Records that were announced and that no look has shown, by their ids. */
  | { readonly kind: 'ask' }
  /** New names of list records into the rows that refer to them; no call. */
  | { readonly kind: 'rename' }
  /** What referred to names that went, perhaps by being merged into others. */
  | { readonly kind: 'merge' }
  /** Rejected records whose time has come, by their ids. */
  | { readonly kind: 'retry' };

/** What the choice depends on beside the entities; all instants but the cursor by the database's clock. */
export type PlanFacts = {
  readonly now: Date;
  readonly runStartedAt: Date;
  /** When a person last asked. */
  readonly requestedAt: Date | undefined;
  readonly intervalMs: number;
  /** When QuickBooks last announced a change that no look has followed. */
  readonly announcedAt: Date | undefined;
  /** When the copy is to be compared with QuickBooks; undefined is as soon as it is whole. */
  readonly proveAt: Date | undefined;
  /** When an announced record is to be asked for by its id. */
  readonly askAt: Date | undefined;
  /** Rows still show an old name of a renamed record, or of one that lies below it. */
  readonly renamed: boolean;
  /** Names went that may have been merged into others. */
  readonly suspected: boolean;
  /** When a rejected record is to be tried again. */
  readonly retryAt: Date | undefined;
  /** The company's one cursor, QuickBooks' clock; undefined before the first entity has joined. */
  readonly companyCursorAt: Date | undefined;
};

/**
 * Chooses the next step of a run, or undefined when the run has nothing left to do. Pure.
 *
 * Every step either moves a listing forward, makes entities younger than the run, or sets them aside until later, so
 * a run ends. A first copy that takes hours does not keep the other entities from staying current meanwhile, nor does
 * what is read again for merges.
 */
export function nextStep(states: readonly EntityState[], facts: PlanFacts): Step | undefined {
  const inStatus = (status: EntityStatus): EntityState[] =>
    states.filter((state) => effectiveStatus(state) === status);
  const current = inStatus('current');
  const catchingUp = inStatus('catching_up');
  const pending = inStatus('pending');
  const backfilling = inStatus('backfilling');
  const copying = pending.length + backfilling.length > 0;
  const listing = copying || catchingUp.length > 0;

  const asked = later(facts.requestedAt ?? facts.runStartedAt, facts.runStartedAt);
  const stale = new Date(facts.now.getTime() - Math.max(facts.intervalMs, times.shortestLookMs));
  // All that referred to a merged name takes as long to read as a listing.
  const lookAgain = listing
    ? later(facts.requestedAt ?? stale, stale)
    : facts.suspected
      ? later(asked, stale)
      : asked;
  const capture = captureStep(
    current.filter((state) => state.byCapture),
    facts,
    lookAgain,
    copying,
  );

  if (listing && capture !== undefined) return capture;
  if (facts.askAt !== undefined && facts.askAt <= facts.now) return { kind: 'ask' };
  if (facts.renamed) return { kind: 'rename' };
  if (catchingUp[0] !== undefined) return { kind: 'catch-up', state: catchingUp[0] };
  if (pending.length > 0) return { kind: 'begin', states: pending };
  if (backfilling[0] !== undefined) return { kind: 'page', state: backfilling[0] };
  const rest =
    capture ??
    pollStep(
      current.filter((state) => !state.byCapture),
      facts,
      lookAgain,
    );
  if (rest !== undefined) return rest;
  if (facts.suspected) return { kind: 'merge' };
  if (facts.retryAt !== undefined && facts.retryAt <= facts.now) return { kind: 'retry' };
  // After everything else, so that what is compared is as young as it can be.
  const givenUp = states.filter(cannotBeListed);
  const isWhole =
    current.length > 0 &&
    !states.some(
      (state) => state.cursorAt === undefined && state.status !== 'unavailable' && !givenUp.includes(state),
    );
  const isDue = facts.proveAt === undefined || facts.proveAt <= facts.now;
  // Those that cannot be listed too: what they lack is searched for another way.
  return isDue && isWhole ? { kind: 'prove', states: [...current, ...givenUp] } : undefined;
}

/**
 * The steps to start now: the chosen one, and the same for other entities. Pages of first copies and of listings wait
 * mostly for QuickBooks and the disk, so a few at once take little longer than one. What concerns the whole company
 * waits until nothing else is under way.
 * @param atOnce    steps under way at most
 * @param underWay  entities whose steps are under way, as `states` was read
 */
export function stepsBeside(
  step: Step | undefined,
  states: readonly EntityState[],
  atOnce: number,
  underWay: ReadonlySet<string>,
): readonly Step[] {
  if (step === undefined) return [];
  const { kind } = step;
  if (kind !== 'page' && kind !== 'catch-up') return underWay.size === 0 ? [step] : [];
  const status = effectiveStatus(step.state);
  return states
    .filter((state) => effectiveStatus(state) === status && !underWay.has(state.entity))
    .slice(0, Math.max(0, atOnce - underWay.size))
    .map((state) => ({ kind, state }));
}

/**
 * Entities that lag far behind the company's cursor are asked for by themselves first, those that lag alike together,
 * so that none of them drags the company back. They join at the next look: one whose changes did not fit beside those
 * of the others is not put beside them again at once.
 */
function captureStep(
  captured: readonly EntityState[],
  facts: PlanFacts,
  lookAgain: Date,
  copying: boolean,
): Step | undefined {
  const lagging = captured.filter((state) => !state.joined && isBefore(state, lookAgain));
  const joinFrom = (facts.companyCursorAt?.getTime() ?? Infinity) - times.overlapMs;
  const far = lagging.filter((state) => cursorMs(state) < joinFrom);
  if (far.length > 0) {
    const oldest = Math.min(...far.map(cursorMs));
    return { kind: 'capture', states: far.filter((state) => cursorMs(state) <= oldest + times.overlapMs) };
  }
  const joined = captured.filter((state) => state.joined);
  const lookedAt = joined[0]?.lastSyncedAt;
  const isAnnounced =
    lookedAt !== undefined &&
    facts.announcedAt !== undefined &&
    facts.announcedAt > lookedAt &&
    facts.now.getTime() - lookedAt.getTime() >= times.announcedLookMs;
  // Entities copied one after the other come into the next look together, not each into one of its own.
  const sinceLookMs = facts.now.getTime() - (lookedAt?.getTime() ?? -Infinity);
  const canWait = (state: EntityState): boolean =>
    copying && state.lastSyncedAt === undefined && sinceLookMs < times.shortestLookMs;
  const isDue = !lagging.every(canWait) || isAnnounced || joined.some((state) => isBefore(state, lookAgain));
  return isDue
    ? { kind: 'capture', states: captured.filter((s) => s.joined || lagging.includes(s)) }
    : undefined;
}

function pollStep(slow: readonly EntityState[], facts: PlanFacts, lookAgain: Date): Step | undefined {
  const stale = new Date(facts.now.getTime() - times.slowPollMs);
  const slowly = later(facts.requestedAt ?? stale, stale);
  const due = slow.filter((state) => isBefore(state, state.captureResumes ? lookAgain : slowly));
  return due.length === 0 ? undefined : { kind: 'poll', states: due };
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

const cursorMs = (state: EntityState): number => state.cursorAt?.getTime() ?? -Infinity;

const isBefore = (state: EntityState, instant: Date): boolean =>
  state.lastSyncedAt === undefined || state.lastSyncedAt < instant;
