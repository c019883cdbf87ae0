import { parseAddress } from '../base/addresses.ts';
import type { Clock } from '../base/clock.ts';
import type { Queryable } from '../postgres/database.ts';
import { accessError } from './errors.ts';
import { digestOf } from './random-token.ts';

/** Tries without success in one window, before further ones are refused unseen. */
export const signInLimits = { account: 10, address: 40, windowMs: 15 * 60_000 } as const;

type Subject = { readonly kind: 'account' | 'address'; readonly hash: Buffer };

/** Counts tries to sign in, in PostgreSQL, so that every web process counts the same ones. */
export interface SignInLimits {
  /**
   * Takes a try before the password is looked at, so that a hundred tries at once count as a hundred.
   * @throws AppError ACCESS_TOO_MANY_ATTEMPTS; `details.first` is true for the first refusal of a window
   */
  take(attempt: { email: string; address: string }): Promise<void>;
  /** Gives the tries back after a success: who knows the password is not guessing. */
  giveBack(attempt: { email: string; address: string }): Promise<void>;
}

/** The address as it is counted: an IPv6 customer has a whole /64, and would otherwise have 2^64 windows. */
export function countedAddress(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return address;
  if (!('parts' in parsed)) return parsed.toString();
  return parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}

export function createSignInLimits(options: { db: Queryable; clock: Clock }): SignInLimits {
  const { db, clock } = options;

  const subjectsOf = (attempt: { email: string; address: string }): readonly Subject[] => [
    { kind: 'address', hash: digestOf(`address ${countedAddress(attempt.address)}`) },
    { kind: 'account', hash: digestOf(`account ${attempt.email}`) },
  ];

  const count = async (subject: Subject): Promise<{ attempts: number; windowEndsAt: Date }> => {
    const now = clock.now();
    const [row] = await db.query<{ attempts: number; windowEndsAt: Date }>(
      `INSERT INTO ledger_mirror.sign_in_attempts AS counted (kind, subject_hash, attempts, window_ends_at)
       VALUES ($1, $2, 1, $4)
       ON CONFLICT (kind, subject_hash) DO UPDATE
       SET attempts = CASE WHEN counted.window_ends_at <= $3 THEN 1 ELSE counted.attempts + 1 END,
           window_ends_at = CASE WHEN counted.window_ends_at <= $3 THEN $4 ELSE counted.window_ends_at END
       RETURNING attempts, window_ends_at`,
      [subject.kind, subject.hash, now, new Date(now.getTime() + signInLimits.windowMs)],
    );
    if (row === undefined) throw new Error('An upsert returned no row.');
    return row;
  };

  return {
    async take(attempt) {
      // Skipping what others hold: two clean-ups at once must not wait for each other in a circle.
      await db.query(
        `DELETE FROM ledger_mirror.sign_in_attempts WHERE (kind, subject_hash) IN (
           SELECT kind, subject_hash FROM ledger_mirror.sign_in_attempts WHERE window_ends_at <= $1
           FOR UPDATE SKIP LOCKED)`,
        [clock.now()],
      );
      for (const subject of subjectsOf(attempt)) {
        const { attempts, windowEndsAt } = await count(subject);
        const limit = signInLimits[subject.kind];
        if (attempts <= limit) continue;
        throw accessError('ACCESS_TOO_MANY_ATTEMPTS', {
          retryAfterMs: Math.max(1000, windowEndsAt.getTime() - clock.now().getTime()),
          details: { limitedBy: subject.kind, first: attempts === limit + 1 },
        });
      }
    },

    async giveBack(attempt) {
      for (const subject of subjectsOf(attempt)) {
        // Of the address only its own try: one account that works must not pay for guesses at others.
        await (subject.kind === 'account'
          ? db.query(`DELETE FROM ledger_mirror.sign_in_attempts WHERE kind = $1 AND subject_hash = $2`, [
              subject.kind,
              subject.hash,
            ])
          : db.query(
              `UPDATE ledger_mirror.sign_in_attempts SET attempts = greatest(1, attempts - 1)
               WHERE kind = $1 AND subject_hash = $2`,
              [subject.kind, subject.hash],
            ));
      }
    },
  };
}
