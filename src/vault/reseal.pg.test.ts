import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { systemClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import type { OAuthClient, TokenSet } from '../quickbooks/index.ts';
import { createCipher, type Cipher } from './cipher.ts';
import { keyIdOf, type KeySet } from './keyring.ts';
import { resealTokens } from './reseal.ts';
import { createPostgresTokenStore } from './postgres-token-store.ts';
import type { TokenStore } from './token-store.ts';
import { createTokenVault, type TokenVault } from './token-vault.ts';

const newKey = (): Secret => new Secret(randomBytes(32).toString('base64'));
const realms = Array.from({ length: 25 }, (_, index) => toRealmId(String(index + 1)));
let database: TestDatabase;
let keys: KeySet;
let old: Secret;
let renewals = 0;

const tokens = (name: string, lifeMs: number): TokenSet => ({
  accessToken: new Secret(`access-${name}`),
  refreshToken: new Secret(`refresh-${name}`),
  accessExpiresAt: new Date(Date.now() + lifeMs),
  refreshExpiresAt: new Date(Date.now() + 1e9),
  hardExpiresAt: undefined,
});

// The network is not what is tried here; token-vault.pg.test.ts goes over it.
const oauth: OAuthClient = {
  authorizeUrl: () => '',
  exchange: () => Promise.reject(new Error('not asked')),
  refresh: (token) => {
    renewals += 1;
    return Promise.resolve(tokens(`${token.reveal()}-renewed`, 3_600_000));
  },
  revoke: () => Promise.resolve(),
};

const storeWith = (cipher: Cipher): TokenStore => createPostgresTokenStore({ db: database.db, cipher });
const vaultWith = (cipher: Cipher): TokenVault =>
  createTokenVault({ tokens: storeWith(cipher), oauth, clock: systemClock, logger: silentLogger });

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  old = newKey();
  keys = { current: old };
  const vault = vaultWith(createCipher(keys));
  // Half of them have run out, so that reading them renews and seals while the keys change.
  for (const [index, realmId] of realms.entries())
    await vault.store(realmId, tokens(realmId, index % 2 === 0 ? 0 : 3_600_000));
});
afterEach(() => database.db.execute('DELETE FROM ledger_mirror.tokens'));
afterAll(() => database.close());

test('while a process goes on reading and renewing, every token is sealed anew and none is lost', async () => {
  const running = vaultWith(createCipher(() => keys));
  const current = newKey();
  keys = { current, previous: [old] };
  const [resealed, ...read] = await Promise.all([
    resealTokens(storeWith(createCipher(() => keys))),
    ...realms.map((realmId) => running.accessToken(realmId)),
  ]);
  expect(renewals).toBeGreaterThan(10);
  expect(resealed).toBeGreaterThan(0);
  expect(read).toHaveLength(realms.length);
  const entries = await storeWith(createCipher({ current })).list();
  expect(new Set(entries.map(({ keyId }) => keyId))).toEqual(new Set([keyIdOf(current)]));
  // The old key is not needed any more.
  const after = vaultWith(createCipher({ current }));
  for (const [index, realmId] of realms.entries()) {
    const expected = index % 2 === 0 ? `access-refresh-${realmId}-renewed` : `access-${realmId}`;
    expect((await after.accessToken(realmId)).reveal()).toBe(expected);
  }
  expect(await resealTokens(storeWith(createCipher({ current })))).toBe(0);
});

test('a process that has not heard of the new key follows when it meets it', async () => {
  const cipher = createCipher(() => keys);
  const current = newKey();
  const before = keys;
  keys = { current, previous: [old] };
  await resealTokens(storeWith(createCipher(keys)));
  expect((await vaultWith(cipher).accessToken(toRealmId('2'))).reveal()).toBe('access-2');
  await expect(vaultWith(createCipher(before)).accessToken(toRealmId('2'))).rejects.toMatchObject({
    code: 'VAULT_KEY_UNKNOWN',
  });
});

test('keys that cannot be read at this moment do not stop a running process', async () => {
  let readable = true;
  const cipher = createCipher(() => {
    if (!readable) throw new Error('the disk is away');
    return keys;
  });
  readable = false;
  await vaultWith(cipher).store(toRealmId('1'), tokens('1', 3_600_000));
  expect((await vaultWith(cipher).accessToken(toRealmId('1'))).reveal()).toBe('access-1');
});
