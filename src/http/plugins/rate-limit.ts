import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countedAddress } from '../../access/sign-in-limits.ts';
import { httpError } from '../errors.ts';
import { probes } from './guard.ts';

export type RateLimitOptions = {
  /** Requests a minute of one user or key. */
  readonly knownPerMinute?: number | undefined;
  /** Requests a minute of one address that has not said who it is. */
  readonly unknownPerMinute?: number | undefined;
};

/**
 * Limits how much one caller may ask of one process, with the standard headers (RateLimit-*, Retry-After). Generous:
 * it is against programs that run wild; guessing passwords is counted elsewhere, across all processes. Addresses that
 * do not exist count like those that do.
 */
export async function installRateLimit(
  app: FastifyInstance,
  options: RateLimitOptions & {
    /** Somebody who is known goes beyond the limit, and has to wait for so long. */
    readonly onExceeded: (request: FastifyRequest, durationMs: number) => void;
  },
): Promise<void> {
  const { knownPerMinute = 6000, unknownPerMinute = 1200, onExceeded } = options;
  await app.register(rateLimit, {
    // As a hook of the server's, not of its routes: what no route answers is limited with it.
    global: false,
    timeWindow: 60_000,
    cache: 10_000,
    enableDraftSpec: true,
    keyGenerator: (request) =>
      request.principal === undefined
        ? `address ${countedAddress(request.ip)}`
        : `${request.principal.kind} ${request.principal.id}`,
    max: (request) => (request.principal === undefined ? unknownPerMinute : knownPerMinute),
    // Probes come often, and are what tells that the server is alive.
    allowList: (request) => !request.is404 && probes.has(request.routeOptions.url ?? ''),
    errorResponseBuilder: (request, context) => {
      if (request.principal !== undefined) onExceeded(request, context.ttl);
      return httpError('HTTP_TOO_MANY_REQUESTS', { retryAfterMs: context.ttl });
    },
  });
  app.addHook('onRequest', app.rateLimit());
}
