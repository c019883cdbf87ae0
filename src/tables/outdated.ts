import type { RealmId } from '../base/realm-id.ts';
import type { Queryable, Transaction } from '../postgres/database.ts';
import { times } from '../tuning/times.ts';

/*
 * Records whose full name is not as stored any more, since what they lie below was renamed: noted by the page statement
 * (projection.ts) and at the end of a first copy (names.ts), and taken off the list here when they were read again.
 */

/** A record to be read again. */
export type Outdated = {
  readonly entity: string;
  readonly recordId: string;
  /** As the database has it, to the microsecond: one that was noticed again meanwhile stays. */
  readonly noticedAt: string;
};

/** SQL: records of company $1 that are to be asked for again now. */
export const outdatedNow = `ledger_mirror.outdated_records AS outdated
  WHERE outdated.realm_id = $1 AND outdated.ask_at <= clock_timestamp()`;

/** The next of them, in the order of entities and ids. */
export async function nextOutdated(db: Queryable, realmId: RealmId, limit: number): Promise<Outdated[]> {
  return db.query<Outdated>(
    `SELECT entity, record_id, noticed_at::text FROM ${outdatedNow} ORDER BY entity, record_id LIMIT $2`,
    [realmId, limit],
  );
}

/** Takes records off the list, unless what they lie below was renamed again meanwhile. */
export async function settleOutdated(
  tx: Transaction,
  realmId: RealmId,
  some: readonly Outdated[],
): Promise<void> {
  await tx.query(
    `DELETE FROM ledger_mirror.outdated_records AS outdated
     USING unnest($2::text[], $3::text[], $4::timestamptz[]) AS done (entity, record_id, noticed_at)
     WHERE outdated.realm_id = $1 AND outdated.entity = done.entity AND outdated.record_id = done.record_id
       AND outdated.noticed_at = done.noticed_at`,
    [realmId, ...columns(some)],
  );
}

/** They cannot be read again now: to insist would keep the company from everything else. */
export async function postponeOutdated(
  tx: Transaction,
  realmId: RealmId,
  some: readonly Outdated[],
): Promise<void> {
  const [entities, ids] = columns(some);
  await tx.query(
    `UPDATE ledger_mirror.outdated_records AS outdated SET ask_at = clock_timestamp() + make_interval(secs => $4)
     FROM unnest($2::text[], $3::text[]) AS late (entity, record_id)
     WHERE outdated.realm_id = $1 AND outdated.entity = late.entity AND outdated.record_id = late.record_id`,
    [realmId, entities, ids, times.outdatedRetryMs / 1000],
  );
}

/** The database's clock was set back: what is to be asked for is asked for no later than after a failure now. */
export async function outdatedFromTheFuture(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.outdated_records SET ask_at = least(ask_at, clock_timestamp() + make_interval(secs => $2))
     WHERE realm_id = $1`,
    [realmId, times.outdatedRetryMs / 1000],
  );
}

const columns = (some: readonly Outdated[]): [string[], string[], string[]] => [
  some.map(({ entity }) => entity),
  some.map(({ recordId }) => recordId),
  some.map(({ noticedAt }) => noticedAt),
];
