import type { Clock } from '../../base/clock.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { prepared, type Database, type Queryable, type Transaction } from '../../postgres/database.ts';
import { callRule, intuitLimits, type TurnBook, type TurnRule } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import type { BudgetState } from './budget.ts';

/** The turns of every company's calls, taken by all processes from one table. */
export interface SharedTurns extends TurnBook {
  /**
   * Takes the first turn of a slice inside the transaction that begins it, together with the state of the month's calls, so
   * that a quiet look needs no transaction of its own for its call.
   * @returns `keep` gives the turn to the next call of this process; to be called once the transaction has committed
   */
  begin(
    tx: Transaction,
    realmId: RealmId,
  ): Promise<{ readonly state: BudgetState; readonly keep: () => void }>;
}

/** A single turn that comes so late meets no more than one call too many, for which there is room. */
const KEPT_MS = 1_000;

const taken = `INSERT INTO ledger_mirror.call_turns AS turn (realm_id, line, free_at)
  VALUES ($1, $2, clock_timestamp() + make_interval(secs => ($3::float8 - $5::float8) * $4::float8))
  ON CONFLICT (realm_id, line) DO UPDATE
  SET free_at = greatest(
        -- A turn further ahead than anybody takes one is from before the clock was set back.
        CASE WHEN turn.free_at <= clock_timestamp() + make_interval(secs => $6) THEN turn.free_at END,
        clock_timestamp() - make_interval(secs => $5::float8 * $4::float8))
      + make_interval(secs => $3::float8 * $4::float8)
  RETURNING 1000 * extract(epoch FROM free_at - clock_timestamp())::float8 - 1000 * $3::float8 * $4::float8 AS in_ms`;

const valuesOf = (realmId: RealmId, line: string, wanted: number, rule: TurnRule): unknown[] => [
  realmId,
  line,
  wanted,
  rule.spacingMs / 1000,
  rule.burst,
  times.turnsAheadMs / 1000,
];

/** One a process; hand it to the QuickBooks client and to the engine. */
export function createSharedTurns({
  db,
  clock,
}: {
  readonly db: Database;
  readonly clock: Clock;
}): SharedTurns {
  const rule = callRule(intuitLimits);
  const kept = new Map<RealmId, number>();

  /** How long until the turn that a slice began with; undefined where it has none that still counts. */
  const takeKept = (realmId: RealmId): number | undefined => {
    const at = kept.get(realmId);
    kept.delete(realmId);
    const inMs = at === undefined ? -Infinity : at - clock.now().getTime();
    return inMs < -KEPT_MS || inMs > times.turnsAheadMs ? undefined : Math.max(0, inMs);
  };

  return {
    async take(realmId, line, wanted, turnRule) {
      const inMs = line === 'call' ? takeKept(realmId) : undefined;
      if (inMs !== undefined) return { inMs, count: 1 };
      const [row] = await db.query<{ inMs: number }>(
        taken,
        valuesOf(realmId, line, wanted, turnRule),
        prepared,
      );
      return { inMs: Math.max(0, row?.inMs ?? 0), count: wanted };
    },
    async hold(realmId, waitMs) {
      await db.query(
        `INSERT INTO ledger_mirror.call_turns AS turn (realm_id, line, free_at)
         VALUES ($1, 'call', clock_timestamp() + make_interval(secs => $2))
         ON CONFLICT (realm_id, line) DO UPDATE SET free_at = greatest(turn.free_at, excluded.free_at)`,
        [realmId, Math.min(waitMs, times.turnsAheadMs) / 1000],
      );
    },
    async begin(tx, realmId) {
      const [row] = await tx.query<{ inMs: number; state: BudgetState }>(
        `WITH taken AS (${taken})
         SELECT taken.in_ms, coalesce(budget.state, 'open') AS state
         FROM taken LEFT JOIN ledger_mirror.call_budget AS budget
           ON month = (date_trunc('month', clock_timestamp(), 'UTC') AT TIME ZONE 'UTC')::date`,
        valuesOf(realmId, 'call', 1, rule),
        prepared,
      );
      if (row === undefined) throw new TypeError('A turn that was taken was not returned.');
      const at = clock.now().getTime() + row.inMs;
      return { state: row.state, keep: () => void kept.set(realmId, at) };
    },
  };
}

/** Turns of companies for which nobody has called for long: those that were never connected, or are no more. */
export async function forgetOldTurns(db: Queryable): Promise<void> {
  await db.query(
    'DELETE FROM ledger_mirror.call_turns WHERE free_at < clock_timestamp() - make_interval(secs => $1)',
    [times.turnsKeptMs / 1000],
  );
}

/** What is left of an erased company. */
export async function forgetTurns(db: Queryable, realmId: RealmId): Promise<void> {
  await db.query('DELETE FROM ledger_mirror.call_turns WHERE realm_id = $1', [realmId]);
}
