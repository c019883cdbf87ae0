import type { RealmId } from '../../base/realm-id.ts';
import { entityByName } from '../../catalogue/index.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { urgency } from '../../jobs/urgency.ts';
import type { Queryable, Transaction } from '../../postgres/database.ts';
import type { WebhookEvent } from '../../quickbooks/index.ts';
import { times } from '../../tuning/times.ts';
import { lockConnected, noteAnnounced } from '../company/index.ts';

/** What became of a delivery. */
export type StoredEvents = {
  readonly stored: number;
  readonly duplicates: number;
  /** Events of companies that are not connected here. */
  readonly unknown: number;
  /** Companies to be woken once the transaction has committed. */
  readonly wake: readonly RealmId[];
};

/**
 * Stores a delivery, which may speak of several companies, and makes those companies due: at once if nobody looked
 * within the last second, else when that second is over. A repeated event is stored once. Answer QuickBooks only
 * after the commit; then call `wakeAnnounced`.
 */
export async function storeEvents(tx: Transaction, events: readonly WebhookEvent[]): Promise<StoredEvents> {
  if (events.length === 0) return { stored: 0, duplicates: 0, unknown: 0, wake: [] };
  const known = await lockConnected(
    tx,
    events.map((event) => event.realmId),
  );
  const ours = events.filter((event) => known.has(event.realmId));
  await countStrangers(
    tx,
    events.filter((event) => !known.has(event.realmId)),
  );
  const stored = await insert(tx, ours);
  const wake = [...new Set(stored)];
  await noteAnnounced(tx, wake);
  return {
    stored: stored.length,
    duplicates: ours.length - stored.length,
    unknown: events.length - ours.length,
    wake,
  };
}

/** Wakes the companies of a delivery that was stored. */
export async function wakeAnnounced(jobs: Pick<Jobs, 'wake'>, stored: StoredEvents): Promise<void> {
  for (const realmId of stored.wake) await jobs.wake(realmId, { priority: urgency.announced });
}

/** @returns the company of each event that was new */
async function insert(tx: Transaction, events: readonly WebhookEvent[]): Promise<readonly RealmId[]> {
  const named = events.map((event) => ({ ...event, definition: entityByName(event.entity) }));
  const rows = await tx.query<{ realmId: RealmId }>(
    // What change data capture does not cover is asked for by its id at once; what we do not copy is settled.
    `INSERT INTO ledger_mirror.webhook_events
       (dedupe_key, realm_id, entity, record_id, verb, deleted_id, event_at, ask_at, settled_at)
     SELECT dedupe_key, realm_id, entity, record_id, verb, deleted_id, coalesce(event_at, clock_timestamp()),
            CASE WHEN NOT by_capture THEN clock_timestamp() END, CASE WHEN NOT known THEN clock_timestamp() END
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                 $8::boolean[], $9::boolean[])
       AS event (dedupe_key, realm_id, entity, record_id, verb, deleted_id, event_at, by_capture, known)
     ON CONFLICT (dedupe_key) DO NOTHING RETURNING realm_id`,
    [
      named.map(({ id }) => id),
      named.map(({ realmId }) => realmId),
      named.map(({ definition, entity }) => definition?.name ?? entity),
      named.map(({ recordId }) => recordId),
      named.map(({ verb }) => verb),
      named.map(({ mergedId }) => mergedId ?? null),
      named.map(({ at }) => at ?? null),
      named.map(({ definition }) => definition?.abilities.cdc ?? true),
      named.map(({ definition }) => definition?.abilities.query === true),
    ],
  );
  return rows.map(({ realmId }) => realmId);
}

async function countStrangers(tx: Transaction, events: readonly WebhookEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO ledger_mirror.webhook_strangers AS stranger (realm_id, events, last_seen_at)
     SELECT realm_id, count(*), clock_timestamp() FROM unnest($1::text[]) AS realm_id GROUP BY 1 ORDER BY 1
     ON CONFLICT (realm_id) DO UPDATE
       SET events = stranger.events + excluded.events, last_seen_at = excluded.last_seen_at`,
    [events.map((event) => event.realmId)],
  );
}

/** Forgets what was counted of a company that is not here. */
export async function forgetStranger(db: Queryable, realmId: RealmId): Promise<void> {
  await db.query('DELETE FROM ledger_mirror.webhook_strangers WHERE realm_id = $1', [realmId]);
}

/**
 * Forgets settled events that QuickBooks will not send again (it repeats one for days, not weeks:
 * facts#webhook-retries), and what could not be read and has not come for three months.
 */
export async function forgetOldEvents(db: Queryable): Promise<void> {
  await db.query(
    `DELETE FROM ledger_mirror.webhook_events
     WHERE settled_at IS NOT NULL AND received_at < clock_timestamp() - make_interval(secs => $1)`,
    [times.eventsKeptMs / 1000],
  );
  await db.query(
    'DELETE FROM ledger_mirror.webhook_oddities WHERE last_seen_at < clock_timestamp() - make_interval(secs => $1)',
    [times.odditiesKeptMs / 1000],
  );
}

/**
 * Events that were received in what is now the future, because the database's clock was set back: no look would ever be
 * later than they are, and the company be looked at for them every second.
 */
export async function eventsFromTheFuture(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.webhook_events
     SET received_at = least(received_at, clock_timestamp()),
         ask_at = CASE WHEN ask_at IS NOT NULL THEN least(ask_at, clock_timestamp()) END
     WHERE realm_id = $1 AND greatest(received_at, ask_at) > clock_timestamp()`,
    [realmId],
  );
}
