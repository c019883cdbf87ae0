import type { EntityDefinition } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { BatchItem } from '../../quickbooks/index.ts';
import {
  definitionOf,
  type EntityState,
  loadBackfillBegan,
  loadKeptAside,
  noteCounts,
  saveProgress,
  type Slice,
  wholeRange,
  fromTheBeginning,
  type KeptAside,
} from '../company/index.ts';
import {
  askTogether,
  countApart,
  countStatements,
  countStored,
  letGoOfNameless,
  sumOfCounts,
} from '../store/index.ts';
import { isOpen, type ReconciliationReason, storeComparisons } from './reconciliations.ts';

type Counted = {
  readonly entity: EntityDefinition;
  readonly state: EntityState;
  readonly to: string;
  readonly expected: number;
  readonly actual: number;
  readonly reason: ReconciliationReason | undefined;
  /** Every record that is missing is kept aside under its name. */
  readonly isNamed: boolean;
};

/**
 * Compares how many records of each entity QuickBooks has with how many are stored, up to what the cursor covers. An
 * entity that differs is searched range by range, which mends it both ways; ten minutes later the comparison is made
 * again, and what differs still is raised. So are entities that cannot be listed, up to when their first copy began.
 */
export async function proveCounts(
  slice: Slice,
  states: readonly EntityState[],
  isSecond: boolean,
): Promise<CountProof> {
  const began = await loadBackfillBegan(slice.db, slice);
  const asked = states.flatMap((state) => {
    const entity = definitionOf(state);
    const through = state.cursorAt ?? began;
    if (entity.kind === 'singleton' || through === undefined) return [];
    const to = through.toISOString();
    // Of what times cannot list, times cannot count either.
    const range = state.byPosition ? undefined : wholeRange(to);
    return [{ entity, state, to, range, statements: countStatements(entity, range) }];
  });
  const items = [
    ...(await askTogether(
      slice,
      asked.flatMap(({ statements }) => statements),
    )),
  ];
  const compared: Counted[] = [];
  const kept = new Map((await loadKeptAside(slice.db, [slice.realmId])).map((one) => [one.entity, one]));
  for (const { entity, state, to, range, statements } of asked) {
    const counted = sumOf(slice, entity, items.splice(0, statements.length));
    if (counted === undefined) continue;
    // Rows apart are counted as they are here: of them QuickBooks' counts say nothing. (facts#pseudo-code-rows)
    const apart = await countApart(slice, entity);
    const expected = counted + apart;
    const actual = (await countStored(slice, entity, range)) + apart;
    const aside = kept.get(entity.name);
    const reason = reasonOf(expected - actual, aside, isSecond);
    const isNamed = expected - actual === namedOf(aside);
    compared.push({ entity, state, to, expected, actual, reason, isNamed });
  }
  const searched = compared.filter(isOpen);
  return {
    differing: new Set(searched.map(({ entity }) => entity.name)),
    searching: searched.some(({ reason }) => reason === 'searching'),
    store: (tx) => record(tx, slice, compared, searched),
  };
}

/** What counting found, to be stored together with what else is compared. */
export type CountProof = {
  /** Entities of which the copy has more or fewer records than QuickBooks. */
  readonly differing: ReadonlySet<string>;
  readonly searching: boolean;
  readonly store: (tx: Transaction) => Promise<void>;
};

/** An entity that cannot be counted is no reason to call the company failed: what it has was stored all the same. */
function sumOf(slice: Slice, entity: EntityDefinition, items: readonly BatchItem[]): number | undefined {
  const counts: number[] = [];
  for (const item of items) {
    if ('error' in item || item.totalCount === undefined) {
      const code = 'error' in item ? item.error.code : undefined;
      slice.logger.info({ entity: entity.name, code }, 'records cannot be counted');
      return undefined;
    }
    counts.push(item.totalCount);
  }
  return sumOfCounts(entity, counts);
}

function reasonOf(
  missing: number,
  aside: KeptAside | undefined,
  again: boolean,
): ReconciliationReason | undefined {
  if (missing === 0) return undefined;
  const named = namedOf(aside);
  if (missing === named) return 'rejected';
  // One that nobody could name is tried again by reading what is around it; what that does not bring is one, too.
  if (aside !== undefined && aside.nameless > 0 && missing > named) {
    if (aside.namelessDue) return 'searching';
    if (again || missing === aside.missing) return 'rejected';
  }
  return again ? 'unexplained' : 'searching';
}

/** Records kept aside under their names, of which no version is stored. */
const namedOf = (aside: KeptAside | undefined): number =>
  aside === undefined ? 0 : aside.missing - aside.nameless;

async function record(
  tx: Transaction,
  slice: Slice,
  compared: readonly Counted[],
  searched: readonly Counted[],
): Promise<void> {
  const { realmId } = slice;
  await storeComparisons(
    tx,
    slice,
    compared.map(({ entity, expected, actual, reason }) => ({
      entity: entity.name,
      measure: 'count',
      expected: String(expected),
      actual: String(actual),
      reason,
    })),
  );
  await noteCounts(
    tx,
    realmId,
    compared.map(({ entity, expected }) => ({ entity: entity.name, count: expected })),
  );
  // Nothing else is missing, so whatever could not be named has come or got its name.
  await letGoOfNameless(
    tx,
    realmId,
    compared.filter(({ isNamed }) => isNamed).map(({ entity }) => entity.name),
  );
  // What is searched, or is all there, needs its first copy no more: the changes since it began bring the rest.
  const copied = compared.filter((one) => one.state.cursorAt === undefined && !isOpen(one));
  for (const one of [...searched, ...copied]) {
    const { entity, state, to } = one;
    const road = state.byPosition
      ? fromTheBeginning
      : ({ kind: 'sweep', through: to, ranges: [wholeRange(to)] } as const);
    await saveProgress(tx, realmId, entity, {
      position: copied.includes(one) ? undefined : road,
      cursorAt: new Date(to),
      // Should this road fail too, nothing is new about it.
      keepsFailures: searched.includes(one),
    });
  }
}
