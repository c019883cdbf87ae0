/**
 * Reading by position (STARTPOSITION), where nothing better is to be had: pass after pass, each until a page is empty,
 * until two passes brought the same records and QuickBooks counts as many.
 *
 * A pass loses a record only when another one leaves the rows already read. That one is either gone from the next
 * pass, so the passes differ; or it was moved behind and is read twice; or it was moved to and fro unseen, and then the
 * count is higher than what was read.
 */
import type { ListedAnswer } from './listing.ts';

/** Plain data, as everything in a listing. */
export type Scan = {
  /** 1-based row the next page starts at. */
  readonly position: number;
  /** Ids of this pass so far; `?` and its position for a record that could not be rendered or named. */
  readonly pass: readonly string[];
  /** Ids of the pass before; null during the first. */
  readonly previous: readonly string[] | null;
  /** Passes ended so far. */
  readonly passes: number;
  /** The passes agree; the next statement is the count. */
  readonly counting: boolean;
};

/** Rows that still change after so many passes are an error rather than calls without end. */
const MOST_PASSES = 20;

export function beginScan(): Scan {
  return { position: 1, pass: [], previous: null, passes: 0, counting: false };
}

export function advanceScan(
  scan: Scan,
  answer: ListedAnswer,
  pageSize: number,
): Scan | 'done' | 'unsteady' | 'uncounted' {
  if (scan.counting) {
    if (answer.totalCount === undefined) return 'uncounted';
    return answer.totalCount === scan.pass.length ? 'done' : nextPass(scan);
  }
  const { records, unreadable = [] } = answer;
  if (records.length + unreadable.length > 0) {
    const ids = [
      ...records.map((record) => record.id),
      ...unreadable.map(({ id, position }) => id ?? `?${position}`),
    ];
    // QuickBooks has returned 101 rows for a limit of 100 (facts#page-not-full): better one row twice than one left out.
    const position = scan.position + Math.min(records.length, pageSize) + unreadable.length;
    return { ...scan, position, pass: [...scan.pass, ...ids] };
  }
  // An empty first page is one statement's word that there is nothing.
  if (scan.position === 1) return 'done';
  if (scan.previous !== null && agree(scan.previous, scan.pass)) return { ...scan, counting: true };
  return nextPass(scan);
}

function nextPass(scan: Scan): Scan | 'unsteady' {
  if (scan.passes >= MOST_PASSES) return 'unsteady';
  return { ...beginScan(), previous: scan.pass, passes: scan.passes + 1 };
}

/** Equal as sets; an id that came twice says that rows shifted, so such a pass proves nothing. */
function agree(before: readonly string[], now: readonly string[]): boolean {
  const size = new Set([...before, ...now]).size;
  return (
    size === now.length &&
    size === before.length &&
    new Set(now).size === size &&
    new Set(before).size === size
  );
}
