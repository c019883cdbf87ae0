import type { Clock } from '../base/clock.ts';
import { isAppError } from '../base/errors.ts';
import type { Database } from '../postgres/database.ts';
import { sqlState } from '../postgres/errors.ts';
import { actorOf, type AuditTrail } from './audit.ts';
import { accessError } from './errors.ts';
import type { Links } from './links.ts';
import type { Origin } from './origin.ts';
import { requireGoodPassword } from './guessable.ts';
import { hashPassword, requireLength, verifyPassword, type PasswordCost } from './passwords.ts';
import type { Principal } from './principal.ts';
import type { Sessions, Visitor } from './sessions.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { hasOwner, lockOwners, normalizeEmail } from './users.ts';

/** Everything that has to do with passwords. */
export interface SignIn {
  /**
   * Checks a password and signs the browser in. An unknown address, a disabled person and a wrong password take equally
   * long and are answered in the same words.
   * @returns what the cookie is to hold
   * @throws AppError ACCESS_SIGN_IN_REFUSED, ACCESS_TOO_MANY_ATTEMPTS, ACCESS_BUSY
   */
  signIn(credentials: { email: string; password: string }, visitor: Visitor, origin: Origin): Promise<string>;
  /** Signs the browser out; a token that is not known (any more) is no error. */
  signOut(token: string, origin: Origin): Promise<void>;
  /**
   * Uses a link: makes the first owner, accepts an invitation, or sets a new password and signs all browsers out.
   * @returns what the cookie is to hold
   * @throws AppError ACCESS_LINK_REFUSED, ACCESS_OWNER_EXISTS, ACCESS_PASSWORD_TOO_SHORT, ACCESS_PASSWORD_WEAK
   */
  acceptLink(
    answer: { token: string; password: string; email?: string | undefined; name?: string | undefined },
    visitor: Visitor,
    origin: Origin,
  ): Promise<string>;
  /**
   * Changes one's own password, signs the other browsers out, and ends a link with which another could be set.
   * @returns what the cookie of this browser is to hold from now on
   * @throws AppError ACCESS_PASSWORD_WRONG, ACCESS_PASSWORD_TOO_SHORT, ACCESS_PASSWORD_WEAK
   */
  changePassword(
    by: Principal,
    passwords: { current: string; wanted: string },
    origin: Origin,
  ): Promise<string>;
  /**
   * Takes the password again of a person who is signed in, before something that a browser alone must not do.
   * @returns what the cookie of this browser is to hold from now on
   * @throws AppError ACCESS_PASSWORD_WRONG, ACCESS_TOO_MANY_ATTEMPTS, ACCESS_BUSY, ACCESS_SIGN_IN_REQUIRED
   */
  confirm(by: Principal, password: string, origin: Origin): Promise<string>;
  /**
   * Makes the first owner out of settings, unless there is an owner already.
   * @returns whether it did
   * @throws AppError ACCESS_PASSWORD_WEAK
   */
  createFirstOwner(owner: { email: string; password: string }): Promise<boolean>;
}

type AccountRow = { id: string; passwordHash: string | null; disabledAt: Date | null };

