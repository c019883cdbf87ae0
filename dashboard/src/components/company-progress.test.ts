import { expect, test } from 'vitest';
import { describeProgress, describeRows, progressOf } from './company-progress.ts';

test('without a count by QuickBooks there is no fraction', () => {
  expect(progressOf({ rows: 300 }).fraction).toBeUndefined();
  expect(progressOf({ rows: 0, expectedRows: 0 }).fraction).toBeUndefined();
});

test('records made during the load never push progress beyond the whole', () => {
  const progress = progressOf({ rows: 101, expectedRows: 100 });
  expect(progress.fraction).toBe(1);
  expect(describeRows(progress)).toBe('101 of 101 rows');
});

test('a screen reader hears progress in steps of ten', () => {
  expect(describeProgress(progressOf({ rows: 449, expectedRows: 1000 }))).toMatch(/^loading, 40\s?% done$/);
  expect(describeProgress(progressOf({ rows: 5 }))).toBe('loading');
});
