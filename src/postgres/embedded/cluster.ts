import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../../base/logger.ts';
import { databaseError } from '../errors.ts';
import { type Binaries, installBinariesWithoutAccount, program, withPlainPath } from './binaries.ts';
import type { Home } from './home.ts';
import { cannotLaunch, launch } from './launch.ts';
import { writeOwnFile } from './own-file.ts';

export const SUPERUSER = 'postgres';

const ABANDONED_MS = 600_000;

/** The folder that PostgreSQL calls its data directory. */
export function clusterFolder(home: Home): string {
  return join(home.folder, 'cluster');
}

/**
 * Makes the database files when there are none. They are made beside their place and moved there when complete, so
 * that an interruption leaves nothing half done; existing files are never touched.
 * @throws AppError DATABASE_EMBEDDED_VERSION, DATABASE_EMBEDDED_FOLDER, DATABASE_DISK_FULL, DATABASE_EMBEDDED_FAILED
 */
export async function ensureCluster(
  home: Home,
  binaries: Binaries,
  options: { logger: Logger; sync: boolean },
): Promise<void> {
  const cluster = clusterFolder(home);
  removeAbandoned(home);
  const made = clusterVersion(home);
  if (made === binaries.major) return;
  if (made !== undefined) refuseVersion(cluster, made, binaries);
  const startedAt = performance.now();
  const unfinished = `${cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${unfinished}.password`;
  try {
    writeOwnFile(passwordFile, home.superuserPassword.reveal(), home.account);
    const args = initdbArguments(binaries, unfinished, passwordFile, options.sync);
    await withPlainPath(binaries, (plain) => initialize(home, plain, args));
    moveIntoPlace(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
  options.logger.info(
    { version: binaries.version, durationMs: Math.round(performance.now() - startedAt) },
    'database files created',
  );
}

async function initialize(home: Home, binaries: Binaries, args: string[]): Promise<void> {
  const run = (from: Binaries): Promise<{ code: number | null; output: string }> =>
    runInitdb(home, program(from, 'initdb'), args);
  let { code, output } = await run(binaries);
  if (code !== 0 && output.includes('could not look up effective user ID')) {
    ({ code, output } = await run(installBinariesWithoutAccount(binaries, home.folder)));
  }
  if (code === 0) return;
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    throw databaseError('DATABASE_DISK_FULL', {
      details: { folder: home.folder },
      text: `The disk of ${home.folder} is full: the embedded database needs about 50 MB to begin with. Free some space and start again.`,
    });
  }
  throw databaseError('DATABASE_EMBEDDED_FAILED', {
    details: { exitCode: code },
    text: `The files of the embedded database could not be created: ${lastLines(output)}`,
  });
}

function initdbArguments(binaries: Binaries, folder: string, passwordFile: string, sync: boolean): string[] {
  // Text sorts by code point, so that indexes survive an upgrade of the system's libraries, and is Unicode all the same.
  const collation =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale-provider=icu', '--icu-locale=und'];
  const folders = ['-D', folder, `--pwfile=${passwordFile}`];
  const access = ['-U', SUPERUSER, '--auth=scram-sha-256'];
  const storage = ['--encoding=UTF8', '--locale=C', ...collation, '--data-checksums'];
  return [...folders, ...access, ...storage, '--no-instructions', ...(sync ? [] : ['--no-sync'])];
}

function runInitdb(
  home: Home,
  path: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = launch(home, path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (cause: NodeJS.ErrnoException) => reject(cannotLaunch(cause, home)));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The major version that made the database files; undefined when there are none. @throws AppError DATABASE_EMBEDDED_FOLDER */
export function clusterVersion(home: Home): number | undefined {
  const cluster = clusterFolder(home);
  if (statSync(cluster, { throwIfNoEntry: false }) === undefined) return undefined;
  let text = '';
  let cause: unknown;
  try {
    text = readFileSync(join(cluster, 'PG_VERSION'), 'utf8');
  } catch (error) {
    cause = error;
  }
  const major = Number.parseInt(text, 10);
  if (major > 0) return major;
  throw databaseError('DATABASE_EMBEDDED_FOLDER', {
    cause,
    text: `${cluster} exists but holds no database (no PG_VERSION). Nothing was changed; move that folder away, or name another DATA_DIR.`,
  });
}

function refuseVersion(cluster: string, made: number, binaries: Binaries): never {
  const present = binaries.copy === undefined ? `those in ${binaries.bin} are` : 'this Ledger Mirror brings';
  throw databaseError('DATABASE_EMBEDDED_VERSION', {
    details: { found: String(made), expected: binaries.major },
    text: `The database files in ${cluster} were made by PostgreSQL ${made}; ${present} ${binaries.major}. Nothing was changed. Install the server of PostgreSQL ${made} (on Debian the package postgresql-${made}), set POSTGRES_BIN_DIR to the folder of its programs, or name another DATA_DIR.`,
  });
}

/** What an initdb whose caller was killed left behind; a recent one may still be at work for somebody else. */
function removeAbandoned(home: Home): void {
  for (const name of readdirSync(home.folder)) {
    const pid = /^cluster\.new-(\d+)/.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(home.folder, name);
    try {
      const ageMs = Date.now() - statSync(path).mtimeMs;
      if (!isAlive(Number(pid)) || ageMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
    } catch {
      // That initdb outlived its caller and writes on; the next start finds it finished and removes it.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function moveIntoPlace(unfinished: string, cluster: string): void {
  try {
    renameSync(unfinished, cluster);
  } catch (error) {
    // Another process that started at the same moment was first; its files are as good as ours.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' ');
}
