import { randomBytes } from 'node:crypto';
import { inject, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { runStatement, withDatabase } from '../../test/support/postgres-server.ts';
import { type Logger, silentLogger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import { openDatabase, type Database, type DatabaseOptions } from './database.ts';
import { migrate } from './migrate.ts';

const open = (url: Secret, options: Partial<DatabaseOptions> = {}): Promise<Database> =>
  openDatabase({ url, logger: silentLogger, maxConnections: 2, ...options });

test.each(['SQL_ASCII', 'LATIN1'])(
  'a database that is encoded in %s is refused by its name, with the remedy',
  async (encoding) => {
    const server = new Secret(inject('postgresUrl'));
    const name = `encoded_${randomBytes(6).toString('hex')}`;
    await runStatement(
      server,
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    onTestFinished(() => runStatement(server, `DROP DATABASE ${name}`));
    const error: unknown = await open(withDatabase(server, name)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'DATABASE_ENCODING', row: { owner: 'operator', next: 'give-up' } });
    const { message } = error as Error;
    expect(message).toContain(`The database ${name} is encoded in ${encoding}`);
    expect(message).toContain(`ENCODING 'UTF8' TEMPLATE template0`);
  },
);

/** A database of its own that takes no changes until told otherwise, as after a failover. */
async function openReadOnly(): Promise<TestDatabase & { takeChanges: () => Promise<void> }> {
  const database = await openTestDatabase();
  onTestFinished(() => database.close());
  const name = new URL(database.url.reveal()).pathname.slice(1);
  const role = (what: string) =>
    runStatement(database.url, `ALTER ROLE ledger_mirror IN DATABASE ${name} ${what}`);
  await role('SET default_transaction_read_only = on');
  return {
    ...database,
    takeChanges: () =>
      runStatement(
        database.url,
        `BEGIN READ WRITE; ALTER ROLE ledger_mirror IN DATABASE ${name} RESET ALL; COMMIT`,
      ),
  };
}

test('a database that takes no changes is waited for in words, and gone on with when it takes some', async () => {
  const { url, takeChanges } = await openReadOnly();
  const said: unknown[] = [];
  const logger: Logger = {
    ...silentLogger,
    // The failover ends while it waits.
    warn: (facts: unknown, phrase?: string) => {
      said.push([facts, phrase]);
      if (said.length === 2) void takeChanges();
    },
  };
  const db = await open(url, { logger, changesWithinMs: 60_000 });
  expect(said.length).toBeGreaterThanOrEqual(2);
  expect(said[0]).toEqual([
    { server: expect.stringContaining('127.0.0.1') as string, attempt: 1, reason: 'set to read only' },
    'database takes no changes, waiting for it',
  ]);
  await db.execute('CREATE TABLE public.taken ()');
  await db.close();
});

test('one that goes on taking none is given up in words, and a wait that is broken off ends at once', async () => {
  const { url } = await openReadOnly();
  await expect(open(url, { changesWithinMs: 300 })).rejects.toMatchObject({
    code: 'DATABASE_READ_ONLY',
    message: expect.stringMatching(/takes no changes.*default_transaction_read_only/) as string,
  });
  const stop = new AbortController();
  const logger: Logger = { ...silentLogger, warn: () => stop.abort(new Error('stopped')) };
  await expect(open(url, { logger, changesWithinMs: 60_000, signal: stop.signal })).rejects.toThrow(
    'stopped',
  );
});

test('whoever only reads is let in, and a change is refused with words that say who must act', async () => {
  const { url } = await openReadOnly();
  const db = await open(url);
  try {
    expect(await db.query('SELECT count(*) AS companies FROM ledger_mirror.organizations')).toEqual([
      { companies: 0 },
    ]);
    const refused = {
      code: 'DATABASE_READ_ONLY',
      row: { owner: 'operator', next: 'retry', httpStatus: 503 },
    };
    await expect(db.execute('CREATE TABLE public.refused ()')).rejects.toMatchObject(refused);
    await expect(db.transaction((tx) => tx.execute('CREATE TABLE public.refused ()'))).rejects.toMatchObject(
      refused,
    );
    const directory = new URL('../../migrations/', import.meta.url);
    await expect(migrate(db, { directory, logger: silentLogger })).rejects.toMatchObject(refused);
  } finally {
    await db.close();
  }
});

test('after a failover no connection to the server that was the primary is kept', async () => {
  const { url, takeChanges } = await openReadOnly();
  const db = await open(url, { maxConnections: 1 });
  const change = () => db.transaction((tx) => tx.execute('CREATE TABLE IF NOT EXISTS public.changed ()'));
  await expect(change()).rejects.toMatchObject({ code: 'DATABASE_READ_ONLY' });
  // The address leads to another server now: what was opened before would still be read only.
  await takeChanges();
  await change();
  await db.close();
});
