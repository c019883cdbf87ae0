import type { TokenStore } from './token-store.ts';

/**
 * Seals every stored token anew with the key that seals now, one company after the other, while the program runs. One
 * that is being refreshed is waited for. Safe to repeat and to interrupt: what is done stays done.
 * @returns how many companies' tokens were sealed anew
 * @throws AppError VAULT_KEY_UNKNOWN, VAULT_SEAL_BROKEN
 */
export async function resealTokens(tokens: TokenStore): Promise<number> {
  for (let resealed = 0; ;) {
    // Asked again until there is none: a process that has not heard of the new key may seal with the old one meanwhile.
    const old = (await tokens.list()).filter(({ isCurrentKey }) => !isCurrentKey);
    if (old.length === 0) return resealed;
    for (const { realmId } of old) await tokens.exclusive(realmId, (held) => held.reseal());
    resealed += old.length;
  }
}
