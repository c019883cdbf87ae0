/** The table of tokens: one row a company, everything secret in it sealed as one document. */
import type { RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import type { Queryable } from '../postgres/database.ts';
import type { TokenSet } from '../quickbooks/index.ts';
import type { Cipher } from './cipher.ts';
import { vaultError } from './errors.ts';

export type StoredTokens = {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  readonly accessExpiresAt: Date;
  /** A refresh that was begun and has not been seen to end. */
  readonly renewal: { readonly id: string; readonly ageMs: number } | undefined;
  /** QuickBooks has called this refresh token dead; asking again cannot help. */
  readonly refused: boolean;
};

export interface TokenRows {
  load(on: Queryable, realmId: RealmId, lock?: 'FOR UPDATE'): Promise<StoredTokens | undefined>;
  /** The same. @throws AppError VAULT_NOT_CONNECTED without a row */
  demand(on: Queryable, realmId: RealmId, lock?: 'FOR UPDATE'): Promise<StoredTokens>;
  /** Keeps the tokens of a consent, whatever was there. */
  store(on: Queryable, realmId: RealmId, tokens: TokenSet): Promise<void>;
  /** Keeps the tokens of a refresh; a row that is gone stays gone. Ends a renewal. */
  replace(on: Queryable, realmId: RealmId, tokens: TokenSet): Promise<void>;
  /** Notes on the same tokens that a renewal begins, or that they were refused. */
  note(
    on: Queryable,
    realmId: RealmId,
    stored: StoredTokens,
    what: { renewalId: string } | 'refused',
  ): Promise<void>;
}

/** What is sealed. The instant is the database's, the one clock that all processes share. */
type Sealed = {
  readonly access: string;
  readonly refresh: string;
  readonly renewal?: { readonly id: string; readonly at: string };
  readonly refused?: true;
};

type Row = { keyId: string; sealed: Buffer; accessExpiresAt: Date; now: Date };

/** No I/O until a method is called. */
export function createTokenRows(cipher: Cipher): TokenRows {
  const seal = (realmId: RealmId, content: Sealed): readonly [keyId: string, sealed: Buffer] => {
    const { keyId, sealed } = cipher.seal(new Secret(JSON.stringify(content)), contextOf(realmId));
    return [keyId, sealed];
  };
  const sealTokens = (realmId: RealmId, { accessToken, refreshToken, ...ends }: TokenSet): unknown[] => [
    realmId,
    ...seal(realmId, { access: accessToken.reveal(), refresh: refreshToken.reveal() }),
    ends.accessExpiresAt,
    ends.refreshExpiresAt,
    ends.hardExpiresAt ?? null,
  ];

  const rows: TokenRows = {
    async load(on, realmId, lock) {
      const [row] = await on.query<Row>(
        `SELECT key_id, sealed, access_expires_at, clock_timestamp() AS now
         FROM ledger_mirror.tokens WHERE realm_id = $1 ${lock ?? ''}`,
        [realmId],
      );
      if (row === undefined) return undefined;
      const content = JSON.parse(cipher.open(row, contextOf(realmId)).reveal()) as Sealed;
      const { renewal } = content;
      return {
        accessToken: new Secret(content.access),
        refreshToken: new Secret(content.refresh),
        accessExpiresAt: row.accessExpiresAt,
        renewal:
          renewal === undefined
            ? undefined
            : { id: renewal.id, ageMs: row.now.getTime() - Date.parse(renewal.at) },
        refused: content.refused === true,
      };
    },
    async demand(on, realmId, lock) {
      const stored = await rows.load(on, realmId, lock);
      if (stored === undefined) throw vaultError('VAULT_NOT_CONNECTED', { details: { realmId } });
      return stored;
    },
    async store(on, realmId, tokens) {
      await on.query(
        `INSERT INTO ledger_mirror.tokens (realm_id, key_id, sealed, access_expires_at, refresh_expires_at, hard_expires_at, rotated_at)
         VALUES ($1, $2, $3, $4, $5, $6, now())
         ON CONFLICT (realm_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed,
           access_expires_at = excluded.access_expires_at, refresh_expires_at = excluded.refresh_expires_at,
           hard_expires_at = excluded.hard_expires_at, rotated_at = excluded.rotated_at`,
        sealTokens(realmId, tokens),
      );
    },
    async replace(on, realmId, tokens) {
      await on.query(
        `UPDATE ledger_mirror.tokens SET key_id = $2, sealed = $3, access_expires_at = $4, refresh_expires_at = $5,
           hard_expires_at = coalesce($6, hard_expires_at), rotated_at = now() WHERE realm_id = $1`,
        sealTokens(realmId, tokens),
      );
    },
    async note(on, realmId, stored, what) {
      const [row] = await on.query<{ now: Date }>('SELECT clock_timestamp() AS now');
      const tokens = { access: stored.accessToken.reveal(), refresh: stored.refreshToken.reveal() };
      const content: Sealed =
        what === 'refused'
          ? { ...tokens, refused: true }
          : { ...tokens, renewal: { id: what.renewalId, at: (row?.now ?? new Date(0)).toISOString() } };
      await on.query('UPDATE ledger_mirror.tokens SET key_id = $2, sealed = $3 WHERE realm_id = $1', [
        realmId,
        ...seal(realmId, content),
      ]);
    },
  };
  return rows;
}

/** Part of the encryption, so that a row moved to another company does not open. */
export function contextOf(realmId: RealmId): string {
  return `tokens/${realmId}`;
}
