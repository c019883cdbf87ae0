import type { Logger } from '../base/logger.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** Something that is done now and again in every process that works. */
export type PeriodicWork = {
  /** Names it in the log. */
  readonly name: string;
  /** Between two beginnings; one that takes longer begins again when it has ended. */
  readonly everyMs: number;
  /**
   * Other processes do the same, so it must be idempotent. What it throws is logged, and tried again the next time.
   * @param signal aborts when the process stops: what is long ends between two batches
   */
  readonly run: (signal: AbortSignal) => Promise<unknown>;
};

/** The one place where periodic work is registered, whoever it belongs to. */
export interface Maintenance {
  /** Begins at once. @throws TypeError for a name that is taken, and after `stop` */
  register(...works: readonly PeriodicWork[]): void;
  /** Waits for what is under way. May be called twice. */
  stop(): Promise<void>;
}

export function createMaintenance({ logger }: { readonly logger: Logger }): Maintenance {
  const tickers = new Map<string, Ticker>();
  const stopping = new AbortController();
  return {
    register(...works) {
      for (const { name, everyMs, run } of works) {
        if (stopping.signal.aborted) throw new TypeError(`Nothing is registered any more: ${name}.`);
        if (tickers.has(name)) throw new TypeError(`Two kinds of periodic work are called ${name}.`);
        const runOnce = async (): Promise<void> => {
          await run(stopping.signal).catch((error: unknown) => {
            // What was broken off on purpose has not failed.
            if (!stopping.signal.aborted || error !== stopping.signal.reason) throw error;
          });
        };
        tickers.set(name, startTicker({ name, everyMs, run: runOnce, logger }));
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all([...tickers.values()].map((ticker) => ticker.stop()));
    },
  };
}
