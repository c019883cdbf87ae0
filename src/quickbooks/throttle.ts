/**
 * Paces the calls of each company: evenly, one turn a call, so many under way, and decides whose turn it is. Companies do
 * not wait for each other.
 */
import type { Clock } from '../base/clock.ts';
import type { RealmId } from '../base/realm-id.ts';
import { createMemoryTurns, neverBack } from './turns.ts';
import type { TurnBook, TurnRule } from './turns.ts';

/** What one company is sent at most. */
export type ThrottleLimits = {
  readonly requestsPerSecond: number;
  readonly requestsPerMinute: number;
  readonly batchesPerMinute: number;
  /** Of this process; the others hold for all that share a book of turns. */
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
  /** Waits for the limit of batches first, and joins its caller's row when that has passed. */
  readonly batch?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
};

export interface Throttle {
  /** Resolves when a request may start; call the result when it has ended. Rejects when the signal aborts. */
  enter(realmId: RealmId, entry?: Entry): Promise<() => void>;
  /** After a 429: nothing starts for `waitMs`, then at half the pace, which recovers minute by minute. */
  slowDown(realmId: RealmId, waitMs: number): Promise<void>;
}

/*
 * Calls are spread evenly: ten at once are ten within a second, but the eleventh, a second later, may overtake one of them
 * on its way. At 121 ms from each other, and never less than 115, eleven take 1,151 ms: they must come 150 ms nearer to
 * each other to be too many. A minute has room for 495 of them.
 */
const SECOND_MS = 1_200;
const MINUTE_MS = 60_600;
/** Batches may come together, as long as no minute has more: those that made up for a pause, and those that follow. */
const BATCH_BURST_SHARE = 1 / 4;
/** A turn not used by so long after it is no longer ours: somebody else's comes then. */
const LATE_MS = 100;
/** Two calls that start late and on time are not closer together than this part of the spacing. */
const CLOSEST = 0.95;
/** Turns taken ahead of the calls that wait for them: others' come after these. */
const MOST_AHEAD = 4;
const RECOVERY_MS = 60_000;
const RECOVERY_FACTOR = 1.5;
const SLOWEST = 1 / 8;

type Ticket = { readonly admit: () => void; readonly fail: (error: unknown) => void };
type Lane = { readonly urgent: boolean; readonly tickets: Ticket[] };

type Company = {
  /** By caller; the first is the next to take its turn. */
  readonly lanes: Map<string, Lane>;
  /** Turns we have, the earliest first. */
  turns: number[];
  asking: boolean;
  startedAt: number;
  inFlight: number;
  lastWasUrgent: boolean;
  /** Ends the sleep until the next request may start. */
  alarm: AbortController | undefined;
  notBefore: number;
  slowedAt: number;
  pace: number;
};

/**
 * @param o.limits 'off' lifts the limits; the wait after a 429 stays.
 * @param o.turns shared with other processes; unless given, this one is alone
 */
