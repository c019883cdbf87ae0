import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { EventHub } from '../events/event-hub.ts';
import { problems } from './problems.ts';

// Streams are sent as they are; to a client it is text.
const EventStream = Type.Unsafe<Readable>({ type: 'string' });

/** Progress and changes of state, as server-sent events. */
export const eventRoutes: FastifyPluginAsyncTypebox<{ events: EventHub }> = async (app, options) => {
  app.route({
    method: 'GET',
    url: '/v1/events',
    // As long as a timer can wait; a route cannot opt out of the server's limit.
    handlerTimeout: 2 ** 31 - 1,
    schema: {
      tags: ['organizations'],
      summary: 'Follow progress and changes of state',
      description:
        'A stream of server-sent events; the data of each is an Event. A client that reconnects reads the present ' +
        'state first: what was said meanwhile is not repeated.',
      response: {
        200: {
          description: 'The stream.',
          content: { 'text/event-stream': { schema: EventStream } },
        },
        ...problems,
      },
    },
    handler: async (_request, reply) =>
      reply.type('text/event-stream').header('x-accel-buffering', 'no').send(options.events.subscribe()),
  });
};
