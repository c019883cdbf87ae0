import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Accepted,
  EntityStateList,
  Organization,
  OrganizationList,
  RealmIdParameters,
  reference,
  SyncRunList,
  SyncRunQuery,
} from '../../api-contract/index.ts';
import { toRealmId } from '../../base/realm-id.ts';
import type { Organizations } from '../../sync/organizations.ts';
import { clickPriority, type Waker } from '../waker.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

export type OrganizationRoutesOptions = {
  readonly organizations: Omit<Organizations, 'connected'>;
  readonly jobs: Waker;
};

const tags = ['organizations'];

/** The connected companies: what there is, and what a person may ask of the engine. */
export const organizationRoutes: FastifyPluginAsyncTypebox<OrganizationRoutesOptions> = async (
  app,
  options,
) => {
  const { organizations, jobs } = options;

  app.route({
    method: 'GET',
    url: '/v1/organizations',
    schema: {
      tags,
      summary: 'List the connected companies',
      response: { 200: reference(OrganizationList), ...problems },
    },
    handler: async () => ({ items: (await organizations.list()).map(toWire) }),
  });

  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId',
    schema: {
      tags,
      summary: 'Read one company',
      params: RealmIdParameters,
      response: { 200: reference(Organization), ...problems },
    },
    handler: async ({ params }) => toWire(await organizations.get(toRealmId(params.realmId))),
  });

  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/entities',
    schema: {
      tags,
      summary: 'State of each kind of record',
      params: RealmIdParameters,
      response: { 200: reference(EntityStateList), ...problems },
    },
    handler: async ({ params }) => ({
      items: (await organizations.entities(toRealmId(params.realmId))).map(toWire),
    }),
  });

  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/runs',
    schema: {
      tags,
      summary: 'History of runs, newest first',
      params: RealmIdParameters,
      querystring: SyncRunQuery,
      response: { 200: reference(SyncRunList), ...problems },
    },
    handler: async ({ params, query }) => ({
      items: (await organizations.runs(toRealmId(params.realmId), query.limit)).map(toWire),
    }),
  });

  app.route({
    method: 'POST',
    url: '/v1/organizations/:realmId/sync',
    schema: {
      tags,
      summary: 'Bring the company up to date now',
      description: 'Answers at once with the run that takes the request up; follow it at /v1/events.',
      params: RealmIdParameters,
      response: { 202: reference(Accepted), ...problems },
    },
    handler: async ({ params }, reply) => {
      const realmId = toRealmId(params.realmId);
      const { runId } = await organizations.requestSync(realmId);
      await jobs.wake(realmId, { priority: clickPriority });
      return reply.code(202).send({ realmId, runId });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/organizations/:realmId/pause',
    schema: {
      tags,
      summary: 'Stop syncing the company; the copy stays',
      params: RealmIdParameters,
      response: { 202: reference(Accepted), ...problems },
    },
    handler: async ({ params }, reply) => {
      const realmId = toRealmId(params.realmId);
      await organizations.pause(realmId);
      return reply.code(202).send({ realmId });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/organizations/:realmId/resume',
    schema: {
      tags,
      summary: 'Go on syncing a paused company',
      params: RealmIdParameters,
      response: { 202: reference(Accepted), ...problems },
    },
    handler: async ({ params }, reply) => {
      const realmId = toRealmId(params.realmId);
      await organizations.resume(realmId);
      await jobs.wake(realmId, { priority: clickPriority });
      return reply.code(202).send({ realmId });
    },
  });
};
