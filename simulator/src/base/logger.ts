/** One level of a logger: facts, then the phrase. */
type LogMethod = (facts: Readonly<Record<string, unknown>>, phrase: string) => void;

/** What the simulator asks of a logger; pino fits. The phrase is short and constant, the facts are fields with units. */
export interface Logger {
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly error: LogMethod;
}

const nothing = (): void => undefined;

/** Says nothing. */
export const silentLogger: Logger = { debug: nothing, info: nothing, error: nothing };
