import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Secret } from '../base/secret.ts';
import { Client } from './client.ts';
import { connectionOptions } from './connection.ts';
import { isForeignStatement, sqlState, toDatabaseError } from './errors.ts';
import { createListener } from './listener.ts';
import { toStorable } from './parameters.ts';
import { toCamelCaseRows } from './rows.ts';
import { sessionPins, transactionPins } from './session.ts';
import { waitForServer, type WaitOptions } from './wait-for-server.ts';

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
  /**
   * Exactly as PostgreSQL gives it: snake_case columns. For the user's own SQL and bulk work.
   * @param options.alone for one statement that may not run in a transaction, such as CREATE INDEX CONCURRENTLY
   */
  execute<R extends Row = Row>(
    text: string,
    values?: readonly unknown[],
    options?: { readonly alone?: boolean },
  ): Promise<ExecuteResult<R>>;
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
  /**
   * A pooler lends the sessions, each for one transaction: nothing that is set, prepared or listened to lasts longer.
   * What is run here allows for that, at the price of a transaction around every statement.
   */
  readonly pooled: boolean;
  /** Connections it opens at most: so many queries and transactions run at a time, the others wait. */
  readonly connections: number;
  /** Where it is; for pg-boss and database readers. */
  readonly url: Secret;
  /** Waits for the queries in flight, then ends every connection. May be called twice. */
  close(): Promise<void>;
}

export type DatabaseOptions = WaitOptions & { maxConnections: number; applicationName?: string };

/** How the connections of a pool are used; a pooler may turn out to stand between later. */
type Sessions = { pooled: boolean };

/**
 * Opens a pool and proves that the server answers and is fit. A server that is still starting is waited for.
 * @throws AppError DATABASE_URL_INVALID and what `waitForServer` throws
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, logger, maxConnections: connections } = options;
  // Until the server was looked at, nothing is set: a session that is lent would take it to somebody else.
  const sessions: Sessions = { pooled: true };
  const pool = new pg.Pool({
    ...connectionOptions(url, options.applicationName),
    // pg's types know no constructor that takes settings.
    Client: Client as unknown as new () => pg.ClientBase,
    max: connections,
    idleTimeoutMillis: 60_000,
    // Awaited by the pool, which gives nobody a connection before.
    onConnect: (client) => (sessions.pooled ? undefined : client.query(sessionPins)) as unknown as void,
  });
  // An idle connection that dies is replaced by the pool; without this handler it would end the process.
  pool.on('error', (error) => {
    logger.warn({ reason: error.message }, 'idle database connection lost');
  });
  try {
    sessions.pooled = (await waitForServer(pool, options)).pooled;
  } catch (error) {
    await pool.end();
    throw error;
  }
  const listener = createListener(
    () => connectionOptions(url, options.applicationName),
    logger,
    () => sessions.pooled,
  );
  let closing: Promise<void> | undefined;
  return {
    ...statements(pool, sessions),
    get pooled() {
      return sessions.pooled;
    },
    connections,
    url,
    transaction: (work, o) => runTransaction(pool, sessions, work, o),
    listen: (channel, onPayload, onReconnect) => listener.listen(channel, onPayload, onReconnect),
    close: () => (closing ??= Promise.all([listener.close(), pool.end()]).then(() => undefined)),
  };
}

/** Statements outside of a transaction. */
function statements(pool: pg.Pool, sessions: Sessions): Queryable {
  const direct = queryable(pool, sessions);
  /** In a session that is lent they get a transaction of their own, in which what we rely on is set. */
  const run = <T>(
    values: readonly unknown[] | undefined,
    work: (on: Queryable, pins: string) => Promise<T>,
  ) =>
    !sessions.pooled
      ? work(direct, '')
      : values === undefined
        ? // Several statements of one message are a transaction by themselves.
          work(direct, `${transactionPins}; `)
        : runTransaction(pool, sessions, (tx) => work(tx, ''));
  return {
    async query<R>(text: string, values?: readonly unknown[], options?: { readonly prepared?: boolean }) {
      const ask = (): Promise<R[]> => run(values, (on, pins) => on.query<R>(pins + text, values, options));
      const before = sessions.pooled;
      try {
        return await ask();
      } catch (error) {
        // Nothing was run: the name of the statement was another's.
        if (before || !sessions.pooled || !isForeignStatement(error)) throw error;
        return ask();
      }
    },
    execute: (text, values, options) =>
      options?.alone === true
        ? direct.execute(text)
        : run(values, (on, pins) => on.execute(pins + text, values)),
  };
}

function queryable(client: pg.Pool | pg.PoolClient, sessions: Sessions): Queryable {
  return {
    async query<R>(
      text: string,
      values?: readonly unknown[],
      { prepared = false }: { readonly prepared?: boolean } = {},
    ): Promise<R[]> {
      const name = prepared && !sessions.pooled ? { name: nameOf(text) } : {};
      try {
        return toCamelCaseRows<R>(await run<unknown[]>(client, { text, rowMode: 'array', ...name }, values));
      } catch (error) {
        // A pooler came between while the program ran: from now on nothing is prepared.
        if (isForeignStatement(error)) sessions.pooled = true;
        throw error;
      }
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
    const config = values === undefined ? query : { ...query, values: toStorable(values) };
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
  sessions: Sessions,
  work: (tx: Transaction) => Promise<T>,
  { idleTimeoutMs = 60_000, durable = true }: TransactionOptions = {},
): Promise<T> {
  const client = await connect(pool);
  // A connection that breaks between two statements reports it here; the next statement fails with the reason.
  const onError = (): void => undefined;
  client.on('error', onError);
  let broken = false;
  try {
    const tx = queryable(client, sessions);
    // One round trip for all of it.
    const commit = durable ? '' : '; SET LOCAL synchronous_commit = off';
    const pins = sessions.pooled ? `; ${transactionPins}` : '';
    await tx.execute(
      `BEGIN${pins}; SET LOCAL idle_in_transaction_session_timeout = ${idleTimeoutMs}${commit}`,
    );
    const result = await work(tx);
    await tx.execute('COMMIT');
    return result;
  } catch (error) {
    // A prepared statement whose tables were altered stays with its connection, and would fail there for ever; so does
    // a server that was the primary before a failover.
    broken = ['0A000', '25006'].includes(sqlState(error) ?? '');
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
