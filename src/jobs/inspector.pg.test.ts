import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createJobInspector, type JobInspector } from './inspector.ts';
import { createJobs, type Jobs } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;
let inspector: JobInspector;
beforeAll(async () => {
  database = await openTestDatabase();
  jobs = createJobs({ db: database.db, logger: silentLogger });
  await jobs.start();
  inspector = createJobInspector(database.db);
});
afterEach(() => database.db.execute('DELETE FROM pgboss.job'));
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

const one = toRealmId('1');
const two = toRealmId('2');

test('what waits is counted and listed, the newest first, page by page', async () => {
  await jobs.wake(one);
  await jobs.wake(two, { priority: 5 });
  expect(await inspector.counts()).toEqual({
    waiting: 2,
    running: 0,
    completed: 0,
    failed: 0,
    cancelled: 0,
  });
  const all = await inspector.list({}, 10);
  expect(all.map(({ realmId }) => realmId)).toEqual(['2', '1']);
  expect(all[0]).toMatchObject({ state: 'waiting', priority: 5, retries: 0, error: undefined });
  const [first] = await inspector.list({}, 1);
  const next = await inspector.list({ before: first?.id }, 1);
  expect(next.map(({ realmId }) => realmId)).toEqual(['1']);
  expect(await inspector.list({ realmId: '1', state: 'waiting' }, 10)).toHaveLength(1);
  expect(await inspector.list({ state: 'failed' }, 10)).toEqual([]);
});

test('of several people who try a failed one again one does, and it waits for now with one attempt more', async () => {
  await jobs.wake(two);
  await database.db.execute(
    `UPDATE pgboss.job SET state = 'failed', started_on = now(), completed_on = now(), retry_count = 5, priority = 7`,
  );
  const [failed] = await inspector.list({ state: 'failed' }, 10);
  const id = failed?.id ?? '';
  const outcomes = await Promise.allSettled([inspector.retry(id), inspector.retry(id), inspector.retry(id)]);
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(2);
  for (const { reason } of refused as PromiseRejectedResult[])
    expect(reason).toMatchObject({ code: 'JOB_NOT_FAILED', details: { id, state: 'waiting' } });
  const job = await inspector.get(id);
  expect(job).toMatchObject({ state: 'waiting', retries: 5, retryLimit: 6, priority: 7 });
  expect(job.finishedAt).toBeUndefined();
  expect(job.startAfter.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
});

test.each(['created', 'active', 'completed', 'cancelled'])(
  'a job that is %s is not tried again',
  async (state) => {
    await jobs.wake(two);
    await database.db.execute(`UPDATE pgboss.job SET state = '${state}'`);
    const [job] = await inspector.list({}, 10);
    await expect(inspector.retry(job?.id ?? '')).rejects.toMatchObject({
      code: 'JOB_NOT_FAILED',
      details: { state: job?.state },
    });
    expect(await database.db.query('SELECT state::text FROM pgboss.job')).toEqual([{ state }]);
  },
);

test('a failed one is shown with its reason and runs again when a person says so', async () => {
  await jobs.wake(one);
  await database.db.execute(
    `UPDATE pgboss.job SET state = 'failed', started_on = now(), completed_on = now(), retry_count = 5,
       output = '{"message": "it broke", "stack": "at secret"}'`,
  );
  const [failed] = await inspector.list({ state: 'failed' }, 10);
  expect(failed).toMatchObject({ state: 'failed', retries: 5, error: 'it broke' });
  const id = failed?.id ?? '';
  expect(await inspector.retry(id)).toMatchObject({ id, state: 'waiting' });
  await expect(inspector.retry(id)).rejects.toMatchObject({ code: 'JOB_NOT_FAILED' });
  const seen: string[] = [];
  await jobs.work(
    (realmId) => {
      seen.push(realmId);
      return Promise.resolve({ kind: 'done' });
    },
    { concurrency: 1 },
  );
  await vi.waitFor(() => expect(seen).toEqual(['1']), { timeout: 10_000 });
  await vi.waitFor(async () => expect((await inspector.get(id)).state).toBe('completed'));
});

test.each(['', 'x', '00000000-0000-4000-8000-000000000000', "'; DROP TABLE pgboss.job; --"])(
  'the id %j is no job',
  async (id) => {
    await expect(inspector.get(id)).rejects.toMatchObject({ code: 'JOB_UNKNOWN' });
    await expect(inspector.retry(id)).rejects.toMatchObject({ code: 'JOB_UNKNOWN' });
  },
);
