import type { Clock } from '../base/clock.ts';
import type { Database, Queryable, Transaction } from '../postgres/database.ts';
import { sqlState } from '../postgres/errors.ts';
import { takeTurn } from '../postgres/turns.ts';
import { actorOf, type AuditTrail } from './audit.ts';
import { accessError } from './errors.ts';
import type { Links } from './links.ts';
import type { Origin } from './origin.ts';
import type { Principal } from './principal.ts';
import type { Role } from './roles.ts';
import {
  adds,
  organizationsSql,
  requirePossible,
  requireRank,
  writeOrganizations,
  type Scope,
} from './scopes.ts';
import type { Sessions } from './sessions.ts';

/** A person who can sign in, or was invited to. */
export type User = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The companies the person is limited to; undefined for all. */
  readonly organizations: string[] | undefined;
  /** invited: has no password yet. */
  readonly status: 'invited' | 'active' | 'disabled';
  readonly createdAt: Date;
  readonly lastSignInAt: Date | undefined;
};

export type UserChange = {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  /** null lifts the limit; undefined leaves it. */
  readonly organizations?: readonly string[] | null | undefined;
  readonly disabled?: boolean | undefined;
};

/** People and what they may do. Each change is audited in its own transaction. */
export interface Users {
  list(): Promise<User[]>;
  /** @throws AppError ACCESS_USER_UNKNOWN */
  get(id: string): Promise<User>;
  /** @throws AppError ACCESS_USER_UNKNOWN */
  getByEmail(email: string): Promise<User>;
  /**
   * Adds a person without a password, and makes the link with which they choose one.
   * @throws AppError ACCESS_USER_EXISTS, ACCESS_FORBIDDEN, ACCESS_OWNER_IS_UNLIMITED, ACCESS_ORGANIZATION_UNKNOWN
   */
  invite(
    person: { email: string; name?: string | undefined } & Scope,
    by: Principal,
    origin?: Origin,
  ): Promise<{ user: User; token: string }>;
  /** A new link: an invitation while there is no password, otherwise a reset. @throws AppError ACCESS_FORBIDDEN */
  createLink(id: string, by: Principal, origin?: Origin): Promise<{ user: User; token: string }>;
  /**
   * Changes take effect with the person's next request; disabling signs them out everywhere. A link that was made for
   * somebody who could do less, or was disabled since, ends: whoever has it would get more than it was made for.
   * @throws AppError ACCESS_LAST_OWNER, ACCESS_FORBIDDEN, ACCESS_OWNER_IS_UNLIMITED, ACCESS_ORGANIZATION_UNKNOWN
   */
  change(id: string, change: UserChange, by: Principal, origin?: Origin): Promise<User>;
  /** @throws AppError ACCESS_LAST_OWNER, ACCESS_FORBIDDEN */
  remove(id: string, by: Principal, origin?: Origin): Promise<void>;
  /** Signs a person out of every browser. */
  signOut(id: string, by: Principal, origin?: Origin): Promise<number>;
}

type Row = {
  id: string;
  email: string;
  name: string;
  role: Role;
  limited: boolean;
  organizations: string[];
  hasPassword: boolean;
  disabledAt: Date | null;
  createdAt: Date;
  lastSignInAt: Date | null;
};

const selectUsers = `
  SELECT id, email, name, role, limited, ${organizationsSql('user', 'users.id')} AS organizations,
         password_hash IS NOT NULL AS has_password, disabled_at, created_at, last_sign_in_at
  FROM ledger_mirror.users`;

const toUser = (row: Row): User => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  organizations: row.limited ? row.organizations : undefined,
  status: row.disabledAt !== null ? 'disabled' : row.hasPassword ? 'active' : 'invited',
  createdAt: row.createdAt,
  lastSignInAt: row.lastSignInAt ?? undefined,
});

