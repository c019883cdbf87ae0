import type { RealmId } from '../../base/realm-id.ts';
import { prepared, type Queryable } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import type { RunStatus } from './runs.ts';
import type { EntityStatus, OrganizationStatus } from './state.ts';

/**
 * The PostgreSQL channel on which every change of state or progress is told. Every login of the database may listen to it and
 * say anything on it, so what is said is only the id of what was told, which stands in a table that is ours.
 */
export const eventsChannel = 'ledger_mirror_events';

/** One notification. It says that something changed; whoever wants all of it reads the tables. */
export type SyncEvent =
  | { readonly type: 'organization'; readonly realmId: RealmId; readonly status: OrganizationStatus }
  | {
      readonly type: 'entity';
      readonly realmId: RealmId;
      readonly entity: string;
      readonly status: EntityStatus;
      readonly rows: number;
      readonly expectedRows: number | undefined;
    }
  | { readonly type: 'run'; readonly realmId: RealmId; readonly runId: string; readonly status: RunStatus };

/** Tells every listener once the transaction commits, and nobody if it does not. */
export async function publish(tx: Queryable, event: SyncEvent): Promise<void> {
  await tx.query(
    `WITH told AS (INSERT INTO ledger_mirror.told_events (event) VALUES ($1) RETURNING id)
     SELECT pg_notify($2, id::text) FROM told`,
    [JSON.stringify(event), eventsChannel],
    prepared,
  );
}

/** What was told under these ids; ids that nobody gave are left out, and so is what is too old. */
export async function readTold(
  db: Pick<Queryable, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db.query<{ id: string; event: unknown }>(
    'SELECT id, event FROM ledger_mirror.told_events WHERE id = ANY ($1::uuid[])',
    [ids],
    prepared,
  );
  return new Map(rows.map(({ id, event }) => [id, event]));
}

/** Forgets what every listener has long heard. */
export async function forgetTold(db: Queryable): Promise<void> {
  await db.query(
    'DELETE FROM ledger_mirror.told_events WHERE told_at < clock_timestamp() - make_interval(secs => $1)',
    [times.toldEventsKeptMs / 1000],
  );
}
