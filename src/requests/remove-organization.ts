import type { AuditTrail } from '../access/audit.ts';
import { forgetConnectStates } from '../access/connect-states.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Database } from '../postgres/database.ts';
import { disconnectOrganization, endAccess, eraseOrganization, type TokenKeeper } from '../sync/index.ts';
import type { Asker } from './requests.ts';

export type Removed = {
  readonly realmId: RealmId;
  /** False when our access could not be ended at QuickBooks, because nobody can read its tokens any more. */
  readonly revoked: boolean;
  /** Rows of the copy, where it was to be erased. */
  readonly erasedRows?: number;
};

/**
 * Ends the connection to a company: our access at QuickBooks first, so that none is left behind unseen. Whether the
 * caller means it (the name typed) is asked before. Each step is in the trail once it is done; an interrupted erasure is
 * finished by another call.
 * @throws AppError SYNC_ORGANIZATION_UNKNOWN, and what ending a grant throws; then nothing was disconnected
 */
export async function removeOrganization(
  options: {
    readonly db: Database;
    readonly audit: Pick<AuditTrail, 'record'>;
    readonly tokens: TokenKeeper;
    readonly logger: Logger;
  },
  {
    realmId,
    companyName,
    data,
  }: {
    readonly realmId: RealmId;
    readonly companyName: string | undefined;
    readonly data: 'keep' | 'erase';
  },
  by: Asker,
): Promise<Removed> {
  const { db, audit, tokens, logger } = options;
  const entry = { ...by, realmId, target: companyName };
  const revoked = await endAccess(tokens, realmId, logger);
  await disconnectOrganization(db, realmId, data);
  await audit.record({ ...entry, action: 'organization.disconnected', details: { data, revoked } });
  if (data === 'keep') return { realmId, revoked };
  await forgetConnectStates(db, realmId);
  // Of a consent that was given before the company was disconnected; from then on none is taken.
  await tokens.remove(realmId);
  const erasedRows = await eraseOrganization(db, realmId);
  await audit.record({ ...entry, action: 'organization.erased', details: { erasedRows } });
  return { realmId, revoked, erasedRows };
}
