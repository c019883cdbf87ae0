/** What other rooms use of this one; it is entered only here. */
export { backfillPage, beginBackfill } from './backfill.ts';
export { captureAlone, captureChanges } from './capture.ts';
export { listChanges } from './catch-up.ts';
export { pollSlow } from './slow-poll.ts';
export { sweepRange } from './sweep.ts';
