import type { Clock } from '../base/clock.ts';
import type { AppError } from '../base/errors.ts';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import type { Queryable } from '../postgres/database.ts';
import { actorOf, type Actor } from './audit.ts';
import { accessError } from './errors.ts';
import type { Principal } from './principal.ts';
import { digestOf, randomToken } from './random-token.ts';
import { isAtLeast, type Role } from './roles.ts';
import { organizationsSql } from './scopes.ts';

/** How long a person has to answer the consent page. */
export const connectStateSeconds = 600;

type ConnectRequest = {
  readonly integration: string;
  /** The value of the browser's cookie; only that browser may bring the answer. */
  readonly browser: string;
  /** On reconnect, the company that must come back. */
  readonly expectedRealmId?: RealmId | undefined;
  /** Who asks: for the audit trail, and because they must still be allowed to when the answer comes. */
  readonly by?: Principal | undefined;
};

/** What comes back with the answer. */
export type ConnectMemory = {
  readonly expectedRealmId: RealmId | undefined;
  readonly actor: Actor | undefined;
  readonly sessionId: string | undefined;
};

type ConnectAnswer = {
  readonly integration: string;
  readonly browser: string | undefined;
  readonly state: string | undefined;
};

/** The OAuth round trips under way. States and cookies are stored as hashes, so a copy of the table opens nothing. */
export interface ConnectStates {
  /** Stores a new request and returns its state parameter. */
  issue(request: ConnectRequest): Promise<string>;
  /**
   * Uses a state up and returns what was asked for. Of two answers with one state, exactly one gets through.
   * @throws AppError OAUTH_STATE_MISSING, OAUTH_STATE_UNKNOWN, OAUTH_STATE_EXPIRED, OAUTH_STATE_USED,
   *   OAUTH_STATE_OTHER_BROWSER
   */
  consume(answer: ConnectAnswer): Promise<ConnectMemory>;
  /**
   * Whether whoever asked may still connect the company they asked for: they may have been disabled or signed out while
   * they were at the consent page, or while the provider was asked.
   * @param on a transaction, in which it stays true until the commit
   * @throws AppError OAUTH_ASKER_REFUSED
   */
  confirm(memory: ConnectMemory, on?: Queryable): Promise<void>;
  /** Uses a state up if it is still good, for an answer that grants nothing. @returns whether it was */
  discard(answer: ConnectAnswer): Promise<boolean>;
}

type ClaimedRow = { realmId: string | null; actor: Actor | null; sessionId: string | null };
type AskerRow = { role: Role; limited: boolean; organizations: string[] };
type StateRow = { browserHash: Buffer; usedAt: Date | null };

