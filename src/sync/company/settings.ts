import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Database } from '../../postgres/database.ts';
import { lackingSensitive, removeSensitive, setExcluded } from '../../tables/sensitive.ts';
import { takeLease } from './disconnect.ts';
import { publish } from './events.ts';
import { copyAgain } from './send-back.ts';
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
 * the entities that have any are read once more, whole; wake the company for that.
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function changeSettings(
  db: Database,
  realmId: RealmId,
  { intervalSeconds, excludeSensitive }: OrganizationSettings,
): Promise<void> {
  await db.transaction(async (tx) => {
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
    if (excludeSensitive !== undefined && (await setExcluded(tx, realmId, excludeSensitive))) {
      await tx.query(
        `UPDATE ledger_mirror.organizations
         SET sensitive_removed_at = NULL, next_run_at = least(next_run_at, clock_timestamp()) WHERE realm_id = $1`,
        [realmId],
      );
      if (!excludeSensitive) await copyAgain(tx, realmId, await lackingSensitive(tx, realmId));
    }
    await publish(tx, { type: 'organization', realmId, status });
  });
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
