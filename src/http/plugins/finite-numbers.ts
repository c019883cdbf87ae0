import type { FastifyInstance } from 'fastify';
import { httpError } from '../errors.ts';

function holdsInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false;
  return Object.values(value).some(holdsInfinity);
}

/**
 * Where a schema wants a number, Ajv turns the text "1e309" into Infinity and then checks no limit of it, because its
 * limits are for finite numbers only. So what has become infinite is refused here, before a handler sees it.
 */
export function refuseInfinity(app: FastifyInstance): void {
  app.addHook('preHandler', (request, _reply, done) => {
    if ([request.params, request.query, request.body].some(holdsInfinity)) {
      throw httpError('HTTP_VALIDATION_FAILED', { text: 'A number of the request is not a finite one.' });
    }
    done();
  });
}
