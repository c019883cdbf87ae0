import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';

/** How long everything together may take to stop before the program ends anyway. */
const STOP_LIMIT_MS = 9000;
/**
 * Ctrl-C in a terminal reaches every process of the group, and npm passes the signal on once more:
 * signals this close together are one wish.
 */
const SAME_SIGNAL_MS = 1000;

type Stopper = { readonly name: string; readonly stop: () => Promise<void> };

/**
 * The life of a long-running command: what was started is stopped in reverse order, once, whatever ends it
 * (a signal, the parent's death, a part that fails).
 */
export class Lifetime {
  readonly #logger: Logger;
  readonly #stoppers: Stopper[] = [];
  readonly #ended = Promise.withResolvers<void>();
  readonly #abort = new AbortController();
  #stopping: Promise<void> | undefined;
  #failure: unknown;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Aborts when stopping begins, so that what is still starting can give up. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Registers what stops the part that was just started. A part that comes up after the end is stopped at once. */
  async add(name: string, stop: () => Promise<void>): Promise<void> {
    this.#stoppers.push({ name, stop });
    if (this.#stopping !== undefined) {
      await this.#stopAll();
      this.#abort.signal.throwIfAborted();
    }
  }

  /** Ends the program because a part failed; `run` throws the failure when everything is stopped. */
  fail(error: unknown): void {
    this.#failure ??= error;
    // By its code: whoever ran the command is told the sentence at the end, and would read it twice.
    this.#logger.error({ code: toAppError(error).code }, 'cannot go on');
    void this.stop('a part failed');
  }

  /** Stops everything; repeated calls wait for the first. */
  stop(reason: string): Promise<void> {
    this.#stopping ??= (async () => {
      this.#logger.info({ reason }, 'stopping');
      this.#abort.abort(new Error(`Stopped: ${reason}.`));
      await this.#stopAll();
      this.#ended.resolve();
    })();
    return this.#stopping;
  }

  /** Resolves when everything has stopped; rejects with what made it stop, if that was a failure. */
  async ended(): Promise<void> {
    await this.#ended.promise;
    if (this.#failure !== undefined) throw this.#failure as Error;
  }

  async #stopAll(): Promise<void> {
    for (let part = this.#stoppers.pop(); part !== undefined; part = this.#stoppers.pop()) {
      try {
        await part.stop();
      } catch (error) {
        this.#logger.error({ part: part.name, error }, 'a part did not stop cleanly');
        this.#failure ??= error;
      }
    }
  }
}

/**
 * Ties a lifetime to the process: SIGINT, SIGTERM, SIGHUP, the death of the launcher and the end of whoever reads the
 * output stop it, a second signal or a stop that takes too long ends the process at once, and anything thrown that nobody caught is a failure.
 */
export function bindToProcess(lifetime: Lifetime, logger: Logger, say: (line: string) => void): void {
  let firstSignalAt: number | undefined;
  const onSignal = (signal: string): void => {
    if (firstSignalAt === undefined) {
      firstSignalAt = Date.now();
      say('Stopping… (press Ctrl-C again to force)');
      setTimeout(() => {
        say('Stopping took too long; ended without waiting.');
        process.exit(1);
      }, STOP_LIMIT_MS).unref();
      void lifetime.stop(signal);
    } else if (Date.now() - firstSignalAt > SAME_SIGNAL_MS) {
      say('Ended without waiting.');
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal(signal));
  // The launcher (scripts/start.mjs) keeps a channel open; when it is killed, nobody would stop us otherwise.
  if (process.channel !== undefined) {
    process.once('disconnect', () => onSignal('the launcher ended'));
    process.channel.unref();
  }
  // Whoever read the output has gone (`npm start | head`) and with it the way to see us. A terminal that was closed
  // answers EIO instead: what was put in the background there goes on.
  const onOutputError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE' && firstSignalAt === undefined) onSignal('nobody reads the output');
  };
  process.stdout.on('error', onOutputError);
  process.stderr.on('error', onOutputError);
  const onUncaught = (error: unknown): void => {
    logger.error({ error }, 'something failed that nobody handled');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    lifetime.fail(error);
  };
  process.on('uncaughtException', onUncaught);
  process.on('unhandledRejection', onUncaught);
}
