import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { accessError } from './errors.ts';

/** NIST SP 800-63B 3.1.1.2 advises against rules of composition (read 2026-11-20); guessable.ts has the other rule. */
export const passwordMinimumLength = 12;
export const passwordMaximumLength = 256;

/** What a hash costs, as scrypt names it. */
export type PasswordCost = { readonly n: number; readonly r: number; readonly p: number };

// 32 MiB and about a tenth of a second a try, one of the settings OWASP's password storage cheat sheet calls equal
// (read 2026-11-20). They are stored with each hash, so that they can be raised.
const current: PasswordCost = { n: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Hashing shares four threads with files and name look-ups: a rush of sign-ins must not take them all. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw accessError('ACCESS_BUSY', { retryAfterMs: 5000 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // Whoever waits takes the place over; it is never free in between.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function derive(password: string, salt: Buffer, { n, r, p }: PasswordCost): Promise<Buffer> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        const options = { N: n, r, p, maxmem: 256 * n * r };
        // One form for what looks the same on screen, whichever keyboard typed it.
        scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );
}

/** @throws AppError ACCESS_PASSWORD_TOO_SHORT */
export function requireLength(password: string): void {
  const { length } = Array.from(password.normalize('NFKC'));
  if (length < passwordMinimumLength || password.length > passwordMaximumLength) {
    throw accessError('ACCESS_PASSWORD_TOO_SHORT');
  }
}

/** The password as it is stored: `scrypt$N$r$p$salt$hash`. Only tests choose another cost. */
export async function hashPassword(password: string, cost = current): Promise<string> {
  requireLength(password);
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.n, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

// Opens to nothing: no password is known that leads to 32 random bytes.
const nobodysSalt = randomBytes(SALT_BYTES);
const nobodysHash = randomBytes(HASH_BYTES);

/** Compares a password with what is stored. Without anything stored it takes as long as `cost` says, and says no. */
export async function verifyPassword(
  password: string,
  stored: string | undefined,
  cost = current,
): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = stored?.split('$') ?? [];
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) {
    timingSafeEqual(await derive(password, nobodysSalt, cost), nobodysHash);
    return false;
  }
  const parameters = { n: Number(n), r: Number(r), p: Number(p) };
  const expected = Buffer.from(hash, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), parameters);
  return expected.length === given.length && timingSafeEqual(given, expected);
}
