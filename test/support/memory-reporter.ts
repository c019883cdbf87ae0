/*
 * Loaded into a process by `--import`: writes, as lines of JSON into the file named by MEMORY_FILE, what the process
 * holds once a minute and, apart from it, what is left after each full collection of garbage; the latter alone tells
 * what is kept from what only waits to be collected.
 */
import { appendFileSync } from 'node:fs';
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** A line of the file, in megabytes. `kept` is the heap after the last full collection. */
export type MemorySample = {
  readonly minute: number;
  readonly rss: number;
  readonly heap: number;
  readonly outside: number;
  readonly kept: number;
};

const file = process.env['MEMORY_FILE'];
if (isMainThread && file !== undefined) {
  let kept = 0;
  const observer = new PerformanceObserver((list) => {
    const full = list.getEntries().some((entry) => {
      const { kind } = (entry as unknown as { detail?: { kind?: number } }).detail ?? {};
      return kind === constants.NODE_PERFORMANCE_GC_MAJOR;
    });
    if (full) kept = process.memoryUsage().heapUsed;
  });
  observer.observe({ entryTypes: ['gc'] });
  const inMb = (bytes: number): number => Math.round(bytes / 2 ** 18) / 4;
  let minute = 0;
  setInterval(() => {
    minute += 1;
    const { rss, heapUsed, external } = process.memoryUsage();
    const sample: MemorySample = {
      minute,
      rss: inMb(rss),
      heap: inMb(heapUsed),
      outside: inMb(external),
      kept: inMb(kept),
    };
    appendFileSync(file, `${JSON.stringify(sample)}\n`);
  }, 60_000).unref();
}
