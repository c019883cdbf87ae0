import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Accepted,
  RealmIdParameters,
  ReconcileRequest,
  RejectedRetry,
  ReconciliationList,
  reference,
  SyncRunQuery,
} from '../../api-contract/index.ts';
import { toRealmId } from '../../base/realm-id.ts';
import type { Organizations } from '../../sync/index.ts';
import type { Requests } from '../../requests/requests.ts';
import { askerOf } from '../plugins/access.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

/** The comparison of the copy with QuickBooks' own figures. */
export const proofRoutes: FastifyPluginAsyncTypebox<{
  readonly organizations: Pick<Organizations, 'reconciliations'>;
  readonly requests: Requests;
}> = async (app, { organizations, requests }) => {
  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/reconciliations',
    schema: {
      tags: ['organizations'],
      summary: "Comparisons with QuickBooks' own figures, newest first",
      params: RealmIdParameters,
      querystring: SyncRunQuery,
      response: { 200: reference(ReconciliationList), ...problems },
    },
    handler: async ({ params, query }) => ({
      items: (await organizations.reconciliations(toRealmId(params.realmId), query.limit)).map(toWire),
    }),
  });

  app.route({
    method: 'POST',
    url: '/v1/organizations/:realmId/reconcile',
    schema: {
      tags: ['organizations'],
      summary: 'Compare the copy with QuickBooks now',
      description:
        'Answers at once with the run that takes the request up; the result is at `reconciliations`. A deep one reads every record again, which costs as many calls as the first copy did.',
      params: RealmIdParameters,
      body: ReconcileRequest,
      response: { 202: reference(Accepted), ...problems },
    },
    // Nothing to say is nothing special to ask for.
    preValidation: (request, _reply, done) => {
      request.body ??= { deep: false };
      done();
    },
    handler: async (request, reply) => {
      const realmId = toRealmId(request.params.realmId);
      const name = request.body.deep ? 'reconcileDeep' : 'reconcile';
      return reply.code(202).send(await requests.ask(name, realmId, askerOf(request)));
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/organizations/:realmId/rejected/retry',
    schema: {
      tags: ['organizations'],
      summary: 'Try the records that could not be stored again',
      description: 'Answers at once with the run that reads them again from QuickBooks.',
      params: RealmIdParameters,
      response: { 202: reference(RejectedRetry), ...problems },
    },
    handler: async (request, reply) => {
      const realmId = toRealmId(request.params.realmId);
      return reply.code(202).send(await requests.ask('retryRejected', realmId, askerOf(request)));
    },
  });
};
