import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import type { Outcome } from '../../jobs/jobs.ts';
import { takeLease } from '../../jobs/lease.ts';
import { urgency } from '../../jobs/urgency.ts';
import { fenced, type Neighbour, type Turn } from '../index.ts';
import { workSlice } from './worker.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  await bench.connect();
});
afterEach(() => bench.close());

/** A neighbour with so many steps to take; what it does in them is the test's. */
function neighbourWith(steps: number, take: (turn: Turn) => Promise<unknown> = () => Promise.resolve()) {
  const state = { left: steps, taken: 0 };
  const neighbour: Neighbour = {
    name: 'ledger',
    isDue: async () => state.left > 0,
    async takeTurn(turn) {
      state.taken += 1;
      await take(turn);
      state.left -= 1;
    },
  };
  return { neighbour, state };
}

const work = (...neighbours: Neighbour[]): Promise<Outcome> =>
  workSlice({ ...bench.worker, neighbours }, 'worker', bench.realmId, new AbortController().signal);

const makeDue = (): Promise<unknown> =>
  bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');

const lease = async (): Promise<unknown> =>
  (await bench.db.query("SELECT expires_at = '-infinity' AS free FROM ledger_mirror.leases"))[0];

test('a neighbour has its turns when the sync has nothing left to do, under the company’s lease', async () => {
  const { neighbour, state } = neighbourWith(3, (turn) => fenced(turn, (tx) => tx.query('SELECT 1')));
  expect(await work(neighbour)).toEqual({ kind: 'done' });
  expect(state).toEqual({ left: 0, taken: 3 });
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  expect(await lease()).toEqual({ free: true });
  // The company is not due: nothing is asked of QuickBooks for it.
  const calls = bench.statements.length;
  state.left = 1;
  expect(await work(neighbour)).toEqual({ kind: 'done' });
  expect(state.taken).toBe(4);
  expect(bench.statements).toHaveLength(calls);
});

test('I48: the sync of a company that becomes due waits for one step of a neighbour at most', async () => {
  await bench.sync();
  const { neighbour, state } = neighbourWith(5, makeDue);
  expect(await work(neighbour)).toEqual({ kind: 'again', urgency: urgency.due });
  expect(state.taken).toBe(1);
});

test('a neighbour whose work is long gives way after the time of a slice, and comes again', async () => {
  await bench.sync();
  const { neighbour, state } = neighbourWith(5);
  const options = { ...bench.worker, neighbours: [neighbour], sliceMs: 0 };
  expect(await workSlice(options, 'worker', bench.realmId, new AbortController().signal)).toEqual({
    kind: 'again',
  });
  expect(state.taken).toBe(0);
});

test('I48: a turn that fails is logged, holds up no other neighbour, and harms the company in nothing', async () => {
  await bench.sync();
  const broken = neighbourWith(2, () => Promise.reject(new Error('no such report')));
  const other = neighbourWith(2);
  expect(await work(broken.neighbour, other.neighbour)).toEqual({ kind: 'done' });
  expect([broken.state.taken, other.state.taken]).toEqual([1, 2]);
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({
    status: 'current',
    statusReason: undefined,
  });
});

test('a neighbour whose lease was taken away writes nothing more', async () => {
  await bench.sync();
  const { neighbour, state } = neighbourWith(2, async (turn) => {
    await bench.db.transaction((tx) => takeLease(tx, turn.realmId, 'somebody else'));
    await fenced(turn, (tx) => tx.query("UPDATE ledger_mirror.organizations SET company_name = 'Mine'"));
  });
  expect(await work(neighbour)).toEqual({ kind: 'done' });
  expect(state.taken).toBe(1);
  expect((await bench.organizations.get(bench.realmId)).companyName).not.toBe('Mine');
});

test('a company that rests, and one whose calls are kept for people, gives no turns', async () => {
  await bench.sync();
  const { neighbour, state } = neighbourWith(1);
  await bench.db.query(
    `INSERT INTO ledger_mirror.call_budget
       (month, budget, used, forecast, stretch, state, closed_until, closed_calls, computed_at)
     VALUES (date_trunc('month', now() AT TIME ZONE 'UTC')::date, 100, 90, 100, 1, 'reserve', now(), 0, now())
     ON CONFLICT (singleton) DO UPDATE SET state = 'reserve', month = excluded.month`,
  );
  await work(neighbour);
  await bench.db.query("UPDATE ledger_mirror.call_budget SET state = 'open'");
  await bench.organizations.pause(bench.realmId);
  await work(neighbour);
  expect(state.taken).toBe(0);
  await bench.organizations.resume(bench.realmId);
  await work(neighbour);
  expect(state.taken).toBe(1);
});
