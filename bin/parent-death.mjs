/**
 * npm runs a script through a shell, and hands SIGTERM to that shell, which dies of it without a word to the script.
 * So whoever npm started watches its parent. Started by anything else it does not: a program put in the background
 * loses its parent when the terminal closes, and has to go on.
 */
const INTERVAL_MS = 200;

/** Calls `onDeath` once when npm's shell has gone; keeps nothing alive. */
export function watchParent(onDeath) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onDeath();
  }, INTERVAL_MS);
  timer.unref();
}
