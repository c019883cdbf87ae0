/** One level of a logger: facts, then the phrase; or the phrase alone. */
export type LogMethod = {
  (facts: Readonly<Record<string, unknown>>, phrase: string): void;
  (phrase: string): void;
};

/** What we need of a logger; pino fits. The phrase is short and constant, the facts are fields with units. */
export interface Logger {
  readonly trace: LogMethod;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
  /** The same logger, with these facts on every line. */
  child(bindings: Readonly<Record<string, unknown>>): Logger;
}

const nothing = (): void => undefined;

/** Says nothing; for tests and for libraries used without a logger. */
export const silentLogger: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLogger,
};
