import type { RealmId } from '../../base/realm-id.ts';
import { partsOf, type EntityDefinition } from '../../catalogue/index.ts';
import type { Queryable } from '../../postgres/database.ts';
import type { Range, Slice } from '../company/index.ts';
import { idLiteral } from './by-id.ts';
import { storedTable } from '../../tables/stored.ts';

/** The conditions of a query that together are a range of creation times. */
function within({ from, to }: Range): string[] {
  const after = from === null ? [] : [`MetaData.CreateTime >= '${from}'`];
  return [...after, `MetaData.CreateTime < '${to}'`];
}

const joined = (conditions: readonly string[]): string | undefined =>
  conditions.length === 0 ? undefined : conditions.join(' AND ');

/** The conditions that together show a range of an entity, inactive records included; all of it without a range. */
export function rangeConditions(entity: EntityDefinition, range?: Range): (string | undefined)[] {
  return partsOf(entity).map((part) =>
    joined([...(part === undefined ? [] : [part]), ...(range === undefined ? [] : within(range))]),
  );
}

/**
 * The conditions of the counts that `sumOfCounts` makes one of. Rows apart may be counted or not, whatever the
 * condition; how many of them were is asked for by their ids under the same condition, and taken off.
 */
export function countConditions(entity: EntityDefinition, range?: Range): (string | undefined)[] {
  const conditions = rangeConditions(entity, range);
  if (entity.apart.length === 0) return conditions;
  const byId = `Id IN (${entity.apart.map(idLiteral).join(', ')})`;
  return [
    ...conditions,
    ...conditions.map((condition) => joined([...(condition === undefined ? [] : [condition]), byId])),
  ];
}

/** The same as queries. */
export function countStatements(entity: EntityDefinition, range?: Range): string[] {
  return countConditions(entity, range).map(
    (where) => `SELECT COUNT(*) FROM ${entity.name}${where === undefined ? '' : ` WHERE ${where}`}`,
  );
}

/** How many records QuickBooks has, without rows apart: out of the answers to those counts, in their order. */
export function sumOfCounts(entity: EntityDefinition, counts: readonly number[]): number {
  const parts = partsOf(entity).length;
  return counts.reduce((sum, count, index) => sum + (index < parts ? count : -count), 0);
}

/** SQL: stored records of company $1 in a range from $2 to $3, deleted ones not counted. */
export const aliveInRange = `realm_id = $1 AND deleted_at IS NULL
  AND ($2::timestamptz IS NULL OR created_at >= $2::timestamptz) AND created_at < $3::timestamptz`;

/** How many records are stored of a range, or of all; neither deleted ones nor rows apart counted. */
export async function countStored(
  { db, realmId }: { readonly db: Queryable; readonly realmId: RealmId },
  entity: EntityDefinition,
  range?: Range,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${storedTable(entity.table)}
     WHERE ${range === undefined ? 'realm_id = $1 AND deleted_at IS NULL' : aliveInRange}${
       entity.apart.length === 0 ? '' : ` AND id <> ALL ($${range === undefined ? 2 : 4}::text[])`
     }`,
    [
      realmId,
      ...(range === undefined ? [] : [range.from, range.to]),
      ...(entity.apart.length === 0 ? [] : [entity.apart]),
    ],
  );
  return row?.count ?? 0;
}

/** How many rows apart are stored. */
export async function countApart(slice: Slice, entity: EntityDefinition): Promise<number> {
  if (entity.apart.length === 0) return 0;
  const [row] = await slice.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${storedTable(entity.table)}
     WHERE realm_id = $1 AND deleted_at IS NULL AND id = ANY ($2::text[])`,
    [slice.realmId, entity.apart],
  );
  return row?.count ?? 0;
}
