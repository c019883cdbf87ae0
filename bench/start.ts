// How long the database that the program brings takes to start: the first time, which makes its files, and later.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../src/base/logger.ts';
import { startEmbeddedServer } from '../src/postgres/embedded/server.ts';
import type { Measure } from './main.ts';

const STARTS = 9;

export async function run(): Promise<readonly Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-mirror-bench-'));
  // As root the server runs as somebody else, who must be able to pass through.
  chmodSync(dataDir, 0o711);
  try {
    const first = await startAndStop(dataDir);
    const later: number[] = [];
    while (later.length < STARTS) later.push(await startAndStop(dataDir));
    const sorted = later.toSorted((a, b) => a - b);
    return [
      { name: 'first start', value: first, unit: 's', basis: 'makes the files of the database' },
      {
        name: 'later start, median',
        value: sorted[Math.floor(STARTS / 2)] ?? 0,
        unit: 's',
        basis: `${STARTS} starts; aim 1`,
      },
      { name: 'later start, longest', value: sorted.at(-1) ?? 0, unit: 's' },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @returns seconds until it could be asked */
async function startAndStop(dataDir: string): Promise<number> {
  const startedAt = performance.now();
  const server = await startEmbeddedServer({ dataDir, database: 'bench', logger: silentLogger });
  const seconds = (performance.now() - startedAt) / 1000;
  await server.stop();
  return seconds;
}
