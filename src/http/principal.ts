import type { FastifyRequest } from 'fastify';
import { accessError } from '../access/errors.ts';
import { sees, type Principal } from '../access/principal.ts';
import type { RealmId } from '../base/realm-id.ts';
import { syncError } from '../sync/index.ts';

/**
 * Who the guard let in.
 * @throws AppError ACCESS_SIGN_IN_REQUIRED on a route the guard lets anyone through to
 */
export function principalOf(request: FastifyRequest): Principal {
  const { principal } = request as { readonly principal?: Principal | null };
  if (principal === undefined || principal === null) throw accessError('ACCESS_SIGN_IN_REQUIRED');
  return principal;
}

/**
 * A company the caller may not see does not exist for them: the answer is the same as for one that is not connected.
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN
 */
export function assertSees(principal: Principal, realmId: RealmId): void {
  if (!sees(principal, realmId)) throw syncError('SYNC_ORGANIZATION_UNKNOWN', { details: { realmId } });
}
