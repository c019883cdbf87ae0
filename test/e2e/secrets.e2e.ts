import { createHmac, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../src/base/logger.ts';
import { openDatabase, type Database } from '../../src/postgres/database.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { runStatement, startTestServer, withDatabase } from '../support/postgres-server.ts';
import { makeDataDir, removeDataDir, runCommand, startProduct, type Product } from '../support/product.ts';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';

/** Everything that must be readable nowhere, by what it is. */
const secrets = new Map<string, string>();
const given = {
  QBO_CLIENT_SECRET: 'the-secret-of-the-intuit-app',
  ADMIN_PASSWORD: 'a password of the first owner',
  ADMIN_API_KEY: randomBytes(30).toString('base64url'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  QBO_WEBHOOK_VERIFIER_TOKEN: randomBytes(16).toString('hex'),
};

let server: Awaited<ReturnType<typeof startTestServer>>;
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let quickbooks: ScriptedServer;
let product: Product;
let db: Database;
const dataDir = makeDataDir();
let refuseNextCall = false;

function keep(what: string, secret: unknown): string {
  if (typeof secret !== 'string' || secret.length < 8)
    throw new Error(`${what} is no secret: ${String(secret)}`);
  secrets.set(`${what} ${secrets.size}`, secret);
  return secret;
}

beforeAll(async () => {
  for (const [name, value] of Object.entries(given)) keep(name, value);
  server = await startTestServer();
  await runStatement(server.url, 'CREATE DATABASE secrets');
  const url = withDatabase(server.url, 'secrets');
  keep('password of the database', new URL(url.reveal()).password);
  simulator = await startSimulator({
    port: 0,
    seed: 5,
    size: 'tiny',
    clientId: 'my-app',
    clientSecret: given.QBO_CLIENT_SECRET,
    logger: silentLogger,
  });
  // Between the product and QuickBooks, to know every token that was ever given.
  quickbooks = await startScriptedServer(async ({ method, url: at, headers, body }) => {
    if (refuseNextCall && at.pathname.startsWith('/v3/')) {
      refuseNextCall = false;
      return { status: 401, body: '{}' };
    }
    const answer = await fetch(`${simulator.url}${at.pathname}${at.search}`, {
      method,
      headers: Object.fromEntries(
        ['authorization', 'content-type', 'accept'].flatMap((name) =>
          typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
        ),
      ),
      ...(method === 'POST' && { body }),
    });
    const text = await answer.text();
    if (at.pathname.endsWith('/bearer')) {
      const tokens = JSON.parse(text) as { access_token: string; refresh_token: string };
      keep('access token', tokens.access_token);
      keep('refresh token', tokens.refresh_token);
    }
    return { status: answer.status, body: text };
  });
  product = await startProduct({
    ...given,
    DATA_DIR: dataDir,
    DATABASE_URL: url.reveal(),
    QBO_CLIENT_ID: 'my-app',
    QBO_API_URL: quickbooks.url,
    QBO_AUTHORIZE_URL: `${simulator.url}/connect/oauth2`,
    QBO_TOKEN_URL: `${quickbooks.url}/oauth2/v1/tokens/bearer`,
    QBO_REVOKE_URL: `${quickbooks.url}/v2/oauth2/tokens/revoke`,
    ADMIN_EMAIL: 'owner@example.com',
    LOG_LEVEL: 'trace',
    LOG_FILE: join(dataDir, 'log', 'ledger-mirror.log'),
    SYNC_INTERVAL_SECONDS: '3600',
  });
  db = await openDatabase({ url, logger: silentLogger, maxConnections: 2 });
});

afterAll(async () => {
  await db?.close();
  await product?.stop();
  await quickbooks?.stop();
  await simulator?.stop();
  await server?.stop();
  await removeDataDir(dataDir);
});

async function call(
  path: string,
  o: { cookie?: string; key?: string; method?: string; body?: unknown } = {},
) {
  const answer = await fetch(`${product.url}${path}`, {
    method: o.method ?? (o.body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      ...(o.cookie !== undefined && { cookie: o.cookie }),
      ...(o.key !== undefined && { authorization: `Bearer ${o.key}` }),
      ...(o.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(o.body !== undefined && { body: JSON.stringify(o.body) }),
  });
  const text = await answer.text();
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
  for (const cookie of cookies)
    if (!cookie.endsWith('=')) keep('cookie', cookie.slice(cookie.indexOf('=') + 1));
  const json = (): Record<string, never> => JSON.parse(text) as Record<string, never>;
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    cookie: cookies.join('; '),
    json,
  };
}

const signIn = (email: string, password: string) => call('/v1/auth/sign-in', { body: { email, password } });

/** Through the consent page and back; then the same answer once more. */
async function connect(cookie: string): Promise<string> {
  const consent = await call('/v1/oauth/authorize/qbo', { cookie });
  const address = new URL(consent.location);
  keep('state', address.searchParams.get('state'));
  const form = new URLSearchParams(address.search);
  const realmId = simulator.companies[0]?.realmId ?? '';
  form.set('decision', 'allow');
  form.set('realmId', realmId);
  const decided = await fetch(`${address.origin}${address.pathname}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const back = new URL(decided.headers.get('location') ?? '');
  keep('code', back.searchParams.get('code'));
  for (const status of [302, 400]) {
    const answer = await call(back.pathname + back.search, { cookie: `${cookie}; ${consent.cookie}` });
    expect(answer.status).toBe(status);
  }
  return realmId;
}

async function useEverything(): Promise<void> {
  expect((await signIn('owner@example.com', keep('wrong password', 'not the right password'))).status).toBe(
    401,
  );
  const { cookie } = await signIn('owner@example.com', given.ADMIN_PASSWORD);
  const realmId = await connect(cookie);
  const company = `/v1/organizations/${realmId}`;
  await expect
    .poll(async () => String((await call(company, { cookie })).json()['status']), { timeout: 60_000 })
    .toBe('current');
  refuseNextCall = true;
  const synced = await runCommand(['sync', realmId, '--wait', '--json'], product.env);
  expect(synced.code, synced.stderr).toBe(0);
  expect([...secrets.keys()].filter((name) => name.startsWith('refresh token')).length).toBeGreaterThan(1);

  // Keys: made, used, replaced, used in the wrong place.
  const made = (
    await call('/v1/keys', { cookie, body: { name: 'reports', role: 'admin' } })
  ).json() as never as {
    key: { id: string };
    secret: string;
  };
  const key = keep('API key', made.secret);
  expect((await call(`${company}/records/customers?format=csv`, { key })).status).toBe(200);
  const rotated = await call(`/v1/keys/${made.key.id}/rotate`, { cookie, body: { overlapHours: 1 } });
  expect((await call('/v1/organizations', { key: keep('API key', rotated.json()['secret']) })).status).toBe(
    200,
  );
  expect((await call('/v1/organizations', { key: given.ADMIN_API_KEY })).status).toBe(200);
  for (const address of [
    `/v1/nothing?key=${key}`,
    `/v1/organizations/${key}`,
    `/?next=${key}`,
    `/v1/users/${key}`,
  ]) {
    expect((await call(address, { cookie })).status).toBeLessThan(500);
  }
  expect((await call('/v1/users', { key: keep('wrong key', `lm_${'w'.repeat(52)}`) })).status).toBe(401);

  // People: invited, joined, reset, changed.
  const linkOf = (answer: Awaited<ReturnType<typeof call>>): string =>
    keep('link', String(answer.json()['link']).split('#')[1]);
  const invited = await call('/v1/users', { cookie, body: { email: 'ada@example.com', role: 'viewer' } });
  const join_ = (token: string, password: string) =>
    call('/v1/auth/link/accept', { body: { token, password: keep('password', password) } });
  expect((await join_(linkOf(invited), 'the first password of ada')).status).toBeLessThan(300);
  const { user } = invited.json() as never as { user: { id: string } };
  const reset = await call(`/v1/users/${user.id}/link`, { cookie, method: 'POST' });
  expect((await join_(linkOf(reset), 'the second password of ada')).status).toBeLessThan(300);
  const ada = await signIn('ada@example.com', 'the second password of ada');
  const change = {
    currentPassword: 'the second password of ada',
    newPassword: keep('password', 'the third, of ada'),
  };
  expect((await call('/v1/auth/password', { cookie: ada.cookie, body: change })).status).toBeLessThan(300);
  expect((await call('/v1/auth/sign-out', { cookie: ada.cookie, body: {} })).status).toBeLessThan(300);

  // Webhooks: signed well and badly.
  const delivery = JSON.stringify({ eventNotifications: [{ realmId, dataChangeEvent: { entities: [] } }] });
  const signature = createHmac('sha256', given.QBO_WEBHOOK_VERIFIER_TOKEN).update(delivery).digest('base64');
  for (const [sign, status] of [
    [signature, 200],
    [given.QBO_WEBHOOK_VERIFIER_TOKEN, 401],
  ] as const) {
    const answer = await fetch(`${product.url}/v1/webhooks/qbo`, {
      method: 'POST',
      headers: { 'intuit-signature': sign },
      body: delivery,
    });
    expect(answer.status).toBe(status);
  }

  // A database reader, and a grant that is ended.
  const reader = await runCommand(
    ['reader', 'add', 'bi_tool', '--organization', realmId, '--json'],
    product.env,
  );
  // This server's role may not make roles in every installation; where it may, the password is shown once.
  if (reader.code === 0) keep('reader', (JSON.parse(reader.stdout) as { password: string }).password);
  const name = String((await call(company, { cookie })).json()['companyName']);
  expect(
    (await call(`${company}?data=keep&name=${encodeURIComponent(name)}`, { cookie, method: 'DELETE' }))
      .status,
  ).toBe(200);
}

/** Every row of every table of every schema, as text: what a dump holds. */
async function dump(): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(80);
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query<{ text: string }>(`SELECT row::text AS text FROM ${name} AS row`);
    parts.push(...rows.map(({ text }) => text));
  }
  return parts.join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** A secret as it may stand somewhere: as it is, as bytes in a dump, in an address, in base64. */
const formsOf = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
];

const found = (text: string): string[] =>
  [...secrets]
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name);

test('a dump of the database, the log at its most talkative and the data folder hold no secret that was used', async () => {
  await useEverything();
  expect(secrets.size).toBeGreaterThan(25);
  const dumped = await dump();
  // It is the real thing, and would be found.
  expect(dumped).toContain('ada@example.com');
  expect(dumped).toContain(simulator.companies[0]?.realmId);
  expect(found(`x${Buffer.from(given.ADMIN_PASSWORD).toString('hex')}x`)).toHaveLength(1);
  expect(found(dumped)).toEqual([]);
  const log = product.logs();
  expect(log).toContain('company connected');
  expect(found(log)).toEqual([]);
  const files = filesIn(dataDir);
  expect(files.some((path) => path.includes('ledger-mirror') && path.includes('log'))).toBe(true);
  for (const path of files) expect(found(readFileSync(path, 'latin1')), path).toEqual([]);
});
