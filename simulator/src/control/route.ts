import { type Answer, json } from '../http/answer.ts';
import { type World } from '../world/world.ts';

export type Input = Readonly<Record<string, unknown>>;

export type ControlCall = {
  readonly world: World;
  /** The parts of the path that the route names, such as `realm`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly input: Input;
};

/** One way to act on the simulated service from outside; docs/simulator.md lists them all. */
export type ControlRoute = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `:name` for the parts that vary. */
  readonly path: string;
  /** The fields its body may have; undefined where the route looks at them itself, none where it takes no body. */
  readonly takes?: readonly string[] | undefined;
  readonly answer: (call: ControlCall) => Answer | Promise<Answer>;
};

/** What the caller did wrong, as one sentence. */
export function problem(status: number, text: string): Answer {
  return json(status, { error: text });
}

/** A number of 0 or more, or the fallback when none was given; undefined for anything else. */
export function numberOf(value: unknown, fallback: number): number | undefined {
  if (value === undefined) return fallback;
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** The text given, or the fallback. */
export function textOf(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}
