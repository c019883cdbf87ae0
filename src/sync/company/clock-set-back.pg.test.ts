import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { silentLogger } from '../../base/logger.ts';
import { dispatch } from '../run/dispatcher.ts';

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

/** What is stored when the database's clock was a day ahead and is right again. */
async function setBack(): Promise<void> {
  await bench.db.execute(
    `UPDATE ledger_mirror.organizations
     SET looked_at = looked_at + interval '1 day', last_success_at = last_success_at + interval '1 day',
         next_run_at = next_run_at + interval '1 day';
     UPDATE ledger_mirror.entity_states SET last_synced_at = last_synced_at + interval '1 day'`,
  );
}

const jobs = { wakeAll: async (): Promise<void> => undefined };

test('I47: what a person asks for after the database’s clock was set back is looked for', async () => {
  await setBack();
  const [customer] = await bench.truth('Customer');
  await bench.write('Customer', { ...customer, sparse: true, Notes: 'after the clock was set back' });
  await bench.organizations.requestSync(bench.realmId);
  await dispatch(bench.db, jobs, silentLogger);
  await bench.slice();
  expect(await bench.differences()).toEqual([]);
});

test('I47: a company is due at once after the database’s clock was set back, and once only', async () => {
  await setBack();
  expect(await dispatch(bench.db, jobs, silentLogger)).toBe(1);
  const { runs } = bench.organizations;
  const before = bench.statements.length;
  await bench.slice();
  expect(bench.statements.length).toBeGreaterThan(before);
  expect((await runs(bench.realmId))[0]).toMatchObject({ status: 'succeeded' });
  expect(await dispatch(bench.db, jobs, silentLogger)).toBe(0);
});

test('I47: a run that began before the database’s clock was set back comes to its end', async () => {
  await bench.organizations.requestSync(bench.realmId);
  await setBack();
  await bench.db.execute(
    `UPDATE ledger_mirror.sync_runs SET status = 'running', started_at = now() + interval '1 day' WHERE status = 'queued'`,
  );
  await dispatch(bench.db, jobs, silentLogger);
  const before = bench.statements.length;
  expect(await bench.slice()).toEqual({ kind: 'done' });
  expect(bench.statements.length).toBeGreaterThan(before);
  expect(bench.statements.length - before).toBeLessThan(10);
});
