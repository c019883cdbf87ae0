import type { Clock } from '../base/clock.ts';
import type { Queryable, Transaction } from '../postgres/database.ts';
import { accessError } from './errors.ts';
import { digestOf, randomToken } from './random-token.ts';

export type LinkKind = 'set_up' | 'invitation' | 'password_reset';

const HOUR_MS = 3_600_000;
/** How long each kind of link works. */
export const linkLifetimesMs: Readonly<Record<LinkKind, number>> = {
  set_up: HOUR_MS / 2,
  invitation: 7 * 24 * HOUR_MS,
  password_reset: 24 * HOUR_MS,
};

/** What a link is for. */
export type OpenLink = {
  readonly kind: LinkKind;
  /** Absent for the first set-up, which makes a person. */
  readonly userId: string | undefined;
  readonly email: string | undefined;
  readonly name: string | undefined;
};

/** Links that work once. Whoever holds one chooses a password, so only its digest is stored. */
export interface Links {
  /** Makes a link and ends the ones before it for the same purpose. Returns its token. */
  create(kind: LinkKind, userId: string | undefined, tx?: Queryable): Promise<string>;
  /** What the link is for, without using it up. @throws AppError ACCESS_LINK_REFUSED */
  look(token: string): Promise<OpenLink>;
  /** Uses it up. Of two at once, exactly one gets through. @throws AppError ACCESS_LINK_REFUSED */
  use(token: string, tx: Transaction): Promise<OpenLink>;
  /** Ends the links of a person: what they were made for has changed. */
  end(userId: string, tx: Transaction): Promise<void>;
}

type Row = { kind: LinkKind; userId: string | null; email: string | null; name: string | null };

const toLink = (row: Row | undefined): OpenLink => {
  if (row === undefined) throw accessError('ACCESS_LINK_REFUSED');
  return {
    kind: row.kind,
    userId: row.userId ?? undefined,
    email: row.email ?? undefined,
    name: row.name ?? undefined,
  };
};

export function createLinks(options: { db: Queryable; clock: Clock }): Links {
  const { db, clock } = options;
  return {
    async create(kind, userId, tx = db) {
      const token = randomToken();
      const now = clock.now();
      await tx.query(
        `DELETE FROM ledger_mirror.access_links
         WHERE expires_at <= $1 OR user_id = $2 OR (kind = 'set_up' AND $3 = 'set_up')`,
        [now, userId ?? null, kind],
      );
      await tx.query(
        `INSERT INTO ledger_mirror.access_links (token_hash, kind, user_id, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [digestOf(token), kind, userId ?? null, now, new Date(now.getTime() + linkLifetimesMs[kind])],
      );
      return token;
    },

    async look(token) {
      const [row] = await db.query<Row>(
        `SELECT link.kind, link.user_id, u.email, u.name
         FROM ledger_mirror.access_links AS link LEFT JOIN ledger_mirror.users AS u ON u.id = link.user_id
         WHERE token_hash = $1 AND expires_at > $2 AND u.disabled_at IS NULL`,
        [digestOf(token), clock.now()],
      );
      return toLink(row);
    },

    async use(token, tx) {
      const [row] = await tx.query<Row>(
        `WITH used AS (
           DELETE FROM ledger_mirror.access_links WHERE token_hash = $1 AND expires_at > $2
           RETURNING kind, user_id
         )
         SELECT used.kind, used.user_id, u.email, u.name
         FROM used LEFT JOIN ledger_mirror.users AS u ON u.id = used.user_id WHERE u.disabled_at IS NULL`,
        [digestOf(token), clock.now()],
      );
      return toLink(row);
    },

    async end(userId, tx) {
      await tx.query('DELETE FROM ledger_mirror.access_links WHERE user_id = $1', [userId]);
    },
  };
}
