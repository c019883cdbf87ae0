import { systemClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { createMaintenance } from '../../src/jobs/maintenance.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { createSyncEngine } from '../../src/sync/run/engine.ts';
import { workerName, workSlice } from '../../src/sync/run/worker.ts';
import { createWorkerParts, type WorkerAddress } from '../support/sync-bench.ts';

// A worker in a process of its own, there to be killed. `slices`: works one company without a queue, so that many
// kills take little time. `engine`: everything a worker process of the program runs.

type Orders = { mode: 'slices' | 'engine'; realmId: string; leaseMs: number; address: WorkerAddress };

const orders = JSON.parse(process.env['CRASH_WORKER'] ?? '') as Orders;
const db = await openDatabase({
  url: new Secret(orders.address.databaseUrl),
  logger: silentLogger,
  maxConnections: 5,
});
const { worker } = createWorkerParts(orders.address, db);
const realmId = toRealmId(orders.realmId);

if (orders.mode === 'engine') {
  const jobs = createJobs({ db, logger: silentLogger });
  await jobs.start();
  const maintenance = createMaintenance({ logger: silentLogger });
  await createSyncEngine({ ...worker, leaseMs: orders.leaseMs, jobs, maintenance, concurrency: 2 }).start();
  process.send?.('ready');
} else {
  process.send?.('ready');
  const owner = workerName();
  const never = new AbortController().signal;
  for (;;) {
    await workSlice({ ...worker, leaseMs: orders.leaseMs }, owner, realmId, never);
    await systemClock.sleep(20);
  }
}
