import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../base/logger.ts';

/** One line a request. The route's pattern and not its address: an address can carry an OAuth code. */
export function installRequestLog(app: FastifyInstance, options: { logger: Logger }): void {
  app.addHook('onResponse', (request, reply, done) => {
    options.logger.debug(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      'request served',
    );
    done();
  });
}
