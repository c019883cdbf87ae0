import { createHash } from 'node:crypto';
import pg from 'pg';
import { isAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Secret } from '../base/secret.ts';
import { connectionOptions, describeServer } from './connection.ts';
import { databaseError, sqlState, toDatabaseError } from './errors.ts';
import { createListener } from './listener.ts';
import { toCamelCaseRows } from './rows.ts';
import { sessionPins } from './session.ts';

export type Row = Record<string, unknown>;

/** For `query`: see there. */
export const prepared = { prepared: true } as const;

/** Something that runs SQL: the pool, or one transaction. */
export interface Queryable {
  /**
   * Rows with camelCase keys.
   * @param options.prepared parsed and planned once a connection instead of every time, which for small statements is
   *   most of what they cost. For constant texts that are run for ever: each is kept by each connection.
   */
  query<R = Row>(
    text: string,
    values?: readonly unknown[],
    options?: { readonly prepared?: boolean },
  ): Promise<R[]>;
  /** Exactly as PostgreSQL gives it: snake_case columns. For the user's own SQL and bulk work. */
  execute<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<ExecuteResult<R>>;
}

type ExecuteResult<R extends Row = Row> = {
  rows: R[];
  rowCount: number;
  fields: readonly { readonly name: string }[];
};

/** A Queryable inside BEGIN and COMMIT, on one connection. */
export interface Transaction extends Queryable {}

export type TransactionOptions = {
  /** The server ends a transaction whose process is silent for longer: it hangs, or lost its network. @default 60000 */
  readonly idleTimeoutMs?: number;
  /**
   * false: the commit does not wait for the disk. Should the server crash (not this process), it may be undone, though
   * never without everything that was committed after it. @default true
   */
  readonly durable?: boolean;
};

export interface Database extends Queryable {
  /** Commits when `work` resolves, rolls back when it throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Calls `onPayload` for every notification on the channel, reconnecting by itself. Notifications sent while the
   * connection was away are lost: `onReconnect` says when to look for what was missed.
   */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>;
  /** Connections it opens at most: so many queries and transactions run at a time, the others wait. */
  readonly connections: number;
  /** Where it is; for pg-boss and database readers. */
  readonly url: Secret;
  /** Waits for the queries in flight, then ends every connection. May be called twice. */
  close(): Promise<void>;
}

export type DatabaseOptions = {
  url: Secret;
  maxConnections: number;
  logger: Logger;
  applicationName?: string;
  /** How long a server that cannot be reached is waited for. @default 15000 */
  waitMs?: number;
};

const MINIMUM_VERSION = 150_000;

