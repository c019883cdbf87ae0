import { toAppError } from '../../base/errors.ts';
import { sizes } from '../../base/times-and-sizes.ts';
import { entityByName, type EntityDefinition } from '../../catalogue/index.ts';
import { noteNames } from '../../tables/names.ts';
import { failureScope, fenced, type Slice } from '../company/index.ts';
import { fetchByIds, type FetchedRecords, keepUnreadable, storeRecords, toBatches } from '../store/index.ts';

/*
 * Renaming a record renames all that lie below it (`Parent:Child`), without a new stamp: no look at changes shows it
 * (facts#rename-unstamped). The page statement notes all of them (projection.ts), and so does the end of an entity's
 * first copy (tables/names.ts).
 */

/** SQL: records of company $1 that are to be asked for again now. */
export const outdatedNow = `ledger_mirror.outdated_records AS outdated
  WHERE outdated.realm_id = $1 AND outdated.ask_at <= clock_timestamp()`;

type Outdated = { readonly entity: string; readonly recordId: string; readonly noticedAt: string };

/**
 * Reads records below renamed ones again, as many of an entity as a query holds. They leave the list together with
 * being stored, so that a crash repeats one query.
 * @returns whether there were any
 */
export async function readOutdated(slice: Slice): Promise<boolean> {
  const rows = await slice.db.query<Outdated>(
    `SELECT entity, record_id, noticed_at::text FROM ${outdatedNow} ORDER BY entity, record_id LIMIT $2`,
    [slice.realmId, sizes.idsAQuery],
  );
  const [first] = rows;
  if (first === undefined) return false;
  const some = rows.filter(({ entity }) => entity === first.entity);
  const entity = entityByName(first.entity);
  // Of a version of this program that knew it.
  if (entity === undefined) await settle(slice, some);
  else await readAgain(slice, entity, some);
  return true;
}

async function readAgain(slice: Slice, entity: EntityDefinition, some: readonly Outdated[]): Promise<void> {
  let fetched: FetchedRecords;
  try {
    const ids = some.map(({ recordId }) => recordId);
    fetched = await fetchByIds(slice, entity, entity.select, ids);
  } catch (thrown) {
    const error = toAppError(thrown);
    const scope = failureScope(error);
    if (slice.signal.aborted || scope === 'company') throw error;
    slice.logger.warn(
      { entity: entity.name, code: error.code },
      'records below a renamed one cannot be read again',
    );
    return scope === 'entity-unavailable' ? settle(slice, some) : postpone(slice, some);
  }
  await settle(slice, some, { entity, fetched });
}

/** Stores what came, and takes them off the list, unless what they lie below was renamed again meanwhile. */
async function settle(
  slice: Slice,
  some: readonly Outdated[],
  came?: { readonly entity: EntityDefinition; readonly fetched: FetchedRecords },
): Promise<void> {
  await fenced(slice, async (tx) => {
    if (came !== undefined) {
      const { entity, fetched } = came;
      for (const batch of toBatches(fetched)) await storeRecords(tx, slice, entity, batch);
      await keepUnreadable(
        tx,
        slice,
        entity,
        fetched.unreadable.map((id) => ({ id })),
      );
      // Also of those that had their new name already: what refers to them may have been copied before they had it.
      await noteNames(tx, slice.realmId, entity, [...fetched.present]);
    }
    await tx.query(
      `DELETE FROM ledger_mirror.outdated_records AS outdated
       USING unnest($2::text[], $3::text[], $4::timestamptz[]) AS done (entity, record_id, noticed_at)
       WHERE outdated.realm_id = $1 AND outdated.entity = done.entity AND outdated.record_id = done.record_id
         AND outdated.noticed_at = done.noticed_at`,
      [slice.realmId, ...columns(some)],
    );
  });
}

/** To insist would keep the company from everything else. */
async function postpone(slice: Slice, some: readonly Outdated[]): Promise<void> {
  const [entities, ids] = columns(some);
  await fenced(slice, (tx) =>
    tx.query(
      `UPDATE ledger_mirror.outdated_records AS outdated SET ask_at = clock_timestamp() + interval '1 hour'
       FROM unnest($2::text[], $3::text[]) AS late (entity, record_id)
       WHERE outdated.realm_id = $1 AND outdated.entity = late.entity AND outdated.record_id = late.record_id`,
      [slice.realmId, entities, ids],
    ),
  );
}

const columns = (some: readonly Outdated[]): [string[], string[], string[]] => [
  some.map(({ entity }) => entity),
  some.map(({ recordId }) => recordId),
  some.map(({ noticedAt }) => noticedAt),
];
