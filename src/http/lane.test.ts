import { expect, test } from 'vitest';
import { ManualClock } from '../base/clock.ts';
import { createLane, type Account, type Lane } from './lane.ts';

const shares = { atOnce: 3, perCaller: 2, perCompany: 3 };
const here = new AbortController().signal;

/** Work that ends when it is told, and a list of what was begun, in order. */
function scene(lane: Lane) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, account: Account, gone = here): Promise<void> =>
    lane.run(account, gone, () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, ask, end };
}
const of = (caller: string, company = '1'): Account => ({ caller, company });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('sixty questions of one caller leave a place to another, whose turn comes before the rest of them', async () => {
  const { begun, ask, end } = scene(createLane({ shares, clock: new ManualClock() }));
  for (let index = 0; index < 60; index += 1) void ask(`greedy ${index}`, of('greedy'));
  await settle();
  expect(begun).toEqual(['greedy 0', 'greedy 1']);
  void ask('modest', of('modest'));
  await settle();
  expect(begun.at(-1)).toBe('modest');
  void ask('third', of('third'));
  await settle();
  expect(begun).toHaveLength(3);
  await end('greedy 0');
  expect(begun.at(-1)).toBe('third');
  await end('third');
  expect(begun.at(-1)).toBe('greedy 2');
});

test('many callers of one company leave a place to those of another', async () => {
  const { begun, ask, end } = scene(
    createLane({ shares: { atOnce: 3, perCaller: 1, perCompany: 2 }, clock: new ManualClock() }),
  );
  for (const caller of ['a', 'b', 'c', 'd']) void ask(caller, of(caller));
  void ask('other', of('e', '2'));
  await settle();
  expect(begun).toEqual(['a', 'b', 'other']);
  void ask('other again', of('f', '2'));
  await end('other');
  expect(begun.at(-1)).toBe('other again');
});

test('whose client has gone loses the turn, and whose turn does not come is told to come again', async () => {
  const clock = new ManualClock();
  const { begun, ask, end } = scene(createLane({ shares: { ...shares, perCaller: 1 }, clock }));
  void ask('first', of('one'));
  const leaving = new AbortController();
  const left = ask('left', of('one'), leaving.signal);
  const late = ask('late', of('one'));
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  await Promise.all([expect(late).rejects.toMatchObject({ code: 'RECORDS_BUSY' }), clock.advance(30_000)]);
  await end('first');
  expect(begun).toEqual(['first']);
  expect(clock.sleeping).toBe(0);
});

test('a caller who sends without end is refused from the two hundredth on', async () => {
  const { ask } = scene(createLane({ shares, clock: new ManualClock() }));
  for (let index = 0; index < 202; index += 1) void ask(String(index), of('endless'));
  await expect(ask('one more', of('endless'))).rejects.toMatchObject({ code: 'RECORDS_BUSY' });
});

test('work that fails gives its place back', async () => {
  const lane = createLane({ shares: { atOnce: 1, perCaller: 1, perCompany: 1 }, clock: new ManualClock() });
  await expect(lane.run(of('one'), here, () => Promise.reject(new Error('failed')))).rejects.toThrow(
    'failed',
  );
  expect(await lane.run(of('one'), here, () => Promise.resolve('next'))).toBe('next');
});
