import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { testTokenStore } from '../../test/support/token-store-contract.ts';
import { toRealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { createCipher } from './cipher.ts';
import type { KeySet } from './keyring.ts';
import { createPostgresTokenStore } from './postgres-token-store.ts';
import type { TokenStore } from './token-store.ts';

const newKey = (): Secret => new Secret(randomBytes(32).toString('base64'));
let database: TestDatabase;
let keys: KeySet = { current: newKey() };
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const open = (): TokenStore =>
  createPostgresTokenStore({ db: database.db, cipher: createCipher(() => keys) });

testTokenStore(() => ({
  open,
  changeKey: () => {
    keys = { current: newKey(), previous: [keys.current, ...(keys.previous ?? [])] };
  },
}));

test('tokens that are stored beside other rows come and go with their transaction', async () => {
  const realmId = toRealmId('1');
  const set = {
    accessToken: new Secret('access'),
    refreshToken: new Secret('refresh'),
    accessExpiresAt: new Date(1e12),
    refreshExpiresAt: new Date(1e12),
    hardExpiresAt: undefined,
  };
  await expect(
    database.db.transaction(async (tx) => {
      await open().store(realmId, set, tx);
      throw new Error('on purpose');
    }),
  ).rejects.toThrow('on purpose');
  expect(await open().load(realmId)).toBeUndefined();
  await database.db.transaction((tx) => open().store(realmId, set, tx));
  expect((await open().load(realmId))?.accessToken.reveal()).toBe('access');
});
