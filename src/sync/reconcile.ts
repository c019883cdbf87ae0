import type { RealmId } from '../base/realm-id.ts';
import { entities, type EntityDefinition } from '../catalogue/index.ts';
import type { Queryable, Transaction } from '../postgres/database.ts';
import type { BatchItem } from '../quickbooks/index.ts';
import { definitionOf, saveProgress, type EntityState } from './entity-states.ts';
import { everything, readEverythingAgain } from './retry-rejected.ts';
import { fenced, type Slice } from './slice.ts';
import { askTogether } from './ask-together.ts';
import { countLocal, countStatements, wholeRange } from './sweep.ts';

/** One comparison of a figure of QuickBooks' with ours. */
export type Reconciliation = {
  readonly id: string;
  readonly realmId: RealmId;
  readonly entity: string;
  readonly measure: 'count';
  /** Decimal text. */
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly reason: ReconciliationReason | undefined;
  readonly checkedAt: Date;
};

/** rejected: records kept aside · searching: being healed, to be checked again · unexplained: still there after that. */
export type ReconciliationReason = 'rejected' | 'searching' | 'unexplained';

const severalRows = entities.filter(({ kind }) => kind !== 'singleton').map(({ name }) => name);

const everyMs = 24 * 3_600_000;
/** A difference has to be there twice, so long apart, before it is raised. */
const checkAgainMs = 10 * 60_000;

type Compared = {
  readonly entity: EntityDefinition;
  readonly state: EntityState;
  readonly to: string;
  readonly expected: number;
  readonly actual: number;
  readonly reason: ReconciliationReason | undefined;
};

/**
 * Compares how many records of each entity QuickBooks has with how many are stored, up to what the cursor covers. An
 * entity that differs is searched range by range, which heals it both ways; ten minutes later the comparison is made
 * again, and what differs still is raised.
 */
export async function proveCounts(slice: Slice, states: readonly EntityState[]): Promise<void> {
  const [company] = await slice.db.query<{ healing: boolean }>(
    'SELECT healing FROM ledger_mirror.organizations WHERE realm_id = $1',
    [slice.realmId],
  );
  const asked = states.flatMap((state) => {
    const entity = definitionOf(state);
    if (entity.kind === 'singleton' || state.cursorAt === undefined) return [];
    const to = state.cursorAt.toISOString();
    // Of what times cannot list, times cannot count either.
    const range = state.byPosition ? undefined : wholeRange(to);
    return [{ entity, state, to, range, statements: countStatements(entity, range) }];
  });
  const items = [
    ...(await askTogether(
      slice,
      asked.flatMap(({ statements }) => statements),
    )),
  ];
  const compared: Compared[] = [];
  for (const { entity, state, to, range, statements } of asked) {
    const expected = sumOf(slice, entity, items.splice(0, statements.length));
    if (expected === undefined) continue;
    const actual = await countLocal(slice, entity, range);
    const reason = await reasonOf(slice, entity, actual - expected, company?.healing === true);
    compared.push({ entity, state, to, expected, actual, reason });
  }
  await fenced(slice, (tx) => record(tx, slice, compared));
}

/** An entity that cannot be counted is no reason to call the company failed: what it has was stored all the same. */
function sumOf(slice: Slice, entity: EntityDefinition, items: readonly BatchItem[]): number | undefined {
  let sum = 0;
  for (const item of items) {
    if ('error' in item || item.totalCount === undefined) {
      const code = 'error' in item ? item.error.code : undefined;
      slice.logger.info({ entity: entity.name, code }, 'records cannot be counted');
      return undefined;
    }
    sum += item.totalCount;
  }
  return sum;
}

