import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { type RealmId, toRealmId } from '../base/realm-id.ts';
import { jobError } from './errors.ts';
import { createJobs, type Jobs } from './jobs.ts';

let database: TestDatabase;
const running: Jobs[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
  await database.db.execute('DELETE FROM pgboss.job');
});
afterAll(() => database.close());

async function startJobs(options: Partial<Parameters<typeof createJobs>[0]> = {}): Promise<Jobs> {
  const jobs = createJobs({ db: database.db, logger: silentLogger, ...options });
  running.push(jobs);
  await jobs.start();
  return jobs;
}

/** A promise and the function that resolves it. */
function signal<T = void>(): { promise: Promise<T>; fire: (value: T) => void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, fire: resolve };
}

const company = toRealmId('1001');
const neighbour = toRealmId('1002');

test('a wake-up reaches a worker of another instance within a moment', async () => {
  const [sender, worker] = await Promise.all([startJobs(), startJobs()]);
  const seen = signal<RealmId>();
  await worker.work(
    async (realmId) => {
      seen.fire(realmId);
      return { kind: 'done' };
    },
    { concurrency: 2 },
  );
  await sender.wake(company);
  expect(await seen.promise).toBe(company);
});

test('wake-ups of one company are one while it waits, and one more while it runs', async () => {
  const jobs = await startJobs();
  for (let repeat = 0; repeat < 5; repeat += 1) await jobs.wake(company);
  const first = signal();
  const release = signal();
  const second = signal();
  let runs = 0;
  await jobs.work(
    async () => {
      runs += 1;
      if (runs === 1) {
        first.fire();
        await release.promise;
      } else second.fire();
      return { kind: 'done' };
    },
    { concurrency: 3 },
  );
  await first.promise;
  for (let repeat = 0; repeat < 5; repeat += 1) await jobs.wake(company);
  release.fire();
  await second.promise;
  const [waiting] = await database.db.query<{ count: number }>(
    "SELECT count(*) FROM pgboss.job WHERE name = 'wake' AND state < 'active'",
  );
  expect(waiting?.count).toBe(0);
  expect(runs).toBe(2);
});

test('a busy company runs in one worker only and does not hold up its neighbours', async () => {
  const [one, two] = await Promise.all([startJobs(), startJobs()]);
  const busy = signal();
  const release = signal();
  const neighbourSeen = signal();
  let active = 0;
  let most = 0;
  const handler = async (realmId: RealmId): Promise<{ kind: 'done' }> => {
    if (realmId === neighbour) neighbourSeen.fire();
    else {
      active += 1;
      most = Math.max(most, active);
      busy.fire();
      await release.promise;
      active -= 1;
    }
    return { kind: 'done' };
  };
  await Promise.all([one.work(handler, { concurrency: 2 }), two.work(handler, { concurrency: 2 })]);
  await one.wake(company);
  await busy.promise;
  // Waits at the head of the queue while every worker looks for something it may do.
  await two.wake(company, { priority: 9 });
  await two.wake(neighbour);
  await neighbourSeen.promise;
  expect(most).toBe(1);
  release.fire();
});

test('two instances with many companies never run one company twice at a time', async () => {
  const instances = await Promise.all([startJobs(), startJobs()]);
  const active = new Set<RealmId>();
  let overlaps = 0;
  let left = 60;
  const finished = signal();
  const handler = async (realmId: RealmId): Promise<{ kind: 'done' } | { kind: 'again' }> => {
    if (active.has(realmId)) overlaps += 1;
    active.add(realmId);
    await database.db.query('SELECT pg_sleep(0.01)');
    active.delete(realmId);
    left -= 1;
    if (left === 0) finished.fire();
    return left > 4 ? { kind: 'again' } : { kind: 'done' };
  };
  for (const jobs of instances) await jobs.work(handler, { concurrency: 4 });
  for (let index = 0; index < 5; index += 1)
    await instances[index % 2]?.wake(toRealmId(String(2000 + index)));
  await finished.promise;
  expect(overlaps).toBe(0);
});

test('a snoozed company waits, and a wake-up calls it at once', async () => {
  const jobs = await startJobs();
  const runs: (() => void)[] = [];
  const first = signal();
  const second = signal();
  runs.push(first.fire, second.fire);
  await jobs.work(
    async () => {
      runs.shift()?.();
      return { kind: 'snooze', ms: 3_600_000 };
    },
    { concurrency: 1 },
  );
  await jobs.wake(company);
  await first.promise;
  await expect
    .poll(() =>
      database.db.query(
        "SELECT start_after > now() + interval '50 minutes' AS later FROM pgboss.job WHERE state < 'active'",
      ),
    )
    .toEqual([{ later: true }]);
  await jobs.wake(company);
  await second.promise;
});

test('the higher priority goes first, also when the wake-up waited already', async () => {
  const jobs = await startJobs();
  await jobs.wake(neighbour);
  await jobs.wake(company);
  await jobs.wake(company, { priority: 5 });
  const order: RealmId[] = [];
  const both = signal();
  await jobs.work(
    async (realmId) => {
      if (order.push(realmId) === 2) both.fire();
      return { kind: 'done' };
    },
    { concurrency: 1 },
  );
  await both.promise;
  expect(order).toEqual([company, neighbour]);
});

