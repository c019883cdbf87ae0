import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, recordsOf, seedBooks, write } from '../../test/support/reader-books.ts';
import { createAccess } from '../access/access.ts';
import { systemClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import { createJobs } from '../jobs/jobs.ts';
import { migrate } from '../postgres/migrate.ts';
import { createOrganizations } from '../sync/index.ts';
import { refreshBudget } from '../sync/budget/index.ts';
import { migrationsDirectory } from './paths.ts';
import { openSqlSession } from './sql-session.ts';

/*
 * A reader may take any advisory lock there is, and keep it. It takes those the program ever took, and every other one whose
 * key it can find out.
 */

const names = ['migrations', 'jobs', 'owners', 'sql_reader', 'call_budget'].map(
  (name) => `hashtext('ledger_mirror.${name}')`,
);
const ofPgBoss = ['', 'create-queue', 'delete-queue', 'queue-stats', 'queue-stats-insert'].map(
  (key) =>
    `('x' || encode(sha224((current_database() || '.pgboss.pgboss${key}')::bytea), 'hex'))::bit(64)::bigint`,
);
const taken = [...names, ...ofPgBoss, `hashtextextended('exclude_sensitive ${books.one}', 0)`];

let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;
let holder: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  await seedBooks(database.db);
  logins = createLogins(database);
  // A connection of its own: a pool gives up what it does not need.
  const { url } = await logins.add({ companies: [books.two] });
  holder = new pg.Client({ connectionString: url.reveal() });
  await holder.connect();
  for (const key of taken) {
    const { rows } = await holder.query(`SELECT pg_try_advisory_lock(${key}) AS got`);
    expect(rows).toEqual([{ got: true }]);
  }
});
afterAll(async () => {
  await holder.end();
  await logins.close();
  await database.close();
});

test('a reader that holds every lock it can name keeps no start waiting', async () => {
  await migrate(database.db, { directory: migrationsDirectory, logger: silentLogger });
  const jobs = createJobs({ db: database.db, logger: silentLogger });
  await jobs.start();
  await jobs.stop();
});

test('nor people who change people, settings or ask for a prompt', async () => {
  const access = createAccess({ db: database.db, clock: systemClock });
  const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;
  const { user } = await access.users.invite(
    { email: 'someone@example.com', name: 'Someone', role: 'owner', organizations: undefined },
    by,
  );
  await access.users.remove(user.id, by);
  const organizations = createOrganizations(database.db);
  await organizations.changeSettings(books.one, { excludeSensitive: true });
  const session = await openSqlSession(database.db, { write: false });
  expect(session.protected).toBe(true);
  await session.close();
});

test('nor the sync', async () => {
  await refreshBudget(database.db, 1000);
  for (const [entity, records] of Object.entries(recordsOf('One Inc')))
    await write(database.db, books.one, entity, records);
});
