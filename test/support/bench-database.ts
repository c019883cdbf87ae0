import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../src/base/logger.ts';
import { openDatabase, type Database } from '../../src/postgres/database.ts';
import { startEmbeddedServer } from '../../src/postgres/embedded/server.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import type { ProofDatabase } from './installation.ts';

/** A database as the product brings and starts it (fsync on), for what is measured. */
export async function openBenchDatabase(
  settings: Readonly<Record<string, string>> = {},
): Promise<ProofDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-mirror-bench-'));
  // As root the server runs as somebody else, who must be able to pass through.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedServer({ dataDir, database: 'bench', logger: silentLogger, settings });
  const db = await openDatabase({ url: server.url, logger: silentLogger, maxConnections: 5 });
  await migrate(db, { directory: new URL('../../migrations/', import.meta.url), logger: silentLogger });
  return {
    db,
    url: server.url,
    async close() {
      await db.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The most memory a process has had at once, in megabytes; Linux only. */
export async function peakMemoryMb(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
}

/** Fields of /proc/<pid>/stat from the process' state on (proc(5) counts it as the third). */
const statOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Linux counts in hundredths of a second. */
const tickMs = 10;

/** Processor time a process has taken so far, in milliseconds; Linux only. */
export function processorMs(pid: number): number {
  const stat = statOf(pid);
  return (Number(stat[11]) + Number(stat[12])) * tickMs;
}

/** Processor time that the server of this database has taken, in milliseconds, with what its ended processes took. */
export async function serverProcessorMs(db: Database): Promise<number> {
  const [row] = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const server = Number(statOf(row?.pid ?? 0)[1]);
  const ended = statOf(server);
  let sum = processorMs(server) + (Number(ended[13]) + Number(ended[14])) * tickMs;
  for (const name of readdirSync('/proc')) {
    try {
      if (/^\d+$/.test(name) && Number(statOf(Number(name))[1]) === server) sum += processorMs(Number(name));
    } catch {
      // It has ended since the folder was read.
    }
  }
  return sum;
}
