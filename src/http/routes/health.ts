import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Health, Liveness, reference } from '../../api-contract/index.ts';
import type { HealthReporter } from '../health.ts';

const tags = ['system'];

/** For load balancers and people: is the process there, can it serve, how is all of it. */
export const healthRoutes: FastifyPluginAsyncTypebox<{ health: HealthReporter }> = async (app, options) => {
  app.route({
    method: 'GET',
    url: '/v1/health/live',
    schema: {
      tags,
      summary: 'The process runs',
      response: { 200: reference(Liveness) },
    },
    handler: () => ({ status: 'ok' as const }),
  });

  for (const [url, summary] of [
    ['/v1/health/ready', 'The process can serve; 503 when it cannot'],
    ['/v1/health', 'Every dependency, and how fresh the copies are'],
  ] as const) {
    app.route({
      method: 'GET',
      url,
      schema: { tags, summary, response: { 200: reference(Health), 503: reference(Health) } },
      handler: async (_request, reply) => {
        const health = await options.health.report();
        return reply.code(health.status === 'unavailable' ? 503 : 200).send(health);
      },
    });
  }
};
