import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  createWorkerParts,
  isCapture,
  openSyncBench,
  type SyncBench,
} from '../../../test/support/sync-bench.ts';
import { silentLogger } from '../../base/logger.ts';
import { createJobs } from '../../jobs/jobs.ts';
import { createMaintenance } from '../../jobs/maintenance.ts';
import { applyOrganizationEvent, tryAgain } from '../company/index.ts';
import { createSyncEngine } from './engine.ts';
import { workSlice } from './worker.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  await bench.connect();
  await bench.sync();
});
afterEach(() => bench.close());

const organization = (): ReturnType<SyncBench['organizations']['get']> =>
  bench.organizations.get(bench.realmId);

const makeDue = (): Promise<unknown> =>
  bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');

/** A start of the program, until a condition holds. */
async function start(until: () => Promise<void>, accessChanged = false): Promise<void> {
  const jobs = createJobs({ db: bench.db, logger: silentLogger });
  const maintenance = createMaintenance({ logger: silentLogger });
  const engine = createSyncEngine({ ...bench.worker, jobs, maintenance, concurrency: 2, accessChanged });
  await jobs.start();
  await engine.start();
  try {
    await until();
  } finally {
    await engine.stop();
    await maintenance.stop();
    await jobs.stop();
  }
}

const isCurrent = (): Promise<void> =>
  expect.poll(async () => (await organization()).status, { timeout: 20_000, interval: 50 }).toBe('current');

test('I58: after wrong client keys were repaired, a start tries the company at once', async () => {
  const wrong = createWorkerParts(bench.address, bench.db, silentLogger, 'another-secret');
  await bench.db.query('UPDATE ledger_mirror.tokens SET access_expires_at = now()');
  await makeDue();
  await workSlice(wrong.worker, 'wrong keys', bench.realmId, new AbortController().signal);
  await wrong.close();
  const { status, statusReason, nextRunAt } = await organization();
  expect({ status, statusReason }).toEqual({
    status: 'failed',
    statusReason: expect.stringContaining('QBO_CLIENT_SECRET') as string,
  });
  expect(nextRunAt.getTime() - Date.now()).toBeGreaterThan(600_000);
  await start(isCurrent);
});

test('I58: a start tries what failed at once, whatever it was, entities too', async () => {
  bench.disturb = (request) => (isCapture(request) ? { status: 503, body: '' } : undefined);
  for (let failures = 0; failures < 6; failures += 1) {
    await makeDue();
    await bench.slice();
  }
  expect((await organization()).status).toBe('failed');
  bench.disturb = undefined;
  await start(isCurrent);

  await bench.db.query(
    `UPDATE ledger_mirror.entity_states
     SET status = 'failed', joined = false, cursor_at = now(), error_code = 'INTERNAL', error = 'A bug that is mended.', failures = 5,
         retry_at = now() + interval '15 minutes' WHERE entity = 'Customer'`,
  );
  await makeDue();
  await bench.slice();
  expect(await organization()).toMatchObject({
    status: 'failed',
    statusReason: 'Customer: A bug that is mended.',
  });
  await start(isCurrent);
});

test('I58: a start with other keys asks again for access that was refused; one with the same does not', async () => {
  await bench.db.transaction(async (tx) => {
    await applyOrganizationEvent(tx, bench.realmId, 'grant_refused', { reason: 'Connect it again.' });
  });
  await start(() => Promise.resolve());
  expect(await organization()).toMatchObject({ status: 'reconnect_required' });
  await start(isCurrent, true);
});

test('I58: a company that is disconnected while a start asks again for access stays disconnected', async () => {
  await bench.db.transaction(async (tx) => {
    await applyOrganizationEvent(tx, bench.realmId, 'grant_refused', { reason: 'Connect it again.' });
  });
  const isWaiting = async (): Promise<boolean> =>
    (
      await bench.db.query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      )
    ).length > 0;
  let started: Promise<void> | undefined;
  await bench.db.transaction(async (tx) => {
    await applyOrganizationEvent(tx, bench.realmId, 'disconnected', { reason: 'Disconnected by a person.' });
    started = tryAgain(bench.db, { accessChanged: true });
    await expect.poll(isWaiting, { timeout: 10_000, interval: 20 }).toBe(true);
  });
  await started;
  expect(await organization()).toMatchObject({
    status: 'disconnected',
    statusReason: 'Disconnected by a person.',
  });
});

test('I58: a start leaves alone what rests, what waits because QuickBooks asked for it, and what is well', async () => {
  const { nextRunAt } = await organization();
  const waits = async (before: string): Promise<void> => {
    await bench.db.query(before);
    const expected = (await organization()).nextRunAt;
    await start(() => Promise.resolve(), true);
    expect((await organization()).nextRunAt).toEqual(expected);
  };
  await waits('SELECT 1');
  expect((await organization()).nextRunAt).toEqual(nextRunAt);
  await waits(
    `UPDATE ledger_mirror.organizations SET status = 'late', consecutive_failures = 1, rate_limited_since = now()`,
  );
  await waits(
    `UPDATE ledger_mirror.organizations SET status = 'paused', consecutive_failures = 1, rate_limited_since = NULL`,
  );
  // Refused, and no tokens left to ask with.
  await bench.db.query('DELETE FROM ledger_mirror.tokens');
  await waits(
    `UPDATE ledger_mirror.organizations SET status = 'reconnect_required', status_reason = 'Connect it again.'`,
  );
  expect(await organization()).toMatchObject({ status: 'reconnect_required' });
});
