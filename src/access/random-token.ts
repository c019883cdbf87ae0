import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes, as text that fits a URL and a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * SHA-256 of a token, for storage. Enough for 256 random bits, which nobody can guess from a digest; passwords are
 * another matter (passwords.ts).
 */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
