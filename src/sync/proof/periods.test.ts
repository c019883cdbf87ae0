import { expect, test } from 'vitest';
import { firstDay, halved, lastDay, type Window, windowsOf } from './periods.ts';

test('I42: the last six months are compared every day, older half years in turn, and no day is left out', () => {
  let comparedBackTo: string | undefined;
  const older: Window[] = [];
  let today = Date.parse('2026-08-31');
  for (let days = 0; days < 12; days += 1, today += 86_400_000) {
    const windows = windowsOf(new Date(today).toISOString().slice(0, 10), '2021-03-04', comparedBackTo);
    expect(windows.recent.to).toBe(lastDay);
    if (windows.older !== undefined) older.push(windows.older);
    comparedBackTo = windows.next;
    if (comparedBackTo === undefined) break;
  }
  expect(older[0]?.to).toBe('2026-03-02');
  expect(older.at(-1)?.from).toBe(firstDay);
  expect(older).toHaveLength(10);
  for (const [index, { from }] of older.slice(0, -1).entries())
    expect(Date.parse(from) - Date.parse(older[index + 1]?.to ?? '')).toBe(86_400_000);
});

test('I42: a short history is one period', () => {
  expect(windowsOf('2026-08-31', '2026-05-01', '2020-01-01')).toEqual({
    recent: { from: firstDay, to: lastDay },
    older: undefined,
    next: undefined,
  });
  expect(windowsOf('2026-08-31', undefined, undefined).recent.from).toBe(firstDay);
});

test('L14: halving a period ends at single days, wherever its transactions are', () => {
  const days = (window: Window): string[] => {
    const parts = halved(window, '2026-01-03');
    return parts === undefined ? [window.from] : parts.flatMap(days);
  };
  const window = { from: '2026-01-01', to: '2026-01-09' };
  expect(days(window)).toEqual(Array.from({ length: 9 }, (_, index) => `2026-01-0${index + 1}`));
  expect(halved(window, undefined)?.[0]).toEqual({ from: '2026-01-01', to: '2026-01-05' });
});
