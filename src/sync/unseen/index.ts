/** What other rooms use of this one; it is entered only here. */
export { followMerges } from './merges.ts';
export { seekMissing } from './missing-parents.ts';
export { outdatedNow, readOutdated } from './outdated.ts';
export {
  everything,
  named,
  nextRetry,
  readEverythingAgain,
  requestRetry,
  retryAfterUpgrade,
  retryRejected,
} from './retry-rejected.ts';
