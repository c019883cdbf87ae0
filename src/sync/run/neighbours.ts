import { isAppError, toAppError } from '../../base/errors.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Outcome } from '../../jobs/jobs.ts';
import { acquireLease, releaseLease, type Lease } from '../../jobs/lease.ts';
import { urgency } from '../../jobs/urgency.ts';
import type { Queryable } from '../../postgres/database.ts';
import type { QuickBooksClient } from '../../quickbooks/index.ts';
import { loadPace } from '../budget/index.ts';
import { lockOrganization, restingStatuses, type Slice } from '../company/index.ts';
import { type LeaseKeeping, underLease } from './keep-lease.ts';

/** A turn at one company: what may be read from QuickBooks, and written behind `fenced`, by whoever holds its lease. */
export type Turn = Pick<Slice, 'db' | 'client' | 'logger' | 'realmId' | 'lease' | 'signal'>;

/**
 * Work that stands beside the sync and takes turns of a company's lease, so that it reads at the company's pace and
 * budget and nobody writes beside it. The engine knows what a neighbour is, and imports none.
 */
export interface Neighbour {
  readonly name: string;
  /**
   * Whether it has something to do for a company now. One cheap question: it is asked at every wake-up. Whoever makes it
   * due wakes the company.
   */
  isDue(db: Queryable, realmId: RealmId): Promise<boolean>;
  /**
   * Takes one step, of a few seconds at most: the sync of a company that is due waits for its end. Where it fails the
   * neighbour puts itself off, so that it is not due at once; what it throws is logged.
   */
  takeTurn(turn: Turn): Promise<void>;
}

export type TurnsOptions = LeaseKeeping & {
  readonly neighbours: readonly Neighbour[];
  readonly client: QuickBooksClient;
  readonly isTimeUp: () => boolean;
};

/**
 * Gives the neighbours turns at a company that the sync has nothing to do for: one step after the other, until none has
 * something to do, the time is up, or the company is due again. The sync always goes first.
 * @param owner names these turns in the leases table
 */
export async function giveTurns(
  options: TurnsOptions,
  owner: string,
  realmId: RealmId,
  signal: AbortSignal,
): Promise<Outcome> {
  if ((await nextOf(options, realmId, new Set())) === undefined) return { kind: 'done' };
  const lease = await takeTurnLease(options, owner, realmId);
  if (lease === undefined) return { kind: 'done' };
  const { db, client } = options;
  const logger = options.logger.child({ realmId });
  try {
    return await underLease(options, lease, signal, (kept) =>
      turns(options, { db, client, logger, realmId, lease, signal: kept }),
    );
  } finally {
    await releaseLease(db, lease);
  }
}

async function turns(options: TurnsOptions, turn: Turn): Promise<Outcome> {
  // One that failed is not asked again before the next wake-up, whatever it says.
  const failed = new Set<Neighbour>();
  for (;;) {
    const neighbour = await nextOf(options, turn.realmId, failed);
    if (neighbour === undefined || turn.signal.aborted) return { kind: 'done' };
    if (await isSyncDue(turn.db, turn.realmId)) return { kind: 'again', urgency: urgency.due };
    if (options.isTimeUp()) return { kind: 'again' };
    try {
      await neighbour.takeTurn(turn);
    } catch (thrown) {
      if (turn.signal.aborted || isAppError(thrown, 'JOB_LEASE_LOST')) throw thrown;
      const error = toAppError(thrown);
      turn.logger.warn({ neighbour: neighbour.name, code: error.code, error }, 'a turn failed');
      failed.add(neighbour);
    }
  }
}

/** The first that has something to do now. */
async function nextOf(
  { neighbours, db }: TurnsOptions,
  realmId: RealmId,
  failed: ReadonlySet<Neighbour>,
): Promise<Neighbour | undefined> {
  for (const neighbour of neighbours) {
    if (!failed.has(neighbour) && (await neighbour.isDue(db, realmId))) return neighbour;
  }
  return undefined;
}

/** The lease of a company that does not rest and whose calls are not kept for something else. */
async function takeTurnLease(
  { db, leaseMs }: TurnsOptions,
  owner: string,
  realmId: RealmId,
): Promise<Lease | undefined> {
  return db.transaction(async (tx) => {
    const lease = await acquireLease(tx, realmId, owner, leaseMs);
    if (lease === undefined) return undefined;
    const { status } = await lockOrganization(tx, realmId);
    const { state } = await loadPace(tx);
    if (state === 'open' && !restingStatuses.includes(status)) return lease;
    await releaseLease(tx, lease);
    return undefined;
  });
}

async function isSyncDue(db: Queryable, realmId: RealmId): Promise<boolean> {
  const [row] = await db.query<{ due: boolean }>(
    'SELECT next_run_at <= clock_timestamp() AS due FROM ledger_mirror.organizations WHERE realm_id = $1',
    [realmId],
  );
  return row?.due === true;
}
