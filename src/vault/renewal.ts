/**
 * Refreshes a company's tokens so that no two refreshes ever meet at QuickBooks, which takes the second one for a leak
 * (facts#refresh-alone).
 *
 *     hold ─ read again ─ note "renewal begun" ─ let go           others that come now wait
 *     hold ─ ask QuickBooks ─ store what came ─ let go            others wait their turn, then find it done
 *
 * What was written is durable with the letting go (TokenStore.exclusive). The note outlives a process that is killed.
 * Its request may still be at work over there, so whoever finds a note and nobody holding lets it settle before
 * asking again.
 */
import { randomUUID } from 'node:crypto';
import { isAppError } from '../base/errors.ts';
import type { AppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import { quickbooksError } from '../quickbooks/index.ts';
import type { OAuthClient, TokenSet } from '../quickbooks/index.ts';
import { vaultError } from './errors.ts';
import type { HeldTokens, StoredTokens, TokenStore } from './token-store.ts';

/** What a token must be to be good enough: so long alive, and not the one QuickBooks has just refused. */
export type Demand = { readonly minimumMs: number; readonly rejected: Secret | undefined };

export type RenewalOptions = {
  readonly tokens: TokenStore;
  readonly oauth: OAuthClient;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settleMs: number;
};

/** How often a renewal that somebody else has begun is looked at. */
const POLL_MS = 100;
const STORE_ATTEMPTS = 5;

/** Failures after which QuickBooks may or may not have rotated the token. */
const lostAnswers = new Set(['QBO_UNREACHABLE', 'QBO_TIMEOUT', 'QBO_UNAVAILABLE', 'QBO_UNREADABLE_ANSWER']);

type Beginning =
  | { readonly kind: 'enough'; readonly token: Secret }
  | { readonly kind: 'wait'; readonly durationMs: number }
  | { readonly kind: 'begun'; readonly id: string };

type Ending =
  | { readonly kind: 'renewed'; readonly token: Secret }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'refused'; readonly refreshToken: Secret; readonly error: AppError };

/** Returns the function that brings a token which satisfies the demand, refreshing if nobody else has. */
export function createRenewal(
  options: RenewalOptions,
): (realmId: RealmId, demand: Demand) => Promise<Secret> {
  const { clock, logger, oauth, settleMs } = options;

  const isEnough = (stored: StoredTokens, { minimumMs, rejected }: Demand): boolean =>
    stored.accessExpiresAt.getTime() - clock.now().getTime() >= minimumMs &&
    !same(stored.accessToken, rejected);

  const begin = (realmId: RealmId, demand: Demand): Promise<Beginning> =>
    options.tokens.exclusive(realmId, async (held) => {
      const stored = await demandTokens(held, realmId);
      // While we waited for the lock, another process may have done the work.
      if (isEnough(stored, demand)) return { kind: 'enough', token: stored.accessToken };
      if (stored.refused) throw quickbooksError('QBO_GRANT_REVOKED', { details: { realmId } });
      const leftMs = stored.renewal === undefined ? 0 : settleMs - stored.renewal.ageMs;
      if (leftMs > 0) return { kind: 'wait', durationMs: Math.min(leftMs, POLL_MS) };
      const id = randomUUID();
      await held.note(stored, { renewalId: id });
      return { kind: 'begun', id };
    });

  const complete = async (realmId: RealmId, id: string): Promise<Ending> => {
    let received: { readonly used: Secret; readonly tokens: TokenSet } | undefined;
    try {
      return await options.tokens.exclusive(realmId, async (held) => {
        const stored = await demandTokens(held, realmId);
        if (stored.renewal?.id !== id) return { kind: 'overtaken' };
        const { refreshToken } = stored;
        try {
          received = { used: refreshToken, tokens: await oauth.refresh(refreshToken) };
        } catch (error) {
          if (isAppError(error, 'QBO_GRANT_REVOKED')) return { kind: 'refused', refreshToken, error };
          throw error;
        }
        await held.replace(received.tokens);
        return { kind: 'renewed', token: received.tokens.accessToken };
      });
    } catch (error) {
      if (received === undefined) throw error;
      await rescue(realmId, received.used, received.tokens, error);
      return { kind: 'renewed', token: received.tokens.accessToken };
    }
  };

  /** The old token may be dead already, so a store that fails at this moment is asked again and again. */
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
        return await options.tokens.exclusive(realmId, async (held) => {
          const stored = await held.load();
          if (stored !== undefined && same(stored.refreshToken, used)) await held.replace(tokens);
        });
      } catch (error) {
        cause = error;
      }
    }
    throw cause;
  };

  /** Whether the refused token is still the stored one: a reconnect may have waited for the row we had locked. */
  const isFinal = (realmId: RealmId, refused: Secret): Promise<boolean> =>
    options.tokens.exclusive(realmId, async (held) => {
      const stored = await demandTokens(held, realmId);
      if (!same(stored.refreshToken, refused)) return false;
      await held.note(stored, 'refused');
      return true;
    });

  return async (realmId, demand) => {
    let lost = false;
    for (;;) {
      const beginning = await begin(realmId, demand);
      if (beginning.kind === 'enough') return beginning.token;
      if (beginning.kind === 'wait') {
        await clock.sleep(beginning.durationMs);
        continue;
      }
      try {
        const ending = await complete(realmId, beginning.id);
        if (ending.kind === 'renewed') return ending.token;
        if (ending.kind === 'refused') {
          // Long enough for a reconnect that has waited for our lock to get it before we look again.
          await clock.sleep(POLL_MS);
          if (await isFinal(realmId, ending.refreshToken)) throw ending.error;
        }
      } catch (error) {
        if (lost || !isAppError(error) || !lostAnswers.has(error.code)) throw error;
        // Asked once more with the old value, which QuickBooks usually takes for a day, when this one has settled
        // (facts#refresh-lost-answer).
        lost = true;
        logger.warn(
          { realmId, code: error.code, ...error.details },
          'token refresh got no answer, asking once more',
        );
      }
    }
  };
}

/** What is kept of a company. @throws AppError VAULT_NOT_CONNECTED where nothing is */
export async function demandTokens(
  from: { load(): ReturnType<HeldTokens['load']> },
  realmId: RealmId,
): Promise<StoredTokens> {
  const stored = await from.load();
  if (stored === undefined) throw vaultError('VAULT_NOT_CONNECTED', { details: { realmId } });
  return stored;
}

export function same(a: Secret, b: Secret | undefined): boolean {
  return b !== undefined && a.reveal() === b.reveal();
}
