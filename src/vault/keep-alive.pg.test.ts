import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import type { TestDatabase } from '../../test/support/database.ts';
import { systemClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';

import type { RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { quickbooksError } from '../quickbooks/index.ts';
import { createCipher } from './cipher.ts';
import { keepTokensAlive } from './keep-alive.ts';
import { createPostgresTokenStore } from './postgres-token-store.ts';
import type { TokenStore } from './token-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.db.execute('DELETE FROM ledger_mirror.tokens'));
afterAll(() => database.close());

const tokens = (): TokenStore =>
  createPostgresTokenStore({
    db: database.db,
    cipher: createCipher({ current: new Secret(Buffer.alloc(32).toString('base64')) }),
  });

async function company(realmId: string, o: { idleDays: number; hardEndsInDays?: number }): Promise<void> {
  await database.db.query(
    `INSERT INTO ledger_mirror.tokens (realm_id, key_id, sealed, access_expires_at, refresh_expires_at, hard_expires_at, rotated_at)
     VALUES ($1, 'k', '', now(), now() + make_interval(days => 100 - $2), now() + make_interval(days => $3), now() - make_interval(days => $2))`,
    [realmId, o.idleDays, o.hardEndsInDays ?? 1800],
  );
}

const asked: RealmId[] = [];
const vault = (fails: Record<string, Error> = {}) => ({
  accessToken(realmId: RealmId): Promise<Secret> {
    asked.push(realmId);
    const error = fails[realmId];
    return error === undefined ? Promise.resolve(new Secret('t')) : Promise.reject(error);
  },
});

test('only companies that were idle for a week are renewed, those that end first first, and a failure stops nobody', async () => {
  await company('1', { idleDays: 6 });
  await company('2', { idleDays: 8 });
  await company('3', { idleDays: 80 });
  await company('4', { idleDays: 30 });
  asked.length = 0;
  const report = await keepTokensAlive({
    tokens: tokens(),
    clock: systemClock,
    vault: vault({ 3: quickbooksError('QBO_GRANT_REVOKED'), 4: new Error('a bug') }),
    logger: silentLogger,
  });
  expect(asked).toEqual(['3', '4', '2']);
  expect(report.renewed).toEqual(['2']);
  expect(report.failed.map(({ realmId, error }) => [realmId, error.code])).toEqual([
    ['3', 'QBO_GRANT_REVOKED'],
    ['4', 'INTERNAL'],
  ]);
});

test('companies whose five years end within 60 days are named, soonest first', async () => {
  await company('1', { idleDays: 0, hardEndsInDays: 61 });
  await company('2', { idleDays: 0, hardEndsInDays: 59 });
  await company('3', { idleDays: 0, hardEndsInDays: -1 });
  const { ending } = await keepTokensAlive({
    tokens: tokens(),
    clock: systemClock,
    vault: vault(),
    logger: silentLogger,
  });
  expect(ending.map(({ realmId }) => realmId)).toEqual(['3', '2']);
  expect(ending[1]?.hardExpiresAt).toBeInstanceOf(Date);
});

test('an abort ends it between two companies', async () => {
  await company('1', { idleDays: 20 });
  await company('2', { idleDays: 10 });
  const abort = new AbortController();
  const stopping = {
    accessToken(_realmId: RealmId): Promise<Secret> {
      abort.abort(new Error('stopping'));
      return Promise.resolve(new Secret('t'));
    },
  };
  await expect(
    keepTokensAlive({
      tokens: tokens(),
      clock: systemClock,
      vault: stopping,
      logger: silentLogger,
      signal: abort.signal,
    }),
  ).rejects.toThrow('stopping');
});
