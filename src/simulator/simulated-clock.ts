import { type Clock } from '../base/clock.ts';

/** The clock the simulated service lives by: the given one, moved forward on demand. */
export class SimulatedClock implements Clock {
  readonly #base: Clock;
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

  advance(durationMs: number): void {
    this.#offsetMs += durationMs;
  }

  sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
    return this.#base.sleep(durationMs, signal);
  }
}
