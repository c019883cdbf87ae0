/**
 * Every request to QuickBooks' data that this client can produce. Intuit offers no read-only scope (facts#oauth-scope),
 * so the promise not to write is kept here: the type below has no place for a body that changes something, and
 * `toRequest`, the one door to the network, checks again what it is given.
 */
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import { quickbooksError } from './errors.ts';
import type { HttpRequest } from './transport.ts';

/** What a call is for, as the meter counts it. `file` is the content of an attachment, fetched from Intuit's storage. */
export type CallOperation =
  | 'query'
  | 'count'
  | 'read'
  | 'changes'
  | 'batch'
  | 'report'
  | 'companyInfo'
  | 'preferences'
  | 'exchangeRate'
  | 'download'
  | 'file';

export type Operation =
  | {
      readonly name: Exclude<CallOperation, 'batch' | 'file'>;
      readonly kind: 'get';
      /** Below `/v3/company/{realm}`. */
      readonly path: string;
      readonly search: Readonly<Record<string, string>>;
    }
  /** A statement too long for a URL (facts#query-post). */
  | { readonly name: 'query' | 'count'; readonly kind: 'query'; readonly statement: string }
  | { readonly name: 'batch'; readonly kind: 'batch'; readonly statements: readonly string[] };

/** The newest one; lower numbers are served as it since August 2025 (facts#minor-version). */
const MINOR_VERSION = '75';

/** Without it QuickBooks leaves out custom fields beyond the classic three, and nothing says so (facts#many-custom-fields). */
const ALL_CUSTOM_FIELDS = 'enhancedAllCustomFields';
const withRecords: ReadonlySet<CallOperation> = new Set<CallOperation>(['query', 'read', 'changes', 'batch']);

/** Statements longer than this are posted: proxies cut URLs from about 8,000 characters on. */
const LONGEST_STATEMENT_IN_URL = 2_000;

/** Queries in one batch: Intuit's reference page; its overview page still says 10 (facts#batch-size). */
export const MOST_IN_BATCH = 30;

/** What narrows a report; dates are `YYYY-MM-DD`, lists are comma separated. */
const reportParameters = [
  'start_date',
  'end_date',
  'date_macro',
  'report_date',
  'aging_method',
  'aging_period',
  'num_periods',
  'past_due',
  'accounting_method',
  'summarize_column_by',
  'columns',
  'sort_by',
  'sort_order',
  'group_by',
  'customer',
  'vendor',
  'employee',
  'class',
  'department',
  'item',
  'account',
  'account_type',
  'source_account',
  'transaction_type',
  'docnum',
  'start_moddate',
  'end_moddate',
  'start_createdate',
  'end_createdate',
  'start_duedate',
  'end_duedate',
] as const;

/** Intuit's parameters of reports; any other is a TypeError. */
export type ReportParameters = { readonly [Name in (typeof reportParameters)[number]]?: string };

const get = (
  name: Exclude<CallOperation, 'batch' | 'file'>,
  path: string,
  search: Readonly<Record<string, string>> = {},
): Operation => ({ name, kind: 'get', path, search });

export function queryOperation(statement: string, name: 'query' | 'count' = 'query'): Operation {
  return statement.length > LONGEST_STATEMENT_IN_URL
    ? { name, kind: 'query', statement }
    : get(name, '/query', { query: statement });
}

export function countOperation(entity: string, where: string | undefined): Operation {
  return queryOperation(
    `SELECT COUNT(*) FROM ${wordOf(entity)}${where === undefined ? '' : ` WHERE ${where}`}`,
    'count',
  );
}

/** @param statements at most 30 */
export function batchOperation(statements: readonly string[]): Operation {
  return { name: 'batch', kind: 'batch', statements };
}

export function readOperation(entity: string, id: string): Operation {
  return get('read', `/${wordOf(entity).toLowerCase()}/${segmentOf(id)}`);
}

export function changesOperation(entities: readonly string[], since: Date): Operation {
  return get('changes', '/cdc', {
    entities: entities.map(wordOf).join(','),
    changedSince: since.toISOString(),
  });
}

export function companyInfoOperation(realmId: RealmId): Operation {
  return get('companyInfo', `/companyinfo/${realmId}`);
}

export function preferencesOperation(): Operation {
  return get('preferences', '/preferences');
}

export function exchangeRateOperation(sourceCurrency: string, asOfDate: string): Operation {
  if (!/^[A-Z]{3}$/.test(sourceCurrency)) throw new TypeError('A currency is three capital letters.');
  if (!/^\d{4}-\d\d-\d\d$/.test(asOfDate)) throw new TypeError('A date is written YYYY-MM-DD.');
  return get('exchangeRate', '/exchangerate', { sourcecurrencycode: sourceCurrency, asofdate: asOfDate });
}

export function reportOperation(report: string, parameters: ReportParameters): Operation {
  const known: readonly string[] = reportParameters;
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`Reports have no parameter of this name: ${unknown}`);
  return get('report', `/reports/${wordOf(report)}`, parameters as Record<string, string>);
}

export function downloadOperation(attachableId: string): Operation {
  return get('download', `/download/${segmentOf(attachableId)}`);
}

/**
 * The request an operation stands for.
 * @throws AppError QBO_QUERY_REJECTED for a statement that is not a SELECT; it is not sent
 */
export function toRequest(
  baseUrl: string,
  realmId: RealmId,
  operation: Operation,
  token: Secret,
): HttpRequest {
  const include: Record<string, string> = withRecords.has(operation.name)
    ? { include: ALL_CUSTOM_FIELDS }
    : {};
  const url = (path: string, search: Readonly<Record<string, string>> = {}): string =>
    `${baseUrl}/v3/company/${realmId}${path}?${new URLSearchParams({ ...search, ...include, minorversion: MINOR_VERSION }).toString()}`;
  // A download answers with a bare address; everything else is XML unless JSON is asked for (facts#json-on-request).
  const accept = operation.name === 'download' ? '*/*' : 'application/json';
  const headers = { accept, authorization: `Bearer ${token.reveal()}` };
  switch (operation.kind) {
    case 'get':
      if ('query' in operation.search) onlySelect(operation.search['query']);
      return { method: 'GET', url: url(operation.path, operation.search), headers };
    case 'query':
      return {
        method: 'POST',
        url: url('/query'),
        headers: { ...headers, 'content-type': 'application/text' },
        body: onlySelect(operation.statement),
      };
    case 'batch':
      return {
        method: 'POST',
        url: url('/batch'),
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({
          BatchItemRequest: operation.statements.map((statement, index) => ({
            bId: String(index),
            Query: onlySelect(statement),
          })),
        }),
      };
  }
}

/** A batch item can also be a write; one whose only content is the text of a SELECT cannot. */
function onlySelect(statement: unknown): string {
  if (typeof statement !== 'string' || !/^\s*select\s/i.test(statement))
    throw quickbooksError('QBO_QUERY_REJECTED', { details: { reason: 'only SELECT statements are sent' } });
  return statement;
}

/** The name of an entity or report. */
function wordOf(name: string): string {
  if (!/^[A-Za-z]{1,40}$/.test(name))
    throw new TypeError('The name of an entity or report consists of letters.');
  return name;
}

/** An id as one path segment: `.` and `..` would climb out of the path, an empty one would become another call. */
function segmentOf(id: string): string {
  if (!/^[\w:-]{1,100}$/.test(id)) throw quickbooksError('QBO_RECORD_NOT_FOUND');
  return id;
}
