import type { RealmId } from '../../base/realm-id.ts';
import type { Queryable, Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import type { Slice } from '../company/index.ts';
import type { Window } from './periods.ts';

/** One comparison of a figure of QuickBooks' with ours. */
export type Reconciliation = {
  readonly id: string;
  readonly realmId: RealmId;
  readonly entity: string;
  readonly measure: Measure;
  /** The customer, vendor, account or transaction it is about; undefined for the sum over all of them. */
  readonly recordId: string | undefined;
  /** The dates that were compared; undefined where dates play no part. */
  readonly period: Window | undefined;
  /** Decimal text. */
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly reason: ReconciliationReason | undefined;
  readonly checkedAt: Date;
};

/**
 * count: records · receivables, payables: what is open, by the ageing reports · balance: of accounts, by the trial
 * balance · fields: records of which every field was compared · transactions, amounts: which ones QuickBooks' list of
 * transactions shows, and with which amounts.
 */
export type Measure =
  | 'count'
  | 'receivables'
  | 'payables'
  | 'balance'
  | 'fields'
  | 'transactions'
  | 'amounts';

/**
 * rejected: records kept aside · journal_entries: postings that open documents do not tell of · not_compared: of a type
 * that is not copied or not known · searching: being read again, then compared once more · healed: replaced by what QuickBooks
 * has · unexplained: still there after that.
 */
export type ReconciliationReason =
  | 'rejected'
  | 'journal_entries'
  | 'not_compared'
  | 'searching'
  | 'healed'
  | 'unexplained';

/** A comparison that was made and is to be stored. */
export type Compared = {
  readonly entity: string;
  readonly measure: Measure;
  readonly recordId?: string | undefined;
  readonly period?: Window;
  readonly expected: string;
  readonly actual: string;
  readonly reason: ReconciliationReason | undefined;
};

/** Whether a difference is neither explained nor mended. */
export const isOpen = ({ reason }: Pick<Compared, 'reason'>): boolean =>
  reason === 'searching' || reason === 'unexplained';

/**
 * SQL: whether a comparison of company $1 was open a short while ago: then it has been there twice.
 * @param condition  which one it is, on `made`
 */
export const wasOpen = (condition: string): string =>
  `EXISTS (SELECT FROM ledger_mirror.reconciliations AS made
           WHERE made.realm_id = $1 AND ${condition} AND made.reason IN ('searching', 'unexplained')
             AND made.checked_at > clock_timestamp() - interval '${times.proofSeenLatelyMs} milliseconds')`;

/** Stores comparisons, and says loudly which differ. */
export async function storeComparisons(
  tx: Transaction,
  slice: Slice,
  compared: readonly Compared[],
): Promise<void> {
  await tx.query(
    `INSERT INTO ledger_mirror.reconciliations
       (realm_id, run_id, entity, measure, record_id, expected, actual, reason, period_start, period_end)
     SELECT $1, $2::bigint, * FROM unnest($3::text[], $4::text[], $5::text[], $6::numeric[], $7::numeric[], $8::text[],
                                          $9::date[], $10::date[])`,
    [
      slice.realmId,
      slice.run.id,
      compared.map(({ entity }) => entity),
      compared.map(({ measure }) => measure),
      compared.map(({ recordId }) => recordId ?? null),
      compared.map(({ expected }) => expected),
      compared.map(({ actual }) => actual),
      compared.map(({ reason }) => reason ?? null),
      compared.map(({ period }) => period?.from ?? null),
      compared.map(({ period }) => period?.to ?? null),
    ],
  );
  for (const one of compared)
    if (isOpen(one)) slice.logger.warn({ ...one }, 'the copy differs from QuickBooks');
}

/** The newest comparisons first. */
export async function listReconciliations(
  db: Queryable,
  realmId: RealmId,
  limit: number,
): Promise<Reconciliation[]> {
  const rows = await db.query<
    Omit<Reconciliation, 'reason' | 'recordId' | 'period'> & {
      reason: ReconciliationReason | null;
      recordId: string | null;
      from: string | null;
      to: string | null;
    }
  >(
    `SELECT id::text, realm_id, entity, measure, record_id, expected, actual, difference, reason, checked_at,
            period_start::text AS from, period_end::text AS to
     FROM ledger_mirror.reconciliations AS made WHERE realm_id = $1 ORDER BY made.id DESC LIMIT $2`,
    [realmId, limit],
  );
  return rows.map(({ from, to, ...row }) => ({
    ...row,
    reason: row.reason ?? undefined,
    recordId: row.recordId ?? undefined,
    period: from === null || to === null ? undefined : { from, to },
  }));
}

/** Forgets old comparisons. */
export async function forgetOldReconciliations(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `DELETE FROM ledger_mirror.reconciliations
     WHERE realm_id = $1 AND checked_at < clock_timestamp() - make_interval(secs => $2)`,
    [realmId, times.reconciliationsKeptMs / 1000],
  );
}
