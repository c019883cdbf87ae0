import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { followSetting, removeSensitive } from '../tables/sensitive.ts';
import { publish } from './events.ts';
import { lockOrganization } from './organization-status.ts';

/** What a person may set for one company. */
export type OrganizationSettings = {
  /** Seconds between two runs while all is well. */
  readonly intervalSeconds?: number | undefined;
  /** Leave sensitive fields (tax ids, bank numbers, birth dates, salaries) out of the copy. */
  readonly excludeSensitive?: boolean | undefined;
};

/**
 * Changes a company's settings. A shorter interval counts from now, not from the next run. Sensitive fields are left
 * out from now on; what is stored of them is taken away by `removeExcluded`, soon. Stored again, each comes back when
 * its record is next read.
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function changeSettings(
  db: Database,
  realmId: RealmId,
  { intervalSeconds, excludeSensitive }: OrganizationSettings,
): Promise<void> {
  await db.transaction(async (tx) => {
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
    if (excludeSensitive !== undefined) await setExcluded(tx, realmId, excludeSensitive);
    await publish(tx, { type: 'organization', realmId, status });
  });
}

async function setExcluded(tx: Transaction, realmId: RealmId, excluded: boolean): Promise<void> {
  // Pages that still follow the old setting are waited for.
  await tx.execute(followSetting(realmId, 'exclusive'));
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET exclude_sensitive = $2, sensitive_removed_at = CASE WHEN $2 AND exclude_sensitive THEN sensitive_removed_at END
     WHERE realm_id = $1`,
    [realmId, excluded],
  );
}

/**
 * Takes away what is stored of sensitive fields where a company leaves them out since it was last looked at. Safe to
 * repeat and to interrupt, in any number of processes: what is not finished is begun again.
 */
export async function removeExcluded(
  db: Database,
  options: { readonly logger: Logger; readonly signal?: AbortSignal },
): Promise<void> {
  const companies = await db.query<{ realmId: RealmId }>(
    `SELECT realm_id FROM ledger_mirror.organizations
     WHERE exclude_sensitive AND sensitive_removed_at IS NULL ORDER BY realm_id`,
  );
  for (const { realmId } of companies) {
    const rows = await removeSensitive(db, realmId, options);
    if (options.signal?.aborted === true) return;
    await db.transaction(async (tx) => {
      const { status } = await lockOrganization(tx, realmId);
      await tx.query(
        `UPDATE ledger_mirror.organizations SET sensitive_removed_at = clock_timestamp()
         WHERE realm_id = $1 AND exclude_sensitive`,
        [realmId],
      );
      await publish(tx, { type: 'organization', realmId, status });
    });
    options.logger.info({ realmId, rows }, 'sensitive fields taken away');
  }
}
