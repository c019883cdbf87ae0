import { execFile } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { databaseError } from '../errors.ts';
import { type Binaries, program } from './binaries.ts';
import { clusterFolder } from './cluster.ts';
import type { Home } from './home.ts';
import { cannotLaunch, launch } from './launch.ts';
import { openOwnLog } from './own-file.ts';

/** What the running server says of itself in `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

export type StartOutcome = 'started' | 'port-taken' | 'already-running';

const START_TIMEOUT_MS = 60_000;
const STOP_FAST_MS = 8000;
const STOP_IMMEDIATE_MS = 1500;
const LOCK_WRITTEN_WITHIN_MS = 10_000;
const LARGEST_LOG_BYTES = 10_000_000;

const pause = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

function logFile(home: Home): string {
  return join(home.folder, 'server.log');
}

/** The server that runs on these files, whoever started it; undefined when none does. */
export async function findPostmaster(home: Home): Promise<Postmaster | undefined> {
  const cluster = clusterFolder(home);
  const pidFile = join(cluster, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(pidFile, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) {
    // Either another start is about to write it, or a power cut kept it from that; then no server starts until it goes.
    const { mtimeMs } = statSync(pidFile, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    // Without its battery a clock may come back from a power cut behind the times of the files.
    if (Math.abs(Date.now() - mtimeMs) > LOCK_WRITTEN_WITHIN_MS) rmSync(pidFile, { force: true });
    return undefined;
  }
  const found = await whoIs(pid, cluster);
  if (found === 'nobody') return undefined;
  if (found === 'a stranger') {
    // The number was given to another process since. PostgreSQL looks at the number only and would refuse to start.
    rmSync(pidFile, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C on our terminal does not reach it.
 * @throws AppError DATABASE_EMBEDDED_FAILED, DATABASE_EMBEDDED_USER, DATABASE_DISK_FULL
 */
export async function startPostmaster(
  home: Home,
  binaries: Binaries,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<StartOutcome> {
  const logPath = logFile(home);
  rotate(logPath);
  const log = openOwnLog(logPath, home.account);
  try {
    const logStart = fstatSync(log).size;
    const outcome = await startAndWait(home, binaries, port, settings, log);
    return outcome === 'ended' ? whyEnded(readFrom(log, logStart), home) : outcome;
  } finally {
    closeSync(log);
  }
}

async function startAndWait(
  home: Home,
  binaries: Binaries,
  port: number,
  settings: Readonly<Record<string, string>>,
  log: number,
): Promise<'started' | 'ended'> {
  const args = ['-D', clusterFolder(home)];
  for (const [name, value] of Object.entries({ ...ourSettings(port, binaries.major), ...settings }))
    args.push('-c', `${name}=${value}`);
  const child = launch(home, program(binaries, 'postgres'), args, {
    stdio: ['ignore', log, log],
    detached: true,
  });
  let ended: { error?: NodeJS.ErrnoException } | undefined;
  child.once('error', (error) => {
    ended = { error };
  });
  child.once('exit', () => {
    ended ??= {};
  });
  // It must not keep us alive: a process that ends without stopping it leaves it to the next start.
  child.unref();
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (ended === undefined) {
    if (readyUnder(home, child.pid)) return 'started';
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw databaseError('DATABASE_EMBEDDED_FAILED', {
        text: `The embedded PostgreSQL was not ready after 60 s; see ${logFile(home)}.`,
      });
    }
    await pause(10);
  }
  if (ended.error !== undefined) throw cannotLaunch(ended.error, home);
  return 'ended';
}

function readFrom(file: number, start: number): string {
  const text = Buffer.alloc(fstatSync(file).size - start);
  return text.toString('utf8', 0, readSync(file, text, 0, text.length, start));
}

/** Asks for a fast, clean stop; is less polite when that takes too long. Resolves when no process is left. */
export async function stopPostmaster(home: Home, binaries: Binaries, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await promisify(execFile)(program(binaries, 'pg_ctl'), [
      'stop',
      '-D',
      clusterFolder(home),
      '-m',
      'fast',
      '-t',
      '8',
    ]);
    return;
  }
  for (const [signal, patienceMs] of [
    ['SIGINT', STOP_FAST_MS],
    ['SIGQUIT', STOP_IMMEDIATE_MS],
    ['SIGKILL', STOP_IMMEDIATE_MS],
  ] as const) {
    // Of one that ended long ago the number may be another program's by now.
    if ((await whoIs(pid, clusterFolder(home))) !== 'the server' || !send(pid, signal)) return;
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if ((await whoIs(pid, clusterFolder(home))) !== 'the server') return;
      await pause(10);
    }
  }
}

function ourSettings(port: number, major: number): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    // Details, statements and most messages of errors quote what customers wrote, and a statement that failed may set a
    // password. Whoever ran it is told all of it; here is what concerns the server, refused logins among it.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    // A laptop or a small cloud machine: no replicas, no just-in-time compiler that costs more than it saves.
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    jit: 'off',
    // However many connections database readers open, the program and people get theirs.
    ...(major >= 16 ? { reserved_connections: '40' } : {}),
  };
}

function readyUnder(home: Home, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(clusterFolder(home), 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function whyEnded(log: string, home: Home): StartOutcome {
  if (/could not create any TCP\/IP sockets|Address already in use/.test(log)) return 'port-taken';
  if (/lock file "postmaster\.pid" (already exists|is empty)|is still in use/.test(log))
    return 'already-running';
  if (/No space left on device|Disk quota exceeded/.test(log)) {
    throw databaseError('DATABASE_DISK_FULL', {
      details: { folder: home.folder },
      text: `The disk of ${home.folder} is full, so the embedded database cannot start. Nothing was lost; free some space and start again.`,
    });
  }
  const fatal = log.split('\n').filter((line) => /FATAL|PANIC|error while loading/.test(line));
  throw databaseError('DATABASE_EMBEDDED_FAILED', {
    text: `The embedded PostgreSQL did not start: ${fatal.at(-1) ?? 'no reason given'}; see ${logFile(home)}.`,
  });
}

/** Whether a process is the server of this cluster; a server's working directory is its cluster. */
async function whoIs(pid: number, cluster: string): Promise<'the server' | 'a stranger' | 'nobody'> {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? 'the server' : 'a stranger';
    } catch (error) {
      // A zombie has no working directory any more.
      if ((error as NodeJS.ErrnoException).code !== 'EACCES') return 'nobody';
      return wasStartedOn(pid, cluster) ? 'the server' : 'a stranger';
    }
  }
  if (!send(pid, 0)) return 'nobody';
  if (process.platform === 'win32') return 'the server';
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(
    () => ({ stdout: '' }),
  );
  if (stdout.trim() === '') return 'nobody';
  return stdout.includes('postgres') ? 'the server' : 'a stranger';
}

/** The root of a container may not ask where other users' processes are, yet everybody may read how they were started. */
function wasStartedOn(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function rotate(path: string): void {
  if ((lstatSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES)
    renameSync(path, `${path}.1`);
}
