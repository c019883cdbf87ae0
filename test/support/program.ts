import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { nodeFlags } from '../../bin/node-flags.mjs';
import type { Database } from '../../src/postgres/database.ts';
import type { Installation } from './installation.ts';
import { freePort, main, makeDataDir, removeDataDir } from './product.ts';

/** A process of the program, there to be killed. */
export type Program = {
  readonly pid: number;
  /** Where a web process listens. */
  readonly url: string | undefined;
  /** The last it has written; for a proof that fails. */
  lastWords(): string;
  /** Ends it with SIGKILL and resolves when it is gone. */
  kill(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** @throws Error with its last words when it has ended by itself */
  assertRunning(): void;
};

/** Everything that is told to a process of an installation. */
export function environmentOf(installation: Installation): Record<string, string> {
  const { simulatorUrl, address } = installation;
  return {
    ...Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name] ?? ''])),
    DATABASE_URL: installation.databaseUrl.reveal(),
    ENCRYPTION_KEY: installation.encryptionKey,
    ADMIN_API_KEY: `${installation.verifierToken}${installation.verifierToken}`,
    QBO_ENVIRONMENT: 'simulator',
    QBO_CLIENT_ID: 'simulator-client',
    QBO_CLIENT_SECRET: 'simulator-secret',
    QBO_API_URL: address.apiUrl,
    QBO_AUTHORIZE_URL: `${simulatorUrl}/connect/oauth2`,
    QBO_TOKEN_URL: `${address.simulatorUrl}/oauth2/v1/tokens/bearer`,
    QBO_REVOKE_URL: `${address.simulatorUrl}/v2/oauth2/tokens/revoke`,
    QBO_WEBHOOK_VERIFIER_TOKEN: installation.verifierToken,
    QBO_MONTHLY_CALL_BUDGET: '0',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
  };
}

/** Starts `ledger-mirror start` in one role. A web process is ready when this resolves; a worker soon after. */
export async function startRole(
  installation: Installation,
  role: 'web' | 'worker',
  more: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const port = String(await freePort());
  const dataDir = makeDataDir();
  const child = spawn(process.execPath, [...nodeFlags, main, 'start', '--role', role], {
    cwd: tmpdir(),
    env: { ...environmentOf(installation), DATA_DIR: dataDir, PORT: port, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const program = toProgram(child, role === 'web' ? `http://127.0.0.1:${port}` : undefined, () =>
    removeDataDir(dataDir),
  );
  if (program.url !== undefined) await waitForWeb(program, child, program.url);
  return program;
}

/** Starts a worker that works one company without a queue, with a short lease: many kills take little time. */
export function startSlices(installation: Installation, realmId: string, leaseMs = 300): Program {
  const orders = { mode: 'slices', realmId, leaseMs, address: installation.address };
  const child = fork(new URL('../e2e/crash-worker.ts', import.meta.url), {
    env: { ...process.env, CRASH_WORKER: JSON.stringify(orders) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return toProgram(child, undefined, () => Promise.resolve());
}

/** Whether a worker waits for wake-ups: the queue's tables are there, and somebody listens. */
export async function isListening(db: Database): Promise<boolean> {
  const [row] = await db.query<{ ready: boolean }>(
    `SELECT to_regclass('pgboss.version') IS NOT NULL AND EXISTS (
       SELECT FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'listen%') AS ready`,
  );
  return row?.ready === true;
}

/** Starts what a worker process runs, without our own limits of calls: QuickBooks' are to decide, or none. */
export function startUnlimited(installation: Installation): Program {
  const orders = { mode: 'engine', realmId: '1', leaseMs: 15_000, address: installation.address };
  const child = fork(new URL('../e2e/crash-worker.ts', import.meta.url), {
    env: { ...process.env, CRASH_WORKER: JSON.stringify(orders) },
    execArgv: nodeFlags,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return toProgram(child, undefined, () => Promise.resolve());
}

function toProgram(child: ChildProcess, url: string | undefined, clean: () => Promise<void>): Program {
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (written = (written + text).slice(-4000)));
  const stillHere = (): void => void child.kill('SIGKILL');
  process.once('exit', stillHere);
  const gone = once(child, 'exit').then(() => process.off('exit', stillHere));
  return {
    pid: child.pid ?? 0,
    url,
    lastWords: () => written,
    async kill() {
      child.kill('SIGKILL');
      await gone;
      await clean();
    },
    signal: (name) => void child.kill(name),
    assertRunning() {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`A process ended with ${child.exitCode ?? child.signalCode}.\n${written}`);
    },
  };
}

async function waitForWeb(program: Program, child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/v1/health/live`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The web process did not start.\n${program.lastWords()}`);
}
