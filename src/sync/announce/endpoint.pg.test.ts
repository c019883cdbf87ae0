import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { checkEndpoint, closeEndpoint, openEndpoint } from '../company/index.ts';
import { storeEvents } from './intake.ts';

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

let events = 0;

/** QuickBooks announces a change, and the company is looked at for it. */
async function announceAndLook(): Promise<void> {
  const { realmId } = bench;
  events += 1;
  const { Id } = await bench.write('Customer', { DisplayName: `Announced ${events}` });
  const event = {
    id: `event-${events}`,
    realmId,
    entity: 'customer',
    recordId: String(Id),
    verb: 'created' as const,
    at: new Date(),
    mergedId: undefined,
  };
  await bench.db.transaction((tx) => storeEvents(tx, [event]));
  await bench.sync();
}

const nextRunInMs = async (): Promise<number> =>
  (await bench.organizations.get(bench.realmId)).nextRunAt.getTime() - Date.now();
const isRelaxed = async (): Promise<boolean> => (await nextRunInMs()) > 1_500_000;

/** Another company, whose changes were found by polling `unannounced` and announced `announced` minutes ago. */
async function neighbour(unannounced: number, announced: number): Promise<void> {
  await bench.db.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, unannounced_at, last_event_at)
     VALUES ('1', clock_timestamp() - make_interval(mins => $1), clock_timestamp() - make_interval(mins => $2))
     ON CONFLICT (realm_id) DO UPDATE SET last_event_at = excluded.last_event_at`,
    [unannounced, announced],
  );
  await bench.db.query(
    "UPDATE ledger_mirror.organizations SET last_event_at = last_event_at - interval '2 hours' WHERE realm_id <> '1'",
  );
}

test('I26: while no process takes webhooks, a company is polled at its own interval whatever was announced before', async () => {
  await announceAndLook();
  expect(await nextRunInMs()).toBeLessThan(190_000);
});

test('I26: a company that waits for the safety interval is called back when the verifier token is taken away', async () => {
  await openEndpoint(bench.db);
  await announceAndLook();
  expect(await isRelaxed()).toBe(true);
  await closeEndpoint(bench.db);
  expect(await nextRunInMs()).toBeLessThan(190_000);
  await bench.sync();
  expect(await nextRunInMs()).toBeLessThan(190_000);
  // Given back, it says what it said before.
  await openEndpoint(bench.db);
  await bench.sync();
  expect(await isRelaxed()).toBe(true);
});

test('I26: so is one whose web processes have not been heard of for minutes, and not before', async () => {
  await openEndpoint(bench.db);
  await announceAndLook();
  expect(await checkEndpoint(bench.db)).toBe(true);
  expect(await isRelaxed()).toBe(true);
  await bench.db.query(
    "UPDATE ledger_mirror.webhook_endpoint SET open_at = clock_timestamp() - interval '4 minutes'",
  );
  expect(await checkEndpoint(bench.db)).toBe(false);
  expect(await nextRunInMs()).toBeLessThan(190_000);
});

test('I26: after a time in which nobody took webhooks every company is looked at soon, and none because a process says again that it takes them', async () => {
  await openEndpoint(bench.db);
  await announceAndLook();
  await openEndpoint(bench.db);
  expect(await isRelaxed()).toBe(true);
  await bench.db.query(
    "UPDATE ledger_mirror.webhook_endpoint SET open_at = clock_timestamp() - interval '4 minutes'",
  );
  await openEndpoint(bench.db);
  expect(await nextRunInMs()).toBeLessThan(190_000);
});

test('I26: where a change of one company was not announced, and nothing since of any, no company waits for the safety interval', async () => {
  await openEndpoint(bench.db);
  await announceAndLook();
  await neighbour(5, 10);
  expect(await checkEndpoint(bench.db)).toBe(false);
  expect(await nextRunInMs()).toBeLessThan(190_000);
  await bench.sync();
  expect(await nextRunInMs()).toBeLessThan(190_000);
  // Something arrives: what reaches one company may reach the others.
  await neighbour(5, 1);
  expect(await checkEndpoint(bench.db)).toBe(true);
  await bench.sync();
  expect(await isRelaxed()).toBe(true);
});

test('I26: companies that are called back wait as long as short calls make them', async () => {
  await openEndpoint(bench.db);
  await announceAndLook();
  await bench.db.query(
    `INSERT INTO ledger_mirror.call_budget (month, budget, used, forecast, stretch, state, closed_until, closed_calls, computed_at)
     VALUES ((date_trunc('month', clock_timestamp(), 'UTC') AT TIME ZONE 'UTC')::date, 1, 0, 0, 100, 'open', now(), 0, now())`,
  );
  await closeEndpoint(bench.db);
  expect(await isRelaxed()).toBe(true);
});
