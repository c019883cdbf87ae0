import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, expect, test } from 'vitest';

import { silentLogger } from '../../src/base/logger.ts';
import { connectThroughBrowser } from '../../src/cli/demo-browser.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { asOwner, organizationsOf, sql, whenCurrent } from '../support/ask-product.ts';
import { startTestServer, runStatement, withDatabase } from '../support/postgres-server.ts';
import {
  databasePid,
  freePort,
  makeDataDir,
  removeDataDir,
  runCommand,
  startProduct,
} from '../support/product.ts';

const adminKey = 'k'.repeat(40);
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test('every wrong setting is named at once, without its value, and the exit code is 2', async () => {
  const wrong = {
    PORT: 'zq-port',
    DATABASE_URL: 'zq-database',
    QBO_CLIENT_ID: 'zq-client',
    LOG_LEVEL: 'zq-level',
    SYNC_INTERVAL_SECONDS: 'zq-soon',
  };
  const { code, stdout, stderr } = await runCommand(['start'], wrong);
  expect(code).toBe(2);
  for (const name of ['PORT', 'DATABASE_URL', 'QBO_CLIENT_SECRET', 'LOG_LEVEL', 'SYNC_INTERVAL_SECONDS']) {
    expect(stderr).toContain(`- ${name} `);
  }
  expect(stdout + stderr).not.toContain('zq-');
});

test('with DATABASE_URL it uses that server and starts none of its own', async () => {
  const server = await startTestServer();
  cleanups.push(() => server.stop());
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  await runStatement(server.url, 'CREATE DATABASE elsewhere');
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: withDatabase(server.url, 'elsewhere').reveal(),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  const product = await startProduct(env);
  cleanups.push(() => product.stop());
  await whenCurrent(product, 2);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  const [row] = await sql<{ name: string; invoices: number }>(
    product.env,
    'SELECT current_database() AS name, (SELECT count(*) FROM invoices) AS invoices',
  );
  expect(row?.name).toBe('elsewhere');
  expect(row?.invoices).toBeGreaterThan(100);
});

test('with keys and addresses of its own it talks to those, and there is no trace of the simulator', async () => {
  const simulator = await startSimulator({
    port: 0,
    seed: 5,
    size: 'tiny',
    clientId: 'my-app',
    clientSecret: 'my-secret',
    logger: silentLogger,
  });
  cleanups.push(() => simulator.stop());
  const { url } = simulator;
  const product = await startProduct({
    QBO_CLIENT_ID: 'my-app',
    QBO_CLIENT_SECRET: 'my-secret',
    ADMIN_API_KEY: adminKey,
    QBO_API_URL: url,
    QBO_AUTHORIZE_URL: `${url}/connect/oauth2`,
    QBO_TOKEN_URL: `${url}/oauth2/v1/tokens/bearer`,
    QBO_REVOKE_URL: `${url}/v2/oauth2/tokens/revoke`,
  });
  cleanups.push(() => product.stop());
  expect(await organizationsOf(product)).toEqual([]);
  expect((await fetch(`${product.url}/v1/organizations`)).status).toBe(401);
  expect(product.logs()).toMatch(/\/welcome#[\w-]{43}/);
  const headers = asOwner(product.env);
  const installation = await (await fetch(`${product.url}/v1/installation`, { headers })).json();
  expect(installation).toMatchObject({ environment: 'sandbox', simulated: false });
  const [company] = simulator.companies;
  if (company === undefined) throw new Error('The simulator has no company.');
  await connectThroughBrowser({
    company,
    localUrl: product.url.replace('localhost', '127.0.0.1'),
    publicUrl: product.url,
    ...headers,
  });
  const [organization] = await whenCurrent(product, 1);
  expect(organization?.realmId).toBe(company.realmId);
  expect(existsSync(join(product.dataDir, 'simulator'))).toBe(false);
  // Stack traces name the folder of the clone, which somebody may call as they like.
  const clone = fileURLToPath(new URL('../..', import.meta.url));
  expect(product.logs().replaceAll(clone, '')).not.toMatch(/simulat/i);
});

test('a first owner with a password that is guessed early is refused', async () => {
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  const { code, stderr } = await runCommand(['start'], {
    DATA_DIR: dataDir,
    QBO_CLIENT_ID: 'my-app',
    QBO_CLIENT_SECRET: 'my-secret',
    ADMIN_EMAIL: 'ada@example.com',
    ADMIN_PASSWORD: 'aaaaaaaaaaaa',
    PORT: String(await freePort()),
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/ADMIN_PASSWORD is among the first passwords/);
  expect(stderr).not.toContain('aaaaaaaaaaaa');
});

test('it listens for others only when somebody owns it', async () => {
  const env = {
    QBO_CLIENT_ID: 'my-app',
    QBO_CLIENT_SECRET: 'my-secret',
    QBO_ENVIRONMENT: 'sandbox',
    HOST: '0.0.0.0',
  };
  const parent = makeDataDir();
  cleanups.push(() => removeDataDir(parent));
  const refused = await runCommand(['start'], { ...env, DATA_DIR: parent, PORT: String(await freePort()) });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('ADMIN_EMAIL and ADMIN_PASSWORD');
  const owned = await startProduct({
    ...env,
    DATA_DIR: parent,
    ADMIN_EMAIL: 'owner@example.com',
    ADMIN_PASSWORD: 'a long enough password',
  });
  cleanups.push(() => owned.stop());
  expect(owned.logs()).not.toContain('/welcome#');
  expect(owned.logs()).not.toContain('long enough');
  const signIn = await fetch(`${owned.url}/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'owner@example.com', password: 'a long enough password' }),
  });
  expect(signIn.status).toBe(204);
  const list = await runCommand(['users', '--json'], owned.env);
  expect(JSON.parse(list.stdout)).toMatchObject([{ email: 'owner@example.com', role: 'owner' }]);
});

test('a database that belongs to another environment is refused', async () => {
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  const keys = { DATA_DIR: dataDir, QBO_CLIENT_ID: 'my-app', QBO_CLIENT_SECRET: 'my-secret' };
  const sandbox = await startProduct(keys);
  await sandbox.stop();
  const refused = await runCommand(['start'], {
    ...keys,
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://ledger.example.com',
  });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('belongs to QuickBooks environment "sandbox"');
  expect(databasePid(dataDir)).toBeUndefined();
});
