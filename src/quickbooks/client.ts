import { isAppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import { toQueryAnswer, toReadAnswer } from './answers.ts';
import type { QueryAnswer, ReadAnswer } from './answers.ts';
import { toChangesAnswer } from './changes.ts';
import type { ChangesAnswer } from './changes.ts';
import { quickbooksError } from './errors.ts';
import { intuitTidOf, readAnswer, toError } from './faults.ts';
import type { JsonObject } from './faults.ts';
import type { TokenSource } from './oauth.ts';
import { RATE_LIMIT_WAIT_MS, defaultRetryPolicy, retryDelayMs } from './retry.ts';
import type { RetryPolicy } from './retry.ts';
import { createThrottle } from './throttle.ts';
import type { ThrottleLimits } from './throttle.ts';
import type { HttpAnswer, Transport } from './transport.ts';

export type CallOptions = { readonly signal?: AbortSignal | undefined };

export type CallOperation = 'query' | 'count' | 'read' | 'changes' | 'companyInfo';

/** One HTTP request as it happened, for counting and logs. Retries are calls of their own. */
export type CallRecord = {
  readonly realmId: RealmId;
  readonly operation: CallOperation;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** Whether Intuit meters it: a read that succeeded. */
  readonly billable: boolean;
  /** Body bytes that crossed the network. */
  readonly bytes: number;
  readonly intuitTid: string | undefined;
  /** Undefined when it succeeded. */
  readonly errorCode: string | undefined;
};

/**
 * Reads one or many QuickBooks companies. It cannot write: no method of it leads to a request that changes anything.
 *
 * Every method waits for the company's pace, renews a refused token once, and repeats what may pass by itself; so an
 * error that is thrown has been tried enough. Do not call it inside a database transaction: the wait can be minutes.
 * @throws AppError the rows of `errors.ts`, and what the token source throws
 */
export interface QuickBooksClient {
  /** Runs one statement of QuickBooks' query language. */
  query(realmId: RealmId, statement: string, o?: CallOptions): Promise<QueryAnswer>;
  /** How many records `where` matches, and QuickBooks' clock at that moment. */
  count(
    realmId: RealmId,
    entityName: string,
    where?: string,
    o?: CallOptions,
  ): Promise<{ readonly count: number; readonly time: Date }>;
  /** One record, deleted ones excepted, inactive ones included. @throws AppError QBO_RECORD_NOT_FOUND */
  read(realmId: RealmId, entityName: string, id: string, o?: CallOptions): Promise<ReadAnswer>;
  /**
   * What changed in these entities since an instant, deletions included (change data capture).
   *
   * QuickBooks looks back 30 days and sends 1,000 records at most, for all entities together: see `total`.
   * @throws AppError QBO_CDC_WINDOW_EXCEEDED, QBO_OPERATION_UNSUPPORTED
   */
  changes(
    realmId: RealmId,
    entityNames: readonly string[],
    since: Date,
    o?: CallOptions,
  ): Promise<ChangesAnswer>;
  companyInfo(realmId: RealmId, o?: CallOptions): Promise<ReadAnswer>;
}

export type ClientOptions = {
  /** Base URL: `https://quickbooks.api.intuit.com`, `https://sandbox-quickbooks.api.intuit.com`, or another. */
  readonly apiUrl: string;
  readonly tokens: TokenSource;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of every request, also of those that failed. Must not throw. */
  readonly onCall?: ((call: CallRecord) => void) | undefined;
  readonly limits?: Partial<ThrottleLimits> | 'off' | undefined;
  readonly retry?: Partial<RetryPolicy> | undefined;
};

type Operation = {
  readonly name: CallOperation;
  /** Below `/v3/company/{realm}`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** A statement too long for a URL; the only thing that is ever posted. */
  readonly statement?: string;
};

/** The newest one; lower numbers are served as it since August 2025. */
const MINOR_VERSION = '75';

/** Statements longer than this are posted: proxies cut URLs from about 8,000 characters on. */
const LONGEST_STATEMENT_IN_URL = 2_000;

/** No I/O until a method is called. */
export function createQuickBooksClient(options: ClientOptions): QuickBooksClient {
  const { clock, logger, tokens, transport } = options;
  const baseUrl = cleanBaseUrl(options.apiUrl);
  const throttle = createThrottle({ clock, limits: options.limits });
  const policy = { ...defaultRetryPolicy, ...options.retry };

  /** One request. A pause after 429 is the throttle's, so that it holds for the company's other calls too. */
  const attempt = async <T>(
    realmId: RealmId,
    operation: Operation,
    token: Secret,
    read: Reader<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    const startedAt = clock.now();
    let answer: HttpAnswer | undefined;
    let errorCode: string | undefined;
    try {
      answer = await transport.send({ ...toRequest(baseUrl, realmId, operation, token), signal });
      const now = clock.now();
      return read(readAnswer(answer, now), answer, now);
    } catch (error) {
      errorCode = isAppError(error) ? error.code : 'ABORTED';
      throw error;
    } finally {
      const endedAt = clock.now();
      options.onCall?.({
        realmId,
        operation: operation.name,
        startedAt,
        durationMs: endedAt.getTime() - startedAt.getTime(),
        status: answer?.status,
        billable: answer !== undefined && answer.status >= 200 && answer.status < 300,
        bytes: answer?.wireBytes ?? 0,
        intuitTid: answer === undefined ? undefined : intuitTidOf(answer),
        errorCode,
      });
    }
  };

  const call = async <T>(
    realmId: RealmId,
    operation: Operation,
    read: Reader<T>,
    o: CallOptions | undefined,
  ): Promise<T> => {
    const signal = o?.signal;
    let rejected: Secret | undefined;
    for (let failures = 0; ;) {
      const leave = await throttle.enter(realmId, signal);
      try {
        const token = await tokens.accessToken(realmId, { rejected, signal });
        try {
          return await attempt(realmId, operation, token, read, signal);
        } catch (error) {
          if (!isAppError(error)) throw error;
          if (error.code === 'QBO_TOKEN_REJECTED' && rejected === undefined) {
            rejected = token;
            continue;
          }
          failures += 1;
          const waitMs = retryDelayMs(error, failures, Math.random(), policy);
          if (error.code === 'QBO_RATE_LIMITED')
            throttle.slowDown(realmId, error.retryAfterMs ?? RATE_LIMIT_WAIT_MS);
          if (waitMs === undefined) throw error;
          logger.info(
            { realmId, operation: operation.name, errorCode: error.code, failures, waitMs, ...error.details },
            'QuickBooks call repeated',
          );
          if (error.code !== 'QBO_RATE_LIMITED') {
            leave();
            await clock.sleep(waitMs, signal);
          }
        }
      } finally {
        leave();
      }
    }
  };

  const queryOperation = (name: 'query' | 'count', statement: string): Operation =>
    statement.length > LONGEST_STATEMENT_IN_URL
      ? { name, path: '/query', statement }
      : { name, path: '/query', query: { query: statement } };

  return {
    query: (realmId, statement, o) => call(realmId, queryOperation('query', statement), toQueryAnswer, o),
    async count(realmId, entityName, where, o) {
      const statement = `SELECT COUNT(*) FROM ${entityOf(entityName)}${where === undefined ? '' : ` WHERE ${where}`}`;
      return call(realmId, queryOperation('count', statement), toCount, o);
    },
    read: async (realmId, entityName, id, o) =>
      call(
        realmId,
        { name: 'read', path: `/${entityOf(entityName).toLowerCase()}/${segmentOf(id)}` },
        toReadAnswer,
        o,
      ),
    async changes(realmId, entityNames, since, o) {
      const query = { entities: entityNames.map(entityOf).join(','), changedSince: since.toISOString() };
      return call(realmId, { name: 'changes', path: '/cdc', query }, toChangesAnswer, o);
    },
    companyInfo: (realmId, o) =>
      call(realmId, { name: 'companyInfo', path: `/companyinfo/${realmId}` }, toReadAnswer, o),
  };
}

type Reader<T> = (parsed: { text: string; json: JsonObject }, answer: HttpAnswer, now: Date) => T;

function toCount(
  parsed: { text: string; json: JsonObject },
  answer: HttpAnswer,
  now: Date,
): { count: number; time: Date } {
  const { time, totalCount } = toQueryAnswer(parsed, answer, now);
  if (totalCount === undefined) throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  return { count: totalCount, time };
}

/** The only place where a request to QuickBooks' data is made. */
function toRequest(
  baseUrl: string,
  realmId: RealmId,
  operation: Operation,
  token: Secret,
): Parameters<Transport['send']>[0] {
  const search = new URLSearchParams({ ...operation.query, minorversion: MINOR_VERSION });
  const url = `${baseUrl}/v3/company/${realmId}${operation.path}?${search.toString()}`;
  const headers = { accept: 'application/json', authorization: `Bearer ${token.reveal()}` };
  if (operation.statement === undefined) return { method: 'GET', url, headers };
  return {
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/text' },
    body: operation.statement,
  };
}

/** The base URL without a slash at its end; a path is kept (a proxy may serve QuickBooks below one). */
function cleanBaseUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const fits =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.search === '' &&
    url.hash === '';
  if (!fits) throw new TypeError('apiUrl must be an http(s) URL without user, query or fragment.');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function entityOf(name: string): string {
  if (!/^[A-Za-z]{1,40}$/.test(name)) throw new TypeError('An entity name consists of letters.');
  return name;
}

/** An id as one path segment: `.` and `..` would climb out of the path, an empty one would become another call. */
function segmentOf(id: string): string {
  if (!/^[\w:-]{1,100}$/.test(id)) throw quickbooksError('QBO_RECORD_NOT_FOUND');
  return id;
}
