import { type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { findEntity, namelessReferences, referenceTargets } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type Json, type JsonObject, isObject, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';

export type Reference = {
  readonly property: string;
  readonly ref: JsonObject;
  readonly entity: string | undefined;
};

/** Calls `visit` for every reference anywhere in a body. */
export function visitReferences(value: Json, visit: (reference: Reference) => void): void {
  if (Array.isArray(value)) {
    for (const element of value) visitReferences(element, visit);
  } else if (isObject(value)) {
    for (const property in value) {
      const child: Json | undefined = (value as JsonObject)[property];
      if (typeof child !== 'object' || child === null) continue;
      const isReference = property.endsWith('Ref') || (property === 'Entity' && 'value' in child);
      if (isReference && isObject(child))
        visit({ property, ref: child, entity: targetOf(property, child, value) });
      else visitReferences(child, visit);
    }
  }
}

/** The entity a reference points to; EntityRef and Entity say it themselves or beside them. */
function targetOf(property: string, ref: JsonObject, around: JsonObject): string | undefined {
  const known = referenceTargets[property];
  if (known !== undefined || (property !== 'EntityRef' && property !== 'Entity')) return known;
  const type = textAt(ref, 'type') ?? textAt(ref, 'Type') ?? textAt(around, 'Type');
  return type === undefined ? undefined : findEntity(type)?.name;
}

function nameOf(record: StoredRecord): string | undefined {
  const { body } = record;
  return textAt(body, 'FullyQualifiedName') ?? textAt(body, 'DisplayName') ?? textAt(body, 'Name');
}

/**
 * Gives every reference the current name of what it points to (facts#reference-name: `Ref.name` is a snapshot made when
 * reading).
 * @throws Fault 2500 for a target that does not exist, 610 for one that is inactive when `mustBeActive`.
 */
export function resolveReferences(
  company: Company,
  entity: Entity,
  body: JsonObject,
  mustBeActive: boolean,
): void {
  visitReferences(body, ({ property, ref, entity: known }) => {
    const target = property === 'ParentRef' ? entity.name : known;
    const id = textAt(ref, 'value');
    // Answers carry references without an id where something system-made stands behind them.
    if (target === undefined || id === undefined) return;
    const record = company.find(target, id);
    if (record === undefined) {
      if (isPseudo(id)) return;
      throw faults.invalidReference(property, id);
    }
    if (mustBeActive && !record.active) throw faults.notFound();
    const name =
      namelessReferences.has(property) || record.entity.kind === 'transaction' ? undefined : nameOf(record);
    if (name !== undefined) setName(ref, name);
  });
}

/** The name stands right after the value, before a type: so it is recorded, and so a rename finds it. */
function setName(ref: JsonObject, name: string): void {
  if (ref['type'] === undefined) {
    ref['name'] = name;
    return;
  }
  const { value = '', name: _name, ...rest } = ref;
  for (const property of Object.keys(ref)) delete ref[property];
  Object.assign(ref, { value, name }, rest);
}

/** Targets that answers name but nobody can read: pseudo codes and the system's own items (facts#unseen-targets). */
function isPseudo(id: string): boolean {
  return /^[A-Z][A-Za-z_]*$/.test(id);
}

/** Writes the new name of a list record into every record that refers to it, without restamping them. */
export function renameReferences(
  company: Company,
  entityName: string,
  id: string,
  names: { readonly before: string; readonly after: string },
): StoredRecord[] {
  const fragment = referenceText(id, names.before);
  const changed: StoredRecord[] = [];
  for (const table of company.tables.values()) {
    for (const record of table.records()) {
      if (record.mayContain(fragment) && refreshName(record, entityName, id, names.after))
        changed.push(record);
    }
  }
  return changed;
}

function refreshName(record: StoredRecord, entityName: string, id: string, name: string): boolean {
  const { body } = record;
  let found = false;
  visitReferences(body, ({ property, ref, entity }) => {
    if (entity !== entityName || namelessReferences.has(property) || textAt(ref, 'value') !== id) return;
    ref['name'] = name;
    found = true;
  });
  if (found) record.replace(body);
  return found;
}

const NAMED = /"value":"[^"]*","name":"(?:[^"\\]|\\.)*"/g;

/**
 * Brings the names of all references up to date in one pass, for a history that has just been generated.
 * `renamed` is what was renamed meanwhile: `entity id` by the old piece of JSON.
 */
export function refreshNames(
  company: Company,
  renamed: ReadonlyMap<string, readonly [string, string]>,
): void {
  if (renamed.size === 0) return;
  for (const table of company.tables.values()) {
    for (const record of table.records()) {
      const stale = new Map<string, readonly [string, string]>();
      for (const piece of record.text.match(NAMED) ?? []) {
        const target = renamed.get(piece);
        if (target !== undefined) stale.set(target.join(' '), target);
      }
      for (const [entity, id] of stale.values()) {
        const target = company.find(entity, id);
        const name = target === undefined ? undefined : nameOf(target);
        if (name !== undefined && refreshName(record, entity, id, name)) void record.text;
      }
    }
  }
}

/** How a reference to a renamed record looks as JSON, in every record that still has the old name. */
export function referenceText(id: string, name: string): string {
  return `"value":${JSON.stringify(id)},"name":${JSON.stringify(name)}`;
}
