/** The tokens in PostgreSQL: one row a company, everything secret in it sealed as one document. */
import type { RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { prepared, type Database, type Queryable } from '../postgres/database.ts';
import type { TokenSet } from '../quickbooks/index.ts';
import type { Cipher } from './cipher.ts';
import type { HeldTokens, StoredTokens, TokenEntry, TokenStore } from './token-store.ts';

/** What is sealed. The instant is the database's, the one clock that all processes share. */
type Sealed = {
  readonly access: string;
  readonly refresh: string;
  readonly renewal?: { readonly id: string; readonly at: string };
  readonly refused?: true;
};

type Row = { keyId: string; sealed: Buffer; accessExpiresAt: Date; now: Date };

/** Tokens in `ledger_mirror.tokens`; holding a company is holding the lock of its row. No I/O until it is used. */
export function createPostgresTokenStore({
  db,
  cipher,
}: {
  readonly db: Database;
  readonly cipher: Cipher;
}): TokenStore {
  const open = (realmId: RealmId, row: Row): StoredTokens => {
    const { renewal, ...content } = JSON.parse(cipher.open(row, contextOf(realmId)).reveal()) as Sealed;
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
  };
  const sealTokens = (realmId: RealmId, { accessToken, refreshToken, ...ends }: TokenSet): unknown[] => {
    const content: Sealed = { access: accessToken.reveal(), refresh: refreshToken.reveal() };
    const { keyId, sealed } = cipher.seal(new Secret(JSON.stringify(content)), contextOf(realmId));
    return [realmId, keyId, sealed, ends.accessExpiresAt, ends.refreshExpiresAt, ends.hardExpiresAt ?? null];
  };

  const hold = (on: Queryable, realmId: RealmId, row: Row | undefined): HeldTokens => {
    const keep = async (secret: Secret): Promise<void> => {
      const { keyId, sealed } = cipher.seal(secret, contextOf(realmId));
      await on.query('UPDATE ledger_mirror.tokens SET key_id = $2, sealed = $3 WHERE realm_id = $1', [
        realmId,
        keyId,
        sealed,
      ]);
    };
    return {
      load: async () => (row === undefined ? undefined : open(realmId, row)),
      async replace(tokens) {
        await on.query(
          `UPDATE ledger_mirror.tokens SET key_id = $2, sealed = $3, access_expires_at = $4, refresh_expires_at = $5,
             hard_expires_at = coalesce($6, hard_expires_at), rotated_at = now() WHERE realm_id = $1`,
          sealTokens(realmId, tokens),
        );
      },
      async note(stored, what) {
        const [clock] = await on.query<{ now: Date }>('SELECT clock_timestamp() AS now');
        const tokens = { access: stored.accessToken.reveal(), refresh: stored.refreshToken.reveal() };
        const content: Sealed =
          what === 'refused'
            ? { ...tokens, refused: true }
            : { ...tokens, renewal: { id: what.renewalId, at: (clock?.now ?? new Date(0)).toISOString() } };
        await keep(new Secret(JSON.stringify(content)));
      },
      async reseal() {
        if (row === undefined || row.keyId === cipher.currentKeyId()) return;
        await keep(cipher.open(row, contextOf(realmId)));
      },
      remove: () => remove(on, realmId),
    };
  };

  return {
    async load(realmId) {
      const row = await readRow(db, realmId);
      return row === undefined ? undefined : open(realmId, row);
    },
    async store(realmId, tokens, tx) {
      await (tx ?? db).query(
        `INSERT INTO ledger_mirror.tokens (realm_id, key_id, sealed, access_expires_at, refresh_expires_at, hard_expires_at, rotated_at)
         VALUES ($1, $2, $3, $4, $5, $6, now())
         ON CONFLICT (realm_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed,
           access_expires_at = excluded.access_expires_at, refresh_expires_at = excluded.refresh_expires_at,
           hard_expires_at = excluded.hard_expires_at, rotated_at = excluded.rotated_at`,
        sealTokens(realmId, tokens),
      );
    },
    remove: (realmId) => remove(db, realmId),
    exclusive: (realmId, work) =>
      db.transaction(async (tx) => work(hold(tx, realmId, await readRow(tx, realmId, 'FOR UPDATE')))),
    async list(realmId) {
      const rows = await db.query<{
        realmId: RealmId;
        keyId: string;
        idleMs: number;
        refreshExpiresAt: Date;
        hardExpiresAt: Date | null;
      }>(
        `SELECT realm_id, key_id, 1000 * extract(epoch FROM clock_timestamp() - rotated_at)::float8 AS idle_ms,
                refresh_expires_at, hard_expires_at
         FROM ledger_mirror.tokens WHERE $1::text IS NULL OR realm_id = $1 ORDER BY realm_id`,
        [realmId ?? null],
      );
      const current = cipher.currentKeyId();
      return rows.map((row): TokenEntry => ({
        ...row,
        isCurrentKey: row.keyId === current,
        hardExpiresAt: row.hardExpiresAt ?? undefined,
      }));
    },
  };
}

async function readRow(on: Queryable, realmId: RealmId, lock?: 'FOR UPDATE'): Promise<Row | undefined> {
  const [row] = await on.query<Row>(
    `SELECT key_id, sealed, access_expires_at, clock_timestamp() AS now
     FROM ledger_mirror.tokens WHERE realm_id = $1 ${lock ?? ''}`,
    [realmId],
    prepared,
  );
  return row;
}

async function remove(on: Queryable, realmId: RealmId): Promise<void> {
  await on.query('DELETE FROM ledger_mirror.tokens WHERE realm_id = $1', [realmId]);
}

/** Part of the encryption, so that a row moved to another company does not open. */
function contextOf(realmId: RealmId): string {
  return `tokens/${realmId}`;
}
