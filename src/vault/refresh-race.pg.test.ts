import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import type { TestDatabase } from '../../test/support/database.ts';
import { raceForTokens } from '../../test/support/token-race.ts';

// The short form of test/soak/refresh.ts, which does the same for thousands of refreshes.

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.db.execute('DELETE FROM ledger_mirror.tokens'));
afterAll(() => database.close());

test('8 processes, a token that rotates with every refresh: never two refreshes at a time, never an invalid_grant', async () => {
  const result = await raceForTokens({ ...database, processes: 8, refreshes: 100, graceMs: 0 });
  expect(result).toMatchObject({ mostInFlight: 1, invalidGrants: 0, refreshes: 100 });
  expect(Object.keys(result.outcomes)).toEqual(['ok']);
});

test('processes killed at random moments leave no mess while QuickBooks still takes the old token', async () => {
  const result = await raceForTokens({
    ...database,
    processes: 4,
    // Enough for several kills on a fast machine, too.
    refreshes: 60,
    graceMs: 600_000,
    killEveryMs: 120,
  });
  expect(result).toMatchObject({ mostInFlight: 1, invalidGrants: 0 });
  expect(result.kills).toBeGreaterThan(2);
  expect(Object.keys(result.outcomes)).toEqual(['ok']);
});

test('a process killed between rotation and storage, without grace, ends in one clean demand to reconnect', async () => {
  const result = await raceForTokens({
    ...database,
    processes: 4,
    refreshes: 100_000,
    graceMs: 0,
    killAllAt: 5,
    // Who is refused looks once more before it writes that down, which on a busy machine takes its time.
    settleMs: 3000,
  });
  expect(result).toMatchObject({ mostInFlight: 1, invalidGrants: 1 });
  expect(Object.keys(result.outcomes).toSorted()).toEqual(['QBO_GRANT_REVOKED', 'ok']);
});
