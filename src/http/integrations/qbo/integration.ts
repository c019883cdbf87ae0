import { isAppError, type AppError } from '../../../base/errors.ts';
import type { Logger } from '../../../base/logger.ts';
import { isRealmId, type RealmId } from '../../../base/realm-id.ts';
import type { Database, Transaction } from '../../../postgres/database.ts';
import {
  quickbooksError,
  type OAuthClient,
  type QuickBooksClient,
  type TokenSet,
  type TokenSource,
} from '../../../quickbooks/index.ts';
import type { Waker } from '../../../jobs/wake-ups.ts';
import { wakeOrWarn } from '../../../requests/wake.ts';
import type { Organizations } from '../../../sync/index.ts';
import type { Environment } from '../../../api-contract/index.ts';
import { oauthError } from '../../errors.ts';
import type { CallbackQuery, Integration } from '../integration.ts';
import { takeWebhook, type QboWebhooks } from './webhooks.ts';

/** Where granted tokens are kept; the vault. */
interface TokenStore {
  store(realmId: RealmId, tokens: TokenSet, tx?: Transaction): Promise<void>;
  /** Undefined for a company without tokens. */
  state(realmId: RealmId): Promise<object | undefined>;
}

/** How often the client tries after a 429, which costs a minute each time. */
type Patience = { readonly rateLimitAttempts: number };

export type QboIntegrationOptions = {
  readonly environment: Environment;
  readonly db: Pick<Database, 'transaction'>;
  readonly oauth: Pick<OAuthClient, 'authorizeUrl' | 'exchange' | 'revoke'>;
  /** Makes a client that reads with the given tokens; used once, before the tokens are stored. */
  readonly clientFor: (tokens: TokenSource, retry: Patience) => Pick<QuickBooksClient, 'companyInfo'>;
  readonly vault: TokenStore;
  readonly organizations: Pick<Organizations, 'connected'>;
  readonly jobs: Waker;
  readonly webhooks: QboWebhooks;
  /** How often a newly connected company is synced; the engine has a default. */
  readonly intervalSeconds?: number | undefined;
  readonly logger: Logger;
};

/** A browser is waiting: longer than this and the person is told to try again. */
const readTimeoutMs = 30_000;

/** Until the sync has stored CompanyInfo itself, so that the dashboard has a name to show from the first second. */
function parseCompanyName(text: string): string | undefined {
  const answer = JSON.parse(text) as { CompanyInfo?: { CompanyName?: unknown } };
  const name = answer.CompanyInfo?.CompanyName;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** QuickBooks Online as an integration. */
export function createQboIntegration(options: QboIntegrationOptions): Integration {
  const { environment, db, oauth, clientFor, vault, organizations, jobs, intervalSeconds, logger } = options;

  const wrongEnvironment = (cause?: AppError): AppError =>
    oauthError('OAUTH_WRONG_ENVIRONMENT', {
      cause,
      details: { ...cause?.details, environment },
      text: `These keys do not open this company in the ${environment} environment of QuickBooks.`,
    });

  /**
   * The authorize and token addresses are the same for sandbox and production, so keys of the wrong environment
   * get this far; only the company's own data refuses them (facts#wrong-environment).
   */
  const readCompanyName = async (realmId: RealmId, tokens: TokenSet): Promise<string | undefined> => {
    const client = clientFor(
      {
        // A token that is seconds old was refused: asking again would change nothing.
        accessToken: (_realmId, o) =>
          o?.rejected === undefined
            ? Promise.resolve(tokens.accessToken)
            : Promise.reject(wrongEnvironment()),
      },
      // Nobody waits a minute in front of a blank page.
      { rateLimitAttempts: 1 },
    );
    const signal = AbortSignal.timeout(readTimeoutMs);
    try {
      const answer = await client.companyInfo(realmId, { signal });
      return parseCompanyName(answer.text);
    } catch (cause) {
      if (isAppError(cause, 'QBO_ACCESS_DENIED')) throw wrongEnvironment(cause);
      if (!isAppError(cause) && signal.aborted) throw quickbooksError('QBO_TIMEOUT', { cause });
      throw cause;
    }
  };

  /**
   * Ends a grant that came to nothing, so that QuickBooks does not list us with a company we do not have. Not where we
   * have tokens already: a grant is one for app and company, and those would die with it.
   */
  const giveBack = async (realmId: RealmId, tokens: TokenSet): Promise<void> => {
    try {
      if ((await vault.state(realmId)) === undefined) await oauth.revoke(tokens.refreshToken);
    } catch (error) {
      logger.warn({ realmId, err: error }, 'unused grant not revoked');
    }
  };

  const connect = async (
    query: CallbackQuery,
    expectedRealmId: RealmId | undefined,
    confirm: (tx: Transaction) => Promise<void>,
  ): Promise<RealmId> => {
    const { code, realmId } = query;
    if (code === undefined || code === '' || !isRealmId(realmId)) throw oauthError('OAUTH_ANSWER_INCOMPLETE');
    // Before the exchange: an unwanted company's code is left to lapse, and no grant comes to exist.
    if (expectedRealmId !== undefined && expectedRealmId !== realmId) {
      throw oauthError('OAUTH_OTHER_COMPANY', { details: { expected: expectedRealmId, chosen: realmId } });
    }
    const tokens = await oauth.exchange(code);
    try {
      const companyName = await readCompanyName(realmId, tokens);
      await db.transaction(async (tx) => {
        await confirm(tx);
        await organizations.connected(tx, realmId, {
          ...(companyName !== undefined && { companyName }),
          ...(intervalSeconds !== undefined && { intervalSeconds }),
        });
        await vault.store(realmId, tokens, tx);
      });
    } catch (error) {
      await giveBack(realmId, tokens);
      throw error;
    }
    logger.info({ realmId }, 'company connected');
    await wakeOrWarn(jobs, realmId, logger);
    return realmId;
  };

  return {
    name: 'qbo',
    authorizeUrl: (state) => oauth.authorizeUrl(state),
    connect,
    takeWebhook: (body, headers) => takeWebhook(options.webhooks, body, headers),
  };
}
