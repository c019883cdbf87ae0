import { expect, test } from 'vitest';
import { ManualClock, type Clock } from '../base/clock.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createThrottle } from './throttle.ts';
import type { Entry, Throttle } from './throttle.ts';
import { createMemoryTurns } from './turns.ts';
import type { TurnBook } from './turns.ts';

const realm = toRealmId('1');
const other = toRealmId('2');

/** Lets everything that does not wait for time run. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function startMany(
  clock: ManualClock,
  throttle: Throttle,
  count: number,
  forMs: number,
  keep = false,
): Promise<number[]> {
  const began = clock.now().getTime();
  const starts: number[] = [];
  for (let index = 0; index < count; index += 1) {
    void throttle.enter(realm).then((leave) => {
      starts.push(clock.now().getTime() - began);
      if (!keep) leave();
    });
  }
  await turn();
  await clock.advance(forMs);
  return starts;
}

function mostWithin(starts: readonly number[], windowMs: number): number {
  return Math.max(
    ...starts.map((start) => starts.filter((other) => other >= start && other < start + windowMs).length),
  );
}

test('starts are spread evenly, so that no second sees ten of them and no minute 500', async () => {
  const clock = new ManualClock();
  const starts = await startMany(clock, createThrottle({ clock }), 1200, 200_000);
  expect(starts).toHaveLength(1200);
  expect(mostWithin(starts, 1000)).toBe(9);
  expect(mostWithin(starts, 60_000)).toBeGreaterThan(475);
  expect(mostWithin(starts, 60_000)).toBeLessThan(500);
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(114);
  expect(starts.at(-1)).toBeLessThan(150_000);
});

test('the eleventh call waits until one of the ten has ended', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock });
  const leaves: (() => void)[] = [];
  for (let index = 0; index < 11; index += 1) void throttle.enter(realm).then((leave) => leaves.push(leave));
  await turn();
  await clock.advance(60_000);
  expect(leaves).toHaveLength(10);
  leaves[3]?.();
  leaves[3]?.();
  await turn();
  await expect.poll(() => leaves.length).toBe(11);
});

test('calls do not wait for the time to come again when the clock was set back', async () => {
  const manual = new ManualClock();
  let behindMs = 0;
  const clock: Clock = {
    now: () => new Date(manual.now().getTime() - behindMs),
    sleep: (durationMs, signal) => manual.sleep(durationMs, signal),
  };
  const throttle = createThrottle({ clock });
  await startMany(manual, throttle, 50, 5000);
  behindMs = 86_400_000;
  expect(await startMany(manual, throttle, 50, 60_000)).toHaveLength(50);
});

test('throttles that take their turns from one book keep to one pace together, and a 429 of one holds all', async () => {
  const clock = new ManualClock();
  const turns = createMemoryTurns(() => clock.now().getTime());
  const throttles = [1, 2, 3].map(() => createThrottle({ clock, turns }));
  const many = await Promise.all(throttles.map((throttle) => startMany(clock, throttle, 200, 0)));
  await clock.advance(100_000);
  const starts = many.flat().toSorted((a, b) => a - b);
  expect(starts).toHaveLength(600);
  expect(mostWithin(starts, 1000)).toBe(9);
  expect(mostWithin(starts, 60_000)).toBeGreaterThan(475);
  await throttles[0]?.slowDown(realm, 60_000);
  for (const throttle of throttles) expect(await startMany(clock, throttle, 1, 19_000)).toEqual([]);
});

test('a call is not let go when the turns cannot be taken, but told why', async () => {
  const clock = new ManualClock();
  const turns: TurnBook = {
    take: () => Promise.reject(new Error('the database is away')),
    hold: () => Promise.resolve(),
  };
  const throttle = createThrottle({ clock, turns });
  await expect(throttle.enter(realm)).rejects.toThrow('the database is away');
  await expect(throttle.enter(realm, { batch: true })).rejects.toThrow('the database is away');
});

test('companies do not wait for each other', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock });
  await startMany(clock, throttle, 50, 0, true);
  const leave = await throttle.enter(other);
  leave();
});

test('after a 429 nothing starts for the wait, then at half the pace, which recovers', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock });
  await throttle.slowDown(realm, 60_000);
  await throttle.slowDown(realm, 60_000);
  const starts = await startMany(clock, throttle, 2000, 600_000);
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(60_000);
  expect(
    mostWithin(
      starts.filter((start) => start < 110_000),
      1000,
    ),
  ).toBe(5);
  expect(
    mostWithin(
      starts.filter((start) => start > 300_000),
      1000,
    ),
  ).toBe(9);
});

test('without limits only the wait after a 429 remains', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock, limits: 'off' });
  expect(await startMany(clock, throttle, 300, 0)).toHaveLength(300);
  await throttle.slowDown(realm, 60_000);
  expect(await startMany(clock, throttle, 1, 59_000)).toEqual([]);
});

test('whoever gives up in the queue leaves at once and the order of the others stays', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock, limits: { inFlight: 1 } });
  const leave = await throttle.enter(realm);
  const order: number[] = [];
  const enter = (index: number, signal?: AbortSignal): Promise<void> =>
    throttle.enter(realm, { signal }).then((free) => {
      order.push(index);
      free();
    });
  const abort = new AbortController();
  const first = enter(1);
  const second = enter(2, abort.signal);
  const third = enter(3);
  abort.abort(new Error('stopped'));
  await expect(second).rejects.toThrow('stopped');
  expect(order).toEqual([]);
  leave();
  await turn();
  await clock.advance(1_000);
  await Promise.all([first, third]);
  expect(order).toEqual([1, 3]);
});

test('callers take turns, however many one of them has waiting, and each keeps its own order', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock, limits: { inFlight: 1 } });
  const order: string[] = [];
  const hold = await throttle.enter(realm);
  const enter = (name: string, entry: Entry): void =>
    void throttle.enter(realm, entry).then((leave) => {
      order.push(name);
      leave();
    });
  for (const index of [1, 2, 3, 4]) enter(`bulk ${index}`, { caller: 'bulk' });
  for (const index of [1, 2]) enter(`other ${index}`, { caller: 'other' });
  for (const index of [1, 2, 3]) enter(`person ${index}`, { caller: 'bulk', urgent: true });
  hold();
  await turn();
  await clock.advance(5_000);
  expect(order).toEqual([
    'person 1',
    'bulk 1',
    'person 2',
    'other 1',
    'person 3',
    'bulk 2',
    'other 2',
    'bulk 3',
    'bulk 4',
  ]);
});

test('no minute sees more than 40 batches, and what waits behind no batch of its own goes on meanwhile', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock });
  const batches: number[] = [];
  const queries: number[] = [];
  const began = clock.now().getTime();
  const start = (into: number[], entry: Entry): void =>
    void throttle.enter(realm, entry).then((leave) => {
      into.push(clock.now().getTime() - began);
      leave();
    });
  for (let index = 0; index < 100; index += 1) {
    start(batches, { caller: 'batches', batch: true });
    start(queries, { caller: 'queries' });
  }
  await turn();
  await clock.advance(200_000);
  expect(batches).toHaveLength(100);
  expect(mostWithin(batches, 60_000)).toBeGreaterThan(37);
  expect(mostWithin(batches, 60_000)).toBeLessThanOrEqual(40);
  expect(queries.at(-1)).toBeLessThan(30_000);
  expect(mostWithin([...batches, ...queries], 1000)).toBeLessThan(10);
});

test('after a 429 fewer are under way at once, until the pace has recovered', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock });
  await throttle.slowDown(realm, 1_000);
  expect(await startMany(clock, throttle, 20, 30_000, true)).toHaveLength(5);
});

test('an empty queue leaves no timer behind', async () => {
  const clock = new ManualClock();
  const throttle = createThrottle({ clock });
  await throttle.slowDown(realm, 60_000);
  const abort = new AbortController();
  const waiting = throttle.enter(realm, { signal: abort.signal });
  expect(clock.sleeping).toBe(1);
  abort.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  expect(clock.sleeping).toBe(0);
});
