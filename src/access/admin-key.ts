import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../base/secret.ts';
import { accessError } from './errors.ts';

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/**
 * Checks an `Authorization` header against the pre-shared owner key. Without a header there is nothing to check:
 * what an anonymous request may do is decided elsewhere.
 * @throws AppError ACCESS_KEY_REFUSED for another key, another scheme, or when no key is configured.
 */
export function checkAdminKey(authorization: string | undefined, adminApiKey: Secret | undefined): void {
  if (authorization === undefined) return;
  const given = /^Bearer +([^\s]+)$/i.exec(authorization)?.[1];
  // Digests have one length, so the comparison takes the same time whatever was sent.
  const accepted =
    given !== undefined &&
    adminApiKey !== undefined &&
    timingSafeEqual(digest(given), digest(adminApiKey.reveal()));
  if (!accepted) throw accessError('ACCESS_KEY_REFUSED');
}
