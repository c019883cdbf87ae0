import type { RealmId } from '../base/realm-id.ts';
import type { Database } from '../postgres/database.ts';
import { publish } from './events.ts';
import { lockOrganization } from './organization-status.ts';

/** What a person may set for one company. */
export type OrganizationSettings = {
  /** Seconds between two runs while all is well. */
  readonly intervalSeconds?: number | undefined;
};

/**
 * Changes a company's settings. A shorter interval counts from now, not from the next run.
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function changeSettings(
  db: Database,
  realmId: RealmId,
  { intervalSeconds }: OrganizationSettings,
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
    await publish(tx, { type: 'organization', realmId, status });
  });
}
