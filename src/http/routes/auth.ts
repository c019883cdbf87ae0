import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Access } from '../../access/access.ts';
import { accessError } from '../../access/errors.ts';
import type { Principal } from '../../access/principal.ts';
import type { Visitor } from '../../access/sessions.ts';
import {
  AccessLink,
  BrowserSessionList,
  Credentials,
  CurrentSession,
  LinkAnswer,
  LinkQuestion,
  PasswordChange,
  PasswordQuestion,
  reference,
  SessionParameters,
} from '../../api-contract/index.ts';
import { originOf } from '../plugins/access.ts';
import { principalOf } from '../principal.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

export type AuthRoutesOptions = { readonly access: Access; readonly cookie: SessionCookie };

const tags = ['access'];
const done = Type.Null({ description: 'Done.' });

const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  browser: request.headers['user-agent'],
});

/** Only people have sessions and passwords. */
function personOf(request: FastifyRequest): Principal {
  const principal = principalOf(request);
  if (principal.kind !== 'user') throw accessError('ACCESS_FORBIDDEN');
  return principal;
}

/** Signing in and out, one's own browsers and password, and the links that set a password. */
export const authRoutes: FastifyPluginAsyncTypebox<AuthRoutesOptions> = async (app, options) => {
  const { access, cookie } = options;

  app.route({
    method: 'POST',
    url: '/v1/auth/sign-in',
    schema: {
      tags,
      summary: 'Sign a browser in',
      description: 'Sets the session cookie. Tries are limited for each account and each address.',
      body: Credentials,
      response: { 204: done, ...problems },
    },
    handler: async (request, reply) => {
      const token = await access.signIn.signIn(request.body, visitorOf(request), originOf(request));
      // The browser's former session, if it had one, ends with the new one: no token outlives its use.
      const former = cookie.read(request);
      if (former !== undefined) await access.sessions.close(former);
      cookie.write(reply, token);
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/auth/sign-out',
    schema: { tags, summary: 'Sign this browser out', response: { 204: done, ...problems } },
    handler: async (request, reply) => {
      const token = cookie.read(request);
      if (token !== undefined) await access.signIn.signOut(token, originOf(request));
      cookie.clear(reply);
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/auth/session',
    schema: { tags, summary: 'Who is asking', response: { 200: reference(CurrentSession), ...problems } },
    handler: (request) => {
      const { kind, name, role, organizations } = principalOf(request);
      return { kind, name, role, ...(organizations !== undefined && { organizations: [...organizations] }) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/auth/sessions',
    schema: {
      tags,
      summary: 'List the browsers you are signed in with',
      response: { 200: reference(BrowserSessionList), ...problems },
    },
    handler: async (request) => {
      const { id, sessionId } = personOf(request);
      const list = await access.sessions.list(id);
      return { items: list.map((one) => ({ ...toWire(one), current: one.id === sessionId })) };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/auth/sessions/:sessionId',
    schema: {
      tags,
      summary: 'Sign out one of your browsers',
      params: SessionParameters,
      response: { 204: done, ...problems },
    },
    handler: async (request, reply) => {
      const { id, name } = personOf(request);
      await access.sessions.revoke(id, request.params.sessionId);
      await request.audit({ action: 'session.revoked', target: name, details: { sessions: 1 } });
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/auth/password',
    schema: {
      tags,
      summary: 'Change your password',
      description: 'Your other browsers are signed out, and this one gets a new session cookie.',
      body: PasswordChange,
      response: { 204: done, ...problems },
    },
    handler: async (request, reply) => {
      const { currentPassword, newPassword } = request.body;
      const passwords = { current: currentPassword, wanted: newPassword };
      const token = await access.signIn.changePassword(personOf(request), passwords, originOf(request));
      cookie.write(reply, token);
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/auth/confirm',
    schema: {
      tags,
      summary: 'Type your password again',
      description:
        'Changing keys and people, disconnecting a company and exporting sensitive fields want it of a person every ten ' +
        'minutes; they answer ACCESS_CONFIRMATION_REQUIRED until then. Sets a new session cookie. API keys have no ' +
        'password to type.',
      body: PasswordQuestion,
      response: { 204: done, ...problems },
    },
    handler: async (request, reply) => {
      const token = await access.signIn.confirm(personOf(request), request.body.password, originOf(request));
      cookie.write(reply, token);
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/auth/link',
    schema: {
      tags,
      summary: 'What a set-up, invitation or reset link is for',
      description: 'Asked with POST, so that the token appears in no address and no log.',
      body: LinkQuestion,
      response: { 200: reference(AccessLink), ...problems },
    },
    handler: async ({ body }) => {
      const { kind, email, name } = await access.links.look(body.token);
      return toWire({ kind, email, name });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/auth/link/accept',
    schema: {
      tags,
      summary: 'Use a link: choose a password and be signed in',
      body: LinkAnswer,
      response: { 204: done, ...problems },
    },
    handler: async (request, reply) => {
      const token = await access.signIn.acceptLink(request.body, visitorOf(request), originOf(request));
      cookie.write(reply, token);
      return reply.code(204).send(null);
    },
  });
};
