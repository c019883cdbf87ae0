import { type Clock } from './clock.ts';

/** Longer timers of Node fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock the simulated service lives by: the given one, moved on demand. Whoever sleeps wakes when the time has come, however it came. */
export class SimulatedClock implements Clock {
  readonly #base: Clock;
  readonly #moves = new Set<AbortController>();
  #offsetMs: number;

  constructor(base: Clock, offsetMs = 0) {
    this.#base = base;
    this.#offsetMs = offsetMs;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  now(): Date {
    return new Date(this.#base.now().getTime() + this.#offsetMs);
  }

  get nowMs(): number {
    return this.now().getTime();
  }

  get nowSeconds(): number {
    return Math.floor(this.nowMs / 1_000);
  }

  /** Moves the clock, back too. */
  advance(durationMs: number): void {
    this.#offsetMs += durationMs;
    for (const move of this.#moves) move.abort(new Error('The clock was moved.'));
  }

  async sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
    const dueAt = this.nowMs + durationMs;
    while (this.nowMs < dueAt) {
      const move = new AbortController();
      this.#moves.add(move);
      try {
        const both = signal === undefined ? move.signal : AbortSignal.any([signal, move.signal]);
        await this.#base.sleep(Math.min(dueAt - this.nowMs, LONGEST_TIMER_MS), both);
      } catch (error) {
        if (signal?.aborted === true || !move.signal.aborted) throw error;
      } finally {
        this.#moves.delete(move);
      }
    }
  }
}
