import { expect, test } from 'vitest';
import { quickbooksError } from './errors.ts';
import { defaultRetryPolicy, parseRetryAfterMs, retryDelayMs } from './retry.ts';

const almostOne = 1 - Number.EPSILON;
const unavailable = quickbooksError('QBO_UNAVAILABLE');

test('waits lie anywhere between nothing and a bound that doubles up to the ceiling', () => {
  const policy = { ...defaultRetryPolicy, attempts: 99 };
  expect(retryDelayMs(unavailable, 1, 0, policy)).toBe(0);
  const longest = [1, 2, 3, 6, 7, 50].map((attempt) => retryDelayMs(unavailable, attempt, almostOne, policy));
  expect(longest).toEqual([499, 999, 1999, 15_999, 19_999, 19_999]);
});

test('what cannot succeed is not tried again', () => {
  for (const code of [
    'QBO_GRANT_REVOKED',
    'QBO_QUERY_REJECTED',
    'QBO_PAGE_UNREADABLE',
    'QBO_RECORD_NOT_FOUND',
  ] as const) {
    expect(retryDelayMs(quickbooksError(code), 1, 0.5)).toBeUndefined();
  }
});

test('tries are bounded, and those after a 429 more tightly', () => {
  expect(retryDelayMs(unavailable, 3, 0.5)).toBeDefined();
  expect(retryDelayMs(unavailable, 4, 0.5)).toBeUndefined();
  const limited = quickbooksError('QBO_RATE_LIMITED', { retryAfterMs: 60_000 });
  expect(retryDelayMs(limited, 1, 0.5)).toBe(60_000);
  expect(retryDelayMs(limited, 2, 0.5)).toBeUndefined();
});

test('Retry-After is read as seconds or as a date, within bounds, and nonsense is ignored', () => {
  const now = new Date('2026-01-15T12:00:00Z');
  expect(parseRetryAfterMs('30', now)).toBe(30_000);
  expect(parseRetryAfterMs('Thu, 15 Jan 2026 12:02:00 GMT', now)).toBe(120_000);
  expect(parseRetryAfterMs('Thu, 15 Jan 2026 11:00:00 GMT', now)).toBe(1000);
  expect(parseRetryAfterMs('0', now)).toBe(1000);
  expect(parseRetryAfterMs('86400', now)).toBe(900_000);
  expect(parseRetryAfterMs('soon', now)).toBeUndefined();
  expect(parseRetryAfterMs(undefined, now)).toBeUndefined();
});
