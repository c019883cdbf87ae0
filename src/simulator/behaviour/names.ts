import { type Company } from '../company.ts';
import { type Entity } from '../entity.ts';
import { faults } from '../fault.ts';
import { type JsonObject, refAt, textAt } from '../store/json.ts';

const DELETED_SUFFIX = ' (deleted)';
const MAX_LEVEL = 4;

/** `Parent:Child`, and how deep it lies; 0 at the top. */
export function hierarchy(
  company: Company,
  entity: Entity,
  body: JsonObject,
  leaf: string,
): { fullyQualifiedName: string; level: number } {
  const parentId = refAt(body, 'ParentRef');
  if (parentId === undefined) return { fullyQualifiedName: leaf, level: 0 };
  const parent = company.find(entity.name, parentId);
  if (parent === undefined) throw faults.invalidReference('ParentRef', parentId);
  let level = 1;
  for (let id = refAt(parent.body, 'ParentRef'); id !== undefined; level += 1) {
    const next = company.find(entity.name, id);
    id = next === undefined ? undefined : refAt(next.body, 'ParentRef');
  }
  if (level > MAX_LEVEL)
    throw faults.business(`A ${entity.name} can be nested at most ${MAX_LEVEL} levels deep.`);
  return { fullyQualifiedName: `${textAt(parent.body, 'FullyQualifiedName') ?? ''}:${leaf}`, level };
}

/** Adds or takes away " (deleted)" when a list record goes inactive or comes back (facts 3.4). */
export function nameForActivity(name: string, active: boolean): string {
  if (active) return name.endsWith(DELETED_SUFFIX) ? name.slice(0, -DELETED_SUFFIX.length) : name;
  return name.endsWith(DELETED_SUFFIX) ? name : `${name}${DELETED_SUFFIX}`;
}
