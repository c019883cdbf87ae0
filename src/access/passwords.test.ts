import { expect, test } from 'vitest';
import { hashPassword, verifyPassword, type PasswordCost } from './passwords.ts';

const password = 'correct horse battery';
// What is tried here is not the cost, except where it says so.
const cheap: PasswordCost = { n: 2 ** 10, r: 8, p: 1 };

test('a password opens its own hash, of any cost, and no other, and two hashes of one password differ', async () => {
  const [first, second] = [await hashPassword(password), await hashPassword(password, cheap)];
  expect(first).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(first).not.toContain('horse');
  await expect(verifyPassword(password, first)).resolves.toBe(true);
  await expect(verifyPassword(password, second)).resolves.toBe(true);
  expect(first.split('$')[5]).not.toBe(second.split('$')[5]);
  await expect(verifyPassword(`${password} `, second)).resolves.toBe(false);
  await expect(verifyPassword('', second)).resolves.toBe(false);
});

test('what is too short or too long is not hashed', async () => {
  await expect(hashPassword('elevenchars')).rejects.toMatchObject({ code: 'ACCESS_PASSWORD_TOO_SHORT' });
  await expect(hashPassword('x'.repeat(257))).rejects.toMatchObject({ code: 'ACCESS_PASSWORD_TOO_SHORT' });
  // Six faces are twelve UTF-16 units but six characters.
  await expect(hashPassword('😀'.repeat(6))).rejects.toMatchObject({ code: 'ACCESS_PASSWORD_TOO_SHORT' });
});

test('a letter typed as one character or as two is the same letter', async () => {
  const composed = await hashPassword('caf\u00e9 au lait, svp', cheap);
  await expect(verifyPassword('cafe\u0301 au lait, svp', composed)).resolves.toBe(true);
});

test('without anything stored the answer is no, and takes as long', async () => {
  const cost = { n: 2 ** 13, r: 8, p: 1 };
  const stored = await hashPassword(password, cost);
  // Processor time: by the clock either may wait for other programs.
  const time = async (against: string | undefined): Promise<number> => {
    const before = process.cpuUsage();
    await verifyPassword('some other password', against, cost);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    known.push(await time(stored));
    unknown.push(await time(undefined));
  }
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[2] ?? 0;
  // Wide, because the process may be busy otherwise; a skipped hash would be a thousand times faster.
  expect(median(unknown)).toBeGreaterThan(median(known) / 4);
  expect(median(unknown)).toBeLessThan(median(known) * 4);
});

test('a rush is let through in turns, and beyond that refused instead of queued without end', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 60 }, () => verifyPassword('some password', undefined, cheap)),
  );
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused.length).toBe(60 - 22);
  expect(refused[0]).toMatchObject({ reason: { code: 'ACCESS_BUSY' } });
  await expect(verifyPassword('some password', undefined, cheap)).resolves.toBe(false);
});
