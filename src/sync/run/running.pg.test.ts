import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  benchEntities,
  fault,
  isCapture,
  isPage,
  openSyncBench,
  type SyncBench,
} from '../../../test/support/sync-bench.ts';
import { silentLogger } from '../../base/logger.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { databaseError } from '../../postgres/errors.ts';
import { disconnectOrganization } from '../company/disconnect.ts';
import { changeSettings } from '../company/settings.ts';
import { dispatch } from './dispatcher.ts';
import { workSlice } from './worker.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database, pageSize: 5 });
  await bench.connect();
});
afterEach(() => bench.close());

const organization = (): ReturnType<SyncBench['organizations']['get']> =>
  bench.organizations.get(bench.realmId);
const throttled = {
  status: 429,
  headers: { 'content-type': 'text/xml' },
  body: '<IntuitResponse><Fault type="SERVICE"><Error code="3001"><Message>ThrottleExceeded</Message></Error></Fault></IntuitResponse>',
};

async function makeDue(): Promise<void> {
  await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');
}

test('I20: a request to slow down lets the company sleep, holds no worker, and is no failure', async () => {
  let calls = 0;
  bench.disturb = (request) => (isPage(request, 'Customer') && ++calls > 1 ? throttled : undefined);
  const outcome = await bench.slice();
  expect(outcome).toMatchObject({ kind: 'snooze' });
  expect(await organization()).toMatchObject({ status: 'loading', statusReason: undefined });
  expect((await organization()).nextRunAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
  const [row] = await bench.db.query('SELECT consecutive_failures FROM ledger_mirror.organizations');
  expect(row).toEqual({ consecutiveFailures: 0 });
  expect((await bench.organizations.runs(bench.realmId))[0]).toMatchObject({ status: 'running' });
  bench.disturb = undefined;
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([]);
});

test('I20: a request to slow down that lasts means that the calls are used up; every hour it is tried again', async () => {
  await bench.sync();
  bench.disturb = () => throttled;
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current' });
  await bench.db.query(
    "UPDATE ledger_mirror.organizations SET rate_limited_since = now() - interval '20 minutes'",
  );
  await bench.sync();
  const blocked = await organization();
  expect(blocked).toMatchObject({ status: 'blocked_budget' });
  expect(blocked.statusReason).toMatch(/month/);
  expect(blocked.nextRunAt.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  bench.disturb = undefined;
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current', statusReason: undefined });
});

test('pages of several entities are fetched at once, and all of them arrive', async () => {
  let inFlight = 0;
  let most = 0;
  let pages = 0;
  // The first page waits for the second: were they asked for one after the other, the test would never end.
  const second = Promise.withResolvers<void>();
  bench.disturb = async (request) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    if (benchEntities.some((name) => isPage(request, name))) {
      pages += 1;
      if (pages === 2) second.resolve();
      await second.promise;
    }
    const answer = await bench.forward(request);
    inFlight -= 1;
    return answer;
  };
  await bench.sync();
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);
  expect(await bench.differences()).toEqual([]);
});

test('I21, L10: a database conflict is tried again and counts as nobody’s failure', async () => {
  let conflicts = 0;
  const { db } = bench.worker;
  const flaky: typeof db = {
    ...db,
    transaction: (work) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        conflicts += 1;
        if (conflicts % 3 === 1) throw databaseError('DATABASE_CONFLICT');
        return result;
      }),
  };
  // A step that meets one four times in a row leaves the company to the next slice.
  for (let slices = 0; slices < 5 && (await organization()).status !== 'current'; slices += 1) {
    await makeDue();
    await workSlice({ ...bench.worker, db: flaky }, 'worker', bench.realmId, new AbortController().signal);
  }
  expect(conflicts).toBeGreaterThan(5);
  expect(await organization()).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([]);
  // No run has failed: the one that met the conflicts went on.
  const { rows } = await organization();
  expect(await bench.organizations.runs(bench.realmId)).toMatchObject([
    { status: 'succeeded', created: rows },
  ]);
});

test('I22: quiet runs are one row of the history, what a person asked for stays', async () => {
  await bench.sync();
  for (let quiet = 0; quiet < 3; quiet += 1) await bench.sync();
  const runs = await bench.organizations.runs(bench.realmId);
  expect(runs).toMatchObject([
    { kind: 'incremental', repeats: 3, calls: 3 },
    { kind: 'backfill', repeats: 1 },
  ]);
  expect(runs[1]?.phases).toMatchObject({ page: { steps: expect.any(Number), ms: expect.any(Number) } });
  const { runId } = await bench.organizations.requestSync(bench.realmId);
  await bench.sync();
  await bench.sync();
  expect(await bench.organizations.runs(bench.realmId)).toMatchObject([
    { repeats: 1 },
    { id: runId, trigger: 'click' },
    { repeats: 3 },
    { kind: 'backfill' },
  ]);
});

test('the history is in order beyond the ninth run', async () => {
  await bench.db.query(
    `INSERT INTO ledger_mirror.sync_runs (realm_id, kind, trigger, status, started_at, finished_at)
     SELECT $1, 'incremental', 'click', 'succeeded', now(), now() FROM generate_series(1, 12)`,
    [bench.realmId],
  );
  const ids = (await bench.organizations.runs(bench.realmId)).map(({ id }) => Number(id));
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect(ids.length).toBeGreaterThan(9);
});

test('a company that is disconnected between two pages stops there, and reconnecting goes on', async () => {
  let pages = 0;
  bench.disturb = async (request) => {
    if (isPage(request, 'Customer') && ++pages === 2) await disconnectOrganization(bench.db, bench.realmId);
    return undefined;
  };
  await bench.sync();
  expect(pages).toBe(2);
  expect(await organization()).toMatchObject({ status: 'disconnected' });
  expect((await bench.organizations.runs(bench.realmId))[0]).toMatchObject({ status: 'stopped' });
  bench.disturb = undefined;
  await bench.connect();
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([]);
});

test('a wake-up for a company that is gone is quiet', async () => {
  const signal = new AbortController().signal;
  expect(await workSlice(bench.worker, 'worker', toRealmId('4620816365000000999'), signal)).toEqual({
    kind: 'done',
  });
});

test('looking after companies goes before first copies', async () => {
  const woken: unknown[] = [];
  const jobs = {
    wakeAll: (wakeUps: readonly { readonly priority: number }[]) =>
      Promise.resolve(void woken.push(...wakeUps.map(({ priority }) => priority))),
  };
  await dispatch(bench.db, jobs, silentLogger);
  await bench.sync();
  await makeDue();
  await dispatch(bench.db, jobs, silentLogger);
  expect(woken).toEqual([0, 3]);
});

test('the interval is the company’s own, and a shorter one holds at once', async () => {
  await changeSettings(bench.db, bench.realmId, { intervalSeconds: 3600 });
  await bench.sync();
  expect((await organization()).nextRunAt.getTime()).toBeGreaterThan(Date.now() + 0.89 * 3_600_000);
  await changeSettings(bench.db, bench.realmId, { intervalSeconds: 60 });
  expect((await organization()).nextRunAt.getTime()).toBeLessThanOrEqual(Date.now() + 61_000);
});

test('a refusal of one call leaves the others’ work stored', async () => {
  await bench.sync();
  bench.disturb = (request) => (isCapture(request) ? fault('610') : undefined);
  await bench.sync();
  expect((await organization()).statusReason).toBeDefined();
  bench.disturb = undefined;
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current' });
});
