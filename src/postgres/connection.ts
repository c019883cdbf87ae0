import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import type { ClientConfig } from 'pg';
import type { ClientSettings } from './client.ts';
import { isLoopback } from '../base/addresses.ts';
import { readPostgresUrl } from '../base/postgres-url.ts';
import { Secret } from '../base/secret.ts';
import { databaseError } from './errors.ts';
import { typeParsers } from './types.ts';

/**
 * The settings of one connection, read from a `postgres://` URL.
 *
 * TLS: a local server (loopback, socket) is reached without; any other must offer TLS with a certificate that
 * checks out. `sslmode` in the URL decides otherwise, in libpq's words: `disable` (none), `require` (encrypt, do
 * not check), `verify-ca` (check the authority only), `verify-full`. `sslrootcert`, `sslcert`, `sslkey` name files;
 * `sslrootcert=system` is the authorities this machine and Node trust, and wants `verify-full`.
 *
 * `require_auth=scram-sha-256`, libpq's too: the server has to prove that it knows the password, or is told nothing.
 * @throws AppError DATABASE_URL_INVALID
 */
export function connectionOptions(url: Secret, applicationName = 'ledger-mirror'): ClientSettings {
  const parsed = parseUrl(url);
  const parameters = parsed.searchParams;
  // The folder of a socket is named by `?host=/cloudsql/project:region:instance`, or percent-encoded as the host.
  const host = parameters.get('host') ?? decodeURIComponent(parsed.hostname.replace(/^\[|\]$/g, ''));
  const options = parameters.get('options');
  return {
    host,
    port: Number(parsed.port || parameters.get('port') || 5432),
    user: decodeURIComponent(parsed.username) || (parameters.get('user') ?? undefined),
    password: decodeURIComponent(parsed.password) || (parameters.get('password') ?? undefined),
    database: decodeURIComponent(parsed.pathname.slice(1)) || undefined,
    application_name: parameters.get('application_name') ?? applicationName,
    ...(options === null ? {} : { options }),
    requireScram: requiresScram(parameters),
    ssl: tlsOptions(host, parameters),
    connectionTimeoutMillis: Number(parameters.get('connect_timeout') ?? 10) * 1000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: typeParsers,
  };
}

/** Where the URL points, without its secrets; for messages. */
export function describeServer(url: Secret): string {
  const { host, port, database } = connectionOptions(url);
  return `${host ?? ''}:${port ?? ''}/${database ?? ''}`;
}

/** The same server and database, by another login. */
export function withLogin(url: Secret, user: string, password: string): Secret {
  const changed = parseUrl(url);
  for (const name of ['user', 'password'])
    if (changed.searchParams.has(name)) changed.searchParams.delete(name);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return new Secret(changed.href);
}

/** The same without what is ours: of the tools that people paste an address into not all know `require_auth`. */
export function forTools(url: Secret): Secret {
  const changed = parseUrl(url);
  changed.searchParams.delete('require_auth');
  return new Secret(changed.href);
}

/** The same server and login, another database. */
export function atDatabase(url: Secret, database: string): Secret {
  const changed = parseUrl(url);
  changed.searchParams.delete('dbname');
  changed.pathname = `/${encodeURIComponent(database)}`;
  return new Secret(changed.href);
}

function parseUrl(url: Secret): URL {
  // URL's own error quotes the address, password included; this one has no cause.
  const read = readPostgresUrl(url.reveal());
  if ('problem' in read)
    throw databaseError('DATABASE_URL_INVALID', { text: `DATABASE_URL must ${read.problem}.` });
  return read.url;
}

function requiresScram(parameters: URLSearchParams): boolean {
  const wanted = parameters.get('require_auth');
  if (wanted !== null && wanted !== 'scram-sha-256') {
    throw databaseError('DATABASE_URL_INVALID', {
      text: 'require_auth in DATABASE_URL can only be scram-sha-256.',
    });
  }
  return wanted !== null;
}

function tlsOptions(host: string, parameters: URLSearchParams): ClientConfig['ssl'] {
  const mode = parameters.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
  const files = {
    ...authorities(parameters.get('sslrootcert'), mode),
    ...fileOption('cert', parameters.get('sslcert')),
    ...fileOption('key', parameters.get('sslkey')),
  };
  switch (mode) {
    case 'disable':
    case 'allow':
      return false;
    case 'prefer':
    case 'require':
    case 'no-verify':
      // With an authority named, libpq checks it in this mode too.
      return { ...files, rejectUnauthorized: files.ca !== undefined, checkServerIdentity: () => undefined };
    case 'verify-ca':
      return { ...files, rejectUnauthorized: true, checkServerIdentity: () => undefined };
    case 'verify-full':
      return { ...files, rejectUnauthorized: true };
    default:
      throw databaseError('DATABASE_URL_INVALID', {
        text: 'sslmode in DATABASE_URL must be one of disable, require, verify-ca, verify-full.',
      });
  }
}

/** Without checking the name, an authority that signs for everybody would prove nothing: libpq refuses that too. */
function authorities(named: string | null, mode: string): { ca?: Buffer | string[] } {
  if (named !== 'system') return fileOption('ca', named);
  if (mode !== 'verify-full' && mode !== 'disable') {
    throw databaseError('DATABASE_URL_INVALID', {
      text: 'sslrootcert=system in DATABASE_URL goes with sslmode=verify-full, or none, only.',
    });
  }
  // A container often has no authorities of its own; those that Node brings include NODE_EXTRA_CA_CERTS.
  return { ca: [...new Set([...getCACertificates('system'), ...getCACertificates('default')])] };
}

function fileOption<Name extends string>(name: Name, path: string | null): Partial<Record<Name, Buffer>> {
  if (path === null) return {};
  try {
    return { [name]: readFileSync(path) } as Record<Name, Buffer>;
  } catch (cause) {
    throw databaseError('DATABASE_TLS', {
      cause,
      text: `The file ${path} named in DATABASE_URL cannot be read.`,
    });
  }
}

function isLocal(host: string): boolean {
  return host.startsWith('/') || isLoopback(host);
}
