import { isAppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import type { Database, Queryable, Transaction } from '../postgres/database.ts';
import type { OAuthClient, TokenSet, TokenSource } from '../quickbooks/index.ts';
import type { Cipher } from './cipher.ts';
import { vaultError } from './errors.ts';

/** The tokens of every company, in `ledger_mirror.tokens`. */
export interface TokenVault extends TokenSource {
  /**
   * A token that is good for at least a minute, renewed if need be.
   *
   * One refresh at a time for a company, across all processes: the row is locked meanwhile, and what QuickBooks sent
   * is committed before it is used. Aborting ends the wait, never a refresh under way. Needs a connection of its own:
   * never call it inside a transaction.
   * @throws AppError VAULT_NOT_CONNECTED, QBO_GRANT_REVOKED, VAULT_KEY_UNKNOWN, VAULT_SEAL_BROKEN, and what may pass by
   *   itself: QBO_UNREACHABLE, QBO_TIMEOUT, QBO_UNAVAILABLE, QBO_UNREADABLE_ANSWER, QBO_RATE_LIMITED
   */
  accessToken: TokenSource['accessToken'];
  /** Keeps the tokens of a new or renewed consent, replacing any before. */
  store(realmId: RealmId, tokens: TokenSet, tx?: Transaction): Promise<void>;
  /** Forgets the tokens; the grant itself lives on at QuickBooks. */
  remove(realmId: RealmId): Promise<void>;
  /** Ends the grant at QuickBooks, then forgets the tokens. A company without tokens is no error. */
  revoke(realmId: RealmId): Promise<void>;
  /** When access ends, unless renewed; undefined for a company without tokens. */
  state(realmId: RealmId): Promise<{ refreshExpiresAt: Date; hardExpiresAt?: Date } | undefined>;
  /** Waits for the refreshes under way, so that none is cut between QuickBooks and the database. */
  settle(): Promise<void>;
}

/** Less than this left: the caller waits for a new token. */
const BLOCKING_MS = 60_000;
/** Less than this left: a new one is fetched while the old one is still used. */
const AHEAD_MS = 300_000;
/** Pause after an early refresh that failed; the old token still works meanwhile. */
const AHEAD_RETRY_MS = 30_000;
const LOST_ANSWER_RETRY_MS = 1_000;
const STORE_ATTEMPTS = 5;

/** Failures after which QuickBooks may or may not have rotated the token. */
const lostAnswers = new Set(['QBO_UNREACHABLE', 'QBO_TIMEOUT', 'QBO_UNAVAILABLE', 'QBO_UNREADABLE_ANSWER']);

type StoredTokens = {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  readonly accessExpiresAt: Date;
};

type TokenRow = { keyId: string; sealed: Buffer; accessExpiresAt: Date };

export type TokenVaultOptions = {
  readonly db: Database;
  readonly cipher: Cipher;
  readonly oauth: OAuthClient;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** No I/O until a method is called. */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const { cipher, clock, db, logger, oauth } = options;
  const flights = new Map<RealmId, Promise<Secret>>();
  const aheadNotBefore = new Map<RealmId, number>();

  const load = async (
    on: Queryable,
    realmId: RealmId,
    lock: '' | 'FOR UPDATE' = '',
  ): Promise<StoredTokens | undefined> => {
    const [row] = await on.query<TokenRow>(
      `SELECT key_id, sealed, access_expires_at FROM ledger_mirror.tokens WHERE realm_id = $1 ${lock}`,
      [realmId],
    );
    if (row === undefined) return undefined;
    const { access, refresh } = JSON.parse(cipher.open(row, contextOf(realmId)).reveal()) as {
      access: string;
      refresh: string;
    };
    return {
      accessToken: new Secret(access),
      refreshToken: new Secret(refresh),
      accessExpiresAt: row.accessExpiresAt,
    };
  };

  const demand = async (
    on: Queryable,
    realmId: RealmId,
    lock: '' | 'FOR UPDATE' = '',
  ): Promise<StoredTokens> => {
    const stored = await load(on, realmId, lock);
    if (stored === undefined) throw vaultError('VAULT_NOT_CONNECTED', { details: { realmId } });
    return stored;
  };

  const sealedOf = (realmId: RealmId, tokens: TokenSet): readonly unknown[] => {
    const both = JSON.stringify({
      access: tokens.accessToken.reveal(),
      refresh: tokens.refreshToken.reveal(),
    });
    const { keyId, sealed } = cipher.seal(new Secret(both), contextOf(realmId));
    return [
      realmId,
      keyId,
      sealed,
      tokens.accessExpiresAt,
      tokens.refreshExpiresAt,
      tokens.hardExpiresAt ?? null,
    ];
  };

  const leftMs = (stored: StoredTokens): number => stored.accessExpiresAt.getTime() - clock.now().getTime();

  /** QuickBooks answers a repeated refresh with the same tokens for a while, so a lost answer is asked for once more. */
  const refresh = async (realmId: RealmId, refreshToken: Secret): Promise<TokenSet> => {
    try {
      return await oauth.refresh(refreshToken);
    } catch (error) {
      if (!isAppError(error) || !lostAnswers.has(error.code)) throw error;
      logger.warn(
        { realmId, code: error.code, ...error.details },
        'token refresh got no answer, asking once more',
      );
      await clock.sleep(LOST_ANSWER_RETRY_MS);
      return oauth.refresh(refreshToken);
    }
  };

  const replace = (tx: Transaction, realmId: RealmId, tokens: TokenSet): Promise<unknown> =>
    tx.query(
      `UPDATE ledger_mirror.tokens SET key_id = $2, sealed = $3, access_expires_at = $4, refresh_expires_at = $5,
         hard_expires_at = coalesce($6, hard_expires_at), rotated_at = now() WHERE realm_id = $1`,
      sealedOf(realmId, tokens),
    );

  /** The old token may be dead already, so a database that fails at this moment is asked again and again. */
  const rescue = async (
    realmId: RealmId,
    used: Secret,
    tokens: TokenSet,
    failure: unknown,
  ): Promise<void> => {
    let cause = failure;
    for (let attempt = 1; attempt <= STORE_ATTEMPTS; attempt += 1) {
      logger.warn({ realmId, attempt }, 'renewed tokens could not be stored, trying again');
      await clock.sleep(1000 * attempt);
      try {
        return await db.transaction(async (tx) => {
          const stored = await load(tx, realmId, 'FOR UPDATE');
          if (stored !== undefined && same(stored.refreshToken, used)) await replace(tx, realmId, tokens);
        });
      } catch (error) {
        cause = error;
      }
    }
    throw cause;
  };

  const renewOnce = async (
    realmId: RealmId,
    minimumMs: number,
    rejected: Secret | undefined,
    tried: { token?: Secret },
  ): Promise<Secret> => {
    let renewed: { readonly used: Secret; readonly tokens: TokenSet } | undefined;
    try {
      return await db.transaction(async (tx) => {
        const stored = await demand(tx, realmId, 'FOR UPDATE');
        // While we waited for the lock, another process may have done the work.
        if (leftMs(stored) >= minimumMs && !same(stored.accessToken, rejected)) return stored.accessToken;
        tried.token = stored.refreshToken;
        const tokens = await refresh(realmId, stored.refreshToken);
        renewed = { used: stored.refreshToken, tokens };
        await replace(tx, realmId, tokens);
        return tokens.accessToken;
      });
    } catch (error) {
      if (renewed === undefined) throw error;
      await rescue(realmId, renewed.used, renewed.tokens, error);
      return renewed.tokens.accessToken;
    }
  };

  const renew = async (
    realmId: RealmId,
    minimumMs: number,
    rejected: Secret | undefined,
  ): Promise<Secret> => {
    const tried: { token?: Secret } = {};
    try {
      return await renewOnce(realmId, minimumMs, rejected, tried);
    } catch (error) {
      if (!isAppError(error, 'QBO_GRANT_REVOKED')) throw error;
      // A reconnect may be waiting for the row we had locked; only the token that is stored after it is called dead.
      const stored = await db.transaction((tx) => demand(tx, realmId, 'FOR UPDATE'));
      if (same(stored.refreshToken, tried.token)) throw error;
      return renewOnce(realmId, minimumMs, rejected, tried);
    }
  };

  const share = (realmId: RealmId, minimumMs: number, rejected?: Secret): Promise<Secret> => {
    let flight = flights.get(realmId);
    if (flight === undefined) {
      const startedAt = clock.now().getTime();
      flight = renew(realmId, minimumMs, rejected).finally(() => flights.delete(realmId));
      flights.set(realmId, flight);
      flight.then(
        () =>
          logger.debug({ realmId, durationMs: clock.now().getTime() - startedAt }, 'access token renewed'),
        () => undefined,
      );
    }
    return flight;
  };

  const renewAhead = (realmId: RealmId): void => {
    if ((aheadNotBefore.get(realmId) ?? 0) > clock.now().getTime()) return;
    share(realmId, AHEAD_MS).then(
      () => aheadNotBefore.delete(realmId),
      (error: unknown) => {
        aheadNotBefore.set(realmId, clock.now().getTime() + AHEAD_RETRY_MS);
        logger.warn(
          { realmId, code: isAppError(error) ? error.code : 'INTERNAL' },
          'early token refresh failed',
        );
      },
    );
  };

  return {
    async accessToken(realmId, o = {}) {
      o.signal?.throwIfAborted();
      const stored = await demand(db, realmId);
      if (!same(stored.accessToken, o.rejected) && leftMs(stored) >= BLOCKING_MS) {
        if (leftMs(stored) < AHEAD_MS) renewAhead(realmId);
        return stored.accessToken;
      }
      const token = await unlessAborted(share(realmId, BLOCKING_MS, o.rejected), o.signal);
      // The flight we joined may have started before our token was refused.
      return same(token, o.rejected)
        ? unlessAborted(share(realmId, BLOCKING_MS, o.rejected), o.signal)
        : token;
    },
    async store(realmId, tokens, tx) {
      await (tx ?? db).query(
        `INSERT INTO ledger_mirror.tokens (realm_id, key_id, sealed, access_expires_at, refresh_expires_at, hard_expires_at, rotated_at)
         VALUES ($1, $2, $3, $4, $5, $6, now())
         ON CONFLICT (realm_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed,
           access_expires_at = excluded.access_expires_at, refresh_expires_at = excluded.refresh_expires_at,
           hard_expires_at = excluded.hard_expires_at, rotated_at = excluded.rotated_at`,
        sealedOf(realmId, tokens),
      );
    },
    async remove(realmId) {
      await db.query('DELETE FROM ledger_mirror.tokens WHERE realm_id = $1', [realmId]);
    },
    async revoke(realmId) {
      await db.transaction(async (tx) => {
        const stored = await load(tx, realmId, 'FOR UPDATE');
        if (stored === undefined) return;
        await oauth.revoke(stored.refreshToken);
        await tx.query('DELETE FROM ledger_mirror.tokens WHERE realm_id = $1', [realmId]);
      });
    },
    async state(realmId) {
      const [row] = await db.query<{ refreshExpiresAt: Date; hardExpiresAt: Date | null }>(
        'SELECT refresh_expires_at, hard_expires_at FROM ledger_mirror.tokens WHERE realm_id = $1',
        [realmId],
      );
      if (row === undefined) return undefined;
      const { refreshExpiresAt, hardExpiresAt } = row;
      return hardExpiresAt === null ? { refreshExpiresAt } : { refreshExpiresAt, hardExpiresAt };
    },
    async settle() {
      await Promise.allSettled(flights.values());
    },
  };
}

/** Part of the encryption, so that a row moved to another company does not open. */
export function contextOf(realmId: string): string {
  return `tokens/${realmId}`;
}

function same(a: Secret, b: Secret | undefined): boolean {
  return b !== undefined && a.reveal() === b.reveal();
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
