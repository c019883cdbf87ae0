import type { Command } from 'commander';

import type { Environment, GuardedTerminal } from './terminal.ts';

/** One call of a command, as its code sees it. */
export type Invocation = {
  readonly terminal: GuardedTerminal;
  readonly env: Environment;
  /** What is probably not meant as the file `.env` says it, a sentence each. */
  readonly notices: readonly string[];
  /** Whether results are wanted as JSON. */
  readonly json: boolean;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
};

/** A command of the command line; one file of `commands/` each. */
export type CommandDefinition = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What else a person should know, in sentences. */
  readonly description?: string;
  /** Whole command lines, shown by --help and in docs/cli.md. */
  readonly examples: readonly string[];
  /** Adds arguments and options; `--json` is there already. */
  readonly configure?: (command: Command) => void;
  /** The same for options that must be loaded first: added only when the command is among the words. */
  readonly configureWhenNamed?: (command: Command) => Promise<void>;
  /** Resolves when it worked; throws an AppError otherwise. */
  readonly run: (invocation: Invocation) => Promise<void>;
};