export function createConnectStates(options: { db: Queryable; clock: Clock }): ConnectStates {
  const { db, clock } = options;

  const issue = async (request: ConnectRequest): Promise<string> => {
    const state = randomToken();
    const expiresAt = new Date(clock.now().getTime() + connectStateSeconds * 1000);
    // Rows stay a day beyond their end, so that a late or repeated answer is explained and not just unknown.
    await db.execute(
      `DELETE FROM ledger_mirror.oauth_states WHERE expires_at < $1::timestamptz - interval '1 day'`,
      [clock.now()],
    );
    await db.execute(
      `INSERT INTO ledger_mirror.oauth_states (state_hash, browser_hash, integration, realm_id, expires_at, actor, session_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        digestOf(state),
        digestOf(request.browser),
        request.integration,
        request.expectedRealmId ?? null,
        expiresAt,
        request.by === undefined ? null : JSON.stringify(actorOf(request.by)),
        request.by?.sessionId ?? null,
      ],
    );
    return state;
  };

  // Only the right browser, in time, uses a state up: somebody else's attempt must not spoil it.
  const claim = async (answer: ConnectAnswer): Promise<ClaimedRow | undefined> => {
    const [used] = await db.query<ClaimedRow>(
      `UPDATE ledger_mirror.oauth_states SET used_at = $4
       WHERE state_hash = $1 AND integration = $2 AND browser_hash = $3 AND used_at IS NULL AND expires_at > $4
       RETURNING realm_id, actor, session_id`,
      [digestOf(answer.state ?? ''), answer.integration, digestOf(answer.browser ?? ''), clock.now()],
    );
    return used;
  };

  const explain = async (answer: ConnectAnswer): Promise<AppError> => {
    const [row] = await db.query<StateRow>(
      `SELECT browser_hash, used_at FROM ledger_mirror.oauth_states WHERE state_hash = $1 AND integration = $2`,
      [digestOf(answer.state ?? ''), answer.integration],
    );
    if (row === undefined) return accessError('OAUTH_STATE_UNKNOWN');
    if (row.usedAt !== null) return accessError('OAUTH_STATE_USED');
    if (!row.browserHash.equals(digestOf(answer.browser ?? '')))
      return accessError('OAUTH_STATE_OTHER_BROWSER');
    return accessError('OAUTH_STATE_EXPIRED');
  };

  const consume = async (answer: ConnectAnswer): Promise<ConnectMemory> => {
    if (answer.state === undefined || answer.state === '') throw accessError('OAUTH_STATE_MISSING');
    const used = await claim(answer);
    if (used === undefined) throw await explain(answer);
    return {
      expectedRealmId: used.realmId === null ? undefined : toRealmId(used.realmId),
      actor: used.actor ?? undefined,
      sessionId: used.sessionId ?? undefined,
    };
  };

  // The row of a person or a key is held until the transaction ends: who disables them comes before or after it.
  const findAsker = async (
    { actor, sessionId }: ConnectMemory,
    on: Queryable,
  ): Promise<AskerRow | undefined> => {
    const now = clock.now();
    if (actor?.kind === 'user') {
      const [row] = await on.query<AskerRow>(
        `SELECT role, limited, ${organizationsSql('user', 'u.id')} AS organizations FROM ledger_mirror.users AS u
         WHERE u.id = $1 AND u.disabled_at IS NULL AND EXISTS (
           SELECT 1 FROM ledger_mirror.sessions AS s
           WHERE s.id = $2 AND s.user_id = u.id AND s.idle_ends_at > $3 AND s.ends_at > $3)
         FOR SHARE`,
        [actor.id, sessionId ?? null, now],
      );
      return row;
    }
    if (actor?.kind === 'key') {
      const [row] = await on.query<AskerRow>(
        `SELECT role, limited, ${organizationsSql('key', 'k.id')} AS organizations FROM ledger_mirror.api_keys AS k
         WHERE k.id = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2)
         FOR SHARE`,
        [actor.id, now],
      );
      return row;
    }
    // The key of the settings and the demo are what they are while the program runs; nobody else can ask.
    const isFixed = actor?.kind === 'admin_key' || actor?.kind === 'demo';
    return isFixed ? { role: 'owner', limited: false, organizations: [] } : undefined;
  };

  const confirm = async (memory: ConnectMemory, on: Queryable = db): Promise<void> => {
    const asker = await findAsker(memory, on);
    const sees =
      asker?.limited === false ||
      (memory.expectedRealmId !== undefined && asker?.organizations.includes(memory.expectedRealmId));
    if (asker === undefined || !sees || !isAtLeast(asker.role, 'admin'))
      throw accessError('OAUTH_ASKER_REFUSED');
  };

  const discard = async (answer: ConnectAnswer): Promise<boolean> =>
    answer.state !== undefined && (await claim(answer)) !== undefined;

  return { issue, consume, confirm, discard };
}

/** Forgets who is about to reconnect a company: an answer to it would bring back what is being erased. */
export async function forgetConnectStates(db: Queryable, realmId: RealmId): Promise<void> {
  await db.query('DELETE FROM ledger_mirror.oauth_states WHERE realm_id = $1', [realmId]);
}
