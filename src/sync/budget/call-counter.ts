import type { RealmId } from '../../base/realm-id.ts';
import type { Queryable } from '../../postgres/database.ts';
import type { CallRecord } from '../../quickbooks/index.ts';

/** Counts calls to QuickBooks in memory and adds them to the database now and then. */
export interface CallCounter {
  /** The client's `onCall`. */
  record(call: CallRecord): void;
  /** Calls recorded for a company since the process began. */
  total(realmId: RealmId): number;
  /** Writes what has gathered. A failed write loses nothing: the counts wait for the next. */
  flush(db: Queryable): Promise<void>;
}

type Count = {
  readonly realmId: RealmId;
  readonly hour: string;
  readonly kind: string;
  readonly billable: boolean;
  readonly outcome: string;
  calls: number;
};

const HOUR_MS = 3_600_000;

/** One a process; hand `record` to the QuickBooks client and the counter to the engine. */
export function createCallCounter(): CallCounter {
  let waiting = new Map<string, Count>();
  const totals = new Map<RealmId, number>();

  const add = (count: Count): void => {
    const key = [count.realmId, count.hour, count.kind, count.billable, count.outcome].join(' ');
    const present = waiting.get(key);
    if (present === undefined) waiting.set(key, count);
    else present.calls += count.calls;
  };

  return {
    record(call) {
      totals.set(call.realmId, (totals.get(call.realmId) ?? 0) + 1);
      add({
        realmId: call.realmId,
        hour: new Date(Math.floor(call.startedAt.getTime() / HOUR_MS) * HOUR_MS).toISOString(),
        kind: call.operation,
        billable: call.billable,
        outcome: call.errorCode ?? 'ok',
        calls: 1,
      });
    },
    total: (realmId) => totals.get(realmId) ?? 0,
    async flush(db) {
      if (waiting.size === 0) return;
      const taken = waiting;
      waiting = new Map();
      // Sorted, so that two processes lock the rows in the same order.
      const counts = [...taken.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
      try {
        await db.query(
          `INSERT INTO ledger_mirror.api_calls AS counted (realm_id, hour_at, kind, billable, outcome, calls)
           SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::boolean[], $5::text[], $6::bigint[])
           ON CONFLICT (realm_id, hour_at, kind, billable, outcome) DO UPDATE SET calls = counted.calls + excluded.calls`,
          [
            counts.map((count) => count.realmId),
            counts.map((count) => count.hour),
            counts.map((count) => count.kind),
            counts.map((count) => count.billable),
            counts.map((count) => count.outcome),
            counts.map((count) => count.calls),
          ],
        );
      } catch (error) {
        for (const count of taken.values()) add(count);
        throw error;
      }
    },
  };
}
