import type { Access, Credentials } from '../access/access.ts';
import type { Principal } from '../access/principal.ts';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import { times } from '../tuning/times.ts';

/** An answer that goes on for as long as its reader wants: an export, a stream of events. */
export type LongAnswer = {
  readonly credentials: Credentials;
  /** Whether the answer may go on, given who its caller is now. */
  readonly mayGoOn: (principal: Principal) => boolean;
  /** Ends it. */
  readonly end: () => void;
};

/**
 * Ends long answers when their callers may no longer have them: a request asks once who somebody is, and these last
 * for hours. One question a second for all of them, whatever their number, and none while there are none.
 */
export interface AccessWatch {
  /** @returns forgets the answer, which has ended by itself */
  follow(answer: LongAnswer): () => void;
  /** Asks now. Resolves when those have ended that had to, by what was committed before the call. */
  look(): Promise<void>;
  start(): void;
  stop(): void;
}

export function createAccessWatch(options: {
  readonly access: Pick<Access, 'recognise'>;
  readonly clock: Clock;
  readonly logger: Logger;
}): AccessWatch {
  const { access, clock, logger } = options;
  const answers = new Set<LongAnswer>();
  const stopping = new AbortController();
  let present: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    const asked = [...answers];
    if (asked.length === 0) return;
    // Who cannot be asked about is shut out: a database that is away ends these answers in any case.
    const found = await access
      .recognise(asked.map(({ credentials }) => credentials))
      .catch((error: unknown) => {
        logger.warn({ err: error }, 'nobody can tell who may go on reading');
        return [];
      });
    for (const [index, answer] of asked.entries()) {
      const principal = found[index];
      if (principal !== undefined && answer.mayGoOn(principal)) continue;
      answers.delete(answer);
      answer.end();
    }
  };

  /** What is under way may have been asked before the change, so the next one counts; it serves all who wait for it. */
  const look = (): Promise<void> =>
    (next ??= present.then(() => {
      next = undefined;
      present = ask();
      return present;
    }));

  const repeat = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(times.accessLookMs, stopping.signal);
      await look();
    }
  };

  return {
    follow(answer) {
      answers.add(answer);
      return () => void answers.delete(answer);
    },
    look,
    start() {
      repeat().catch((error: unknown) => {
        if (!stopping.signal.aborted)
          logger.error({ err: error }, 'nobody looks any more who may go on reading');
      });
    },
    stop: () => stopping.abort(),
  };
}
