import type pg from 'pg';

/*
 * COPY through `pg`, which speaks the messages but has no statement for them.
 */

/** What `pg` calls on the query it is working on. */
type Connection = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

class Copy implements pg.Submittable {
  readonly #text: string;
  readonly #input: readonly Buffer[];
  readonly #done: (error?: Error) => void;
  readonly output: Buffer[] = [];

  constructor(text: string, input: readonly Buffer[], done: (error?: Error) => void) {
    this.#text = text;
    this.#input = input;
    this.#done = done;
  }
  submit(connection: pg.Connection): void {
    (connection as unknown as Connection).query(this.#text);
  }
  handleCopyInResponse(connection: Connection): void {
    for (const chunk of this.#input) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }
  handleCopyData(message: { readonly chunk: Buffer }): void {
    this.output.push(Buffer.from(message.chunk));
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#done();
  }
  handleError(error: Error): void {
    this.#done(error);
  }
}

/** Runs one COPY statement, sending `input` or collecting what comes. */
export function copy(
  client: pg.Client,
  text: string,
  input: readonly Buffer[] = [],
): Promise<readonly Buffer[]> {
  return new Promise((resolve, reject) => {
    const statement = new Copy(text, input, (error) => {
      if (error === undefined) resolve(statement.output);
      else reject(error);
    });
    client.query(statement);
  });
}
