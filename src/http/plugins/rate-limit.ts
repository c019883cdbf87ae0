import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { httpError } from '../errors.ts';

export type RateLimitOptions = {
  /** Requests a minute of one user or key. */
  readonly knownPerMinute?: number;
  /** Requests a minute of one address that has not said who it is. */
  readonly unknownPerMinute?: number;
};

/**
 * Limits how much one caller may ask of one process, with the standard headers (RateLimit-*, Retry-After). Generous:
 * it is against programs that run wild; guessing passwords is counted elsewhere, across all processes.
 */
export async function installRateLimit(app: FastifyInstance, options: RateLimitOptions = {}): Promise<void> {
  const { knownPerMinute = 6000, unknownPerMinute = 1200 } = options;
  await app.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    cache: 10_000,
    enableDraftSpec: true,
    keyGenerator: (request) =>
      request.principal === undefined
        ? `address ${request.ip}`
        : `${request.principal.kind} ${request.principal.id}`,
    max: (request) => (request.principal === undefined ? unknownPerMinute : knownPerMinute),
    // Probes come often, and are what tells that the server is alive.
    allowList: (request) => request.url.startsWith('/v1/health'),
    errorResponseBuilder: (_request, context) =>
      httpError('HTTP_TOO_MANY_REQUESTS', { retryAfterMs: context.ttl }),
  });
}
