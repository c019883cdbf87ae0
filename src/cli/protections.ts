import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { isLoopback } from '../base/addresses.ts';
import type { Secret } from '../base/secret.ts';
import type { Config } from '../config/derive.ts';
import { connectionOptions } from '../postgres/connection.ts';
import { locateEmbeddedServer } from '../postgres/embedded/locate.ts';

/** What was found of one path. */
export type Protection = {
  /** As the table in docs/security.md names it. */
  readonly path: string;
  readonly kind: 'in transit' | 'at rest';
  /** False where something passes, or lies, readable for others. */
  readonly isFine: boolean;
  /** How it is protected, or what to do. */
  readonly detail: string;
};

type Found = Pick<Protection, 'isFine' | 'detail'>;
const fine = (detail: string): Found => ({ isFine: true, detail });
const open = (detail: string): Found => ({ isFine: false, detail });

type Path = {
  readonly path: string;
  readonly kind: Protection['kind'];
  /** Undefined where the installation has no such path. */
  readonly check: (config: Config, home: string) => Found | undefined;
};

/** Every path that customers' data and secrets take, and every place where they lie; docs/security.md has the same rows. */
export const paths: readonly Path[] = [
  { path: 'browsers and programs', kind: 'in transit', check: browsers },
  { path: 'reverse proxy', kind: 'in transit', check: reverseProxy },
  { path: 'QuickBooks', kind: 'in transit', check: quickBooks },
  { path: 'webhooks', kind: 'in transit', check: webhooks },
  { path: 'proxy for what goes out', kind: 'in transit', check: outgoingProxy },
  {
    path: 'database',
    kind: 'in transit',
    check: (config) => databaseWay('DATABASE_URL', config.databaseUrl),
  },
  {
    path: 'replica',
    kind: 'in transit',
    check: ({ databaseReadUrl: url }) =>
      url === undefined ? undefined : databaseWay('DATABASE_READ_URL', url),
  },
  { path: 'database readers', kind: 'in transit', check: readers },
  { path: 'database files', kind: 'at rest', check: databaseFiles },
  { path: 'keys and passwords', kind: 'at rest', check: keys },
  { path: 'settings file', kind: 'at rest', check: settingsFile },
  { path: 'log files', kind: 'at rest', check: logFiles },
];

/**
 * Looks at every path of this installation. It reads settings and modes of files, asks nobody and changes nothing.
 * @param home  the folder whose file `.env` is read
 */
export function checkProtections(config: Config, home: string): Protection[] {
  return paths.flatMap(({ path, kind, check }) => {
    const found = check(config, home);
    return found === undefined ? [] : [{ path, kind, ...found }];
  });
}

const isLocalUrl = (url: string): boolean => isLoopback(URL.parse(url)?.hostname ?? '');

function browsers({ publicUrl }: Config): Found {
  if (publicUrl.startsWith('https:')) return fine(`https to ${publicUrl}, by the proxy in front`);
  if (isLocalUrl(publicUrl)) return fine('on this computer only');
  return open(
    `${publicUrl} is http: passwords, cookies, keys and books cross the network readable. Put a proxy with a certificate in front and set PUBLIC_URL to its https address.`,
  );
}

function reverseProxy({ publicUrl, host, port }: Config): Found | undefined {
  if (!publicUrl.startsWith('https:')) return undefined;
  return isLoopback(host)
    ? fine('on this computer only')
    : fine(`http to ${host} port ${port}: let nothing but the proxy reach it, over a network that is yours`);
}

function quickBooks({ quickbooks }: Config): Found {
  if (quickbooks === undefined) return fine('the bundled simulator, on this computer');
  const clear = Object.values(quickbooks.endpoints).filter(
    (url) => !url.startsWith('https:') && !isLocalUrl(url),
  );
  if (clear.length === 0) return fine('https, certificates checked');
  return open(
    `${clear.join(', ')} is http: tokens and books cross the network readable. Give https addresses, or unset QBO_API_URL, QBO_AUTHORIZE_URL, QBO_TOKEN_URL and QBO_REVOKE_URL.`,
  );
}

function webhooks({ quickbooks, publicUrl }: Config): Found | undefined {
  if (quickbooks?.webhookVerifierToken === undefined) return undefined;
  const signed =
    'each delivery signed with QBO_WEBHOOK_VERIFIER_TOKEN; it names records, and has none of their values';
  return publicUrl.startsWith('https:') || isLocalUrl(publicUrl)
    ? fine(signed)
    : open(`${signed}. By http it is readable on the way: set PUBLIC_URL to an https address.`);
}

