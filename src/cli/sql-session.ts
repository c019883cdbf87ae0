import type pg from 'pg';

import type { Secret } from '../base/secret.ts';
import { Client } from '../postgres/client.ts';
import { connectionOptions } from '../postgres/connection.ts';
import { toDatabaseError } from '../postgres/errors.ts';
import type { Database } from '../postgres/database.ts';
import { personalPins, personalTransactionPins } from '../postgres/session.ts';
import { cliError } from './errors.ts';
import { connectAsReader, NO_READER } from './sql-reader.ts';

/** The answer to one statement; every value as PostgreSQL writes it, so that no digit is lost on the way. */
export type SqlAnswer = {
  readonly command: string;
  readonly columns: readonly { readonly name: string; readonly typeId: number }[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rows returned, or touched by a statement that returns none. */
  readonly rowCount: number;
};

export interface SqlSession {
  /** Whether PostgreSQL refuses every change. Otherwise only a setting does, which a statement can undo. */
  readonly protected: boolean;
  /** Runs one or more statements. @throws AppError CLI_SQL_FAILED */
  run(text: string): Promise<SqlAnswer[]>;
  close(): Promise<void>;
}

/** What a person may look at without naming the schema. */
const SEARCH_PATH = 'quickbooks, ledger_mirror, public';

/**
 * Opens a session of one's own, which reads only unless asked otherwise: the copy is only right while nobody edits it.
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_REFUSED, DATABASE_TLS
 */
export async function openSqlSession(
  db: Database,
  options: { readonly write: boolean },
): Promise<SqlSession> {
  const open = (url: Secret): Promise<Connection> => connect(url, !options.write, db.pooled);
  if (options.write) return toSession(await open(db.url), false);
  const reader = await connectAsReader(db, open);
  return reader === NO_READER ? toSession(await open(db.url), false) : toSession(reader, true);
}

type Connection = {
  readonly client: pg.Client;
  /** What goes before every text: a pooler lends the session, so that what is set in it would be somebody else's. */
  readonly before: readonly string[];
};

async function connect(url: Secret, readOnly: boolean, pooled: boolean): Promise<Connection> {
  const client = new Client({
    ...connectionOptions(url, 'ledger-mirror sql'),
    // Text as it is: numbers keep their scale and JSON its form.
    types: { getTypeParser: () => (value: string) => value },
  });
  // A connection that breaks reports it at the next statement; without a handler it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (pooled) {
      const readOnlyPins = readOnly ? ['SET TRANSACTION READ ONLY'] : [];
      return {
        client,
        before: [...personalTransactionPins, `SET LOCAL search_path = ${SEARCH_PATH}`, ...readOnlyPins],
      };
    }
    await client.query(`${personalPins}; SET search_path = ${SEARCH_PATH}`);
    if (readOnly) await client.query('SET default_transaction_read_only = on');
    return { client, before: [] };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw toDatabaseError(error);
  }
}

function toSession({ client, before }: Connection, isProtected: boolean): SqlSession {
  const prefix = before.map((statement) => `${statement}; `).join('');
  return {
    protected: isProtected,
    async run(text) {
      try {
        const result = (await client.query({ text: prefix + text, rowMode: 'array' })) as unknown as
          | pg.QueryArrayResult
          | pg.QueryArrayResult[];
        return (Array.isArray(result) ? result.slice(before.length) : [result]).map(toAnswer);
      } catch (error) {
        throw inWords(error, prefix + text);
      }
    },
    close: () => client.end(),
  };
}

function toAnswer(result: pg.QueryArrayResult): SqlAnswer {
  return {
    command: result.command ?? '',
    columns: result.fields.map((field) => ({ name: field.name, typeId: field.dataTypeID })),
    rows: result.rows as (string | null)[][],
    rowCount: result.rowCount ?? 0,
  };
}

/** PostgreSQL's own sentence, its hint and where in the statement it stumbled. */
function inWords(error: unknown, text: string): unknown {
  const { message, hint, position, code } = error as Partial<pg.DatabaseError>;
  if (typeof code !== 'string' || message === undefined || !/^[0-9A-Z]{5}$/.test(code))
    return toDatabaseError(error);
  const line = position === undefined ? undefined : text.slice(0, Number(position) - 1).split('\n').length;
  const tip =
    code === '25006' || code === '42501'
      ? 'This session only reads the copy and its state; add --write if you mean to change something.'
      : hint;
  return cliError('CLI_SQL_FAILED', {
    text: `PostgreSQL: ${message}${/[.!?]$/.test(message) ? '' : '.'}`,
    details: {
      ...(line === undefined ? {} : { line }),
      ...(tip === undefined ? {} : { hint: tip }),
      sqlState: code,
    },
  });
}
