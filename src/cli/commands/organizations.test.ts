import { expect, test } from 'vitest';
import { progressOf } from './organizations.ts';

test.each([
  [{ rows: 1204, expectedRows: 3000, rejected: 0 }, '1,204 of 3,000'],
  [{ rows: 1204, expectedRows: 1204, rejected: 0 }, '1,204'],
  [{ rows: 7, expectedRows: undefined, rejected: 0 }, '7'],
  [{ rows: 23, expectedRows: 25, rejected: 2 }, '23 of 25, 2 kept aside'],
  // Of an edit that cannot be stored the former version is here.
  [{ rows: 25, expectedRows: 25, rejected: 1 }, '25, 1 kept aside'],
] as const)('%j is told as %s', (counted, told) => {
  expect(progressOf(counted)).toBe(told);
});
