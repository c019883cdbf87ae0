import { expect, test } from 'vitest';
import { declaredErrors, defineErrors, toAppError } from '../../base/errors.ts';
import { silentLogger } from '../../base/logger.ts';
import { quickbooksError } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import { failureScope, logFailure, retryDelayMs } from './failure.ts';

test('L4: waiting doubles with every failure up to a quarter of an hour', () => {
  const error = quickbooksError('QBO_UNREACHABLE');
  const longest = [1, 2, 3, 4, 20].map((failures) => retryDelayMs(error, failures, () => 1));
  expect(longest).toEqual([5_000, 10_000, 20_000, 40_000, 900_000]);
});

test('companies that failed together do not come back together', () => {
  const error = quickbooksError('QBO_UNREACHABLE');
  expect(retryDelayMs(error, 3, () => 0)).toBe(10_000);
  expect(retryDelayMs(error, 3, () => 0.5)).toBe(15_000);
});

test('L4: QuickBooks is never asked again before the time it named', () => {
  const error = quickbooksError('QBO_RATE_LIMITED', { retryAfterMs: 60_000 });
  expect(retryDelayMs(error, 1, () => 0)).toBe(60_000);
});

test('what waiting cannot repair is only probed', () => {
  expect(retryDelayMs(quickbooksError('QBO_CLIENT_REJECTED'), 1)).toBe(times.probeMs);
});

test('a feature the company does not have makes its entity unavailable', () => {
  expect(failureScope(quickbooksError('QBO_FEATURE_UNAVAILABLE'))).toBe('entity-unavailable');
});

test('a query that QuickBooks rejects sets only its entity aside', () => {
  expect(failureScope(quickbooksError('QBO_QUERY_REJECTED'))).toBe('entity');
  expect(failureScope(toAppError(new Error('a bug in one projection')))).toBe('entity');
});

test('what stops every entity alike stops the company', () => {
  for (const code of [
    'QBO_UNREACHABLE',
    'QBO_RATE_LIMITED',
    'QBO_GRANT_REVOKED',
    'QBO_COMPANY_UNAVAILABLE',
  ] as const) {
    expect([code, failureScope(quickbooksError(code))]).toEqual([code, 'company']);
  }
  const testError = defineErrors({
    TEST_OF_ANOTHER_FOLDER: {
      owner: 'operator',
      next: 'retry',
      httpStatus: 503,
      text: 'A database is away.',
    },
  });
  expect(failureScope(testError('TEST_OF_ANOTHER_FOLDER'))).toBe('company');
});

test('every error code is spelt as QuickBooks’ client spells it', () => {
  const scopes = [...declaredErrors().keys()].filter((code) => code.startsWith('QBO_'));
  expect(scopes.length).toBeGreaterThan(10);
  for (const code of [
    'QBO_FEATURE_UNAVAILABLE',
    'QBO_OPERATION_UNSUPPORTED',
    'QBO_SYSTEM_FAULT',
    'QBO_PAGE_UNREADABLE',
  ]) {
    expect(scopes).toContain(code);
  }
});

test('a bug’s cause is logged in its own words, but for the value that PostgreSQL could not take', () => {
  const said: unknown[] = [];
  const logger = { ...silentLogger, error: (facts: unknown) => void said.push(facts) };
  const refusal = (code: string, message: string): Error =>
    Object.assign(new Error(message), { code, severity: 'ERROR' });
  const causes = [
    refusal('22P02', 'invalid input syntax for type integer: "hidden-word"'),
    refusal('42703', 'column "total" does not exist'),
  ];
  for (const cause of causes) logFailure(logger, toAppError(cause), 1, {});
  expect(JSON.stringify(said)).not.toContain('hidden-word');
  expect(said).toMatchObject([
    { cause: 'Error: PostgreSQL could not take a value (SQLSTATE 22P02).' },
    { cause: 'Error: column "total" does not exist' },
  ]);
});
