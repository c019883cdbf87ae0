import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../../base/secret.ts';
import { verifySignature } from '../../../quickbooks/index.ts';
import { webhookError } from '../../errors.ts';

export type QboWebhooks = {
  /** Of the Intuit app; without it nothing can be believed, and nothing is taken. */
  readonly verifierToken: Secret | undefined;
  /**
   * Stores what a verified delivery holds, byte by byte as it arrived; repeats of one delivery must be harmless.
   * Intuit is told "received" only once it has resolved, within three seconds at best (facts#webhook-retries).
   */
  readonly storeEvents: (body: Buffer) => Promise<void>;
};

/**
 * What Intuit tells of changes: believed by its signature, stored, and nothing more; workers do the rest.
 * @throws AppError WEBHOOK_NOT_CONFIGURED, WEBHOOK_SIGNATURE_REFUSED
 */
export async function takeWebhook(
  { verifierToken, storeEvents }: QboWebhooks,
  body: Buffer,
  headers: IncomingHttpHeaders,
): Promise<void> {
  if (verifierToken === undefined) throw webhookError('WEBHOOK_NOT_CONFIGURED');
  const signature = headers['intuit-signature'];
  if (!verifySignature(body, Array.isArray(signature) ? undefined : signature, verifierToken)) {
    throw webhookError('WEBHOOK_SIGNATURE_REFUSED');
  }
  await storeEvents(body);
}
