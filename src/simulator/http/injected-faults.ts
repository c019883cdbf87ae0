import { type Request } from './request.ts';

export const faultKinds = [
  'throttle',
  'timeout',
  'unavailable',
  'unauthorized',
  'forbidden',
  'internal',
  'system',
  'html',
  'reset',
  'truncate',
  'latency',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault to be given to the next calls that fit. */
export type InjectedFault = {
  readonly kind: FaultKind;
  /** How many calls it still hits. */
  remaining: number;
  /** Share of the fitting calls it hits; chance is repeatable. */
  readonly probability: number;
  readonly latencyMs: number;
  /** Part of the path (with its query) a call must contain; empty fits every call. */
  readonly path: string;
};

/** The faults waiting to happen. */
export class FaultQueue {
  #faults: InjectedFault[] = [];
  readonly #chance: () => number;

  constructor(chance: () => number) {
    this.#chance = chance;
  }

  add(fault: InjectedFault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.#faults = [];
  }

  get waiting(): readonly InjectedFault[] {
    return this.#faults;
  }

  /** The fault this call gets, if any; it is used up by that. */
  take(request: Request): InjectedFault | undefined {
    const target = `${request.path}?${decodeURIComponent(request.query.toString().replaceAll('+', ' '))}`;
    const fault = this.#faults.find(
      ({ path, probability }) => target.includes(path) && this.#chance() < probability,
    );
    if (fault === undefined) return undefined;
    fault.remaining -= 1;
    if (fault.remaining <= 0) this.#faults = this.#faults.filter((other) => other !== fault);
    return fault;
  }
}
