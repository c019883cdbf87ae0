import { printable } from './printable.ts';

/** Where a command speaks. Results go to `out`; progress, log and errors go to `err`. */
export type Terminal = {
  /** Writes one line of result. */
  readonly out: (line: string) => void;
  /** Writes one line for the person. */
  readonly err: (line: string) => void;
  readonly stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  /** Whether a person looks at `out`, and how wide it is. */
  readonly columns: number | undefined;
};

/** The same for commands: nothing that comes from outside commands the terminal. */
export type GuardedTerminal = Terminal & {
  /** Writes one line of result to the character, for programs; where a person looks, as `out` does. */
  readonly exact: (line: string) => void;
};

/** Shows control characters instead of sending them, in results as in everything said to the person. */
export function guardTerminal(terminal: Terminal): GuardedTerminal {
  const out = (line: string): void => terminal.out(printable(line));
  return {
    ...terminal,
    out,
    err: (line) => terminal.err(printable(line)),
    exact: terminal.columns === undefined ? terminal.out : out,
  };
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function processTerminal(): Terminal {
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    stdin: process.stdin,
    stdout: process.stdout,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  };
}
