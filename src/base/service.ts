/** Something that runs until it is stopped. */
export interface Service {
  readonly name: string;
  /** Resolves when it is ready; rejects when it cannot run, leaving nothing behind. */
  start(): Promise<void>;
  /** Finishes or abandons its work safely. May be called twice, and before start. */
  stop(): Promise<void>;
}
