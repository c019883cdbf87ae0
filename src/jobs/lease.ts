import type { RealmId } from '../base/realm-id.ts';
import { prepared, type Queryable, type Transaction } from '../postgres/database.ts';
import { jobError } from './errors.ts';

/** The right to work on one company, until it expires or somebody takes it over. */
export type Lease = {
  readonly realmId: RealmId;
  /** Names the run, not the process: two runs of one process exclude each other too. */
  readonly owner: string;
  /** Grows by one with every new owner and never repeats for a company. */
  readonly fence: number;
};

/**
 * Takes the lease of a company if it is free or has expired, by the database's clock; never waits.
 * @param ttlMs How long it holds without being renewed.
 * @returns The lease, or undefined while somebody else has it.
 */
export async function acquireLease(
  db: Queryable,
  realmId: RealmId,
  owner: string,
  ttlMs: number,
): Promise<Lease | undefined> {
  // SKIP LOCKED: the old owner may sit in a transaction that holds the row (assertFence). Then the lease is not
  // free yet, whatever its time says, and waiting here would hang this worker on that one.
  const [row] = await db.query<{ fence: number }>(
    `WITH fresh AS (
       INSERT INTO ledger_mirror.leases (realm_id, owner, fence, expires_at)
       VALUES ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond')
       ON CONFLICT (realm_id) DO NOTHING
       RETURNING fence
     ), expired AS (
       SELECT realm_id FROM ledger_mirror.leases
       WHERE realm_id = $1 AND expires_at <= clock_timestamp()
       FOR UPDATE SKIP LOCKED
     ), taken_over AS (
       UPDATE ledger_mirror.leases AS lease
       SET owner = $2, fence = lease.fence + 1, expires_at = clock_timestamp() + $3 * interval '1 millisecond'
       FROM expired WHERE lease.realm_id = expired.realm_id
       RETURNING lease.fence
     )
     SELECT fence FROM fresh UNION ALL SELECT fence FROM taken_over`,
    [realmId, owner, ttlMs],
    prepared,
  );
  return row === undefined ? undefined : { realmId, owner, fence: row.fence };
}

/**
 * Extends a lease to `ttlMs` from now, also when it has just expired and nobody took it.
 * @returns false when it has passed to somebody else or was released.
 */
export async function renewLease(db: Queryable, lease: Lease, ttlMs: number): Promise<boolean> {
  const { rowCount } = await db.execute(
    `UPDATE ledger_mirror.leases SET expires_at = clock_timestamp() + $4 * interval '1 millisecond'
     WHERE realm_id = $1 AND owner = $2 AND fence = $3 AND expires_at > '-infinity'`,
    [lease.realmId, lease.owner, lease.fence, ttlMs],
  );
  return rowCount === 1;
}

/** Gives the lease back. The row stays, so that the fence goes on from where it was. Does nothing when it was lost. */
export async function releaseLease(db: Queryable, lease: Lease): Promise<void> {
  await db.query(
    `UPDATE ledger_mirror.leases SET expires_at = '-infinity' WHERE realm_id = $1 AND owner = $2 AND fence = $3`,
    [lease.realmId, lease.owner, lease.fence],
    prepared,
  );
}

/**
 * Proves that the lease is still ours and keeps it so until the transaction ends: the row stays locked against a
 * takeover, which is why this is the first statement of every transaction that writes a company's data.
 * @throws AppError JOB_LEASE_LOST
 */
export async function assertFence(tx: Transaction, lease: Lease): Promise<void> {
  const rows = await tx.query(
    `SELECT 1 FROM ledger_mirror.leases
     WHERE realm_id = $1 AND owner = $2 AND fence = $3 AND expires_at > '-infinity'
     FOR SHARE`,
    [lease.realmId, lease.owner, lease.fence],
    prepared,
  );
  if (rows.length === 0)
    throw jobError('JOB_LEASE_LOST', { details: { realmId: lease.realmId, fence: lease.fence } });
}

/**
 * Waits for the transaction of whoever holds the lease, and takes it away: their next page is refused. The next worker
 * may have it at once. Take it before the company's row, as workers do.
 */
export async function takeLease(tx: Transaction, realmId: RealmId, owner: string): Promise<void> {
  await tx.query(
    `INSERT INTO ledger_mirror.leases AS lease (realm_id, owner, fence, expires_at)
     VALUES ($1, $2, 1, '-infinity')
     ON CONFLICT (realm_id) DO UPDATE
     SET owner = excluded.owner, fence = lease.fence + 1, expires_at = excluded.expires_at`,
    [realmId, owner],
  );
}

/**
 * Lets a lease end within a time, whatever it was to be: a worker that lives renews it long before, and of one that died
 * nobody waits for a clock that was set back.
 */
export async function endLeaseWithin(tx: Transaction, realmId: RealmId, ms: number): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.leases
     SET expires_at = least(expires_at, clock_timestamp() + $2 * interval '1 millisecond')
     WHERE realm_id = $1`,
    [realmId, ms],
  );
}
