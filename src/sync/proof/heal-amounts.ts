import { toAppError } from '../../base/errors.ts';
import { entityByName, type EntityDefinition } from '../../catalogue/index.ts';
import { failureScope, fenced, type Slice } from '../company/index.ts';
import {
  askTogether,
  confirmDeletions,
  fetchByIds,
  storeDeletions,
  storeRecords,
  toBatch,
  toBatches,
} from '../store/index.ts';

/** So many people's documents are read again at once; the next comparison finds the others. */
const mostHealed = 10;

/** The documents that make up what a person owes or is owed, with the column and field that name the person. */
const documents: Readonly<
  Record<string, { readonly ref: string; readonly column: string; readonly of: readonly string[] }>
> = {
  Customer: { ref: 'CustomerRef', column: 'customer_id', of: ['Invoice', 'CreditMemo', 'Payment'] },
  Vendor: { ref: 'VendorRef', column: 'vendor_id', of: ['Bill', 'VendorCredit'] },
};

/**
 * Reads again what a differing figure is made of: the records themselves, and all documents of the people concerned.
 * What QuickBooks does not have of them any more is confirmed and marked.
 */
export async function healAmounts(slice: Slice, name: string, ids: readonly string[]): Promise<void> {
  const healed = ids.slice(0, mostHealed);
  const entity = entityByName(name);
  if (entity === undefined) return;
  try {
    const fetched = await fetchByIds(slice, entity, entity.select, healed);
    await fenced(slice, async (tx) => {
      for (const batch of toBatches(fetched)) await storeRecords(tx, slice, entity, batch);
    });
    const { ref, column, of } = documents[name] ?? { ref: '', column: '', of: [] };
    for (const document of of) {
      const definition = entityByName(document);
      if (definition !== undefined) await readDocuments(slice, definition, ref, column, healed);
    }
  } catch (thrown) {
    const error = toAppError(thrown);
    if (slice.signal.aborted || failureScope(error) === 'company') throw error;
    slice.logger.info({ entity: name, code: error.code }, 'what differs cannot be read again');
  }
}

async function readDocuments(
  slice: Slice,
  entity: EntityDefinition,
  ref: string,
  column: string,
  ids: readonly string[],
): Promise<void> {
  const statements = ids.map(
    (id) =>
      `SELECT ${entity.select} FROM ${entity.name} WHERE ${ref} = '${id.replaceAll(/[\\']/g, '\\$&')}' MAXRESULTS 1000`,
  );
  for (const [index, item] of (await askTogether(slice, statements)).entries()) {
    const person = ids[index];
    if ('error' in item || person === undefined || item.records.length >= 1000) continue;
    const stored = await slice.db.query<{ id: string }>(
      `SELECT id FROM quickbooks.${entity.table} WHERE realm_id = $1 AND ${column} = $2 AND deleted_at IS NULL`,
      [slice.realmId, person],
    );
    const came = new Set(item.records.map(({ id }) => id));
    const absent = stored.filter(({ id }) => !came.has(id)).map(({ id }) => ({ id, updatedAt: undefined }));
    const gone = await confirmDeletions(slice, entity, absent);
    await fenced(slice, async (tx) => {
      await storeRecords(tx, slice, entity, { ...toBatch(item), isReread: true });
      for (const { gone: deletions, confirmedAt } of gone)
        await storeDeletions(tx, slice, entity, deletions, confirmedAt);
    });
  }
}
