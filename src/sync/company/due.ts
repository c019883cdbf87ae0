import type { RealmId } from '../../base/realm-id.ts';
import type { Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';

/*
 * When a company is due, beside what its status says: what makes it due earlier, and what lets it wait.
 */

/**
 * Those of some companies that are connected here, locked until the transaction ends, in the order in which every
 * transaction locks companies, so that two of them do not wait for each other.
 */
export async function lockConnected(
  tx: Transaction,
  realmIds: readonly RealmId[],
): Promise<ReadonlySet<RealmId>> {
  const rows = await tx.query<{ realmId: RealmId }>(
    `SELECT realm_id FROM ledger_mirror.organizations
     WHERE realm_id = ANY ($1::text[]) AND status <> 'disconnected' ORDER BY realm_id FOR NO KEY UPDATE`,
    [[...new Set(realmIds)].toSorted()],
  );
  return new Set(rows.map(({ realmId }) => realmId));
}

/**
 * QuickBooks announced changes of companies: each is due at once if nobody looked within the last second, else when that
 * second is over.
 */
export async function noteAnnounced(tx: Transaction, realmIds: readonly RealmId[]): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET last_event_at = clock_timestamp(),
         next_run_at = least(next_run_at,
                             greatest(clock_timestamp(), coalesce(looked_at, '-infinity') + make_interval(secs => $2)))
     WHERE realm_id = ANY ($1::text[])`,
    [realmIds, times.announcedLookMs / 1000],
  );
}

/**
 * A look found changes. Where nothing was announced since the look before, announcements do not reach us, and polling
 * goes back to its interval until they do.
 */
export async function noteUnannounced(tx: Transaction, realmId: RealmId, lookedAt: Date): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations SET unannounced_at = $2
     WHERE realm_id = $1 AND last_event_at <= looked_at - make_interval(secs => $3)`,
    [realmId, lookedAt, times.sendingMs / 1000],
  );
}

/** QuickBooks asked us to slow down: the company sleeps, and since when is kept until it answers again. */
export async function noteRateLimit(tx: Transaction, realmId: RealmId, waitMs: number): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET rate_limited_since = coalesce(rate_limited_since, clock_timestamp()),
         next_run_at = clock_timestamp() + make_interval(secs => $2)
     WHERE realm_id = $1`,
    [realmId, waitMs / 1000],
  );
}

/** QuickBooks answers again. */
export async function clearRateLimit(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query('UPDATE ledger_mirror.organizations SET rate_limited_since = NULL WHERE realm_id = $1', [
    realmId,
  ]);
}

/** Calls are free again: companies that waited for it are due. One that QuickBooks itself refuses keeps to its probe. */
export async function endWaitForBudget(tx: Transaction): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations SET next_run_at = least(next_run_at, clock_timestamp())
     WHERE status = 'blocked_budget' AND rate_limited_since IS NULL`,
  );
}

/** Makes a company due for the comparison with QuickBooks' own figures. Wake it afterwards. */
export async function askForProof(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations SET prove_at = clock_timestamp(), healing = false,
       next_run_at = least(next_run_at, clock_timestamp()) WHERE realm_id = $1`,
    [realmId],
  );
}

/** What a comparison leaves behind for the next one. */
export type NextProof = {
  /** What differed is read again, and compared once more. */
  readonly searching: boolean;
  readonly inMs: number;
  /** First day of the older transactions that were compared, undefined to begin with the newest; absent where none were. */
  readonly listedBackTo?: { readonly date: string | undefined } | undefined;
};

/** Says when a company is compared again. */
export async function scheduleProof(tx: Transaction, realmId: RealmId, next: NextProof): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET healing = $2, prove_at = clock_timestamp() + make_interval(secs => $3),
         listed_back_to = CASE WHEN $4 THEN $5::date ELSE listed_back_to END
     WHERE realm_id = $1`,
    [
      realmId,
      next.searching,
      next.inMs / 1000,
      next.listedBackTo !== undefined,
      next.listedBackTo?.date ?? null,
    ],
  );
}
