import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { organizationsOf, sql, whenCurrent } from '../support/ask-product.ts';
import {
  freePort,
  makeDataDir,
  removeDataDir,
  runCommand,
  startProduct,
  type Product,
} from '../support/product.ts';

let demo: Product;

beforeAll(async () => {
  // A change must show because it was announced, not because the interval happened to be over.
  demo = await startProduct({
    SYNC_INTERVAL_SECONDS: '3600',
    SAFETY_INTERVAL_SECONDS: '3600',
    DATA_DIR: makeDataDir(),
  });
});

afterAll(async () => {
  await demo?.stop();
  if (demo !== undefined) await removeDataDir(demo.dataDir);
});

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

test('a change in QuickBooks is a row in PostgreSQL within seconds, without anybody asking', async () => {
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
  const select = `SELECT id, (SELECT count(*) FROM invoice_lines l WHERE l.realm_id = i.realm_id AND l.invoice_id = i.id) AS lines
     FROM invoices i WHERE realm_id = '${realmId}' AND id = '${invoice?.id ?? ''}'`;
  // The interval is an hour: only an announcement brings it.
  await expect
    .poll(() => sql<{ id: string; lines: number }>(demo.env, select), { timeout: 30_000 })
    .toMatchObject([{ id: invoice?.id, lines: expect.any(Number) }]);
  const rows = await sql<{ id: string; lines: number }>(demo.env, select);
  expect(rows[0]?.lines).toBeGreaterThan(0);
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
  expect(doctor.stdout).toMatch(/✓ in transit +browsers and programs: on this computer only/);
  expect(doctor.stdout).toMatch(/✓ at rest +keys and passwords: for this user only/);
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

// Last, because one of the two companies is gone after it.
test('a company is paused, resumed and disconnected from the command line, and the keys change meanwhile', async () => {
  const [first, second] = await whenCurrent(demo, 2);
  const realmId = first?.realmId ?? '';
  const rotated = await runCommand(['keys', 'rotate-encryption', '--json'], demo.env);
  expect(JSON.parse(rotated.stdout)).toEqual({ resealed: 2 });
  expect((await runCommand(['pause', realmId], demo.env)).code).toBe(0);
  expect((await runCommand(['resume', realmId], demo.env)).code).toBe(0);
  expect((await runCommand(['sync', realmId, '--wait'], demo.env)).code).toBe(0);
  const made = await runCommand(['keys', 'create', 'e2e', '--json'], demo.env);
  const { secret } = JSON.parse(made.stdout) as { secret: string };
  const headers = { authorization: `Bearer ${secret}`, 'x-forwarded-for': '192.0.2.1' };
  expect((await fetch(`${demo.url}/v1/organizations`, { headers })).status).toBe(200);
  const refused = await runCommand(['disconnect', realmId, '--data', 'erase'], demo.env);
  expect(refused.code).toBe(2);
  const name = first?.companyName ?? '';
  const gone = await runCommand(['disconnect', realmId, '--data', 'erase', '--name', name], demo.env);
  expect(gone).toMatchObject({ code: 0, stderr: '' });
  const rows = await sql<{ companies: string }>(
    demo.env,
    `SELECT string_agg(DISTINCT realm_id, ',') AS companies FROM invoices`,
  );
  expect(rows).toEqual([{ companies: second?.realmId }]);
  expect(demo.logs()).not.toContain(secret);
});

test('the examples of the REST API’s page do what they say', async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'rest-api.md'), 'utf8');
  const script = /```sh\n(# The companies[^]*?)```/.exec(page)?.[1] ?? '';
  const examples = script
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.startsWith('curl '));
  expect(examples.length).toBeGreaterThan(8);
  const [organization] = await whenCurrent(demo, 1);
  const made = await runCommand(['keys', 'create', 'examples', '--role', 'operator', '--json'], demo.env);
  const { secret } = JSON.parse(made.stdout) as { secret: string };
  const env = { ...process.env, LEDGER_MIRROR: demo.url, KEY: secret, REALM: organization?.realmId };
  for (const example of examples) {
    const command = example.replace('curl ', 'curl --fail-with-body ');
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { env, maxBuffer: 2 ** 26 });
    expect(stdout, example).toMatch(/realm|"items"/);
  }
});
