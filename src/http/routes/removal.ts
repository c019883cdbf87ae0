import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { DisconnectQuery, Disconnected, RealmIdParameters, reference } from '../../api-contract/index.ts';
import type { Logger } from '../../base/logger.ts';
import { toRealmId } from '../../base/realm-id.ts';
import type { Database } from '../../postgres/database.ts';
import {
  disconnectOrganization,
  endAccess,
  eraseOrganization,
  type Organizations,
  type TokenKeeper,
} from '../../sync/index.ts';
import { httpError } from '../errors.ts';
import { problems } from './problems.ts';

export type RemovalRoutesOptions = {
  readonly db: Database;
  readonly organizations: Pick<Organizations, 'get'>;
  readonly tokens: TokenKeeper;
  readonly logger: Logger;
};

/** Ending the connection to a company, with or without its copy. */
export const removalRoutes: FastifyPluginAsyncTypebox<RemovalRoutesOptions> = async (app, options) => {
  const { db, organizations, tokens, logger } = options;

  app.route({
    method: 'DELETE',
    url: '/v1/organizations/:realmId',
    // A large company takes its time to erase; a call that was given up is finished by the next one.
    handlerTimeout: 3_600_000,
    schema: {
      tags: ['organizations'],
      summary: 'Disconnect the company: end our access at QuickBooks, and keep or erase the copy',
      params: RealmIdParameters,
      querystring: DisconnectQuery,
      response: { 200: reference(Disconnected), ...problems },
    },
    handler: async (request) => {
      const realmId = toRealmId(request.params.realmId);
      const { data, name } = request.query;
      const { companyName } = await organizations.get(realmId);
      const erase = data === 'erase';
      if (erase && name?.trim() !== (companyName ?? realmId).trim()) throw httpError('HTTP_NAME_NOT_TYPED');
      const revoked = await endAccess(tokens, realmId, logger);
      await disconnectOrganization(db, realmId);
      await request.audit({
        action: 'organization.disconnected',
        realmId,
        target: companyName,
        details: { data, revoked },
      });
      if (!erase) return { realmId, revoked };
      const erasedRows = await eraseOrganization(db, realmId);
      await request.audit({
        action: 'organization.erased',
        realmId,
        target: companyName,
        details: { erasedRows },
      });
      return { realmId, revoked, erasedRows };
    },
  });
};
