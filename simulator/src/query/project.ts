import { type Entity } from '../entities/entity.ts';
import { faults } from '../base/fault.ts';
import { type JsonObject, objectAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Statement } from './parse.ts';

/** How a row of the answer is printed: whole, without what `*` leaves out, or only the properties named (then `sparse`). */
export function projection(entity: Entity, { star, select }: Statement): (record: StoredRecord) => string {
  const known = new Map(entity.properties.map((property) => [property.toLowerCase(), property]));
  const wanted = new Map<string, string[]>();
  for (const path of select) {
    const [head = '', ...rest] = path.split('.');
    const property = known.get(head.toLowerCase());
    if (property === undefined) throw faults.invalidQuery(`property '${path}' is not queryable`);
    const inner = wanted.get(property) ?? [];
    if (rest.length > 0) inner.push(rest.join('.'));
    wanted.set(property, inner);
  }
  if (star) {
    const namesAll = entity.notInStar.every((property) => wanted.has(property));
    return namesAll ? (record) => record.text : (record) => record.starText;
  }
  return (record) => {
    const body = record.body;
    const row: JsonObject = {};
    for (const property of entity.properties) {
      const inner = wanted.get(property);
      const value = body[property];
      if (property === 'sparse') row['sparse'] = true;
      if (inner === undefined || value === undefined || property === 'sparse') continue;
      if (inner.length === 0) row[property] = value;
      else row[property] = pick(objectAt(body, property), inner);
    }
    return JSON.stringify(row);
  };
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(from).filter(([name]) => wanted.has(name.toLowerCase())));
}
