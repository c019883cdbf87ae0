import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Installation, reference } from '../../api-contract/index.ts';
import { problems } from './problems.ts';

/** Public facts about the installation. */
export const installationRoutes: FastifyPluginAsyncTypebox<{ installation: Installation }> = async (
  app,
  options,
) => {
  app.route({
    method: 'GET',
    url: '/v1/installation',
    schema: {
      tags: ['system'],
      summary: 'Product, version and which QuickBooks this is',
      response: { 200: reference(Installation), ...problems },
    },
    handler: () => options.installation,
  });
};
