import type { Clock } from '../../base/clock.ts';

/** What was counted of one subject in the minutes, or whatever the window is, that began with its first. */
type Window = {
  count: number;
  /** How many there were in its window before this one. */
  readonly before: number;
  readonly endsAtMs: number;
};

/** Counts by subject within windows of time, in the memory of one process. */
export interface Windows {
  /** Counts one more. */
  take(subject: string): Readonly<Window>;
  /** What was counted so far, where a window is under way. */
  look(subject: string): Readonly<Window> | undefined;
  /** Takes one back. */
  giveBack(subject: string): void;
}

/** Of more subjects than these the one that came first is forgotten: whoever has as many addresses fills no memory. */
const MOST_SUBJECTS = 10_000;

export function createWindows(options: { readonly clock: Clock; readonly lengthMs: number }): Windows {
  const { clock, lengthMs } = options;
  const windows = new Map<string, Window>();

  const look = (subject: string): Window | undefined => {
    const window = windows.get(subject);
    return window !== undefined && window.endsAtMs > clock.now().getTime() ? window : undefined;
  };

  return {
    look,

    take(subject) {
      const present = look(subject);
      if (present !== undefined) {
        present.count += 1;
        return present;
      }
      const before = windows.get(subject)?.count ?? 0;
      const window: Window = { count: 1, before, endsAtMs: clock.now().getTime() + lengthMs };
      // To the end of the order, which is the order of their ends.
      windows.delete(subject);
      windows.set(subject, window);
      const [oldest] = windows.keys();
      if (windows.size > MOST_SUBJECTS && oldest !== undefined) windows.delete(oldest);
      return window;
    },

    giveBack(subject) {
      const window = look(subject);
      if (window !== undefined && window.count > 0) window.count -= 1;
    },
  };
}
