import { entityByName, type EntityDefinition } from '../../catalogue/index.ts';
import { noteNames } from '../../tables/names.ts';
import { nextOutdated, postponeOutdated, settleOutdated, type Outdated } from '../../tables/outdated.ts';
import { sizes } from '../../tuning/sizes.ts';
import { failureScope, fenced, type Slice } from '../company/index.ts';
import { reread } from '../store/index.ts';

/*
 * Renaming a record renames all that lie below it (`Parent:Child`), without a new stamp: no look at changes shows it
 * (facts#rename-unstamped). The page statement notes all of them (projection.ts), and so does the end of an entity's
 * first copy (tables/names.ts).
 */

/**
 * Reads records below renamed ones again, as many of an entity as a query holds. They leave the list together with
 * being stored, so that a crash repeats one query.
 * @returns whether there were any
 */
export async function readOutdated(slice: Slice): Promise<boolean> {
  const listed = await nextOutdated(slice.db, slice.realmId, sizes.idsAQuery);
  const [first] = listed;
  if (first === undefined) return false;
  const some = listed.filter(({ entity }) => entity === first.entity);
  const entity = entityByName(first.entity);
  if (entity !== undefined) await readAgain(slice, entity, some);
  // Of a version of this program that knew it.
  else await fenced(slice, (tx) => settleOutdated(tx, slice.realmId, some));
  return true;
}

async function readAgain(slice: Slice, entity: EntityDefinition, some: readonly Outdated[]): Promise<void> {
  const { realmId } = slice;
  const ids = some.map(({ recordId }) => recordId);
  const refusal = await reread(slice, entity, ids, 'records below a renamed one', {
    async after(tx, { present }) {
      // Also of those that had their new name already: what refers to them may have been copied before they had it.
      await noteNames(tx, realmId, entity, [...present]);
      await settleOutdated(tx, realmId, some);
    },
  });
  if (refusal === undefined) return;
  const isGone = failureScope(refusal) === 'entity-unavailable';
  await fenced(slice, (tx) => (isGone ? settleOutdated : postponeOutdated)(tx, realmId, some));
}
