import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { checkProtections, paths } from './protections.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ledger-mirror-paths-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const app = { QBO_CLIENT_ID: 'id', QBO_CLIENT_SECRET: 'hidden-word' };
const key = Buffer.alloc(32, 7).toString('base64');

function check(env: Record<string, string> = {}) {
  const loaded = loadConfig({ DATA_DIR: join(home, 'data'), ...env });
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return checkProtections(loaded.config, home);
}
const openPaths = (env: Record<string, string>): string[] =>
  check(env).flatMap(({ path, isFine }) => (isFine ? [] : [path]));

test('on one computer, with an embedded database, everything is fine', () => {
  expect(check().filter(({ isFine }) => !isFine)).toEqual([]);
  expect(check().length).toBeGreaterThan(2);
});

test.each([
  ['browsers and programs', { PUBLIC_URL: 'http://books.example.com' }],
  ['QuickBooks', { ...app, QBO_API_URL: 'http://quickbooks.example.com' }],
  ['webhooks', { ...app, QBO_WEBHOOK_VERIFIER_TOKEN: 'x', PUBLIC_URL: 'http://books.example.com' }],
  ['proxy for what goes out', { HTTPS_PROXY: 'http://ada:hidden-word@proxy.example.com:3128' }],
  [
    'database',
    { DATABASE_URL: 'postgres://ada:hidden-word@db.example.com/books?sslmode=disable', ENCRYPTION_KEY: key },
  ],
  [
    'database',
    { DATABASE_URL: 'postgres://ada:hidden-word@db.example.com/books?sslmode=require', ENCRYPTION_KEY: key },
  ],
  ['replica', { DATABASE_READ_URL: 'postgres://ada:hidden-word@db.example.com/books?sslmode=disable' }],
])('where it can be read on the way, %s is named: %j', (path, env) => {
  const settings = { QBO_ENVIRONMENT: '', ...(env as Record<string, string>) };
  const environment = 'QBO_CLIENT_ID' in env ? 'sandbox' : 'simulator';
  expect(openPaths({ ...settings, QBO_ENVIRONMENT: environment })).toContain(path);
  expect(JSON.stringify(check({ ...settings, QBO_ENVIRONMENT: environment }))).not.toContain('hidden-word');
});

test.each([
  { PUBLIC_URL: 'https://books.example.com', TRUSTED_PROXIES: '127.0.0.1', HOST: '0.0.0.0' },
  { ...app, QBO_WEBHOOK_VERIFIER_TOKEN: 'x', PUBLIC_URL: 'https://books.example.com' },
  { HTTPS_PROXY: 'http://proxy.example.com:3128' },
  { DATABASE_URL: 'postgres://ada:x@db.example.com/books', ENCRYPTION_KEY: key },
  { DATABASE_URL: 'postgres://ada:x@localhost/books', ENCRYPTION_KEY: key },
  { DATABASE_URL: 'postgres://ada:x@/books?host=/cloudsql/p:r:i', ENCRYPTION_KEY: key },
])('where it cannot, nothing is: %j', (env) => {
  expect(openPaths(env as Record<string, string>)).toEqual([]);
});

test.runIf(process.platform !== 'win32')('files that others can read are named, with what to do', () => {
  const data = join(home, 'data');
  mkdirSync(join(data, 'postgres', 'cluster'), { recursive: true });
  writeFileSync(join(data, 'encryption-key'), key);
  writeFileSync(join(data, 'embedded-postgres.json'), '{"home":"postgres"}');
  writeFileSync(join(home, '.env'), 'QBO_CLIENT_SECRET=x');
  writeFileSync(join(home, 'ledger.2026-01-31.1.log'), '');
  const files = [
    'data/postgres',
    'data/postgres/cluster',
    'data/encryption-key',
    'data/embedded-postgres.json',
    '.env',
    'ledger.2026-01-31.1.log',
  ].map((name) => join(home, name));
  const env = { LOG_FILE: join(home, 'ledger.log') };
  for (const file of files) chmodSync(file, 0o755);
  expect(openPaths(env)).toEqual(['database files', 'keys and passwords', 'settings file', 'log files']);
  for (const { isFine, detail } of check(env)) if (!isFine) expect(detail).toContain('chmod');
  for (const file of files) chmodSync(file, 0o700);
  expect(openPaths(env)).toEqual([]);
});

test('docs/security.md has a row for every path that is looked at, and none that is not', () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/security.md', import.meta.url)), 'utf8');
  const section = text.split('## Every path, in transit and at rest\n')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| (in transit|at rest) \| ([^|]+?) \|/gm)];
  const documented = rows.map(([, kind, path]) => `${kind}: ${path}`);
  expect(documented.length).toBeGreaterThan(8);
  expect(documented).toEqual(paths.map(({ kind, path }) => `${kind}: ${path}`));
});
