/**
 * Runs `work` at once on the first request, then again when requests came meanwhile: never two at a time, never
 * more often than the interval, and never losing the last request.
 */
export function createThrottle(
  intervalMs: number,
  work: () => Promise<unknown>,
): { request(): void; cancel(): void } {
  let isBusy = false;
  let isWanted = false;
  let isCancelled = false;

  async function run() {
    isBusy = true;
    while (isWanted && !isCancelled) {
      isWanted = false;
      // Waiting for the work as well: a slow server must not have each refresh cancelled by the next one.
      await Promise.allSettled([work(), new Promise((resolve) => setTimeout(resolve, intervalMs))]);
    }
    isBusy = false;
  }

  return {
    request() {
      isWanted = true;
      if (!isBusy) void run();
    },
    cancel() {
      isCancelled = true;
    },
  };
}
