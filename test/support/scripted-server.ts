import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManualClock } from '../../src/base/clock.ts';

export type ReceivedRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type ScriptedAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type ScriptedServer = {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  stop(): Promise<void>;
};

type Handler = (
  request: ReceivedRequest,
  response: ServerResponse,
) => ScriptedAnswer | Promise<ScriptedAnswer> | undefined;

/** A real HTTP server that answers as the test says; a handler that returns nothing answers by itself. */
export async function startScriptedServer(handler: Handler): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://localhost');
      const request = {
        method: incoming.method ?? '',
        url,
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      requests.push(request);
      void Promise.resolve(handler(request, response)).then((answer) => {
        if (answer === undefined) return;
        response.writeHead(answer.status ?? 200, {
          'content-type': 'application/json;charset=utf-8',
          ...answer.headers,
        });
        response.end(answer.body ?? '');
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Waits for real work that sleeps on a manual clock: whenever it sleeps, time moves on. */
export async function withTimePassing<T>(clock: ManualClock, work: Promise<T>, stepMs = 1000): Promise<T> {
  let settled = false;
  const done = work.finally(() => {
    settled = true;
  });
  done.catch(() => undefined);
  while (!settled) {
    if (clock.sleeping > 0) await clock.advance(stepMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
}
