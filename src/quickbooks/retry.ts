import type { AppError } from '../base/errors.ts';

/** How often and how long to try again; times in milliseconds. */
export type RetryPolicy = {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** The same for answers of 429: each costs a minute, and one that lasts is for the caller to know. */
  readonly rateLimitAttempts: number;
  /** Upper bound of the first wait; it doubles with every further one. */
  readonly baseMs: number;
  readonly ceilingMs: number;
};

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 4,
  rateLimitAttempts: 2,
  baseMs: 500,
  ceilingMs: 20_000,
};

const LONGEST_RETRY_AFTER_MS = 15 * 60_000;

/**
 * How long to wait before trying again, or undefined when trying again is pointless or was tried enough.
 *
 * Full jitter: anything between nothing and the doubled bound, so that many clients do not return together.
 * @param attempt how many tries have failed, from 1
 * @param random  a number in [0, 1)
 */
export function retryDelayMs(
  error: AppError,
  attempt: number,
  random: number,
  policy: RetryPolicy = defaultRetryPolicy,
): number | undefined {
  const attempts = error.code === 'QBO_RATE_LIMITED' ? policy.rateLimitAttempts : policy.attempts;
  if (error.row.next !== 'retry' || attempt >= attempts) return undefined;
  if (error.retryAfterMs !== undefined) return error.retryAfterMs;
  return Math.floor(random * Math.min(policy.ceilingMs, policy.baseMs * 2 ** (attempt - 1)));
}

/** The `Retry-After` header (seconds or an HTTP date), between one second and 15 minutes; undefined if unreadable. */
export function parseRetryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const value = header.trim();
  const waitMs = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  if (!Number.isFinite(waitMs)) return undefined;
  return Math.min(Math.max(waitMs, 1000), LONGEST_RETRY_AFTER_MS);
}
