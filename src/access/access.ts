import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import type { Secret } from '../base/secret.ts';
import type { Database } from '../postgres/database.ts';
import { createAuditTrail, type AuditTrail } from './audit.ts';
import { isBoundTo, refusalDetails } from './bound-addresses.ts';
import { accessError } from './errors.ts';
import { createKeys, type Keys } from './keys.ts';
import { createLinks, type Links } from './links.ts';
import type { Origin } from './origin.ts';
import type { PasswordCost } from './passwords.ts';
import type { Principal } from './principal.ts';
import { digestOf } from './random-token.ts';
import { createSessions, type SessionLimits, type Sessions } from './sessions.ts';
import { createSignInLimits } from './sign-in-limits.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import type { TrailKeys } from './trail/keys.ts';
import { createUsers, hasOwner, type Users } from './users.ts';

/** What a request brings to prove who sent it. */
export type Credentials = {
  readonly authorization: string | undefined;
  /** The session cookie. */
  readonly sessionToken: string | undefined;
};

/** Everything about who may do what, put together. */
export interface Access {
  readonly users: Users;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly keys: Keys;
  readonly audit: AuditTrail;
  /**
   * Who sent a request; undefined without credentials and with a cookie that has ended. A key goes before a cookie.
   * @throws AppError ACCESS_KEY_REFUSED for an authorization header that is not a working key
   */
  authenticate(credentials: Credentials, origin: Origin): Promise<Principal | undefined>;
  /**
   * Who sent each, as of now, however many they are for the price of one. Notes no use and moves no end of a session;
   * what is not accepted is nobody's.
   */
  recognise(credentials: readonly Credentials[]): Promise<(Principal | undefined)[]>;
  /** Whether somebody can administer the installation: an owner with a password, or the pre-shared key. */
  hasOwner(): Promise<boolean>;
}

/** What stands in an Authorization header behind the word; undefined where that is another one. */
function bearerOf(authorization: string): string | undefined {
  return /^Bearer +([^\s]+)$/i.exec(authorization)?.[1];
}

const adminKeyPrincipal: Principal = {
  kind: 'admin_key',
  id: 'admin-api-key',
  name: 'ADMIN_API_KEY',
  role: 'owner',
  organizations: undefined,
};

/** What an installation says about who gets in. */
export type AccessSettings = {
  /** The pre-shared owner key of the settings. */
  readonly adminApiKey?: Secret | undefined;
  /** Addresses and ranges from which alone it works. @default any */
  readonly adminApiKeyAddresses?: readonly string[] | undefined;
  /** How long browsers stay signed in. @default a week unused, thirty days in all */
  readonly sessionLimits?: SessionLimits | undefined;
};

const HOUR_MS = 3_600_000;

export function createAccess(
  options: AccessSettings & {
    db: Database;
    clock: Clock;
    /** What new passwords' hashes cost; for tests of something else. */
    passwordCost?: PasswordCost;
    /** What the entries of the trail are signed with. */
    trailKeys?: TrailKeys;
  },
): Access {
  const { db, clock, adminApiKey, adminApiKeyAddresses, sessionLimits, passwordCost, trailKeys } = options;
  const audit = createAuditTrail({ db, keys: trailKeys });
  const links = createLinks({ db, clock });
  const sessions = createSessions({ db, clock, limits: sessionLimits });
  const limits = createSignInLimits({ db, clock });
  const signIn = createSignIn({ db, clock, audit, links, sessions, limits, passwordCost });
  const users = createUsers({ db, clock, audit, links, sessions });
  const keys = createKeys({ db, clock, audit });
  let adminKeyUsedOn: string | undefined;
  let adminKeyRefusedAt = Number.NEGATIVE_INFINITY;

  const isAdminKey = (given: string): boolean =>
    // Digests have one length, so the comparison takes the same time whatever was sent.
    adminApiKey !== undefined && timingSafeEqual(digestOf(given), digestOf(adminApiKey.reveal()));

  const useAdminKey = async (origin: Origin): Promise<Principal> => {
    const { kind, id, name } = adminKeyPrincipal;
    if (adminApiKeyAddresses !== undefined && !isBoundTo(adminApiKeyAddresses, origin)) {
      const now = clock.now().getTime();
      if (now - adminKeyRefusedAt >= HOUR_MS) {
        adminKeyRefusedAt = now;
        const details = refusalDetails(adminApiKeyAddresses, origin);
        const actor = { kind: 'anonymous' } as const;
        await audit.record({ actor, action: 'key.refused', target: name, details, ...origin });
      }
      throw accessError('ACCESS_KEY_REFUSED');
    }
    const today = clock.now().toISOString().slice(0, 10);
    if (adminKeyUsedOn !== today) {
      adminKeyUsedOn = today;
      await audit.record({ actor: { kind, id, name }, action: 'key.used', target: name, ...origin });
    }
    return adminKeyPrincipal;
  };

  return {
    users,
    links,
    sessions,
    signIn,
    keys,
    audit,

    async authenticate({ authorization, sessionToken }, origin) {
      if (authorization !== undefined) {
        const given = bearerOf(authorization);
        if (given === undefined) throw accessError('ACCESS_KEY_REFUSED');
        if (isAdminKey(given)) return useAdminKey(origin);
        const principal = await keys.find(given, origin);
        if (principal === undefined) throw accessError('ACCESS_KEY_REFUSED');
        return principal;
      }
      return sessionToken === undefined ? undefined : sessions.find(sessionToken);
    },

    async recognise(credentials) {
      const given = credentials.map(({ authorization }) =>
        authorization === undefined ? undefined : (bearerOf(authorization) ?? ''),
      );
      const cookies = credentials.map(({ sessionToken }, index) =>
        given[index] === undefined ? sessionToken : undefined,
      );
      const [byKey, byCookie] = await Promise.all([
        keys.recognise(given.filter((key) => key !== undefined)),
        sessions.recognise(cookies.filter((token) => token !== undefined)),
      ]);
      return credentials.map((_, index) => {
        const key = given[index];
        if (key === undefined) return cookies[index] === undefined ? undefined : byCookie.shift();
        const principal = byKey.shift();
        return isAdminKey(key) ? adminKeyPrincipal : principal;
      });
    },

    hasOwner: async () => adminApiKey !== undefined || hasOwner(db),
  };
}
