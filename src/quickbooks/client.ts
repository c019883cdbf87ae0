import type { RealmId } from '../base/realm-id.ts';
import { isAppError } from '../base/errors.ts';
import { toCount, toQueryAnswer, toReadAnswer } from './answers.ts';
import type { QueryAnswer, ReadAnswer } from './answers.ts';
import { openFile, toFileAddress } from './attachments.ts';
import type { Attachment } from './attachments.ts';
import { toBatchItems } from './batch.ts';
import type { BatchItem } from './batch.ts';
import { createCall, retryPolicyOf } from './calls.ts';
import type { CallOptions, ClientOptions } from './calls.ts';
import { toChangesAnswer } from './changes.ts';
import type { ChangesAnswer } from './changes.ts';
import {
  MOST_IN_BATCH,
  batchOperation,
  changesOperation,
  companyInfoOperation,
  countOperation,
  downloadOperation,
  exchangeRateOperation,
  preferencesOperation,
  queryOperation,
  readOperation,
  reportOperation,
} from './operations.ts';
import type { ReportParameters } from './operations.ts';
import { toReportAnswer } from './reports.ts';
import type { ReportAnswer } from './reports.ts';
import { retryDelayMs } from './retry.ts';

/**
 * Reads one or many QuickBooks companies. It cannot write: no method of it leads to a request that changes anything.
 *
 * Every method waits for the company's pace, renews a refused token once, and repeats what may pass by itself; so an
 * error that is thrown has been tried enough. Do not call it inside a database transaction: the wait can be minutes.
 * @throws AppError the rows of `errors.ts`, and what the token source throws
 * @throws TypeError for an argument that cannot be part of a request
 */
export interface QuickBooksClient {
  /**
   * Runs one statement of QuickBooks' query language; a long one is posted.
   * @throws AppError QBO_QUERY_REJECTED, and QBO_PAGE_UNREADABLE or QBO_SYSTEM_FAULT: see `readPage`
   * @see https://developer.intuit.com/app/developer/qbo/docs/learn/explore-the-quickbooks-online-api/data-queries
   */
  query(realmId: RealmId, statement: string, o?: CallOptions): Promise<QueryAnswer>;
  /** How many records `where` matches, and QuickBooks' clock at that moment. */
  count(
    realmId: RealmId,
    entityName: string,
    where?: string,
    o?: CallOptions,
  ): Promise<{ readonly count: number; readonly time: Date }>;
  /**
   * Runs many statements, 30 a call, and brings one item for each, in their order: an answer, or the error of the
   * query that failed. Nothing but SELECT statements can be sent.
   * @throws AppError only when a whole call failed; then nothing of the others is returned
   */
  batch(realmId: RealmId, statements: readonly string[], o?: CallOptions): Promise<readonly BatchItem[]>;
  /** One record, deleted ones excepted, inactive ones included. @throws AppError QBO_RECORD_NOT_FOUND */
  read(realmId: RealmId, entityName: string, id: string, o?: CallOptions): Promise<ReadAnswer>;
  /**
   * What changed in these entities since an instant, deletions included (change data capture).
   *
   * QuickBooks looks back 30 days (facts#cdc-memory) and sends 1,000 records at most (facts#cdc-limit), for all entities
   * together: see `total`.
   * @throws AppError QBO_CDC_WINDOW_EXCEEDED, QBO_OPERATION_UNSUPPORTED
   */
  changes(
    realmId: RealmId,
    entityNames: readonly string[],
    since: Date,
    o?: CallOptions,
  ): Promise<ChangesAnswer>;
  /**
   * One of QuickBooks' reports (`TrialBalance`, `AgedReceivables`), for six months or less: wide ones time out
   * (facts#report-span).
   * @throws AppError QBO_REQUEST_REJECTED for a name or parameter QuickBooks does not know
   */
  report(
    realmId: RealmId,
    report: string,
    parameters?: ReportParameters,
    o?: CallOptions,
  ): Promise<ReportAnswer>;
  /** Name, address, country and time zone of the company. */
  companyInfo(realmId: RealmId, o?: CallOptions): Promise<ReadAnswer>;
  /** The company's settings: currency, multicurrency, tax, custom field definitions. */
  preferences(realmId: RealmId, o?: CallOptions): Promise<ReadAnswer>;
  /**
   * The rate of a currency (`EUR`) to the company's own on a date (`YYYY-MM-DD`). The record has no Id.
   * @throws AppError QBO_FEATURE_UNAVAILABLE or QBO_REQUEST_REJECTED where multicurrency is off
   */
  exchangeRate(
    realmId: RealmId,
    sourceCurrency: string,
    asOfDate: string,
    o?: CallOptions,
  ): Promise<ReadAnswer>;
  /**
   * Opens the content of an attachment. Two requests: its temporary address, then the file, as a stream. One that breaks
   * off while it is read is not begun again.
   * @throws AppError QBO_RECORD_NOT_FOUND
   */
  download(realmId: RealmId, attachableId: string, o?: CallOptions): Promise<Attachment>;
}

