import { type LimitRules } from '../switches.ts';

export type CallKind = 'query' | 'read' | 'write' | 'cdc' | 'token' | 'other';

export type Call = {
  readonly at: string;
  readonly realmId: string | undefined;
  readonly kind: CallKind;
  readonly method: string;
  readonly target: string;
  readonly status: number;
};

const KEPT = 500;

/** Which calls came: counted by company, kind and status, and the last ones in full. */
export class CallCounter {
  #recent: Call[] = [];
  #counts = new Map<string, number>();
  #billable = 0;

  record(call: Call): void {
    const key = `${call.realmId ?? '-'} ${call.kind} ${call.status}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    // Intuit meters successful reads only (facts 6).
    if (call.status < 300 && (call.kind === 'query' || call.kind === 'read' || call.kind === 'cdc'))
      this.#billable += 1;
    this.#recent.push(call);
    if (this.#recent.length > 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
  }

  clear(): void {
    this.#recent = [];
    this.#counts.clear();
    this.#billable = 0;
  }

  report(): unknown {
    const counts = [...this.#counts].map(([key, count]) => {
      const [realmId, kind, status] = key.split(' ');
      return { realmId: realmId === '-' ? null : realmId, kind, status: Number(status), count };
    });
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    return { total, billable: this.#billable, counts, recent: this.#recent.slice(-KEPT) };
  }
}

/** Sliding windows of a second and a minute per company (facts 6). */
export class RateLimiter {
  readonly #times = new Map<string, number[]>();

  /** Whether the call is within the limits; only then does it count. */
  admits(realmId: string, nowMs: number, { enabled, perMinute, perSecond }: LimitRules): boolean {
    if (!enabled) return true;
    const times = (this.#times.get(realmId) ?? []).filter((at) => at > nowMs - 60_000);
    this.#times.set(realmId, times);
    const inLastSecond = times.filter((at) => at > nowMs - 1_000).length;
    if (times.length >= perMinute || inLastSecond >= perSecond) return false;
    times.push(nowMs);
    return true;
  }
}
