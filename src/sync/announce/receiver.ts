import { createHash } from 'node:crypto';
import { isAppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { parseWebhook, type WebhookDelivery } from '../../quickbooks/index.ts';
import { storeEvents, wakeAnnounced } from './intake.ts';

/**
 * What happens to a delivery whose signature was verified: everything in it is stored in one transaction, then its
 * companies are woken. Once it resolves QuickBooks may be told "received"; a repeat of a delivery changes nothing.
 * @returns a function of the body, byte by byte as it arrived
 */
export function createWebhookReceiver(options: {
  readonly db: Database;
  readonly jobs: Pick<Jobs, 'wake'>;
  readonly logger: Logger;
}): (body: Buffer) => Promise<void> {
  const { db, jobs, logger } = options;
  return async (body) => {
    const { events, unknown } = read(body);
    const stored = await db.transaction(async (tx) => {
      await keepOddities(tx, unknown);
      return storeEvents(tx, events);
    });
    if (unknown.length > 0) logger.warn({ entries: unknown.length }, 'a webhook held entries we cannot read');
    // What failed to wake is due already: the dispatcher's next tick finds it.
    await wakeAnnounced(jobs, stored).catch((error: unknown) =>
      logger.warn({ error }, 'companies with news could not be woken at once'),
    );
  };
}

/** A signed delivery that cannot be read is kept whole: to refuse it would only make QuickBooks send it for days. */
function read(body: Buffer): WebhookDelivery {
  try {
    return parseWebhook(body);
  } catch (error) {
    if (!isAppError(error, 'QBO_WEBHOOK_UNREADABLE')) throw error;
    return { events: [], unknown: [body.toString('utf8')] };
  }
}

async function keepOddities(tx: Transaction, entries: readonly string[]): Promise<void> {
  // The order is the order of locks.
  const texts = [...new Set(entries)].toSorted();
  if (texts.length === 0) return;
  await tx.query(
    `INSERT INTO ledger_mirror.webhook_oddities AS oddity (digest, entry)
     SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (digest) DO UPDATE SET deliveries = oddity.deliveries + 1, last_seen_at = clock_timestamp()`,
    [texts.map((text) => createHash('sha256').update(text).digest('hex')), texts],
  );
}
