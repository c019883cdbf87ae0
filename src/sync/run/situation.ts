import type { RealmId } from '../../base/realm-id.ts';
import { prepared, type Queryable } from '../../postgres/database.ts';
import { outdatedNow } from '../../tables/outdated.ts';
import { openAnnouncements } from '../announce/index.ts';
import { isAnnounced, type OrganizationStatus, syncError } from '../company/index.ts';
import { entitiesWithIds, nextRetry } from '../unseen/index.ts';

/** What a worker looks at between two steps: clicks, pauses, and the database's clock. */
export type Situation = {
  readonly status: OrganizationStatus;
  /** Whether a sentence says why the status is what it is. */
  readonly explained: boolean;
  readonly requestedAt: Date | undefined;
  readonly intervalMs: number;
  readonly announcedAt: Date | undefined;
  readonly askAt: Date | undefined;
  readonly proveAt: Date | undefined;
  readonly retryAt: Date | undefined;
  readonly renamed: boolean;
  readonly suspected: boolean;
  /** Announcements have kept up with what changes and can arrive, so that polling is only for safety. */
  readonly isAnnounced: boolean;
  /** When the changes of the joined entities were last asked for. */
  readonly lookedAt: Date | undefined;
  readonly companyCursorAt: Date | undefined;
  /** Since when QuickBooks only asks us to wait. */
  readonly rateLimitedSince: Date | undefined;
  readonly consecutiveFailures: number;
  readonly now: Date;
};

/** @throws AppError SYNC_ORGANIZATION_UNKNOWN */
export async function loadSituation(db: Queryable, realmId: RealmId): Promise<Situation> {
  const [row] = await db.query<
    {
      [Key in Exclude<keyof Situation, 'intervalMs'>]: undefined extends Situation[Key]
        ? Date | null
        : Situation[Key];
    } & { intervalSeconds: number }
  >(
    `SELECT status, status_reason IS NOT NULL AS explained, sync_requested_at AS requested_at, interval_seconds, consecutive_failures,
            cursor_at AS company_cursor_at, looked_at, prove_at, announced.*, (${nextRetry}) AS retry_at,
            ${isAnnounced} AS is_announced,
            EXISTS (SELECT FROM ledger_mirror.renamed_records AS renamed WHERE renamed.realm_id = $1)
              OR EXISTS (SELECT FROM ${outdatedNow}) AS renamed,
            EXISTS (SELECT FROM ledger_mirror.merge_suspects AS suspect
                    WHERE suspect.realm_id = $1 AND suspect.ask_at <= clock_timestamp()) AS suspected,
            rate_limited_since, clock_timestamp() AS now
     FROM ledger_mirror.organizations AS organization, LATERAL (${openAnnouncements}) AS announced
     WHERE organization.realm_id = $1`,
    [realmId, entitiesWithIds],
    prepared,
  );
  if (row === undefined) throw syncError('SYNC_ORGANIZATION_UNKNOWN', { details: { realmId } });
  const { intervalSeconds, ...situation } = row;
  return {
    ...situation,
    announcedAt: row.announcedAt ?? undefined,
    askAt: row.askAt ?? undefined,
    retryAt: row.retryAt ?? undefined,
    lookedAt: row.lookedAt ?? undefined,
    proveAt: row.proveAt ?? undefined,
    requestedAt: row.requestedAt ?? undefined,
    companyCursorAt: row.companyCursorAt ?? undefined,
    rateLimitedSince: row.rateLimitedSince ?? undefined,
    intervalMs: intervalSeconds * 1000,
  };
}