export function createThrottle(o: {
  readonly clock: Clock;
  readonly limits?: Partial<ThrottleLimits> | 'off' | undefined;
  readonly turns?: TurnBook | undefined;
}): Throttle {
  const { clock } = o;
  const limits = o.limits === 'off' ? undefined : { ...intuitLimits, ...o.limits };
  const companies = new Map<RealmId, Company>();
  const nowMs = neverBack(clock);
  const book = o.turns ?? createMemoryTurns(nowMs);
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

  const paceOf = (company: Company, now: number): number => {
    while (company.pace < 1 && now - company.slowedAt >= RECOVERY_MS) {
      company.slowedAt += RECOVERY_MS;
      company.pace = Math.min(1, company.pace * RECOVERY_FACTOR);
    }
    return company.pace;
  };

  /** Starts whoever may start, and sleeps until the next one may. */
  const pump = (realmId: RealmId, company: Company): void => {
    company.alarm?.abort();
    company.alarm = undefined;
    while (company.lanes.size > 0) {
      const now = nowMs();
      if (company.notBefore > now) return sleep(realmId, company, company.notBefore - now);
      if (limits !== undefined) {
        const pace = paceOf(company, now);
        const room = Math.max(1, Math.floor(limits.inFlight * pace)) - company.inFlight;
        // With as many under way as may be, the next one to leave wakes the queue.
        if (room <= 0) return;
        const rule = callRule(limits, pace);
        company.turns = company.turns.filter((turn) => now - turn <= LATE_MS);
        const missing = Math.min(waitingIn(company), room, MOST_AHEAD) - company.turns.length;
        if (missing > 0) void ask(realmId, company, missing, rule);
        const [turn] = company.turns;
        if (turn === undefined) return;
        const delay = Math.max(turn, company.startedAt + CLOSEST * rule.spacingMs) - now;
        if (delay > 0) return sleep(realmId, company, delay);
        company.turns.shift();
        company.startedAt = now;
      }
      company.inFlight += 1;
      takeNext(company)?.admit();
    }
  };

  /** Takes turns for callers that wait; one question at a time. */
  const ask = async (realmId: RealmId, company: Company, wanted: number, rule: TurnRule): Promise<void> => {
    if (company.asking) return;
    company.asking = true;
    try {
      const { inMs, count } = await book.take(realmId, 'call', wanted, rule);
      const first = nowMs() + inMs;
      for (let index = 0; index < count; index += 1) company.turns.push(first + index * rule.spacingMs);
      company.turns.sort((a, b) => a - b);
    } catch (error) {
      for (const { tickets } of company.lanes.values()) for (const ticket of tickets) ticket.fail(error);
      company.lanes.clear();
    } finally {
      company.asking = false;
    }
    pump(realmId, company);
  };

  const sleep = (realmId: RealmId, company: Company, durationMs: number): void => {
    const alarm = new AbortController();
    company.alarm = alarm;
    clock.sleep(Math.ceil(durationMs), alarm.signal).then(
      () => pump(realmId, company),
      () => undefined,
    );
  };

  const leaveOnce = (realmId: RealmId, company: Company): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      company.inFlight -= 1;
      pump(realmId, company);
    };
  };

  const waitForBatch = async (realmId: RealmId, signal: AbortSignal | undefined): Promise<void> => {
    if (limits === undefined) return;
    const rule = batchRule(limits, paceOf(companyOf(realmId), nowMs()));
    const { inMs } = await book.take(realmId, 'batch', 1, rule);
    if (inMs > 0) await clock.sleep(Math.ceil(inMs), signal);
  };

  const join = (realmId: RealmId, { signal, urgent = false, caller = '' }: Entry): Promise<() => void> => {
    const company = companyOf(realmId);
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason as Error);
      const key = `${urgent ? 'urgent' : 'usual'} ${caller}`;
      const lane = company.lanes.get(key) ?? { urgent, tickets: [] };
      company.lanes.set(key, lane);
      const onAbort = (): void => {
        lane.tickets.splice(lane.tickets.indexOf(ticket), 1);
        if (lane.tickets.length === 0) company.lanes.delete(key);
        pump(realmId, company);
        reject(signal?.reason as Error);
      };
      const ticket: Ticket = {
        admit() {
          signal?.removeEventListener('abort', onAbort);
          resolve(leaveOnce(realmId, company));
        },
        fail(error) {
          signal?.removeEventListener('abort', onAbort);
          reject(error as Error);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      lane.tickets.push(ticket);
      pump(realmId, company);
    });
  };

  return {
    async enter(realmId, entry = {}) {
      if (entry.batch === true) await waitForBatch(realmId, entry.signal);
      return join(realmId, entry);
    },
    async slowDown(realmId, waitMs) {
      const company = companyOf(realmId);
      const now = nowMs();
      // Requests that were under way together are refused together; that is one refusal, not ten.
      if (company.notBefore <= now) company.pace = Math.max(SLOWEST, company.pace / 2);
      company.notBefore = Math.max(company.notBefore, now + waitMs);
      company.slowedAt = company.notBefore;
      company.turns = [];
      pump(realmId, company);
      await book.hold(realmId, waitMs);
    },
  };
}

/** How calls follow each other at a share of the whole pace. */
export function callRule(limits: ThrottleLimits, pace = 1): TurnRule {
  const { requestsPerSecond, requestsPerMinute } = limits;
  const spacingMs = Math.max(SECOND_MS / requestsPerSecond, MINUTE_MS / requestsPerMinute) / pace;
  return { spacingMs, burst: 0 };
}

function batchRule({ batchesPerMinute }: ThrottleLimits, pace: number): TurnRule {
  const burst = Math.floor(batchesPerMinute * BATCH_BURST_SHARE * pace);
  return { burst, spacingMs: MINUTE_MS / Math.max(1, Math.floor(batchesPerMinute * pace) - burst - 1) };
}

const newCompany = (): Company => ({
  lanes: new Map(),
  turns: [],
  asking: false,
  startedAt: -Infinity,
  inFlight: 0,
  lastWasUrgent: false,
  alarm: undefined,
  notBefore: 0,
  slowedAt: 0,
  pace: 1,
});

function waitingIn({ lanes }: Company): number {
  let waiting = 0;
  for (const { tickets } of lanes.values()) waiting += tickets.length;
  return waiting;
}

/** The ticket whose turn it is; its lane goes to the end of the row. */
function takeNext(company: Company): Ticket | undefined {
  const ready = [...company.lanes];
  const [key, lane] = ready.find(([, { urgent }]) => urgent !== company.lastWasUrgent) ?? ready[0] ?? [];
  if (key === undefined || lane === undefined) return undefined;
  company.lastWasUrgent = lane.urgent;
  company.lanes.delete(key);
  const ticket = lane.tickets.shift();
  if (lane.tickets.length > 0) company.lanes.set(key, lane);
  return ticket;
}

function isIdle(company: Company, now: number): boolean {
  return (
    company.inFlight === 0 &&
    company.lanes.size === 0 &&
    now - company.startedAt > MINUTE_MS &&
    now - company.slowedAt > 10 * RECOVERY_MS
  );
}
