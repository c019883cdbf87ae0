import { toAppError } from '../base/errors.ts';
import type { AppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Clock } from '../base/clock.ts';
import type { TokenStore } from './token-store.ts';
import type { TokenVault } from './token-vault.ts';

export type KeepAliveReport = {
  /** Companies whose tokens were renewed, which moves their end about 100 days ahead. */
  readonly renewed: readonly RealmId[];
  /** Companies whose tokens could not be renewed; the error says whose move it is. */
  readonly failed: readonly { readonly realmId: RealmId; readonly error: AppError }[];
  /** Companies a person must reconnect soon, whatever we do: the five years are over. Soonest first. */
  readonly ending: readonly { readonly realmId: RealmId; readonly hardExpiresAt: Date }[];
};

const DAY_MS = 86_400_000;
const IDLE_MS = 7 * DAY_MS;
const NOTICE_MS = 60 * DAY_MS;

/**
 * Renews the tokens of companies that nothing has been read from for a week. A grant that is not used for about 100
 * days dies, and a paused company uses it for nothing else; refreshes are not metered (facts#refresh-token-life,
 * facts#free-calls).
 *
 * Call it daily, from any process: what another one has just renewed is not due. One after the other, so that a
 * thousand companies are no burst; one that fails does not keep the others from being renewed.
 * @throws the signal's reason when it aborts between two companies
 */
export async function keepTokensAlive(o: {
  readonly tokens: Pick<TokenStore, 'list'>;
  readonly vault: Pick<TokenVault, 'accessToken'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}): Promise<KeepAliveReport> {
  const entries = await o.tokens.list();
  const due = entries
    .filter(({ idleMs }) => idleMs > IDLE_MS)
    .toSorted((a, b) => a.refreshExpiresAt.getTime() - b.refreshExpiresAt.getTime());
  const renewed: RealmId[] = [];
  const failed: { realmId: RealmId; error: AppError }[] = [];
  for (const { realmId } of due) {
    o.signal?.throwIfAborted();
    try {
      // Access tokens live an hour (facts#access-token-life), so after a week asking for one is asking for a refresh.
      await o.vault.accessToken(realmId, { signal: o.signal });
      renewed.push(realmId);
    } catch (thrown) {
      o.signal?.throwIfAborted();
      const error = toAppError(thrown);
      failed.push({ realmId, error });
      o.logger.warn({ realmId, code: error.code, ...error.details }, 'tokens of an idle company not renewed');
    }
  }
  const noticeUntil = new Date(o.clock.now().getTime() + NOTICE_MS);
  const ending = entries
    .flatMap(({ realmId, hardExpiresAt }) =>
      hardExpiresAt !== undefined && hardExpiresAt < noticeUntil ? [{ realmId, hardExpiresAt }] : [],
    )
    .toSorted((a, b) => a.hardExpiresAt.getTime() - b.hardExpiresAt.getTime());
  return { renewed, failed, ending };
}
