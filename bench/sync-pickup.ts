// How long after a worker was killed another one calls QuickBooks for the same company.
import type { RealmId } from '../src/base/realm-id.ts';
import { openBenchDatabase } from '../test/support/bench-database.ts';
import { openInstallation, until, type Installation } from '../test/support/installation.ts';
import { startRole, type Program } from '../test/support/program.ts';
import type { Measure } from './main.ts';

const KILLS = 5;

export async function run(): Promise<readonly Measure[]> {
  const installation = await openInstallation(await openBenchDatabase(), {
    seed: 3,
    size: 60,
    companies: KILLS,
  });
  const workers = new Map<number, Program>();
  const start = async (): Promise<void> => {
    const worker = await startRole(installation, 'worker');
    workers.set(worker.pid, worker);
  };
  try {
    await start();
    await start();
    const seconds: number[] = [];
    for (const realmId of installation.realmIds) {
      seconds.push(await killDuringCopy(installation, realmId, workers));
      await start();
    }
    const sorted = seconds.toSorted((a, b) => a - b);
    return [
      {
        name: 'kill to pick-up, longest',
        value: sorted.at(-1) ?? 0,
        unit: 's',
        basis: `${KILLS} workers killed in the middle of a first copy, another one running; aim 30`,
      },
      { name: 'kill to pick-up, median', value: sorted[Math.floor(sorted.length / 2)] ?? 0, unit: 's' },
    ];
  } finally {
    for (const worker of workers.values()) await worker.kill();
    await installation.close();
  }
}

/** Kills the worker that holds the company after some calls. @returns seconds until the next call for it */
async function killDuringCopy(
  { db, proxy, connect }: Installation,
  realmId: RealmId,
  workers: Map<number, Program>,
): Promise<number> {
  const callsOf = (): number => proxy.calls.filter((call) => call.realmId === realmId).length;
  await connect(realmId);
  await until(() => callsOf() >= 8, 120_000, 'a worker copies the company');
  const [lease] = await db.query<{ owner: string }>(
    'SELECT owner FROM ledger_mirror.leases WHERE realm_id = $1',
    [realmId],
  );
  const pid = Number(lease?.owner.split('/')[1]);
  const holder = workers.get(pid);
  if (holder === undefined) throw new Error(`No worker holds the company: ${lease?.owner}.`);
  await holder.kill();
  workers.delete(pid);
  const killedAt = performance.now();
  const before = callsOf();
  await until(() => callsOf() > before, 120_000, 'another worker takes over');
  return (performance.now() - killedAt) / 1000;
}
