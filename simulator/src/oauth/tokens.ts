import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { type SimulatedClock } from '../base/simulated-clock.ts';

/** How the token endpoint behaves where Intuit's documents leave room; each is a switch (facts#refresh-token-rotation, facts#refresh-alone). */
export type TokenRules = {
  /** The refresh token's value changes once it is 24 hours old, or at every refresh. */
  readonly rotation: 'daily' | 'always';
  /** How long a replaced refresh token still works. */
  readonly graceMs: number;
  /** How long a refresh takes; another one of the same grant meanwhile gets a bare invalid_grant. */
  readonly refreshMs: number;
  /** Whether presenting a dead refresh token kills the grant, as Intuit may treat a leak. */
  readonly revokeOnReuse: boolean;
};

export const defaultTokenRules: TokenRules = {
  rotation: 'daily',
  graceMs: 0,
  refreshMs: 25,
  revokeOnReuse: false,
};

/** One company's permission for the app. */
export type Grant = {
  readonly id: string;
  readonly realmId: string;
  readonly scope: string;
  refreshToken: string;
  refreshIssuedAt: number;
  refreshExpiresAt: number;
  readonly hardExpiresAt: number;
  previousToken: string | null;
  previousDiesAt: number;
  revoked: boolean;
};

export type AccessToken = { readonly value: string; readonly grantId: string; readonly expiresAt: number };

type Code = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly realmId: string;
  readonly scope: string;
  readonly expiresAt: number;
};

/** Saved state: what a restart must bring back. */
export type TokenState = { readonly grants: readonly Grant[]; readonly accessTokens: readonly AccessToken[] };

export type IssuedTokens = {
  readonly grant: Grant;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshExpiresInSeconds: number;
  readonly hardExpiresInSeconds: number;
};

/** `bare` is the form without a description that the loser of a parallel refresh gets. */
export type GrantError = { readonly error: 'invalid_grant'; readonly description: string | undefined };

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const ACCESS_MS = 3_600 * SECOND;
const CODE_MS = 300 * SECOND;
const REFRESH_MS = 101 * DAY;
const HARD_MS = 1_825 * DAY;

const invalid = (description: string | undefined): GrantError => ({ error: 'invalid_grant', description });

/** The authorization server's memory: codes, grants, access tokens. */
export class TokenStore {
  readonly #clock: SimulatedClock;
  readonly #rules: () => TokenRules;
  readonly #onChange: (grant: Grant, access: AccessToken | undefined) => void;
  readonly #codes = new Map<string, Code>();
  readonly #grants = new Map<string, Grant>();
  readonly #access = new Map<string, AccessToken>();
  readonly #refreshing = new Set<string>();

  constructor(
    clock: SimulatedClock,
    rules: () => TokenRules,
    onChange: (grant: Grant, access: AccessToken | undefined) => void,
  ) {
    this.#clock = clock;
    this.#rules = rules;
    this.#onChange = onChange;
  }

  createCode(code: Omit<Code, 'expiresAt'>): string {
    const value = `XAB1${randomUUID().replaceAll('-', '')}${randomBytes(8).toString('hex')}`;
    this.#codes.set(value, { ...code, expiresAt: this.#clock.nowMs + CODE_MS });
    return value;
  }

  /** A code works once, for five minutes, with the redirect URI it was made for. */
  exchange(value: string, redirectUri: string): IssuedTokens | GrantError {
    const code = this.#codes.get(value);
    this.#codes.delete(value);
    const isGood =
      code !== undefined && code.expiresAt > this.#clock.nowMs && code.redirectUri === redirectUri;
    if (!isGood) return invalid('Invalid authorization code');
    const now = this.#clock.nowMs;
    const grant: Grant = {
      id: randomUUID(),
      realmId: code.realmId,
      scope: code.scope,
      refreshToken: newRefreshToken(now),
      refreshIssuedAt: now,
      refreshExpiresAt: now + REFRESH_MS,
      hardExpiresAt: now + HARD_MS,
      previousToken: null,
      previousDiesAt: 0,
      revoked: false,
    };
    this.#grants.set(grant.id, grant);
    return this.#issue(grant);
  }

