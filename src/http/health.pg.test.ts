import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { setRole } from '../../test/support/core.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import type { Health } from '../api-contract/index.ts';
import { silentLogger } from '../base/logger.ts';
import { openDatabase } from '../postgres/database.ts';
import { createHealthReporter } from './health.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.db.query('TRUNCATE ledger_mirror.organizations CASCADE'));
afterAll(() => database.close());

const insert = (realmId: string, status: string, overdue: string): Promise<unknown> =>
  database.db.query(
    `INSERT INTO ledger_mirror.organizations
       (realm_id, status, status_reason, next_run_at, last_success_at, current_through, disconnected_at)
     VALUES ($1, $2, 'why', now() - $3::interval, now(), now(), CASE WHEN $2 = 'disconnected' THEN now() END)`,
    [realmId, status, overdue],
  );

test('with its dependencies up and every company on time the installation is ok', async () => {
  await insert('1', 'current', '100 seconds');
  await using app = await createTestApp({ db: database.db });
  const answer = await app.inject({ url: '/v1/health' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json<Health>()).toEqual({
    status: 'ok',
    version: '1.2.3',
    dependencies: { database: { status: 'up' }, jobs: { status: 'up' } },
    organizations: { total: 1, late: 0, waitingForCalls: 0 },
  });
});

test('a company overdue by more than its interval degrades health, and its age is told', async () => {
  await insert('1', 'current', '200 seconds');
  await insert('2', 'failed', '1 hour');
  await insert('3', 'paused', '1 day');
  await insert('4', 'reconnect_required', '1 day');
  await insert('5', 'disconnected', '1 day');
  await using app = await createTestApp({ db: database.db });
  const answer = await app.inject({ url: '/v1/health' });
  expect(answer.statusCode).toBe(200);
  const health = answer.json<Health>();
  expect(health.status).toBe('degraded');
  expect(health.organizations).toMatchObject({ total: 4, late: 2 });
  expect(health.organizations?.oldestLateSeconds).toBeGreaterThanOrEqual(3600);
});

test('a database that takes no changes degrades health; what was copied can still be read', async () => {
  const other = await openTestDatabase();
  await setRole(other, [['default_transaction_read_only', 'on']]);
  const db = await openDatabase({ url: other.url, logger: silentLogger, maxConnections: 2 });
  try {
    await using app = await createTestApp({ db });
    const answer = await app.inject({ url: '/v1/health/ready' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json<Health>()).toMatchObject({
      status: 'degraded',
      dependencies: { database: { status: 'up', detail: 'It takes no changes.' } },
    });
  } finally {
    await db.close();
    await other.close();
  }
});

test('without a database the process lives but is not ready', async () => {
  await using app = await createTestApp();
  expect((await app.inject({ url: '/v1/health/live' })).statusCode).toBe(200);
  for (const url of ['/v1/health', '/v1/health/ready']) {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(503);
    expect(answer.json<Health>()).toMatchObject({
      status: 'unavailable',
      dependencies: { database: { status: 'down' }, jobs: { status: 'up' } },
    });
  }
});

test('without its job queue the process is not ready', async () => {
  await using app = await createTestApp({
    db: database.db,
    checkJobs: () => Promise.reject(new Error('stopped')),
  });
  const answer = await app.inject({ url: '/v1/health/ready' });
  expect(answer.statusCode).toBe(503);
  expect(answer.json<Health>().dependencies.jobs).toEqual({
    status: 'down',
    detail: 'The job queue does not answer.',
  });
});

test('a dependency that hangs counts as down and is not asked again meanwhile', async () => {
  let asked = 0;
  const reporter = createHealthReporter({
    db: database.db,
    checkJobs: () => {
      asked += 1;
      return new Promise(() => undefined);
    },
    version: '1',
    logger: silentLogger,
    timeoutMs: 50,
  });
  for (const health of [
    ...(await Promise.all([reporter.report(), reporter.report()])),
    await reporter.report(),
  ]) {
    expect(health.dependencies.jobs.status).toBe('down');
    expect(health.dependencies.database.status).toBe('up');
  }
  expect(asked).toBe(1);
});
