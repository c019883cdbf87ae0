export { createQuickBooksClient } from './client.ts';
export type {
  CallOptions,
  CallRecord,
  ClientOptions,
  QueryAnswer,
  QuickBooksClient,
  ReadAnswer,
  RecordStamp,
} from './client.ts';
export { quickbooksError } from './errors.ts';
export type { QuickBooksErrorCode } from './errors.ts';
export { advanceListing, listingStatement, startListing } from './listing.ts';
export type { Listing, ListingOptions, ListingStamp } from './listing.ts';
export { createOAuthClient } from './oauth.ts';
export type { OAuthClient, OAuthEndpoints, OAuthOptions, TokenSet, TokenSource } from './oauth.ts';
export type { ThrottleLimits } from './throttle.ts';
export { createTransport } from './transport.ts';
export type { HttpAnswer, HttpRequest, Transport, TransportOptions } from './transport.ts';
