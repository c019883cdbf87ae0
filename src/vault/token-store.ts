import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import type { Transaction } from '../postgres/database.ts';
import type { TokenSet } from '../quickbooks/index.ts';

/** The tokens of a company, opened. */
export type StoredTokens = {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  readonly accessExpiresAt: Date;
  /** A refresh that was begun and has not been seen to end; its age by the store's clock. */
  readonly renewal: { readonly id: string; readonly ageMs: number } | undefined;
  /** QuickBooks has called this refresh token dead; asking again cannot help. */
  readonly refused: boolean;
};

/** What is known of a company's tokens without opening them. */
export type TokenEntry = {
  readonly realmId: RealmId;
  /** Which key sealed them. */
  readonly keyId: string;
  /** Whether that key is the one that seals now. */
  readonly isCurrentKey: boolean;
  /** Time since they were last replaced, by the store's clock. */
  readonly idleMs: number;
  readonly refreshExpiresAt: Date;
  readonly hardExpiresAt: Date | undefined;
};

/** The tokens of one company, held alone. A company without tokens stays without: only `store` brings new ones. */
export interface HeldTokens {
  /** As they were when the section began, newer than anything read outside. */
  load(): Promise<StoredTokens | undefined>;
  /** Keeps the tokens of a refresh, and ends a renewal. */
  replace(tokens: TokenSet): Promise<void>;
  /** Notes on the same tokens that a renewal begins now, or that they were refused. */
  note(stored: StoredTokens, what: { readonly renewalId: string } | 'refused'): Promise<void>;
  /** Seals the same content with the key that seals now; nothing happens where that is so. */
  reseal(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Where the tokens of all companies are kept, encrypted. Everything that makes refreshing safe rests on `exclusive`;
 * test/support/token-store-contract.ts is what every implementation must pass.
 */
export interface TokenStore {
  /** @throws AppError VAULT_KEY_UNKNOWN, VAULT_SEAL_BROKEN */
  load(realmId: RealmId): Promise<StoredTokens | undefined>;
  /**
   * Keeps the tokens of a consent, whatever was there. Waits for whoever holds the company.
   * @param tx  the caller's transaction: a store in the same database writes in it, any other one at once
   */
  store(realmId: RealmId, tokens: TokenSet, tx?: Transaction): Promise<void>;
  remove(realmId: RealmId): Promise<void>;
  /**
   * Runs the work while nobody else holds this company, in any process. What it wrote is durable when this resolves,
   * and has never been when it throws or the process dies; then the company is free again.
   */
  exclusive<T>(realmId: RealmId, work: (held: HeldTokens) => Promise<T>): Promise<T>;
  /** By realm id. Of one company where it is named. */
  list(realmId?: RealmId): Promise<TokenEntry[]>;
}
