import type { AppError } from '../../base/errors.ts';
import { type EntityDefinition, hasOwnId } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import { referringEntities, referringIds, type Target } from '../../tables/referring-records.ts';
import { sizes } from '../../tuning/sizes.ts';
import { fenced, loadEntityStates, type Slice } from '../company/index.ts';
import {
  type MergeSuspect,
  forgetSuspect,
  makeCertain,
  moveSuspect,
  nextSuspects,
  postponeSuspect,
  rejectedOf,
  reread,
} from '../store/index.ts';

/*
 * Merging two names points everything that referred to the one at the other, without a new stamp: no look at changes
 * shows it. What can be seen is that a name went inactive or away, so that is where to look; and QuickBooks may announce
 * it. (facts#merge-unstamped)
 */

/** So many suspicions are looked into at once. */
const atOnce = 50;

/**
 * Looks into suspicions: of each kind of record that refers to a name, one is read again. Where all of them still refer
 * to it, it was only made inactive. Where one does not, or QuickBooks announced the merge, all that referred to it are
 * read again, a query's worth in each step; and a quarter of an hour later, once more, those that still do.
 */
export async function followMerges(slice: Slice): Promise<void> {
  const suspects = await nextSuspects(slice.db, slice.realmId, atOnce);
  const copies = await loadCopies(slice);
  const certain = suspects.find(({ position }) => position !== null);
  await (certain === undefined ? probe(slice, suspects, copies) : readOn(slice, certain, copies));
}

const targetOf = ({ realmId }: Slice, { entity, recordId }: MergeSuspect): Target => ({
  realmId,
  entity,
  id: recordId,
});

type Copies = {
  readonly copied: ReadonlySet<string>;
  /** Entities whose first copy has not ended, since it is in trouble: of those under way the plan waits for the end. */
  readonly waiting: ReadonlySet<string>;
};

async function loadCopies(slice: Slice): Promise<Copies> {
  const states = await loadEntityStates(slice.db, slice.realmId);
  const offered = states.filter(({ status }) => status !== 'unavailable');
  const [copied, waiting] = [true, false].map((has) =>
    offered.filter(({ cursorAt }) => (cursorAt !== undefined) === has).map(({ entity }) => entity),
  );
  return { copied: new Set(copied), waiting: new Set(waiting) };
}

/** What may refer to a name and can be asked for, in the order of the catalogue. */
const kindsOf = ({ entity }: MergeSuspect, { copied }: Copies): readonly EntityDefinition[] =>
  referringEntities(entity).filter((one) => copied.has(one.name) && hasOwnId(one));

/** Of those, what was not looked through yet. */
const openKinds = (suspect: MergeSuspect, copies: Copies): readonly EntityDefinition[] =>
  kindsOf(suspect, copies).filter(({ name }) => !suspect.lookedThrough.includes(name));

const withLooked = (suspect: MergeSuspect, { name }: EntityDefinition): MergeSuspect => ({
  ...suspect,
  lookedThrough: [...suspect.lookedThrough, name],
});

/** What a query is refused for once is asked for in a second round. */
const mayAskAgain = ({ rounds }: MergeSuspect): boolean => rounds === 0;

/** One record of each kind: a merge may leave one of them where it is, a job below a customer say. (facts#merge-below) */
async function probe(slice: Slice, suspects: readonly MergeSuspect[], copies: Copies): Promise<void> {
  let doubtful = suspects;
  const kinds = new Set(suspects.flatMap((suspect) => openKinds(suspect, copies)));
  for (const kind of kinds) {
    const [asked, others] = split(doubtful, (suspect) => openKinds(suspect, copies).includes(kind));
    doubtful = [...others, ...(await probeKind(slice, kind, asked))];
  }
  for (const suspect of doubtful) await leave(slice, suspect, copies);
}

