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
