import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { ManualClock, systemClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { openDatabase, type Database } from '../../postgres/database.ts';
import { createSharedTurns, forgetOldTurns, forgetTurns } from './shared-turns.ts';

const realm = toRealmId('1');
const rule = { spacingMs: 121, burst: 0 };
/** Longer than the test takes, so that every turn is one that was waited for. */
const wide = { spacingMs: 10_000, burst: 0 };
let database: TestDatabase;
/** Connections of another process. */
let other: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  other = await openDatabase({ url: database.url, logger: silentLogger, maxConnections: 5 });
});
afterAll(async () => {
  await other.close();
  await database.close();
});
beforeEach(() =>
  database.db.execute('DELETE FROM ledger_mirror.call_turns; DELETE FROM ledger_mirror.call_budget'),
);

const turnsOf = (db: Database) => createSharedTurns({ db, clock: systemClock });

test('I60: of all processes that ask at once, each has turns of its own, one after the other', async () => {
  const [one, two] = [turnsOf(database.db), turnsOf(other)];
  const taken = await Promise.all(
    [1, 2, 1, 2].flatMap((wanted) => [
      one.take(realm, 'call', wanted, wide),
      two.take(realm, 'call', wanted, wide),
    ]),
  );
  const turns = taken
    .flatMap((each) => Array.from({ length: each.count }, (_, index) => each.inMs + index * 10_000))
    .toSorted((a, b) => a - b);
  expect(turns).toHaveLength(12);
  for (const [index, turn] of turns.entries()) {
    expect(turn).toBeLessThanOrEqual(index * 10_000);
    expect(turn).toBeGreaterThan((index - 1) * 10_000);
  }
  // Companies do not wait for each other.
  expect((await turnsOf(other).take(toRealmId('2'), 'call', 1, wide)).inMs).toBe(0);
});

test('I60: batches may come together after a pause, as many as are allowed, and then wait', async () => {
  const turns = turnsOf(database.db);
  const waits: number[] = [];
  for (let index = 0; index < 6; index += 1)
    waits.push((await turns.take(realm, 'batch', 1, { ...wide, burst: 3 })).inMs);
  expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(waits[4]).toBeGreaterThan(5_000);
  expect(waits[5]).toBeGreaterThan(15_000);
  expect((await turns.take(realm, 'call', 1, rule)).inMs).toBe(0);
});

test('I60: the turn a slice begins with is that of its first call, once it is committed, and not when that comes too late', async () => {
  const clock = new ManualClock();
  const turns = createSharedTurns({ db: database.db, clock });
  const begin = async (): Promise<void> =>
    (await database.db.transaction((tx) => turns.begin(tx, realm))).keep();
  await begin();
  const others = turnsOf(other);
  expect((await others.take(realm, 'call', 1, wide)).inMs).toBeGreaterThan(0);
  expect(await turns.take(realm, 'call', 3, wide)).toEqual({ inMs: 0, count: 1 });
  expect((await turns.take(realm, 'call', 1, wide)).inMs).toBeGreaterThan(5_000);
  await database.db.query('DELETE FROM ledger_mirror.call_turns');
  await begin();
  await clock.advance(2_000);
  expect(await turns.take(realm, 'call', 3, wide)).toMatchObject({ count: 3 });
});

test('a slice is told the state of the month’s calls with its turn', async () => {
  const state = (): Promise<string> =>
    database.db.transaction(async (tx) => (await turnsOf(database.db).begin(tx, realm)).state);
  expect(await state()).toBe('open');
  await database.db.query(
    `INSERT INTO ledger_mirror.call_budget (month, budget, used, forecast, stretch, state, closed_until, closed_calls, computed_at)
     VALUES (date_trunc('month', now(), 'UTC') AT TIME ZONE 'UTC', 10, 9, 9, 1, 'reserve', now(), 0, now())`,
  );
  expect(await state()).toBe('reserve');
  await database.db.query(`UPDATE ledger_mirror.call_budget SET month = '2020-01-01'`);
  expect(await state()).toBe('open');
});

test('I60: what QuickBooks asked one process to wait, every process waits', async () => {
  await turnsOf(database.db).hold(realm, 60_000);
  await turnsOf(database.db).hold(realm, 1_000);
  const { inMs } = await turnsOf(other).take(realm, 'call', 1, rule);
  expect(inMs).toBeGreaterThan(50_000);
  expect(inMs).toBeLessThanOrEqual(60_000);
});

test('turns of before the database’s clock was set back keep nobody waiting', async () => {
  await database.db.query(
    `INSERT INTO ledger_mirror.call_turns VALUES ($1, 'call', clock_timestamp() + interval '1 hour')`,
    [realm],
  );
  expect((await turnsOf(database.db).take(realm, 'call', 1, rule)).inMs).toBe(0);
});

test('nothing is kept of a company that is erased or that nobody calls for', async () => {
  const left = async (): Promise<unknown> =>
    (
      await database.db.query<{ rows: number }>('SELECT count(*)::int AS rows FROM ledger_mirror.call_turns')
    )[0]?.rows;
  await turnsOf(database.db).take(realm, 'call', 1, rule);
  await forgetOldTurns(database.db);
  expect(await left()).toBe(1);
  await forgetTurns(database.db, realm);
  expect(await left()).toBe(0);
  await database.db.query(
    `INSERT INTO ledger_mirror.call_turns VALUES ($1, 'call', clock_timestamp() - interval '2 days')`,
    [realm],
  );
  await forgetOldTurns(database.db);
  expect(await left()).toBe(0);
});
