import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type AppError, isAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Secret } from '../base/secret.ts';
import { Client } from './client.ts';
import { connectionOptions, describeServer } from './connection.ts';
import { databaseError, toDatabaseError } from './errors.ts';
import { isPooled } from './pooler.ts';
import { sessionPins } from './session.ts';

export type WaitOptions = {
  readonly url: Secret;
  readonly logger: Logger;
  /** How long a server that cannot be reached is waited for. @default 15000 */
  readonly waitMs?: number;
  /** How long one that takes no changes, as after a failover, is waited for. @default it need not take any */
  readonly changesWithinMs?: number;
  /** Breaks the waiting off. */
  readonly signal?: AbortSignal;
};

/** What is known of the server once it answers. */
export type Server = { readonly pooled: boolean };

const MINIMUM_VERSION = 150_000;

type Answer = {
  readonly version: number;
  readonly name: string;
  readonly encoding: string;
  readonly database: string;
  readonly owner: string;
  readonly reads_only: boolean;
  readonly standby: boolean;
};

/**
 * Waits for a server that answers, and refuses one that is not fit. One that is starting, or changing places with its
 * standby, is asked again, each time on a new connection: the address may lead elsewhere by then.
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_REFUSED, DATABASE_TLS, DATABASE_TOO_OLD, DATABASE_ENCODING,
 *   DATABASE_READ_ONLY, DATABASE_POOLER; and the reason of `signal`
 */
export async function waitForServer(pool: pg.Pool, options: WaitOptions): Promise<Server> {
  const { logger, signal, waitMs = 15_000, changesWithinMs = 0 } = options;
  const begunAt = performance.now();
  const server = describeServer(options.url);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inspect(pool, options);
    } catch (error) {
      const elapsedMs = performance.now() - begunAt;
      if (isAppError(error, 'DATABASE_UNREACHABLE') && elapsedMs < waitMs)
        logger.warn({ server, attempt, ...error.details }, 'database cannot be reached, trying again');
      else if (isAppError(error, 'DATABASE_READ_ONLY') && elapsedMs < changesWithinMs)
        logger.warn({ server, attempt, ...error.details }, 'database takes no changes, waiting for it');
      else throw atServer(error, server);
      await sleep(Math.min(250 * attempt, 2000), undefined, { signal }).catch(() => undefined);
      signal?.throwIfAborted();
    }
  }
}

/** Looks at the server on one connection, and leaves that as every other one of the pool will be. */
async function inspect(pool: pg.Pool, options: WaitOptions): Promise<Server> {
  let client: pg.PoolClient | undefined;
  let fit = false;
  try {
    client = await pool.connect();
    const { rows } = await client.query<Answer>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
              current_setting('server_encoding') AS encoding, current_database() AS database, current_user AS owner,
              current_setting('transaction_read_only') = 'on' AS reads_only, pg_is_in_recovery() AS standby`,
    );
    const [answer] = rows;
    if (answer !== undefined) refuseUnfit(answer, options);
    const pooled = await isPooled(client, () => new Client(connectionOptions(options.url)));
    if (!pooled) await client.query(sessionPins);
    fit = true;
    return { pooled };
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    client?.release(!fit);
  }
}

function refuseUnfit(answer: Answer, { changesWithinMs }: WaitOptions): void {
  const { version, name, encoding, database, owner, reads_only: readsOnly, standby } = answer;
  if (version < MINIMUM_VERSION) {
    throw databaseError('DATABASE_TOO_OLD', {
      text: `The database server runs PostgreSQL ${name}; 15 or newer is needed.`,
    });
  }
  // Names of customers in every script: other encodings refuse them, and SQL_ASCII takes anything for anything.
  if (encoding !== 'UTF8') {
    throw databaseError('DATABASE_ENCODING', {
      details: { encoding },
      text: `The database ${database} is encoded in ${encoding}, and QuickBooks' texts need UTF8. An encoding cannot be changed afterwards: make a new database with CREATE DATABASE <name> OWNER ${pg.escapeIdentifier(owner)} ENCODING 'UTF8' TEMPLATE template0, and name it in DATABASE_URL.`,
    });
  }
  if (changesWithinMs !== undefined && readsOnly) throw readOnly(standby);
}

function readOnly(standby: boolean): AppError {
  return databaseError('DATABASE_READ_ONLY', {
    details: { reason: standby ? 'a standby' : 'set to read only' },
    text: standby
      ? 'The database takes no changes, because its server is a standby. After a failover that passes by itself; otherwise let DATABASE_URL lead to the primary.'
      : 'The database takes no changes, because default_transaction_read_only is on for the server, the database or the role. Turn it off there (ALTER ROLE … RESET default_transaction_read_only); a hoster turns it on when the disk is full.',
  });
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
