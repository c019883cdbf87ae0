import { type AppError } from '../../base/errors.ts';
import type { EntityDefinition } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import { fenced, type Slice, smallTrouble } from '../company/index.ts';
import { fetchByIds, toBatches, type FetchedRecords } from './by-id.ts';
import { storeRecords } from './records.ts';
import { keepUnreadable } from './rejected.ts';

/** What reading records again found, beside what is stored by now. */
export type Reread = FetchedRecords & {
  /** Those of the ids asked for that QuickBooks does not have any more, in their order. */
  readonly gone: readonly string[];
};

/** What a step does with it, in the transaction that stores what came. */
export type RereadSteps = {
  /** Before anything is stored. */
  readonly before?: (tx: Transaction, found: Reread) => Promise<void>;
  readonly after?: (tx: Transaction, found: Reread) => Promise<void>;
};

/**
 * Reads records again by their ids, inactive ones too, and stores how they are now: the one way to do it. What cannot be
 * rendered is kept aside (I13). A call for 200 of them; nothing is stored where QuickBooks refuses the call.
 * @param what  names the records in the log: "rejected records"
 * @returns why QuickBooks refused, where the trouble is theirs or their entity's; undefined where all went well
 * @throws AppError what concerns the whole company
 */
export async function reread(
  slice: Slice,
  entity: EntityDefinition,
  ids: readonly string[],
  what: string,
  { before, after }: RereadSteps = {},
): Promise<AppError | undefined> {
  let fetched: FetchedRecords;
  try {
    fetched = await fetchByIds(slice, entity, entity.select, ids);
  } catch (thrown) {
    const error = smallTrouble(slice, thrown);
    slice.logger.warn({ entity: entity.name, what, code: error.code }, 'records cannot be read again');
    return error;
  }
  const found = { ...fetched, gone: ids.filter((id) => !fetched.present.has(id)) };
  await fenced(slice, async (tx) => {
    await before?.(tx, found);
    await storeFetched(tx, slice, entity, fetched);
    await after?.(tx, found);
  });
  return undefined;
}

/** Stores what asking by ids brought, and keeps aside what it could not bring. */
async function storeFetched(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  fetched: FetchedRecords,
): Promise<void> {
  for (const batch of toBatches(fetched)) await storeRecords(tx, slice, entity, batch);
  await keepUnreadable(
    tx,
    slice,
    entity,
    fetched.unreadable.map((id) => ({ id })),
  );
}
