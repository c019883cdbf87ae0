import { toAppError } from '../../base/errors.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { sizes } from '../../base/times-and-sizes.ts';
import { entities, entityByName, type EntityDefinition, hasOwnId } from '../../catalogue/index.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { failureScope, fenced, type Slice } from '../company/index.ts';
import {
  fetchByIds,
  type FetchedRecords,
  keepUnreadable,
  storeDeletions,
  storeRecords,
  toBatches,
} from '../store/index.ts';

/** Entities whose records can be asked for by id; the rest comes anew with each listing. */
export const named = entities.filter(hasOwnId).map(({ name }) => name);

/** Rejected records that can be asked for: $1 is the company, $2 the entities with ids. */
const askable = `ledger_mirror.rejected_records AS rejected
  JOIN ledger_mirror.entity_states AS state USING (realm_id, entity)
  WHERE realm_id = $1 AND entity = ANY ($2::text[]) AND record_id IS NOT NULL
    AND state.cursor_at IS NOT NULL AND state.status NOT IN ('unavailable', 'disabled')`;

/** SQL: when the next rejected record of company $1 is to be tried again; $2 is `named`. */
export const nextRetry = `SELECT min(rejected.retry_at) FROM ${askable}`;

/**
 * Asks again for rejected records whose time has come, as many of an entity as a query holds. What can be stored now
 * leaves quarantine, what is gone is marked as deleted, what is refused again waits another day.
 */
export async function retryRejected(slice: Slice): Promise<void> {
  const due = await slice.db.query<{ entity: string; recordId: string }>(
    `SELECT entity, record_id FROM ${askable} AND rejected.retry_at <= clock_timestamp()
     ORDER BY rejected.retry_at LIMIT $3`,
    [slice.realmId, named, sizes.idsAQuery],
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
  let fetched: FetchedRecords | undefined;
  try {
    fetched = await fetchByIds(slice, entity, entity.select, ids);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (slice.signal.aborted || failureScope(error) === 'company') throw error;
    slice.logger.info({ entity: entity.name, code: error.code }, 'rejected records cannot be asked for');
  }
  await fenced(slice, async (tx) => {
    if (fetched !== undefined) {
      const { present } = fetched;
      for (const batch of toBatches(fetched)) await storeRecords(tx, slice, entity, batch);
      await keepUnreadable(
        tx,
        slice,
        entity,
        fetched.unreadable.map((id) => ({ id })),
      );
      const gone = ids.filter((id) => !present.has(id)).map((id) => ({ id, deletedAt: undefined }));
      if (fetched.time !== undefined) await storeDeletions(tx, slice, entity, gone, fetched.time);
    }
    // Whatever became of them, none is asked for again before tomorrow.
    await tx.query(
      `UPDATE ledger_mirror.rejected_records SET retry_at = clock_timestamp() + interval '1 day'
       WHERE realm_id = $1 AND entity = $2 AND record_id = ANY ($3::text[]) AND retry_at <= clock_timestamp()`,
      [slice.realmId, entity.name, ids],
    );
  });
}

/**
 * Lets a company's rejected records be tried again now. Those that nobody can name are looked for by reading their
 * entity again.
 * @returns how many there are
 */
export async function requestRetry(tx: Transaction, realmId: RealmId): Promise<number> {
  const rows = await tx.query<{ entity: string; recordId: string | null }>(
    `UPDATE ledger_mirror.rejected_records SET retry_at = clock_timestamp() WHERE realm_id = $1
     RETURNING entity, record_id`,
    [realmId],
  );
  const unnamed = rows.filter(({ entity, recordId }) => recordId === null || !named.includes(entity));
  await readEverythingAgain(tx, realmId, [...new Set(unnamed.map(({ entity }) => entity))]);
  // Reading the entity keeps aside again what still cannot be rendered.
  await tx.query('DELETE FROM ledger_mirror.rejected_records WHERE realm_id = $1 AND record_id IS NULL', [
    realmId,
  ]);
  return rows.length;
}

/** Sends current entities of a company on the road by which every record is read again, then what is gone searched for. */
export async function readEverythingAgain(
  tx: Transaction,
  realmId: RealmId,
  names: readonly string[],
  { deep = false }: { readonly deep?: boolean } = {},
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.entity_states AS state
     SET status = 'catching_up', joined = false, position = $2,
         cursor_at = CASE WHEN joined THEN organization.cursor_at ELSE state.cursor_at END
     FROM ledger_mirror.organizations AS organization
     WHERE state.realm_id = $1 AND organization.realm_id = $1 AND state.status = 'current'
       AND entity = ANY ($3::text[])`,
    [
      realmId,
      JSON.stringify(deep ? { ...everything, fields: { compared: 0, differing: 0 } } : everything),
      names,
    ],
  );
}

/** Every record of an entity again, then the search for what is gone. */
export const everything = {
  kind: 'changes',
  from: new Date(0).toISOString(),
  listing: null,
  through: null,
} as const;

/** What an older version of this program refused is tried again by this one; once for each version. */
export async function retryAfterUpgrade(db: Database, version: string): Promise<void> {
  await db.query(
    `UPDATE ledger_mirror.rejected_records SET retry_at = clock_timestamp(), tried_by = $1
     WHERE tried_by IS DISTINCT FROM $1`,
    [version],
  );
}
