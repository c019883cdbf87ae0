import { partsOf, type EntityDefinition } from '../../catalogue/index.ts';
import type { Range, Slice } from '../company/index.ts';
import { storedTable } from '../../tables/stored.ts';

/** The conditions of a query that together are a range of creation times. */
function within({ from, to }: Range): string[] {
  const after = from === null ? [] : [`MetaData.CreateTime >= '${from}'`];
  return [...after, `MetaData.CreateTime < '${to}'`];
}

/** The conditions whose counts add up to the records QuickBooks has, inactive ones included; all of them without a range. */
export function countConditions(entity: EntityDefinition, range?: Range): (string | undefined)[] {
  return partsOf(entity).map((part) => {
    const all = [...(part === undefined ? [] : [part]), ...(range === undefined ? [] : within(range))];
    return all.length === 0 ? undefined : all.join(' AND ');
  });
}

/** The same as queries. */
export function countStatements(entity: EntityDefinition, range?: Range): string[] {
  return countConditions(entity, range).map(
    (where) => `SELECT COUNT(*) FROM ${entity.name}${where === undefined ? '' : ` WHERE ${where}`}`,
  );
}

/** SQL: stored records of company $1 in a range from $2 to $3, deleted ones not counted. */
export const aliveInRange = `realm_id = $1 AND deleted_at IS NULL
  AND ($2::timestamptz IS NULL OR created_at >= $2::timestamptz) AND created_at < $3::timestamptz`;

/** How many records are stored of a range, or of all; deleted ones not counted. */
export async function countStored(slice: Slice, entity: EntityDefinition, range?: Range): Promise<number> {
  const [row] = await slice.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${storedTable(entity.table)}
     WHERE ${range === undefined ? 'realm_id = $1 AND deleted_at IS NULL' : aliveInRange}`,
    [slice.realmId, ...(range === undefined ? [] : [range.from, range.to])],
  );
  return row?.count ?? 0;
}
