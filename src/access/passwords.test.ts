import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

const password = 'correct horse battery';

test('a password opens its own hash and no other, and two hashes of one password differ', async () => {
  const [first, second] = [await hashPassword(password), await hashPassword(password)];
  expect(first).not.toBe(second);
  expect(first).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(first).not.toContain('horse');
  await expect(verifyPassword(password, first)).resolves.toBe(true);
  await expect(verifyPassword(`${password} `, first)).resolves.toBe(false);
  await expect(verifyPassword('', first)).resolves.toBe(false);
});

test('length is the only rule', async () => {
  await expect(hashPassword('elevenchars')).rejects.toMatchObject({ code: 'ACCESS_PASSWORD_TOO_SHORT' });
  await expect(hashPassword('x'.repeat(257))).rejects.toMatchObject({ code: 'ACCESS_PASSWORD_TOO_SHORT' });
  // Six faces are twelve UTF-16 units but six characters.
  await expect(hashPassword('😀'.repeat(6))).rejects.toMatchObject({ code: 'ACCESS_PASSWORD_TOO_SHORT' });
  await expect(hashPassword('aaaaaaaaaaaa')).resolves.toBeTruthy();
});

test('a letter typed as one character or as two is the same letter', async () => {
  const composed = await hashPassword('caf\u00e9 au lait, svp');
  await expect(verifyPassword('cafe\u0301 au lait, svp', composed)).resolves.toBe(true);
});

test('without anything stored the answer is no, and takes as long', async () => {
  const stored = await hashPassword(password);
  const time = async (against: string | undefined): Promise<number> => {
    const startedAt = performance.now();
    await verifyPassword('some other password', against);
    return performance.now() - startedAt;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    known.push(await time(stored));
    unknown.push(await time(undefined));
  }
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[2] ?? 0;
  // Wide, because the machine may be busy; a skipped hash would be a thousand times faster.
  expect(median(unknown)).toBeGreaterThan(median(known) / 4);
  expect(median(unknown)).toBeLessThan(median(known) * 4);
});

test('a rush is let through in turns, and beyond that refused instead of queued without end', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 60 }, () => verifyPassword('some password', undefined)),
  );
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused.length).toBe(60 - 22);
  expect(refused[0]).toMatchObject({ reason: { code: 'ACCESS_BUSY' } });
  await expect(verifyPassword('some password', undefined)).resolves.toBe(false);
}, 60_000);
