/**
 * Turns: instants at which a call of a company may start, each taken once. Whoever takes them from one book, in however
 * many processes, keeps to one pace together.
 */
import type { Clock } from '../base/clock.ts';
import type { RealmId } from '../base/realm-id.ts';

/** What is paced by itself: every call takes a turn of `call`, a batch one of `batch` before. */
export type TurnLine = 'call' | 'batch';

/** How turns follow each other. */
export type TurnRule = {
  readonly spacingMs: number;
  /** Turns that may be made up for after a pause. 0: never two closer together than the spacing. */
  readonly burst: number;
};

/** Turns somebody has: the first in so long, the others each a spacing later. */
export type TakenTurns = { readonly inMs: number; readonly count: number };

/** Where turns are taken. One in memory paces a process; several processes share one, in a database say. */
export interface TurnBook {
  /** Takes the next turns after everybody else's: as many as are wanted, or fewer, at least one. */
  take(realmId: RealmId, line: TurnLine, wanted: number, rule: TurnRule): Promise<TakenTurns>;
  /** After a 429: who takes a turn from now on gets none that comes sooner. */
  hold(realmId: RealmId, waitMs: number): Promise<void>;
}

/** A turn that came so long ago is like none. */
const FORGET_MS = 60_000;

/** A book of one process. @param nowMs milliseconds that never go back */
export function createMemoryTurns(nowMs: () => number): TurnBook {
  /** The next turn that nobody has, by line and company. */
  const free = new Map<string, number>();
  let forgotAt = nowMs();
  const forget = (now: number): void => {
    if (now - forgotAt < FORGET_MS) return;
    forgotAt = now;
    for (const [key, at] of free) if (now - at > FORGET_MS) free.delete(key);
  };
  return {
    take(realmId, line, wanted, { spacingMs, burst }) {
      const now = nowMs();
      forget(now);
      const key = `${line} ${realmId}`;
      const first = Math.max(free.get(key) ?? 0, now - burst * spacingMs);
      free.set(key, first + wanted * spacingMs);
      return Promise.resolve({ inMs: Math.max(0, first - now), count: wanted });
    },
    hold(realmId, waitMs) {
      const key = `call ${realmId}`;
      free.set(key, Math.max(free.get(key) ?? 0, nowMs() + waitMs));
      return Promise.resolve();
    },
  };
}

/** The clock's milliseconds, which go on where it is set back: nothing waits until a time comes again. */
export function neverBack(clock: Clock): () => number {
  let lastMs = clock.now().getTime();
  let behindMs = 0;
  return () => {
    const readMs = clock.now().getTime();
    behindMs += Math.max(0, lastMs - readMs);
    lastMs = readMs;
    return readMs + behindMs;
  };
}
