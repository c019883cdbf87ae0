import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { isAppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import type { Secret } from '../../base/secret.ts';
import { databaseError } from '../errors.ts';
import { type Binaries, removeOtherBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import {
  connectControl,
  type Control,
  ensureRoleAndDatabase,
  NotAnswering,
  withholdWriting,
} from './control.ts';
import { type Home, openHome } from './home.ts';
import { embeddedUrl } from './locate.ts';
import { chooseBinaries, type ProgramChoice } from './machine-binaries.ts';
import { candidatePorts, isFree } from './ports.ts';
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';

export type EmbeddedServerOptions = ProgramChoice & {
  /** Everything it keeps goes here, or (root below a closed folder) where a file in here says. */
  dataDir: string;
  /** Tried first. @default the port used before, else the first free one from 15432 */
  port?: number;
  /** Created when missing. */
  database: string;
  logger: Logger;
  /** Server settings on top of ours, for tests. */
  settings?: Readonly<Record<string, string>>;
  /** Milliseconds before each try to start a server again that ended; the last one for ever. @default up to 30 s */
  restartDelaysMs?: readonly number[];
};

export interface EmbeddedServer {
  /** `database`, as an ordinary role that owns it and may create roles; never the superuser. */
  readonly url: Secret;
  readonly port: number;
  /** The server was running without an owner (ours was killed) and was taken over. */
  readonly adopted: boolean;
  /** Stops the server within 10 s. May be called twice. */
  stop(): Promise<void>;
}

type Running = {
  readonly control: pg.Client;
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
};

const ANSWER_TIMEOUT_MS = 60_000;
const RESTART_DELAYS_MS = [100, 1000, 5000, 15_000, 30_000];

/**
 * Starts the embedded PostgreSQL of a data folder, making its files the first time. If it ends unexpectedly while
 * owned, it is started again.
 * @throws AppError DATABASE_EMBEDDED_RUNNING when another process owns it (which is left alone),
 *   DATABASE_EMBEDDED_UNAVAILABLE, _VERSION, _USER, _FOLDER, _FAILED, DATABASE_DISK_FULL
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const logger = options.logger.child({ part: 'embedded postgres' });
  const dataDir = resolve(options.dataDir);
  try {
    const home = openHome(dataDir, logger);
    const binaries = chooseBinaries(home, options);
    await ensureCluster(home, binaries, { logger, sync: options.settings?.['fsync'] !== 'off' });
    const running = await acquire(home, binaries, options, logger);
    await ensureRoleAndDatabase(running.control, options.database, home.rolePassword);
    await withholdWriting(home, running.port, options.database);
    home.keepPort(running.port);
    if (!running.adopted) removeOtherBinaries(home.folder, binaries);
    return supervise(running, home, binaries, options, logger);
  } catch (error) {
    throw inWords(error, dataDir);
  }
}

/** Takes over the server that runs, or starts one; repeats while another process starts or stops it. */
async function acquire(
  home: Home,
  binaries: Binaries,
  options: EmbeddedServerOptions,
  logger: Logger,
  onlyPort?: number,
): Promise<Running> {
  const deadline = Date.now() + ANSWER_TIMEOUT_MS;
  let startedByUs: number | undefined;
  let lastError: unknown;
  while (Date.now() < deadline) {
    const found = await findPostmaster(home);
    if (found === undefined) {
      const ports = onlyPort === undefined ? candidatePorts(options.port, home.port) : [onlyPort];
      startedByUs = await startOnFreePort(home, binaries, options, logger, ports);
    } else if (found.ready) {
      const adopted = found.pid !== startedByUs;
      try {
        const control = await own(await connectControl(home, found.port));
        if (adopted)
          logger.warn(
            { pid: found.pid, port: found.port },
            'took over a database server whose owner was gone',
          );
        else
          logger.info(
            { pid: found.pid, port: found.port, version: binaries.version, programs: binaries.bin },
            'database server started',
          );
        return { control, pid: found.pid, port: found.port, adopted };
      } catch (error) {
        if (!(error instanceof NotAnswering)) throw error;
        lastError = error.cause;
      }
    }
    await sleep(20);
  }
  throw databaseError('DATABASE_EMBEDDED_FAILED', {
    cause: lastError,
    text: 'The embedded PostgreSQL runs but does not answer; it may be recovering. Try again in a minute.',
  });
}

async function own(control: Control): Promise<pg.Client> {
  if (control.heldBy === undefined) return control.client;
  await control.client.end();
  const { pid } = control.heldBy;
  throw databaseError('DATABASE_EMBEDDED_RUNNING', {
    details: { pid },
    text: `Ledger Mirror is already running on this data folder${pid === undefined ? '' : ` (process ${pid})`}. Stop it first, or name another DATA_DIR.`,
  });
}

/** @returns The process id of the new server, or undefined when somebody else's was first. */
async function startOnFreePort(
  home: Home,
  binaries: Binaries,
  options: EmbeddedServerOptions,
  logger: Logger,
  ports: Iterable<number>,
): Promise<number | undefined> {
  const before = options.port ?? home.port;
  const tried: number[] = [];
  for (const port of ports) {
    tried.push(port);
    if (!(await isFree(port))) continue;
    const outcome = await startPostmaster(home, binaries, port, options.settings ?? {});
    if (outcome === 'port-taken') continue;
    if (before !== undefined && port !== before) {
      logger.warn(
        { taken: before, port },
        'the database port is taken by another program, using another one',
      );
    }
    return outcome === 'already-running' ? undefined : (await findPostmaster(home))?.pid;
  }
  throw databaseError('DATABASE_EMBEDDED_FAILED', {
    text:
      tried.length === 1
        ? `Port ${tried[0]} of the embedded PostgreSQL was taken by another program. End that one, or start Ledger Mirror again.`
        : 'No free port was found for the embedded PostgreSQL.',
  });
}

function supervise(
  first: Running,
  home: Home,
  binaries: Binaries,
  options: EmbeddedServerOptions,
  logger: Logger,
): EmbeddedServer {
  const { restartDelaysMs = RESTART_DELAYS_MS } = options;
  const ending = new AbortController();
  /** Undefined when another process has taken the server over. */
  let running: Running | undefined = first;
  let stopping: Promise<void> | undefined;
  let restarting: Promise<void> = Promise.resolve();

  function watch({ control, pid }: Running): void {
    control.once('end', () => {
      if (!ending.signal.aborted) restarting = restart(pid);
    });
  }

  async function restart(pid: number): Promise<void> {
    logger.error({ pid }, 'database server ended unexpectedly, starting it again');
    // For as long as it takes: somebody may free the disk, or the port.
    for (let attempt = 0; ; attempt += 1) {
      await sleep(restartDelaysMs[attempt] ?? restartDelaysMs.at(-1), undefined, {
        signal: ending.signal,
      }).catch(() => undefined);
      if (ending.signal.aborted) return;
      try {
        // Everybody has the address already: on another port nobody would find it.
        running = await acquire(home, binaries, options, logger, first.port);
        watch(running);
        return;
      } catch (error) {
        logger.error({ error }, 'database server could not be started again');
        if (!isAppError(error, 'DATABASE_EMBEDDED_RUNNING')) continue;
        running = undefined;
        return;
      }
    }
  }

  async function stop(): Promise<void> {
    ending.abort();
    await restarting;
    if (running === undefined) return;
    // The lock is still held while it stops, so that nobody takes over a server that is about to go.
    await stopPostmaster(home, binaries, running.pid);
    await running.control.end().catch(() => undefined);
    logger.info('database server stopped');
  }

  watch(first);
  return {
    url: embeddedUrl(first.port, home.rolePassword, options.database),
    port: first.port,
    adopted: first.adopted,
    stop: () => (stopping ??= stop()),
  };
}

/** What the file system refused, in words; everything else is already in words. */
function inWords(error: unknown, dataDir: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (isAppError(error)) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return databaseError('DATABASE_DISK_FULL', {
      cause: error,
      text: `The disk of ${dataDir} is full: the embedded database needs about 120 MB to begin with. Nothing was lost; free some space and start again.`,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return databaseError('DATABASE_EMBEDDED_FOLDER', {
      cause: error,
      details: { path: path ?? dataDir, reason: code },
      text: `${path ?? dataDir} cannot be written (${code}). Give this user the right to write there, or name another DATA_DIR.`,
    });
  }
  return error;
}
