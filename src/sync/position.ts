import type { Listing } from '../quickbooks/index.ts';
import { syncError } from './errors.ts';

/** Where an entity's reading resumes, as committed with the page that led there. Plain JSON. */
export type Position =
  /** The first copy, by creation time. */
  | { readonly kind: 'backfill'; readonly listing: Listing }
  /** More changes than one page holds, by change time; `through` becomes the cursor when the listing is done. */
  | { readonly kind: 'changes'; readonly listing: Listing; readonly through: string };

/**
 * A stored position. Only this program writes the column, so the listing inside is trusted to be one of ours.
 * @throws AppError SYNC_STATE_UNREADABLE
 */
export function parsePosition(stored: unknown): Position {
  const position = stored as Partial<Position> | null;
  const hasListing =
    typeof position === 'object' && position !== null && typeof position.listing === 'object';
  if (hasListing && position.kind === 'backfill') return position as Position;
  if (hasListing && position.kind === 'changes' && typeof position.through === 'string')
    return position as Position;
  throw syncError('SYNC_STATE_UNREADABLE');
}
