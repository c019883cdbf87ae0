import { type CallKind } from './call-kind.ts';

/** Intuit's throttles (facts#limits-and-cost). A limit of 0 is none. */
export type LimitRules = {
  readonly enabled: boolean;
  readonly perMinute: number;
  readonly perSecond: number;
  /** Requests of one company that may be under way at once; an older text of Intuit's says 10 (facts#request-concurrency). */
  readonly concurrent: number;
  /** Batches a minute of one company and app, and of one company. */
  readonly batchesPerMinute: number;
  readonly companyBatchesPerMinute: number;
  /** Multiplies every limit and the budget of reads. */
  readonly scale: number;
};

export const defaultLimits: LimitRules = {
  enabled: false,
  perMinute: 500,
  perSecond: 10,
  concurrent: 0,
  batchesPerMinute: 40,
  companyBatchesPerMinute: 120,
  scale: 1,
};

/** The budget of billable reads in a calendar month, over all companies (facts#monthly-reads). */
export type MeteringRules = {
  /** Whether calls are refused once the budget is spent. They are counted in any case. */
  readonly block: boolean;
  readonly monthlyReads: number;
  /** Whether a batch is one billable read or as many as it has items; Intuit does not say (facts#batch-accounting). */
  readonly batch: 'one' | 'items';
};

export const defaultMetering: MeteringRules = { block: false, monthlyReads: 500_000, batch: 'one' };

type Window = { readonly times: number[]; start: number };

/** Sliding windows, and the calls under way. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  readonly #underWay = new Map<string, number>();

  /** Whether the call is within the limits; only then does it count. */
  admits(realmId: string, clientId: string, kind: CallKind, nowMs: number, rules: LimitRules): boolean {
    if (!rules.enabled) return true;
    const limit = (count: number): number =>
      count === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(count * rules.scale));
    const checks: [key: string, spanMs: number, max: number][] = [
      [`${realmId} minute`, 60_000, limit(rules.perMinute)],
      [`${realmId} ${clientId} second`, 1_000, limit(rules.perSecond)],
    ];
    if (kind === 'batch') {
      checks.push([`${realmId} ${clientId} batch`, 60_000, limit(rules.batchesPerMinute)]);
      checks.push([`${realmId} batch`, 60_000, limit(rules.companyBatchesPerMinute)]);
    }
    if ((this.#underWay.get(realmId) ?? 0) > limit(rules.concurrent)) return false;
    const windows = checks.map(([key, spanMs, max]) => ({ window: this.#window(key, nowMs, spanMs), max }));
    if (windows.some(({ window, max }) => window.times.length - window.start >= max)) return false;
    for (const { window } of windows) window.times.push(nowMs);
    return true;
  }

  /** A call of the company begins; the returned function says that it has ended. */
  begin(realmId: string): () => void {
    this.#underWay.set(realmId, (this.#underWay.get(realmId) ?? 0) + 1);
    return () => this.#underWay.set(realmId, (this.#underWay.get(realmId) ?? 1) - 1);
  }

  #window(key: string, nowMs: number, spanMs: number): Window {
    let window = this.#windows.get(key);
    // A clock that was set back must not leave the window full of the future.
    if (window === undefined || (window.times.at(-1) ?? 0) > nowMs) {
      window = { times: [], start: 0 };
      this.#windows.set(key, window);
    }
    const { times } = window;
    while (window.start < times.length && (times[window.start] ?? 0) <= nowMs - spanMs) window.start += 1;
    if (window.start > 1_000) {
      times.splice(0, window.start);
      window.start = 0;
    }
    return window;
  }
}
