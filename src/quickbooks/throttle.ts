import type { Clock } from '../base/clock.ts';
import type { RealmId } from '../base/realm-id.ts';

export type ThrottleLimits = {
  readonly requestsPerSecond: number;
  readonly requestsPerMinute: number;
  readonly inFlight: number;
};

/** Intuit's limits for one company and app (its limits page, read October 2026). */
export const intuitLimits: ThrottleLimits = { requestsPerSecond: 10, requestsPerMinute: 500, inFlight: 10 };

/** Paces the calls of each company, in the order in which they came. Companies do not wait for each other. */
export interface Throttle {
  /** Resolves when a request may start; call the result when it has ended. Rejects when the signal aborts. */
  enter(realmId: RealmId, signal?: AbortSignal): Promise<() => void>;
  /** After a 429: nothing starts for `waitMs`, then at half the pace, which recovers minute by minute. */
  slowDown(realmId: RealmId, waitMs: number): void;
}

/** Requests bunch up on their way, so our second and minute are a little longer than Intuit's. */
const SECOND_MS = 1_050;
const MINUTE_MS = 60_500;
const RECOVERY_MS = 60_000;
const SLOWEST = 1 / 8;

type Company = {
  /** Start times of the last minute, oldest first. */
  starts: number[];
  inFlight: number;
  waiting: number;
  /** The one before us in the queue. */
  turn: Promise<void>;
  wakeOnLeave: (() => void) | undefined;
  notBefore: number;
  slowedAt: number;
  pace: number;
};

/** @param limits 'off' lifts the limits; the wait after a 429 stays. */
export function createThrottle(o: {
  readonly clock: Clock;
  readonly limits?: Partial<ThrottleLimits> | 'off' | undefined;
}): Throttle {
  const { clock } = o;
  const limits = o.limits === 'off' ? undefined : { ...intuitLimits, ...o.limits };
  const companies = new Map<RealmId, Company>();
  let sweptAt = clock.now().getTime();

  const companyOf = (realmId: RealmId): Company => {
    const now = clock.now().getTime();
    if (now - sweptAt > MINUTE_MS) {
      sweptAt = now;
      for (const [key, company] of companies) if (isIdle(company, now)) companies.delete(key);
    }
    let company = companies.get(realmId);
    if (company === undefined) {
      company = {
        starts: [],
        inFlight: 0,
        waiting: 0,
        turn: Promise.resolve(),
        wakeOnLeave: undefined,
        notBefore: 0,
        slowedAt: 0,
        pace: 1,
      };
      companies.set(realmId, company);
    }
    return company;
  };

  const delayMs = (company: Company): number => {
    const now = clock.now().getTime();
    if (company.notBefore > now) return company.notBefore - now;
    if (limits === undefined) return 0;
    while (company.pace < 1 && now - company.slowedAt >= RECOVERY_MS) {
      company.slowedAt += RECOVERY_MS;
      company.pace = Math.min(1, company.pace * 1.5);
    }
    company.starts = company.starts.filter((start) => now - start < MINUTE_MS);
    return Math.max(
      waitFor(company.starts, limits.requestsPerSecond * company.pace, SECOND_MS, now),
      waitFor(company.starts, limits.requestsPerMinute * company.pace, MINUTE_MS, now),
    );
  };

  const admit = async (company: Company, signal: AbortSignal | undefined): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const wait = delayMs(company);
      if (wait > 0) await clock.sleep(wait, signal);
      else if (limits !== undefined && company.inFlight >= limits.inFlight) await nextLeave(company, signal);
      else return;
    }
  };

  return {
    async enter(realmId, signal) {
      const company = companyOf(realmId);
      const before = company.turn;
      const { promise, resolve: passOn } = Promise.withResolvers<void>();
      company.turn = promise;
      company.waiting += 1;
      try {
        await unlessAborted(before, signal);
        await admit(company, signal);
        if (limits !== undefined) company.starts.push(clock.now().getTime());
        company.inFlight += 1;
      } finally {
        company.waiting -= 1;
        // Whoever gives up in the queue must not let the next one overtake those before.
        void before.then(passOn);
      }
      let left = false;
      return () => {
        if (left) return;
        left = true;
        company.inFlight -= 1;
        company.wakeOnLeave?.();
      };
    },
    slowDown(realmId, waitMs) {
      const company = companyOf(realmId);
      const now = clock.now().getTime();
      // Requests that were under way together are refused together; that is one refusal, not ten.
      if (company.notBefore <= now) company.pace = Math.max(SLOWEST, company.pace / 2);
      company.notBefore = Math.max(company.notBefore, now + waitMs);
      company.slowedAt = company.notBefore;
    },
  };
}

function isIdle(company: Company, now: number): boolean {
  const last = company.starts.at(-1) ?? 0;
  return (
    company.inFlight === 0 &&
    company.waiting === 0 &&
    now - last > MINUTE_MS &&
    now - company.slowedAt > 10 * RECOVERY_MS
  );
}

/** How long until fewer than `most` starts lie within the window. */
function waitFor(starts: readonly number[], most: number, windowMs: number, now: number): number {
  const oldest = starts[starts.length - Math.max(1, Math.floor(most))];
  return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - now);
}

function nextLeave(company: Company, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  company.wakeOnLeave = resolve;
  return unlessAborted(promise, signal);
}

/** The promise, or the signal's reason if that comes first. */
function unlessAborted(promise: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });
}
