import type { Clock } from '../base/clock.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import type { Transport } from './transport.ts';

/** What one grant consists of. Keep all of it, before the access token is used. */
export type TokenSet = {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  readonly accessExpiresAt: Date;
  /** Rolls about 100 days ahead with every refresh. */
  readonly refreshExpiresAt: Date;
  /** The end no refresh can move (five years after consent), where QuickBooks told it. */
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

export type OAuthEndpoints = {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
};

export interface OAuthClient {
  authorizeUrl(state: string): string;
  exchange(code: string): Promise<TokenSet>;
  refresh(refreshToken: Secret): Promise<TokenSet>;
  revoke(token: Secret): Promise<void>;
}

export type OAuthOptions = {
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly redirectUri: string;
  readonly endpoints: OAuthEndpoints;
  readonly transport: Transport;
  readonly clock: Clock;
};

export declare function createOAuthClient(options: OAuthOptions): OAuthClient;
