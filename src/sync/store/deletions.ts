import { type EntityDefinition, hasOwnId } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { RecordStamp } from '../../quickbooks/index.ts';
import type { Deletion } from '../../tables/deletions.ts';
import { sizes } from '../../tuning/sizes.ts';
import type { Slice } from '../company/index.ts';
import { fetchByIds, findByIdentity } from './by-id.ts';
import { storeDeletions } from './records.ts';
import { storedTable } from '../../tables/stored.ts';

/** Deletions QuickBooks has confirmed at one moment. */
export type ConfirmedDeletions = {
  readonly entity: EntityDefinition;
  readonly gone: readonly Deletion[];
  readonly confirmedAt: Date;
};

/**
 * Asks whether records that are said to be deleted are really gone, many in one call. Change data capture has called
 * records deleted that still existed, so nobody is believed without this (facts#cdc-false-deletion). What is marked
 * already is not asked again.
 */
export async function confirmDeletions(
  slice: Slice,
  entity: EntityDefinition,
  said: readonly Pick<RecordStamp, 'id' | 'updatedAt'>[],
): Promise<ConfirmedDeletions[]> {
  if (said.length === 0) return [];
  const marked = await markedAlready(slice, entity, said);
  const open = said.filter(({ id }) => !marked.has(id));
  const confirmed: ConfirmedDeletions[] = [];
  for (let start = 0; start < open.length; start += sizes.idsAQuery) {
    const asked = open.slice(start, start + sizes.idsAQuery);
    const ids = asked.map(({ id }) => id);
    const { present, time } = hasOwnId(entity)
      ? await fetchByIds(slice, entity, 'Id', ids)
      : await findByIdentity(slice, entity, ids);
    const gone = asked
      .filter(({ id }) => !present.has(id))
      .map(({ id, updatedAt }) => ({ id, deletedAt: updatedAt }));
    if (present.size > 0) {
      slice.logger.info(
        { entity: entity.name, records: present.size },
        'records said to be deleted still exist',
      );
    }
    if (gone.length > 0 && time !== undefined) confirmed.push({ entity, gone, confirmedAt: time });
  }
  return confirmed;
}

async function markedAlready(
  slice: Slice,
  entity: EntityDefinition,
  said: readonly Pick<RecordStamp, 'id'>[],
): Promise<Set<string>> {
  const rows = await slice.db.query<{ id: string }>(
    `SELECT id FROM ${storedTable(entity.table)}
     WHERE realm_id = $1 AND id = ANY ($2::text[]) AND deleted_at IS NOT NULL`,
    [slice.realmId, said.map(({ id }) => id)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Marks what QuickBooks has confirmed, each as of its confirmation. @returns how many were not marked before */
export async function storeConfirmed(
  tx: Transaction,
  slice: Slice,
  confirmed: readonly ConfirmedDeletions[],
): Promise<number> {
  let marked = 0;
  for (const { entity, gone, confirmedAt } of confirmed)
    marked += await storeDeletions(tx, slice, entity, gone, confirmedAt);
  return marked;
}
