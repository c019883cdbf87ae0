import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../base/secret.ts';

/**
 * Whether a delivery comes from Intuit: compares the `intuit-signature` header with the HMAC of the body, in constant
 * time.
 * @param body the bytes exactly as they arrived; a body that was parsed and printed again has another signature
 */
export function verifySignature(
  body: Uint8Array,
  signature: string | undefined,
  verifierToken: Secret,
): boolean {
  if (signature === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(signature)) return false;
  const expected = createHmac('sha256', verifierToken.reveal()).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'base64'));
}
