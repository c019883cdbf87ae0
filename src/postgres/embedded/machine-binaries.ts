import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { databaseError } from '../errors.ts';
import { type Binaries, installBinaries, packagedBinaries } from './binaries.ts';
import { clusterVersion } from './cluster.ts';
import type { Home } from './home.ts';

/** Which programs may be used. */
export type ProgramChoice = {
  /** POSTGRES_BIN_DIR: a folder with the programs of a PostgreSQL server. */
  binDir?: string;
  /** Where the machine keeps its own servers, each in a folder named like its major version. @default none are looked for */
  machineServers?: string;
  /** The folder `native` of another package of binaries. @default the installed one for this platform */
  binaries?: string;
};

/** Where Debian and those that follow it put the server of each major version, side by side. */
export const DEBIAN_SERVERS = '/usr/lib/postgresql';

const OLDEST_MAJOR = 15;

/**
 * The programs to run the database with: those named, else the machine's own, which whoever looks after the machine
 * keeps up to date, else those we bring. Files that exist stay with the major version that made them.
 * @throws AppError DATABASE_EMBEDDED_UNAVAILABLE, DATABASE_EMBEDDED_FOLDER
 */
export function chooseBinaries(home: Home, choice: ProgramChoice): Binaries {
  if (choice.binDir !== undefined) return namedServer(choice.binDir);
  const own = machineServer(choice.machineServers, clusterVersion(home));
  return own ?? installBinaries(choice.binaries ?? packagedBinaries(), home.folder);
}

function namedServer(binDir: string): Binaries {
  const bin = resolve(binDir);
  const found = readServer(bin);
  if (found === undefined) {
    throw databaseError('DATABASE_EMBEDDED_UNAVAILABLE', {
      text: `POSTGRES_BIN_DIR, ${bin}, has no PostgreSQL server that runs (postgres and initdb). Name the folder of its programs, such as ${DEBIAN_SERVERS}/17/bin, or unset it.`,
    });
  }
  if (found.major >= OLDEST_MAJOR) return found;
  throw databaseError('DATABASE_EMBEDDED_UNAVAILABLE', {
    text: `POSTGRES_BIN_DIR, ${bin}, has PostgreSQL ${found.version}; 15 or newer is needed.`,
  });
}

/** The newest that will do; of files that exist already, the one of the version that made them. */
function machineServer(folder: string | undefined, made: number | undefined): Binaries | undefined {
  if (folder === undefined || !existsSync(folder) || !hasAccount()) return undefined;
  const majors = readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((major) => (made === undefined ? major >= OLDEST_MAJOR : major === made));
  for (const major of majors.toSorted((a, b) => b - a)) {
    const found = readServer(join(folder, String(major), 'bin'));
    if (found?.major === major) return found;
  }
  return undefined;
}

/** initdb asks for the name of who runs it; only a copy of ours can be kept from it. */
function hasAccount(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function readServer(bin: string): Binaries | undefined {
  // A client's package has a folder of its version too.
  if (!['postgres', 'initdb'].every((name) => existsSync(join(bin, name)))) return undefined;
  try {
    const said = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', timeout: 10_000 });
    const [, version] = /\(PostgreSQL\) (\d\S*)/.exec(said) ?? [];
    return version === undefined
      ? undefined
      : { bin, version, major: Number.parseInt(version, 10), copy: undefined };
  } catch {
    return undefined;
  }
}
