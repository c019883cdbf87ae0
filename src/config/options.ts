import type { Secret } from '../base/secret.ts';
import { times } from '../tuning/times.ts';
import {
  addresses,
  adminApiKey,
  email,
  encryptionKey,
  encryptionKeys,
  exactUrl,
  host,
  hosts,
  httpUrl,
  integer,
  oneOf,
  password,
  port,
  postgresUrl,
  proxyUrl,
  publicAddress,
  secret,
  text,
  type Parser,
} from './parsers.ts';

/** One setting: everything the program, its help and its documentation know about it. */
export type Option<T> = {
  /** Name of the environment variable. */
  readonly name: string;
  /** Another name of it that wins, for a variable that is not ours alone. */
  readonly alias?: string;
  readonly group: 'Server' | 'Database' | 'QuickBooks' | 'Synchronising' | 'Security' | 'Logging';
  readonly parse: Parser<T>;
  /** The text used when it is not set, read by `parse` like any other. */
  readonly defaultText?: string;
  /** For people, where the default is not a fixed text. */
  readonly defaultHelp?: string;
  /** Never shown, not even in part. */
  readonly secret: boolean;
  readonly help: string;
};

type WithDefault<T> = Option<T> & { readonly defaultText: string };

/** A setting that always has a value. */
function required<T>(row: Omit<WithDefault<T>, 'secret'>): WithDefault<T> {
  return { ...row, secret: false };
}

/** A setting that may stay unset. */
function optional<T>(
  row: Omit<Option<T>, 'secret' | 'defaultText'> & { secret?: boolean },
): Option<T> & { readonly defaultText?: never } {
  return { secret: false, ...row };
}

