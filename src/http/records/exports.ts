import { PassThrough, type Readable } from 'node:stream';
import type { Logger } from '../../base/logger.ts';
import { recordsError } from '../../tables/errors.ts';
import type { RecordQuery } from '../../tables/records/query.ts';
import type { ExportRows, RecordReader } from '../../tables/records/reader.ts';
import { sizes } from '../../tuning/sizes.ts';
import type { Account, Shares } from '../lane.ts';
import { createCsvWriter } from './csv.ts';

export type ExportRequest = {
  readonly query: RecordQuery;
  readonly format: 'ndjson' | 'csv';
  readonly limit: number | undefined;
  readonly isSpreadsheetSafe: boolean;
  readonly account: Account;
  /** Breaks it off: the client sees that it is not whole. */
  readonly signal?: AbortSignal;
};

export type StartedExport = { readonly body: Readable; readonly syncedThrough: string | undefined };

/** Streams of whole tables. Each holds a database connection, so only so many run at once. */
export interface Exports {
  /**
   * Begins one; resolves when its first rows are there, so that whatever is wrong with the question is still a
   * proper error. Ending the body early ends the reading.
   * @throws AppError RECORDS_EXPORTS_BUSY, RECORDS_TOO_SLOW
   */
  start(request: ExportRequest): Promise<StartedExport>;
  /** @throws AppError RECORDS_EXPORTS_BUSY where one of this account would not be begun now */
  requirePlace(account: Account): void;
  /** How many are under way. */
  readonly running: number;
  /** Breaks off what is under way. */
  stop(): void;
}

export function createExports(options: {
  readonly reader: RecordReader;
  readonly logger: Logger;
  /** @default the shares of src/tuning/sizes.ts */
  readonly shares?: Shares;
  /** How long a client may stand still; it holds a connection and a snapshot meanwhile. @default 120000 */
  readonly stallTimeoutMs?: number;
}): Exports {
  const { reader, logger, shares = sizes.exports, stallTimeoutMs = 120_000 } = options;
  const running = new Map<AbortController, Account>();

  /** Whoever has none under way gets one while there are places; more only as long as their company has not enough. */
  const requirePlace = ({ caller, company }: Account): void => {
    const accounts = [...running.values()];
    const own = accounts.filter((one) => one.caller === caller).length;
    const ofCompany = accounts.filter((one) => one.company === company).length;
    if (
      accounts.length >= shares.atOnce ||
      own >= shares.perCaller ||
      (own > 0 && ofCompany >= shares.perCompany)
    ) {
      throw recordsError('RECORDS_EXPORTS_BUSY', { retryAfterMs: 10_000 });
    }
  };

  const start = ({
    query,
    format,
    limit,
    isSpreadsheetSafe,
    account,
    signal,
  }: ExportRequest): Promise<StartedExport> => {
    requirePlace(account);
    const ending = new AbortController();
    running.set(ending, account);
    const body = new PassThrough({ highWaterMark: 64 * 1024 });
    // Told to whoever waits, and logged; a stream nobody was given yet must not end the process.
    body.on('error', () => undefined);
    body.once('close', () => ending.abort(new Error('The client has gone.')));
    // What lies in the stream is not sent either.
    signal?.addEventListener('abort', () => body.destroy(signal.reason as Error), { once: true });
    const csv = createCsvWriter(query.fields, { isSpreadsheetSafe });
    const lineOf = format === 'csv' ? csv.line : ([document]: ExportRows[number]) => `${document}\n`;

    return new Promise((resolve, reject) => {
      reader
        .export(
          query,
          { as: format === 'csv' ? 'texts' : 'documents', limit, signal: ending.signal },
          (facts) => {
            if (format === 'csv') body.write(csv.header());
            resolve({ body, ...facts });
          },
          (rows) => write(body, encode(rows.map(lineOf)), ending.signal, stallTimeoutMs),
        )
        .then(() => body.end())
        .catch((error: unknown) => {
          // Before the first rows this is the answer; after them the broken stream is all that can be said.
          reject(error as Error);
          const reason = ending.signal.aborted ? 'ended early' : 'failed';
          logger.info({ table: query.table.name, reason, err: error }, 'export broken off');
          body.destroy(error as Error);
        })
        .finally(() => running.delete(ending));
    });
  };

  return {
    start,
    requirePlace,
    get running() {
      return running.size;
    },
    stop() {
      for (const ending of running.keys()) ending.abort(new Error('The server stops.'));
    },
  };
}

/** In one piece and at once: strings that are first joined, then encoded, are garbage twice over. */
function encode(lines: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0));
  let at = 0;
  for (const line of lines) at += bytes.write(line, at);
  return bytes;
}

/** Resolves when the stream wants more; rejects when nobody reads it any longer, or not for too long. */
function write(body: PassThrough, bytes: Buffer, signal: AbortSignal, stallTimeoutMs: number): Promise<void> {
  signal.throwIfAborted();
  if (body.write(bytes)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      body.off('drain', onDrain);
      signal.removeEventListener('abort', onAbort);
      if (error === undefined) resolve();
      else reject(error);
    };
    const onDrain = (): void => settle();
    const onAbort = (): void => settle(signal.reason as Error);
    const timer = setTimeout(() => settle(new Error('The client has stopped reading.')), stallTimeoutMs);
    body.once('drain', onDrain);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
