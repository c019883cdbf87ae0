/** Days `YYYY-MM-DD` between which transactions are compared, both included. */
export type Window = { readonly from: string; readonly to: string };

/** Before every transaction. */
export const firstDay = '1970-01-01';
/** After every transaction: those dated in the future are on both sides. */
export const lastDay = '2099-12-31';

const months = 6;

/** The periods to compare on one day, and from where to go on the next day. */
export type DaysWindows = {
  /** The last six months with everything dated later; the whole history where it is no longer than that. */
  readonly recent: Window;
  /** Half a year before what was compared the day before. */
  readonly older: Window | undefined;
  /** What `comparedBackTo` is afterwards; undefined begins with the newest older period again. */
  readonly next: string | undefined;
};

/**
 * Six months daily (facts#report-span), older periods in turn: each begins where the one before ended, so nothing is
 * left out when days go by meanwhile. The last of a turn is open towards the past, for what QuickBooks has and the copy
 * lacks.
 * @param oldest date of the oldest transaction here
 * @param comparedBackTo first day of the older period that was compared last
 */
export function windowsOf(
  today: string,
  oldest: string | undefined,
  comparedBackTo: string | undefined,
): DaysWindows {
  const from = halfAYearBefore(today);
  if (oldest === undefined || oldest >= from)
    return { recent: { from: firstDay, to: lastDay }, older: undefined, next: undefined };
  const recent = { from, to: lastDay };
  const before = comparedBackTo === undefined || comparedBackTo > from ? from : comparedBackTo;
  const start = halfAYearBefore(before);
  const isLast = start <= oldest;
  return {
    recent,
    older: { from: isLast ? firstDay : start, to: dayAfter(before, -1) },
    next: isLast ? undefined : start,
  };
}

/**
 * Two windows that are the one; undefined where it is a single day.
 * @param middle where half of its transactions are; the middle of the calendar where nobody knows
 */
export function halved(window: Window, middle: string | undefined): readonly [Window, Window] | undefined {
  if (window.from >= window.to) return undefined;
  const lastOfFirst = dayAfter(window.to, -1);
  const wanted = middle ?? calendarMiddle(window);
  const to = wanted < window.from ? window.from : wanted > lastOfFirst ? lastOfFirst : wanted;
  return [
    { from: window.from, to },
    { from: dayAfter(to, 1), to: window.to },
  ];
}

const dayMs = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const dayAfter = (day: string, days: number): string => dayOf(Date.parse(day) + days * dayMs);

function halfAYearBefore(day: string): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() - months);
  return dayOf(date.getTime());
}

function calendarMiddle({ from, to }: Window): string {
  return dayOf((Date.parse(from) + Date.parse(to)) / 2);
}
