import { type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { faults } from '../base/fault.ts';
import { type JsonObject, refAt, textAt } from '../values/json.ts';

const SUFFIX = / \(deleted(?: \d+)?\)$/;
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

/** Adds or takes away " (deleted)" when a list record goes inactive or comes back (facts#inactive-suffix). */
export function nameForActivity(name: string, active: boolean): string {
  return active ? name.replace(SUFFIX, '') : deletedName(name);
}

export function deletedName(name: string): string {
  return `${name.replace(SUFFIX, '')} (deleted)`;
}

/** Makes it " (deleted 1)" and so on in a body that goes inactive under a name another inactive record has. */
export function numberDeleted(company: Company, entity: Entity, body: JsonObject, ownId: string): void {
  const { uniqueBy, names } = entity;
  if (uniqueBy === undefined || body['Active'] !== false) return;
  for (let number = 1; ; number += 1) {
    const holder = company.table(entity.name).idOfName(textAt(body, uniqueBy) ?? '');
    if (holder === undefined || holder === ownId) return;
    for (const property of names) {
      const name = textAt(body, property);
      if (name !== undefined) body[property] = name.replace(SUFFIX, ` (deleted ${number})`);
    }
  }
}
