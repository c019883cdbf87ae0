import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Accepted,
  EntityStateList,
  Organization,
  OrganizationChange,
  OrganizationList,
  RealmIdParameters,
  reference,
  SyncRunList,
  SyncRunQuery,
} from '../../api-contract/index.ts';
import { sees } from '../../access/principal.ts';
import { toRealmId } from '../../base/realm-id.ts';
import type { CallForecast, Organizations } from '../../sync/index.ts';
import type { Requests } from '../../requests/requests.ts';
import { httpError } from '../errors.ts';
import { askerOf } from '../plugins/access.ts';
import { principalOf } from '../principal.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

export type OrganizationRoutesOptions = {
  readonly organizations: Pick<Organizations, 'list' | 'get' | 'entities' | 'runs'>;
  readonly requests: Requests;
  /** What all companies together need of the month's calls. @default it is not told */
  readonly forecastCalls?: (() => Promise<CallForecast>) | undefined;
};

const tags = ['organizations'];

/** The connected companies: what there is, and what a person may ask of the engine. */
export const organizationRoutes: FastifyPluginAsyncTypebox<OrganizationRoutesOptions> = async (
  app,
  options,
) => {
  const { organizations, requests, forecastCalls } = options;

  app.route({
    method: 'GET',
    url: '/v1/organizations',
    schema: {
      tags,
      summary: 'List the connected companies',
      response: { 200: reference(OrganizationList), ...problems },
    },
    handler: async (request) => {
      const principal = principalOf(request);
      const visible = (await organizations.list()).filter((one) => sees(principal, one.realmId));
      if (principal.organizations !== undefined || forecastCalls === undefined)
        return { items: visible.map(toWire) };
      return { items: visible.map(toWire), callForecast: await forecastCalls() };
    },
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
    method: 'PATCH',
    url: '/v1/organizations/:realmId',
    schema: {
      tags,
      summary: 'Change the settings of one company',
      params: RealmIdParameters,
      body: OrganizationChange,
      response: { 200: reference(Organization), ...problems },
    },
    handler: async (request) => {
      const realmId = toRealmId(request.params.realmId);
      // What is not a setting was dropped while the request was read.
      if (Object.keys(request.body).length === 0) throw httpError('HTTP_VALIDATION_FAILED');
      await requests.changeSettings(realmId, request.body, askerOf(request));
      return toWire(await organizations.get(realmId));
    },
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
    handler: async (request, reply) => {
      const realmId = toRealmId(request.params.realmId);
      return reply.code(202).send(await requests.ask('sync', realmId, askerOf(request)));
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/organizations/:realmId/backfill',
    schema: {
      tags,
      summary: 'Copy the whole history again',
      description:
        'What is stored stays, and is replaced where it differs. Costs as many calls as the first copy did. Answers at once with the run that takes the request up.',
      params: RealmIdParameters,
      response: { 202: reference(Accepted), ...problems },
    },
    handler: async (request, reply) => {
      const realmId = toRealmId(request.params.realmId);
      return reply.code(202).send(await requests.ask('backfill', realmId, askerOf(request)));
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
    handler: async (request, reply) => {
      const realmId = toRealmId(request.params.realmId);
      return reply.code(202).send(await requests.ask('pause', realmId, askerOf(request)));
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
    handler: async (request, reply) => {
      const realmId = toRealmId(request.params.realmId);
      return reply.code(202).send(await requests.ask('resume', realmId, askerOf(request)));
    },
  });
};
