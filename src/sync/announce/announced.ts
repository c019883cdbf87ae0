import { entityByName } from '../../catalogue/index.ts';
import { prepared, type Queryable, type Transaction } from '../../postgres/database.ts';
import type { ChangesAnswer } from '../../quickbooks/index.ts';
import { sizes } from '../../tuning/sizes.ts';
import { times } from '../../tuning/times.ts';
import { definitionOf, type EntityState, fenced, type Slice } from '../company/index.ts';
import { noteMerges, storeDeletions, reread } from '../store/index.ts';

/**
 * After a look at the changes: what was announced before it and showed up is settled, the rest is asked for by id
 * soon. In the transaction that stores the changes.
 */
export async function settleShown(
  tx: Transaction,
  slice: Slice,
  states: readonly EntityState[],
  answer: ChangesAnswer,
): Promise<void> {
  const names = new Map(states.map((state) => [definitionOf(state).jsonKey, state.entity]));
  const shown = answer.groups.flatMap((group) =>
    group.records.map((record) => ({ ...record, entity: names.get(group.key) ?? group.key })),
  );
  await tx.query(
    `WITH shown AS (
       SELECT * FROM unnest($3::text[], $4::text[], $5::timestamptz[]) AS shown (entity, id, updated_at)
     ), open AS (
       SELECT event.id, EXISTS (
                SELECT FROM shown WHERE shown.entity = event.entity AND shown.id = event.record_id
                  AND coalesce(shown.updated_at >= event.event_at - make_interval(secs => $6), true)) AS is_shown
       FROM ledger_mirror.webhook_events AS event
       WHERE realm_id = $1 AND settled_at IS NULL AND received_at <= $2 AND event.entity = ANY ($8::text[])
     )
     UPDATE ledger_mirror.webhook_events AS event
     SET settled_at = CASE WHEN is_shown AND deleted_id IS NULL THEN clock_timestamp() END,
         ask_at = coalesce(ask_at, clock_timestamp() + make_interval(secs => $7))
     FROM open WHERE event.id = open.id`,
    [
      slice.realmId,
      slice.now,
      shown.map(({ entity }) => entity),
      shown.map(({ id }) => id),
      shown.map(({ updatedAt }) => updatedAt ?? null),
      times.sendingMs / 1000,
      times.firstAskMs / 1000,
      states.map((state) => state.entity),
    ],
    prepared,
  );
}

type OpenEvent = {
  readonly id: string;
  readonly entity: string;
  readonly recordId: string;
  readonly verb: string;
  readonly deletedId: string | null;
  readonly asked: number;
};

/** Events that can be followed: of entities that are copied. $1 is the company. */
const openEvents = `ledger_mirror.webhook_events AS event
     JOIN ledger_mirror.entity_states AS state USING (realm_id, entity)
     WHERE realm_id = $1 AND settled_at IS NULL AND state.cursor_at IS NOT NULL
       AND state.status <> 'unavailable'`;

/** Where QuickBooks tells no changes of the entity, nothing but the id is left to ask for. */
const askTime = `coalesce(ask_at, CASE WHEN capture_refused_until > clock_timestamp() THEN received_at END)`;

/**
 * Asks by id for announced records that no look has shown: one call an entity. One that QuickBooks does not have is
 * deleted if the event said so; else it lags behind, and is asked for once more before it is left to the next look.
 */
export async function askAnnounced(slice: Slice): Promise<void> {
  const events = await slice.db.query<OpenEvent>(
    `SELECT event.id::text, entity, record_id, verb, deleted_id, asked FROM ${openEvents}
       AND ${askTime} <= clock_timestamp() ORDER BY event.id LIMIT 1000`,
    [slice.realmId],
  );
  for (const [name, announced] of Map.groupBy(events, (event) => event.entity)) {
    for (let start = 0; start < announced.length; start += sizes.idsAQuery / 2)
      await askForEntity(slice, name, announced.slice(start, start + sizes.idsAQuery / 2));
  }
}

async function askForEntity(slice: Slice, name: string, events: readonly OpenEvent[]): Promise<void> {
  const entity = entityByName(name);
  if (entity === undefined) return;
  const merged = events.flatMap(({ deletedId }) => deletedId ?? []);
  const ids = [...new Set([...events.map(({ recordId }) => recordId), ...merged])];
  const refusal = await reread(slice, entity, ids, 'announced records', {
    async after(tx, { present, time }) {
      const gone = events.flatMap(({ verb, recordId, deletedId }) => [
        ...(verb === 'deleted' && !present.has(recordId) ? [recordId] : []),
        ...(deletedId !== null && !present.has(deletedId) ? [deletedId] : []),
      ]);
      const deletions = gone.map((id) => ({ id, deletedAt: undefined }));
      if (time !== undefined) await storeDeletions(tx, slice, entity, deletions, time);
      await noteMerges(tx, slice.realmId, entity, merged);
      const lagsBehind = (event: OpenEvent): boolean =>
        event.asked === 0 && (event.verb === 'deleted') === present.has(event.recordId);
      await settle(tx, events, events.filter(lagsBehind));
    },
  });
  if (refusal === undefined) return;
  // Of what it refuses to show the next look tells; of what referred to a merged name no look does.
  await fenced(slice, async (tx) => {
    await noteMerges(tx, slice.realmId, entity, merged);
    await settle(tx, events, []);
  });
}

async function settle(
  db: Queryable,
  events: readonly OpenEvent[],
  stillOpen: readonly OpenEvent[],
): Promise<void> {
  await db.query(
    `UPDATE ledger_mirror.webhook_events
     SET asked = asked + 1, ask_at = clock_timestamp() + make_interval(secs => $2),
         settled_at = CASE WHEN id <> ALL ($3::bigint[]) THEN clock_timestamp() END
     WHERE id = ANY ($1::bigint[])`,
    [events.map(({ id }) => id), times.secondAskMs / 1000, stillOpen.map(({ id }) => id)],
  );
}

/**
 * SQL: what QuickBooks announced of company $1 and we have not seen, one row: when the newest that no look has followed
 * was received, and when the next record is to be asked for by its id. What changes during an entity's first copy comes
 * with the look after it.
 */
export const openAnnouncements = `SELECT max(received_at) FILTER (WHERE ask_at IS NULL AND state.joined) AS announced_at,
            min(${askTime}) AS ask_at
     FROM ${openEvents}`;
