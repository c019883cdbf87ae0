import { type FaultPreset } from './fault-presets.ts';
import { type Answer } from './answer.ts';
import { type Request } from './request.ts';

/** How a call is spoiled, apart from an answer of another kind. */
export const endings = ['reset', 'truncate', 'latency'] as const;

export type FaultKind = FaultPreset | (typeof endings)[number] | 'custom' | 'application' | 'gateway';

/** A fault to be given to the next calls that fit. */
export type InjectedFault = {
  readonly kind: FaultKind;
  /** What is answered instead; undefined for a call that is only slow or breaks off. */
  readonly answer: ((nowMs: number) => Answer) | undefined;
  /** Calls that fit and still pass before the first is hit. */
  skip: number;
  /** How many calls it still hits. */
  remaining: number;
  /** Share of the fitting calls it hits; chance is repeatable. */
  readonly probability: number;
  readonly latencyMs: number;
  /** Part of the path (with its query and, for a POST, its body) a call must contain; empty fits every call. */
  readonly path: string;
  /** The only company it hits; undefined is every one. */
  readonly realmId: string | undefined;
  /** Whether the call takes effect although its answer is the fault. */
  readonly executes: boolean;
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
    if (this.#faults.length === 0) return undefined;
    const query = decodeURIComponent(request.query.toString().replaceAll('+', ' '));
    const target = `${request.path}?${query}`;
    const fits = ({ path, realmId }: InjectedFault): boolean =>
      (target.includes(path) || (path !== '' && request.method === 'POST' && request.body.includes(path))) &&
      (realmId === undefined || request.path.startsWith(`/v3/company/${realmId}/`));
    const fault = this.#faults.find((candidate) => {
      if (!fits(candidate)) return false;
      if (candidate.skip > 0) {
        candidate.skip -= 1;
        return false;
      }
      return this.#chance() < candidate.probability;
    });
    if (fault === undefined) return undefined;
    fault.remaining -= 1;
    if (fault.remaining <= 0) this.#faults = this.#faults.filter((other) => other !== fault);
    return fault;
  }
}
