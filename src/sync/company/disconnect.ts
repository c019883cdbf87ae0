import { isAppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Database, Queryable, Transaction } from '../../postgres/database.ts';
import type { TokenVault } from '../../vault/token-vault.ts';
import { publish } from './events.ts';
import { stopOpenRun } from './runs.ts';
import { applyOrganizationEvent } from './status.ts';

/** Rows a transaction: short enough that nothing waits for it. */
const BATCH = 5000;

/**
 * Tables of ours that speak of a company and outlive its copy: the budget's count, the trail, and the leases, whose
 * fences must never repeat. The company's own row goes last, with what hangs on it.
 */
const kept = ['api_calls', 'audit', 'leases', 'organizations'];

/** Ends our access to a company at its provider, or just forgets the tokens; the vault. */
export type TokenKeeper = Pick<TokenVault, 'revoke' | 'remove'>;

/**
 * What may pass by itself stops the disconnecting, so that no grant stays behind unseen. Tokens that nobody can read
 * any more must not: they are forgotten, and the answer says that the grant lives on.
 */
export async function endAccess(tokens: TokenKeeper, realmId: RealmId, logger: Logger): Promise<boolean> {
  try {
    await tokens.revoke(realmId);
    return true;
  } catch (error) {
    if (!isAppError(error, 'VAULT_KEY_UNKNOWN') && !isAppError(error, 'VAULT_SEAL_BROKEN')) throw error;
    logger.warn({ realmId, code: error.code }, 'tokens forgotten without ending the grant');
    await tokens.remove(realmId);
    return false;
  }
}

/**
 * Stops a company for good: nothing is written for it after this, not even by a worker that is in the middle of a
 * page. The copy stays. Safe to repeat.
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export async function disconnectOrganization(db: Database, realmId: RealmId): Promise<void> {
  await db.transaction(async (tx) => {
    await applyOrganizationEvent(tx, realmId, 'disconnected', { reason: 'Disconnected by a person.' });
    await stopOpenRun(tx, realmId);
  });
  // On its own: waiting for a worker's page while holding the company's row would be a circle.
  await db.transaction((tx) => takeLease(tx, realmId, 'disconnected'));
}

/**
 * Erases the copy of a disconnected company, in batches, and then the company itself. An interrupted erasure is
 * finished by another call.
 * @returns how many rows of the copy were erased, children that went with their parents not counted
 */
export async function eraseOrganization(db: Database, realmId: RealmId): Promise<number> {
  let rows = 0;
  for (const table of await tablesOf(db, 'quickbooks', [])) rows += await eraseFrom(db, table, realmId);
  for (const table of await tablesOf(db, 'ledger_mirror', kept)) await eraseFrom(db, table, realmId);
  await db.transaction(async (tx) => {
    await tx.query(
      `DELETE FROM ledger_mirror.organizations WHERE realm_id = $1 AND status = 'disconnected'`,
      [realmId],
    );
    await publish(tx, { type: 'organization', realmId, status: 'disconnected' });
  });
  return rows;
}

/**
 * Waits for the transaction of whoever holds the lease, and takes it away: their next page is refused. The next worker
 * may have it at once. Take it before the company's row, as workers do.
 */
export async function takeLease(tx: Transaction, realmId: RealmId, owner: string): Promise<void> {
  await tx.query(
    `INSERT INTO ledger_mirror.leases AS lease (realm_id, owner, fence, expires_at)
     VALUES ($1, $2, 1, '-infinity')
     ON CONFLICT (realm_id) DO UPDATE
     SET owner = excluded.owner, fence = lease.fence + 1, expires_at = excluded.expires_at`,
    [realmId, owner],
  );
}

/** Every table of a schema that names a company: one that is added later is erased without anybody remembering. */
async function tablesOf(db: Queryable, schema: string, except: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class AS c
     JOIN pg_namespace AS n ON n.oid = c.relnamespace
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'realm_id' AND NOT a.attisdropped
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT c.relname = ANY($2)
     ORDER BY c.relname`,
    [schema, except],
  );
  return rows.map((row) => row.name);
}

/** `table` comes quoted from the catalogue of PostgreSQL. */
async function eraseFrom(db: Queryable, table: string, realmId: RealmId): Promise<number> {
  for (let rows = 0; ;) {
    const { rowCount } = await db.execute(
      `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE realm_id = $1 LIMIT ${BATCH}))`,
      [realmId],
    );
    rows += rowCount;
    if (rowCount < BATCH) return rows;
  }
}