function outgoingProxy({ httpsProxy, httpProxy }: Config): Found | undefined {
  const inClear = [httpsProxy, httpProxy].some((proxy) => {
    const url = URL.parse(proxy?.reveal() ?? '');
    return url?.protocol === 'http:' && url.password !== '' && !isLoopback(url.hostname);
  });
  if (httpsProxy === undefined && httpProxy === undefined) return undefined;
  return inClear
    ? open(
        'its password goes there by http, readable on the way; what goes to QuickBooks is https inside. Give an https:// address of it, or let it know this computer by its address.',
      )
    : fine('what goes to QuickBooks is https inside');
}

function databaseWay(setting: string, url: Secret | undefined): Found {
  if (url === undefined) return fine('embedded: on this computer only, with passwords (SCRAM)');
  const { host = '', ssl } = connectionOptions(url);
  if (host.startsWith('/')) return fine('by a socket of this computer');
  if (ssl === false || ssl === undefined) {
    return isLoopback(host)
      ? fine('on this computer only')
      : open(
          `${host} is reached without TLS, as sslmode says: passwords and books are readable on the way. Remove sslmode from ${setting}.`,
        );
  }
  if (ssl === true || (ssl.rejectUnauthorized !== false && ssl.checkServerIdentity === undefined))
    return fine(`TLS to ${host}, certificate and name checked`);
  // A managed server often has an authority of its own and no name in its certificate.
  if (ssl.rejectUnauthorized !== false && ssl.ca !== undefined)
    return fine(`TLS to ${host}, certificate checked by the authority that the address names`);
  return open(
    `TLS to ${host}, but the name in its certificate, or all of it, is not checked: whoever stands in between may read along. Give sslmode=verify-full and sslrootcert in ${setting}.`,
  );
}

function readers({ databaseUrl }: Config): Found {
  return databaseUrl === undefined
    ? fine('on this computer only, with passwords (SCRAM)')
    : fine('by what your server demands of them: hostssl in its pg_hba.conf makes it TLS');
}

function databaseFiles({ databaseUrl, dataDir }: Config): Found | undefined {
  if (databaseUrl !== undefined) {
    return fine(
      'on your server, whose disks and backups are yours to encrypt; tokens of QuickBooks are sealed in it',
    );
  }
  const folder = locateEmbeddedServer(dataDir)?.folder;
  if (folder === undefined) return undefined;
  return [folder, join(folder, 'cluster')].some((path) => !isOpen(path))
    ? fine(
        `for this user only, in ${folder}; not encrypted: encrypt the disk. Tokens of QuickBooks are sealed in it`,
      )
    : open(`others can read the database in ${folder}: chmod 700 ${folder}`);
}

function keys({ databaseUrl, encryptionKey, dataDir }: Config): Found | undefined {
  const apart = 'keep it apart from backups of the database';
  if (databaseUrl !== undefined || encryptionKey !== undefined) return fine(`in ENCRYPTION_KEY; ${apart}`);
  const files = ['encryption-key', 'embedded-postgres.json'].map((name) => join(dataDir, name));
  const readable = files.filter(isOpen);
  if (readable.length > 0) {
    return open(
      `others can read ${readable.join(' and ')}: chmod 600, then \`ledger-mirror keys rotate-encryption\` twice, as the key may be known.`,
    );
  }
  return files.some(isThere) ? fine(`for this user only, in ${dataDir}; ${apart}`) : undefined;
}

function settingsFile(_config: Config, home: string): Found | undefined {
  const file = join(home, '.env');
  if (!isThere(file)) return undefined;
  return isOpen(file)
    ? open(`others can read ${file}, and the secrets in it: chmod 600 ${file}`)
    : fine(`for this user only, in ${file}`);
}

function logFiles({ logFile }: Config): Found | undefined {
  if (logFile === undefined) return undefined;
  const { dir, name } = parse(resolve(logFile));
  const files = isThere(dir) ? readdirSync(dir).filter((file) => file.startsWith(`${name}.`)) : [];
  const first = files.map((file) => join(dir, file)).find(isOpen);
  return first === undefined
    ? fine(`for this user only, in ${dir}; names of companies and people, no values of records, no secrets`)
    : open(
        `others can read ${basename(first)} in ${dirname(first)}, which names companies and people: chmod 600 it.`,
      );
}

/** Undefined for what is not there, and for what this user may not even look at. */
function modeOf(path: string): number | undefined {
  try {
    return statSync(path).mode;
  } catch {
    return undefined;
  }
}

const isThere = (path: string): boolean => modeOf(path) !== undefined;

/** Whether somebody else than its owner may read it. Windows keeps that where modes do not tell. */
const isOpen = (path: string): boolean => process.platform !== 'win32' && ((modeOf(path) ?? 0) & 0o044) !== 0;
