import type { EntityDefinition } from './entity.ts';

/**
 * The conditions that together show every record of an entity, each a listing of its own. QuickBooks hides inactive
 * rows of lists (facts#active-hidden); where some rows have no `Active` at all, the condition that shows the inactive
 * ones would hide those (facts#pseudo-tax-codes).
 */
export function partsOf(entity: EntityDefinition): readonly (string | undefined)[] {
  if (entity.inactiveApart) return [undefined, 'Active = false'];
  return [entity.hasActive ? 'Active IN (true, false)' : undefined];
}

/** Whether QuickBooks gives its records an Id, by which they can be asked for. */
export function hasOwnId(entity: EntityDefinition): boolean {
  return entity.identity.length === 1 && entity.identity[0] === 'Id';
}
