import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';

import { setRole } from '../../../test/support/core.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { startPooler } from '../../../test/support/pooler.ts';
import { runStatement, withDatabase } from '../../../test/support/postgres-server.ts';
import { Secret } from '../../base/secret.ts';
import { runCommandLine } from '../program.ts';
import { processTerminal } from '../terminal.ts';

type Finding = { readonly check: string; readonly result: string; readonly detail: string };

/** What doctor finds out about a database. */
async function examine(url: Secret): Promise<Finding[]> {
  const lines: string[] = [];
  const terminal = { ...processTerminal(), out: (line: string) => void lines.push(line) };
  const env = {
    DATABASE_URL: url.reveal(),
    DATA_DIR: join(tmpdir(), 'ledger-mirror-none'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    QBO_CLIENT_ID: 'id',
    QBO_CLIENT_SECRET: 'secret',
    QBO_ENVIRONMENT: 'simulator',
  };
  // There is no QuickBooks to be reached here, so it fails in any case.
  await runCommandLine(['doctor', '--json'], terminal, env).catch(() => undefined);
  const { findings } = JSON.parse(lines.join('\n')) as { findings: Finding[] };
  return findings.filter(({ check }) => check === 'database');
}

test('doctor names an encoding in which QuickBooks’ texts cannot be stored', async () => {
  const server = new Secret(inject('postgresUrl'));
  const name = `encoded_${randomBytes(6).toString('hex')}`;
  await runStatement(
    server,
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
  );
  onTestFinished(() => runStatement(server, `DROP DATABASE ${name}`));
  expect(await examine(withDatabase(server, name))).toEqual([
    {
      check: 'database',
      result: 'failed',
      detail: expect.stringMatching(/is encoded in LATIN1.*ENCODING 'UTF8'/) as string,
    },
  ]);
});

test('doctor finds a database that takes no changes, and a pooler that lends its sessions', async () => {
  const database = await openTestDatabase();
  const pooler = await startPooler(database.url, 'transaction');
  try {
    expect(await examine(database.url)).toMatchObject([{ result: 'ok' }]);
    await setRole(database, [['default_transaction_read_only', 'on']]);
    expect(await examine(database.url)).toMatchObject([
      { result: 'ok' },
      { result: 'failed', detail: expect.stringContaining('takes no changes') as string },
    ]);
    expect(await examine(pooler.url)).toMatchObject([
      { result: 'ok' },
      { result: 'warning', detail: expect.stringContaining('pooler in transaction mode') as string },
    ]);
  } finally {
    await pooler.stop();
    await database.close();
  }
});
