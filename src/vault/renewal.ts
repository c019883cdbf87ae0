/**
 * Refreshes a company's tokens so that no two refreshes ever meet at QuickBooks, which takes the second one for a leak.
 *
 *     lock row ─ read again ─ note "renewal begun" ─ COMMIT          others that come now wait
 *     lock row ─ ask QuickBooks ─ store what came ─ COMMIT           others wait for the lock, then find it done
 *
 * The note outlives a process that is killed. Its request may still be at work over there, so whoever finds a note
 * without a lock lets it settle before asking again.
 */
import { randomUUID } from 'node:crypto';
import { isAppError } from '../base/errors.ts';
import type { AppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import type { Database } from '../postgres/database.ts';
import { quickbooksError } from '../quickbooks/index.ts';
import type { OAuthClient, TokenSet } from '../quickbooks/index.ts';
import type { StoredTokens, TokenRows } from './token-rows.ts';

/** What a token must be to be good enough: so long alive, and not the one QuickBooks has just refused. */
export type Demand = { readonly minimumMs: number; readonly rejected: Secret | undefined };

export type RenewalOptions = {
  readonly db: Database;
  readonly rows: TokenRows;
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
  const { clock, db, logger, oauth, rows, settleMs } = options;

  const isEnough = (stored: StoredTokens, { minimumMs, rejected }: Demand): boolean =>
    stored.accessExpiresAt.getTime() - clock.now().getTime() >= minimumMs &&
    !same(stored.accessToken, rejected);

  const begin = (realmId: RealmId, demand: Demand): Promise<Beginning> =>
    db.transaction(async (tx) => {
      const stored = await rows.demand(tx, realmId, 'FOR UPDATE');
      // While we waited for the lock, another process may have done the work.
      if (isEnough(stored, demand)) return { kind: 'enough', token: stored.accessToken };
      if (stored.refused) throw quickbooksError('QBO_GRANT_REVOKED', { details: { realmId } });
      const leftMs = stored.renewal === undefined ? 0 : settleMs - stored.renewal.ageMs;
      if (leftMs > 0) return { kind: 'wait', durationMs: Math.min(leftMs, POLL_MS) };
      const id = randomUUID();
      await rows.note(tx, realmId, stored, { renewalId: id });
      return { kind: 'begun', id };
    });

  const complete = async (realmId: RealmId, id: string): Promise<Ending> => {
    let received: { readonly used: Secret; readonly tokens: TokenSet } | undefined;
    try {
      return await db.transaction(async (tx) => {
        const stored = await rows.demand(tx, realmId, 'FOR UPDATE');
        if (stored.renewal?.id !== id) return { kind: 'overtaken' };
        const { refreshToken } = stored;
        try {
          received = { used: refreshToken, tokens: await oauth.refresh(refreshToken) };
        } catch (error) {
          if (isAppError(error, 'QBO_GRANT_REVOKED')) return { kind: 'refused', refreshToken, error };
          throw error;
        }
        await rows.replace(tx, realmId, received.tokens);
        return { kind: 'renewed', token: received.tokens.accessToken };
      });
    } catch (error) {
      if (received === undefined) throw error;
      await rescue(realmId, received.used, received.tokens, error);
      return { kind: 'renewed', token: received.tokens.accessToken };
    }
  };

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
          const stored = await rows.load(tx, realmId, 'FOR UPDATE');
          if (stored !== undefined && same(stored.refreshToken, used))
            await rows.replace(tx, realmId, tokens);
        });
      } catch (error) {
        cause = error;
      }
    }
    throw cause;
  };

  /** Whether the refused token is still the stored one: a reconnect may have waited for the row we had locked. */
  const isFinal = (realmId: RealmId, refused: Secret): Promise<boolean> =>
    db.transaction(async (tx) => {
      const stored = await rows.demand(tx, realmId, 'FOR UPDATE');
      if (!same(stored.refreshToken, refused)) return false;
      await rows.note(tx, realmId, stored, 'refused');
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
        // Asked once more with the old value, which QuickBooks usually takes for a day, when this one has settled.
        lost = true;
        logger.warn(
          { realmId, code: error.code, ...error.details },
          'token refresh got no answer, asking once more',
        );
      }
    }
  };
}

export function same(a: Secret, b: Secret | undefined): boolean {
  return b !== undefined && a.reveal() === b.reveal();
}