/** @returns those that are still no more than suspected */
async function probeKind(
  slice: Slice,
  kind: EntityDefinition,
  suspects: readonly MergeSuspect[],
): Promise<readonly MergeSuspect[]> {
  const probes: { readonly suspect: MergeSuspect; readonly id: string }[] = [];
  const doubtful: MergeSuspect[] = [];
  for (const suspect of suspects) {
    const [id] = await referringIds(slice.db, targetOf(slice, suspect), kind, { limit: 1 });
    if (id === undefined) doubtful.push(withLooked(suspect, kind));
    else probes.push({ suspect, id });
  }
  if (probes.length === 0) return doubtful;
  const refusal = await readAgain(
    slice,
    kind,
    [...new Set(probes.map(({ id }) => id))],
    async (tx, silent) => {
      for (const { suspect, id } of probes) {
        const still = await referringIds(tx, targetOf(slice, suspect), kind, { limit: 1 });
        // The first that referred to it: when that one does no more, another one comes first.
        // One that did not come, deleted or spoilt, tells nothing.
        if (still[0] === id && !silent.has(id)) doubtful.push(withLooked(suspect, kind));
        else await makeCertain(tx, slice.realmId, suspect);
      }
    },
  );
  if (refusal === undefined) return doubtful;
  const refused = probes.map(({ suspect }) => (mayAskAgain(suspect) ? suspect : withLooked(suspect, kind)));
  return [...doubtful, ...refused];
}

/** The next records that referred to a merged name; those that still do have been read and are passed by. */
async function readOn(slice: Slice, suspect: MergeSuspect, copies: Copies): Promise<void> {
  const { realmId } = slice;
  const order = kindsOf(suspect, copies);
  const begun = order.findIndex(({ name }) => name === suspect.position?.entity);
  let so = suspect;
  for (const kind of openKinds(suspect, copies)) {
    const index = order.indexOf(kind);
    if (index < begun) continue;
    const after = index === begun ? (suspect.position?.after ?? '') : '';
    const ids = await referringIds(slice.db, targetOf(slice, suspect), kind, {
      after,
      limit: sizes.idsAQuery,
    });
    const last = ids.at(-1);
    if (last === undefined) {
      so = withLooked(so, kind);
      continue;
    }
    slice.logger.info(
      { entity: kind.name, records: ids.length },
      'reading again what referred to a merged name',
    );
    const { lookedThrough } = so;
    const refusal = await readAgain(slice, kind, ids, (tx) =>
      moveSuspect(tx, realmId, so, { lookedThrough, position: { entity: kind.name, after: last } }),
    );
    if (refusal === undefined) return;
    // To insist would keep the company from everything else.
    if (!mayAskAgain(so)) so = withLooked(so, kind);
  }
  await leave(slice, so, copies);
}

/** @returns why QuickBooks refused; then nothing was done */
async function readAgain(
  slice: Slice,
  entity: EntityDefinition,
  ids: readonly string[],
  /** Is told which of them are stored as they were, since they did not come or could not be stored. */
  then: (tx: Transaction, silent: ReadonlySet<string>) => Promise<void>,
): Promise<AppError | undefined> {
  return reread(slice, entity, ids, 'records that referred to a name', {
    async after(tx, { answers }) {
      const came = new Set(answers.flatMap(({ records }) => records.map(({ id }) => id)));
      const rejected = await rejectedOf(tx, slice.realmId, entity, ids);
      await then(tx, new Set(ids.filter((id) => !came.has(id) || rejected.has(id))));
    },
  });
}

/**
 * Nothing is left to ask for now. It is forgotten, unless what is still to be copied may have begun to refer to it; what
 * was refused, and what still refers to a merged name, is read once more, since QuickBooks may not have been ready.
 */
async function leave(slice: Slice, suspect: MergeSuspect, copies: Copies): Promise<void> {
  const { lookedThrough } = suspect;
  const isOpen = openKinds(suspect, copies).length > 0;
  const mayComeYet = referringEntities(suspect.entity).some(({ name }) => copies.waiting.has(name));
  const isReadTwice = mayAskAgain(suspect) && (isOpen || (await isStillReferredTo(slice, suspect, copies)));
  await fenced(slice, async (tx) => {
    if (isReadTwice) await postponeSuspect(tx, slice.realmId, suspect, { rounds: 1, lookedThrough: [] });
    else if (isOpen || mayComeYet) await postponeSuspect(tx, slice.realmId, suspect, { lookedThrough });
    else await forgetSuspect(tx, slice.realmId, suspect);
  });
}

/** Of a suspicion that is expected. */
async function isStillReferredTo(slice: Slice, suspect: MergeSuspect, copies: Copies): Promise<boolean> {
  if (suspect.position === null) return false;
  for (const kind of kindsOf(suspect, copies)) {
    const ids = await referringIds(slice.db, targetOf(slice, suspect), kind, { limit: 1 });
    if (ids.length > 0) return true;
  }
  return false;
}

function split<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter((one) => is(one)), all.filter((one) => !is(one))];
}
