import type { Clock } from '../base/clock.ts';
import { recordsError } from '../tables/errors.ts';

/** On whose account something is done: somebody who asks, and the company that is asked about. */
export type Account = { readonly caller: string; readonly company: string };

/** How much is done at once, and for whom. */
export type Shares = {
  readonly atOnce: number;
  readonly perCaller: number;
  /** Fewer than all, so that whoever asks about another company finds a place. */
  readonly perCompany: number;
};

/**
 * Lets so much work run at once and makes the rest wait, fairly: the next turn is of the caller who has the least under
 * way, then of the company, and only among equals of who came first. Sixty questions of one wait for each other, and the
 * single one of another for the next turn at most.
 */
export interface Lane {
  /**
   * Runs the work when its turn has come.
   * @param gone aborts when nobody waits for the answer any more: the turn is left to others
   * @throws AppError RECORDS_BUSY when the turn did not come in time, or the caller has too many waiting already
   */
  run<T>(account: Account, gone: AbortSignal, work: () => Promise<T>): Promise<T>;
}

type Waiting = { readonly account: Account; readonly begin: () => void };

/** How many a caller may have waiting; whoever sends more does not read the answers. */
const MOST_WAITING = 200;
const LONGEST_WAIT_MS = 30_000;

export function createLane(options: { readonly shares: Shares; readonly clock: Clock }): Lane {
  const { shares, clock } = options;
  const running: Account[] = [];
  let waiting: Waiting[] = [];

  const runningOf = (key: keyof Account, { [key]: name }: Account): number =>
    running.filter((one) => one[key] === name).length;

  /** The one whose turn is next, among those that have a share left. */
  const next = (): Waiting | undefined =>
    waiting
      .map((one) => ({
        one,
        ofCaller: runningOf('caller', one.account),
        ofCompany: runningOf('company', one.account),
      }))
      .filter(({ ofCaller, ofCompany }) => ofCaller < shares.perCaller && ofCompany < shares.perCompany)
      .toSorted((a, b) => a.ofCaller - b.ofCaller || a.ofCompany - b.ofCompany)[0]?.one;

  const giveTurns = (): void => {
    while (running.length < shares.atOnce) {
      const one = next();
      if (one === undefined) return;
      waiting = waiting.filter((other) => other !== one);
      running.push(one.account);
      one.begin();
    }
  };

  const takeTurn = async (account: Account, gone: AbortSignal): Promise<void> => {
    gone.throwIfAborted();
    if (waiting.filter((one) => one.account.caller === account.caller).length >= MOST_WAITING) {
      throw recordsError('RECORDS_BUSY', { retryAfterMs: 5000 });
    }
    const turn = Promise.withResolvers<void>();
    const settled = new AbortController();
    const one: Waiting = { account, begin: turn.resolve };
    const leave = (reason: unknown): void => {
      if (!waiting.includes(one)) return;
      waiting = waiting.filter((other) => other !== one);
      turn.reject(reason);
    };
    waiting.push(one);
    giveTurns();
    if (waiting.includes(one)) {
      gone.addEventListener('abort', () => leave(gone.reason), { once: true, signal: settled.signal });
      clock.sleep(LONGEST_WAIT_MS, settled.signal).then(
        () => leave(recordsError('RECORDS_BUSY', { retryAfterMs: 5000 })),
        () => undefined,
      );
    }
    await turn.promise.finally(() => settled.abort());
  };

  return {
    async run(account, gone, work) {
      await takeTurn(account, gone);
      try {
        return await work();
      } finally {
        running.splice(running.indexOf(account), 1);
        giveTurns();
      }
    },
  };
}
