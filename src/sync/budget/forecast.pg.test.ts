import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openEndpoint } from '../company/index.ts';
import { refreshBudget } from './budget.ts';
import { loadDemand, loadForecast } from './forecast.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() =>
  database.db.execute('DELETE FROM ledger_mirror.organizations; DELETE FROM ledger_mirror.webhook_endpoint'),
);

async function connect(companies: number, intervalSeconds = 180): Promise<void> {
  await database.db.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, interval_seconds)
     SELECT ($2::bigint * 1000 + one)::text, $2 FROM generate_series(1, $1::int) AS one`,
    [companies, intervalSeconds],
  );
}

/** QuickBooks announces the changes of all companies. */
async function announce(): Promise<void> {
  await openEndpoint(database.db);
  await database.db.query('UPDATE ledger_mirror.organizations SET last_event_at = now()');
}

test('I27: the pace reckons with what companies ask for: those that are announced with the safety interval, all with what a day costs beside', async () => {
  await connect(40);
  const aDay = async (): Promise<number> => (86_400 * (await loadDemand(database.db, 1800))) / 40;
  expect(await aDay()).toBeCloseTo(491, 1);
  await announce();
  expect(await aDay()).toBeCloseTo(60, 1);
  const { stretch, forecast } = await refreshBudget(database.db, 1_000_000, 1800);
  expect(stretch).toBe(1);
  expect(forecast).toBeLessThan(31 * 40 * 61);
});

test('the forecast is that of the companies there are and of those that come', async () => {
  const settings = { monthlyCallBudget: 500_000, safetyIntervalSeconds: 1800 };
  await connect(39);
  const more = { companies: 1, intervalSeconds: 180 };
  expect(await loadForecast(database.db, { ...settings, more })).toMatchObject({
    companies: 40,
    calls: 597_040,
    callsAnnounced: 72_960,
    notice: expect.stringContaining('set QBO_WEBHOOK_VERIFIER_TOKEN') as string,
  });
  // Polled so rarely, one more costs nearly nothing; one that rests costs nothing.
  await connect(1, 86_400);
  await database.db.query(
    "UPDATE ledger_mirror.organizations SET status = 'paused' WHERE realm_id = '180001'",
  );
  expect(await loadForecast(database.db, settings)).toMatchObject({ companies: 39, calls: 567_583 });
  await openEndpoint(database.db);
  expect((await loadForecast(database.db, settings)).notice).toContain(
    'they do not arrive for every company',
  );
  await announce();
  expect(await loadForecast(database.db, settings)).not.toHaveProperty('notice');
});
