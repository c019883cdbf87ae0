import type { RealmId } from '../../base/realm-id.ts';
import { prepared, type Queryable } from '../../postgres/database.ts';
import type { RunStatus } from './runs.ts';
import type { EntityStatus, OrganizationStatus } from './state.ts';

/** The PostgreSQL channel on which every change of state or progress is told. */
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
  await tx.query('SELECT pg_notify($1, $2)', [eventsChannel, JSON.stringify(event)], prepared);
}
