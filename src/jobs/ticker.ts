import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';

export interface Ticker {
  /** Waits for a run in progress. */
  stop(): Promise<void>;
}

/** Runs something now and again `everyMs` after each start, but never before the last run has ended. */
export function startTicker(options: {
  name: string;
  everyMs: number;
  run: () => Promise<void>;
  logger: Logger;
}): Ticker {
  const { name, everyMs, run, logger } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  function tick(): void {
    const startedAt = performance.now();
    running = run()
      .catch((thrown: unknown) => {
        const error = toAppError(thrown);
        if (error.row.next === 'retry')
          logger.warn(
            { tick: name, code: error.code, reason: error.message },
            'tick failed, the next one tries again',
          );
        else logger.error({ tick: name, error }, 'tick failed');
      })
      .then(() => {
        if (!stopped) timer = setTimeout(tick, Math.max(0, everyMs - (performance.now() - startedAt)));
      });
  }

  tick();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
