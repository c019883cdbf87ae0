import { isAppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import type { Transaction } from '../postgres/database.ts';
import type { OAuthClient, TokenSet, TokenSource } from '../quickbooks/index.ts';
import { createRenewal, demandTokens, same } from './renewal.ts';
import type { Demand } from './renewal.ts';
import type { StoredTokens, TokenStore } from './token-store.ts';

/** The tokens of every company, wherever they are kept. */
export interface TokenVault extends TokenSource {
  /**
   * A token that is good for at least a minute, renewed if need be.
   *
   * One refresh at a time for a company, across all processes: the company is held meanwhile, and what QuickBooks
   * sent is durable before it is used. A refresh token that QuickBooks refused is never sent again. Aborting ends the
   * wait, never a refresh under way. Needs a connection of its own: never call it inside a transaction.
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
/** Early refreshes under way at most: each holds a connection of the database until QuickBooks has answered. */
const AHEAD_AT_ONCE = 2;
/**
 * Renewals under way at most, early ones included, for the same reason: with sixteen companies at once, twenty
 * connections, and a QuickBooks that does not answer, four would be left for everything else.
 */
const AT_ONCE = 4;
/** Pause after an early refresh that failed; the old token still works meanwhile. */
const AHEAD_RETRY_MS = 30_000;
/** Longest that a refresh whose process was killed may still be at work at QuickBooks. */
const SETTLE_MS = 5_000;

export type TokenVaultOptions = {
  readonly tokens: TokenStore;
  readonly oauth: OAuthClient;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long a refresh that ended without an answer is left alone before the next; 5 s unless given. */
  readonly settleMs?: number | undefined;
};

/** No I/O until a method is called. */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const { clock, logger, oauth, tokens: kept } = options;
  const renew = createRenewal({ ...options, settleMs: options.settleMs ?? SETTLE_MS });
  const flights = new Map<RealmId, Promise<Secret>>();
  const aheadNotBefore = new Map<RealmId, number>();
  let aheadUnderWay = 0;
  let underWay = 0;
  const waiting: (() => void)[] = [];

  /** Renews when fewer than so many are under way; who waits holds no connection. */
  const inTurn = async (realmId: RealmId, demand: Demand): Promise<Secret> => {
    if (underWay >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
    try {
      return await renew(realmId, demand);
    } finally {
      const next = waiting.shift();
      // The place goes to whoever waits, so that nobody who comes now takes it.
      if (next === undefined) underWay -= 1;
      else next();
    }
  };

  const leftMs = (stored: StoredTokens): number => stored.accessExpiresAt.getTime() - clock.now().getTime();

  /** One renewal a company inside this process; who comes later shares it. */
  const share = (realmId: RealmId, demand: Demand): Promise<Secret> => {
    let flight = flights.get(realmId);
    if (flight === undefined) {
      const startedAt = clock.now().getTime();
      flight = inTurn(realmId, demand).finally(() => flights.delete(realmId));
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
    if (aheadUnderWay >= AHEAD_AT_ONCE || flights.has(realmId)) return;
    aheadUnderWay += 1;
    share(realmId, { minimumMs: AHEAD_MS, rejected: undefined })
      .then(
        () => aheadNotBefore.delete(realmId),
        (error: unknown) => {
          aheadNotBefore.set(realmId, clock.now().getTime() + AHEAD_RETRY_MS);
          logger.warn(
            { realmId, code: isAppError(error) ? error.code : 'INTERNAL' },
            'early token refresh failed',
          );
        },
      )
      .finally(() => (aheadUnderWay -= 1));
  };

  return {
    async accessToken(realmId, o = {}) {
      o.signal?.throwIfAborted();
      const stored = await demandTokens({ load: () => kept.load(realmId) }, realmId);
      if (!same(stored.accessToken, o.rejected) && leftMs(stored) >= BLOCKING_MS) {
        if (leftMs(stored) < AHEAD_MS) renewAhead(realmId);
        return stored.accessToken;
      }
      const demand: Demand = { minimumMs: BLOCKING_MS, rejected: o.rejected };
      const token = await unlessAborted(share(realmId, demand), o.signal);
      // The flight we joined may have started before our token was refused.
      return same(token, o.rejected) ? unlessAborted(share(realmId, demand), o.signal) : token;
    },
    store: (realmId, tokens, tx) => kept.store(realmId, tokens, tx),
    remove: (realmId) => kept.remove(realmId),
    revoke: (realmId) =>
      kept.exclusive(realmId, async (held) => {
        const stored = await held.load();
        if (stored === undefined) return;
        await oauth.revoke(stored.refreshToken);
        await held.remove();
      }),
    async state(realmId) {
      const [entry] = await kept.list(realmId);
      if (entry === undefined) return undefined;
      const { refreshExpiresAt, hardExpiresAt } = entry;
      return hardExpiresAt === undefined ? { refreshExpiresAt } : { refreshExpiresAt, hardExpiresAt };
    },
    async settle() {
      await Promise.allSettled(flights.values());
    },
  };
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
