import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../src/base/logger.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { readEverything, type RoleSettings, setRole } from '../support/core.ts';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../support/database.ts';

/** Each is allowed, and none is what the program needs: a server, a role or a database may be set so for others' sake. */
const settings: RoleSettings = [
  ['DateStyle', 'German, DMY'],
  ['IntervalStyle', 'sql_standard'],
  ['TimeZone', 'Pacific/Kiritimati'],
  ['bytea_output', 'escape'],
  ['extra_float_digits', '-15'],
  ['client_encoding', 'LATIN1'],
  ['standard_conforming_strings', 'off'],
  ['array_nulls', 'off'],
  ['search_path', 'nowhere'],
  ['default_transaction_isolation', 'serializable'],
  ['statement_timeout', '100ms'],
  ['lock_timeout', '1ms'],
  ['transform_null_equals', 'on'],
  ['quote_all_identifiers', 'on'],
];

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let expected: unknown;

/** The database with new connections, to which the settings apply. */
async function reopened(database: TestDatabase, wrong: RoleSettings): Promise<TestDatabase> {
  await setRole(database, wrong);
  const db = await openDatabase({ url: database.url, logger: silentLogger, maxConnections: 5 });
  return {
    db,
    url: database.url,
    async close() {
      await db.close();
      await database.close();
    },
  };
}

const core = async (wrong: RoleSettings): Promise<unknown> =>
  readEverything(await reopened(await openTestDatabase(), wrong), simulator);

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 11, size: 60, companies: 1, logger: silentLogger });
  expected = await core([]);
});
afterAll(() => simulator.stop());

test('without any of these settings the copy is exact and every way of reading shows it', () => {
  expect(expected).toMatchObject({ status: 'current', differences: [] });
  expect(JSON.stringify(expected)).toMatch(/"txn_date":"\d{4}-\d\d-\d\d"/);
});

test.each(settings)('a role whose %s is %s changes nothing', async (name, value) => {
  expect(await core([[name, value]])).toEqual(expected);
});

test('a role with all of these settings at once changes nothing, from the first migration on', async () => {
  const empty = await reopened(await openEmptyDatabase(), settings);
  const jobs = createJobs({ db: empty.db, logger: silentLogger });
  try {
    await migrate(empty.db, {
      directory: new URL('../../migrations/', import.meta.url),
      logger: silentLogger,
    });
    await jobs.start();
  } finally {
    await jobs.stop();
    await empty.close();
  }
  expect(await core(settings)).toEqual(expected);
});
