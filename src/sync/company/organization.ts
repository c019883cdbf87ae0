import type { RealmId } from '../../base/realm-id.ts';
import type { Queryable, Transaction } from '../../postgres/database.ts';
import { syncError } from './errors.ts';
import { publish } from './events.ts';
import { asideWords, loadKeptAside } from './kept-aside.ts';
import type { OrganizationStatus } from './state.ts';
import { storedTable } from '../../tables/stored.ts';

/** One connected QuickBooks company. */
export type Organization = {
  readonly realmId: RealmId;
  readonly companyName: string | undefined;
  readonly country: string | undefined;
  readonly homeCurrency: string | undefined;
  readonly status: OrganizationStatus;
  /** One sentence for a person: why the status is what it is, or what is wrong although it is `current`. */
  readonly statusReason: string | undefined;
  readonly connectedAt: Date;
  readonly lastSuccessAt: Date | undefined;
  /** Every change QuickBooks had committed by this instant is stored. */
  readonly currentThrough: Date | undefined;
  readonly nextRunAt: Date;
  readonly intervalSeconds: number;
  /** Whether sensitive fields are stored; `removing`: they are left out, and what was stored is being taken away. */
  readonly sensitiveFields: 'stored' | 'removing' | 'excluded';
  /** Records stored. */
  readonly rows: number;
  /** How many records QuickBooks has, by its own counts, once they are known for every entity. */
  readonly expectedRows: number | undefined;
  /** Records kept aside, which are not in the copy as QuickBooks has them. */
  readonly rejected: number;
};

/** Every company, by name. */
export const listOrganizations = (db: Queryable): Promise<Organization[]> => select(db, undefined);

/** @throws AppError SYNC_ORGANIZATION_UNKNOWN */
export async function loadOrganization(db: Queryable, realmId: RealmId): Promise<Organization> {
  const [organization] = await select(db, realmId);
  if (organization === undefined) throw syncError('SYNC_ORGANIZATION_UNKNOWN', { details: { realmId } });
  return organization;
}

async function select(db: Queryable, realmId: RealmId | undefined): Promise<Organization[]> {
  const rows = await db.query<Record<keyof Organization, unknown>>(
    `SELECT realm_id, company_name, country, home_currency, status, status_reason, connected_at, last_success_at,
            -- QuickBooks' clock and ours may differ, and clocks get corrected: never show a moment that is to come.
            CASE WHEN current_through > now() THEN now() ELSE current_through END AS current_through, next_run_at, interval_seconds,
            CASE WHEN NOT exclude_sensitive THEN 'stored' WHEN sensitive_removed_at IS NULL THEN 'removing' ELSE 'excluded' END AS sensitive_fields,
            coalesce(entity.rows, 0)::bigint AS rows,
            entity.expected_rows::bigint AS expected_rows,
            (SELECT count(*) FROM ledger_mirror.rejected_records AS record WHERE record.realm_id = organizations.realm_id) AS rejected
     FROM ledger_mirror.organizations
     LEFT JOIN LATERAL (
       SELECT sum(rows) AS rows,
              -- What has grown since it was counted must not show as more than everything.
              CASE WHEN bool_and(expected_rows IS NOT NULL OR status = 'unavailable')
                   THEN sum(greatest(expected_rows, rows)) END AS expected_rows
       FROM ledger_mirror.entity_states AS state WHERE state.realm_id = organizations.realm_id
     ) AS entity ON true
     WHERE $1::text IS NULL OR realm_id = $1
     ORDER BY company_name NULLS LAST, realm_id`,
    [realmId ?? null],
  );
  const organizations = rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
      ) as Organization,
  );
  return withKeptAside(db, organizations);
}

/** A company that has records aside says so, and counts them among those that QuickBooks has. */
async function withKeptAside(db: Queryable, organizations: readonly Organization[]): Promise<Organization[]> {
  const some = organizations.filter(({ rejected }) => rejected > 0);
  const uncounted = new Map<string, number>();
  for (const one of await loadKeptAside(
    db,
    some.map(({ realmId }) => realmId),
  ))
    uncounted.set(one.realmId, (uncounted.get(one.realmId) ?? 0) + one.uncounted);
  return organizations.map((organization) => {
    const { realmId, status, expectedRows, rejected } = organization;
    if (rejected === 0) return organization;
    return {
      ...organization,
      statusReason: organization.statusReason ?? (status === 'current' ? asideWords(rejected) : undefined),
      expectedRows: expectedRows === undefined ? undefined : expectedRows + (uncounted.get(realmId) ?? 0),
    };
  });
}

/** What the list of companies shows comes from the company's own records, once they are stored. */
export async function adoptProfile(tx: Transaction, realmId: RealmId): Promise<void> {
  const [organization] = await tx.query<{ status: OrganizationStatus }>(
    `UPDATE ledger_mirror.organizations AS organization
     SET company_name = coalesce(info.company_name, organization.company_name),
         country = coalesce(info.country, organization.country),
         home_currency = coalesce(preferences.currency_prefs_home_currency_id, organization.home_currency)
     FROM (SELECT $1::text AS realm_id) AS company
     LEFT JOIN ${storedTable('company_info')} AS info USING (realm_id)
     LEFT JOIN quickbooks.preferences AS preferences USING (realm_id)
     WHERE organization.realm_id = $1 RETURNING organization.status`,
    [realmId],
  );
  if (organization !== undefined)
    await publish(tx, { type: 'organization', realmId, status: organization.status });
}