test('a wake-up that waits does not get less urgent by a less urgent one', async () => {
  const jobs = await startJobs();
  await jobs.wake(company, { priority: 10 });
  await jobs.wake(company, { priority: 5 });
  expect(await database.db.query('SELECT priority FROM pgboss.job')).toEqual([{ priority: 10 }]);
});

test('stop tells handlers to end, waits for them, and leaves their company to another worker', async () => {
  const first = await startJobs();
  const begun = signal();
  let ended = false;
  await first.work(
    async (_realmId, abort) => {
      begun.fire();
      await once(abort, 'abort');
      await database.db.query('SELECT 1');
      ended = true;
      throw abort.reason;
    },
    { concurrency: 1 },
  );
  await first.wake(company);
  await begun.promise;
  await first.stop();
  expect(ended).toBe(true);

  const second = await startJobs();
  const seen = signal<RealmId>();
  await second.work(
    async (realmId) => {
      seen.fire(realmId);
      return { kind: 'done' };
    },
    { concurrency: 1 },
  );
  expect(await seen.promise).toBe(company);
});

test('a company whose worker was killed with SIGKILL runs again in under 30 s', async () => {
  const program = new URL('../../test/support/hanging-worker.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, company], {
    env: { ...process.env, TEST_DATABASE_URL: database.url.reveal() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    // The heartbeat is the shortest that pg-boss allows; with the intervals of production it took 18.7 s.
    const rescuer = await startJobs({ superviseSeconds: 1, pollSeconds: 0.5 });
    await rescuer.wake(company);
    await once(child.stdout, 'data');
    const seen = signal();
    await rescuer.work(
      async () => {
        seen.fire();
        return { kind: 'done' };
      },
      { concurrency: 1 },
    );
    child.kill('SIGKILL');
    const killedAt = performance.now();
    await seen.promise;
    expect(performance.now() - killedAt).toBeLessThan(30_000);
  } finally {
    child.kill('SIGKILL');
  }
});

test('many companies are woken together, and what waits is called at once and gets no less urgent', async () => {
  const jobs = await startJobs();
  const third = toRealmId('1003');
  await jobs.wake(company, { priority: 9 });
  await database.db.execute("UPDATE pgboss.job SET start_after = now() + interval '1 hour'");
  await jobs.wake(neighbour);
  await jobs.wakeAll([company, neighbour, third].map((realmId) => ({ realmId, priority: 3 })));
  const order: RealmId[] = [];
  const all = signal();
  await jobs.work(
    async (realmId) => {
      if (order.push(realmId) === 3) all.fire();
      return { kind: 'done' };
    },
    { concurrency: 1 },
  );
  await all.promise;
  expect(order).toEqual([company, neighbour, third]);
});

test('a process works on as many companies at once as it was told, and on no more', async () => {
  const jobs = await startJobs();
  const realmIds = Array.from({ length: 7 }, (_, index) => toRealmId(String(3000 + index)));
  let active = 0;
  let most = 0;
  const begun = signal();
  const release = signal();
  const finished = signal();
  let left = realmIds.length;
  await jobs.work(
    async () => {
      active += 1;
      most = Math.max(most, active);
      if (active === 3) begun.fire();
      await release.promise;
      active -= 1;
      left -= 1;
      if (left === 0) finished.fire();
      return { kind: 'done' };
    },
    { concurrency: 3 },
  );
  await jobs.wakeAll(realmIds.map((realmId) => ({ realmId, priority: 0 })));
  await begun.promise;
  const [running] = await database.db.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE state = 'active'",
  );
  expect(running?.count).toBe(3);
  release.fire();
  await finished.promise;
  expect(most).toBe(3);
});

test('what fails is tried again, and the others of the same moment are not', async () => {
  const jobs = await startJobs();
  const runs: RealmId[] = [];
  const again = signal();
  await jobs.work(
    async (realmId) => {
      runs.push(realmId);
      if (realmId === neighbour) return { kind: 'done' };
      if (runs.filter((one) => one === company).length === 2) again.fire();
      throw jobError('JOB_LEASE_LOST');
    },
    { concurrency: 2 },
  );
  await jobs.wakeAll([company, neighbour].map((realmId) => ({ realmId, priority: 0 })));
  await again.promise;
  expect(runs.filter((one) => one === neighbour)).toHaveLength(1);
});

test('a handler whose wake-up counts as nobody’s any more is told to end', async () => {
  const jobs = await startJobs();
  const begun = signal();
  const told = signal();
  await jobs.work(
    async (_realmId, abort) => {
      begun.fire();
      await once(abort, 'abort');
      told.fire();
      return { kind: 'done' };
    },
    { concurrency: 1 },
  );
  await jobs.wake(company);
  await begun.promise;
  // As the supervisor does with a job whose worker it thinks dead.
  await database.db.execute(
    "UPDATE pgboss.job SET state = 'retry', start_after = now() + interval '1 hour' WHERE state = 'active'",
  );
  await told.promise;
});
