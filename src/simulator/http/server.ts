import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { type Logger } from '../../base/logger.ts';
import { answerControl } from '../control/routes.ts';
import { faults } from '../fault.ts';
import { escapeHtml, page } from '../oauth/consent-page.ts';
import { createOAuthRoutes } from '../oauth/routes.ts';
import { type World } from '../world.ts';
import {
  type Answer,
  applicationFault,
  gatewayFault,
  gatewayFaultXml,
  gatewayFaults,
  html,
  json,
} from './answer.ts';
import { answerApi } from './api-routes.ts';
import { type CallKind } from './call-counter.ts';
import { refuseRequest } from './guard.ts';
import { type FaultKind } from './injected-faults.ts';
import { type Request, readRequest } from './request.ts';

export type ServerOptions = {
  readonly world: World;
  readonly host: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly logger: Logger;
  readonly url: () => string;
};

type Outcome = { readonly answer: Answer; readonly ending?: 'reset' | 'truncate' };

const MAINTENANCE =
  '<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>Avi Vantage/</center></body></html>';

function kindOf(request: Request): CallKind {
  const { path, method } = request;
  if (path.startsWith('/oauth2/') || path.startsWith('/v2/oauth2/')) return 'token';
  if (!path.startsWith('/v3/company/')) return 'other';
  if (/\/query\/?$/.test(path)) return 'query';
  if (/\/cdc\/?$/.test(path)) return 'cdc';
  return method === 'GET' ? 'read' : 'write';
}

/** A new id in the form of Intuit's, on every answer. */
function traceId(): string {
  return `1-${Math.floor(Date.now() / 1_000).toString(16)}-${randomBytes(12).toString('hex')}`;
}

function faultAnswer(kind: FaultKind, nowMs: number): Answer | undefined {
  switch (kind) {
    case 'throttle':
      return gatewayFaultXml(gatewayFaults.throttled, nowMs);
    case 'timeout':
      return gatewayFaultXml(gatewayFaults.timeout, nowMs);
    case 'unavailable':
      return html(503, MAINTENANCE);
    case 'unauthorized':
      return gatewayFault(gatewayFaults.unauthorized('Token expired: simulated'), nowMs);
    case 'forbidden':
      return gatewayFault(gatewayFaults.forbidden, nowMs);
    case 'internal':
      return gatewayFault(gatewayFaults.internal, nowMs);
    case 'system':
      return applicationFault(faults.system(), nowMs);
    case 'html':
      return html(200, page("We'll be back soon", '<p>We are doing some maintenance.</p>'));
    case 'reset':
    case 'truncate':
    case 'latency':
      return undefined;
  }
}

/** Builds the server; it listens when its `listen` is called. */
export function createSimulatorServer(options: ServerOptions): Server {
  const { world } = options;
  const oauth = createOAuthRoutes({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    tokens: world.tokens,
    companies: () => [...world.companies.values()].map(({ profile }) => profile),
    url: options.url,
  });

  const api = (request: Request): Answer => {
    const { nowMs } = world.clock;
    const [, , , realmId = '', ...rest] = request.path.replace(/\/$/, '').split('/');
    if (!(request.headers.accept ?? '').includes('json')) {
      const detail = 'This simulator answers JSON only: send Accept: application/json';
      return gatewayFaultXml(
        { status: 406, type: 'SERVICE', code: '406', message: 'NotAcceptable', detail },
        nowMs,
      );
    }
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = world.tokens.authenticate(token);
    if (grant === undefined) {
      const detail =
        token === '' ? 'Missing required header: Authorization' : `Token expired: ${token.slice(0, 52)}`;
      return gatewayFault(gatewayFaults.unauthorized(detail), nowMs);
    }
    const company = world.companies.get(realmId);
    if (company === undefined || grant.realmId !== realmId)
      return gatewayFault(gatewayFaults.forbidden, nowMs);
    if (!world.limiter.admits(realmId, nowMs, world.switches.limits)) {
      return gatewayFaultXml(gatewayFaults.throttled, nowMs);
    }
    return answerApi(company, request, rest, world);
  };

  const dispatch = async (request: Request): Promise<Answer> => {
    if (request.path.startsWith('/v3/company/')) return api(request);
    if (/^\/simulator(\/|$)/.test(request.path)) return answerControl(world, request);
    if (request.path === '/') {
      const names = [...world.companies.values()].map(
        ({ realmId, profile }) => `<li>${escapeHtml(profile.name)} (${realmId})</li>`,
      );
      return html(
        200,
        page('QuickBooks simulator', `<p>Simulated companies, made-up data:</p><ul>${names.join('')}</ul>`),
      );
    }
    return (await oauth(request)) ?? json(404, { error: 'not_found' });
  };

  const respond = async (request: Request): Promise<Outcome> => {
    const refusal = refuseRequest(request, options.host);
    if (refusal !== undefined) return { answer: json(403, { error: refusal }) };
    const kind = kindOf(request);
    const fault = kind === 'other' ? undefined : world.faults.take(request);
    if (fault === undefined) return { answer: await dispatch(request) };
    if (fault.latencyMs > 0) await delay(fault.latencyMs);
    const answer = faultAnswer(fault.kind, world.clock.nowMs);
    if (answer !== undefined) return { answer };
    const real = await dispatch(request);
    return fault.kind === 'latency'
      ? { answer: real }
      : { answer: real, ending: fault.kind as 'reset' | 'truncate' };
  };

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(message);
    const { answer, ending }: Outcome =
      request === undefined
        ? { answer: json(413, { error: 'The request is too large.' }) }
        : await respond(request);
    if (request !== undefined && !request.path.startsWith('/simulator')) {
      const realmId = /^\/v3\/company\/([^/]+)/.exec(request.path)?.[1];
      const { method } = request;
      const kind = kindOf(request);
      const target = message.url ?? '';
      world.calls.record({
        at: world.clock.now().toISOString(),
        realmId,
        kind,
        method,
        target,
        status: answer.status,
      });
    }
    send(response, answer, ending);
  };

  return createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      options.logger.error({ err: error }, 'simulator request failed');
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The simulator failed; see its log.');
    });
  });
}

function send(response: ServerResponse, { status, headers, body }: Answer, ending: Outcome['ending']): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, { ...headers, intuit_tid: traceId(), 'content-length': bytes.length });
  if (ending === undefined) {
    response.end(bytes);
    return;
  }
  // Half of the body leaves first in both cases: a reset in mid-body, or a body that simply stops.
  response.write(bytes.subarray(0, bytes.length >> 1), () => {
    if (ending === 'reset') response.socket?.resetAndDestroy();
    else response.socket?.end();
  });
}
