import type { RealmId } from '../base/realm-id.ts';
import type { Database } from '../postgres/database.ts';
import type { Cipher } from './cipher.ts';
import { contextOf } from './token-rows.ts';

type Row = { realmId: RealmId; keyId: string; sealed: Buffer };

/**
 * Seals every stored token anew with the current key, a few rows a transaction, while the program runs. A row that is
 * being refreshed is waited for. Safe to repeat and to interrupt: what is done stays done.
 * @returns how many rows were sealed anew
 * @throws AppError VAULT_KEY_UNKNOWN, VAULT_SEAL_BROKEN
 */
export async function resealTokens(
  db: Database,
  cipher: Cipher,
  options: { readonly batchSize?: number; readonly onBatch?: (resealed: number) => void } = {},
): Promise<number> {
  const { batchSize = 50, onBatch } = options;
  for (let resealed = 0; ;) {
    const done = await db.transaction(async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT realm_id, key_id, sealed FROM ledger_mirror.tokens WHERE key_id <> $1
         ORDER BY realm_id LIMIT $2 FOR UPDATE`,
        [cipher.currentKeyId(), batchSize],
      );
      for (const row of rows) {
        const context = contextOf(row.realmId);
        const { keyId, sealed } = cipher.seal(cipher.open(row, context), context);
        await tx.query('UPDATE ledger_mirror.tokens SET key_id = $2, sealed = $3 WHERE realm_id = $1', [
          row.realmId,
          keyId,
          sealed,
        ]);
      }
      return rows.length;
    });
    resealed += done;
    if (done === 0) return resealed;
    onBatch?.(resealed);
  }
}

/** The ids of the keys that stored tokens are sealed with. */
export async function keysInUse(db: Pick<Database, 'query'>): Promise<string[]> {
  const rows = await db.query<{ keyId: string }>('SELECT DISTINCT key_id FROM ledger_mirror.tokens');
  return rows.map((row) => row.keyId);
}
