import type { RealmId } from '../base/realm-id.ts';
import type { Database } from '../postgres/database.ts';
import { eraseCopy } from '../tables/erase.ts';
import { forgetStranger } from './announce/index.ts';
import { forgetTurns } from './budget/index.ts';
import { forgetOrganization } from './company/index.ts';

/**
 * Erases the copy of a company that was disconnected to be erased, in batches, and then the company itself with all that the control tables
 * know of it, which hangs on its row. An interrupted erasure is finished by another call.
 * @returns how many rows of the copy were erased, children that went with their parents not counted
 */
export async function eraseOrganization(db: Database, realmId: RealmId): Promise<number> {
  const rows = await eraseCopy(db, realmId);
  await forgetStranger(db, realmId);
  await forgetTurns(db, realmId);
  await db.transaction((tx) => forgetOrganization(tx, realmId));
  return rows;
}
