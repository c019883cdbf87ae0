import { downloadUrl, upload } from '../attachments/upload.ts';
import { type Company } from '../company/company.ts';
import { changesSince } from '../query/cdc.ts';
import { printDocument, sendDocument } from '../operations/documents.ts';
import { type Entity } from '../entities/entity.ts';
import { findEntity } from '../entities/entities.ts';
import { Fault, faults } from '../base/fault.ts';
import { readExchangeRate, readRecord } from '../operations/operations.ts';
import { runQuery } from '../query/run.ts';
import { makeReport } from '../reports/index.ts';
import { type JsonObject, isObject, parseJson } from '../values/json.ts';
import { type Answer, applicationFault, bare, envelope, pdf, plainText } from '../http/answer.ts';
import { type ApiContext } from './api-context.ts';
import { runBatch } from './batch.ts';
import { type Request } from '../http/request.ts';
import { writeEntity } from './write.ts';

const MAX_REQUEST_ID = 50;

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

/** @throws Fault 500 */
function named(resource: string, path: string): Entity {
  const entity = findEntity(resource);
  if (entity === undefined) throw faults.noSuchPath(path);
  return entity;
}

function inside(company: Company, request: Request, rest: readonly string[], context: ApiContext): string {
  const [resource = '', id, ...more] = rest;
  const { clock, switches, chance } = context;
  const { method, path, query } = request;
  const nowSeconds = clock.nowSeconds;
  if (more.length === 1 && more[0] === 'send' && method === 'POST') {
    const sendTo = query.get('sendTo') ?? undefined;
    const sent = sendDocument(company, named(resource, path), id ?? '', { sendTo, atSeconds: nowSeconds });
    return `"${sent.entity.name}":${sent.text}`;
  }
  if (more.length > 0) throw faults.noSuchPath(path);
  if (resource === 'query' && id === undefined) {
    return `"QueryResponse":${runQuery(company, statementOf(request), { nowSeconds, rules: switches, chance }).text}`;
  }
  if (resource === 'cdc' && id === undefined && method === 'GET') {
    const since = query.get('changedSince') ?? '';
    return `"CDCResponse":[${changesSince(company, query.get('entities') ?? '', since, context)}]`;
  }
  if (resource === 'batch' && id === undefined && method === 'POST')
    return runBatch(company, bodyOf(request), context);
  if (resource === 'upload' && id === undefined && method === 'POST')
    return upload(company, context.files, request, nowSeconds);
  const entity = named(resource, path);
  if (method === 'POST' && id === undefined) {
    const operation = query.get('operation')?.toLowerCase();
    const include = query.get('include') ?? undefined;
    // `?operation=update&include=void` is a void (facts#void-requests); any other named update is one.
    return writeEntity(company, entity, bodyOf(request), { operation, include, atSeconds: nowSeconds });
  }
  if (method !== 'GET') throw faults.noSuchPath(path);
  if (entity.kind === 'singleton') {
    const record = company.table(entity.name).records().next().value;
    if (record === undefined) throw faults.notFound();
    return `"${entity.name}":${record.text}`;
  }
  if (entity.name === 'ExchangeRate' && id === undefined)
    return `"ExchangeRate":${readExchangeRate(company, query, nowSeconds)}`;
  if (id === undefined) throw faults.noSuchPath(path);
  const record = readRecord(company, entity, id);
  company.poison.check([record], 'read');
  return `"${entity.name}":${record.text}`;
}

function enveloped(company: Company, request: Request, rest: readonly string[], context: ApiContext): Answer {
  const full = inside(company, request, rest, context);
  const includesAll = request.query.get('include')?.includes('enhancedAllCustomFields') === true;
  const text = includesAll ? full : company.withClassicFields(full);
  return envelope(context.files.withFreshUrls(company.realmId, text), context.clock.nowMs);
}

function answerOnce(
  company: Company,
  request: Request,
  rest: readonly string[],
  context: ApiContext,
): Answer {
  const [resource, id = ''] = rest;
  if (resource === 'download' && request.method === 'GET' && rest.length === 2)
    return plainText(downloadUrl(company, context.files, id));
  if (resource === 'reports' && request.method === 'GET' && rest.length === 2)
    return bare(makeReport(company, id, request.query, context.clock.nowSeconds));
  const requestId = request.method === 'POST' ? request.query.get('requestid') : null;
  if (requestId === null || resource === 'query') return enveloped(company, request, rest, context);
  if (requestId.length > MAX_REQUEST_ID) throw faults.tooLong('requestid', MAX_REQUEST_ID);
  const known = context.replies.get(company.realmId, requestId);
  if (known !== undefined && context.switches.requestIdReuse === 'fault')
    throw faults.duplicateRequest(requestId);
  if (known !== undefined) return known;
  const answer = enveloped(company, request, rest, context);
  context.replies.keep(company.realmId, requestId, answer);
  return answer;
}

/** Answers `/v3/company/{realm}/...` for a caller that may; `rest` is the path after the realm. */
export function answerApi(
  company: Company,
  request: Request,
  rest: readonly string[],
  context: ApiContext,
): Answer {
  const [resource = '', id = '', form] = rest;
  try {
    if (form === 'pdf' && rest.length === 3 && request.method === 'GET')
      return pdf(printDocument(company, named(resource, request.path), id));
    return answerOnce(company, request, rest, context);
  } catch (error) {
    if (error instanceof Fault) return applicationFault(error, context.clock.nowMs);
    throw error;
  }
}
