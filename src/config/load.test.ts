import { inspect } from 'node:util';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { loadConfig } from './load.ts';
import { options } from './options.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const keys = { QBO_CLIENT_ID: 'id', QBO_CLIENT_SECRET: 'a-secret-value' };

function configOf(env: Record<string, string>) {
  const loaded = loadConfig(env);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.config;
}

function problemsOf(env: Record<string, string>): readonly string[] {
  const loaded = loadConfig(env);
  return loaded.ok ? [] : loaded.problems;
}

test('nothing set is a working demo on loopback with the simulator', () => {
  const config = configOf({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    redirectUri: 'http://localhost:3000/v1/oauth/callback/qbo',
    environment: 'simulator',
    quickbooks: undefined,
    databaseUrl: undefined,
    syncIntervalSeconds: 180,
    logLevel: 'info',
    logFormat: 'auto',
  });
});

test('keys on http localhost are sandbox keys, and on https production keys', () => {
  expect(configOf(keys).environment).toBe('sandbox');
  expect(configOf({ ...keys, PORT: '8080' }).quickbooks?.endpoints.apiUrl).toBe(
    'https://sandbox-quickbooks.api.intuit.com',
  );
  const production = configOf({ ...keys, PUBLIC_URL: 'https://ledger.example.com/' });
  expect(production.environment).toBe('production');
  expect(production.redirectUri).toBe('https://ledger.example.com/v1/oauth/callback/qbo');
  expect(production.quickbooks?.endpoints.apiUrl).toBe('https://quickbooks.api.intuit.com');
});

test('the QuickBooks addresses can all be replaced', () => {
  const config = configOf({
    ...keys,
    QBO_API_URL: 'http://127.0.0.1:5000/',
    QBO_AUTHORIZE_URL: 'http://127.0.0.1:5000/authorize',
    QBO_TOKEN_URL: 'http://127.0.0.1:5000/token',
    QBO_REVOKE_URL: 'http://127.0.0.1:5000/revoke',
    QBO_REDIRECT_URI: 'http://localhost:9000/back',
  });
  expect(config.redirectUri).toBe('http://localhost:9000/back');
  expect(config.quickbooks?.endpoints).toEqual({
    apiUrl: 'http://127.0.0.1:5000',
    authorizeUrl: 'http://127.0.0.1:5000/authorize',
    tokenUrl: 'http://127.0.0.1:5000/token',
    revokeUrl: 'http://127.0.0.1:5000/revoke',
  });
});

test.each([
  '10.0.0.0/8',
  '203.0.113.7',
  '::1',
  'fd00::/8, ::ffff:10.0.0.0/104',
  '192.0.2.0/32,2001:db8::/128',
])('proxies may be named as %s', (text) => {
  expect(configOf({ TRUSTED_PROXIES: text }).trustedProxies).toEqual(text.split(/, ?/));
});

test.each([
  '1',
  '10',
  '10/8',
  '10.0.0.0/33',
  'fd00::/129',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10.0.0.0/-1',
  '010.0.0.0/8',
  'proxy',
])('and not as %s', (text) => {
  expect(problemsOf({ TRUSTED_PROXIES: text })).toEqual([
    expect.stringMatching(/^TRUSTED_PROXIES must be addresses or ranges/),
  ]);
});

test.each([
  ['ledger.internal, *.apps.example.com', ['ledger.internal', '*.apps.example.com']],
  ['[FD00::7],192.168.1.4 Books', ['fd00::7', '192.168.1.4', 'books']],
  ['ledger.internal,', ['ledger.internal']],
])('further names of this server are read: %s', (text, names) => {
  expect(configOf({ ALLOWED_HOSTS: text }).allowedHosts).toEqual(names);
});

test.each(['*', 'https://books.example.com', 'books.example.com:3000', '*.*', 'a_b/c', 'x,,*'])(
  'and not %s, which would open the door or mean nothing',
  (text) => {
    expect(problemsOf({ ALLOWED_HOSTS: text })).toEqual([
      expect.stringMatching(/^ALLOWED_HOSTS must be host names or addresses/),
    ]);
  },
);

