import { chmodSync, existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/postgres/embedded/server.ts';
import { abandonedServerFolders, isInMemory, makeServerFolder } from './server-folders.ts';

export type TestServer = {
  readonly url: Secret;
  /** The faster of PostgreSQL's ways to copy a database, which depends on where the files are. */
  readonly cloneStrategy: 'file_copy' | 'wal_log';
  /** Ends it at once, transactions and all, as a crash does; it starts again by itself. */
  crash(): void;
  stop(): Promise<void>;
};

export type TestServerOptions = {
  /** Keeps what was committed through `crash`, as the product's server does. @default false */
  readonly survivesCrashes?: boolean;
};

/**
 * A server in a temporary folder, with the safety of its files traded for speed; for test runs and generators.
 * The environment variable TEST_POSTGRES_BINARIES names another PostgreSQL (see scripts/postgres-15.mjs).
 */
export async function startTestServer({
  survivesCrashes = false,
}: TestServerOptions = {}): Promise<TestServer> {
  removeAbandoned();
  const dataDir = makeServerFolder();
  // As root the server runs as somebody else, who must be able to pass through.
  chmodSync(dataDir, 0o711);
  const forget = onEmergency(() => removeWithServer(dataDir));
  const binaries = process.env['TEST_POSTGRES_BINARIES'];
  let server: EmbeddedServer | undefined;
  const stop = async (): Promise<void> => {
    await server?.stop();
    forget();
    removeWithServer(dataDir);
  };
  try {
    server = await startEmbeddedServer({
      dataDir,
      database: 'maintenance',
      logger: silentLogger,
      ...(binaries === undefined ? {} : { binaries }),
      // Its port is free while it is down: not one that the next test run beside this one would take.
      ...(survivesCrashes ? { port: 17_000 + (process.pid % 10_000) } : {}),
      settings: {
        // The machine does not crash, so what was handed to its system is safe without being flushed.
        fsync: 'off',
        full_page_writes: 'off',
        synchronous_commit: survivesCrashes ? 'on' : 'off',
        max_connections: '200',
      },
    });
    // Only tests make databases; the product's role may not.
    await runStatement(superuser(dataDir, server.url), 'ALTER ROLE ledger_mirror CREATEDB');
    const cloneStrategy = isInMemory(dataDir) ? 'file_copy' : 'wal_log';
    return { url: server.url, cloneStrategy, crash: () => quit(dataDir), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs `clean`, which must not wait for anything, when the process ends without having stopped its server. */
function onEmergency(clean: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const onSignal = (name: NodeJS.Signals): void => {
    forget();
    clean();
    // Now whatever it would have done without us: end, or what vitest does.
    process.kill(process.pid, name);
  };
  const forget = (): void => {
    process.off('exit', clean);
    for (const name of signals) process.off(name, onSignal);
  };
  process.once('exit', clean);
  for (const name of signals) process.once(name, onSignal);
  return forget;
}

function quit(dataDir: string): void {
  const lockFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const pid = existsSync(lockFile) ? Number.parseInt(readFileSync(lockFile, 'utf8'), 10) : Number.NaN;
  // Only if that process really is the server: numbers are given out again.
  if (!Number.isNaN(pid) && workingFolder(pid)?.startsWith(dataDir) === true) signal(pid, 'SIGQUIT');
}

/** Removes a test server's folder, and kills the server first if it still runs. */
function removeWithServer(dataDir: string): void {
  quit(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** What a run that was killed with SIGKILL left: its server, and its folder. */
function removeAbandoned(): void {
  for (const folder of abandonedServerFolders((pid) => signal(pid, 0))) removeWithServer(folder);
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function superuser(dataDir: string, url: Secret): Secret {
  const state = JSON.parse(readFileSync(join(dataDir, 'embedded-postgres.json'), 'utf8')) as {
    superuserPassword: string;
  };
  const changed = new URL(url.reveal());
  changed.username = 'postgres';
  changed.password = state.superuserPassword;
  return new Secret(changed.href);
}

/** The same server, another database. */
export function withDatabase(url: Secret, database: string): Secret {
  const changed = new URL(url.reveal());
  changed.pathname = `/${database}`;
  return new Secret(changed.href);
}

/** One statement on a connection of its own; for CREATE and DROP DATABASE. */
export async function runStatement(url: Secret, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.reveal() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
