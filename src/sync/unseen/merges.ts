import { type EntityDefinition, hasOwnId } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import { referringEntities, referringIds, type Target } from '../../tables/referring-records.ts';
import { sizes } from '../../tuning/sizes.ts';
import { fenced, loadEntityStates, type Slice } from '../company/index.ts';
import {
  type MergeSuspect,
  forgetSuspect,
  moveSuspect,
  postponeSuspect,
  rejectedOf,
  reread,
} from '../store/index.ts';

/*
 * Merging two names points everything that referred to the one at the other, without a new stamp: no look at changes
 * shows it. What can be seen is that a name went inactive or away, so that is where to look. (facts#merge-unstamped)
 */

/** So many suspicions are looked into at once. */
const atOnce = 50;

/**
 * Looks into suspicions: one record that referred to each is read again. Where it still refers to it, the name was
 * only made inactive; where not, the others that referred to it are read again too, a query's worth in each step.
 */
export async function followMerges(slice: Slice): Promise<void> {
  const suspects = await slice.db.query<MergeSuspect>(
    `SELECT entity, record_id, position FROM ledger_mirror.merge_suspects
     WHERE realm_id = $1 AND ask_at <= clock_timestamp() ORDER BY position IS NULL, noticed_at LIMIT $2`,
    [slice.realmId, atOnce],
  );
  const certain = suspects.find(({ position }) => position !== null);
  if (certain !== undefined) return readOn(slice, certain);
  const { copied, waiting } = await howFarCopied(slice);
  const probes: Probe[] = [];
  for (const suspect of suspects) {
    const probe = await probeFor(slice, suspect, copied);
    if (probe === undefined) await leave(slice, suspect, waiting);
    else probes.push(probe);
  }
  for (const [entity, group] of Map.groupBy(probes, (probe) => probe.entity))
    await look(slice, entity, group);
}

type Probe = { readonly suspect: MergeSuspect; readonly entity: EntityDefinition; readonly id: string };

const targetOf = ({ realmId }: Slice, { entity, recordId }: MergeSuspect): Target => ({
  realmId,
  entity,
  id: recordId,
});

type HowFar = {
  readonly copied: ReadonlySet<string>;
  /** Entities whose first copy has not ended, since it is in trouble: of those under way the plan waits for the end. */
  readonly waiting: ReadonlySet<string>;
};

async function howFarCopied(slice: Slice): Promise<HowFar> {
  const states = await loadEntityStates(slice.db, slice.realmId);
  const offered = states.filter(({ status }) => status !== 'unavailable');
  const [copied, waiting] = [true, false].map((has) =>
    offered.filter(({ cursorAt }) => (cursorAt !== undefined) === has).map(({ entity }) => entity),
  );
  return { copied: new Set(copied), waiting: new Set(waiting) };
}

async function probeFor(
  slice: Slice,
  suspect: MergeSuspect,
  copied: ReadonlySet<string>,
): Promise<Probe | undefined> {
  for (const entity of referringEntities(suspect.entity)) {
    if (!copied.has(entity.name) || !hasOwnId(entity)) continue;
    const [id] = await referringIds(slice.db, targetOf(slice, suspect), entity, { limit: 1 });
    if (id !== undefined) return { suspect, entity, id };
  }
  return undefined;
}

async function look(slice: Slice, entity: EntityDefinition, probes: readonly Probe[]): Promise<void> {
  await readAgain(slice, entity, [...new Set(probes.map(({ id }) => id))], async (tx, silent) => {
    for (const { suspect, id } of probes) {
      const still = await referringIds(tx, targetOf(slice, suspect), entity, { limit: 1 });
      // The first that referred to it: when that one does no more, another one comes first.
      // One that did not come, deleted or spoilt, tells nothing.
      if (still[0] === id && !silent.has(id)) await forgetSuspect(tx, slice.realmId, suspect);
      else await moveSuspect(tx, slice.realmId, suspect, { entity: '', after: '' });
    }
  });
}

/** The next records that referred to a merged name; those that still do have been read and are passed by. */
async function readOn(slice: Slice, suspect: MergeSuspect): Promise<void> {
  const { copied, waiting } = await howFarCopied(slice);
  const target = targetOf(slice, suspect);
  const all = referringEntities(suspect.entity).filter((one) => copied.has(one.name) && hasOwnId(one));
  const begun = all.findIndex(({ name }) => name === suspect.position?.entity);
  for (const [index, entity] of all.entries()) {
    if (index < begun) continue;
    const after = index === begun ? (suspect.position?.after ?? '') : '';
    const ids = await referringIds(slice.db, target, entity, { after, limit: sizes.idsAQuery });
    const last = ids.at(-1);
    if (last === undefined) continue;
    slice.logger.info(
      { entity: entity.name, records: ids.length },
      'reading again what referred to a merged name',
    );
    return readAgain(slice, entity, ids, (tx) =>
      moveSuspect(tx, slice.realmId, suspect, { entity: entity.name, after: last }),
    );
  }
  await leave(slice, suspect, waiting);
}

async function readAgain(
  slice: Slice,
  entity: EntityDefinition,
  ids: readonly string[],
  /** Is told which of them are stored as they were, since they did not come or could not be stored. */
  then: (tx: Transaction, silent: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const refusal = await reread(slice, entity, ids, 'records that referred to a name', {
    async after(tx, { answers }) {
      const came = new Set(answers.flatMap(({ records }) => records.map(({ id }) => id)));
      const rejected = await rejectedOf(tx, slice.realmId, entity, ids);
      await then(tx, new Set(ids.filter((id) => !came.has(id) || rejected.has(id))));
    },
  });
  // The deep comparison reads them again; to insist would keep the company from everything else.
  if (refusal !== undefined) await fenced(slice, (tx) => then(tx, new Set()));
}

/** Nothing that is copied refers to it any more: forgets it, unless what is still to be copied may have begun to. */
async function leave(slice: Slice, suspect: MergeSuspect, waiting: ReadonlySet<string>): Promise<void> {
  const mayComeYet = referringEntities(suspect.entity).some(({ name }) => waiting.has(name));
  await fenced(slice, (tx) => (mayComeYet ? postponeSuspect : forgetSuspect)(tx, slice.realmId, suspect));
}
