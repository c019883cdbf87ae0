import type { RealmId } from '../base/realm-id.ts';
import type { QueryAnswer } from './answers.ts';
import type { CallOptions, QuickBooksClient } from './client.ts';
import { advanceListing, listingStatement, startListing } from './listing.ts';
import type { ListingOptions } from './listing.ts';

/**
 * Walks a whole listing, one page at a time; see `startListing` for what is and is not promised.
 *
 * Pages overlap: a record may come more than once, so keep them by id. Nothing is fetched ahead of the reader.
 * @yields each page's answer, pages without records left out
 * @throws AppError what `query` throws, and QBO_LISTING_DISORDERED
 */
export async function* listRecords(
  client: Pick<QuickBooksClient, 'query'>,
  realmId: RealmId,
  options: ListingOptions,
  o?: CallOptions,
): AsyncGenerator<QueryAnswer, void, void> {
  let listing = startListing(options);
  for (;;) {
    const answer = await client.query(realmId, listingStatement(listing), o);
    const next = advanceListing(listing, answer);
    if (answer.records.length > 0) yield answer;
    if (next === 'done') return;
    listing = next;
  }
}
