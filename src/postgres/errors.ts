import { defineErrors, isAppError } from '../base/errors.ts';
import { tlsWords } from './tls-words.ts';

export const databaseError = defineErrors({
  DATABASE_URL_INVALID: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'DATABASE_URL is not a PostgreSQL address of the form postgres://user:password@host:port/database.',
  },
  DATABASE_UNREACHABLE: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'The database cannot be reached.',
  },
  DATABASE_REFUSED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The database refused us: user, password or database name are wrong, or access is not allowed.',
  },
  DATABASE_NOT_ALLOWED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The role of DATABASE_URL lacks a right it needs. It creates its own schemas: GRANT CREATE ON DATABASE <database> TO <role>; what is in them already must belong to the same role.',
  },
  DATABASE_IMPOSTOR: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'What answers at the address of the database did not prove that it is the database: most likely another program has taken its port. It was told no password. End that program, or start Ledger Mirror again, which then takes another port.',
  },
  DATABASE_TLS: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The encrypted connection to the database failed.',
  },
  DATABASE_TOO_OLD: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The database server is older than PostgreSQL 15.',
  },
  DATABASE_ENCODING: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The database is not encoded in UTF8.',
  },
  DATABASE_READ_ONLY: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'The database takes no changes at the moment: its server is a standby, or it is set to read only. After a failover that passes by itself; otherwise let DATABASE_URL lead to the primary, or turn default_transaction_read_only off.',
  },
  DATABASE_POOLER: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'DATABASE_URL leads to a pooler that allows no transactions (pool_mode=statement). Let it lead to the server itself, or to a pooler in session or transaction mode.',
  },
  DATABASE_CONFLICT: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 503,
    text: 'Two transactions got in each other’s way; one of them has to run again.',
  },
  DATABASE_DISK_FULL: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'The disk of the database is full. Nothing was lost; free some space and start again.',
  },
  DATABASE_UNSAFE_NUMBER: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 500,
    text: 'A bigint is too large for a JavaScript number; select it as text.',
  },
  DATABASE_MIGRATION_FAILED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'A migration failed and was rolled back.',
  },
  DATABASE_MIGRATION_CHANGED: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 503,
    text: 'A migration that was applied earlier has been changed since; migrations are append-only.',
  },
  DATABASE_NEWER: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The database was migrated by a newer Ledger Mirror; update the program.',
  },
  DATABASE_TABLES_HELD: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'The tables could not be changed, because somebody’s transaction has held them for minutes. Nothing was changed; end that transaction, then try again.',
  },
  DATABASE_EMBEDDED_UNAVAILABLE: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'There is no embedded PostgreSQL for this platform; set DATABASE_URL to a PostgreSQL 15 or newer.',
  },
  DATABASE_EMBEDDED_RUNNING: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'Ledger Mirror is already running on this data folder.',
  },
  DATABASE_EMBEDDED_VERSION: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The data folder belongs to another major version of PostgreSQL. Nothing was changed.',
  },
  DATABASE_EMBEDDED_USER: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'PostgreSQL cannot run as the user it would need.',
  },
  DATABASE_EMBEDDED_FOLDER: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The data folder cannot be used.',
  },
  DATABASE_EMBEDDED_FAILED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The embedded PostgreSQL did not start.',
  },
});

/** The SQLSTATE (`23505`, `22P02`, ...) somewhere in an error's chain of causes, if PostgreSQL gave one. */
export function sqlState(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (!isAppError(current) && typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/**
 * An error's own words, for a log: where PostgreSQL could not take a value (class 22) they quote it, in any language, and
 * it is a customer's.
 */
export function loggableWords(error: Error): string {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  const quotesValue = typeof severity === 'string' && typeof code === 'string' && /^22...$/.test(code);
  return quotesValue ? `PostgreSQL could not take a value (SQLSTATE ${code}).` : error.message;
}

/**
 * Whether a prepared statement is there that this connection never prepared, or is not there that it did (42P05, 26000):
 * the session is another than before, as those of a pooler are. Nothing was run then.
 */
export function isForeignStatement(error: unknown): boolean {
  const state = sqlState(error);
  return state === '42P05' || state === '26000';
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
]);

/** Node's and pg's words for a connection that is not there (any more). */
const networkWords =
  /Connection terminated|connection error and is not queryable|connection timeout|timeout exceeded when trying to connect|timeout expired/i;

/** Gives meaning to what pg throws where the whole program reacts to it; every other failure stays as it is. */
export function toDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || isAppError(error)) return error;
  const state = sqlState(error);
  const { routine, severity } = error as { routine?: unknown; severity?: unknown };
  // The last: a migration altered what a prepared statement reads. By the place in PostgreSQL's source that says so, for
  // the sentence may be in any language.
  if (state === '40001' || state === '40P01' || (state === '0A000' && routine === 'RevalidateCachedQuery'))
    return databaseError('DATABASE_CONFLICT', { cause: error });
  if (isForeignStatement(error)) return databaseError('DATABASE_CONFLICT', { cause: error });
  if (state === '25006') return databaseError('DATABASE_READ_ONLY', { cause: error });
  if (state === '42501') {
    return databaseError('DATABASE_NOT_ALLOWED', {
      cause: error,
      text: `PostgreSQL said "${error.message}". ${databaseError.rows.DATABASE_NOT_ALLOWED.text}`,
    });
  }
  if (state === '53100') return databaseError('DATABASE_DISK_FULL', { cause: error });
  if (state !== undefined && /^(08...|57P0[1235]|25P0[34]|53300)$/.test(state)) {
    return databaseError('DATABASE_UNREACHABLE', { cause: error, details: { sqlState: state } });
  }
  if (state !== undefined && /^(28...|3D000)$/.test(state)) {
    return databaseError('DATABASE_REFUSED', { cause: error, details: { sqlState: state } });
  }
  // PostgreSQL's own sentence: words in it may be those of a value.
  if (typeof severity === 'string') return error;
  // Whoever does not know the password cannot sign with it.
  if (error.message.startsWith('SASL: SCRAM-SERVER-FINAL-MESSAGE'))
    return databaseError('DATABASE_IMPOSTOR', { cause: error });
  const code = networkCode(error);
  if (code !== undefined || networkWords.test(error.message)) {
    return databaseError('DATABASE_UNREACHABLE', {
      cause: error,
      details: { reason: code ?? 'connection lost' },
    });
  }
  if (/does not support SSL|certificate|self[- ]signed|SSL|TLS/i.test(error.message)) {
    return databaseError('DATABASE_TLS', { cause: error, text: tlsWords(error) });
  }
  return error;
}

function networkCode(error: Error): string | undefined {
  // Node reports "every address failed" (::1 and 127.0.0.1) as an AggregateError.
  const all = error instanceof AggregateError ? [error, ...(error.errors as unknown[])] : [error];
  for (const one of all) {
    const code = (one as { code?: unknown }).code;
    if (typeof code === 'string' && networkCodes.has(code)) return code;
  }
  return undefined;
}
