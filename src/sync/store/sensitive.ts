import type { Logger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Database } from '../../postgres/database.ts';
import { removeSensitive } from '../../tables/sensitive.ts';
import { sensitiveEntities } from '../../tables/sensitive-fields.ts';
import { noteSensitiveRemoved } from '../company/index.ts';
import { forgetDocuments } from './rejected.ts';

/**
 * Takes away what is stored of sensitive fields where a company leaves them out since it was last looked at. Safe to
 * repeat and to interrupt, in any number of processes: what is not finished is begun again.
 */
export async function removeExcluded(
  db: Database,
  options: { readonly logger: Logger; readonly signal?: AbortSignal },
): Promise<void> {
  const companies = await db.query<{ realmId: RealmId }>(
    `SELECT realm_id FROM ledger_mirror.organizations
     WHERE exclude_sensitive AND sensitive_removed_at IS NULL ORDER BY realm_id`,
  );
  const isOver = (): boolean => options.signal?.aborted === true;
  for (const { realmId } of companies) {
    if (isOver()) return;
    await forgetDocuments(
      db,
      realmId,
      sensitiveEntities.map(({ name }) => name),
    );
    const rows = await removeSensitive(db, realmId, options);
    if (isOver()) return;
    await db.transaction((tx) => noteSensitiveRemoved(tx, realmId));
    options.logger.info({ realmId, rows }, 'sensitive fields taken away');
  }
}