export function createSignIn(options: {
  db: Database;
  clock: Clock;
  audit: AuditTrail;
  links: Links;
  sessions: Sessions;
  limits: SignInLimits;
  passwordCost: PasswordCost | undefined;
}): SignIn {
  const { db, clock, audit, links, sessions, limits, passwordCost } = options;

  const findAccount = async (email: string): Promise<AccountRow | undefined> => {
    const [account] = await db.query<AccountRow>(
      'SELECT id, password_hash, disabled_at FROM ledger_mirror.users WHERE email = $1',
      [email],
    );
    return account;
  };

  /** What was typed is written down only for an account that exists: people type passwords into the wrong field. */
  const noteFailure = (
    action: 'sign_in.failed' | 'sign_in.blocked',
    email: string,
    account: AccountRow | undefined,
    origin: Origin,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> =>
    audit.record({
      actor: { kind: 'anonymous' },
      action,
      target: account === undefined ? undefined : email,
      details: { knownAccount: account !== undefined, ...details },
      ...origin,
    });

  const takeAttempt = async (attempt: { email: string; address: string }, origin: Origin): Promise<void> => {
    try {
      await limits.take(attempt);
    } catch (error) {
      // Once a window: a flood of attempts must not become a flood of entries.
      if (isAppError(error, 'ACCESS_TOO_MANY_ATTEMPTS') && error.details['first'] === true) {
        const account = await findAccount(attempt.email);
        await noteFailure('sign_in.blocked', attempt.email, account, origin, {
          limitedBy: error.details['limitedBy'],
        });
      }
      throw error;
    }
  };

  /** Counted like signing in: a browser left open must not become a place to guess passwords. */
  const requireOwnPassword = async (by: Principal, password: string, origin: Origin): Promise<void> => {
    const attempt = { email: by.name, address: origin.address ?? 'unknown' };
    await takeAttempt(attempt, origin);
    const account = await findAccount(by.name);
    const right = await verifyPassword(password, account?.passwordHash ?? undefined, passwordCost);
    if (!right || account?.id !== by.id) {
      await audit.record({ actor: actorOf(by), action: 'password.refused', target: by.name, ...origin });
      throw accessError('ACCESS_PASSWORD_WRONG');
    }
    await limits.giveBack(attempt);
  };

  return {
    async signIn({ email: typed, password }, visitor, origin) {
      const email = normalizeEmail(typed);
      const attempt = { email, address: visitor.address ?? 'unknown' };
      await takeAttempt(attempt, origin);
      const account = await findAccount(email);
      const usable = account !== undefined && account.disabledAt === null;
      const stored = usable ? (account.passwordHash ?? undefined) : undefined;
      const right = await verifyPassword(password, stored, passwordCost);
      if (!right || !usable) {
        await noteFailure('sign_in.failed', email, account, origin);
        throw accessError('ACCESS_SIGN_IN_REFUSED');
      }
      await limits.giveBack(attempt);
      return db.transaction(async (tx) => {
        // The password may have been reset while ours was being compared.
        const [still] = await tx.query(
          `UPDATE ledger_mirror.users SET last_sign_in_at = $2
           WHERE id = $1 AND password_hash = $3 AND disabled_at IS NULL RETURNING id`,
          [account.id, clock.now(), account.passwordHash],
        );
        if (still === undefined) throw accessError('ACCESS_SIGN_IN_REFUSED');
        const actor = { kind: 'user' as const, id: account.id, name: email };
        await audit.record({ actor, action: 'sign_in.succeeded', ...origin }, tx);
        return sessions.open(account.id, visitor, tx);
      });
    },

    async signOut(token, origin) {
      const closed = await sessions.close(token);
      if (closed === undefined) return;
      const actor = { kind: 'user' as const, id: closed.userId, name: closed.email };
      await audit.record({ actor, action: 'sign_out.done', ...origin });
    },

    async acceptLink({ token, password, email, name }, visitor, origin) {
      // Before the expensive part, so that nobody makes us hash without a link.
      const seen = await links.look(token);
      await requireGoodPassword(password, [seen.email, seen.name, email, name]);
      const passwordHash = await hashPassword(password, passwordCost);
      return db.transaction(async (tx) => {
        if (seen.kind === 'set_up') {
          await lockOwners(tx);
          if (await hasOwner(tx)) throw accessError('ACCESS_OWNER_EXISTS');
        }
        const link = await links.use(token, tx);
        const now = clock.now();
        const [user] =
          link.kind === 'set_up'
            ? await insertOwner(tx, normalizeEmail(email ?? ''), name, passwordHash, now)
            : await tx.query<{ id: string; email: string }>(
                `UPDATE ledger_mirror.users
                 SET password_hash = $2, password_changed_at = $3, name = coalesce(nullif($4, ''), name)
                 WHERE id = $1 RETURNING id, email`,
                [link.userId, passwordHash, now, link.kind === 'invitation' ? (name ?? null) : null],
              );
        if (user === undefined) throw accessError('ACCESS_LINK_REFUSED');
        await sessions.revokeAll(user.id, tx);
        await links.end(user.id, tx);
        const actor = { kind: 'user' as const, id: user.id, name: user.email };
        const action = (
          { set_up: 'owner.created', invitation: 'user.joined', password_reset: 'password.reset' } as const
        )[link.kind];
        await audit.record({ actor, action, target: user.email, ...origin }, tx);
        return sessions.open(user.id, visitor, tx);
      });
    },

    async changePassword(by, { current, wanted }, origin) {
      requireLength(wanted);
      await requireOwnPassword(by, current, origin);
      await requireGoodPassword(wanted, [by.name]);
      const passwordHash = await hashPassword(wanted, passwordCost);
      return db.transaction(async (tx) => {
        await tx.query(
          'UPDATE ledger_mirror.users SET password_hash = $2, password_changed_at = $3 WHERE id = $1',
          [by.id, passwordHash, clock.now()],
        );
        await sessions.revokeAll(by.id, tx, by.sessionId);
        await links.end(by.id, tx);
        await audit.record(
          { actor: actorOf(by), action: 'password.changed', target: by.name, ...origin },
          tx,
        );
        // A copy of this browser's cookie ends as well.
        return sessions.confirm(by.sessionId ?? '', tx);
      });
    },

    async confirm(by, password, origin) {
      await requireOwnPassword(by, password, origin);
      return db.transaction(async (tx) => {
        await audit.record(
          { actor: actorOf(by), action: 'password.confirmed', target: by.name, ...origin },
          tx,
        );
        return sessions.confirm(by.sessionId ?? '', tx);
      });
    },

    async createFirstOwner({ email, password }) {
      if (await hasOwner(db)) return false;
      await requireGoodPassword(password, [email]);
      const passwordHash = await hashPassword(password, passwordCost);
      return db.transaction(async (tx) => {
        await lockOwners(tx);
        if (await hasOwner(tx)) return false;
        const [user] = await insertOwner(tx, normalizeEmail(email), undefined, passwordHash, clock.now());
        if (user !== undefined) await links.end(user.id, tx);
        await audit.record(
          {
            actor: { kind: 'system' },
            action: 'owner.created',
            target: user?.email,
            details: { from: 'ADMIN_EMAIL' },
          },
          tx,
        );
        return true;
      });
    },
  };
}

/** Somebody who was invited before there was an owner keeps the account and becomes one. */
async function insertOwner(
  tx: Pick<Database, 'query'>,
  email: string,
  name: string | undefined,
  passwordHash: string,
  now: Date,
): Promise<{ id: string; email: string }[]> {
  try {
    return await tx.query<{ id: string; email: string }>(
      `INSERT INTO ledger_mirror.users (email, name, role, password_hash, password_changed_at, created_at)
       VALUES ($1, $2, 'owner', $3, $4, $4)
       ON CONFLICT (email) DO UPDATE SET role = 'owner', limited = false, disabled_at = NULL,
         password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at
       RETURNING id, email`,
      [email, name ?? '', passwordHash, now],
    );
  } catch (cause) {
    throw sqlState(cause) === '23514' ? accessError('ACCESS_LINK_REFUSED', { cause }) : cause;
  }
}
