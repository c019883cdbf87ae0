import { entityByName, type EntityDefinition } from '../../catalogue/index.ts';
import { forgetHashes } from '../../tables/compare-page.ts';
import { sizes } from '../../tuning/sizes.ts';
import { fenced, type Slice, smallTrouble } from '../company/index.ts';
import {
  askTogether,
  confirmDeletions,
  idLiteral,
  reread,
  storeConfirmed,
  storeRecords,
  toBatch,
} from '../store/index.ts';
import { storedTable } from '../../tables/stored.ts';

/** So many people's documents are read again at once; the next comparison finds the others. */
const mostPeople = 10;

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
export async function rereadFigures(slice: Slice, name: string, ids: readonly string[]): Promise<void> {
  const entity = entityByName(name);
  if (entity === undefined) return;
  const some = ids.slice(0, mostPeople);
  await unlessRefused(slice, entity, async () => {
    if ((await reread(slice, entity, some, 'what differs')) !== undefined) return;
    const { ref, column, of } = documents[name] ?? { ref: '', column: '', of: [] };
    for (const document of of) {
      const definition = entityByName(document);
      if (definition !== undefined) await readDocuments(slice, definition, ref, column, some);
    }
  });
}

/** What cannot be read again or stored holds up no proof: the next one finds it again, and says so if it stays. */
async function unlessRefused(
  slice: Slice,
  entity: EntityDefinition,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const error = smallTrouble(slice, thrown);
    slice.logger.warn({ entity: entity.name, code: error.code }, 'what differs cannot be read again');
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
      `SELECT ${entity.select} FROM ${entity.name} WHERE ${ref} = ${idLiteral(id)} MAXRESULTS ${sizes.page}`,
  );
  for (const [index, item] of (await askTogether(slice, statements)).entries()) {
    const person = ids[index];
    if (person === undefined) continue;
    const stored = await slice.db.query<{ id: string }>(
      `SELECT id FROM ${storedTable(entity.table)} WHERE realm_id = $1 AND ${column} = $2 AND deleted_at IS NULL`,
      [slice.realmId, person],
    );
    // One that cannot be rendered spoils the answer for all: by their ids it spoils itself, and is kept aside. (I13)
    if ('error' in item || item.records.length >= sizes.page) {
      await rereadAll(
        slice,
        entity,
        stored.map(({ id }) => id),
      );
      continue;
    }
    const came = new Set(item.records.map(({ id }) => id));
    const absent = stored.filter(({ id }) => !came.has(id)).map(({ id }) => ({ id, updatedAt: undefined }));
    const gone = await confirmDeletions(slice, entity, absent);
    await fenced(slice, async (tx) => {
      await storeRecords(tx, slice, entity, { ...toBatch(item), isReread: true });
      await storeConfirmed(tx, slice, gone);
    });
  }
}

/** The documents of a person that one answer cannot bring; the next comparison goes on where there are many. */
async function rereadAll(slice: Slice, entity: EntityDefinition, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await reread(slice, entity, ids.slice(0, sizes.page), 'documents of what differs');
}

/**
 * Reads transactions again by their ids and stores them whatever their hashes say: what differs from QuickBooks is not
 * believed to be what was once stored. What is gone there is confirmed and marked.
 */
export async function rereadTransactions(slice: Slice, name: string, ids: readonly string[]): Promise<void> {
  const entity = entityByName(name);
  if (entity === undefined) return;
  const { realmId } = slice;
  await unlessRefused(slice, entity, async () => {
    let absent: readonly string[] = [];
    const refusal = await reread(slice, entity, ids, 'what differs', {
      async before(tx, { present, gone }) {
        absent = gone;
        await forgetHashes(tx, { entity, realmId }, [...present]);
      },
    });
    if (refusal !== undefined) return;
    const confirmed = await confirmDeletions(slice, entity, await storedOf(slice, entity, absent));
    if (confirmed.length > 0) await fenced(slice, (tx) => storeConfirmed(tx, slice, confirmed));
  });
}

/** A report may show what no query finds; that was never here, so it is no deletion either. */
async function storedOf(
  slice: Slice,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly updatedAt: undefined }[]> {
  if (ids.length === 0) return [];
  const rows = await slice.db.query<{ id: string }>(
    `SELECT id FROM ${storedTable(entity.table)} WHERE realm_id = $1 AND id = ANY ($2::text[])`,
    [slice.realmId, ids],
  );
  return rows.map(({ id }) => ({ id, updatedAt: undefined }));
}
