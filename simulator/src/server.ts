import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';

import { type Logger } from './base/logger.ts';
import { json } from './http/answer.ts';
import { kindOf } from './http/call-kind.ts';
import { type GatewayOptions, createGateway } from './gateway.ts';
import { type Request, readRequest } from './http/request.ts';
import { send } from './http/send.ts';

export type ServerOptions = GatewayOptions & { readonly logger: Logger };

/** A new id in the form of Intuit's, on every answer. */
function traceId(): string {
  return `1-${Math.floor(Date.now() / 1_000).toString(16)}-${randomBytes(12).toString('hex')}`;
}

function itemsOf(request: Request): number | undefined {
  try {
    const items = (JSON.parse(request.body) as { BatchItemRequest?: unknown }).BatchItemRequest;
    return Array.isArray(items) ? items.length : undefined;
  } catch {
    // An unreadable batch has no items; it is answered with a fault.
    return undefined;
  }
}

/** Builds the server; it listens when its `listen` is called. */
export function createSimulatorServer(options: ServerOptions): Server {
  const { world } = options;
  const respond = createGateway(options);

  const count = (request: Request, target: string, status: number): void => {
    if (request.path.startsWith('/simulator')) return;
    const kind = kindOf(request);
    const at = world.clock.now().toISOString();
    const realmId = /^\/v3\/company\/([^/]+)/.exec(request.path)?.[1];
    const items = kind === 'batch' ? itemsOf(request) : undefined;
    world.calls.record({ at, realmId, kind, method: request.method, target, status, items });
  };

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(message);
    const from = performance.now();
    const { answer, ending } =
      request === undefined
        ? { answer: json(413, { error: 'The request is too large.' }), ending: undefined }
        : await respond(request);
    if (request !== undefined) count(request, message.url ?? '', answer.status);
    const accepts = String(message.headers['accept-encoding'] ?? '');
    const acceptsGzip = world.switches.gzip && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(accepts);
    await send(response, answer, {
      traceId: traceId(),
      durationMs: performance.now() - from,
      acceptsGzip,
      ending,
    });
  };

  return createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      options.logger.error({ err: error }, 'simulator request failed');
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The simulator failed; see its log.');
    });
  });
}
