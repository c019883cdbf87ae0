import { followRenames } from '../tables/renames.ts';
import { askAnnounced } from './announced.ts';
import { backfillPage, beginBackfill } from './backfill.ts';
import { captureAlone, captureChanges } from './capture.ts';
import { listChanges } from './catch-up.ts';
import { definitionOf, type EntityState } from './entity-states.ts';
import { followMerges } from './merges.ts';
import type { Step } from './plan.ts';
import { readOutdated } from './outdated.ts';
import { prove } from './prove.ts';
import { fenced, type Slice } from './slice.ts';
import { pollSlow } from './slow-poll.ts';
import { retryRejected } from './retry-rejected.ts';
import { sweepRange } from './sweep.ts';

/** A thousand rows each; then the others have their turn. */
const batchesAStep = 10;
const renamesAStep = 100;

/** Does what the plan chose. */
export async function takeStep(slice: Slice, step: Step): Promise<void> {
  switch (step.kind) {
    case 'begin':
      return beginBackfill(slice, step.states);
    case 'page': {
      const { position } = step.state;
      if (position?.kind !== 'backfill') throw new TypeError('A page is asked for only during the backfill.');
      return backfillPage(slice, definitionOf(step.state), position.listing);
    }
    case 'catch-up':
      return catchUp(slice, step.state);
    case 'capture':
      return captureChanges(slice, step.states);
    case 'poll':
      return pollSlow(slice, step.states);
    case 'prove':
      return prove(slice, step.states);
    case 'ask':
      return askAnnounced(slice);
    case 'rename':
      // First, so that the names of those below follow together with the names of those above.
      if (await readOutdated(slice)) return;
      await followRenames(slice.db, {
        realmId: slice.realmId,
        signal: slice.signal,
        mostBatches: batchesAStep,
        mostRecords: renamesAStep,
        transaction: (work) => fenced(slice, work),
      });
      return;
    case 'merge':
      return followMerges(slice);
    case 'retry':
      return retryRejected(slice);
  }
}

async function catchUp(slice: Slice, state: EntityState): Promise<void> {
  const entity = definitionOf(state);
  const { position } = state;
  switch (position?.kind) {
    case 'alone':
      return captureAlone(slice, state, position.from);
    case 'changes':
      return listChanges(slice, entity, state, position);
    case 'sweep':
      return sweepRange(slice, entity, state, position);
    case 'backfill':
    case undefined:
      throw new TypeError('Only an entity with a listing of changes catches up.');
  }
}
