import type { Clock } from '../base/clock.ts';
import type { Queryable } from '../postgres/database.ts';
import { accessError } from './errors.ts';
import type { Principal } from './principal.ts';
import { digestOf, randomToken } from './random-token.ts';
import type { Role } from './roles.ts';
import { organizationsSql } from './scopes.ts';

const HOUR_MS = 3_600_000;
/** A browser that is not used for this long is signed out; one that is used, after the longer time. */
export const sessionLimits = { idleMs: 7 * 24 * HOUR_MS, totalMs: 30 * 24 * HOUR_MS } as const;
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
  /** Signs a browser in and returns what its cookie is to hold. Always a new token: none is taken from outside. */
  open(userId: string, visitor: Visitor, tx?: Queryable): Promise<string>;
  /** Who the cookie's owner is, as of now: role and companies are read anew each time. Moves the end. */
  find(token: string): Promise<Principal | undefined>;
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
  tokenHash: Buffer;
  sessionId: string;
  userId: string;
  email: string;
  role: Role;
  limited: boolean;
  organizations: string[];
  lastSeenAt: Date;
};

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
});

export function createSessions(options: { db: Queryable; clock: Clock }): Sessions {
  const { db, clock } = options;

  /** The rows of sessions that last, each in the place of its cookie. */
  const findRows = async (tokens: readonly string[], now: Date): Promise<(FoundRow | undefined)[]> => {
    if (tokens.length === 0) return [];
    const digests = tokens.map(digestOf);
    const rows = await db.query<FoundRow>(
      `SELECT s.token_hash, s.id AS session_id, u.id AS user_id, u.email, u.role, u.limited, s.last_seen_at,
              ${organizationsSql('user', 'u.id')} AS organizations
       FROM ledger_mirror.sessions AS s JOIN ledger_mirror.users AS u ON u.id = s.user_id
       WHERE s.token_hash = ANY($1) AND s.idle_ends_at > $2 AND s.ends_at > $2 AND u.disabled_at IS NULL`,
      [digests, now],
    );
    const byDigest = new Map(rows.map((row) => [row.tokenHash.toString('hex'), row]));
    return digests.map((digest) => byDigest.get(digest.toString('hex')));
  };

  return {
    async open(userId, visitor, tx = db) {
      const token = randomToken();
      const now = clock.now();
      await tx.query('DELETE FROM ledger_mirror.sessions WHERE idle_ends_at <= $1 OR ends_at <= $1', [now]);
      await tx.query(
        `INSERT INTO ledger_mirror.sessions
           (user_id, token_hash, created_at, last_seen_at, idle_ends_at, ends_at, address, browser)
         VALUES ($1, $2, $3, $3, $4, $5, $6, $7)`,
        [
          userId,
          digestOf(token),
          now,
          new Date(now.getTime() + sessionLimits.idleMs),
          new Date(now.getTime() + sessionLimits.totalMs),
          visitor.address ?? null,
          visitor.browser?.slice(0, LONGEST_BROWSER_NAME) ?? null,
        ],
      );
      return token;
    },

    async find(token) {
      const now = clock.now();
      const [row] = await findRows([token], now);
      if (row === undefined) return undefined;
      if (now.getTime() - row.lastSeenAt.getTime() >= TOUCH_MS) {
        await db.query(
          'UPDATE ledger_mirror.sessions SET last_seen_at = $2, idle_ends_at = $3 WHERE id = $1',
          [row.sessionId, now, new Date(now.getTime() + sessionLimits.idleMs)],
        );
      }
      return toPrincipal(row);
    },

    async recognise(tokens) {
      const rows = await findRows(tokens, clock.now());
      return rows.map((row) => row && toPrincipal(row));
    },

    async list(userId) {
      const rows = await db.query<ListRow>(
        `SELECT id, created_at, last_seen_at, idle_ends_at, ends_at, address, browser FROM ledger_mirror.sessions
         WHERE user_id = $1 AND idle_ends_at > $2 AND ends_at > $2 ORDER BY last_seen_at DESC, id`,
        [userId, clock.now()],
      );
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.createdAt,
        lastSeenAt: row.lastSeenAt,
        expiresAt: row.idleEndsAt < row.endsAt ? row.idleEndsAt : row.endsAt,
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
         WHERE s.token_hash = $1 AND u.id = s.user_id RETURNING u.id AS user_id, u.email`,
        [digestOf(token)],
      );
      return row;
    },
  };
}
