import type { RealmId } from '../../base/realm-id.ts';
import type { Queryable } from '../../postgres/database.ts';
import { type EntityState, loadEntityStates } from './entity-states.ts';
import { loadKeptAside } from './kept-aside.ts';

/** The state of an entity as people are told it. */
export type EntityReport = EntityState & {
  /** Records kept aside, which are not in the copy as QuickBooks has them. */
  readonly rejected: number;
};

/** The states of a company's entities, parents before children, with what is kept aside of each. */
export async function reportEntityStates(db: Queryable, realmId: RealmId): Promise<EntityReport[]> {
  const states = await loadEntityStates(db, realmId);
  const aside = new Map((await loadKeptAside(db, [realmId])).map((one) => [one.entity, one]));
  return states.map((state) => {
    const { rejected = 0, uncounted = 0 } = aside.get(state.entity) ?? {};
    const { rows, expectedRows } = state;
    return {
      ...state,
      // What has grown since it was counted must not show as more than everything.
      expectedRows: expectedRows === undefined ? undefined : Math.max(expectedRows, rows) + uncounted,
      rejected,
    };
  });
}
