import { type ColumnType, type Entity } from './entity.ts';
import { lists } from './entity-lists.ts';
import { transactions } from './entity-transactions.ts';

/**
 * Every entity the simulator has.
 * A new one is a row in one of the two tables, a behaviour (behaviour/) and a generator (data/).
 */
export const entities: readonly Entity[] = [...lists, ...transactions];

const byName = new Map(entities.map((entity) => [entity.name.toLowerCase(), entity]));

/** The entity a query or a path names, in any case. */
export function findEntity(name: string): Entity | undefined {
  return byName.get(name.toLowerCase());
}

/** @throws Error when the table has no such row: a mistake in the simulator itself. */
export function entityNamed(name: string): Entity {
  const entity = findEntity(name);
  if (entity === undefined) throw new Error(`The simulator has no entity ${name}.`);
  return entity;
}

/** Type of a queryable property, by its path in any case; undefined if QuickBooks cannot filter or sort by it. */
export function columnOf(entity: Entity, path: string): { name: string; type: ColumnType } | undefined {
  const wanted = path.toLowerCase();
  if (wanted === 'id') return { name: 'Id', type: 'id' };
  if (wanted === 'metadata.createtime') return { name: 'MetaData.CreateTime', type: 'time' };
  if (wanted === 'metadata.lastupdatedtime') return { name: 'MetaData.LastUpdatedTime', type: 'time' };
  for (const [name, type] of Object.entries(entity.columns)) {
    if (name.toLowerCase() === wanted) return { name, type };
  }
  return undefined;
}

/** Which entity a reference property points to; properties that are not here point to something the simulator lacks. */
export const referenceTargets: Readonly<Record<string, string>> = {
  CustomerRef: 'Customer',
  ProjectRef: 'Customer',
  ItemRef: 'Item',
  ARAccountRef: 'Account',
  DepositToAccountRef: 'Account',
  IncomeAccountRef: 'Account',
  ExpenseAccountRef: 'Account',
  AssetAccountRef: 'Account',
  ItemAccountRef: 'Account',
  DiscountAccountRef: 'Account',
};
