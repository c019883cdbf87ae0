// Ten thousand companies in which nothing happens, looked at every 180 seconds by two workers: how late the latest
// is, how much memory a worker takes, and what a look costs in processor time.
import { loadavg } from 'node:os';
import {
  openBenchDatabase,
  peakMemoryMb,
  processorMs,
  serverProcessorMs,
} from '../test/support/bench-database.ts';
import { scale } from '../test/support/bench-scale.ts';
import { startChild } from '../test/support/child-server.ts';
import { dealOut, makeIdleCompanies } from '../test/support/idle-companies.ts';
import { openInstallation, until } from '../test/support/installation.ts';
import { isListening, startRole } from '../test/support/program.ts';
import type { Measure } from './main.ts';

const COMPANIES = Math.max(100, Math.round(10_000 * scale));
const INTERVAL_SECONDS = 180;
/** What QuickBooks takes for an answer. */
const LATENCY_MS = 150;
const SECONDS = Math.max(60, Math.round(600 * scale));
/** The first round is that of a start after everything was set up; what is measured comes after it. */
const SETTLE_SECONDS = Math.min(INTERVAL_SECONDS, SECONDS / 3);

export async function run(): Promise<readonly Measure[]> {
  const module = new URL('../test/support/thin-quickbooks.ts', import.meta.url);
  const server = await startChild<{ url: string }>(module, { invoices: 0, latencyMs: LATENCY_MS });
  const installation = await openInstallation(await openBenchDatabase(), {
    seed: 1,
    size: 0,
    simulator: { url: server.told.url, companies: [] },
  });
  const { db } = installation;
  await makeIdleCompanies(installation, COMPANIES, INTERVAL_SECONDS);
  const workers = [await startRole(installation, 'worker')];
  // One makes the tables of the queue before the other comes.
  await until(() => isListening(db), 120_000, 'the first worker is ready');
  workers.push(await startRole(installation, 'worker'));
  await dealOut(installation, INTERVAL_SECONDS);
  try {
    await sleep(SETTLE_SECONDS);
    const spent = async (): Promise<{ calls: number; workersMs: number; serverMs: number }> => ({
      calls: await callsOf(server.told.url),
      workersMs: workers.map(({ pid }) => processorMs(pid)).reduce((sum, one) => sum + one, 0),
      serverMs: await serverProcessorMs(db),
    });
    const before = await spent();
    let latest = 0;
    for (let second = SETTLE_SECONDS; second < SECONDS; second += 1) {
      await sleep(1);
      const [row] = await db.query<{ late: number | null }>(
        `SELECT extract(epoch FROM clock_timestamp() - min(next_run_at))::float8 AS late FROM ledger_mirror.organizations`,
      );
      latest = Math.max(latest, row?.late ?? 0);
    }
    for (const worker of workers) worker.assertRunning();
    const after = await spent();
    const calls = after.calls - before.calls;
    const memory = await Promise.all(workers.map(({ pid }) => peakMemoryMb(pid)));
    const [trouble] = await db.query<{ others: number }>(
      "SELECT count(*)::int AS others FROM ledger_mirror.organizations WHERE status <> 'current'",
    );
    return [
      {
        name: 'latest of the idle companies',
        value: latest,
        unit: 's late',
        basis: `${COMPANIES.toLocaleString('en-US')} companies at ${INTERVAL_SECONDS} s, answers after ${LATENCY_MS} ms, two workers, ${SECONDS - SETTLE_SECONDS} s, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end; ${trouble?.others ?? 0} not current; aim 30`,
      },
      { name: 'calls', value: calls / (SECONDS - SETTLE_SECONDS), unit: 'calls/s' },
      {
        name: 'processor time of a call, workers',
        value: (after.workersMs - before.workersMs) / calls,
        unit: 'ms',
      },
      {
        name: 'processor time of a call, PostgreSQL',
        value: (after.serverMs - before.serverMs) / calls,
        unit: 'ms',
      },
      { name: 'most memory of a worker', value: Math.max(...memory), unit: 'MB', basis: 'aim 400' },
    ];
  } finally {
    for (const worker of workers) await worker.kill();
    await installation.close();
    await server.stop();
  }
}

const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const callsOf = async (url: string): Promise<number> => Number(await (await fetch(`${url}/calls`)).text());
