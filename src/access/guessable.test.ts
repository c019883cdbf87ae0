import { expect, test } from 'vitest';
import { requireGoodPassword } from './guessable.ts';

const about = ['ada.lovelace@example.com', 'Ada Lovelace'];

test.each([
  'aaaaaaaaaaaa',
  'aaaaaaaaaaab',
  'abcabcabcabc',
  'abcdefghijkl',
  '123456789012',
  '111111111111',
  'qwertyuiop12',
  'qwertzuiopü+',
  'azertyuiop12',
  '1qaz2wsx3edc',
  'passwordpassword',
  'Password1234!',
  'P@ssw0rdP@ssw0rd',
  'letmeinletmein',
  'administrator',
  'changemechangeme',
  'Welcome12345',
  'Summer2026!!',
  'January2026!',
  '20260101-2026',
  'QuickBooks2026!',
  'ledger-mirror-1',
  'LedgerMirror!!',
  'ada.lovelace@example.com',
  'AdaLovelace1815',
  'ecalevol.ada.',
  'a'.repeat(256),
  '😀'.repeat(12),
])('"%s" is guessed early, and refused', async (password) => {
  await expect(requireGoodPassword(password, about)).rejects.toMatchObject({
    code: 'ACCESS_PASSWORD_WEAK',
  });
});

test.each([
  'correct horse battery',
  'a long enough password',
  'rY7#kd02Lm!x',
  'мойпарольоченьхорош',
  '春眠不覚暁処処聞啼鳥夜来',
  'Ada has seven green goats',
  'another long password',
  `${'a'.repeat(50)}rY7#kd02Lm!x`,
])('"%s" is taken', async (password) => {
  await expect(requireGoodPassword(password, about)).resolves.toBeUndefined();
});

test('length comes first', async () => {
  await expect(requireGoodPassword('rY7#kd02Lm!', about)).rejects.toMatchObject({
    code: 'ACCESS_PASSWORD_TOO_SHORT',
  });
});

test('the longest password takes no longer to look at than a request may', async () => {
  await requireGoodPassword('correct horse battery', about);
  for (const unit of ['p@ssw0rd4$', '1!l|', 'abc', 'x7#K!q']) {
    const password = unit.repeat(256).slice(0, 256);
    const before = process.cpuUsage();
    await requireGoodPassword(password, about).catch(() => undefined);
    expect(process.cpuUsage(before).user / 1000, unit).toBeLessThan(500);
  }
});
