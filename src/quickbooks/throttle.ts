/**
 * Paces the calls of each company: how many may start in a second and in a minute, how many may be under way, and whose
 * turn it is. Companies do not wait for each other.
 */
import type { Clock } from '../base/clock.ts';
import type { RealmId } from '../base/realm-id.ts';

/** What one company is sent at most. A process counts for itself. */
export type ThrottleLimits = {
  readonly requestsPerSecond: number;
  readonly requestsPerMinute: number;
  readonly batchesPerMinute: number;
  readonly inFlight: number;
};

/**
 * Intuit's limits for one company and one app (facts#request-rate, facts#request-concurrency, facts#batch-rate).
 * @see https://developer.intuit.com/app/developer/qbo/docs/learn/rest-api-features (read October 2026)
 */
export const intuitLimits: ThrottleLimits = {
  requestsPerSecond: 10,
  requestsPerMinute: 500,
  batchesPerMinute: 40,
  inFlight: 10,
};

/** How a call waits among the other calls of its company. */
export type Queueing = {
  /** Who asks. Callers take turns, one request each, however many one of them has waiting; one's own stay in order. */
  readonly caller?: string | undefined;
  /** A person waits for it: goes ahead of what is not urgent, but takes at most every second turn from it. */
  readonly urgent?: boolean | undefined;
};

export type Entry = Queueing & {
  readonly batch?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
};

export interface Throttle {
  /** Resolves when a request may start; call the result when it has ended. Rejects when the signal aborts. */
  enter(realmId: RealmId, entry?: Entry): Promise<() => void>;
  /** After a 429: nothing starts for `waitMs`, then at half the pace, which recovers minute by minute. */
  slowDown(realmId: RealmId, waitMs: number): void;
}

/** Requests bunch up on their way, so our second and minute are a little longer than Intuit's. */
const SECOND_MS = 1_050;
const MINUTE_MS = 60_500;
const RECOVERY_MS = 60_000;
const RECOVERY_FACTOR = 1.5;
const SLOWEST = 1 / 8;

type Ticket = { readonly batch: boolean; readonly admit: () => void };
type Lane = { readonly urgent: boolean; readonly tickets: Ticket[] };

