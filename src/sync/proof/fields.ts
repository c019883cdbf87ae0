import type { RealmId } from '../../base/realm-id.ts';
import { entities, type EntityDefinition } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { PageAnswer } from '../../quickbooks/index.ts';
import { differingRecords, forgetHashes } from '../../tables/compare-page.ts';
import { askForProof, type PositionOf, readEverythingAgain, type Slice } from '../company/index.ts';
import { toBatch, toPage } from '../store/index.ts';
import { storeComparisons } from './reconciliations.ts';

const severalRows = entities.filter(({ kind }) => kind !== 'singleton').map(({ name }) => name);

/**
 * Makes the company due for a deep comparison, which reads every record of every entity again: what differs in any field
 * is replaced and counts as updated, then what is gone is searched for.
 */
export async function compareEverything(tx: Transaction, realmId: RealmId): Promise<void> {
  await askForProof(tx, realmId);
  await readEverythingAgain(tx, realmId, severalRows, { deep: true });
}

type Fields = NonNullable<PositionOf<'changes'>['fields']>;

/**
 * Compares a page field by field with what is stored, before it is stored: what differs is replaced by it even where
 * the stored hash says that nothing changed. (facts#missed-stamp)
 */
export async function compareFields(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  page: PageAnswer,
  soFar: Fields,
): Promise<Fields> {
  const { realmId } = slice;
  let { compared, differing } = soFar;
  for (const answer of page.answers) {
    if (answer.records.length === 0) continue;
    const ids = answer.records.map(({ id }) => id);
    const batch = { ...toBatch(answer), isReread: true };
    const found = await differingRecords(tx, toPage(slice, entity, batch), ids);
    if (found.length > 0) {
      slice.logger.warn(
        { entity: entity.name, ids: found.slice(0, 20) },
        'stored records differ from QuickBooks',
      );
      await forgetHashes(tx, { entity, realmId }, found);
    }
    compared += ids.length;
    differing += found.length;
  }
  return { compared, differing };
}

/** Stores how many records of an entity were compared, and how many of them were as they should be. */
export async function storeFields(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  { compared, differing }: Fields,
): Promise<void> {
  await storeComparisons(tx, slice, [
    {
      entity: entity.name,
      measure: 'fields',
      expected: String(compared),
      actual: String(compared - differing),
      reason: differing === 0 ? undefined : 'healed',
    },
  ]);
}
