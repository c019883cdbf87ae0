import type { PassedCall } from './quickbooks-proxy.ts';

/** What a server that counts strictly has seen of one company. */
export type Counted = {
  readonly calls: number;
  /** Most arrivals in any 1,000 ms, and in any 60 s. */
  readonly mostInASecond: number;
  readonly mostInAMinute: number;
};

/** Counts the calls of a company as the strictest server would: in every window there is, not in those of a clock. */
export function countStrictly(calls: readonly PassedCall[], realmId: string): Counted {
  const arrivals = calls
    .filter((call) => call.realmId === realmId)
    .map(({ atMs }) => atMs)
    .toSorted((a, b) => a - b);
  return {
    calls: arrivals.length,
    mostInASecond: mostWithin(arrivals, 1000),
    mostInAMinute: mostWithin(arrivals, 60_000),
  };
}

/** The most of some instants, in their order, that lie in one window of that length. */
export function mostWithin(instants: readonly number[], windowMs: number): number {
  let most = 0;
  let first = 0;
  for (const [last, instant] of instants.entries()) {
    while (instant - (instants[first] ?? 0) >= windowMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
