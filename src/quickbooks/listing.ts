import type { QueryAnswer } from './client.ts';

export type ListingStamp = 'MetaData.CreateTime' | 'MetaData.LastUpdatedTime';

export type ListingOptions = {
  readonly entity: string;
  readonly select: string;
  readonly where?: string | undefined;
  readonly by: ListingStamp;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
};

/** Where a listing stands: plain data that survives `JSON.stringify`, so that it can be committed with each page. */
export type Listing = {
  readonly entity: string;
  readonly select: string;
  readonly where: string | null;
  readonly by: ListingStamp;
  readonly before: string | null;
  readonly at: string | null;
};

export declare function startListing(options: ListingOptions): Listing;
export declare function listingStatement(listing: Listing): string;
export declare function advanceListing(
  listing: Listing,
  answer: Pick<QueryAnswer, 'records'>,
): Listing | 'done';
