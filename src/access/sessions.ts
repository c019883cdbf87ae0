import type { Clock } from '../base/clock.ts';
import type { Queryable } from '../postgres/database.ts';
import { times } from '../tuning/times.ts';
import { accessError } from './errors.ts';
import type { Principal } from './principal.ts';
import { digestOf, randomToken } from './random-token.ts';
import type { Role } from './roles.ts';
import { organizationsSql } from './scopes.ts';

/** A browser that is not used for `idleMs` is signed out; one that is used, after `totalMs`. */
export type SessionLimits = { readonly idleMs: number; readonly totalMs: number };
/** The end moves at most this often, so that not every request writes. */
const TOUCH_MS = 60_000;
const LONGEST_BROWSER_NAME = 200;

/** A signed-in browser, as people see it. */
export type Session = {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly address: string | undefined;
  readonly browser: string | undefined;
};

export type Visitor = { readonly address?: string | undefined; readonly browser?: string | undefined };

/** Signed-in browsers. What a browser holds is never stored, only its digest. */
export interface Sessions {
  /** How long a cookie may be of use. */
  readonly totalMs: number;
  /**
   * Signs a browser in whose person has just typed the password, and returns what its cookie is to hold. Always a new
   * token: none is taken from outside.
   */
  open(userId: string, visitor: Visitor, tx?: Queryable): Promise<string>;
  /** Who the cookie's owner is, as of now: role and companies are read anew each time. Moves the end. */
  find(token: string): Promise<Principal | undefined>;
  /**
   * Notes that the password was typed in this browser just now, and returns what its cookie is to hold from now on. The
   * one before is taken a minute longer and counts as not confirmed: a thief's copy gains nothing.
   * @throws AppError ACCESS_SIGN_IN_REQUIRED when the session has ended meanwhile
   */
  confirm(sessionId: string, tx?: Queryable): Promise<string>;
  /** The same of each cookie, in one question and without moving an end. */
  recognise(tokens: readonly string[]): Promise<(Principal | undefined)[]>;
  /** The browsers of one person, the one used last first. */
  list(userId: string): Promise<Session[]>;
  /** Signs one browser of a person out. @throws AppError ACCESS_SESSION_UNKNOWN */
  revoke(userId: string, sessionId: string): Promise<void>;
  /** Signs all browsers of a person out, except perhaps one. Returns how many. */
  revokeAll(userId: string, tx?: Queryable, exceptId?: string): Promise<number>;
  /** Signs out the browser that holds the token, and says who it was. */
  close(token: string): Promise<{ userId: string; email: string } | undefined>;
}

type FoundRow = {
  sessionId: string;
  userId: string;
  email: string;
  role: Role;
  limited: boolean;
  organizations: string[];
  lastSeenAt: Date;
  confirmed: boolean;
};

type Hashes = { tokenHash: Buffer; previousTokenHash: Buffer | null };

type ListRow = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  idleEndsAt: Date;
  endsAt: Date;
  address: string | null;
  browser: string | null;
};

const toPrincipal = (row: FoundRow): Principal => ({
  kind: 'user',
  id: row.userId,
  name: row.email,
  role: row.role,
  organizations: row.limited ? new Set(row.organizations) : undefined,
  sessionId: row.sessionId,
  confirmed: row.confirmed,
});

