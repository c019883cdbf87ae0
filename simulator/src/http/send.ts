import { randomUUID } from 'node:crypto';
import { type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

import { type Answer } from './answer.ts';

const compress = promisify(gzip);

/** Below this, compressing makes an answer larger. */
const WORTH_COMPRESSING = 1_024;

/** How an answer breaks off: a reset connection in mid-body, or a body that simply stops. */
export type Ending = 'reset' | 'truncate';

export type SendOptions = {
  readonly traceId: string;
  /** How long the answer took to make. */
  readonly durationMs: number;
  readonly acceptsGzip: boolean;
  readonly ending: Ending | undefined;
};

/** Writes the answer out, compressed when the client takes that. */
export async function send(response: ServerResponse, answer: Answer, options: SendOptions): Promise<void> {
  const { status, headers, body } = answer;
  const plain = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  const durationMs = Math.ceil(options.durationMs);
  const zips = options.acceptsGzip && plain.length >= WORTH_COMPRESSING;
  // The fastest level: the simulator must not be what a benchmark measures.
  const bytes = zips ? await compress(plain, { level: constants.Z_BEST_SPEED }) : plain;
  response.writeHead(status, {
    ...headers,
    ...(zips ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    intuit_tid: options.traceId,
    'x-spanid': randomUUID(),
    ...(headers['qbo-version'] === undefined
      ? {}
      : { 'service-time': `total=${durationMs}, db=${durationMs}` }),
    'content-length': bytes.length,
  });
  if (options.ending === undefined) {
    response.end(bytes);
    return;
  }
  const { ending } = options;
  response.write(bytes.subarray(0, bytes.length >> 1), () => {
    if (ending === 'reset') response.socket?.resetAndDestroy();
    else response.socket?.end();
  });
}
