import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../base/secret.ts';
import { createCipher } from './cipher.ts';

const newKey = (): Secret => new Secret(randomBytes(32).toString('base64'));
const secret = new Secret('a refresh token, with ünïcode');

test('what was sealed opens again, and only for the same owner', () => {
  const cipher = createCipher({ current: newKey() });
  const sealed = cipher.seal(secret, 'tokens/1');
  expect(cipher.open(sealed, 'tokens/1').reveal()).toBe(secret.reveal());
  expect(() => cipher.open(sealed, 'tokens/2')).toThrow(
    expect.objectContaining({ code: 'VAULT_SEAL_BROKEN' }),
  );
});

test('the same secret never looks the same twice', () => {
  const cipher = createCipher({ current: newKey() });
  expect(cipher.seal(secret, 'x').sealed.equals(cipher.seal(secret, 'x').sealed)).toBe(false);
});

test('a change of any byte is noticed', () => {
  const cipher = createCipher({ current: newKey() });
  const { keyId, sealed } = cipher.seal(secret, 'x');
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => cipher.open({ keyId, sealed: changed }, 'x')).toThrow(
      expect.objectContaining({ code: 'VAULT_SEAL_BROKEN' }),
    );
  }
  expect(() => cipher.open({ keyId, sealed: sealed.subarray(0, 10) }, 'x')).toThrow(
    expect.objectContaining({ code: 'VAULT_SEAL_BROKEN' }),
  );
});

test('after a change of keys the previous one still opens and the current one seals', () => {
  const [old, current] = [newKey(), newKey()];
  const before = createCipher({ current: old }).seal(secret, 'x');
  const cipher = createCipher({ current, previous: [old] });
  expect(cipher.open(before, 'x').reveal()).toBe(secret.reveal());
  const after = cipher.seal(secret, 'x');
  expect(after.keyId).not.toBe(before.keyId);
  expect(createCipher({ current }).open(after, 'x').reveal()).toBe(secret.reveal());
  expect(() => createCipher({ current }).open(before, 'x')).toThrow(
    expect.objectContaining({ code: 'VAULT_KEY_UNKNOWN' }),
  );
});

test('a key that is not 32 bytes in base64 is refused without being shown', () => {
  for (const text of [
    '',
    'short',
    randomBytes(16).toString('base64'),
    randomBytes(33).toString('base64'),
    `${'*'.repeat(43)}=`,
  ]) {
    const attempt = (): unknown => createCipher({ current: new Secret(text) });
    expect(attempt).toThrow(expect.objectContaining({ code: 'VAULT_KEY_INVALID' }));
    if (text !== '') expect(attempt).not.toThrow(text);
  }
  expect(inspect(createCipher({ current: newKey() }), { depth: 5 })).not.toMatch(/[0-9a-f]{2} [0-9a-f]{2} /);
});
