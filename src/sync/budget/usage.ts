import type { RealmId } from '../../base/realm-id.ts';
import type { Queryable } from '../../postgres/database.ts';

export const usagePeriods = ['hour', 'day', 'month'] as const;
export type UsagePeriod = (typeof usagePeriods)[number];

/** Calls to QuickBooks in one hour, day or month (UTC, as Intuit counts months). */
export type Usage = {
  readonly from: Date;
  readonly kind: string;
  /** Whether Intuit meters the call. */
  readonly billable: boolean;
  readonly outcome: string;
  readonly calls: number;
};

/** What was called on behalf of a company, newest first. */
export async function listUsage(
  db: Queryable,
  realmId: RealmId,
  range: { readonly by: UsagePeriod; readonly from: Date; readonly until: Date },
): Promise<Usage[]> {
  return db.query<Usage>(
    `SELECT date_trunc($2, hour_at, 'UTC') AS "from", kind, billable, outcome, sum(calls)::bigint AS calls
     FROM ledger_mirror.api_calls
     WHERE realm_id = $1 AND hour_at >= $3 AND hour_at < $4
     GROUP BY 1, kind, billable, outcome ORDER BY 1 DESC, kind, billable, outcome`,
    [realmId, range.by, range.from, range.until],
  );
}
