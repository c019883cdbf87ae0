// QuickBooks prints every stamp with the US Pacific offset of that date, whatever the company's country
// (facts#pacific-time). The rule of the US Energy Policy Act since 2007: from the second Sunday of March, 02:00 local,
// to the first of November.

const HOUR = 3_600;
const boundsByYear = new Map<number, readonly [number, number]>();

function sundaySeconds(year: number, month: number, nth: number, utcHour: number): number {
  const firstWeekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  const day = 1 + ((7 - firstWeekday) % 7) + (nth - 1) * 7;
  return Date.UTC(year, month, day, utcHour) / 1_000;
}

function offsetHours(epochSeconds: number): number {
  const year = new Date(epochSeconds * 1_000).getUTCFullYear();
  let bounds = boundsByYear.get(year);
  if (bounds === undefined) {
    bounds = [sundaySeconds(year, 2, 2, 10), sundaySeconds(year, 10, 1, 9)];
    boundsByYear.set(year, bounds);
  }
  return epochSeconds >= bounds[0] && epochSeconds < bounds[1] ? -7 : -8;
}

function localIso(epochMs: number): { text: string; offset: string } {
  const hours = offsetHours(Math.floor(epochMs / 1_000));
  const text = new Date(epochMs + hours * HOUR * 1_000).toISOString();
  return { text, offset: `-0${-hours}:00` };
}

let lastStamp: { readonly seconds: number; readonly text: string } = { seconds: Number.NaN, text: '' };

/** `2026-05-12T03:14:15-07:00`: how MetaData prints a time. */
export function stamp(epochSeconds: number): string {
  if (epochSeconds === lastStamp.seconds) return lastStamp.text;
  const { text, offset } = localIso(epochSeconds * 1_000);
  // Kept, because everything one operation touches bears the same second.
  lastStamp = { seconds: epochSeconds, text: `${text.slice(0, 19)}${offset}` };
  return lastStamp.text;
}

/** Whole seconds of a time as `stamp` prints it; 0 for anything else. */
export function parseStamp(text: string): number {
  return text === lastStamp.text ? lastStamp.seconds : Math.floor(parseTime(text) ?? 0);
}

/** `2026-05-12T03:14:15.926-07:00`: how the envelope prints a time. */
export function envelopeTime(epochMs: number): string {
  const { text, offset } = localIso(epochMs);
  return `${text.slice(0, 23)}${offset}`;
}

/** The calendar date in Pacific time. */
export function pacificDate(epochSeconds: number): string {
  return localIso(epochSeconds * 1_000).text.slice(0, 10);
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Seconds (possibly with a fraction) of an ISO time or plain date; without an offset it is Pacific. Undefined if it is neither. */
export function parseTime(text: string): number | undefined {
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const [, date, time = '00:00:00', offset] = match;
  if (offset !== undefined) {
    const ms = Date.parse(`${date}T${time}${offset.toUpperCase()}`);
    return Number.isNaN(ms) ? undefined : ms / 1_000;
  }
  const asUtc = Date.parse(`${date}T${time}Z`) / 1_000;
  if (Number.isNaN(asUtc)) return undefined;
  return asUtc - offsetHours(asUtc - offsetHours(asUtc) * HOUR) * HOUR;
}

/** The date `days` after `date`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
