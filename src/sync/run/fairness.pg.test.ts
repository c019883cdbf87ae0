import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { silentLogger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { createJobs } from '../../jobs/jobs.ts';
import { createMaintenance } from '../../jobs/maintenance.ts';
import { dispatch } from './dispatcher.ts';
import { createSyncEngine } from './engine.ts';
import { workSlice } from './worker.ts';

let database: TestDatabase;
let bench: SyncBench;
let neighbour: RealmId;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database, company: 3, pageSize: 2 });
  if (bench.neighbour === undefined) throw new Error('There is no second company.');
  neighbour = bench.neighbour;
});
afterEach(() => bench.close());

test('I41: with one worker a long first copy delays the look at another company by a slice, and both come to their end', async () => {
  await bench.connect(neighbour);
  const whole = { ...bench.worker, pageSize: 1000 };
  await workSlice(whole, 'first', neighbour, new AbortController().signal);
  await bench.connect();
  /** Which company each call is about, in order. */
  const asked: string[] = [];
  bench.disturb = (request) => {
    asked.push(/company\/(\d+)/.exec(request.url.pathname)?.[1] ?? '');
    return undefined;
  };
  const jobs = createJobs({ db: bench.db, logger: silentLogger });
  const maintenance = createMaintenance({ logger: silentLogger });
  const engine = createSyncEngine({
    ...bench.worker,
    jobs,
    maintenance,
    concurrency: 1,
    sliceMs: 150,
    dispatchMs: 50,
  });
  await jobs.start();
  await engine.start();
  await expect
    .poll(() => asked.filter((realm) => realm === bench.realmId).length, { timeout: 20_000 })
    .toBeGreaterThan(3);
  const looks: number[] = [];
  for (let times = 0; times < 3; times += 1) {
    const begun = asked.length;
    await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now() WHERE realm_id = $1', [
      neighbour,
    ]);
    await expect
      .poll(() => asked.indexOf(neighbour, begun), { timeout: 20_000, interval: 5 })
      .toBeGreaterThanOrEqual(0);
    looks.push(asked.indexOf(neighbour, begun) - begun);
    const rests = async (): Promise<boolean> =>
      (await bench.organizations.get(neighbour)).nextRunAt.getTime() > Date.now() + 60_000;
    await expect.poll(rests, { timeout: 20_000, interval: 5 }).toBe(true);
  }
  // It came in between: the first copy was neither over nor waited for.
  expect((await bench.organizations.get(bench.realmId)).status).toBe('loading');
  await expect
    .poll(async () => (await bench.organizations.get(bench.realmId)).status, {
      timeout: 30_000,
      interval: 50,
    })
    .toBe('current');
  await engine.stop();
  await maintenance.stop();
  await jobs.stop();
  const copied = asked.filter((realm) => realm === bench.realmId).length;
  for (const calls of looks) expect(calls).toBeLessThan(copied / 2);
  expect(await bench.differences()).toEqual([]);
});

test('I41: a first copy that had no turn for half a minute goes ahead of the looks at other companies', async () => {
  await bench.connect();
  const priorities: number[] = [];
  const jobs = {
    wakeAll: (wakeUps: readonly { readonly priority: number }[]) =>
      Promise.resolve(void priorities.push(...wakeUps.map(({ priority }) => priority))),
  };
  await dispatch(bench.db, jobs, silentLogger);
  await bench.db.query("UPDATE ledger_mirror.organizations SET next_run_at = now() - interval '40 seconds'");
  await dispatch(bench.db, jobs, silentLogger);
  // It had its last turn just now.
  await bench.db.query(
    `INSERT INTO ledger_mirror.leases (realm_id, owner, fence, expires_at) VALUES ($1, 'me', 1, now() - interval '1 second')`,
    [bench.realmId],
  );
  await dispatch(bench.db, jobs, silentLogger);
  expect(priorities).toEqual([0, 4, 0]);
});
