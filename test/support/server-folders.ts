import { existsSync, mkdtempSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'ledger-mirror-test-postgres-';
/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Several times what the databases of a whole test run take at once. */
const NEEDED_BYTES = 3_000_000_000;

/**
 * An empty folder for the database server of a test: in memory where Linux has room for it and runs programs from
 * there, else on disk. One of our databases has more than a thousand files, and to make and remove them on a disk
 * takes longer than most tests.
 */
export function makeServerFolder(): string {
  return mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Whether a folder that `makeServerFolder` has made is in memory. */
export const isInMemory = (folder: string): boolean => folder.startsWith(`${MEMORY}/`);

/** Such folders of processes that are no more. */
export function abandonedServerFolders(isAlive: (pid: number) => boolean): string[] {
  const roots = [tmpdir(), MEMORY].filter((root) => existsSync(root));
  return roots.flatMap((root) =>
    readdirSync(root)
      .filter((name) => {
        const owner = /^(\d+)-/.exec(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : '')?.[1];
        return owner !== undefined && !isAlive(Number(owner));
      })
      .map((name) => join(root, name)),
  );
}

function hasMemory(): boolean {
  if (process.platform !== 'linux' || !existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return Math.min(bavail * bsize, process.availableMemory()) >= NEEDED_BYTES && runsPrograms(MEMORY);
}

function runsPrograms(folder: string): boolean {
  // A line is: device, folder, kind, options.
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const options = mounts.map((line) => line.split(' ')).findLast((words) => words[1] === folder)?.[3];
  return options?.split(',').includes('noexec') === false;
}
