import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { ConnectStates } from '../../access/connect-states.ts';
import { randomToken } from '../../access/random-token.ts';
import { accessError } from '../../access/errors.ts';
import { RealmIdParameters } from '../../api-contract/index.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { createConnectCookie } from '../connect-cookie.ts';
import { fromThrown } from '../error-handler.ts';
import { oauthError } from '../errors.ts';
import type { FailureLog } from '../failure-log.ts';
import type { IntegrationRegistry } from '../integrations/integration.ts';
import { connectFailurePage } from '../pages/connect-failure.ts';
import { sendPage } from '../pages/page.ts';
import { assertSees, principalOf } from '../principal.ts';
import { errorPages, problems } from './problems.ts';

export type OAuthRoutesOptions = {
  readonly states: ConnectStates;
  readonly integrations: IntegrationRegistry;
  readonly publicUrl: URL;
  readonly logFailure: FailureLog;
};

const IntegrationParameters = Type.Object({ integration: Type.String({ maxLength: 40 }) });

const AuthorizeQuery = Type.Object({
  realmId: Type.Optional({
    ...RealmIdParameters.properties.realmId,
    description: 'Reconnect exactly this company; another one is refused.',
  }),
  moved: Type.Optional(Type.Boolean({ description: 'Set by our own redirect to the public address.' })),
});

const LandingQuery = Type.Object({ realmId: RealmIdParameters.properties.realmId });

// Lenient on purpose: whatever a browser brings here must end on a page, not on a validation error.
const CallbackQuery = Type.Object({
  state: Type.Optional(Type.String()),
  code: Type.Optional(Type.String()),
  realmId: Type.Optional(Type.String()),
  error: Type.Optional(Type.String()),
});

/**
 * The person's refusal, or what QuickBooks minded. Only the error's name is shown, and only if it is a name. Anybody can
 * bring an error here; only one that answers a request of this browser is trouble of ours.
 */
function fromCallbackError(error: string, isAnswer: boolean) {
  if (error === 'access_denied') return oauthError('OAUTH_REFUSED');
  const reason = /^[a-z_]{1,40}$/.test(error) ? error : 'unknown';
  if (!isAnswer) {
    return oauthError('OAUTH_ERROR_UNASKED', {
      text: `An error of QuickBooks (${reason}) came here that answers no request of this browser.`,
      details: { reason },
    });
  }
  return oauthError('OAUTH_PROVIDER_REFUSED', {
    text: `QuickBooks did not accept the request for access (${reason}).`,
    details: { reason },
  });
}

/** Connecting a company: to the provider's consent page and back. */
export const oauthRoutes: FastifyPluginAsyncTypebox<OAuthRoutesOptions> = async (app, options) => {
  const { states, integrations, publicUrl, logFailure } = options;
  const cookie = createConnectCookie(publicUrl);

  app.route({
    method: 'GET',
    url: '/v1/oauth/authorize/:integration',
    schema: {
      tags: ['connect'],
      summary: 'Send the browser to the consent page',
      params: IntegrationParameters,
      querystring: AuthorizeQuery,
      response: { 302: Type.Null({ description: 'To the consent page.' }), ...problems },
    },
    handler: async (request, reply) => {
      const integration = integrations.get(request.params.integration);
      const { realmId, moved } = request.query;
      const principal = principalOf(request);
      // Whoever is limited to some companies may renew the access to those, and adds none.
      if (realmId !== undefined) assertSees(principal, toRealmId(realmId));
      else if (principal.organizations !== undefined) throw accessError('ACCESS_FORBIDDEN');
      // The answer comes back to the public address. Its cookie must be set there: 127.0.0.1 and localhost
      // are one computer but two sites, and so are all names of this server.
      if (request.hostname !== publicUrl.hostname && moved !== true) {
        const target = new URL(`/v1/oauth/authorize/${integration.name}`, publicUrl);
        if (realmId !== undefined) target.searchParams.set('realmId', realmId);
        target.searchParams.set('moved', 'true');
        return reply.redirect(target.href);
      }
      const browser = cookie.read(request) ?? randomToken();
      const state = await states.issue({
        integration: integration.name,
        browser,
        expectedRealmId: realmId === undefined ? undefined : toRealmId(realmId),
        by: principal,
      });
      cookie.write(reply, browser);
      return reply.redirect(integration.authorizeUrl(state));
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/oauth/callback/:integration',
    // Longer than the exchange and the first read may take together: giving up half-way would tell an untruth.
    handlerTimeout: 120_000,
    schema: {
      tags: ['connect'],
      summary: 'Take the answer of the consent page',
      params: IntegrationParameters,
      querystring: CallbackQuery,
      response: { 302: Type.Null({ description: 'To the dashboard.' }), ...errorPages },
    },
    errorHandler: (thrown, request, reply) => {
      const error = fromThrown(thrown);
      logFailure(request, error);
      void sendPage(reply, connectFailurePage(error));
    },
    handler: async (request, reply) => {
      const integration = integrations.get(request.params.integration);
      const { state, error } = request.query;
      const answer = { integration: integration.name, browser: cookie.read(request), state };
      if (error !== undefined) throw fromCallbackError(error, await states.discard(answer));
      const memory = await states.consume(answer);
      const { expectedRealmId, actor } = memory;
      // Before the exchange, so that no grant comes to exist; and again when it is to be stored.
      await states.confirm(memory);
      const realmId = await integration.connect(request.query, expectedRealmId, (tx) =>
        states.confirm(memory, tx),
      );
      await request.audit({
        action: 'organization.connected',
        realmId,
        details: { integration: integration.name, reconnected: expectedRealmId !== undefined },
        ...(actor !== undefined && { actor }),
      });
      return reply.redirect(`/?connected=${realmId}`);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/oauth/reconnect/:integration',
    schema: {
      tags: ['connect'],
      summary: "Where the provider's own “Reconnect” leads: to the consent page of the same company",
      params: IntegrationParameters,
      querystring: LandingQuery,
      response: { 302: Type.Null({ description: 'To the authorize address.' }), ...problems },
    },
    handler: async (request, reply) => {
      const { name } = integrations.get(request.params.integration);
      return reply.redirect(`/v1/oauth/authorize/${name}?realmId=${request.query.realmId}`);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/oauth/disconnected/:integration',
    schema: {
      tags: ['connect'],
      summary: "Where the provider's own “Disconnect” leads",
      description:
        'Our access has ended there already. Any page can lead a browser here, so nothing is believed and nothing is ' +
        'done: the dashboard offers to look at the company, which shows that it must be reconnected when that is so. ' +
        'The copy stays.',
      params: IntegrationParameters,
      querystring: LandingQuery,
      response: { 302: Type.Null({ description: 'To the dashboard.' }), ...problems },
    },
    handler: async (request, reply) => {
      integrations.get(request.params.integration);
      const realmId = toRealmId(request.query.realmId);
      assertSees(principalOf(request), realmId);
      return reply.redirect(`/?disconnected=${realmId}`);
    },
  });
};
