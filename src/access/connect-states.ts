import type { Clock } from '../base/clock.ts';
import type { AppError } from '../base/errors.ts';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import type { Queryable } from '../postgres/database.ts';
import type { Actor } from './audit.ts';
import { accessError } from './errors.ts';
import { digestOf, randomToken } from './random-token.ts';

/** How long a person has to answer the consent page. */
export const connectStateSeconds = 600;

type ConnectRequest = {
  readonly integration: string;
  /** The value of the browser's cookie; only that browser may bring the answer. */
  readonly browser: string;
  /** On reconnect, the company that must come back. */
  readonly expectedRealmId?: RealmId | undefined;
  /** Who asks, for the audit trail. */
  readonly actor?: Actor | undefined;
};

/** What comes back with the answer. */
type ConnectMemory = { readonly expectedRealmId: RealmId | undefined; readonly actor: Actor | undefined };

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
  /** Uses a state up if it is still good, for an answer that grants nothing. @returns whether it was */
  discard(answer: ConnectAnswer): Promise<boolean>;
}

type ClaimedRow = { realmId: string | null; actor: Actor | null };
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
      `INSERT INTO ledger_mirror.oauth_states (state_hash, browser_hash, integration, realm_id, expires_at, actor)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        digestOf(state),
        digestOf(request.browser),
        request.integration,
        request.expectedRealmId ?? null,
        expiresAt,
        request.actor === undefined ? null : JSON.stringify(request.actor),
      ],
    );
    return state;
  };

  // Only the right browser, in time, uses a state up: somebody else's attempt must not spoil it.
  const claim = async (answer: ConnectAnswer): Promise<ClaimedRow | undefined> => {
    const [used] = await db.query<ClaimedRow>(
      `UPDATE ledger_mirror.oauth_states SET used_at = $4
       WHERE state_hash = $1 AND integration = $2 AND browser_hash = $3 AND used_at IS NULL AND expires_at > $4
       RETURNING realm_id, actor`,
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
    };
  };

  const discard = async (answer: ConnectAnswer): Promise<boolean> =>
    answer.state !== undefined && (await claim(answer)) !== undefined;

  return { issue, consume, discard };
}

/** Forgets who is about to reconnect a company: an answer to it would bring back what is being erased. */
export async function forgetConnectStates(db: Queryable, realmId: RealmId): Promise<void> {
  await db.query('DELETE FROM ledger_mirror.oauth_states WHERE realm_id = $1', [realmId]);
}
