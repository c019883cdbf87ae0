import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { runCommandLine } from '../program.ts';
import { processTerminal } from '../terminal.ts';

let database: TestDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'ledger-mirror-status-'));

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(() => database.db.execute('DELETE FROM ledger_mirror.organizations'));

/** What a command prints. */
async function run(words: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  await runCommandLine(
    words.split(' '),
    { ...processTerminal(), out: say, err: say },
    {
      DATA_DIR: dataDir,
      DATABASE_URL: database.url.reveal(),
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      ...env,
    },
  );
  return lines.join('\n');
}

const connect = (companies: number): Promise<unknown> =>
  database.db.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, company_name)
     SELECT (1000 + one)::text, 'Company ' || one FROM generate_series(1, $1::int) AS one`,
    [companies],
  );

const needed = '597,040 reads a month';
const webhooks = 'Webhooks bring it to 72,960';

test('a name out of QuickBooks does not command the terminal, and is to the character in JSON', async () => {
  // Clears the screen, sets the title, begins a sequence in one character, and turns the direction of writing.
  const name = 'Blue\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\r\u0008 Fern';
  await database.db.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, company_name, status, status_reason)
     VALUES ('1001', $1, 'failed', $2)`,
    [name, `It said ${name}.`],
  );
  const shown = [
    await run('status'),
    await run('organizations'),
    await run('organizations 1001'),
    await run('pause 1001'),
    await run('resume 1001'),
  ];
  for (const text of shown) {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  }
  expect(shown[1]).toContain(String.raw`Blue\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u000d\u0008 Fern`);
  const json = await run('organizations --json');
  expect(json).not.toMatch(/[\u007f-\u009f\u202e]/);
  expect(JSON.parse(json)).toMatchObject([{ companyName: name }]);
});

test('a company that failed is shown with its reason', async () => {
  await connect(2);
  await database.db.query(
    `UPDATE ledger_mirror.organizations SET status = 'failed', status_reason = 'QuickBooks does not accept the keys. Check QBO_CLIENT_ID.'
     WHERE realm_id = '1002'`,
  );
  for (const command of ['status', 'organizations']) {
    const shown = await run(command);
    expect(shown).toContain('Company 2 (1002): QuickBooks does not accept the keys. Check QBO_CLIENT_ID.');
    expect(shown).not.toContain('Company 1 (1001):');
  }
});

test('that the companies need more calls than there are is said by status and doctor, with the figures', async () => {
  await connect(40);
  for (const command of ['status', 'doctor']) {
    const shown = await run(command);
    expect(shown).toContain(needed);
    expect(shown).toContain(webhooks);
    expect(await run(command, { QBO_MONTHLY_CALL_BUDGET: '800000' })).not.toContain('Webhooks bring it');
  }
  expect(await run('doctor', { QBO_MONTHLY_CALL_BUDGET: '800000' })).toContain(
    '40 companies need 597,040 reads a month of 800,000',
  );
  expect(JSON.parse(await run('status --json'))).toMatchObject({
    callForecast: { companies: 40, calls: 597_040, callsAnnounced: 72_960, budget: 500_000 },
  });
});

test('connect says it before the company that is one too many is connected', async () => {
  const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const env = { PUBLIC_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    await connect(25);
    expect(await run('connect', env)).not.toContain('reads a month');
    await database.db.query("INSERT INTO ledger_mirror.organizations (realm_id) VALUES ('1026')");
    const shown = await run('connect', env);
    expect(shown).toContain('/v1/oauth/authorize/qbo');
    expect(shown).toContain(
      'With one more: 27 companies, polled every 3 minutes, need 403,002 reads a month',
    );
    expect(JSON.parse(await run('connect --json', env))).toMatchObject({
      callForecast: { companies: 27 },
    });
  } finally {
    server.close();
  }
});

test('of a database that is still at an older version, or has none, commands say what brings it there', async () => {
  const empty = await openEmptyDatabase();
  const older = await openTestDatabase();
  const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    await older.db.execute(`DROP TABLE ledger_mirror.webhook_endpoint;
      DELETE FROM ledger_mirror.migrations WHERE name >= '0096'`);
    for (const { url } of [empty, older]) {
      const env = { DATABASE_URL: url.reveal() };
      await expect(run('status', env)).rejects.toMatchObject({ code: 'CLI_DATABASE_BEHIND' });
      const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      expect(await run('connect', { ...env, PUBLIC_URL: publicUrl })).toContain('/v1/oauth/authorize/qbo');
      expect(await run('doctor', env).catch(() => '')).not.toContain('every migration is applied');
    }
  } finally {
    server.close();
    await empty.close();
    await older.close();
  }
});
