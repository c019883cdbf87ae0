import { randomBytes } from 'node:crypto';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { connectAsReader, NO_READER, OPEN_TABLES } from './sql-reader.ts';
import { openSqlSession, type SqlSession } from './sql-session.ts';

let database: TestDatabase;
const sessions: SqlSession[] = [];
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
  await database.close();
});

async function open(write: boolean, db = database.db): Promise<SqlSession> {
  const session = await openSqlSession(db, { write });
  sessions.push(session);
  return session;
}

/** What PostgreSQL said to each statement: its SQLSTATE, or `done`. */
async function tryEach(session: SqlSession, statements: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for (const statement of statements) {
    await session.run(statement).then(
      () => said.push('done'),
      (error: { details?: { sqlState?: string } }) => said.push(error.details?.sqlState ?? 'another failure'),
    );
    await session.run('ROLLBACK').catch(() => undefined);
  }
  return said;
}

test('a session without --write can change nothing, whatever a statement sets first', async () => {
  const session = await open(false);
  expect(session.protected).toBe(true);
  const escapes = ['', 'BEGIN READ WRITE; ', 'SET default_transaction_read_only = off; ', 'RESET ROLE; '];
  for (const escape of escapes) {
    const said = await tryEach(session, [
      `${escape}DELETE FROM quickbooks.invoices`,
      `${escape}DELETE FROM quickbooks_store.customers`,
      `${escape}DELETE FROM ledger_mirror.organizations`,
      `${escape}CREATE TABLE quickbooks.mine (a int)`,
      `${escape}CREATE TABLE public.mine (a int)`,
      `${escape}DROP SCHEMA quickbooks CASCADE`,
      `${escape}CREATE ROLE mine SUPERUSER`,
    ]);
    expect(said.filter((word) => word !== '42501' && word !== '25006')).toEqual([]);
  }
});

test('a session without --write reads the copy and its state, and no secrets', async () => {
  const session = await open(false);
  expect(
    await tryEach(session, [
      'SELECT * FROM customers',
      'SELECT * FROM quickbooks.organizations',
      'SELECT * FROM entity_states, sync_runs, rejected_records, api_calls, installation, leases, migrations',
      'SELECT * FROM ledger_mirror.organizations',
    ]),
  ).toEqual(['done', 'done', 'done', 'done']);
  expect(
    await tryEach(session, [
      'SELECT * FROM ledger_mirror.tokens',
      'SELECT * FROM ledger_mirror.oauth_states',
      'SELECT rolpassword FROM pg_authid',
    ]),
  ).toEqual(['42501', '42501', '42501']);
});

test('of every table of ours somebody has said whether the session may read it', async () => {
  // What opens something, or says who people are and where from.
  const closed = [
    'access_links',
    'api_key_organizations',
    'api_keys',
    'oauth_states',
    'sessions',
    'sign_in_attempts',
    'tokens',
    'user_organizations',
    'users',
  ];
  const tables = await database.db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'ledger_mirror'`,
  );
  const said = [...OPEN_TABLES, ...closed];
  expect(tables.map(({ name }) => name).filter((name) => !said.includes(name))).toEqual([]);
  const session = await open(false);
  const tried = async (names: readonly string[]): Promise<unknown[]> =>
    tryEach(
      session,
      names.map((name) => `SELECT count(*) FROM ledger_mirror.${name}`),
    );
  expect(new Set(await tried(OPEN_TABLES))).toEqual(new Set(['done']));
  expect(new Set(await tried(closed))).toEqual(new Set(['42501']));
});

test('the password of the session is in no statement', async () => {
  const said: string[] = [];
  const listening: Database = {
    ...database.db,
    transaction: (work, options) =>
      database.db.transaction(
        (tx) =>
          work({
            ...tx,
            execute: (text, values) => {
              said.push(text);
              return tx.execute(text, values);
            },
          }),
        options,
      ),
  };
  const url = await connectAsReader(listening, (address) => Promise.resolve(address));
  if (url === NO_READER) throw new Error('No login was made.');
  expect(said.join()).toContain('PASSWORD');
  expect(said.join()).not.toContain(new URL(url.reveal()).password);
});

test('sessions that open at the same moment do not get in each other’s way', async () => {
  const opened = await Promise.all(Array.from({ length: 4 }, () => open(false)));
  for (const session of opened) {
    expect(session.protected).toBe(true);
    expect(await tryEach(session, ['SELECT 1'])).toEqual(['done']);
  }
});

test('a table that comes later is readable at the next session; one of ours stays closed', async () => {
  await open(false);
  await database.db.execute(
    'CREATE TABLE quickbooks.later (a int); CREATE TABLE ledger_mirror.later_secrets (a int)',
  );
  const session = await open(false);
  expect(await tryEach(session, ['SELECT * FROM later', 'SELECT * FROM later_secrets'])).toEqual([
    'done',
    '42501',
  ]);
});

test('--write works as the owner', async () => {
  const session = await open(true);
  expect(await tryEach(session, ['CREATE TABLE quickbooks.mine (a int)'])).toEqual(['done']);
});

test('where no login can be made the session says that it is not protected, and reads only by default', async () => {
  const name = `plain_${randomBytes(4).toString('hex')}`;
  await database.db.execute(
    `CREATE ROLE ${name} LOGIN PASSWORD 'plain'; GRANT USAGE ON SCHEMA quickbooks TO ${name};
     GRANT SELECT, DELETE ON quickbooks.invoices TO ${name}`,
  );
  const url = new URL(database.url.reveal());
  url.username = name;
  url.password = 'plain';
  const plain = await openDatabase({ url: new Secret(url.href), logger: silentLogger, maxConnections: 2 });
  try {
    const session = await open(false, plain);
    expect(session.protected).toBe(false);
    expect(await tryEach(session, ['SELECT * FROM invoices', 'DELETE FROM invoices'])).toEqual([
      'done',
      '25006',
    ]);
  } finally {
    await plain.close();
    await database.db.execute(
      `REVOKE ALL ON SCHEMA quickbooks FROM ${name}; REVOKE ALL ON quickbooks.invoices FROM ${name}; DROP ROLE ${name}`,
    );
  }
});
