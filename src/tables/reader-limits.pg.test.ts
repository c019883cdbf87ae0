import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, seedBooks } from '../../test/support/reader-books.ts';
import { endOverdueReaders } from './reader-limits.ts';

let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;

beforeAll(async () => {
  database = await openTestDatabase();
  await seedBooks(database.db);
  logins = createLogins(database);
});
afterAll(async () => {
  await logins.close();
  await database.close();
});

/** A login, and a session of it whose own limits it has lifted as far as it can. */
async function openUnlimited(): Promise<{ readonly login: string; readonly session: pg.Client }> {
  const { url, login } = await logins.add({ companies: [books.one] });
  const session = new pg.Client({ connectionString: url.reveal() });
  session.on('error', () => undefined);
  await session.connect();
  onTestFinished(() => session.end().catch(() => undefined));
  await session.query(
    `SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0; SET transaction_read_only = off`,
  );
  return { login, session };
}

const minute = 60_000;
const generous = { idleMs: minute, transactionMs: minute };

test('a reader begins with limits, and cannot lift the one for its files', async () => {
  const { url } = await logins.add({ companies: [books.one] });
  const session = new pg.Client({ connectionString: url.reveal() });
  await session.connect();
  onTestFinished(() => session.end());
  const { rows } = await session.query(
    `SELECT name, setting FROM pg_settings WHERE source = 'user' AND name LIKE ANY ('{%timeout,temp_file_limit}') ORDER BY 1`,
  );
  expect(rows).toEqual([
    { name: 'idle_in_transaction_session_timeout', setting: '60000' },
    { name: 'statement_timeout', setting: '600000' },
    { name: 'temp_file_limit', setting: String(2048 * 1024) },
  ]);
  await expect(session.query('SET temp_file_limit = -1')).rejects.toThrow(/permission denied/);
});

test('a forgotten transaction is ended, whatever the reader has set', async () => {
  const { login, session } = await openUnlimited();
  await session.query('BEGIN; SELECT count(*) FROM quickbooks.invoices');
  expect(await endOverdueReaders(database.db, generous)).toEqual([]);
  expect(await endOverdueReaders(database.db, { ...generous, idleMs: 0 })).toEqual([login]);
  await expect(session.query('SELECT 1')).rejects.toThrow();
});

test('a query that does not end is ended, and one that takes its time is not', async () => {
  const { login, session } = await openUnlimited();
  const endless = session.query('SELECT pg_sleep(3600)').catch((error: unknown) => String(error));
  const works = (): Promise<unknown[]> =>
    database.db.query("SELECT FROM pg_stat_activity WHERE usename = $1 AND state = 'active'", [login]);
  await expect.poll(works).toHaveLength(1);
  expect(await endOverdueReaders(database.db, generous)).toEqual([]);
  expect(await endOverdueReaders(database.db, { ...generous, transactionMs: 0 })).toEqual([login]);
  expect(await endless).toMatch(/terminat/);
});

test('a reader cannot take the locks that the server has for everybody', async () => {
  const { login, session } = await openUnlimited();
  await session.query('SELECT pg_advisory_lock(n) FROM generate_series(1, 40) AS n');
  expect(await endOverdueReaders(database.db, generous)).toEqual([]);
  await session.query('SELECT pg_advisory_lock(n) FROM generate_series(1, 400) AS n');
  expect(await endOverdueReaders(database.db, generous)).toEqual([login]);
});

test('readers share half of the connections, and none opens more than its share', async () => {
  const limits = (): Promise<{ limit: number }[]> =>
    database.db.query(
      `SELECT DISTINCT rolconnlimit AS limit FROM ledger_mirror.readers JOIN pg_roles ON rolname = role_name`,
    );
  expect(await limits()).toEqual([{ limit: 20 }]);
  // The others are told of with the first that comes.
  for (let n = 0; n < 3; n += 1) await logins.add({ companies: [books.one] });
  await database.db.query(
    `INSERT INTO ledger_mirror.readers (role_name) SELECT 'nobody_' || n FROM generate_series(1, 30) AS n`,
  );
  const { url } = await logins.add({ companies: [books.one] });
  const [share] = await limits();
  expect(await limits()).toHaveLength(1);
  expect(share?.limit).toBeLessThan(4);
  const open = async (): Promise<string> => {
    const client = new pg.Client({ connectionString: url.reveal() });
    client.on('error', () => undefined);
    onTestFinished(() => client.end().catch(() => undefined));
    return client.connect().then(
      () => 'open',
      (error: Error) => error.message,
    );
  };
  // One is open already.
  const opened: string[] = [];
  for (let n = 0; n < 5; n += 1) opened.push(await open());
  expect(opened.filter((word) => word === 'open')).toHaveLength((share?.limit ?? 0) - 1);
  expect(opened.at(-1)).toContain('too many connections for role');
  await database.db.query("DELETE FROM ledger_mirror.readers WHERE role_name LIKE 'nobody_%'");
});
