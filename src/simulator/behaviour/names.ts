import { type Company } from '../company.ts';
import { type Entity } from '../entity.ts';
import { faults } from '../fault.ts';
import { type JsonObject, refAt, textAt } from '../store/json.ts';

const DELETED_SUFFIX = ' (deleted)';
const MAX_LEVEL = 4;

/** `Parent:Child`, and how deep it lies; 0 at the top. @throws Fault for a missing parent, a circle, or more than five levels. */
export function hierarchy(
  company: Company,
  entity: Entity,
  body: JsonObject,
  own: { readonly id: string; readonly name: string },
): { fullyQualifiedName: string; level: number } {
  let path = own.name;
  let level = 0;
  let parentId = refAt(body, 'ParentRef');
  while (parentId !== undefined) {
    const parent = company.find(entity.name, parentId);
    if (parent === undefined) throw faults.invalidReference('ParentRef', parentId);
    if (parentId === own.id) throw faults.business(`A ${entity.name} cannot lie below itself.`);
    if (level === 0) path = `${textAt(parent.body, 'FullyQualifiedName') ?? ''}:${own.name}`;
    level += 1;
    if (level > MAX_LEVEL)
      throw faults.business(`A ${entity.name} can be nested at most ${MAX_LEVEL} levels deep.`);
    parentId = refAt(parent.body, 'ParentRef');
  }
  return { fullyQualifiedName: path, level };
}

/** Adds or takes away " (deleted)" when a list record goes inactive or comes back (facts 3.4). */
export function nameForActivity(name: string, active: boolean): string {
  if (active) return name.endsWith(DELETED_SUFFIX) ? name.slice(0, -DELETED_SUFFIX.length) : name;
  return name.endsWith(DELETED_SUFFIX) ? name : `${name}${DELETED_SUFFIX}`;
}