/** Every setting there is. The order is the order in the documentation. */
export const options = {
  host: required<string>({
    name: 'HOST',
    group: 'Server',
    parse: host,
    defaultText: '127.0.0.1',
    help: 'Address the web server listens on. Until the installation has an owner, only addresses of this machine are accepted.',
  }),
  port: required<number>({
    name: 'PORT',
    group: 'Server',
    parse: port,
    defaultText: '3000',
    help: 'Port of the web server.',
  }),
  publicUrl: optional<string>({
    name: 'PUBLIC_URL',
    group: 'Server',
    parse: publicAddress,
    defaultHelp: 'http://localhost:`PORT`',
    help: 'How browsers and Intuit reach the server.',
  }),
  allowedHosts: optional<readonly string[]>({
    name: 'ALLOWED_HOSTS',
    group: 'Server',
    parse: hosts,
    defaultHelp: 'none',
    help: 'Further names and addresses this server may be called by, besides those of `PUBLIC_URL`, `HOST` and this computer: separated by commas, without port; `*.example.com` is every name below it. Health and readiness answer by any name.',
  }),
  trustedProxies: optional<readonly string[]>({
    name: 'TRUSTED_PROXIES',
    group: 'Server',
    parse: addresses,
    defaultHelp: 'none',
    help: 'Reverse proxies whose X-Forwarded-For is believed: addresses and ranges separated by commas, such as `127.0.0.1` or `10.0.0.0/8`. Set it wherever one stands in front, and to nothing that others can call from: without it everybody behind the proxy counts as one caller, and a stranger who guesses passwords locks all out.',
  }),
  httpsProxy: optional<Secret>({
    name: 'HTTPS_PROXY',
    alias: 'https_proxy',
    group: 'Server',
    parse: proxyUrl,
    secret: true,
    defaultHelp: 'unset: directly',
    help: 'Proxy for what goes out by https, which is everything that goes to Intuit: `http://proxy.example.com:3128`, with `user:password@` before the name where it wants that. Also as `https_proxy`.',
  }),
  httpProxy: optional<Secret>({
    name: 'HTTP_PROXY',
    alias: 'http_proxy',
    group: 'Server',
    parse: proxyUrl,
    secret: true,
    defaultHelp: 'unset: directly',
    help: 'The same for what goes out by http, such as to a simulator on another machine. Also as `http_proxy`.',
  }),
  noProxy: optional<string>({
    name: 'NO_PROXY',
    alias: 'no_proxy',
    group: 'Server',
    parse: text,
    defaultHelp: 'this computer only',
    help: 'What is reached without a proxy: names (with everything below them), addresses and ranges such as `10.0.0.0/8`, each with a port or without, separated by commas; `*` is everything. Also as `no_proxy`.',
  }),
  requestsPerMinute: required<number>({
    name: 'REQUESTS_PER_MINUTE',
    group: 'Server',
    parse: integer(60, 10_000_000),
    defaultText: '6000',
    help: 'Requests one user or API key may send to one web process in a minute.',
  }),
  dataDir: required<string>({
    name: 'DATA_DIR',
    group: 'Server',
    parse: text,
    defaultText: './data',
    help: 'Folder of the embedded database, the generated keys and the pid file. Back it up; nobody else should be able to read it, and one that everybody may write is refused. Started as root below a folder that others cannot enter, the database is in `/var/lib/ledger-mirror/<id>` instead (the banner and `ledger-mirror doctor` name it): back up and remove both together, while it is stopped.',
  }),
  databaseUrl: optional<Secret>({
    name: 'DATABASE_URL',
    group: 'Database',
    parse: postgresUrl,
    secret: true,
    defaultHelp: 'unset: the embedded server in `DATA_DIR`',
    help: 'PostgreSQL 15 or newer. A server that is not local must speak TLS unless the address says otherwise. Special characters of the password are percent-encoded; docs/postgresql.md shows sockets, Cloud SQL and poolers.',
  }),
  databaseReadUrl: optional<Secret>({
    name: 'DATABASE_READ_URL',
    group: 'Database',
    parse: postgresUrl,
    secret: true,
    defaultHelp: '`DATABASE_URL`',
    help: 'A streaming replica of the database from which the REST API reads records, so that large exports do not burden the primary.',
  }),
  databasePort: optional<number>({
    name: 'DATABASE_PORT',
    group: 'Database',
    parse: port,
    defaultHelp: 'chosen once, then kept in `DATA_DIR`',
    help: 'Port of the embedded database, on the loopback address.',
  }),
  postgresBinDir: optional<string>({
    name: 'POSTGRES_BIN_DIR',
    group: 'Database',
    parse: text,
    defaultHelp: 'unset: Debian’s server 15 or newer where it is installed, else the one we bring',
    help: 'Folder with the programs of a PostgreSQL server, 15 or newer, that the embedded database is run with: `postgres` and `initdb`. Files that exist are run by the major version that made them, and by no other. docs/postgresql.md says when to set it.',
  }),
  clientId: optional<string>({
    name: 'QBO_CLIENT_ID',
    group: 'QuickBooks',
    parse: text,
    defaultHelp: 'unset: the bundled simulator with demo companies',
    help: "Client id of your Intuit app, from the app's keys page.",
  }),
  clientSecret: optional<Secret>({
    name: 'QBO_CLIENT_SECRET',
    group: 'QuickBooks',
    parse: secret,
    secret: true,
    defaultHelp: 'unset',
    help: 'Client secret of your Intuit app.',
  }),
  environment: optional<'production' | 'sandbox' | 'simulator'>({
    name: 'QBO_ENVIRONMENT',
    group: 'QuickBooks',
    parse: oneOf('production', 'sandbox', 'simulator'),
    defaultHelp:
      '`simulator` without keys; with keys `sandbox` while `PUBLIC_URL` is http on localhost, otherwise `production`',
    help: 'What the keys are for. It is recorded in the database; another value later refuses to start.',
  }),
  apiUrl: optional<string>({
    name: 'QBO_API_URL',
    group: 'QuickBooks',
    parse: httpUrl,
    defaultHelp: "Intuit's, by environment",
    help: 'Base address of the accounting API, instead of the one of the environment.',
  }),
  authorizeUrl: optional<string>({
    name: 'QBO_AUTHORIZE_URL',
    group: 'QuickBooks',
    parse: httpUrl,
    defaultHelp: 'looked up at Intuit',
    help: 'Whole address of the page on which a person grants access.',
  }),
  tokenUrl: optional<string>({
    name: 'QBO_TOKEN_URL',
    group: 'QuickBooks',
    parse: httpUrl,
    defaultHelp: 'looked up at Intuit',
    help: 'Whole address of the token endpoint.',
  }),
  revokeUrl: optional<string>({
    name: 'QBO_REVOKE_URL',
    group: 'QuickBooks',
    parse: httpUrl,
    defaultHelp: 'looked up at Intuit',
    help: 'Whole address of the revocation endpoint.',
  }),
  redirectUri: optional<string>({
    name: 'QBO_REDIRECT_URI',
    group: 'QuickBooks',
    parse: exactUrl,
    defaultHelp: '`PUBLIC_URL`/v1/oauth/callback/qbo',
    help: 'Where Intuit sends the browser back; it must equal one of the redirect URIs registered with the app.',
  }),
  webhookVerifierToken: optional<Secret>({
    name: 'QBO_WEBHOOK_VERIFIER_TOKEN',
    group: 'QuickBooks',
    parse: secret,
    secret: true,
    defaultHelp: 'unset: webhooks are answered with 503',
    help: "Verifier token of your Intuit app's webhooks, with `PUBLIC_URL`/v1/webhooks/qbo as their endpoint.",
  }),
  monthlyCallBudget: required<number>({
    name: 'QBO_MONTHLY_CALL_BUDGET',
    group: 'QuickBooks',
    parse: integer(0, 1_000_000_000),
    defaultText: '500000',
    help: 'Billable reads allowed a calendar month (UTC) for the whole installation; `0` is no limit. Polling slows down before it stops.',
  }),
  syncIntervalSeconds: required<number>({
    name: 'SYNC_INTERVAL_SECONDS',
    group: 'Synchronising',
    parse: integer(1, 604_800),
    defaultText: String(times.syncIntervalMs / 1000),
    help: 'How often a company is asked for changes, in seconds.',
  }),
  safetyIntervalSeconds: required<number>({
    name: 'SAFETY_INTERVAL_SECONDS',
    group: 'Synchronising',
    parse: integer(1, 604_800),
    defaultText: String(times.safetyIntervalMs / 1000),
    help: 'How often a company is asked for changes while webhooks announce them reliably, in seconds.',
  }),
  encryptionKey: optional<Secret>({
    name: 'ENCRYPTION_KEY',
    group: 'Security',
    parse: encryptionKey,
    secret: true,
    defaultHelp: 'generated into `DATA_DIR` for the embedded database; required with `DATABASE_URL`',
    help: 'Encrypts the QuickBooks tokens in the database: 32 bytes in base64, for example from `openssl rand -base64 32`.',
  }),
  encryptionKeyPrevious: optional<readonly Secret[]>({
    name: 'ENCRYPTION_KEY_PREVIOUS',
    group: 'Security',
    parse: encryptionKeys,
    secret: true,
    defaultHelp: 'none',
    help: 'Earlier keys, separated by commas: tokens encrypted with them can still be read.',
  }),
  encryptionKeyCommand: optional<Secret>({
    name: 'ENCRYPTION_KEY_COMMAND',
    group: 'Security',
    parse: secret,
    secret: true,
    defaultHelp: 'unset',
    help: 'Instead of `ENCRYPTION_KEY`: a command whose output is the key, such as `gcloud secrets versions access latest --secret=ledger-mirror`, so that the key stands in no file and no setting. The shell runs it, once in each process that needs the key; further lines of its output are earlier keys.',
  }),
  auditDays: required<number>({
    name: 'AUDIT_DAYS',
    group: 'Security',
    parse: integer(0, 36_500),
    defaultText: '0',
    help: 'Days that entries of the audit trail are kept; 0 is for ever. Older ones are cut off once an hour behind a sealed mark, so that `ledger-mirror audit verify` goes on telling whether the rest was touched. They are gone for good: export them before (`GET /v1/audit`).',
  }),
  adminEmail: optional<string>({
    name: 'ADMIN_EMAIL',
    group: 'Security',
    parse: email,
    defaultHelp: 'unset: `start` prints a set-up link',
    help: 'E-mail address of the first owner. Used only while there is no owner.',
  }),
  adminPassword: optional<Secret>({
    name: 'ADMIN_PASSWORD',
    group: 'Security',
    parse: password,
    secret: true,
    defaultHelp: 'unset',
    help: 'Password of the first owner, at least 12 characters and none of the first that somebody would guess. Change it after the first sign-in and remove it here.',
  }),
  adminApiKey: optional<Secret>({
    name: 'ADMIN_API_KEY',
    group: 'Security',
    parse: adminApiKey,
    secret: true,
    defaultHelp: 'none',
    help: 'A pre-shared owner key for unattended use of the REST API, at least 32 characters.',
  }),
  adminApiKeyAddresses: optional<readonly string[]>({
    name: 'ADMIN_API_KEY_ADDRESSES',
    group: 'Security',
    parse: addresses,
    defaultHelp: 'unset: any',
    help: 'Addresses and ranges from which alone `ADMIN_API_KEY` is accepted, separated by commas, such as `10.0.0.0/8`. Behind a proxy they are those of the callers that `TRUSTED_PROXIES` lets through.',
  }),
  sessionIdleMinutes: required<number>({
    name: 'SESSION_IDLE_MINUTES',
    group: 'Security',
    parse: integer(5, 525_600),
    defaultText: String(times.sessionIdleMs / 60_000),
    help: 'A browser that asked for nothing for so long is signed out. A page that is open asks, so only `SESSION_HOURS` ends it. Shortened, it holds for browsers that are signed in already.',
  }),
  sessionHours: required<number>({
    name: 'SESSION_HOURS',
    group: 'Security',
    parse: integer(1, 8760),
    defaultText: String(times.sessionTotalMs / 3_600_000),
    help: 'A browser is signed out so long after signing in, however it is used.',
  }),
  logLevel: required<'trace' | 'debug' | 'info' | 'warn' | 'error'>({
    name: 'LOG_LEVEL',
    group: 'Logging',
    parse: oneOf('trace', 'debug', 'info', 'warn', 'error'),
    defaultText: 'info',
    help: 'The least important messages to log. With `debug`, failed commands also print where they failed.',
  }),
  logFormat: required<'auto' | 'pretty' | 'json' | 'gcp'>({
    name: 'LOG_FORMAT',
    group: 'Logging',
    parse: oneOf('auto', 'pretty', 'json', 'gcp'),
    defaultText: 'auto',
    help: 'Form of the log on standard error: `auto` is `pretty` on a terminal and `json` elsewhere; `gcp` is what Google Cloud Logging reads.',
  }),
  logFile: optional<string>({
    name: 'LOG_FILE',
    group: 'Logging',
    parse: text,
    defaultHelp: 'unset: standard error only',
    help: 'Also write the log to this file, as JSON. The date and a number become part of its name: a new one is begun every day and at `LOG_MAX_MB`.',
  }),
  logMaxMb: required<number>({
    name: 'LOG_MAX_MB',
    group: 'Logging',
    parse: integer(1, 10_000),
    defaultText: '50',
    help: 'A new log file is begun when one has so many megabytes.',
  }),
  logKeep: required<number>({
    name: 'LOG_KEEP',
    group: 'Logging',
    parse: integer(1, 10_000),
    defaultText: '14',
    help: 'So many log files are kept, the one in use included; those of earlier days are packed (`.gz`). With little to log that is as many days.',
  }),
} as const;

type Options = typeof options;
type ValueOf<Row> =
  Row extends Option<infer T> ? (Row extends { readonly defaultText: string } ? T : T | undefined) : never;

/** What the settings say by themselves, before anything is derived from them. */
export type Settings = { readonly [Key in keyof Options]: ValueOf<Options[Key]> };
