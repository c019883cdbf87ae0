import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import { sees } from '../../access/principal.ts';
import type { EventHub } from '../events/event-hub.ts';
import { principalOf } from '../principal.ts';
import { problems } from './problems.ts';

export type EventRoutesOptions = { readonly events: EventHub };

// Streams are sent as they are; to a client it is text.
const EventStream = Type.Unsafe<Readable>({ type: 'string' });

/** Progress and changes of state, as server-sent events. */
export const eventRoutes: FastifyPluginAsyncTypebox<EventRoutesOptions> = async (app, options) => {
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
    handler: async (request, reply) => {
      let principal = principalOf(request);
      const stream = options.events.subscribe({
        caller: `${principal.kind} ${principal.id}`,
        sees: (realmId) => sees(principal, realmId),
        // A stream outlives what a request may: whoever is signed out meanwhile hears nothing more.
        signal: reply.whileAllowed((present) => {
          principal = present;
        }),
      });
      return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
    },
  });
};
