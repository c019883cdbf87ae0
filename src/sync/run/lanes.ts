import { type AppError, toAppError } from '../../base/errors.ts';
import { failureScope, type Slice } from '../company/index.ts';
import type { Step } from './plan.ts';
import type { Situation } from './situation.ts';
import { takeStep } from './steps.ts';

/** How a step ended: well, broken off because the slice ends (its work was rolled back), or with an error. */
export type Ended = {
  readonly step: Step;
  /** What the step was chosen by. */
  readonly situation: Situation;
  readonly outcome: 'done' | 'broken off' | AppError;
};

/** The steps of a slice that are under way, each of another entity, or a single one of the whole company. */
export type Lanes = {
  /** QuickBooks' names of the entities whose steps are under way. */
  readonly entities: ReadonlySet<string>;
  readonly size: number;
  start(step: Step, situation: Situation): void;
  /** Waits for one of the steps under way. @throws TypeError where there is none */
  next(): Promise<Ended>;
  /** Breaks off what is under way and waits for its end. */
  close(): Promise<void>;
};

/**
 * Takes steps beside each other, so that an entity with many pages does not wait for those of the others. A failure
 * that concerns the whole company breaks off the rest.
 * @param took is told how long a step took
 */
export function createLanes(slice: Slice, took: (kind: Step['kind']) => () => void): Lanes {
  const broken = new AbortController();
  const signal = AbortSignal.any([slice.signal, broken.signal]);
  const underWay = new Map<Step, Promise<Ended>>();
  const entities = new Set<string>();

  async function take(step: Step, situation: Situation): Promise<Ended> {
    const ends = took(step.kind);
    try {
      await takeStep({ ...slice, now: situation.now, signal }, step);
      return { step, situation, outcome: 'done' };
    } catch (thrown) {
      if (signal.aborted) return { step, situation, outcome: 'broken off' };
      const error = toAppError(thrown);
      if (failureScope(error) === 'company') broken.abort();
      return { step, situation, outcome: error };
    } finally {
      ends();
    }
  }

  return {
    entities,
    get size() {
      return underWay.size;
    },
    start(step, situation) {
      if ('state' in step) entities.add(step.state.entity);
      underWay.set(step, take(step, situation));
    },
    async next() {
      if (underWay.size === 0) throw new TypeError('No step is under way.');
      const ended = await Promise.race(underWay.values());
      underWay.delete(ended.step);
      if ('state' in ended.step) entities.delete(ended.step.state.entity);
      return ended;
    },
    async close() {
      broken.abort();
      await Promise.all(underWay.values());
    },
  };
}
