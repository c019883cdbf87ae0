/*
 * The memory of a worker whose companies do nothing, minute by minute for an hour: it must come to an end.
 * Usage: node test/soak/idle.ts [--scale 1]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchDatabase, peakMemoryMb, processorMs } from '../support/bench-database.ts';
import { scale } from '../support/bench-scale.ts';
import { startChild } from '../support/child-server.ts';
import { dealOut, makeIdleCompanies } from '../support/idle-companies.ts';
import { openInstallation, until } from '../support/installation.ts';
import type { MemorySample } from '../support/memory-reporter.ts';
import { isListening, startRole } from '../support/program.ts';

const COMPANIES = 2000;
const INTERVAL_SECONDS = 180;
const MINUTES = Math.max(4, Math.round(60 * scale));
const LIMIT_MB = 400;

const folder = mkdtempSync(join(tmpdir(), 'ledger-mirror-idle-'));
const file = join(folder, 'memory');
const server = await startChild<{ url: string }>(new URL('../support/thin-quickbooks.ts', import.meta.url), {
  invoices: 0,
  latencyMs: 150,
});
const simulator = { url: server.told.url, companies: [] };
const installation = await openInstallation(await openBenchDatabase(), { seed: 1, size: 0, simulator });
await makeIdleCompanies(installation, COMPANIES, INTERVAL_SECONDS);
const worker = await startRole(installation, 'worker', {
  NODE_OPTIONS: `--import=${new URL('../support/memory-reporter.ts', import.meta.url).href}`,
  MEMORY_FILE: file,
});
let passed = false;
try {
  await until(() => isListening(installation.db), 120_000, 'the worker is ready');
  await dealOut(installation, INTERVAL_SECONDS);
  let told = 0;
  await until(
    () => {
      worker.assertRunning();
      for (; told < samples().length; told += 1) console.log(JSON.stringify(samples()[told]));
      return told >= MINUTES;
    },
    (MINUTES + 5) * 60_000,
    'the minutes have gone by',
  );
  const calls = Number(await (await fetch(`${server.told.url}/calls`)).text());
  const peak = await peakMemoryMb(worker.pid);
  const quarter = Math.floor(MINUTES / 4);
  const [early, late] = [samples().slice(quarter, 2 * quarter), samples().slice(-quarter)];
  const least = (of: readonly MemorySample[], what: 'kept' | 'rss'): number =>
    Math.min(...of.map((sample) => sample[what]));
  const kept = [least(early, 'kept'), least(late, 'kept')] as const;
  const rss = [least(early, 'rss'), least(late, 'rss')] as const;
  passed = kept[1] <= kept[0] * 1.1 && peak < LIMIT_MB;
  console.log(
    `idle: ${COMPANIES} companies, ${MINUTES} minutes, ${calls} calls, ${Math.round(processorMs(worker.pid) / 1000)} s of processor time: heap that is kept ${kept.join(' MB, then ')} MB, resident ${rss.join(' MB, then ')} MB, ${peak} MB at most; ${passed ? 'it ends' : 'BROKEN'}`,
  );
} finally {
  await worker.kill();
  await installation.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(passed ? 0 : 1);

function samples(): MemorySample[] {
  try {
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as MemorySample);
  } catch {
    return [];
  }
}
