import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder, query, start, withFolders } from '../../../test/support/embedded-folders.ts';

/* Another login of the embedded server, as a database reader is one, does what it can to keep the program out. */

withFolders();

const as = (url: string, name: string, database?: string): string => {
  const changed = new URL(url);
  changed.username = name;
  changed.password = 'a-word';
  if (database !== undefined) changed.pathname = `/${database}`;
  return changed.href;
};

async function open(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  onTestFinished(() => client.end().catch(() => undefined));
  return client.connect().then(
    () => 'open',
    (error: Error) => error.message,
  );
}

test('another login cannot come where the lock of the server is, nor make temporary tables there', async () => {
  const server = await start(dataFolder());
  const url = server.url.reveal();
  await query(url, "CREATE ROLE other LOGIN PASSWORD 'a-word'");
  for (const database of ['postgres', 'template1'])
    expect(await open(as(url, 'other', database))).toContain('permission denied for database');
});

test('other logins that open every connection they get leave some for the program', async () => {
  const server = await start(dataFolder(), { settings: { max_connections: '60' } });
  const url = server.url.reveal();
  await query(url, "CREATE ROLE other LOGIN PASSWORD 'a-word'");
  const opened: string[] = [];
  for (let n = 0; n < 60; n += 1) opened.push(await open(as(url, 'other')));
  expect(opened.at(-1)).not.toBe('open');
  for (let n = 0; n < 30; n += 1) expect(await open(url)).toBe('open');
});

test('another login cannot fill the disk with large objects', async () => {
  const server = await start(dataFolder());
  const url = server.url.reveal();
  await query(url, "CREATE ROLE other LOGIN PASSWORD 'a-word'");
  const writing = [
    "SELECT lo_from_bytea(0, 'x')",
    'SELECT lo_create(0)',
    'SELECT lo_creat(-1)',
    "SELECT lo_put(1, 0, 'x')",
    "SELECT lowrite(0, 'x')",
    'SELECT lo_truncate64(0, 1)',
    "SELECT pg_logical_emit_message(false, '', 'x')",
  ];
  for (const statement of writing)
    await expect(query(as(url, 'other'), statement)).rejects.toThrow('permission denied for function');
});
