import { isAppError } from '../../base/errors.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { sqlState } from '../../postgres/errors.ts';
import { orderOf } from './conditions.ts';
import { readCursor, writeCursor, type Position } from './cursor.ts';
import { recordsError } from '../errors.ts';
import type { RecordQuery } from './query.ts';
import { exportStatement, pageStatement, recordStatement, type Statement } from './statements.ts';
import { loadHorizon, loadVersion } from './version.ts';

export type RecordPage = {
  /** Each a JSON object, as PostgreSQL wrote it. */
  readonly documents: readonly string[];
  /** Where the next page begins; absent on the last. */
  readonly nextCursor: string | undefined;
  /** Of a followed table: nothing that was stored before this instant is missing once the last page is read. */
  readonly syncedThrough: string | undefined;
};

export type ExportRows = readonly (readonly (string | null)[])[];

export interface RecordReader {
  /** @throws AppError RECORDS_CURSOR_INVALID, RECORDS_TOO_SLOW */
  page(query: RecordQuery, options: { limit: number; cursor?: string | undefined }): Promise<RecordPage>;
  /** The record as JSON. @throws AppError RECORDS_NOT_FOUND */
  record(query: RecordQuery, id: string): Promise<string>;
  /**
   * Hands over everything that fits, some rows at a time, from one snapshot; the next rows are read when `take` has
   * resolved. `begin` is called once, before the first rows and after everything that can be refused has been.
   */
  export(
    query: RecordQuery,
    options: { as: 'documents' | 'texts'; limit?: number | undefined; signal: AbortSignal },
    begin: (facts: { syncedThrough: string | undefined }) => void,
    take: (rows: ExportRows) => Promise<void>,
  ): Promise<void>;
  /** Changes whenever the answer to a question about the table could; undefined while that is uncertain. */
  version(query: RecordQuery): Promise<string | undefined>;
}

export type RecordReaderOptions = {
  readonly db: Database;
  /** A replica for reading, where there is one. */
  readonly readDb?: Database | undefined;
  /** How long one statement may take. @default 30000 */
  readonly statementTimeoutMs?: number;
  /** After which PostgreSQL ends an export whose rows nobody takes, should this process not. @default 180000 */
  readonly idleTimeoutMs?: number;
};

/** Rows are fetched in portions of about this size. */
const PORTION_BYTES = 64 * 1024;
const portions = { first: 50, least: 5, most: 1000 };

/** Reads the tables of the copy, always for one company, never writing. */
export function createRecordReader(options: RecordReaderOptions): RecordReader {
  const { db } = options;
  const readDb = options.readDb ?? db;

  /** In a transaction that cannot write, whatever its statements say, and has a time of its own to end. */
  const reading = async <T>(from: Database, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    try {
      return await from.transaction(async (tx) => {
        await tx.execute(
          `SET TRANSACTION READ ONLY; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
           SET LOCAL statement_timeout = ${Math.round(options.statementTimeoutMs ?? 30_000)};
           SET LOCAL idle_in_transaction_session_timeout = ${Math.round(options.idleTimeoutMs ?? 180_000)}`,
        );
        return work(tx);
      });
    } catch (error) {
      if (!isAppError(error) && sqlState(error) === '57014') {
        throw recordsError('RECORDS_TOO_SLOW', { cause: error });
      }
      throw error;
    }
  };

  /** What is followed is read where it is written: a replica may lack rows that are older than some it has. */
  const sourceOf = (query: RecordQuery): Database => (query.updatedSince === undefined ? readDb : db);
  const horizonOf = async (query: RecordQuery): Promise<string | undefined> =>
    query.updatedSince === undefined ? undefined : loadHorizon(db);

  return {
    async page(query, { limit, cursor }) {
      const order = orderOf(query);
      const after = cursor === undefined ? undefined : readCursor(query, order, cursor);
      const until = await horizonOf(query);
      const rows = await reading(sourceOf(query), (tx) => readPage(tx, query, limit + 1, after, until));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        documents: rows.slice(0, limit).map((row) => row.document),
        nextCursor: last === undefined ? undefined : writeCursor(query, order, last.position),
        syncedThrough: until,
      };
    },

    async record(query, id) {
      const { text, values } = recordStatement(query, id);
      const [row] = await reading(readDb, (tx) => tx.query<{ document: string }>(text, values));
      if (row === undefined) {
        throw recordsError('RECORDS_NOT_FOUND', {
          details: { table: query.table.name, id, includeDeleted: query.includeDeleted },
        });
      }
      return row.document;
    },

    async export(query, { as, limit, signal }, begin, take) {
      const until = await horizonOf(query);
      const statement = exportStatement(query, { as, limit, until });
      await reading(sourceOf(query), async (tx) => {
        await tx.execute(`DECLARE records NO SCROLL CURSOR FOR ${statement.text}`, statement.values);
        let size = portions.first;
        for (let isFirst = true; ; isFirst = false) {
          signal.throwIfAborted();
          const rows = await fetchRows(tx, size);
          if (isFirst) begin({ syncedThrough: until });
          if (rows.length > 0) await take(rows);
          if (rows.length < size) return;
          size = nextSize(rows);
        }
      });
    },

    version: (query) => loadVersion({ primary: db, reader: readDb }, query.table, query.realmId),
  };
}

type KeyedRow = { readonly document: string; readonly position: Position };

async function readPage(
  tx: Transaction,
  query: RecordQuery,
  limit: number,
  after: Position | undefined,
  until: string | undefined,
): Promise<KeyedRow[]> {
  const first = orderOf(query)[0];
  if (first?.column.nullable !== true) return run(tx, pageStatement(query, { limit, after, until }));
  if (after !== undefined && after[0] === null) {
    return run(tx, pageStatement(query, { limit, after, until, half: 'empty' }));
  }
  const filled = await run(tx, pageStatement(query, { limit, after, until, half: 'filled' }));
  if (filled.length === limit) return filled;
  const empty = pageStatement(query, { limit: limit - filled.length, until, half: 'empty' });
  return [...filled, ...(await run(tx, empty))];
}

async function run(tx: Transaction, { text, values }: Statement): Promise<KeyedRow[]> {
  const { rows } = await tx.execute<{ document: string; [key: `k${number}`]: string | null }>(text, values);
  return rows.map(({ document, ...keys }) => ({ document, position: Object.values(keys) }));
}

async function fetchRows(tx: Transaction, size: number): Promise<ExportRows> {
  const { rows } = await tx.execute<Record<string, string | null>>(`FETCH ${size} FROM records`);
  return rows.map((row) => Object.values(row));
}

/** As many rows as make a portion, judged by those before: some tables have rows of 200 bytes, some of 200 KB. */
function nextSize(rows: ExportRows): number {
  const bytes = rows.reduce(
    (sum, row) => sum + row.reduce((part, value) => part + (value?.length ?? 0), 1),
    0,
  );
  const fitting = Math.floor(PORTION_BYTES / (bytes / rows.length));
  return Math.min(portions.most, Math.max(portions.least, fitting));
}