/** An e-mail address as it is stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** Whether somebody can sign in and do everything. */
export async function hasOwner(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ledger_mirror.users
       WHERE role = 'owner' AND disabled_at IS NULL AND password_hash IS NOT NULL) AS found`,
  );
  return row?.found === true;
}

/** Puts the changes of owners in a row, so that two cannot remove each other at once. Until the transaction ends. */
export async function lockOwners(tx: Transaction): Promise<void> {
  await takeTurn(tx, 'owners');
}

export function createUsers(options: {
  db: Database;
  clock: Clock;
  audit: AuditTrail;
  links: Links;
  sessions: Sessions;
}): Users {
  const { db, clock, audit, links, sessions } = options;

  const load = async (on: Queryable, id: string): Promise<User> => {
    const [row] = await on.query<Row>(`${selectUsers} WHERE id = $1`, [id]);
    if (row === undefined) throw accessError('ACCESS_USER_UNKNOWN');
    return toUser(row);
  };

  const note = (
    tx: Transaction,
    action: 'user.invited' | 'user.changed' | 'user.removed' | 'password.link_created' | 'session.revoked',
    user: User,
    by: Principal,
    origin: Origin | undefined,
    details?: Readonly<Record<string, unknown>>,
  ): Promise<void> =>
    audit.record({ actor: actorOf(by), action, target: user.email, details, ...origin }, tx);

  const linkFor = (tx: Transaction, user: User): Promise<string> =>
    links.create(user.status === 'invited' ? 'invitation' : 'password_reset', user.id, tx);

  /** @throws AppError ACCESS_LAST_OWNER when nobody could administer the installation any more. */
  const requireOwnerLeft = async (tx: Transaction, before: User): Promise<void> => {
    if (before.role === 'owner' && before.status === 'active' && !(await hasOwner(tx))) {
      throw accessError('ACCESS_LAST_OWNER');
    }
  };

  return {
    async list() {
      return (await db.query<Row>(`${selectUsers} ORDER BY email`)).map(toUser);
    },

    get: (id) => load(db, id),

    async getByEmail(email) {
      const [row] = await db.query<Row>(`${selectUsers} WHERE email = $1`, [normalizeEmail(email)]);
      if (row === undefined) throw accessError('ACCESS_USER_UNKNOWN');
      return toUser(row);
    },

    async invite(person, by, origin) {
      requireRank(by, person.role);
      requirePossible(person);
      return db.transaction(async (tx) => {
        const [row] = await tx
          .query<{ id: string }>(
            `INSERT INTO ledger_mirror.users (email, name, role, limited, created_at)
             VALUES ($1, $2, $3, $4, $5) RETURNING id`,
            [
              normalizeEmail(person.email),
              person.name ?? '',
              person.role,
              person.organizations !== undefined,
              clock.now(),
            ],
          )
          .catch((cause: unknown) => {
            throw sqlState(cause) === '23505' ? accessError('ACCESS_USER_EXISTS', { cause }) : cause;
          });
        const id = row?.id ?? '';
        await writeOrganizations(tx, 'user', id, person.organizations);
        const user = await load(tx, id);
        await note(tx, 'user.invited', user, by, origin, {
          role: user.role,
          organizations: user.organizations ?? 'all',
        });
        return { user, token: await linkFor(tx, user) };
      });
    },

    createLink: (id, by, origin) =>
      db.transaction(async (tx) => {
        const user = await load(tx, id);
        requireRank(by, user.role);
        await note(tx, 'password.link_created', user, by, origin);
        return { user, token: await linkFor(tx, user) };
      }),

    change: (id, change, by, origin) =>
      db.transaction(async (tx) => {
        await lockOwners(tx);
        const before = await load(tx, id);
        requireRank(by, before.role);
        const role = change.role ?? before.role;
        requireRank(by, role);
        const organizations =
          change.organizations === undefined ? before.organizations : (change.organizations ?? undefined);
        requirePossible({ role, organizations });
        await tx.query(
          `UPDATE ledger_mirror.users SET name = coalesce($2, name), role = $3, limited = $4,
             disabled_at = CASE WHEN $5::boolean IS NULL THEN disabled_at WHEN $5 THEN coalesce(disabled_at, $6) END
           WHERE id = $1`,
          [id, change.name ?? null, role, organizations !== undefined, change.disabled ?? null, clock.now()],
        );
        await writeOrganizations(tx, 'user', id, organizations);
        await requireOwnerLeft(tx, before);
        if (change.disabled === true) await sessions.revokeAll(id, tx);
        if (change.disabled === true || adds({ role, organizations }, before)) await links.end(id, tx);
        const after = await load(tx, id);
        await note(tx, 'user.changed', after, by, origin, {
          role: after.role,
          organizations: after.organizations ?? 'all',
          status: after.status,
        });
        return after;
      }),

    remove: (id, by, origin) =>
      db.transaction(async (tx) => {
        await lockOwners(tx);
        const user = await load(tx, id);
        requireRank(by, user.role);
        await tx.query('DELETE FROM ledger_mirror.users WHERE id = $1', [id]);
        await requireOwnerLeft(tx, user);
        await note(tx, 'user.removed', user, by, origin);
      }),

    signOut: (id, by, origin) =>
      db.transaction(async (tx) => {
        const user = await load(tx, id);
        requireRank(by, user.role);
        const ended = await sessions.revokeAll(id, tx);
        await note(tx, 'session.revoked', user, by, origin, { sessions: ended });
        return ended;
      }),
  };
}
