/** What other rooms use of this one; it is entered only here. */
export { followMerges } from './merges.ts';
export { seekMissing, soughtInTheFuture } from './missing-parents.ts';
export { readOutdated } from './outdated.ts';
export { entitiesWithIds, nextRetry, requestRetry, retryRejected } from './retry-rejected.ts';
