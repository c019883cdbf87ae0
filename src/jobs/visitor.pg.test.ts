import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { urgency } from './urgency.ts';
import { visitQueue, withWaker } from './visitor.ts';

let database: TestDatabase;
let jobs: Jobs;
const one = toRealmId('1');

beforeAll(async () => {
  database = await openTestDatabase();
  // Far longer than a test: what is worked sooner was not found by chance.
  jobs = createJobs({ db: database.db, logger: silentLogger, pollSeconds: 600 });
  await jobs.start();
});
afterEach(() => database.db.execute('DELETE FROM pgboss.job'));
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

const waiting = () =>
  database.db.query(
    `SELECT data ->> 'realmId' AS realm_id, priority, start_after <= now() AS now, heartbeat_seconds, policy
     FROM pgboss.job WHERE state < 'active'`,
  );

test('a waker puts into the queue what a running process would, and leaves nothing behind', async () => {
  const connections = async (): Promise<number> =>
    (await database.db.query(`SELECT 1 FROM pg_stat_activity WHERE query ILIKE 'listen%'`)).length;
  const before = await connections();
  await withWaker(database.db, (waker) => waker.wake(one, { priority: urgency.click }));
  const sent = await waiting();
  expect(await connections()).toBe(before);
  await database.db.execute('DELETE FROM pgboss.job');
  await jobs.wake(one, { priority: urgency.click });
  expect(sent).toEqual(await waiting());
  expect(sent).toMatchObject([{ realmId: '1', priority: 10, now: true }]);
});

test('one that waits for later comes now, and none gets less urgent', async () => {
  await jobs.wake(one, { priority: urgency.due });
  await database.db.execute(`UPDATE pgboss.job SET start_after = now() + interval '1 hour'`);
  await withWaker(database.db, async (waker) => {
    await waker.wake(one, { priority: urgency.click });
    await waker.wake(one);
  });
  expect(await waiting()).toMatchObject([{ realmId: '1', priority: 10, now: true }]);
});

test('a worker of another process hears of it at once', async () => {
  const seen: string[] = [];
  await jobs.work(
    (realmId) => {
      seen.push(realmId);
      return Promise.resolve({ kind: 'done' });
    },
    { concurrency: 1 },
  );
  await withWaker(database.db, (waker) => waker.wake(toRealmId('77'), { priority: urgency.click }));
  await vi.waitFor(() => expect(seen).toContain('77'), { timeout: 10_000 });
});

test('where no worker has ever run there is nobody to wake, and no queue is made', async () => {
  const empty = await openEmptyDatabase();
  try {
    await withWaker(empty.db, (waker) => waker.wake(one));
    expect(await empty.db.query("SELECT to_regclass('pgboss.version') AS queue")).toEqual([{ queue: null }]);
    await expect(visitQueue(empty.db, () => Promise.resolve())).rejects.toThrow('pg-boss is not installed');
    expect(await withWaker(empty.db, () => Promise.resolve('nothing to wake'))).toBe('nothing to wake');
  } finally {
    await empty.close();
  }
});