export function createSessions(options: {
  db: Queryable;
  clock: Clock;
  /** @default a week and thirty days */
  limits?: SessionLimits | undefined;
}): Sessions {
  const { db, clock } = options;
  const { idleMs, totalMs } = options.limits ?? {
    idleMs: times.sessionIdleMs,
    totalMs: times.sessionTotalMs,
  };

  /** What a session must have seen and begun after, so that shorter limits hold for those that are open. */
  const bounds = (now: Date): readonly [now: Date, seen: Date, begun: Date] => [
    now,
    new Date(now.getTime() - idleMs),
    new Date(now.getTime() - totalMs),
  ];

  /**
   * The rows of sessions that last, each in the place of its cookie.
   * @param former  how long the cookie before the present one is taken
   */
  const findRows = async (
    tokens: readonly string[],
    now: Date,
    former: 'for a minute' | 'while the session lasts',
  ): Promise<(FoundRow | undefined)[]> => {
    if (tokens.length === 0) return [];
    const digests = tokens.map(digestOf);
    const rows = await db.query<FoundRow & Hashes>(
      `SELECT s.token_hash, CASE WHEN s.previous_ends_at > $6 THEN s.previous_token_hash END AS previous_token_hash,
              s.id AS session_id, u.id AS user_id, u.email, u.role, u.limited, s.last_seen_at,
              coalesce(s.confirmed_at > $5, false) AS confirmed, ${organizationsSql('user', 'u.id')} AS organizations
       FROM ledger_mirror.sessions AS s JOIN ledger_mirror.users AS u ON u.id = s.user_id
       WHERE (s.token_hash = ANY($1) OR (s.previous_token_hash = ANY($1) AND s.previous_ends_at > $6))
         AND s.idle_ends_at > $2 AND s.ends_at > $2 AND s.last_seen_at > $3 AND s.created_at > $4
         AND u.disabled_at IS NULL`,
      [
        digests,
        ...bounds(now),
        new Date(now.getTime() - times.passwordFreshMs),
        former === 'for a minute' ? now : new Date(0),
      ],
    );
    const byDigest = new Map<string, FoundRow>();
    for (const row of rows) {
      byDigest.set(row.tokenHash.toString('hex'), row);
      if (row.previousTokenHash !== null)
        byDigest.set(row.previousTokenHash.toString('hex'), { ...row, confirmed: false });
    }
    return digests.map((digest) => byDigest.get(digest.toString('hex')));
  };

  return {
    totalMs,

    async open(userId, visitor, tx = db) {
      const token = randomToken();
      const now = clock.now();
      await tx.query('DELETE FROM ledger_mirror.sessions WHERE idle_ends_at <= $1 OR ends_at <= $1', [now]);
      await tx.query(
        `INSERT INTO ledger_mirror.sessions
           (user_id, token_hash, created_at, last_seen_at, confirmed_at, idle_ends_at, ends_at, address, browser)
         VALUES ($1, $2, $3, $3, $3, $4, $5, $6, $7)`,
        [
          userId,
          digestOf(token),
          now,
          new Date(now.getTime() + idleMs),
          new Date(now.getTime() + totalMs),
          visitor.address ?? null,
          visitor.browser?.slice(0, LONGEST_BROWSER_NAME) ?? null,
        ],
      );
      return token;
    },

    async find(token) {
      const now = clock.now();
      const [row] = await findRows([token], now, 'for a minute');
      if (row === undefined) return undefined;
      if (now.getTime() - row.lastSeenAt.getTime() >= TOUCH_MS) {
        await db.query(
          'UPDATE ledger_mirror.sessions SET last_seen_at = $2, idle_ends_at = $3 WHERE id = $1',
          [row.sessionId, now, new Date(now.getTime() + idleMs)],
        );
      }
      return toPrincipal(row);
    },

    async recognise(tokens) {
      // Typing the password makes a new cookie; what goes on was asked for with the one before.
      const rows = await findRows(tokens, clock.now(), 'while the session lasts');
      return rows.map((row) => row && toPrincipal(row));
    },

    async confirm(sessionId, tx = db) {
      const token = randomToken();
      const now = clock.now();
      const renewed = await tx.query(
        `UPDATE ledger_mirror.sessions
         SET previous_token_hash = token_hash, previous_ends_at = $3, token_hash = $2, confirmed_at = $4
         WHERE id = $1 RETURNING id`,
        [sessionId, digestOf(token), new Date(now.getTime() + times.formerCookieMs), now],
      );
      if (renewed.length === 0) throw accessError('ACCESS_SIGN_IN_REQUIRED');
      return token;
    },

    async list(userId) {
      const rows = await db.query<ListRow>(
        `SELECT id, created_at, last_seen_at, idle_ends_at, ends_at, address, browser FROM ledger_mirror.sessions
         WHERE user_id = $1 AND idle_ends_at > $2 AND ends_at > $2 AND last_seen_at > $3 AND created_at > $4
         ORDER BY last_seen_at DESC, id`,
        [userId, ...bounds(clock.now())],
      );
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.createdAt,
        lastSeenAt: row.lastSeenAt,
        expiresAt: new Date(
          Math.min(
            row.idleEndsAt.getTime(),
            row.endsAt.getTime(),
            row.lastSeenAt.getTime() + idleMs,
            row.createdAt.getTime() + totalMs,
          ),
        ),
        address: row.address ?? undefined,
        browser: row.browser ?? undefined,
      }));
    },

    async revoke(userId, sessionId) {
      const gone = await db.query(
        'DELETE FROM ledger_mirror.sessions WHERE user_id = $1 AND id = $2 RETURNING id',
        [userId, sessionId],
      );
      if (gone.length === 0) throw accessError('ACCESS_SESSION_UNKNOWN');
    },

    async revokeAll(userId, tx = db, exceptId) {
      const gone = await tx.query(
        `DELETE FROM ledger_mirror.sessions WHERE user_id = $1 AND ($2::uuid IS NULL OR id <> $2) RETURNING id`,
        [userId, exceptId ?? null],
      );
      return gone.length;
    },

    async close(token) {
      const [row] = await db.query<{ userId: string; email: string }>(
        `DELETE FROM ledger_mirror.sessions AS s USING ledger_mirror.users AS u
         WHERE (s.token_hash = $1 OR (s.previous_token_hash = $1 AND s.previous_ends_at > $2)) AND u.id = s.user_id
         RETURNING u.id AS user_id, u.email`,
        [digestOf(token), clock.now()],
      );
      return row;
    },
  };
}
