import type { Job, PgBoss } from 'pg-boss';
import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';

/** Fetches jobs of a queue for all slots of this process together. */
export interface Pump {
  /** There may be something to fetch. */
  poke(): void;
  /** Fetches no more, waits so long for jobs under way, and gives those that still run to another worker. */
  stop(timeoutMs: number): Promise<void>;
}

export type PumpOptions<Data> = {
  readonly boss: Pick<PgBoss, 'fetch' | 'complete' | 'fail' | 'touch'>;
  readonly queue: string;
  /** Jobs under way at once, at most. */
  readonly slots: number;
  readonly pollMs: number;
  /** How often the database is told that the jobs under way have a worker. */
  readonly touchMs: number;
  /** `signal` aborts when the job is no longer ours. What is thrown makes the job run again. */
  readonly handle: (job: Job<Data>, signal: AbortSignal) => Promise<void>;
  readonly logger: Logger;
};

/** While slots are free, what has ended is settled together, by one statement so often. */
const roundMs = 100;

/**
 * pg-boss's own workers ask for one job each, and every notification wakes them all: with sixteen of them in two
 * processes, one new job would cost 32 fetches. Here one loop settles what has ended and fetches for all free slots.
 */
export function startPump<Data>(options: PumpOptions<Data>): Pump {
  const { boss, queue, slots, logger } = options;
  const underWay = new Map<Job<Data>, { readonly claim: AbortController; readonly end: Promise<void> }>();
  let finished: Job<Data>[] = [];
  let stopping = false;
  /** What the next round waits for: work that may have come, and jobs that have ended. */
  let poked = Promise.withResolvers<undefined>();
  let ended = Promise.withResolvers<undefined>();

  async function handle(job: Job<Data>, signal: AbortSignal): Promise<void> {
    try {
      await options.handle(job, signal);
    } catch (thrown) {
      const error = toAppError(thrown);
      // Where the queue cannot be told, the heartbeat that ends says the same.
      await boss.fail(queue, job, { message: error.message, code: error.code }).catch(report);
      return;
    } finally {
      underWay.delete(job);
    }
    finished.push(job);
  }

  function begin(job: Job<Data>): void {
    const claim = new AbortController();
    const end = handle(job, claim.signal).finally(() => {
      // Without a free slot others may be waiting.
      if (underWay.size + finished.length >= slots) poked.resolve(undefined);
      ended.resolve(undefined);
    });
    underWay.set(job, { claim, end });
  }

  async function settle(): Promise<void> {
    const jobs = [...finished];
    if (jobs.length === 0) return;
    await boss.complete(queue, jobs);
    finished = finished.slice(jobs.length);
  }

  async function round(): Promise<void> {
    poked = Promise.withResolvers();
    ended = Promise.withResolvers();
    await settle();
    const wanted = slots - underWay.size;
    if (wanted <= 0 || stopping) return;
    for (const job of await boss.fetch<Data>(queue, { batchSize: wanted, groupConcurrency: 1 })) begin(job);
  }

  const report = (error: unknown): void => logger.error({ error: toAppError(error) }, 'job queue failed');

  async function run(): Promise<void> {
    while (!stopping) {
      const pause = timer(roundMs);
      await round().catch(report);
      const poll = timer(options.pollMs);
      await Promise.race([poked.promise, poll.over, Promise.all([ended.promise, pause.over])]);
      poll.cancel();
      pause.cancel();
    }
  }

  /** A job that the database no longer counts as ours has another worker, or none: ours ends. */
  async function touch(): Promise<void> {
    const jobs = [...underWay.keys(), ...finished];
    if (jobs.length === 0) return;
    // pg-boss's types leave out what its answer holds: the ids it found to be ours.
    const { settled: ours } = (await boss.touch(queue, jobs)) as { readonly settled?: readonly string[] };
    if (ours === undefined) return;
    for (const job of jobs)
      if (!ours.includes(job.id))
        underWay.get(job)?.claim.abort(new Error('The job is no longer this worker’s.'));
  }

  const touching = setInterval(() => void touch().catch(report), options.touchMs);
  const running = run();

  return {
    poke: () => poked.resolve(undefined),
    async stop(timeoutMs) {
      stopping = true;
      poked.resolve(undefined);
      await running;
      const deadline = timer(timeoutMs);
      await Promise.race([Promise.all([...underWay.values()].map(({ end }) => end)), deadline.over]);
      deadline.cancel();
      clearInterval(touching);
      await settle().catch(report);
      const left = [...underWay];
      if (left.length > 0)
        await boss
          .fail(
            queue,
            left.map(([job]) => job),
            { message: 'stopped' },
          )
          .catch(report);
      for (const [, { claim }] of left) claim.abort(new Error('stopped'));
    },
  };
}

function timer(durationMs: number): { readonly over: Promise<void>; cancel(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timeout = setTimeout(resolve, durationMs);
  return { over: promise, cancel: () => clearTimeout(timeout) };
}
