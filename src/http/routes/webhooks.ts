import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { httpError } from '../errors.ts';
import type { Integration, IntegrationRegistry } from '../integrations/integration.ts';
import { problems } from './problems.ts';

/** Many times what Intuit sends at once. */
const MAX_BYTES = 1024 * 1024;

const WebhookParameters = Type.Object({
  integration: Type.String({ maxLength: 40, description: 'The source that notifies, such as qbo.' }),
});

/** Where the sources of companies notify us, those that do. */
export const webhookRoutes: FastifyPluginAsyncTypebox<{
  readonly integrations: IntegrationRegistry;
}> = async (app, { integrations }) => {
  // The signature is over the bytes: here, and only here, nothing may read them first.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) => {
    done(null, body);
  });

  /** @throws AppError HTTP_INTEGRATION_UNKNOWN, HTTP_NOT_FOUND for one that does not notify */
  const notifierOf = (name: string): Integration => {
    const integration = integrations.get(name);
    if (integration.takeWebhook === undefined) throw httpError('HTTP_NOT_FOUND');
    return integration;
  };

  // Whoever has just entered the address at the provider opens it to see whether it is right.
  app.route({
    method: 'GET',
    url: '/v1/webhooks/:integration',
    schema: {
      tags: ['connect'],
      summary: 'Say what the address is for',
      description: 'For people who open it in a browser; the provider delivers by POST.',
      security: [],
      params: WebhookParameters,
      response: {
        200: {
          description: 'A sentence.',
          content: { 'text/plain': { schema: Type.Unsafe<string>({ type: 'string' }) } },
        },
        ...problems,
      },
    },
    handler: async (request, reply) => {
      notifierOf(request.params.integration);
      return reply
        .type('text/plain; charset=utf-8')
        .send(
          'This address is for the webhooks of QuickBooks, which come by POST: there is nothing to see. Enter it as the endpoint in the webhook settings of the Intuit app, and set QBO_WEBHOOK_VERIFIER_TOKEN to the verifier token shown there.\n',
        );
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/webhooks/:integration',
    bodyLimit: MAX_BYTES,
    schema: {
      tags: ['connect'],
      summary: 'Take notifications of the provider',
      description:
        'For the provider to call; set it as the endpoint of its app. For `qbo` the body (CloudEvents, or the older ' +
        'shape) must carry its HMAC-SHA256 with the verifier token in `intuit-signature`. Answers 200 only after the ' +
        'events are stored.',
      security: [],
      params: WebhookParameters,
      headers: Type.Object({
        'intuit-signature': Type.Optional(
          Type.String({ description: 'Of `qbo`: base64 of the HMAC-SHA256 of the body.' }),
        ),
      }),
      response: {
        200: { description: 'The events are stored.', type: 'null' },
        ...problems,
      },
    },
    // Before a body is read that nobody would take.
    onRequest: (request, _reply, done) => {
      notifierOf(request.params.integration);
      done();
    },
    handler: async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      await notifierOf(request.params.integration).takeWebhook?.(body, request.headers);
      return reply.code(200).send(null);
    },
  });
};
