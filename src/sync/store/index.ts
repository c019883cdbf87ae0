/** What other rooms use of this one; it is entered only here. */
export { askTogether } from './ask-together.ts';
export { fetchWhole, idLiteral, toBatches } from './by-id.ts';
export { retriesFromTheFuture } from './clock-set-back.ts';
export {
  aliveInRange,
  countApart,
  countConditions,
  countStatements,
  countStored,
  rangeConditions,
  sumOfCounts,
} from './counts.ts';
export { confirmDeletions, type ConfirmedDeletions, storeConfirmed } from './deletions.ts';
export {
  forgetSuspect,
  makeCertain,
  type MergeSuspect,
  moveSuspect,
  nextSuspects,
  noteMerges,
  postponeSuspect,
  suspectMerges,
} from './merge-suspects.ts';
export { idsOf, type RecordBatch, storeDeletions, storeRecords, toBatch, toPage } from './records.ts';
export {
  keepUnreadable,
  letGoOfNameless,
  listRejected,
  rejectedOf,
  retryAfterUpgrade,
  retryAll,
  waitADay,
} from './rejected.ts';
export { reread } from './reread.ts';
export { removeExcluded } from './sensitive.ts';
