import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Keys } from '../../access/keys.ts';
import {
  ApiKeyList,
  ApiKeyWithSecret,
  KeyParameters,
  KeyRotation,
  NewApiKey,
  reference,
} from '../../api-contract/index.ts';
import { originOf } from '../plugins/access.ts';
import { principalOf } from '../principal.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

const tags = ['access'];
const HOUR_MS = 3_600_000;

/** Keys of programs. */
export const keyRoutes: FastifyPluginAsyncTypebox<{ keys: Keys }> = async (app, { keys }) => {
  app.route({
    method: 'GET',
    url: '/v1/keys',
    schema: { tags, summary: 'List the API keys', response: { 200: reference(ApiKeyList), ...problems } },
    handler: async () => ({ items: (await keys.list()).map(toWire) }),
  });

  app.route({
    method: 'POST',
    url: '/v1/keys',
    schema: {
      tags,
      summary: 'Make an API key',
      description: 'The key is in this answer and nowhere else; what is stored is its digest.',
      body: NewApiKey,
      response: { 201: reference(ApiKeyWithSecret), ...problems },
    },
    handler: async (request, reply) => {
      const { name, role, organizations, addresses, expiresAt } = request.body;
      const wanted = {
        name,
        role,
        organizations,
        addresses,
        expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
      };
      const { key, secret } = await keys.create(wanted, principalOf(request), originOf(request));
      return reply.code(201).send({ key: toWire(key), secret: secret.reveal() });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/keys/:keyId/rotate',
    schema: {
      tags,
      summary: 'Replace an API key; the old one works a while longer',
      params: KeyParameters,
      body: KeyRotation,
      response: { 200: reference(ApiKeyWithSecret), ...problems },
    },
    // Nothing to say is nothing special to ask for.
    preValidation: (request, _reply, done) => {
      request.body ??= { overlapHours: 24 };
      done();
    },
    handler: async (request) => {
      const overlapMs = request.body.overlapHours * HOUR_MS;
      const { key, secret } = await keys.rotate(
        request.params.keyId,
        overlapMs,
        principalOf(request),
        originOf(request),
      );
      return { key: toWire(key), secret: secret.reveal() };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/keys/:keyId',
    schema: {
      tags,
      summary: 'Revoke an API key at once',
      params: KeyParameters,
      response: { 204: Type.Null({ description: 'Done.' }), ...problems },
    },
    handler: async (request, reply) => {
      await keys.revoke(request.params.keyId, principalOf(request), originOf(request));
      return reply.code(204).send(null);
    },
  });
};
