import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSyncBench, type SyncBench } from '../../test/support/sync-bench.ts';
import { loadEntityStates, type EntityState } from './entity-states.ts';

let bench: SyncBench;

beforeEach(async () => {
  bench = await openSyncBench({ pageSize: 10 });
  await bench.connect();
  await bench.sync();
});
afterEach(() => bench.close());

async function customers(): Promise<EntityState> {
  const state = (await loadEntityStates(bench.db, bench.realmId)).find((one) => one.entity === 'Customer');
  if (state === undefined) throw new Error('The company has no customers.');
  return state;
}

const asksForCustomers = (statement: string): boolean => /FROM Customer\b/i.test(statement);

/** Lets QuickBooks' clock be wrong by so much in every answer about customers. */
function shiftClock(byMs: number): void {
  bench.disturb = async (request) => {
    if (!asksForCustomers(request.url.searchParams.get('query') ?? '')) return undefined;
    const parsed = JSON.parse((await bench.forward(request)).body) as { time: string };
    return {
      body: JSON.stringify({ ...parsed, time: new Date(Date.parse(parsed.time) + byMs).toISOString() }),
    };
  };
}

test('I9: the cursor is the time of the answer that brought the changes', async () => {
  const before = new Date();
  await bench.sync();
  const { cursorAt } = await customers();
  expect(cursorAt?.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000);
  expect(cursorAt?.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
});

test('I9: changes are asked for from 300 seconds before the cursor', async () => {
  const cursorAt = (await customers()).cursorAt?.getTime() ?? 0;
  const asked = bench.statements.length;
  await bench.sync();
  const statement = bench.statements.slice(asked).find(asksForCustomers) ?? '';
  const from = /LastUpdatedTime >= '([^']+)'/.exec(statement)?.[1] ?? '';
  expect(Date.parse(from)).toBe(Math.floor((cursorAt - 300_000) / 1000) * 1000);
});

test('I9: a clock of QuickBooks far ahead of ours moves the cursor two minutes ahead at most', async () => {
  shiftClock(3_600_000);
  await bench.sync();
  const { cursorAt } = await customers();
  expect(cursorAt?.getTime()).toBeLessThanOrEqual(Date.now() + 121_000);
  bench.disturb = undefined;
  await bench.write('Customer', { DisplayName: 'After the clock went wrong' });
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I9: a time before the cursor takes the cursor back, and nothing is missed', async () => {
  shiftClock(-3_600_000);
  await bench.sync();
  expect((await customers()).cursorAt?.getTime()).toBeLessThan(Date.now() - 3_000_000);
  await bench.write('Customer', { DisplayName: 'While the clock was wrong' });
  bench.disturb = undefined;
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  expect((await customers()).cursorAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test('L3: more changes than a page commit their position page by page, in a range that does not grow', async () => {
  for (const customer of (await bench.truth('Customer')).slice(0, 25)) {
    await bench.write('Customer', { ...customer, Notes: 'one of many changes' });
  }
  const cursorBefore = (await customers()).cursorAt;
  const stop = new AbortController();
  let pages = 0;
  bench.disturb = async (request) => {
    if (!asksForCustomers(request.url.searchParams.get('query') ?? '') || ++pages !== 2) return undefined;
    stop.abort();
    return undefined;
  };
  await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');
  await bench.slice('first', stop.signal);
  expect(await customers()).toMatchObject({ status: 'catching_up', cursorAt: cursorBefore });
  const asked = bench.statements.length;
  await bench.sync();
  expect(await customers()).toMatchObject({ status: 'current', position: undefined });
  const bounded = bench.statements.slice(asked).filter((statement) => asksForCustomers(statement));
  expect(bounded[0]).toMatch(/LastUpdatedTime < '/);
  expect(await bench.differences()).toEqual([]);
});
