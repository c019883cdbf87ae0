import { type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { faults } from '../base/fault.ts';
import { createRecord, deleteRecord, updateRecord, voidRecord } from '../operations/operations.ts';
import { type JsonObject } from '../values/json.ts';

export type Write = {
  /** As in `?operation=`; without one, a body with an Id updates and one without creates. */
  readonly operation: string | undefined;
  readonly include: string | undefined;
  readonly atSeconds: number;
};

/** Does what a POST to an entity asks for; the answer's first property, name included. @throws Fault */
export function writeEntity(
  company: Company,
  entity: Entity,
  body: JsonObject,
  { operation, include, atSeconds }: Write,
): string {
  const options = { atSeconds };
  if (operation === 'delete') {
    const id = deleteRecord(company, entity, body, options);
    return `"${entity.name}":{"domain":"QBO","status":"Deleted","Id":${JSON.stringify(id)}}`;
  }
  const isVoid = operation === 'void' || include?.toLowerCase() === 'void';
  if (isVoid) return `"${entity.name}":${voidRecord(company, entity, body, options).text}`;
  const isCreate = operation === 'create' || (operation === undefined && body['Id'] === undefined);
  if (!isCreate && operation !== undefined && operation !== 'update') throw faults.unsupported(operation);
  const record = isCreate
    ? createRecord(company, entity, body, options)
    : updateRecord(company, entity, body, options);
  return `"${entity.name}":${record.text}`;
}
