import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { silentLogger } from '../../base/logger.ts';
import { Secret } from '../../base/secret.ts';
import { openDatabase } from '../../postgres/database.ts';
import { runCommandLine } from '../program.ts';
import { processTerminal } from '../terminal.ts';

const ONE = '9410000000001';
const ENCRYPTION_KEY = randomBytes(32).toString('base64');
let test_: TestDatabase;

beforeAll(async () => {
  test_ = await openTestDatabase();
  await test_.db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [ONE]);
  await test_.db.query(
    `INSERT INTO quickbooks.invoices (realm_id, id, is_voided, custom_fields, observed_at, synced_at)
     VALUES ($1, '1', false, '{"Weight": "12.5"}', now(), now())`,
    [ONE],
  );
});
afterAll(async () => {
  await test_.close();
});

/** Runs a command line on the test's database, and gives what it printed. */
async function run(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const terminal = { ...processTerminal(), out: (line: string) => void lines.push(line) };
  const env = {
    DATABASE_URL: test_.url.reveal(),
    DATA_DIR: join(tmpdir(), 'ledger-mirror-none'),
    ENCRYPTION_KEY,
  };
  await runCommandLine(words, terminal, env);
  return lines.join('\n');
}

/** What the trail says of something, oldest first. */
const trail = (target: string): Promise<unknown[]> =>
  test_.db.query(
    'SELECT action, actor_kind, details FROM ledger_mirror.audit WHERE target = $1 ORDER BY id',
    [target],
  );

function newName(): string {
  const name = `cli_${randomBytes(6).toString('hex')}`;
  onTestFinished(() =>
    run('reader', 'remove', name).then(
      () => undefined,
      () => undefined,
    ),
  );
  return name;
}

test('a reader is added with a login that works, listed and removed', async () => {
  const name = newName();
  const added = JSON.parse(await run('reader', 'add', name, '--organization', ONE, '--schema', '--json')) as {
    url: string;
  };
  expect(added).toMatchObject({ name, organizations: [ONE], schema: name, sensitive: false });
  const db = await openDatabase({ url: new Secret(added.url), logger: silentLogger, maxConnections: 1 });
  expect((await db.execute('SELECT id FROM invoices')).rows).toEqual([{ id: '1' }]);
  await db.close();
  expect(await run('reader', 'list')).toContain(`${name}  ${ONE}`);
  expect(await run('reader', 'remove', name)).toBe(`Removed the reader ${name}.`);
  expect(await run('reader', 'list')).not.toContain(name);
});

test('who may read the database, since when and until when, is in the trail; what was refused is not', async () => {
  const name = newName();
  await run('reader', 'add', name, '--organization', ONE, '--sensitive');
  await run('reader', 'allow', name, '--organization', ONE);
  await run('reader', 'remove', name);
  await expect(run('reader', 'remove', name)).rejects.toThrow();
  await expect(run('reader', 'allow', name, '--organization', ONE)).rejects.toThrow();
  const actorKind = 'command';
  expect(await trail(name)).toEqual([
    { action: 'reader.added', actorKind, details: { organizations: [ONE], sensitive: true } },
    { action: 'reader.changed', actorKind, details: { organizations: [ONE] } },
    { action: 'reader.removed', actorKind, details: {} },
  ]);
});

test('what is missing or unknown is said in words', async () => {
  await expect(run('reader', 'add', 'somebody')).rejects.toThrow('--organization');
  await expect(run('reader', 'add', 'somebody', '--organization', '9419999999999')).rejects.toThrow();
  await expect(run('reader', 'remove')).rejects.toThrow('name of the reader');
  await expect(run('reader', 'rename', 'x')).rejects.toMatchObject({ code: 'CLI_USAGE' });
  await expect(run('custom-fields', 'pin', 'invoice', 'Weight')).rejects.toThrow('--as');
  await expect(
    run('custom-fields', 'pin', 'invoice', 'W', '--as', 'w', '--type', 'money'),
  ).rejects.toMatchObject({
    code: 'CLI_USAGE',
  });
});

test('a custom field is pinned with its type, seen by readers, and unpinned', async () => {
  const name = newName();
  const added = JSON.parse(await run('reader', 'add', name, '--organization', ONE, '--schema', '--json')) as {
    url: string;
  };
  await run('custom-fields', 'pin', 'invoice', 'Weight', '--as', 'weight', '--type', 'numeric');
  const db = await openDatabase({ url: new Secret(added.url), logger: silentLogger, maxConnections: 1 });
  onTestFinished(() => db.close());
  expect((await db.execute('SELECT weight FROM invoices')).rows).toEqual([{ weight: '12.5' }]);
  expect(JSON.parse(await run('custom-fields', 'list', '--json'))).toMatchObject([
    { table: 'invoices', field: 'Weight', column: 'weight', type: 'numeric', filled: true },
  ]);
  expect(await run('custom-fields', 'unpin', 'invoice', 'weight')).toBe('Removed the column weight.');
  expect((await db.execute('SELECT id FROM invoices')).rows).toEqual([{ id: '1' }]);
  expect(await run('custom-fields', 'list')).toBe('No custom field is pinned yet.');
  expect(await trail('weight')).toMatchObject([
    { action: 'custom_field.pinned', details: { entity: 'invoice', field: 'Weight', type: 'numeric' } },
    { action: 'custom_field.unpinned', details: { entity: 'invoice' } },
  ]);
});
