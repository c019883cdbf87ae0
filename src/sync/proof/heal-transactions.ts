import { toAppError } from '../../base/errors.ts';
import { entityByName } from '../../catalogue/index.ts';
import { forgetHashes } from '../../tables/compare-page.ts';
import { failureScope, fenced, type Slice } from '../company/index.ts';
import {
  confirmDeletions,
  fetchByIds,
  keepUnreadable,
  storeDeletions,
  storeRecords,
  toBatches,
} from '../store/index.ts';

/**
 * Reads transactions again by their ids and stores them whatever their hashes say: what differs from QuickBooks is not
 * believed to be what was once stored. What is gone there is confirmed and marked.
 */
export async function healTransactions(slice: Slice, name: string, ids: readonly string[]): Promise<void> {
  const entity = entityByName(name);
  if (entity === undefined) return;
  const { realmId } = slice;
  try {
    const fetched = await fetchByIds(slice, entity, entity.select, ids);
    const absent = ids.filter((id) => !fetched.present.has(id)).map((id) => ({ id, updatedAt: undefined }));
    const gone = await confirmDeletions(slice, entity, await storedOf(slice, entity.table, absent));
    await fenced(slice, async (tx) => {
      await forgetHashes(tx, { entity, realmId }, [...fetched.present]);
      for (const batch of toBatches(fetched)) await storeRecords(tx, slice, entity, batch);
      await keepUnreadable(
        tx,
        slice,
        entity,
        fetched.unreadable.map((id) => ({ id })),
      );
      for (const { gone: deletions, confirmedAt } of gone)
        await storeDeletions(tx, slice, entity, deletions, confirmedAt);
    });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (slice.signal.aborted || failureScope(error) === 'company') throw error;
    slice.logger.info({ entity: name, code: error.code }, 'what differs cannot be read again');
  }
}

/** A report may show what no query finds; that was never here, so it is no deletion either. */
async function storedOf<T extends { readonly id: string }>(
  slice: Slice,
  table: string,
  records: readonly T[],
): Promise<readonly T[]> {
  if (records.length === 0) return records;
  const rows = await slice.db.query<{ id: string }>(
    `SELECT id FROM quickbooks.${table} WHERE realm_id = $1 AND id = ANY ($2::text[])`,
    [slice.realmId, records.map(({ id }) => id)],
  );
  const stored = new Set(rows.map(({ id }) => id));
  return records.filter(({ id }) => stored.has(id));
}
