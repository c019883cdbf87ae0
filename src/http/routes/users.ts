import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Access } from '../../access/access.ts';
import {
  BrowserSessionList,
  NewUser,
  reference,
  User,
  UserChange,
  UserList,
  UserParameters,
  UserWithLink,
} from '../../api-contract/index.ts';
import { originOf } from '../plugins/access.ts';
import { principalOf } from '../principal.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

export type UserRoutesOptions = { readonly access: Access; readonly publicUrl: URL };

const tags = ['access'];
const done = Type.Null({ description: 'Done.' });

/** The page that takes a link. The token follows #, which browsers send to no server and write into no log. */
export function linkUrl(publicUrl: URL | string, token: string): string {
  return `${new URL('/welcome', publicUrl).href}#${token}`;
}

/** People: who they are, what they may do, and links for those without a password. */
export const userRoutes: FastifyPluginAsyncTypebox<UserRoutesOptions> = async (app, options) => {
  const { access, publicUrl } = options;
  const { users } = access;

  app.route({
    method: 'GET',
    url: '/v1/users',
    schema: { tags, summary: 'List the people', response: { 200: reference(UserList), ...problems } },
    handler: async () => ({ items: (await users.list()).map(toWire) }),
  });

  app.route({
    method: 'POST',
    url: '/v1/users',
    schema: {
      tags,
      summary: 'Invite a person',
      description: 'Answers with a link to pass on; no mail is sent.',
      body: NewUser,
      response: { 201: reference(UserWithLink), ...problems },
    },
    handler: async (request, reply) => {
      const { email, name, role, organizations } = request.body;
      const person = { email, name, role, organizations };
      const { user, token } = await users.invite(person, principalOf(request), originOf(request));
      return reply.code(201).send({ user: toWire(user), link: linkUrl(publicUrl, token) });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/users/:userId',
    schema: {
      tags,
      summary: 'Read one person',
      params: UserParameters,
      response: { 200: reference(User), ...problems },
    },
    handler: async ({ params }) => toWire(await users.get(params.userId)),
  });

  app.route({
    method: 'PATCH',
    url: '/v1/users/:userId',
    schema: {
      tags,
      summary: 'Change role, companies or name of a person, or disable them',
      params: UserParameters,
      body: UserChange,
      response: { 200: reference(User), ...problems },
    },
    handler: async (request) =>
      toWire(
        await users.change(request.params.userId, request.body, principalOf(request), originOf(request)),
      ),
  });

  app.route({
    method: 'DELETE',
    url: '/v1/users/:userId',
    schema: {
      tags,
      summary: 'Remove a person',
      params: UserParameters,
      response: { 204: done, ...problems },
    },
    handler: async (request, reply) => {
      await users.remove(request.params.userId, principalOf(request), originOf(request));
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/users/:userId/link',
    schema: {
      tags,
      summary: 'Make a new link: an invitation, or a password reset for somebody who has a password',
      description: 'The links made before for this person end.',
      params: UserParameters,
      response: { 201: reference(UserWithLink), ...problems },
    },
    handler: async (request, reply) => {
      const { user, token } = await users.createLink(
        request.params.userId,
        principalOf(request),
        originOf(request),
      );
      return reply.code(201).send({ user: toWire(user), link: linkUrl(publicUrl, token) });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/users/:userId/sessions',
    schema: {
      tags,
      summary: 'List the browsers a person is signed in with',
      params: UserParameters,
      response: { 200: reference(BrowserSessionList), ...problems },
    },
    handler: async (request) => {
      const { id } = await users.get(request.params.userId);
      const list = await access.sessions.list(id);
      const { sessionId } = principalOf(request);
      return { items: list.map((one) => ({ ...toWire(one), current: one.id === sessionId })) };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/users/:userId/sessions',
    schema: {
      tags,
      summary: 'Sign a person out everywhere',
      params: UserParameters,
      response: { 204: done, ...problems },
    },
    handler: async (request, reply) => {
      await users.signOut(request.params.userId, principalOf(request), originOf(request));
      return reply.code(204).send(null);
    },
  });
};
