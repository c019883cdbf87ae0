import type { Clock } from '../base/clock.ts';
import type { AppError } from '../base/errors.ts';
import type { RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import type { QuickBooksErrorCode } from './errors.ts';
import { parseBody, toError } from './faults.ts';
import type { JsonObject } from './faults.ts';
import type { HttpAnswer, Transport } from './transport.ts';

/** What one grant consists of. Keep all of it, before the access token is used. */
export type TokenSet = {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  /** By our clock, counted from before the request, so that it errs on the early side. */
  readonly accessExpiresAt: Date;
  /** Rolls about 100 days ahead with every refresh (facts#refresh-token-life). */
  readonly refreshExpiresAt: Date;
  /** The end no refresh can move (five years after consent), where QuickBooks told it (facts#grant-end). */
  readonly hardExpiresAt: Date | undefined;
};

/** Where access tokens come from; `vault` implements it over PostgreSQL. */
export interface TokenSource {
  /** @param o.rejected the token QuickBooks has just answered 401 to: another one is needed. */
  accessToken(
    realmId: RealmId,
    o?: { readonly rejected?: Secret | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<Secret>;
}

/** Whole addresses: see `discoverEndpoints` and `intuitEndpoints`. */
export type OAuthEndpoints = {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
};

/** Intuit's own endpoints, the same for sandbox and production (facts#oauth-endpoints). */
export const intuitEndpoints: OAuthEndpoints = {
  authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
  tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
};

/** One try each: whoever calls decides what a lost answer means, since it may have rotated the token. */
export interface OAuthClient {
  /** Where to send the browser. `state` comes back with the answer and must be unguessable. */
  authorizeUrl(state: string): string;
  /**
   * Turns the code of the callback into tokens; a code works once.
   * @throws AppError QBO_CODE_REJECTED, QBO_CLIENT_REJECTED, QBO_OAUTH_REJECTED and what the transport throws
   */
  exchange(code: string): Promise<TokenSet>;
  /**
   * Renews the access token. The refresh token in the answer replaces the old one, which may be dead from then on
   * (facts#refresh-token-rotation). Never run two for one company at a time (facts#refresh-alone).
   * @throws AppError QBO_GRANT_REVOKED, QBO_CLIENT_REJECTED, QBO_OAUTH_REJECTED and what the transport throws
   */
  refresh(refreshToken: Secret): Promise<TokenSet>;
  /** Ends the whole grant, given either of its tokens (facts#revoke-any-token). A grant that is already dead is no error. */
  revoke(token: Secret): Promise<void>;
}

/** The app as registered with Intuit; `redirectUri` must be exactly one of those registered (facts#redirect-uri). */
export type OAuthOptions = {
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly redirectUri: string;
  readonly endpoints: OAuthEndpoints;
  readonly transport: Transport;
  readonly clock: Clock;
};

/** Reading and writing; Intuit offers no read-only scope (facts#oauth-scope). */
const SCOPE = 'com.intuit.quickbooks.accounting';

/** Long enough for a slow answer, short enough for whoever holds a transaction open meanwhile (at most 60 s). */
const TIMEOUT_MS = 20_000;

/** The OAuth 2.0 side of QuickBooks; no I/O until a method is called. */
export function createOAuthClient(options: OAuthOptions): OAuthClient {
  const { clock, endpoints, transport } = options;
  const authorization = (): string =>
    `Basic ${Buffer.from(`${options.clientId}:${options.clientSecret.reveal()}`).toString('base64')}`;

  const post = (
    url: string,
    contentType: string,
    body: string,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> =>
    transport.send({
      method: 'POST',
      url,
      headers: {
        accept: 'application/json',
        authorization: authorization(),
        'content-type': contentType,
        ...headers,
      },
      body,
      timeoutMs: TIMEOUT_MS,
    });

  const requestTokens = async (
    form: Record<string, string>,
    onInvalidGrant: QuickBooksErrorCode,
  ): Promise<TokenSet> => {
    const askedAt = clock.now();
    const answer = await post(
      endpoints.tokenUrl,
      'application/x-www-form-urlencoded',
      new URLSearchParams(form).toString(),
      {
        'x-include-refresh-token-hard-expires-in': 'true',
      },
    );
    const json = parseBody(answer);
    if (answer.status === 200) {
      const tokens = json === undefined ? undefined : readTokens(json, askedAt);
      if (tokens !== undefined) return tokens;
    }
    throw tokenError(answer, json, onInvalidGrant, clock.now());
  };

  return {
    authorizeUrl(state) {
      const url = new URL(endpoints.authorizeUrl);
      url.searchParams.set('client_id', options.clientId);
      url.searchParams.set('redirect_uri', options.redirectUri);
      url.searchParams.set('response_type', 'code');
      url.searchParams.set('scope', SCOPE);
      url.searchParams.set('state', state);
      return url.href;
    },
    exchange: (code) =>
      requestTokens(
        { grant_type: 'authorization_code', code, redirect_uri: options.redirectUri },
        'QBO_CODE_REJECTED',
      ),
    refresh: (refreshToken) =>
      requestTokens(
        { grant_type: 'refresh_token', refresh_token: refreshToken.reveal() },
        'QBO_GRANT_REVOKED',
      ),
    async revoke(token) {
      const answer = await post(
        endpoints.revokeUrl,
        'application/json',
        JSON.stringify({ token: token.reveal() }),
      );
      if (answer.status === 200) return;
      const error = tokenError(answer, parseBody(answer), 'QBO_GRANT_REVOKED', clock.now());
      // 400, with or without a reason, is what Intuit answers to a token it no longer knows (facts#revoke-any-token).
      if (answer.status === 400 && error.code !== 'QBO_CLIENT_REJECTED') return;
      throw error;
    },
  };
}

function readTokens(json: JsonObject, askedAt: Date): TokenSet | undefined {
  const accessToken = json['access_token'];
  const refreshToken = json['refresh_token'];
  if (
    typeof accessToken !== 'string' ||
    accessToken === '' ||
    typeof refreshToken !== 'string' ||
    refreshToken === ''
  )
    return undefined;
  const inSeconds = (seconds: number): Date => new Date(askedAt.getTime() + seconds * 1000);
  const hard = secondsOf(json['x_refresh_token_hard_expires_in']);
  return {
    accessToken: new Secret(accessToken),
    refreshToken: new Secret(refreshToken),
    // Without them we assume Intuit's documented lifetimes; a grant is too precious to drop over a missing number
    // (facts#access-token-life, facts#refresh-token-life).
    accessExpiresAt: inSeconds(secondsOf(json['expires_in']) ?? 3600),
    refreshExpiresAt: inSeconds(secondsOf(json['x_refresh_token_expires_in']) ?? 8_640_000),
    hardExpiresAt: hard === undefined ? undefined : inSeconds(hard),
  };
}

function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function tokenError(
  answer: HttpAnswer,
  json: JsonObject | undefined,
  onInvalidGrant: QuickBooksErrorCode,
  now: Date,
): AppError {
  const reason = json?.['error'];
  const codes = typeof reason === 'string' && /^[a-z_]{1,40}$/.test(reason) ? [reason] : [];
  return toError(codeOf(answer.status, codes[0], onInvalidGrant), answer, { codes, message: '' }, now);
}

function codeOf(
  status: number,
  reason: string | undefined,
  onInvalidGrant: QuickBooksErrorCode,
): QuickBooksErrorCode {
  if (status === 429) return 'QBO_RATE_LIMITED';
  if (status >= 500 || status === 408) return 'QBO_UNAVAILABLE';
  if (reason === 'invalid_grant') return onInvalidGrant;
  if (reason === 'invalid_client' || status === 401) return 'QBO_CLIENT_REJECTED';
  // A 200 without tokens may have rotated them all the same: worth one more try with the old one.
  if (status === 200) return 'QBO_UNREADABLE_ANSWER';
  return reason === undefined ? 'QBO_ADDRESS_WRONG' : 'QBO_OAUTH_REJECTED';
}
