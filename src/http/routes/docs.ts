import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { renderDocs, type OpenApiDocument } from '../pages/docs-page.ts';

/** The API for people to read. */
export const docsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  let page: string | undefined;
  app.route({
    method: 'GET',
    url: '/v1/docs',
    schema: {
      tags: ['system'],
      summary: 'Documentation of this API',
      response: {
        200: {
          description: 'A page of HTML that needs nothing else.',
          content: { 'text/html': { schema: Type.Unsafe<string>({ type: 'string' }) } },
        },
      },
    },
    handler: async (_request, reply) => {
      page ??= renderDocs(app.swagger() as OpenApiDocument);
      return reply.type('text/html; charset=utf-8').send(page);
    },
  });
};