  /** Refreshes; the value of the refresh token changes as the rules say, and the lifetime starts again. */
  async refresh(value: string): Promise<IssuedTokens | GrantError> {
    const rules = this.#rules();
    const grant = this.#grantOfRefreshToken(value);
    if (grant === undefined) return invalid('Incorrect or invalid refresh token');
    if (this.#refreshing.has(grant.id)) return invalid(undefined);
    const now = this.#clock.nowMs;
    if (value !== grant.refreshToken && now >= grant.previousDiesAt) {
      if (rules.revokeOnReuse) this.#revoke(grant);
      return invalid('Incorrect or invalid refresh token');
    }
    if (grant.revoked || now >= Math.min(grant.refreshExpiresAt, grant.hardExpiresAt)) {
      return invalid('Incorrect or invalid refresh token');
    }
    this.#refreshing.add(grant.id);
    try {
      await delay(rules.refreshMs);
    } finally {
      this.#refreshing.delete(grant.id);
    }
    // The user may have disconnected the app while the refresh was under way.
    if (grant.revoked) return invalid('Incorrect or invalid refresh token');
    if (rules.rotation === 'always' || now - grant.refreshIssuedAt >= DAY) {
      grant.previousToken = grant.refreshToken;
      grant.previousDiesAt = now + rules.graceMs;
      grant.refreshToken = newRefreshToken(now);
      grant.refreshIssuedAt = now;
    }
    grant.refreshExpiresAt = now + REFRESH_MS;
    return this.#issue(grant);
  }

  /** Takes an access or a refresh token and ends the whole grant; false if it is none of ours. */
  revokeToken(value: string): boolean {
    const access = this.#access.get(value);
    const grant = access === undefined ? this.#grantOfRefreshToken(value) : this.#grants.get(access.grantId);
    if (grant === undefined || grant.revoked) return false;
    this.#revoke(grant);
    return true;
  }

  /** As when the user disconnects the app inside QuickBooks. Returns how many grants ended. */
  revokeCompany(realmId: string): number {
    const grants = [...this.#grants.values()].filter((grant) => grant.realmId === realmId && !grant.revoked);
    for (const grant of grants) this.#revoke(grant);
    return grants.length;
  }

  /** The grant behind a bearer token, while both live. */
  authenticate(accessToken: string): Grant | undefined {
    const access = this.#access.get(accessToken);
    if (access === undefined || access.expiresAt <= this.#clock.nowMs) return undefined;
    const grant = this.#grants.get(access.grantId);
    return grant === undefined || grant.revoked ? undefined : grant;
  }

  /** Whether a user of the company has allowed the app and not taken that back. */
  isConnected(realmId: string): boolean {
    return [...this.#grants.values()].some((grant) => grant.realmId === realmId && !grant.revoked);
  }

  state(): TokenState {
    const now = this.#clock.nowMs;
    const accessTokens = [...this.#access.values()].filter(({ expiresAt }) => expiresAt > now);
    return { grants: [...this.#grants.values()], accessTokens };
  }

  restore(grant: Grant, access: AccessToken | undefined): void {
    this.#grants.set(grant.id, grant);
    if (access !== undefined) this.#access.set(access.value, access);
  }

  #issue(grant: Grant): IssuedTokens {
    const now = this.#clock.nowMs;
    const access: AccessToken = { value: newAccessToken(), grantId: grant.id, expiresAt: now + ACCESS_MS };
    for (const { value, expiresAt } of this.#access.values())
      if (expiresAt <= now) this.#access.delete(value);
    this.#access.set(access.value, access);
    this.#onChange(grant, access);
    const inSeconds = (at: number): number => Math.floor((at - now) / SECOND);
    return {
      grant,
      accessToken: access.value,
      refreshToken: grant.refreshToken,
      refreshExpiresInSeconds: inSeconds(Math.min(grant.refreshExpiresAt, grant.hardExpiresAt)),
      hardExpiresInSeconds: inSeconds(grant.hardExpiresAt),
    };
  }

  #grantOfRefreshToken(value: string): Grant | undefined {
    for (const grant of this.#grants.values()) {
      if (grant.refreshToken === value || grant.previousToken === value) return grant;
    }
    return undefined;
  }

  #revoke(grant: Grant): void {
    grant.revoked = true;
    this.#onChange(grant, undefined);
  }
}

// As long as Intuit's (a JWE of about 900 characters), so that headers and columns are tried at real size.
function newAccessToken(): string {
  return `eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0..${randomBytes(16).toString('base64url')}.${randomBytes(600).toString('base64url')}.${randomBytes(12).toString('base64url')}`;
}

function newRefreshToken(nowMs: number): string {
  return `RT1-100-H0-${Math.floor(nowMs / SECOND)}${randomBytes(10).toString('hex')}`;
}
