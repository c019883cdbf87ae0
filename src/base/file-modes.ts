import { statSync } from 'node:fs';

/**
 * Whether everybody on this machine may write a file, or put others into a folder and take some away. No where there is
 * nothing, and on Windows, where the mode does not tell.
 */
export function isWritableByAll(path: string): boolean {
  if (process.platform === 'win32') return false;
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o002) !== 0;
}
