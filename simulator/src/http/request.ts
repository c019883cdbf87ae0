import { type IncomingMessage } from 'node:http';

/** A request that has been read whole. */
export type Request = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as it came, for uploads. */
  readonly bytes: Buffer;
};

const MAX_BODY_BYTES = 25 * 1024 * 1024;

/** Reads the body; undefined when it is larger than 25 MB. */
export async function readRequest(message: IncomingMessage): Promise<Request | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  const bytesRead = Buffer.concat(chunks);
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers: message.headers,
    body: bytesRead.toString('utf8'),
    bytes: bytesRead,
  };
}
