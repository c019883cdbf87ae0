import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openEmptyDatabase, type TestDatabase } from '../../test/support/database.ts';
import { withLogin } from './connection.ts';
import { closeToOthers } from './own-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

/** A login of somebody else's, and what it says when it comes in. */
async function addLogin(
  rights = '',
): Promise<{ readonly name: string; enter(then?: string): Promise<string> }> {
  const name = `guest_${randomBytes(6).toString('hex')}`;
  await database.db.execute(`CREATE ROLE ${name} LOGIN PASSWORD 'a-word'; ${rights.replaceAll('$', name)}`);
  onTestFinished(async () => void (await database.db.execute(`DROP OWNED BY ${name}; DROP ROLE ${name}`)));
  await database.db.execute(`GRANT ${name} TO CURRENT_USER`);
  return {
    name,
    async enter(then = 'SELECT 1') {
      const client = new pg.Client({ connectionString: withLogin(database.url, name, 'a-word').reveal() });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query(then);
        return 'came in';
      } catch (error) {
        return String(error);
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}

test('a login that was given nothing in the database cannot enter it, and nobody else makes temporary tables', async () => {
  await database.db.execute('CREATE TABLE public.books (a int)');
  const stranger = await addLogin();
  const guest = await addLogin('GRANT SELECT ON public.books TO $');
  expect(await stranger.enter()).toBe('came in');
  expect(await database.db.transaction(closeToOthers)).toBe(true);
  expect(await stranger.enter()).toContain('permission denied for database');
  expect(await guest.enter('SELECT * FROM public.books')).toBe('came in');
  expect(await guest.enter('CREATE TEMPORARY TABLE mine (a int)')).toContain('permission denied');
  expect(await database.db.transaction(closeToOthers)).toBe(true);
});

test('where the database belongs to another role, it says so and leaves it', async () => {
  const other = await addLogin('GRANT CREATE ON SCHEMA public TO $');
  const client = new pg.Client({ connectionString: withLogin(database.url, other.name, 'a-word').reveal() });
  await database.db.execute(
    `DO $$ BEGIN EXECUTE 'GRANT CONNECT, TEMPORARY ON DATABASE ' || current_database() || ' TO PUBLIC'; END $$`,
  );
  await client.connect();
  onTestFinished(() => client.end());
  const answers = await closeToOthers({
    query: async <R>(text: string) => (await client.query(text)).rows as R[],
    execute: () => Promise.reject(new Error('It changed something.')),
  });
  expect(answers).toBe(false);
});
