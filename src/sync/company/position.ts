import type { Listing } from '../../quickbooks/index.ts';
import { syncError } from './errors.ts';

/** Where an entity's reading resumes, as committed with the page that led there. Plain JSON, instants as ISO text. */
export type Position =
  /** The first copy, by creation time. */
  | { readonly kind: 'backfill'; readonly listing: Listing }
  /** The changes since `from`, by change data capture, of this entity alone: all together they were too many. */
  | { readonly kind: 'alone'; readonly from: string }
  /**
   * The changes since `from`, by query. The listing is null until its first answer has told QuickBooks' time, which
   * then ends the range and becomes the cursor (`through`).
   */
  | {
      readonly kind: 'changes';
      readonly from: string;
      readonly listing: Listing | null;
      readonly through: string | null;
      /** Set where every field is compared: how many records so far, and how many of them differed. */
      readonly fields?: { readonly compared: number; readonly differing: number };
    }
  /** The search for what was deleted meanwhile, in ranges of creation time still to be compared. */
  | { readonly kind: 'sweep'; readonly through: string; readonly ranges: readonly Range[] };

export type PositionOf<Kind extends Position['kind']> = Extract<Position, { readonly kind: Kind }>;

/** First instant inclusive (null: the beginning), last exclusive. */
export type Range = { readonly from: string | null; readonly to: string };

/** A listing of the changes since an instant that has not begun. */
export const changesFrom = (from: Date): PositionOf<'changes'> => ({
  kind: 'changes',
  from: from.toISOString(),
  listing: null,
  through: null,
});

/** Everything created before an instant. */
export const wholeRange = (to: string): Range => ({ from: null, to });

const shapes: Readonly<Record<Position['kind'], (position: Record<string, unknown>) => boolean>> = {
  backfill: ({ listing }) => isObject(listing),
  alone: ({ from }) => typeof from === 'string',
  changes: ({ from, listing, through }) =>
    typeof from === 'string' && (listing === null || (isObject(listing) && typeof through === 'string')),
  sweep: ({ through, ranges }) => typeof through === 'string' && Array.isArray(ranges),
};

/**
 * A stored position. Only this program writes the column, so the listing inside is trusted to be one of ours.
 * @throws AppError SYNC_STATE_UNREADABLE
 */
export function parsePosition(stored: unknown): Position {
  if (isObject(stored)) {
    const { kind } = stored;
    const fits = typeof kind === 'string' && Object.hasOwn(shapes, kind) && shapes[kind as Position['kind']];
    if (fits !== false && fits(stored)) return stored as Position;
  }
  throw syncError('SYNC_STATE_UNREADABLE');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
