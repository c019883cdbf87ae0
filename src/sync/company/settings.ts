import type { RealmId } from '../../base/realm-id.ts';
import { takeLease } from '../../jobs/lease.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { holdPages, lackingSensitive } from '../../tables/sensitive.ts';
import { publish } from './events.ts';
import { copyAgain } from './send-back.ts';
import { restingStatuses } from './state.ts';
import { lockOrganization } from './status.ts';

/** What a person may set for one company. */
export type OrganizationSettings = {
  /** Seconds between two runs while all is well. */
  readonly intervalSeconds?: number | undefined;
  /** Leave sensitive fields (tax ids, bank numbers, birth dates, salaries) out of the copy. */
  readonly excludeSensitive?: boolean | undefined;
};

/**
 * Changes a company's settings. A shorter interval counts from now, not from the next run. Sensitive fields are left
 * out from now on; what is stored of them is taken away by `removeExcluded`, soon. Stored again, they come back because
 * the entities that have any are read once more, whole.
 * @param within more work of the same transaction: both happen, or neither
 * @returns due: whether there is something to do for a worker by it, and the company is to be woken for that
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function changeSettings(
  db: Database,
  realmId: RealmId,
  { intervalSeconds, excludeSensitive }: OrganizationSettings,
  within?: (tx: Transaction) => Promise<void>,
): Promise<{ readonly due: boolean }> {
  return db.transaction(async (tx) => {
    // Before the company's row, as workers do; see copyAgain.
    if (excludeSensitive === false) await takeLease(tx, realmId, 'settings changed');
    const { status } = await lockOrganization(tx, realmId);
    // While it backs off after a failure, the wait stays as long as it was.
    await tx.query(
      `UPDATE ledger_mirror.organizations
       SET interval_seconds = coalesce($2, interval_seconds),
           next_run_at = CASE WHEN consecutive_failures = 0 AND $2::integer IS NOT NULL
                         THEN least(next_run_at, clock_timestamp() + make_interval(secs => $2)) ELSE next_run_at END
       WHERE realm_id = $1`,
      [realmId, intervalSeconds ?? null],
    );
    const changed = excludeSensitive !== undefined && (await excludeFromNowOn(tx, realmId, excludeSensitive));
    if (changed && !excludeSensitive) await copyAgain(tx, realmId, await lackingSensitive(tx, realmId));
    await publish(tx, { type: 'organization', realmId, status });
    await within?.(tx);
    return { due: changed && !restingStatuses.includes(status) };
  });
}

/**
 * Leaves sensitive fields out of what is stored from now on, or stores them again; waits for the pages under way.
 * @returns whether it was otherwise before
 */
async function excludeFromNowOn(tx: Transaction, realmId: RealmId, excluded: boolean): Promise<boolean> {
  await holdPages(tx, realmId);
  const changed = await tx.query(
    `UPDATE ledger_mirror.organizations
     SET exclude_sensitive = $2, sensitive_removed_at = NULL, next_run_at = least(next_run_at, clock_timestamp())
     WHERE realm_id = $1 AND exclude_sensitive <> $2 RETURNING 1`,
    [realmId, excluded],
  );
  return changed.length > 0;
}

/** What was stored of the sensitive fields of a company that leaves them out is taken away. */
export async function noteSensitiveRemoved(tx: Transaction, realmId: RealmId): Promise<void> {
  const { status } = await lockOrganization(tx, realmId);
  await tx.query(
    `UPDATE ledger_mirror.organizations SET sensitive_removed_at = clock_timestamp()
     WHERE realm_id = $1 AND exclude_sensitive`,
    [realmId],
  );
  await publish(tx, { type: 'organization', realmId, status });
}