/**
 * Opens a pool and proves that the server answers and is new enough. A server that is still starting is waited for.
 * @throws AppError DATABASE_URL_INVALID, DATABASE_UNREACHABLE, DATABASE_REFUSED, DATABASE_TLS, DATABASE_TOO_OLD
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, logger, maxConnections: connections } = options;
  const pool = new pg.Pool({
    ...connectionOptions(url, options.applicationName),
    max: connections,
    idleTimeoutMillis: 60_000,
    // Awaited by the pool, which gives nobody a connection before.
    onConnect: (client) => client.query(sessionPins) as unknown as void,
  });
  // An idle connection that dies is replaced by the pool; without this handler it would end the process.
  pool.on('error', (error) => {
    logger.warn({ reason: error.message }, 'idle database connection lost');
  });
  try {
    await waitForServer(pool, options);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const listener = createListener(() => connectionOptions(url, options.applicationName), logger);
  let closing: Promise<void> | undefined;
  return {
    ...queryable(pool),
    connections,
    url,
    transaction: (work, o) => runTransaction(pool, work, o),
    listen: (channel, onPayload, onReconnect) => listener.listen(channel, onPayload, onReconnect),
    close: () => (closing ??= Promise.all([listener.close(), pool.end()]).then(() => undefined)),
  };
}

function queryable(client: pg.Pool | pg.PoolClient): Queryable {
  return {
    async query<R>(
      text: string,
      values?: readonly unknown[],
      { prepared = false }: { readonly prepared?: boolean } = {},
    ): Promise<R[]> {
      const name = prepared ? { name: nameOf(text) } : {};
      const result = await run<unknown[]>(client, { text, rowMode: 'array', ...name }, values);
      return toCamelCaseRows<R>(result);
    },
    async execute<R extends Row>(text: string, values?: readonly unknown[]): Promise<ExecuteResult<R>> {
      const result = await run<R>(client, { text }, values);
      return { rows: result.rows, rowCount: result.rowCount ?? 0, fields: result.fields };
    },
  };
}

async function run<R>(
  client: pg.Pool | pg.PoolClient,
  query: { text: string; rowMode?: 'array'; name?: string },
  values: readonly unknown[] | undefined,
): Promise<pg.QueryResult<R & pg.QueryResultRow>> {
  try {
    // Without values pg uses the simple protocol, which takes several statements and answers an array of results.
    const config = values === undefined ? query : { ...query, values: [...values] };
    const result = (await client.query(config as pg.QueryConfig)) as unknown;
    return (Array.isArray(result) ? lastWithRows(result as pg.QueryResult[]) : result) as pg.QueryResult<
      R & pg.QueryResultRow
    >;
  } catch (error) {
    throw toDatabaseError(error);
  }
}

const names = new Map<string, string>();

/** The same in every process, so that those which share connections through a pooler do not mean different things. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = createHash('sha256').update(text).digest('base64url')));
  return name;
}

/** Of several statements the last that answers rows counts: `COMMIT` after a query answers none. */
function lastWithRows(results: pg.QueryResult[]): pg.QueryResult | undefined {
  return results.findLast((result) => result.fields.length > 0) ?? results.at(-1);
}

async function runTransaction<T>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<T>,
  { idleTimeoutMs = 60_000, durable = true }: TransactionOptions = {},
): Promise<T> {
  const client = await connect(pool);
  // A connection that breaks between two statements reports it here; the next statement fails with the reason.
  const onError = (): void => undefined;
  client.on('error', onError);
  let broken = false;
  try {
    const tx = queryable(client);
    // One round trip for all of it.
    const commit = durable ? '' : '; SET LOCAL synchronous_commit = off';
    await tx.execute(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${idleTimeoutMs}${commit}`);
    const result = await work(tx);
    await tx.execute('COMMIT');
    return result;
  } catch (error) {
    // A prepared statement whose tables were altered stays with its connection, and would fail there for ever.
    broken = sqlState(error) === '0A000';
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw toDatabaseError(error);
  }
}

async function waitForServer(pool: pg.Pool, options: DatabaseOptions): Promise<void> {
  const deadline = Date.now() + (options.waitMs ?? 15_000);
  const server = describeServer(options.url);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [row] = await queryable(pool).query<{ version: string; name: string }>(
        "SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name",
      );
      if (Number(row?.version) >= MINIMUM_VERSION) return;
      throw databaseError('DATABASE_TOO_OLD', {
        text: `The database server runs PostgreSQL ${row?.name ?? 'unknown'}; 15 or newer is needed.`,
      });
    } catch (error) {
      if (!isAppError(error, 'DATABASE_UNREACHABLE') || Date.now() >= deadline) throw atServer(error, server);
      options.logger.warn({ server, attempt, ...error.details }, 'database cannot be reached, trying again');
      await new Promise((resolve) => setTimeout(resolve, Math.min(250 * attempt, 2000)));
    }
  }
}

function atServer(error: unknown, server: string): unknown {
  if (!isAppError(error, 'DATABASE_UNREACHABLE') && !isAppError(error, 'DATABASE_REFUSED')) return error;
  const reason = (error.cause as Error | undefined)?.message ?? 'no reason given';
  const words = isAppError(error, 'DATABASE_UNREACHABLE') ? 'cannot be reached' : 'refused us';
  return databaseError(error.code as 'DATABASE_UNREACHABLE', {
    cause: error,
    details: { ...error.details, server },
    text: `The database at ${server} ${words}: ${reason}.`,
  });
}
