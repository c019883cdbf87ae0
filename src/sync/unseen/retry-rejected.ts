import type { RealmId } from '../../base/realm-id.ts';
import { entities, entityByName, type EntityDefinition, hasOwnId } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import { sizes } from '../../tuning/sizes.ts';
import { fenced, type Slice, readEverythingAgain } from '../company/index.ts';
import { storeDeletions, letGoOfNameless, reread, retryAll, waitADay } from '../store/index.ts';

/** Entities whose records can be asked for by id; the rest comes anew with each listing. */
export const entitiesWithIds = entities.filter(hasOwnId).map(({ name }) => name);

/** Rejected records that can be asked for: $1 is the company, $2 the entities with ids. */
const askable = `FROM ledger_mirror.rejected_records AS rejected
  JOIN ledger_mirror.entity_states AS state USING (realm_id, entity)
  WHERE realm_id = $1 AND entity = ANY ($2::text[]) AND record_id IS NOT NULL
    AND state.cursor_at IS NOT NULL AND state.status <> 'unavailable'`;

/** SQL: when the next rejected record of company $1 is to be tried again; $2 is `entitiesWithIds`. */
export const nextRetry = `SELECT min(rejected.retry_at) ${askable}`;

/**
 * Asks again for rejected records whose time has come, as many of an entity as a query holds. What can be stored now
 * leaves quarantine, what is gone is marked as deleted, what is refused again waits another day.
 */
export async function retryRejected(slice: Slice): Promise<void> {
  const due = await slice.db.query<{ entity: string; recordId: string }>(
    `SELECT entity, record_id ${askable} AND rejected.retry_at <= clock_timestamp()
     ORDER BY rejected.retry_at LIMIT $3`,
    [slice.realmId, entitiesWithIds, sizes.idsAQuery],
  );
  for (const [name, records] of Map.groupBy(due, ({ entity }) => entity)) {
    const entity = entityByName(name);
    if (entity !== undefined)
      await retry(
        slice,
        entity,
        records.map(({ recordId }) => recordId),
      );
  }
}

async function retry(slice: Slice, entity: EntityDefinition, ids: readonly string[]): Promise<void> {
  const refusal = await reread(slice, entity, ids, 'rejected records', {
    async after(tx, { gone, time }) {
      const deletions = gone.map((id) => ({ id, deletedAt: undefined }));
      if (time !== undefined) await storeDeletions(tx, slice, entity, deletions, time);
      await waitADay(tx, slice.realmId, entity, ids);
    },
  });
  if (refusal !== undefined) await fenced(slice, (tx) => waitADay(tx, slice.realmId, entity, ids));
}

/**
 * Lets a company's rejected records be tried again now. Those that nobody can name are looked for by reading their
 * entity again.
 * @returns how many there are
 */
export async function requestRetry(tx: Transaction, realmId: RealmId): Promise<number> {
  const rows = await retryAll(tx, realmId);
  const unnamed = rows.filter(
    ({ entity, recordId }) => recordId === null || !entitiesWithIds.includes(entity),
  );
  await readEverythingAgain(tx, realmId, [...new Set(unnamed.map(({ entity }) => entity))]);
  await letGoOfNameless(tx, realmId);
  return rows.length;
}
