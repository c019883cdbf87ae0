import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { DisconnectQuery, Disconnected, RealmIdParameters, reference } from '../../api-contract/index.ts';
import type { Logger } from '../../base/logger.ts';
import { toRealmId } from '../../base/realm-id.ts';
import type { Database } from '../../postgres/database.ts';
import type { AuditTrail } from '../../access/audit.ts';
import { removeOrganization } from '../../requests/remove-organization.ts';
import type { Organizations, TokenKeeper } from '../../sync/index.ts';
import { httpError } from '../errors.ts';
import { askerOf } from '../plugins/access.ts';
import { problems } from './problems.ts';

export type DisconnectRoutesOptions = {
  readonly db: Database;
  readonly organizations: Pick<Organizations, 'get'>;
  readonly audit: AuditTrail;
  readonly tokens: TokenKeeper;
  readonly logger: Logger;
};

/** Ending the connection to a company, with or without its copy. */
export const disconnectRoutes: FastifyPluginAsyncTypebox<DisconnectRoutesOptions> = async (app, options) => {
  const { organizations } = options;

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
      const isMeant = data === 'keep' || name?.trim() === (companyName ?? realmId).trim();
      if (!isMeant) throw httpError('HTTP_NAME_NOT_TYPED');
      return removeOrganization(options, { realmId, companyName, data }, askerOf(request));
    },
  });
};