test.each([
  ['[::1]', '::1'],
  ['::', '::'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  ['0.0.0.0', '0.0.0.0'],
  ['localhost', 'localhost'],
])('the server may listen on %s', (text, host) => {
  expect(configOf({ HOST: text }).host).toBe(host);
});

test.each(['[127.0.0.1]', '[::1', '::1]', '[localhost]', '127.0.0.1:3000', '[::1]:3000', 'a..b'])(
  'and not on %s',
  (text) => {
    expect(problemsOf({ HOST: text })).toEqual([expect.stringMatching(/^HOST must be an address/)]);
  },
);

test('proxies are named as for other programs: small letters win, http:// may be left out', () => {
  const config = configOf({ HTTPS_PROXY: 'http://loses:1', https_proxy: 'me:p%40ss@proxy.example.com:3128' });
  expect(config.httpsProxy?.reveal()).toBe('http://me:p%40ss@proxy.example.com:3128');
  expect(config.httpProxy).toBeUndefined();
  expect(configOf({ HTTPS_PROXY: 'http://loses:1', https_proxy: '' }).httpsProxy).toBeUndefined();
  for (const wrong of ['socks5://proxy:1080', 'http://proxy/path', 'http://me:100%@proxy', 'a b'])
    expect(problemsOf({ HTTP_PROXY: wrong })).toEqual([
      expect.stringMatching(/^HTTP_PROXY must be an HTTP proxy such as/),
    ]);
});

test('a database address with a raw # ? or / in its password is refused with the remedy, unseen', () => {
  for (const name of ['DATABASE_URL', 'DATABASE_READ_URL'])
    for (const url of ['postgres://num:2024/sec@host/db', 'postgres://num:2024#sec@host/db'])
      expect(problemsOf({ [name]: url, ENCRYPTION_KEY: KEY })).toEqual([
        `${name} must have these characters of its user name and password percent-encoded: # as %23, ? as %3F, / as %2F, @ as %40, % as %25.`,
      ]);
  expect(
    configOf({ ...keys, DATABASE_URL: 'postgres://u:p@/db?host=/cloudsql/p:r:i', ENCRYPTION_KEY: KEY })
      .databaseUrl,
  ).toBeDefined();
});

test('a redirect URI is kept letter by letter, because Intuit compares it so', () => {
  const given = 'https://Books.example.com/back/';
  expect(configOf({ ...keys, QBO_REDIRECT_URI: given }).redirectUri).toBe(given);
});

test('a path with a line break in it, which double quotes in .env make of \\n, is refused', () => {
  expect(problemsOf({ DATA_DIR: 'C:\new' })).toEqual([
    expect.stringMatching(/^DATA_DIR must have no line break/),
  ]);
});

test('every problem is reported at once, by name', () => {
  const problems = problemsOf({
    HOST: 'not a host',
    TRUSTED_PROXIES: '10.0.0.0/64',
    ADMIN_PASSWORD: 'short',
    ADMIN_EMAIL: 'nobody',
    PORT: '99999',
    PUBLIC_URL: 'not an address',
    DATABASE_URL: 'mysql://x/y',
    QBO_CLIENT_ID: 'id',
    QBO_ENVIRONMENT: 'prod',
    QBO_API_URL: 'ftp://x',
    SYNC_INTERVAL_SECONDS: 'soon',
    ENCRYPTION_KEY: 'short',
    ADMIN_API_KEY: 'short',
    LOG_LEVEL: 'loud',
  });
  const names = problems.map((problem) => problem.split(' ', 1)[0] ?? '');
  expect(names.toSorted()).toEqual(
    [
      'ADMIN_API_KEY',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
      'TRUSTED_PROXIES',
      'DATABASE_URL',
      'ENCRYPTION_KEY',
      'HOST',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'QBO_API_URL',
      'QBO_CLIENT_SECRET',
      'QBO_ENVIRONMENT',
      'SYNC_INTERVAL_SECONDS',
    ].sort(),
  );
});

test('a value never appears in a problem or in the printed configuration', () => {
  const rowNames = Object.values(options).map((row) => row.name);
  fc.assert(
    fc.property(fc.constantFrom(...rowNames), fc.stringMatching(/^zq[a-z0-9]{12,30}$/), (name, value) => {
      const loaded = loadConfig({ [name]: value });
      expect(loaded.ok ? loaded.notices : [...loaded.problems, ...loaded.notices]).not.toContain(value);
      if (!loaded.ok) expect(loaded.problems.join(' ')).not.toContain(value);
    }),
  );
  const config = configOf({ ...keys, DATABASE_URL: 'postgres://me:hidden-word@db/x', ENCRYPTION_KEY: KEY });
  const shown = inspect(config, { depth: 9 }) + JSON.stringify(config);
  for (const hidden of ['a-secret-value', 'hidden-word', KEY]) expect(shown).not.toContain(hidden);
});

test('half of a pair, or addresses without keys, are refused', () => {
  expect(problemsOf({ QBO_CLIENT_SECRET: 'x' })).toEqual([
    expect.stringMatching(/^QBO_CLIENT_ID is missing/),
  ]);
  expect(problemsOf({ QBO_ENVIRONMENT: 'sandbox' })).toEqual([expect.stringMatching(/^QBO_ENVIRONMENT /)]);
  expect(problemsOf({ QBO_API_URL: 'http://localhost:1' })).toEqual([expect.stringMatching(/^QBO_API_URL /)]);
});

test('an external database needs an encryption key', () => {
  const env = { DATABASE_URL: 'postgres://me@db.example.com/ledger' };
  expect(problemsOf(env)).toEqual([expect.stringMatching(/^ENCRYPTION_KEY is missing/)]);
  expect(configOf({ ...env, ENCRYPTION_KEY: KEY }).databaseUrl?.reveal()).toBe(env.DATABASE_URL);
  const command = { ENCRYPTION_KEY_COMMAND: 'vault read key' };
  expect(configOf({ ...env, ...command }).encryptionKeyCommand?.reveal()).toBe('vault read key');
  expect(problemsOf({ ...env, ENCRYPTION_KEY: KEY, ...command })).toEqual([
    expect.stringMatching(/^ENCRYPTION_KEY_COMMAND is set beside/),
  ]);
});

test('production keys need https, unless the authorize page is not Intuit’s', () => {
  const env = { ...keys, QBO_ENVIRONMENT: 'production' };
  expect(problemsOf(env)).toEqual([expect.stringMatching(/^PUBLIC_URL must begin with https/)]);
  expect(problemsOf({ ...env, QBO_AUTHORIZE_URL: 'http://localhost:5000/authorize' })).toEqual([]);
  expect(problemsOf({ ...env, QBO_REDIRECT_URI: 'http://x.example.com/back' })).toEqual([
    expect.stringMatching(/^QBO_REDIRECT_URI must begin with https/),
  ]);
});

test('an empty variable counts as unset', () => {
  expect(configOf({ QBO_CLIENT_ID: '', QBO_CLIENT_SECRET: ' ', PORT: '' }).port).toBe(3000);
});

test('a misspelt setting is pointed out, and other programs’ variables are not', () => {
  expect(loadConfig({ QBO_CLINET_ID: 'x', PATH: '/bin' }).notices).toEqual([
    'QBO_CLINET_ID is not a setting of Ledger Mirror. Did you mean QBO_CLIENT_ID?',
  ]);
});

test('the table is complete and consistent: names unique, help a sentence, defaults readable', () => {
  const rows = Object.values(options);
  expect(rows.length).toBeGreaterThan(15);
  expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  for (const row of rows) {
    expect(row.help, row.name).toMatch(/\.$/);
    expect(row.defaultText ?? ('defaultHelp' in row ? row.defaultHelp : undefined), row.name).toBeTruthy();
    if (row.defaultText !== undefined) expect(row.parse(row.defaultText), row.name).toHaveProperty('value');
  }
});

test('a proxy that must be there and is not named is told of', () => {
  const noticesOf = (env: Record<string, string>) => loadConfig({ ...keys, ...env }).notices;
  const PUBLIC_URL = 'https://books.example.com';
  expect(noticesOf({ PUBLIC_URL })).toEqual([expect.stringMatching(/TRUSTED_PROXIES does not name it/)]);
  expect(noticesOf({ PUBLIC_URL, TRUSTED_PROXIES: '10.0.0.0/8' })).toEqual([]);
  expect(noticesOf({ PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
});
