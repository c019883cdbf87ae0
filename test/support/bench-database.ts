import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../src/base/logger.ts';
import { openDatabase } from '../../src/postgres/database.ts';
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
