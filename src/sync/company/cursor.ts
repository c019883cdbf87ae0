import { prepared, type Queryable, type Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import type { EntityState } from './entity-states.ts';
import { publish } from './events.ts';
import type { Slice } from './slice.ts';

/** The earlier of QuickBooks' time and our database's plus a tolerance: a clock far ahead must not skip changes. */
export async function cappedTime(db: Queryable, time: Date): Promise<Date> {
  const [row] = await db.query<{ through: Date }>(
    `SELECT least($1::timestamptz, clock_timestamp() + make_interval(secs => $2)) AS through`,
    [time, times.clockAheadMs / 1000],
    prepared,
  );
  return row?.through ?? time;
}

/** What a call of change data capture brought up to date. */
export type Captured = {
  readonly states: readonly EntityState[];
  /** QuickBooks' clock at the answer. */
  readonly time: Date;
  /** Whether the call reached back 25 hours for the sake of repair. */
  readonly repaired: boolean;
};

/**
 * Moves the cursor of the entities that were asked for, in the transaction that stores their changes.
 *
 * A call for every joined entity moves the company's cursor, and those asked for with them join. A call for others
 * moves their own. A quiet call thus writes one row.
 */
export async function moveCursor(tx: Transaction, slice: Slice, captured: Captured): Promise<void> {
  const { realmId, now } = slice;
  const { time, repaired, states } = captured;
  const through = await cappedTime(tx, time);
  const asked = states.map((state) => state.entity);
  const [company] = await tx.query<{ cursorAt: Date | null; othersJoined: boolean }>(
    `SELECT cursor_at, EXISTS (SELECT FROM ledger_mirror.entity_states AS state
                               WHERE state.realm_id = $1 AND joined AND entity <> ALL ($2::text[])) AS others_joined
     FROM ledger_mirror.organizations WHERE realm_id = $1`,
    [realmId, asked],
    prepared,
  );
  const cursorAt = company?.cursorAt ?? undefined;
  const movesCompany = company?.othersJoined !== true;
  const before = movesCompany ? cursorAt : states[0]?.cursorAt;
  if (before !== undefined && time < before) {
    slice.logger.warn(
      { cursorAt: before, answeredAt: time },
      'QuickBooks answered with a time before the cursor; starting again from there',
    );
  }
  if (movesCompany) {
    await tx.query(
      `UPDATE ledger_mirror.organizations
       SET cursor_at = $2, looked_at = $3,
           -- The first cursor is as old as the first copy: nothing older is left to be repaired.
           repaired_at = CASE WHEN $4 OR repaired_at IS NULL THEN $3 ELSE repaired_at END
       WHERE realm_id = $1`,
      [realmId, through, now, repaired],
      prepared,
    );
  }
  const moved = await tx.query<{ entity: string; rows: number; expectedRows: number | null }>(
    `UPDATE ledger_mirror.entity_states
     SET status = 'current', position = NULL, cursor_at = $3, last_synced_at = $4, joined = $5,
         error_code = NULL, error = NULL, failures = 0, retry_at = NULL
     WHERE realm_id = $1 AND entity = ANY ($2::text[]) AND NOT joined
     RETURNING entity, rows, expected_rows`,
    [realmId, asked, through, now, movesCompany],
    prepared,
  );
  for (const { entity, rows, expectedRows } of moved) {
    await publish(tx, {
      type: 'entity',
      realmId,
      entity,
      status: 'current',
      rows,
      expectedRows: expectedRows ?? undefined,
    });
  }
}

/** The look back over a day has been brought to its end. */
export async function noteRepaired(tx: Transaction, slice: Slice): Promise<void> {
  await tx.query('UPDATE ledger_mirror.organizations SET repaired_at = $2 WHERE realm_id = $1', [
    slice.realmId,
    slice.now,
  ]);
}

/** The first answer of a company's backfill says, by QuickBooks' clock, when it began; later ones change nothing. */
export async function noteBackfillBegan(tx: Transaction, slice: Slice, time: Date): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations SET backfill_began_at = coalesce(backfill_began_at, $2) WHERE realm_id = $1`,
    [slice.realmId, await cappedTime(tx, time)],
  );
}

/** When the company's backfill began, by QuickBooks' clock. */
export async function loadBackfillBegan(
  db: Queryable,
  slice: Pick<Slice, 'realmId'>,
): Promise<Date | undefined> {
  const [row] = await db.query<{ backfillBeganAt: Date | null }>(
    'SELECT backfill_began_at FROM ledger_mirror.organizations WHERE realm_id = $1',
    [slice.realmId],
  );
  return row?.backfillBeganAt ?? undefined;
}
