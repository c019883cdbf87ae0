import { expect, test } from 'vitest';
import { ManualClock } from '../../base/clock.ts';
import { createWindows } from './windows.ts';

test('a window counts until it ends, and the next one knows how many there were', async () => {
  const clock = new ManualClock();
  const windows = createWindows({ clock, lengthMs: 1000 });
  windows.take('one');
  expect(windows.take('one')).toMatchObject({ count: 2, before: 0 });
  windows.giveBack('one');
  expect(windows.look('one')?.count).toBe(1);
  expect(windows.look('other')).toBeUndefined();
  await clock.advance(1000);
  expect(windows.look('one')).toBeUndefined();
  expect(windows.take('one')).toMatchObject({ count: 1, before: 1 });
});

test('however many subjects there are, ten thousand are kept, and the one that came first goes', () => {
  const windows = createWindows({ clock: new ManualClock(), lengthMs: 1000 });
  for (let index = 0; index <= 10_000; index += 1) windows.take(String(index));
  expect(windows.look('0')).toBeUndefined();
  expect(windows.look('1')?.count).toBe(1);
  expect(windows.look('10000')?.count).toBe(1);
});
