import { type CallKind, isBillable } from './call-kind.ts';

export type Call = {
  readonly at: string;
  readonly realmId: string | undefined;
  readonly kind: CallKind;
  readonly method: string;
  readonly target: string;
  readonly status: number;
  /** What a batch holds; undefined for any other call. */
  readonly items?: number | undefined;
};

type Count = {
  readonly realmId: string | null;
  readonly kind: CallKind;
  readonly status: number;
  readonly billable: boolean;
  count: number;
};

type Meter = { reads: number; readsCountingItems: number };

const KEPT = 500;

/** Which calls came: counted by company, kind and status, the last ones in full, and the billable reads of each month. */
export class CallCounter {
  #recent: Call[] = [];
  #counts = new Map<string, Count>();
  readonly #months = new Map<string, Meter>();

  record(call: Call): void {
    const { realmId = null, kind, status } = call;
    const key = `${realmId} ${kind} ${status}`;
    const billable = isBillable(kind, status);
    const count = this.#counts.get(key) ?? { realmId, kind, status, billable, count: 0 };
    this.#counts.set(key, count);
    count.count += 1;
    if (billable) this.#meter(call);
    this.#recent.push(call);
    if (this.#recent.length > 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
  }

  /** Billable reads of the calendar month (UTC) of that time. */
  readsInMonthOf(at: Date, batch: 'one' | 'items'): number {
    const meter = this.#months.get(at.toISOString().slice(0, 7));
    return (batch === 'one' ? meter?.reads : meter?.readsCountingItems) ?? 0;
  }

  /** Forgets what was counted for looking at; the month's meter runs on. */
  clear(): void {
    this.#recent = [];
    this.#counts.clear();
  }

  report(): unknown {
    const counts = [...this.#counts.values()];
    const sum = (some: readonly Count[]): number => some.reduce((total, { count }) => total + count, 0);
    return {
      total: sum(counts),
      billable: sum(counts.filter(({ billable }) => billable)),
      months: Object.fromEntries(this.#months),
      counts,
      recent: this.#recent.slice(-KEPT),
    };
  }

  #meter({ at, items = 1 }: Call): void {
    const month = at.slice(0, 7);
    const meter = this.#months.get(month) ?? { reads: 0, readsCountingItems: 0 };
    meter.reads += 1;
    meter.readsCountingItems += items;
    this.#months.set(month, meter);
  }
}
