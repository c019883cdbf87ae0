import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import type { OrganizationList } from '../../src/api-contract/index.ts';
import { connectThroughBrowser } from '../../src/cli/demo-browser.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { startTestServer, runStatement, withDatabase } from '../support/postgres-server.ts';
import {
  databasePid,
  freePort,
  isAlive,
  main,
  makeDataDir,
  removeDataDir,
  runCommand,
  startProduct,
  type Env,
  type Product,
} from '../support/product.ts';

const loadMs = 60_000;
const cleanups: (() => Promise<unknown>)[] = [];

let demo: Product;

beforeAll(async () => {
  // A change must show because it was asked for, not because the interval happened to be over.
  demo = await startProduct({ SYNC_INTERVAL_SECONDS: '3600', DATA_DIR: makeDataDir() });
});

afterAll(async () => {
  await demo?.stop();
  if (demo !== undefined) await removeDataDir(demo.dataDir);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const adminKey = 'k'.repeat(40);

/** The pre-shared key, where the product was started with one; the demo asks for none. */
function asOwner(env: Env): { authorization?: string } {
  return env['ADMIN_API_KEY'] === undefined ? {} : { authorization: `Bearer ${env['ADMIN_API_KEY']}` };
}

async function organizationsOf(product: Product): Promise<OrganizationList['items']> {
  const answer = await fetch(`${product.url}/v1/organizations`, { headers: asOwner(product.env) });
  return ((await answer.json()) as OrganizationList).items;
}

async function whenCurrent(product: Product, companies: number): Promise<OrganizationList['items']> {
  await expect
    .poll(async () => (await organizationsOf(product)).filter((row) => row.status === 'current').length, {
      timeout: loadMs,
    })
    .toBe(companies);
  return organizationsOf(product);
}

async function sql<Row>(env: Env, statement: string): Promise<Row[]> {
  const { code, stdout, stderr } = await runCommand(['sql', '--json', '-c', statement], env);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Row[];
}

/** The address of the demo's simulator, from what `start` printed. */
function simulatorUrl(product: Product): string {
  const url = /\((http:\/\/127\.0\.0\.1:\d+)\)/.exec(product.logs())?.[1];
  if (url === undefined) throw new Error(`No simulator address in:\n${product.logs()}`);
  return url;
}

test('the demo connects two companies through OAuth, copies them whole and says that they are simulated', async () => {
  const organizations = await whenCurrent(demo, 2);
  expect(demo.logs()).toContain('SIMULATED');
  const counted = await sql<{ realm_id: string; customers: number; invoices: number }>(
    demo.env,
    `SELECT realm_id, (SELECT count(*) FROM customers c WHERE c.realm_id = o.realm_id) AS customers,
            (SELECT count(*) FROM invoices i WHERE i.realm_id = o.realm_id AND i.deleted_at IS NULL) AS invoices
     FROM ledger_mirror.organizations o ORDER BY 1`,
  );
  for (const { realmId } of organizations) {
    const there = (await (await fetch(`${simulatorUrl(demo)}/simulator/companies/${realmId}`)).json()) as {
      records: Record<string, number>;
    };
    const here = counted.find((row) => row.realm_id === realmId);
    expect(here?.customers).toBe(there.records['Customer']);
    expect(here?.invoices).toBeGreaterThan(100);
  }
});

test('a change in QuickBooks is a row in PostgreSQL after a sync', async () => {
  const [organization] = await whenCurrent(demo, 2);
  const realmId = organization?.realmId ?? '';
  const answer = await fetch(`${simulatorUrl(demo)}/simulator/companies/${realmId}/changes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'create' }),
  });
  const { changes } = (await answer.json()) as { changes: { entity: string; id: string }[] };
  const invoice = changes.find((change) => change.entity === 'Invoice');
  expect(invoice).toBeDefined();
  const run = await runCommand(['sync', realmId, '--wait'], demo.env);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const rows = await sql<{ id: string; lines: number }>(
    demo.env,
    `SELECT id, (SELECT count(*) FROM invoice_lines l WHERE l.realm_id = i.realm_id AND l.invoice_id = i.id) AS lines
     FROM invoices i WHERE realm_id = '${realmId}' AND id = '${invoice?.id ?? ''}'`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.lines).toBeGreaterThan(0);
});

test('the examples of the REST API’s page do what they say', async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'rest-api.md'), 'utf8');
  const script = /```sh\n(# The companies[^]*?)```/.exec(page)?.[1] ?? '';
  const [organization] = await whenCurrent(demo, 2);
  const made = await runCommand(['keys', 'create', 'examples', '--role', 'operator', '--json'], demo.env);
  const { secret } = JSON.parse(made.stdout) as { secret: string };
  const examples = script
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.startsWith('curl '));
  expect(examples.length).toBeGreaterThan(8);
  for (const example of examples) {
    const child = spawn('sh', ['-c', example.replace('curl ', 'curl --fail-with-body ')], {
      env: { PATH: process.env['PATH'], LEDGER_MIRROR: demo.url, KEY: secret, REALM: organization?.realmId },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code, `${example}\n${said}`).toBe(0);
    expect(said, example).toMatch(/realm|"items"/);
  }
});

test('the short commands see the running installation', async () => {
  const status = await runCommand(['status', '--json'], demo.env);
  expect(JSON.parse(status.stdout)).toMatchObject({ running: true, server: { url: demo.url, demo: true } });
  const text = await runCommand(['organizations'], demo.env);
  expect(text.stdout.split('\n').filter((line) => line.includes('current'))).toHaveLength(3);
  const connect = await runCommand(['connect', '--json'], demo.env);
  expect(JSON.parse(connect.stdout)).toEqual({ url: `${demo.url}/v1/oauth/authorize/qbo` });
  const doctor = await runCommand(['doctor'], demo.env);
  expect(doctor).toMatchObject({ code: 0, stderr: '' });
});

test('no command tells the password of the database, and nothing but its own file holds it', async () => {
  const state = await readFile(join(demo.dataDir, 'embedded-postgres.json'), 'utf8');
  const { rolePassword } = JSON.parse(state) as { rolePassword: string };
  expect(rolePassword).toMatch(/.{20}/);
  const commands = [['status'], ['organizations'], ['connect'], ['sync'], ['migrate'], ['doctor']];
  for (const command of commands) {
    for (const args of [command, [...command, '--json']]) {
      const { code, stdout, stderr } = await runCommand(args, demo.env);
      expect(code).toBe(0);
      expect(stdout + stderr).not.toContain(rolePassword);
    }
  }
  const status = JSON.parse((await runCommand(['status', '--json'], demo.env)).stdout) as { server: object };
  expect(Object.keys(status.server)).toEqual(['pid', 'url', 'demo', 'startedAt']);
  expect(await readFile(join(demo.dataDir, 'server.json'), 'utf8')).not.toContain(rolePassword);
  expect(demo.logs()).not.toContain(rolePassword);
});

test('a second start on the same data folder is refused in words, and the first goes on', async () => {
  const second = await runCommand(['start'], { ...demo.env, PORT: String(await freePort()) });
  expect(second.code).toBe(1);
  expect(second.stderr).toContain('already runs on this data folder');
  expect(second.stderr).toContain(demo.url);
  expect(await organizationsOf(demo)).toHaveLength(2);
});

test('of two starts at once on one data folder, the one that loses names the address of the other', async () => {
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  const ports = [String(await freePort()), String(await freePort())];
  const outcomes = await Promise.allSettled(ports.map((PORT) => startProduct({ DATA_DIR: dataDir, PORT })));
  const won = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  cleanups.push(() => Promise.all(won.map((product) => product.stop())));
  const [lost] = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(won).toHaveLength(1);
  expect(lost).toContain(`already runs on this data folder: ${won[0]?.url}`);
  // Once, and not once more as a line of the log.
  expect(lost?.split('already runs on this data folder')).toHaveLength(2);
});

test('a taken web port is refused before anything is made', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  cleanups.push(() => new Promise((resolve) => other.close(resolve)));
  const parent = makeDataDir();
  cleanups.push(() => removeDataDir(parent));
  const dataDir = join(parent, 'data');
  const refused = await runCommand(['start'], { DATA_DIR: dataDir, PORT: String(port) });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(`Port ${port} is in use by another program`);
  expect(existsSync(dataDir)).toBe(false);
});

test('it stops on SIGTERM and SIGINT, leaves no process behind, and the next start is quick and connects nothing again', async () => {
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  const first = await startProduct({ DATA_DIR: dataDir });
  const database = databasePid(dataDir) ?? 0;
  expect(isAlive(database)).toBe(true);
  expect(await first.stop('SIGTERM')).toBe(0);
  expect(isAlive(database)).toBe(false);

  const second = await startProduct({ DATA_DIR: dataDir });
  expect(second.readyMs).toBeLessThan(5000);
  expect(second.logs()).not.toContain('company connected');
  expect(await organizationsOf(second)).toHaveLength(2);
  const again = databasePid(dataDir) ?? 0;
  expect(await second.stop('SIGINT')).toBe(0);
  expect(isAlive(again)).toBe(false);
});

test('when nobody reads its output any more it stops cleanly and leaves nothing behind', async () => {
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  // As `npm start | head`: the reader has gone when the banner comes.
  const pipeline = spawn('sh', ['-c', `{ "$NODE" "$MAIN" start; echo $? > "$DATA_DIR/code"; } | true`], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      NODE: process.execPath,
      MAIN: main,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
    stdio: 'ignore',
  });
  await once(pipeline, 'exit');
  expect((await readFile(join(dataDir, 'code'), 'utf8')).trim()).toBe('0');
  expect(databasePid(dataDir)).toBeUndefined();

  const product = await startProduct({ DATA_DIR: dataDir, LOG_LEVEL: 'debug' });
  const database = databasePid(dataDir) ?? 0;
  product.closeOutput();
  await fetch(`${product.url}/v1/health/live`);
  expect(await product.exited).toBe(0);
  expect(isAlive(database)).toBe(false);

  // A short command brings its own database server and takes it away again.
  const query = spawn('sh', ['-c', `"$NODE" "$MAIN" sql -c 'select 1' | true`], {
    cwd: dataDir,
    env: { PATH: process.env['PATH'], NODE: process.execPath, MAIN: main, DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  await once(query, 'exit');
  expect(databasePid(dataDir)).toBeUndefined();
});

test('after kill -9 the next start takes the database server over and says so', async () => {
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  const first = await startProduct({ DATA_DIR: dataDir });
  const database = databasePid(dataDir) ?? 0;
  await first.kill();
  expect(isAlive(database)).toBe(true);
  const second = await startProduct({ DATA_DIR: dataDir });
  expect(second.logs()).toContain('took over a database server');
  expect(databasePid(dataDir)).toBe(database);
  await whenCurrent(second, 2);
  expect(await second.stop()).toBe(0);
  expect(isAlive(database)).toBe(false);
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
  expect(product.logs()).not.toMatch(/simulat/i);
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

test('a company is paused, resumed and disconnected from the command line, and the keys change meanwhile', async () => {
  const dataDir = makeDataDir();
  cleanups.push(() => removeDataDir(dataDir));
  const product = await startProduct({ DATA_DIR: dataDir });
  cleanups.push(() => product.stop());
  const [first, second] = await whenCurrent(product, 2);
  const realmId = first?.realmId ?? '';
  const rotated = await runCommand(['keys', 'rotate-encryption', '--json'], product.env);
  expect(JSON.parse(rotated.stdout)).toEqual({ resealed: 2 });
  expect((await runCommand(['pause', realmId], product.env)).code).toBe(0);
  expect((await runCommand(['resume', realmId], product.env)).code).toBe(0);
  expect((await runCommand(['sync', realmId, '--wait'], product.env)).code).toBe(0);
  const made = await runCommand(['keys', 'create', 'e2e', '--json'], product.env);
  const { secret } = JSON.parse(made.stdout) as { secret: string };
  const headers = { authorization: `Bearer ${secret}`, 'x-forwarded-for': '192.0.2.1' };
  expect((await fetch(`${product.url}/v1/organizations`, { headers })).status).toBe(200);
  const refused = await runCommand(['disconnect', realmId, '--data', 'erase'], product.env);
  expect(refused.code).toBe(2);
  const name = first?.companyName ?? '';
  const gone = await runCommand(['disconnect', realmId, '--data', 'erase', '--name', name], product.env);
  expect(gone).toMatchObject({ code: 0, stderr: '' });
  const rows = await sql<{ companies: string }>(
    product.env,
    `SELECT string_agg(DISTINCT realm_id, ',') AS companies FROM invoices`,
  );
  expect(rows).toEqual([{ companies: second?.realmId }]);
  expect(product.logs()).not.toContain(secret);
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
