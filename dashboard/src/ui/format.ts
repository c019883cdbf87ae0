// Counts and dates follow the browser's language; the words around them are English like the rest of the page.
const countFormat = new Intl.NumberFormat();
const percentFormat = new Intl.NumberFormat(undefined, { style: 'percent' });
const instantFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** 12345 with the separators of the reader. */
export const formatCount = (count: number): string => countFormat.format(count);

/** 0.42 as 42 %. */
export const formatPercent = (fraction: number): string => percentFormat.format(fraction);

/** Date and time to the second. */
export const formatInstant = (instant: Date): string => instantFormat.format(instant);

/** The day, without the time. */
export const formatDate = (instant: Date): string => dateFormat.format(instant);

/** How long ago an instant was, in words: `12 seconds ago`, and a date once it is more than a month. */
export function formatAge(instant: Date, nowMs: number): string {
  const seconds = Math.floor((nowMs - instant.getTime()) / 1000);
  // Also for an instant slightly ahead: the clocks of browser, server and QuickBooks never agree exactly.
  if (seconds < 2) return 'just now';
  if (seconds < 60) return `${seconds} seconds ago`;
  if (seconds < 3600) return inUnits(Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return inUnits(Math.floor(seconds / 3600), 'hour');
  if (seconds < 31 * 86_400) return inUnits(Math.floor(seconds / 86_400), 'day');
  return `on ${formatDate(instant)}`;
}

/** 180 as `3 minutes`. */
export function formatInterval(seconds: number): string {
  if (seconds % 3600 === 0 && seconds > 0) return plural(seconds / 3600, 'hour');
  if (seconds % 60 === 0 && seconds > 0) return plural(seconds / 60, 'minute');
  return plural(seconds, 'second');
}

/** `1 row`, `2,345 rows`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const inUnits = (count: number, unit: string) => `${plural(count, unit)} ago`;
