import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { refreshBudget } from './budget.ts';

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

const row = async (): Promise<unknown> =>
  (await bench.db.query('SELECT used, state FROM ledger_mirror.call_budget'))[0];

/** Calls of an hour of this month, or before it. */
async function count(calls: number, hoursAgo: number, billable = true): Promise<void> {
  await bench.db.query(
    `INSERT INTO ledger_mirror.api_calls
     SELECT 'elsewhere', greatest(date_trunc('hour', now()) - make_interval(hours => $2),
                                  CASE WHEN $2 < 800 THEN date_trunc('month', now(), 'UTC') ELSE '-infinity' END),
            'query', $3, 'ok', $1
     ON CONFLICT (realm_id, hour_at, kind, billable, outcome) DO UPDATE SET calls = api_calls.calls + excluded.calls`,
    [calls, hoursAgo, billable],
  );
}

test('I27: the month’s billable calls are counted once, however often', async () => {
  const own = bench.statements.length;
  await count(100, 0);
  await count(1000, 5);
  await count(10_000, 900);
  await count(100_000, 1, false);
  for (let times = 0; times < 3; times += 1) await refreshBudget(bench.db, 0);
  expect(await row()).toEqual({ used: own + 1100, state: 'open' });
  await count(7, 0);
  await refreshBudget(bench.db, 0);
  expect(await row()).toEqual({ used: own + 1107, state: 'open' });
});

test('I47: a count that a clock far ahead closed is made anew when the clock is right again', async () => {
  await count(1000, 0);
  await refreshBudget(bench.db, 0);
  const before = await row();
  await bench.db.query(
    `UPDATE ledger_mirror.call_budget
     SET closed_until = date_trunc('month', now(), 'UTC') + interval '1 month', closed_calls = 0`,
  );
  await refreshBudget(bench.db, 0);
  expect(await row()).toEqual(before);
});

test('I27: the pace stretches long before the calls end, and says so', async () => {
  await count(158 - bench.statements.length, 0);
  const { stretch } = await refreshBudget(bench.db, 200);
  expect(stretch).toBeGreaterThan(1.5);
  await bench.sync();
  const { nextRunAt } = await organization();
  expect(nextRunAt.getTime() - Date.now()).toBeGreaterThan(0.85 * Math.min(180_000 * stretch, 86_400_000));
});

test('I28: with only the reserve left a company waits for the next month, and a click is still served', async () => {
  await count(850, 0);
  await refreshBudget(bench.db, 1000);
  const calls = bench.statements.length;
  await bench.sync();
  expect(bench.statements).toHaveLength(calls);
  const blocked = await organization();
  expect(blocked.status).toBe('blocked_budget');
  expect(blocked.statusReason).toMatch(/goes on on \d{4}-\d\d-01/);
  await bench.organizations.requestSync(bench.realmId);
  await bench.slice();
  expect(bench.statements.length).toBeGreaterThan(calls);
  expect(await organization()).toMatchObject({ status: 'current' });
});

test('I28: with nothing left no call is made, and a larger budget sets everybody free', async () => {
  await count(5000, 0);
  await refreshBudget(bench.db, 1000);
  await bench.organizations.requestSync(bench.realmId);
  const calls = bench.statements.length;
  await bench.slice();
  expect(bench.statements).toHaveLength(calls);
  expect(await organization()).toMatchObject({ status: 'blocked_budget' });
  await refreshBudget(bench.db, 1_000_000);
  await bench.slice();
  expect(await organization()).toMatchObject({ status: 'current', statusReason: undefined });
});
