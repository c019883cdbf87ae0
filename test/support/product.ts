import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's first file. */
export const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const READY = 'Ledger Mirror is ready.';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 12_000;

export type Env = Readonly<Record<string, string>>;

/** A `ledger-mirror start` in a process of its own. */
export type Product = {
  readonly url: string;
  readonly dataDir: string;
  /** What it was started with; give it to `runCommand` to look at the same installation. */
  readonly env: Env;
  readonly pid: number;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readonly readyMs: number;
  /** Everything it has written so far. */
  logs(): string;
  /** Closes its standard output and error as a reader that ends does. */
  closeOutput(): void;
  /** Resolves with its exit code when it ends, whoever ended it. */
  readonly exited: Promise<number | null>;
  /** Ends it as Ctrl-C or a service manager would, and removes its data unless the caller gave the folder. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
  /** Ends it without warning. What it had started (the database server) lives on. */
  kill(): Promise<void>;
};

/** Starts the product on free ports in a folder of its own, and waits until it is ready. */
export async function startProduct(env: Env = {}): Promise<Product> {
  const dataDir = env['DATA_DIR'] ?? makeDataDir();
  const ownsDataDir = env['DATA_DIR'] === undefined;
  const port = env['PORT'] ?? String(await freePort());
  const wholeEnv = { ...env, DATA_DIR: dataDir, PORT: port };
  const startedAt = performance.now();
  const { child, output, exited } = run(['start'], wholeEnv);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return within(exited, STOP_LIMIT_MS, () => {
      child.kill('SIGKILL');
      return `The product did not stop on ${signal}.\n${output()}`;
    });
  };
  try {
    await ready(child, output, exited);
  } catch (error) {
    child.kill('SIGKILL');
    if (ownsDataDir) await removeDataDir(dataDir);
    throw error;
  }
  return {
    url: env['PUBLIC_URL'] ?? `http://localhost:${port}`,
    dataDir,
    env: wholeEnv,
    pid: child.pid ?? 0,
    readyMs: Math.round(performance.now() - startedAt),
    logs: output,
    exited,
    closeOutput() {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
    async stop(signal = 'SIGTERM') {
      const code = await end(signal);
      if (ownsDataDir) await removeDataDir(dataDir);
      return code;
    },
    async kill() {
      await end('SIGKILL');
    },
  };
}

/** A new folder for data. The database's user must be able to pass through it when the tests run as root. */
export function makeDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-mirror-product-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes a data folder, and the database server that a killed product left running on it. */
export async function removeDataDir(dataDir: string): Promise<void> {
  const pid = databasePid(dataDir);
  if (pid !== undefined) await killAndWait(pid);
  await rm(dataDir, { recursive: true, force: true });
}

/** The process of the embedded database server on a data folder, while it runs. */
export function databasePid(dataDir: string): number | undefined {
  try {
    return Number(
      readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
  } catch {
    return undefined;
  }
}

/** Whether a process runs; one that has ended and waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function killAndWait(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (isAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Runs one command line to its end. */
export async function runCommand(
  args: readonly string[],
  env: Env,
  input?: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { child, stdout, stderr, exited } = run(args, env);
  child.stdin?.end(input ?? '');
  const code = await within(exited, START_LIMIT_MS, () => {
    child.kill('SIGKILL');
    return `\`${args.join(' ')}\` did not end.\n${stdout()}${stderr()}`;
  });
  return { code, stdout: stdout(), stderr: stderr() };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

type Running = {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly output: () => string;
  readonly exited: Promise<number | null>;
};

function run(args: readonly string[], env: Env): Running {
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name]]),
  );
  const child = spawn(process.execPath, [main, ...args], {
    // Away from the clone, whose .env is the developer's.
    cwd: tmpdir(),
    env: { ...inherited, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const parts: { from: 'out' | 'err'; text: string }[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void parts.push({ from: 'out', text }));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void parts.push({ from: 'err', text }));
  const join = (from?: 'out' | 'err') => () =>
    parts
      .filter((part) => from === undefined || part.from === from)
      .map((part) => part.text)
      .join('');
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  return { child, stdout: join('out'), stderr: join('err'), output: join(), exited };
}

async function ready(
  child: ChildProcess,
  output: () => string,
  exited: Promise<number | null>,
): Promise<void> {
  const said = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => {
      if (output().includes(READY)) resolve();
    });
  });
  const ended = exited.then((code) => {
    throw new Error(`The product ended with ${code ?? 'a signal'} before it was ready.\n${output()}`);
  });
  await within(
    Promise.race([said, ended]),
    START_LIMIT_MS,
    () => `The product was not ready in time.\n${output()}`,
  );
}

async function within<T>(promise: Promise<T>, limitMs: number, describe: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(describe())), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