type Company = {
  /** By caller; the first is the next to take its turn. */
  readonly lanes: Map<string, Lane>;
  /** Start times of the last minute, oldest first. */
  starts: number[];
  batchStarts: number[];
  inFlight: number;
  lastWasUrgent: boolean;
  /** Ends the sleep until the next request may start. */
  alarm: AbortController | undefined;
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
  const nowMs = neverBack(clock);
  let sweptAt = nowMs();

  const companyOf = (realmId: RealmId): Company => {
    const now = nowMs();
    if (now - sweptAt > MINUTE_MS) {
      sweptAt = now;
      for (const [key, company] of companies) if (isIdle(company, now)) companies.delete(key);
    }
    const company = companies.get(realmId) ?? newCompany();
    companies.set(realmId, company);
    return company;
  };

  /** How long until any request may start. */
  const delayMs = (company: Company, now: number): number => {
    if (company.notBefore > now) return company.notBefore - now;
    if (limits === undefined) return 0;
    while (company.pace < 1 && now - company.slowedAt >= RECOVERY_MS) {
      company.slowedAt += RECOVERY_MS;
      company.pace = Math.min(1, company.pace * RECOVERY_FACTOR);
    }
    if (company.inFlight >= Math.max(1, Math.floor(limits.inFlight * company.pace))) return Infinity;
    company.starts = company.starts.filter((start) => now - start < MINUTE_MS);
    return Math.max(
      waitFor(company.starts, limits.requestsPerSecond * company.pace, SECOND_MS, now),
      waitFor(company.starts, limits.requestsPerMinute * company.pace, MINUTE_MS, now),
    );
  };

  /** How long until a batch may start, as far as the limit of batches goes. */
  const batchDelayMs = (company: Company, now: number): number => {
    if (limits === undefined) return 0;
    company.batchStarts = company.batchStarts.filter((start) => now - start < MINUTE_MS);
    return waitFor(company.batchStarts, limits.batchesPerMinute * company.pace, MINUTE_MS, now);
  };

  /** Starts whoever may start, and sleeps until the next one may. */
  const pump = (company: Company): void => {
    company.alarm?.abort();
    company.alarm = undefined;
    while (company.lanes.size > 0) {
      const now = nowMs();
      const delay = delayMs(company, now);
      if (delay > 0) return sleep(company, delay);
      const batchDelay = batchDelayMs(company, now);
      const ticket = takeNext(company, batchDelay <= 0);
      if (ticket === undefined) return sleep(company, batchDelay);
      if (limits !== undefined) {
        company.starts.push(now);
        if (ticket.batch) company.batchStarts.push(now);
      }
      company.inFlight += 1;
      ticket.admit();
    }
  };

  const sleep = (company: Company, durationMs: number): void => {
    // With as many under way as may be, the next one to leave wakes the queue.
    if (durationMs === Infinity) return;
    const alarm = new AbortController();
    company.alarm = alarm;
    clock.sleep(durationMs, alarm.signal).then(
      () => pump(company),
      () => undefined,
    );
  };

  const leaveOnce = (company: Company): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      company.inFlight -= 1;
      pump(company);
    };
  };

  return {
    enter(realmId, entry = {}) {
      const company = companyOf(realmId);
      const { signal, urgent = false, batch = false, caller = '' } = entry;
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as Error);
        const key = `${urgent ? 'urgent' : 'usual'} ${caller}`;
        const lane = company.lanes.get(key) ?? { urgent, tickets: [] };
        company.lanes.set(key, lane);
        const onAbort = (): void => {
          lane.tickets.splice(lane.tickets.indexOf(ticket), 1);
          if (lane.tickets.length === 0) company.lanes.delete(key);
          pump(company);
          reject(signal?.reason as Error);
        };
        const ticket: Ticket = {
          batch,
          admit() {
            signal?.removeEventListener('abort', onAbort);
            resolve(leaveOnce(company));
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        lane.tickets.push(ticket);
        pump(company);
      });
    },
    slowDown(realmId, waitMs) {
      const company = companyOf(realmId);
      const now = nowMs();
      // Requests that were under way together are refused together; that is one refusal, not ten.
      if (company.notBefore <= now) company.pace = Math.max(SLOWEST, company.pace / 2);
      company.notBefore = Math.max(company.notBefore, now + waitMs);
      company.slowedAt = company.notBefore;
      pump(company);
    },
  };
}

/** The clock's milliseconds, which go on where it is set back: nothing waits until a time comes again. */
function neverBack(clock: Clock): () => number {
  let lastMs = clock.now().getTime();
  let behindMs = 0;
  return () => {
    const readMs = clock.now().getTime();
    behindMs += Math.max(0, lastMs - readMs);
    lastMs = readMs;
    return readMs + behindMs;
  };
}

const newCompany = (): Company => ({
  lanes: new Map(),
  starts: [],
  batchStarts: [],
  inFlight: 0,
  lastWasUrgent: false,
  alarm: undefined,
  notBefore: 0,
  slowedAt: 0,
  pace: 1,
});

/** The ticket whose turn it is; its lane goes to the end of the row. A batch that must wait holds up its own lane only. */
function takeNext(company: Company, batchesMayStart: boolean): Ticket | undefined {
  const ready = [...company.lanes].filter(([, { tickets }]) => batchesMayStart || tickets[0]?.batch !== true);
  const [key, lane] = ready.find(([, { urgent }]) => urgent !== company.lastWasUrgent) ?? ready[0] ?? [];
  if (key === undefined || lane === undefined) return undefined;
  company.lastWasUrgent = lane.urgent;
  company.lanes.delete(key);
  const ticket = lane.tickets.shift();
  if (lane.tickets.length > 0) company.lanes.set(key, lane);
  return ticket;
}

function isIdle(company: Company, now: number): boolean {
  const last = company.starts.at(-1) ?? 0;
  return (
    company.inFlight === 0 &&
    company.lanes.size === 0 &&
    now - last > MINUTE_MS &&
    now - company.slowedAt > 10 * RECOVERY_MS
  );
}

/** How long until fewer than `most` starts lie within the window. */
function waitFor(starts: readonly number[], most: number, windowMs: number, now: number): number {
  const oldest = starts[starts.length - Math.max(1, Math.floor(most))];
  return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - now);
}