/** What Intuit's overview page allows (facts#batch-size); tried when a batch of the larger size is refused. */
const SMALL_BATCH = 10;

/**
 * Builds a client; no I/O until a method is called.
 * @throws TypeError when `apiUrl` is no plain http(s) address
 */
export function createQuickBooksClient(options: ClientOptions): QuickBooksClient {
  const apiUrl = cleanBaseUrl(options.apiUrl);
  const call = createCall({ ...options, apiUrl });
  const fileAddress = toFileAddress(apiUrl.startsWith('https:'));
  let batchSize = MOST_IN_BATCH;

  const oneBatch = (
    realmId: RealmId,
    statements: readonly string[],
    o: CallOptions | undefined,
  ): Promise<BatchItem[]> =>
    call(
      realmId,
      batchOperation(statements),
      (answer, now) => toBatchItems(statements.length, answer, now),
      o,
    );

  return {
    query: (realmId, statement, o) => call(realmId, queryOperation(statement), toQueryAnswer, o),
    count: async (realmId, entityName, where, o) =>
      call(realmId, countOperation(entityName, where), toCount, o),
    async batch(realmId, statements, o) {
      const items: BatchItem[] = [];
      while (items.length < statements.length) {
        const next = statements.slice(items.length, items.length + batchSize);
        try {
          items.push(...(await oneBatch(realmId, next, o)));
        } catch (error) {
          if (!isAppError(error, 'QBO_BATCH_TOO_LARGE') || next.length <= SMALL_BATCH) throw error;
          batchSize = SMALL_BATCH;
        }
      }
      return items;
    },
    read: async (realmId, entityName, id, o) => call(realmId, readOperation(entityName, id), toReadAnswer, o),
    changes: async (realmId, entityNames, since, o) =>
      call(realmId, changesOperation(entityNames, since), toChangesAnswer, o),
    report: async (realmId, report, parameters = {}, o) =>
      call(realmId, reportOperation(report, parameters), toReportAnswer, o),
    companyInfo: (realmId, o) => call(realmId, companyInfoOperation(realmId), toReadAnswer, o),
    preferences: (realmId, o) => call(realmId, preferencesOperation(), toReadAnswer, o),
    exchangeRate: async (realmId, sourceCurrency, asOfDate, o) =>
      call(realmId, exchangeRateOperation(sourceCurrency, asOfDate), toReadAnswer, o),
    async download(realmId, attachableId, o = {}) {
      const url = await call(realmId, downloadOperation(attachableId), fileAddress, o);
      const policy = retryPolicyOf(options, o);
      for (let failures = 1; ; failures += 1) {
        try {
          return await openFile(options, realmId, url, o);
        } catch (error) {
          const waitMs = isAppError(error) ? retryDelayMs(error, failures, Math.random(), policy) : undefined;
          if (waitMs === undefined) throw error;
          await options.clock.sleep(waitMs, o.signal);
        }
      }
    },
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
