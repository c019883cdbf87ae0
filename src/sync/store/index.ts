/** What other rooms use of this one; it is entered only here. */
export { askTogether } from './ask-together.ts';
export { fetchByIds, type FetchedRecords, fetchWhole, toBatches } from './by-id.ts';
export { confirmDeletions, type ConfirmedDeletions } from './deletions.ts';
export { suspectMerges } from './merge-suspects.ts';
export { type RecordBatch, storeDeletions, storeRecords, toBatch, toPage } from './records.ts';
export { keepUnreadable } from './rejected.ts';
export { aliveInRange, countConditions, countStatements, countStored } from './counts.ts';
