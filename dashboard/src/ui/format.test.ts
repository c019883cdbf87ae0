import { expect, test } from 'vitest';
import { formatAge, formatInterval, plural } from './format.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const ageOf = (seconds: number) => formatAge(new Date(now - seconds * 1000), now);

test('an age is said in the largest unit that fits', () => {
  expect([12, 60, 119, 3600, 7300, 86_400, 30 * 86_400].map(ageOf)).toEqual([
    '12 seconds ago',
    '1 minute ago',
    '1 minute ago',
    '1 hour ago',
    '2 hours ago',
    '1 day ago',
    '30 days ago',
  ]);
});

test('an instant slightly ahead of the browser is just now', () => {
  expect(ageOf(-5)).toBe('just now');
});

test('what is older than a month is said as a date', () => {
  expect(ageOf(40 * 86_400)).toContain('2026');
});

test('an interval is said in the unit that divides it', () => {
  expect([45, 180, 90, 3600, 7200].map(formatInterval)).toEqual([
    '45 seconds',
    '3 minutes',
    '90 seconds',
    '1 hour',
    '2 hours',
  ]);
});

test('a count agrees with its noun', () => {
  expect([plural(1, 'row'), plural(0, 'row'), plural(2, 'company', 'companies')]).toEqual([
    '1 row',
    '0 rows',
    '2 companies',
  ]);
});
