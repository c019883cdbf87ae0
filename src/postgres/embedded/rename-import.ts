import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Lets a program call another function of the same library, by renaming what it imports; the new name must not be
 * longer. Tells whether that name was there.
 */
export function renameImport(path: string, from: string, to: string): boolean {
  const before = readFileSync(path, 'latin1');
  const after = before.replaceAll(`\0${from}\0`, `\0${to.padEnd(from.length, '\0')}\0`);
  if (after === before) return false;
  // The file may be a hard link: it must be replaced, not written into.
  rmSync(path);
  writeFileSync(path, after, { encoding: 'latin1' });
  chmodSync(path, 0o755);
  return true;
}
