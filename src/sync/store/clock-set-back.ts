import type { RealmId } from '../../base/realm-id.ts';
import type { Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';

/** The database's clock was set back: what is to be tried again waits no longer than after a failure now. */
export async function retriesFromTheFuture(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.rejected_records SET retry_at = least(retry_at, clock_timestamp() + make_interval(secs => $2))
     WHERE realm_id = $1`,
    [realmId, times.rejectedRetryMs / 1000],
  );
  await tx.query(
    `UPDATE ledger_mirror.merge_suspects SET ask_at = least(ask_at, clock_timestamp() + make_interval(secs => $2))
     WHERE realm_id = $1`,
    [realmId, times.suspectRetryMs / 1000],
  );
}
