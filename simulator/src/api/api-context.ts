import { type Files } from '../attachments/files.ts';
import { type SimulatedClock } from '../base/simulated-clock.ts';
import { type Switches } from '../world/switches.ts';
import { type ReplyMemory } from '../http/reply-memory.ts';

/** What the API needs of the world it answers for. */
export type ApiContext = {
  readonly clock: SimulatedClock;
  readonly switches: Switches;
  /** Repeatable chance, for what Intuit leaves to chance. */
  readonly chance: () => number;
  readonly replies: ReplyMemory;
  readonly files: Files;
};
