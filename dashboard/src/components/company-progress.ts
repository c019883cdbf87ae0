import { formatCount, formatPercent } from '../ui/format.ts';

type Counted = { rows: number; expectedRows?: number };

export type Progress = { rows: number; expectedRows: number | undefined; fraction: number | undefined };

/** How far a company or one of its tables is. Without QuickBooks' own count there is no fraction. */
export function progressOf({ rows, expectedRows }: Counted): Progress {
  const isCounted = expectedRows !== undefined && expectedRows > 0;
  return { rows, expectedRows, fraction: isCounted ? Math.min(1, rows / expectedRows) : undefined };
}

/** For a screen reader, in steps of ten: every page of a backfill would be too much to listen to. */
export function describeProgress({ fraction }: Progress): string {
  return fraction === undefined
    ? 'loading'
    : `loading, ${formatPercent(Math.floor(fraction * 10) / 10)} done`;
}

/** `1,000 of 3,200 rows`. */
export function describeRows({ rows, expectedRows }: Progress): string {
  return expectedRows === undefined
    ? `${formatCount(rows)} rows`
    : `${formatCount(rows)} of ${formatCount(Math.max(rows, expectedRows))} rows`;
}
