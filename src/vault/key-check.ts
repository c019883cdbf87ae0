import type { RealmId } from '../base/realm-id.ts';
import type { Cipher } from './cipher.ts';
import type { TokenStore } from './token-store.ts';

/**
 * The companies whose stored tokens were sealed with a key that is not at hand, and how many have tokens at all.
 * Looks at the keys' ids only, so it costs one query however many there are.
 */
export async function findLostKeys(
  tokens: Pick<TokenStore, 'list'>,
  cipher: Pick<Cipher, 'knows'>,
): Promise<{ readonly lost: readonly RealmId[]; readonly total: number }> {
  const entries = await tokens.list();
  return {
    lost: entries.filter(({ keyId }) => !cipher.knows(keyId)).map(({ realmId }) => realmId),
    total: entries.length,
  };
}
