import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { type Logger, silentLogger } from '../../src/base/logger.ts';
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from '../../src/postgres/embedded/server.ts';
import { packagedBinaries } from '../../src/postgres/embedded/binaries.ts';
import { makeServerFolder } from './server-folders.ts';

/*
 * For the tests of the embedded server: data folders, servers in this process and in others, and what they left.
 * A test file begins with `withFolders()`.
 */

export const isRoot = process.getuid?.() === 0;
/** Skipped with its reason in the title when the tests do not run as root, who alone can become somebody else. */
export const testAsRoot = test.skipIf(!isRoot);
export const WITHOUT_ENTRY = 54_321;
export const PROGRAM = new URL('./embedded-process.ts', import.meta.url).pathname;

export const cleanups: (() => unknown)[] = [];
let prepared: string | undefined;

/** Makes what `preparedFolder` copies, and cleans up after each test and after the last one. */
export function withFolders(): void {
  let afterLast: (() => unknown)[] = [];
  beforeAll(async () => {
    const folder = dataFolder();
    await (await start(folder)).stop();
    prepared = folder;
    // Not after the first test, like everybody else's.
    afterLast = cleanups.splice(0);
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  });
  afterAll(async () => {
    for (const cleanup of afterLast.toReversed()) await cleanup();
  });
}

/** A data folder; open to others so that the server's user can enter it, unless told otherwise. */
export function dataFolder(options: { mode?: number; owner?: number } = {}): string {
  const folder = makeServerFolder();
  chmodSync(folder, options.mode ?? 0o755);
  if (options.owner !== undefined) chownSync(folder, options.owner, options.owner);
  cleanups.push(() => {
    const { home } = readState(folder);
    if (home?.startsWith('/var/lib/ledger-mirror/') === true) rmSync(home, { recursive: true, force: true });
    // The initdb of a process that a test killed may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return folder;
}

/** A data folder that was started and stopped before: a copy of one made once, because initdb takes its time. */
export function preparedFolder(): string {
  const folder = dataFolder();
  const from = prepared ?? '';
  mkdirSync(join(folder, 'postgres'));
  execFileSync('cp', ['-a', join(from, 'embedded-postgres.json'), folder]);
  execFileSync('cp', ['-a', join(from, 'postgres', 'cluster'), join(folder, 'postgres')]);
  const { uid, gid } = statSync(join(from, 'postgres'));
  chownSync(join(folder, 'postgres'), uid, gid);
  chmodSync(join(folder, 'postgres'), 0o700);
  return folder;
}

export function readState(dataDir: string): { home?: string; port?: number } {
  const path = join(dataDir, 'embedded-postgres.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { home: string; port: number }) : {};
}

export async function start(
  dataDir: string,
  options: Partial<EmbeddedServerOptions> = {},
): Promise<EmbeddedServer> {
  const binaries = process.env['TEST_POSTGRES_BINARIES'];
  const server = await startEmbeddedServer({
    dataDir,
    database: 'ledger_mirror',
    logger: silentLogger,
    ...(binaries === undefined ? {} : { binaries }),
    settings: { fsync: 'off' },
    ...options,
  });
  cleanups.push(() => server.stop());
  return server;
}

export type Said = { url: string; port: number; adopted: boolean; code: string; message: string };

/** The same in a process of its own, as another user or started by another program if asked. */
export async function startProcess(
  dataDir: string,
  uid?: number,
  under: readonly string[] = [],
): Promise<{ child: ChildProcess; said: Said }> {
  const [command, ...args] = [...under, process.execPath, PROGRAM, dataDir];
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  cleanups.push(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said: JSON.parse(line) as Said };
}

export async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

export function clusterOf(dataDir: string): string {
  return join(dataDir, readState(dataDir).home === 'postgres' ? 'postgres' : '', 'cluster');
}

export function postmasterPid(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Processes whose working directory is the cluster: the postmaster and everything it started. */
export function processesOf(cluster: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(cluster);
      } catch {
        return false;
      }
    })
    .map(Number);
}

export const ownerOf = (pid: number): number => statSync(`/proc/${pid}`).uid;

export function recording(): { logger: Logger; phrases: string[] } {
  const phrases: string[] = [];
  const note = (facts: unknown, phrase?: string): void => void phrases.push(phrase ?? String(facts));
  const logger: Logger = { ...silentLogger, info: note, warn: note, error: note, child: () => logger };
  return { logger, phrases };
}

/**
 * The programs of the npm package as they are, with the libxml2 that they bring, like a machine's own that nobody keeps up
 * to date; made of the copy that a start left in a data folder. Those for Linux have an old one.
 */
export function untouchedPrograms(dataDir: string): string {
  const home = join(dataDir, 'postgres');
  const copy = readdirSync(home).find((name) => name.startsWith('binaries-')) ?? '';
  const folder = join(dataFolder(), 'untouched');
  execFileSync('cp', ['-a', join(home, copy), folder]);
  const program = join(folder, 'bin', 'postgres');
  rmSync(program);
  copyFileSync(join(process.env['TEST_POSTGRES_BINARIES'] ?? packagedBinaries(), 'bin', 'postgres'), program);
  chmodSync(program, 0o755);
  return join(folder, 'bin');
}
