import { type Company } from '../company.ts';
import { changesSince } from '../cdc.ts';
import { type Entity } from '../entity.ts';
import { findEntity } from '../entities.ts';
import { Fault, faults } from '../fault.ts';
import { createRecord, deleteRecord, readRecord, updateRecord, voidRecord } from '../operations.ts';
import { runQuery } from '../query/run.ts';
import { type SimulatedClock } from '../simulated-clock.ts';
import { type JsonObject, isObject, parseJson } from '../store/json.ts';
import { type Switches } from '../switches.ts';
import { type Answer, applicationFault, envelope } from './answer.ts';
import { type Request } from './request.ts';

export type ApiContext = { readonly clock: SimulatedClock; readonly switches: Switches };

const notFound = (path: string): Fault =>
  faults.unsupported(`Could not find resource for relative : ${path} of full path: ${path}`);

function statementOf(request: Request): string {
  const statement = request.query.get('query') ?? (request.method === 'POST' ? request.body : '');
  if (statement.trim() === '')
    throw faults.parser('Encountered "<EOF>" at line 1, column 0.\nWas expecting:\n    "select" ...');
  return statement.trim();
}

function bodyOf(request: Request): JsonObject {
  try {
    const parsed = parseJson(request.body);
    if (isObject(parsed)) return parsed;
  } catch {
    // Falls through to the fault QuickBooks gives for an unreadable body.
  }
  throw faults.badJson();
}

function write(company: Company, entity: Entity, request: Request, atSeconds: number): string {
  const body = bodyOf(request);
  const operation = request.query.get('operation')?.toLowerCase();
  const options = { atSeconds };
  if (operation === 'delete') {
    const id = deleteRecord(company, entity, body, options);
    return `"${entity.name}":{"domain":"QBO","status":"Deleted","Id":${JSON.stringify(id)}}`;
  }
  const isVoid = operation === 'void' || request.query.get('include')?.toLowerCase() === 'void';
  const record = isVoid
    ? voidRecord(company, entity, body, options)
    : body['Id'] === undefined
      ? createRecord(company, entity, body, options)
      : updateRecord(company, entity, body, options);
  return `"${entity.name}":${record.text}`;
}

function inside(
  company: Company,
  request: Request,
  rest: readonly string[],
  { clock, switches }: ApiContext,
): string {
  const [resource = '', id, ...more] = rest;
  const nowSeconds = clock.nowSeconds;
  const options = { nowSeconds, allowIdRanges: switches.allowIdRanges };
  if (more.length > 0) throw notFound(request.path);
  if (resource === 'query' && id === undefined) {
    return `"QueryResponse":${runQuery(company, statementOf(request), options)}`;
  }
  if (resource === 'cdc' && id === undefined && request.method === 'GET') {
    const { query } = request;
    return changesSince(
      company,
      query.get('entities') ?? '',
      query.get('changedSince') ?? '',
      nowSeconds,
      switches,
    );
  }
  const entity = findEntity(resource);
  if (entity === undefined) throw notFound(request.path);
  if (request.method === 'POST' && id === undefined) return write(company, entity, request, nowSeconds);
  if (request.method !== 'GET') throw notFound(request.path);
  if (entity.kind === 'singleton') {
    const record = company.table(entity.name).records().next().value;
    if (record === undefined) throw faults.notFound();
    return `"${entity.name}":${record.text}`;
  }
  if (id === undefined) throw notFound(request.path);
  return `"${entity.name}":${readRecord(company, entity, id).text}`;
}

/** Answers `/v3/company/{realm}/...` for a caller that may; `rest` is the path after the realm. */
export function answerApi(
  company: Company,
  request: Request,
  rest: readonly string[],
  context: ApiContext,
): Answer {
  try {
    return envelope(inside(company, request, rest, context), context.clock.nowMs);
  } catch (error) {
    if (error instanceof Fault) return applicationFault(error, context.clock.nowMs);
    throw error;
  }
}
