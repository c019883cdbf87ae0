import { type Company } from './company.ts';
import { type Entity } from './entity.ts';
import { referenceTargets } from './entities.ts';
import { faults } from './fault.ts';
import { type Json, type JsonObject, isObject, textAt } from './store/json.ts';
import { type StoredRecord } from './store/record.ts';

function visitReferences(value: Json, visit: (property: string, ref: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const element of value) visitReferences(element, visit);
  } else if (isObject(value)) {
    for (const [property, child] of Object.entries(value)) {
      if (property.endsWith('Ref') && isObject(child)) visit(property, child);
      else visitReferences(child, visit);
    }
  }
}

/**
 * Gives every reference the current name of what it points to (facts 8: `Ref.name` is a snapshot made when reading).
 * @throws Fault 2500 for a target that does not exist, 610 for one that is inactive when `mustBeActive`.
 */
export function resolveReferences(
  company: Company,
  entity: Entity,
  body: JsonObject,
  mustBeActive: boolean,
): void {
  visitReferences(body, (property, ref) => {
    const target = property === 'ParentRef' ? entity.name : referenceTargets[property];
    if (target === undefined) return;
    const id = textAt(ref, 'value');
    const record = id === undefined ? undefined : company.find(target, id);
    if (record === undefined) throw faults.invalidReference(property, id ?? '');
    if (mustBeActive && !record.active) throw faults.notFound();
    const name = textAt(record.body, 'FullyQualifiedName');
    if (property !== 'ParentRef' && name !== undefined) ref['name'] = name;
  });
}

/** Writes the new name of a list record into every record that refers to it, without restamping them. */
export function renameReferences(
  company: Company,
  entityName: string,
  id: string,
  names: { readonly before: string; readonly after: string },
): StoredRecord[] {
  const fragment = `"value":${JSON.stringify(id)},"name":${JSON.stringify(names.before)}`;
  const changed: StoredRecord[] = [];
  for (const table of company.tables.values()) {
    for (const record of table.records()) {
      if (!record.mayContain(fragment)) continue;
      const body = record.body;
      let found = false;
      visitReferences(body, (property, ref) => {
        if (referenceTargets[property] !== entityName || textAt(ref, 'value') !== id) return;
        ref['name'] = names.after;
        found = true;
      });
      if (!found) continue;
      record.replace(body);
      changed.push(record);
    }
  }
  return changed;
}

/** Brings the names of all references up to date in one pass, for a history that has just been generated. */
export function refreshNames(company: Company): void {
  for (const table of company.tables.values()) {
    for (const record of table.records()) {
      const body = record.body;
      visitReferences(body, (property, ref) => {
        const target = referenceTargets[property];
        const named = target === undefined ? undefined : company.find(target, textAt(ref, 'value') ?? '');
        const name = named === undefined ? undefined : textAt(named.body, 'FullyQualifiedName');
        if (name !== undefined) ref['name'] = name;
      });
      record.replace(body);
    }
  }
}
