import { followRenames } from '../../tables/renames.ts';
import { askAnnounced } from '../announce/index.ts';
import { definitionOf, type EntityState, fenced, type Slice } from '../company/index.ts';
import {
  backfillPage,
  beginBackfill,
  captureAlone,
  captureChanges,
  listChanges,
  pollSlow,
  sweepRange,
} from '../look/index.ts';
import { prove } from '../proof/index.ts';
import { followMerges, readOutdated, retryRejected } from '../unseen/index.ts';
import type { Step } from './plan.ts';

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
