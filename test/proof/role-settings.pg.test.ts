import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../src/base/logger.ts';
import type { RealmId } from '../../src/base/realm-id.ts';
import { openSqlSession } from '../../src/cli/sql-session.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { createTestApp } from '../support/http-app.ts';
import { openInstallation } from '../support/installation.ts';
import { runStatement } from '../support/postgres-server.ts';

/** Each is allowed, and none is what the program needs: a server, a role or a database may be set so for others' sake. */
const settings: readonly (readonly [name: string, value: string])[] = [
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

const entities = ['CompanyInfo', 'Customer', 'Invoice', 'TimeActivity', 'TaxCode'];
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let expected: unknown;

/** The database with new connections, to which the settings apply. */
async function reopened(database: TestDatabase, wrong: typeof settings): Promise<TestDatabase> {
  const name = new URL(database.url.reveal()).pathname.slice(1);
  for (const [setting, value] of wrong) {
    const list = setting === 'DateStyle' || setting === 'search_path' ? value : `'${value}'`;
    await runStatement(database.url, `ALTER ROLE ledger_mirror IN DATABASE ${name} SET ${setting} = ${list}`);
  }
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

/** A first copy, changes, and every way to read them. */
async function core(wrong: typeof settings): Promise<unknown> {
  const database = await reopened(await openTestDatabase(), wrong);
  const [company] = simulator.companies;
  if (company === undefined) throw new Error('The simulator has no company.');
  const installation = await openInstallation(database, { seed: 0, size: 0, simulator, entities });
  const app = await createTestApp({ db: database.db });
  const session = await openSqlSession(database.db, { write: false });
  try {
    const realmId: RealmId = installation.realmIds[0] as RealmId;
    await installation.connect(realmId);
    await installation.sync(realmId);
    const differences = await installation.differences(realmId);
    // The simulator is shared: only what a first copy reads is the same for everybody.
    const records = async (path: string, accept = 'application/json'): Promise<string> => {
      const url = `/v1/organizations/${realmId}/records/${path}&limit=50&sort=id`;
      const answer = await app.inject({ url, headers: { accept } });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.body;
    };
    const { status } = await installation.organizations.get(realmId);
    const written = await session.run(
      'SELECT id, txn_date, total_amt, due_date FROM invoices ORDER BY id COLLATE "C" LIMIT 50',
    );
    return {
      status,
      differences,
      json: JSON.parse(await records('invoices?fields=id,txn_date,created_at,total_amt,raw')) as unknown,
      csv: await records('invoices?fields=id,txn_date,created_at,total_amt,raw', 'text/csv'),
      activities: await records(
        'time_activities?fields=id,txn_date,start_time,created_at',
        'application/x-ndjson',
      ),
      lines: written[0]?.rows,
    };
  } finally {
    await session.close();
    await app.close();
    await installation.close();
  }
}

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
