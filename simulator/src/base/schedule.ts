import { type SimulatedClock } from './simulated-clock.ts';

type Task = { readonly dueAt: number; readonly run: () => void };

/** Things that happen at a time of the simulated clock, in order, also when the clock is moved over them. */
export class Schedule {
  readonly #clock: SimulatedClock;
  readonly #stopped = new AbortController();
  #tasks: Task[] = [];
  #woken: AbortController | undefined;
  #running = false;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  after(durationMs: number, run: () => void): void {
    if (this.#stopped.signal.aborted) return;
    this.#tasks.push({ dueAt: this.#clock.nowMs + durationMs, run });
    this.#tasks.sort((a, b) => a.dueAt - b.dueAt);
    // A sleeper that waits for a later task looks again.
    this.#woken?.abort(new Error('There may be something earlier.'));
    if (!this.#running) void this.#run();
  }

  stop(): void {
    this.#tasks = [];
    this.#stopped.abort(new Error('The simulator stops.'));
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#tasks[0]; next !== undefined; next = this.#tasks[0]) {
      if (next.dueAt <= this.#clock.nowMs) {
        this.#tasks.shift();
        next.run();
        continue;
      }
      this.#woken = new AbortController();
      const signal = AbortSignal.any([this.#woken.signal, this.#stopped.signal]);
      // Woken early or stopped, the loop finds out what is next; there is nothing else to do about it.
      await this.#clock.sleep(next.dueAt - this.#clock.nowMs, signal).catch(() => undefined);
    }
    this.#running = false;
  }
}
