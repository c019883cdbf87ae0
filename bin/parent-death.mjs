import { readFileSync } from 'node:fs';

/**
 * npm runs a script through a shell, and hands SIGTERM to that shell, which dies of it without a word to the script.
 * So whoever npm started watches its parent. Started by anything else it does not: a program put in the background
 * loses its parent when the terminal closes, and has to go on.
 */
const INTERVAL_MS = 200;

/** Calls `onDeath` once when npm or its shell has gone; keeps nothing alive. */
export function watchParent(onDeath) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = parentOfShell(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOfShell(parent) === npm)) return;
    clearInterval(timer);
    onDeath();
  }, INTERVAL_MS);
  timer.unref();
}

/**
 * The parent of a process that is a shell: npm, where its shell stays between us. Undefined where the shell made room
 * for us, so that the process is npm itself and its parent is no concern of ours, and where the system does not tell.
 */
function parentOfShell(pid) {
  try {
    const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return /^(sh|dash|bash|ash|zsh|ksh|busybox)$/.test(name) ? Number(parent) : undefined;
  } catch {
    return undefined;
  }
}
