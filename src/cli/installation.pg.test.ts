import { randomBytes } from 'node:crypto';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { Secret } from '../base/secret.ts';
import { loadConfig } from '../config/load.ts';
import { createCipher } from '../vault/cipher.ts';
import { checkEncryptionKey, claimInstallation, compareAccess } from './installation.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const newKey = (): Secret => new Secret(randomBytes(32).toString('base64'));

async function sealWith(key: Secret, realmId: string): Promise<void> {
  const { keyId, sealed } = createCipher({ current: key }).seal(new Secret('tokens'), realmId);
  await database.db.query(
    `INSERT INTO ledger_mirror.tokens (realm_id, key_id, sealed, access_expires_at, refresh_expires_at, rotated_at)
     VALUES ($1, $2, $3, now(), now(), now())`,
    [realmId, keyId, sealed],
  );
}

function check(current: Secret, previous?: Secret): Promise<string | undefined> {
  const loaded = loadConfig({});
  if (!loaded.ok) throw new Error(loaded.problems.join(' '));
  const keys = { current, previous: previous === undefined ? [] : [previous] };
  return checkEncryptionKey(database.db, keys, loaded.config);
}

test('a key that opens nothing of what is stored is refused at once, one that opens some is told', async () => {
  const [old, current] = [newKey(), newKey()];
  expect(await check(current)).toBeUndefined();
  await sealWith(old, '101');
  await sealWith(old, '102');
  await expect(check(current)).rejects.toMatchObject({ code: 'CLI_KEY_OTHER', details: { companies: 2 } });
  expect(await check(current, old)).toBeUndefined();
  await sealWith(current, '103');
  expect(await check(current)).toContain('2 of 3 companies (101, 102)');
  expect(await check(old)).toContain('1 of 3 companies (103)');
});

test('a start knows whether its keys and addresses of QuickBooks are those of the start before', async () => {
  const settings = (secret: string, apiUrl = 'https://a.example'): Parameters<typeof compareAccess>[1] => {
    const endpoints = { apiUrl, tokenUrl: 'https://t.example', authorizeUrl: '', revokeUrl: '' };
    return {
      clientId: 'id',
      clientSecret: new Secret(secret),
      endpoints,
      webhookVerifierToken: undefined,
      given: {},
    };
  };
  const { db } = database;
  await claimInstallation(db, 'sandbox');
  const start = async (...given: Parameters<typeof settings>): Promise<boolean> => {
    const { changed, note } = await compareAccess(db, settings(...given));
    await note();
    return changed;
  };
  expect(await start('wrong')).toBe(false);
  expect(await start('wrong')).toBe(false);
  // One that was killed before anything followed from it leaves it to the next.
  expect((await compareAccess(db, settings('right'))).changed).toBe(true);
  expect(await start('right')).toBe(true);
  expect(await start('right')).toBe(false);
  expect(await start('right', 'https://b.example')).toBe(true);
  const [row] = await db.query<{ text: string }>(
    'SELECT installation::text AS text FROM ledger_mirror.installation',
  );
  expect(row?.text).not.toContain('right');
});
