import type { RealmId } from '../../base/realm-id.ts';
import { toAppError } from '../../base/errors.ts';
import { type EntityDefinition, hasOwnId } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import { missingTargets } from '../../tables/referring-records.ts';
import { sizes } from '../../tuning/sizes.ts';
import { definitionOf, type EntityState, type Slice } from '../company/index.ts';
import { suspectMerges, reread } from '../store/index.ts';

/** So many missing records are asked for a day: two queries of an entity. */
const mostSought = 2 * sizes.idsAQuery;
/** Going through all references of a company must not hold anybody up; the next day tries again. */
const longestSearch = '10s';

/**
 * Asks for records that others refer to and that are not here, by their ids, before their references are called
 * dangling. What QuickBooks does not have either is not asked for again for 30 days; one record that refers to it is
 * read again.
 */
export async function seekMissing(slice: Slice, states: readonly EntityState[]): Promise<void> {
  let left = mostSought;
  for (const state of states) {
    const entity = definitionOf(state);
    if (left <= 0 || !hasOwnId(entity)) continue;
    const ids = await findMissing(slice, entity, left);
    left -= ids.length;
    if (ids.length > 0) await seek(slice, entity, ids);
  }
}

async function findMissing(
  slice: Slice,
  entity: EntityDefinition,
  limit: number,
): Promise<readonly string[]> {
  try {
    return await slice.db.transaction(async (tx) => {
      await tx.execute(`SET LOCAL statement_timeout = '${longestSearch}'; SET LOCAL jit = off`);
      return missingTargets(tx, slice.realmId, entity, limit);
    });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (slice.signal.aborted) throw error;
    slice.logger.warn(
      { entity: entity.name, code: error.code },
      'references to missing records could not be looked through',
    );
    return [];
  }
}

async function seek(slice: Slice, entity: EntityDefinition, ids: readonly string[]): Promise<void> {
  let found = 0;
  const refusal = await reread(slice, entity, ids, 'records that others refer to', {
    async after(tx, { present, gone }) {
      found = present.size;
      await noteSought(tx, slice, entity, ids, present);
      // A name that is gone may have been merged into another one while nobody looked.
      await suspectMerges(tx, slice.realmId, entity, gone);
    },
  });
  if (refusal === undefined)
    slice.logger.info(
      { entity: entity.name, sought: ids.length, found },
      'records others refer to were sought',
    );
}

async function noteSought(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  ids: readonly string[],
  found: ReadonlySet<string>,
): Promise<void> {
  await tx.query(
    `INSERT INTO ledger_mirror.sought_references AS sought (realm_id, entity, record_id, found)
     SELECT $1, $2, * FROM unnest($3::text[], $4::boolean[])
     ON CONFLICT (realm_id, entity, record_id) DO UPDATE
       SET found = excluded.found, sought_at = excluded.sought_at`,
    [slice.realmId, entity.name, ids, ids.map((id) => found.has(id))],
  );
}

/** The database's clock was set back: what was asked for tomorrow was asked for now. */
export async function soughtInTheFuture(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.sought_references SET sought_at = clock_timestamp()
     WHERE realm_id = $1 AND sought_at > clock_timestamp()`,
    [realmId],
  );
}
