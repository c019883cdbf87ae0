import type { RealmId } from '../base/realm-id.ts';
import type { Queryable } from '../postgres/database.ts';
import type { Cipher } from './cipher.ts';

/**
 * The companies whose stored tokens were sealed with a key that is not at hand, and how many have tokens at all.
 * Looks at the keys' ids only, so it costs one query however many there are.
 */
export async function findLostKeys(
  db: Queryable,
  cipher: Pick<Cipher, 'knows'>,
): Promise<{ readonly lost: readonly RealmId[]; readonly total: number }> {
  const rows = await db.query<{ realmId: RealmId; keyId: string }>(
    'SELECT realm_id, key_id FROM ledger_mirror.tokens ORDER BY realm_id',
  );
  return {
    lost: rows.filter(({ keyId }) => !cipher.knows(keyId)).map(({ realmId }) => realmId),
    total: rows.length,
  };
}
