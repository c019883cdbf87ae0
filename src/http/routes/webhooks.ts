import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Secret } from '../../base/secret.ts';
import { verifySignature } from '../../quickbooks/index.ts';
import { webhookError } from '../errors.ts';
import { problems } from './problems.ts';

export type WebhookRoutesOptions = {
  /** Of the Intuit app; without it nothing can be believed, and nothing is taken. */
  readonly verifierToken: Secret | undefined;
  /**
   * Stores what a verified delivery holds, byte by byte as it arrived; repeats of one delivery must be harmless.
   * Intuit is told "received" only once it has resolved, within three seconds at best.
   */
  readonly storeEvents: ((body: Buffer) => Promise<void>) | undefined;
};

/** Many times what Intuit sends at once. */
const MAX_BYTES = 1024 * 1024;

/** What Intuit tells of changes: believed by its signature, stored, and nothing more; workers do the rest. */
export const webhookRoutes: FastifyPluginAsyncTypebox<WebhookRoutesOptions> = async (app, options) => {
  // The signature is over the bytes: here, and only here, nothing may read them first.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) => {
    done(null, body);
  });

  app.route({
    method: 'POST',
    url: '/v1/webhooks/qbo',
    bodyLimit: MAX_BYTES,
    schema: {
      tags: ['connect'],
      summary: 'Take notifications of QuickBooks',
      description:
        'For Intuit to call; set it as the endpoint of the app. The body (CloudEvents, or the older shape) must carry its ' +
        'HMAC-SHA256 with the verifier token in `intuit-signature`. Answers 200 only after the events are stored.',
      security: [],
      headers: Type.Object({
        'intuit-signature': Type.Optional(
          Type.String({ description: 'Base64 of the HMAC-SHA256 of the body.' }),
        ),
      }),
      response: {
        200: { description: 'The events are stored.', type: 'null' },
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { verifierToken, storeEvents } = options;
      if (verifierToken === undefined || storeEvents === undefined) {
        throw webhookError('WEBHOOK_NOT_CONFIGURED');
      }
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!verifySignature(body, request.headers['intuit-signature'], verifierToken)) {
        throw webhookError('WEBHOOK_SIGNATURE_REFUSED');
      }
      await storeEvents(body);
      return reply.code(200).send(null);
    },
  });
};
