import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, seedBooks } from '../../test/support/reader-books.ts';
import type { Secret } from '../base/secret.ts';
import { createReaders, type Readers } from './readers.ts';

/* A reader that knows it will be removed, and does what it can so that PostgreSQL cannot drop it. */

let database: TestDatabase;
let readers: Readers;

beforeAll(async () => {
  database = await openTestDatabase();
  await seedBooks(database.db);
  readers = createReaders(database.db);
});
afterAll(() => database.close());

type Login = { readonly name: string; readonly password: Secret; open(at?: Secret): Promise<pg.Client> };

async function add(): Promise<Login> {
  const name = `reader_${randomBytes(6).toString('hex')}`;
  const { password } = await readers.add({ name, companies: [books.one] });
  return {
    name,
    password,
    async open(at = database.url) {
      const url = new URL(at.reveal());
      url.username = name;
      url.password = password.reveal();
      const client = new pg.Client({ connectionString: url.href });
      client.on('error', () => undefined);
      await client.connect();
      onTestFinished(() => client.end().catch(() => undefined));
      await client.query('SET default_transaction_read_only = off');
      return client;
    },
  };
}

const rolesOf = (name: string) =>
  database.db.query('SELECT rolcanlogin AS may_sign_in FROM pg_roles WHERE rolname = $1', [name]);
const COUNT = 'SELECT count(*)::integer AS n FROM quickbooks.invoices';

/** Whatever it was: it reads nothing, on no connection. */
async function expectClosed(login: Login, sessions: readonly pg.Client[]): Promise<void> {
  for (const session of sessions) await expect(session.query(COUNT)).rejects.toThrow();
  await expect(login.open()).rejects.toThrow();
  expect((await readers.list()).map(({ name }) => name)).not.toContain(login.name);
}

test.each([
  ['large objects', 'SELECT lo_create(0) FROM generate_series(1, 2500)'],
  ['rights to come', 'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC'],
  ['settings of its own', 'ALTER ROLE CURRENT_USER SET work_mem = 65536'],
  ['a transaction that holds its views', `BEGIN; ${COUNT}`],
  ['a transaction that holds its login', "BEGIN; ALTER ROLE CURRENT_USER PASSWORD 'another-word'"],
  ['a cursor that outlives its transaction', `DECLARE kept CURSOR WITH HOLD FOR ${COUNT}`],
])('a reader is removed in spite of %s', async (_what, statement) => {
  const login = await add();
  const session = await login.open();
  await session.query(statement);
  expect(await readers.remove(login.name)).toEqual({ left: undefined });
  await expectClosed(login, [session]);
  expect(await rolesOf(login.name)).toEqual([]);
});

test('a reader is removed in spite of what it left in another database', async () => {
  const login = await add();
  const other = await openEmptyDatabase();
  onTestFinished(() => other.close());
  const session = await login.open(other.url);
  await session.query('SELECT lo_create(0); ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC');
  expect(await readers.remove(login.name)).toEqual({ left: undefined });
  expect(await rolesOf(login.name)).toEqual([]);
});

test('where PostgreSQL cannot forget a reader, it is closed all the same, and forgotten later', async () => {
  const login = await add();
  const { name } = login;
  const session = await login.open();
  await database.db.execute(`CREATE SCHEMA shared; GRANT USAGE, CREATE ON SCHEMA shared TO ${name}`);
  await session.query(`CREATE TABLE shared.mine (a int); GRANT SELECT ON shared.mine TO PUBLIC`);
  await database.db.execute('CREATE VIEW public.stands_on_it AS SELECT * FROM shared.mine');

  const { left } = await readers.remove(name);
  expect(left).toContain('cannot drop');
  await expectClosed(login, [session]);
  expect(await rolesOf(name)).toEqual([{ maySignIn: false }]);
  await expect(readers.add({ name, companies: [books.one] })).rejects.toMatchObject({
    code: 'TABLES_READER_EXISTS',
  });
  await expect(readers.allow(name, [books.one])).rejects.toMatchObject({ code: 'TABLES_READER_UNKNOWN' });

  await database.db.execute('DROP VIEW public.stands_on_it');
  await readers.refreshSchemas();
  expect(await rolesOf(name)).toEqual([]);
  await expect(readers.remove(name)).rejects.toMatchObject({ code: 'TABLES_READER_UNKNOWN' });
});

test('somebody else’s view among the tables keeps no reader from being added, refreshed or removed', async () => {
  const stranger = `stranger_${randomBytes(6).toString('hex')}`;
  await database.db.execute(`CREATE ROLE ${stranger}; GRANT ${stranger} TO CURRENT_USER;
    GRANT USAGE, CREATE ON SCHEMA quickbooks TO ${stranger}; SET ROLE ${stranger};
    CREATE VIEW quickbooks.of_a_stranger AS SELECT 1 AS one; RESET ROLE; REVOKE ${stranger} FROM CURRENT_USER`);
  const login = await add();
  await readers.refreshSchemas();
  expect(await readers.remove(login.name)).toEqual({ left: undefined });
  expect(await rolesOf(login.name)).toEqual([]);
});