async function reasonOf(
  slice: Slice,
  entity: EntityDefinition,
  difference: number,
  again: boolean,
): Promise<ReconciliationReason | undefined> {
  if (difference === 0) return undefined;
  const [row] = await slice.db.query<{ rejected: number; unnamedDue: number }>(
    `SELECT count(*)::int AS rejected,
            count(*) FILTER (WHERE record_id IS NULL AND retry_at <= clock_timestamp())::int AS unnamed_due
     FROM ledger_mirror.rejected_records WHERE realm_id = $1 AND entity = $2`,
    [slice.realmId, entity.name],
  );
  // One that nobody could name is tried again by reading what is around it.
  if (row !== undefined && row.rejected > 0 && difference === -row.rejected)
    return row.unnamedDue > 0 ? 'searching' : 'rejected';
  return again ? 'unexplained' : 'searching';
}

async function record(tx: Transaction, slice: Slice, compared: readonly Compared[]): Promise<void> {
  const { realmId } = slice;
  await tx.query(
    `INSERT INTO ledger_mirror.reconciliations (realm_id, run_id, entity, measure, expected, actual, reason)
     SELECT $1, $2::bigint, entity, 'count', expected, actual, reason
     FROM unnest($3::text[], $4::bigint[], $5::bigint[], $6::text[]) AS compared (entity, expected, actual, reason)`,
    [
      realmId,
      slice.run.id,
      compared.map(({ entity }) => entity.name),
      compared.map(({ expected }) => expected),
      compared.map(({ actual }) => actual),
      compared.map(({ reason }) => reason ?? null),
    ],
  );
  // Nothing is missing, so whatever could not be named has come.
  await tx.query(
    `DELETE FROM ledger_mirror.rejected_records
     WHERE realm_id = $1 AND entity = ANY ($2::text[]) AND record_id IS NULL`,
    [
      realmId,
      compared.filter(({ expected, actual }) => expected === actual).map(({ entity }) => entity.name),
    ],
  );
  const searched = compared.filter(({ reason }) => reason === 'searching' || reason === 'unexplained');
  const healing = searched.some(({ reason }) => reason === 'searching');
  for (const { entity, state, to, expected, actual, reason } of searched) {
    slice.logger.warn({ entity: entity.name, expected, actual, reason }, 'the copy differs from QuickBooks');
    await saveProgress(tx, realmId, entity, {
      position: state.byPosition ? everything : { kind: 'sweep', through: to, ranges: [wholeRange(to)] },
      cursorAt: state.cursorAt,
    });
  }
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET healing = $2, prove_at = clock_timestamp() + make_interval(secs => $3) WHERE realm_id = $1`,
    [realmId, healing, (healing ? checkAgainMs : everyMs) / 1000],
  );
  await tx.query(
    `DELETE FROM ledger_mirror.reconciliations WHERE realm_id = $1 AND checked_at < clock_timestamp() - interval '90 days'`,
    [realmId],
  );
}

/** The newest comparisons first. */
export async function listReconciliations(
  db: Queryable,
  realmId: RealmId,
  limit: number,
): Promise<Reconciliation[]> {
  const rows = await db.query<Omit<Reconciliation, 'reason'> & { reason: ReconciliationReason | null }>(
    `SELECT id::text, realm_id, entity, measure, expected, actual, difference, reason, checked_at
     FROM ledger_mirror.reconciliations AS made WHERE realm_id = $1 ORDER BY made.id DESC LIMIT $2`,
    [realmId, limit],
  );
  return rows.map((row) => ({ ...row, reason: row.reason ?? undefined }));
}

/**
 * Makes the company due for a comparison. A deep one reads every record of every entity again: what differs in any
 * field is replaced and counts as updated, then what is gone is searched for.
 */
export async function requestProof(tx: Transaction, realmId: RealmId, deep: boolean): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations SET prove_at = clock_timestamp(), healing = false,
       next_run_at = least(next_run_at, clock_timestamp()) WHERE realm_id = $1`,
    [realmId],
  );
  if (!deep) return;
  await readEverythingAgain(tx, realmId, severalRows);
}
