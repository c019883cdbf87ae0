import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../src/base/logger.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { crashRun } from '../support/crash-run.ts';
import { runStatement, startTestServer, withDatabase } from '../support/postgres-server.ts';
import { openSyncBench, type SyncBench } from '../support/sync-bench.ts';

let server: Awaited<ReturnType<typeof startTestServer>>;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.stop();
});

async function openBench(name: string, pageSize: number): Promise<SyncBench> {
  await runStatement(server.url, `CREATE DATABASE ${name}`);
  const url = withDatabase(server.url, name);
  const db = await openDatabase({ url, logger: silentLogger, maxConnections: 5 });
  await migrate(db, { directory: new URL('../../migrations/', import.meta.url), logger: silentLogger });
  // So few changes at once are too many for change data capture that they have to be listed.
  const captureLimit = 25;
  return openSyncBench({
    size: 'small',
    pageSize,
    captureLimit,
    database: { db, url, close: () => db.close() },
  });
}

function startWorker(bench: SyncBench, mode: 'slices' | 'engine', leaseMs: number): ChildProcess {
  const orders = { mode, realmId: bench.realmId, leaseMs, address: bench.address };
  const child = fork(new URL('crash-worker.ts', import.meta.url), {
    env: { ...process.env, CRASH_WORKER: JSON.stringify(orders) },
    stdio: 'inherit',
  });
  children.add(child);
  return child;
}

/** Kills a worker some milliseconds after the answer to the nth call was sent; resolves when it is dead. */
function killAfterCall(bench: SyncBench, victim: ChildProcess, call: number, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    bench.disturb = async (request) => {
      if (bench.statements.length < call) return undefined;
      bench.disturb = undefined;
      const answer = await bench.forward(request);
      setTimeout(() => void kill(victim).then(resolve), delayMs);
      return answer;
    };
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
}

/** Waits for something that other processes bring about. */
async function until(condition: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`It did not happen within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const isCurrent = async (bench: SyncBench): Promise<boolean> =>
  (await bench.organizations.get(bench.realmId)).status === 'current';

async function cursorsOf(bench: SyncBench): Promise<Map<string, Date>> {
  const states = await bench.organizations.entities(bench.realmId);
  return new Map(
    states.flatMap(({ entity, cursorAt }) => (cursorAt === undefined ? [] : [[entity, cursorAt]])),
  );
}

/** Calls a first copy takes when nobody is killed. */
async function callsOfAnUndisturbedCopy(): Promise<number> {
  const bench = await openBench('undisturbed', 25);
  await bench.connect();
  await bench.sync();
  const calls = bench.statements.length;
  await bench.close();
  return calls;
}

test('I5, I11: workers killed at many points of a first copy and of changes lose nothing and fetch at most one page an entity twice a kill', async () => {
  const undisturbed = await callsOfAnUndisturbedCopy();
  const bench = await openBench('killed', 25);
  await bench.connect();
  // Each kill comes some milliseconds after an answer was sent: while it travels, is parsed, is written, or after.
  const delays = [0, 3, 6, 9, 12, 16, 20, 30];
  const everyCalls = Math.max(3, Math.floor(undisturbed / (delays.length + 1)));
  let child = startWorker(bench, 'slices', 300);
  for (const [round, delayMs] of delays.entries()) {
    await killAfterCall(bench, child, (round + 1) * everyCalls, delayMs);
    child = startWorker(bench, 'slices', 300);
  }
  await until(() => isCurrent(bench), 60_000);
  expect(await bench.differences()).toEqual([]);
  expect(bench.statements.length).toBeLessThanOrEqual(undisturbed + 3 * delays.length);
  expect(await bench.organizations.runs(bench.realmId)).toMatchObject([
    { kind: 'backfill', status: 'succeeded' },
  ]);
  const { rows, expectedRows } = await bench.organizations.get(bench.realmId);
  expect(rows).toBe(expectedRows);

  // The same while more changes than two pages hold are fetched.
  const cursors = await cursorsOf(bench);
  for (const customer of (await bench.truth('Customer')).slice(0, 60)) {
    await bench.write('Customer', { ...customer, Notes: 'changed before a crash' });
  }
  const strikes = [4, 6].map((calls) => bench.statements.length + calls);
  await bench.organizations.requestSync(bench.realmId);
  for (const [round, call] of strikes.entries()) {
    await killAfterCall(bench, child, call, 5 * round);
    child = startWorker(bench, 'slices', 300);
  }
  await until(async () => (await bench.organizations.runs(bench.realmId))[0]?.status === 'succeeded', 60_000);
  await kill(child);
  expect(await bench.differences()).toEqual([]);
  const after = await cursorsOf(bench);
  for (const [entity, cursorAt] of cursors)
    expect(after.get(entity)?.getTime()).toBeGreaterThan(cursorAt.getTime());
  await bench.close();
});

test('I12: the company of a killed worker process moves on in under 30 seconds', async () => {
  const bench = await openBench('moving_on', 25);
  await bench.connect();
  let calls = 0;
  const first = startWorker(bench, 'engine', 15_000);
  const killed = new Promise<number>((resolve) => {
    bench.disturb = async () => {
      calls += 1;
      if (calls !== 5) return undefined;
      await kill(first);
      resolve(Date.now());
      return undefined;
    };
  });
  const killedAt = await killed;
  const callsAtKill = calls;
  const second = startWorker(bench, 'engine', 15_000);
  await until(() => Promise.resolve(calls > callsAtKill), 30_000);
  expect(Date.now() - killedAt).toBeLessThan(30_000);
  await until(() => isCurrent(bench), 60_000);
  await kill(second);
  expect(await bench.differences()).toEqual([]);
  await bench.close();
});

test('I6: a worker frozen past its lease and thawed again writes nothing over its successor', async () => {
  const bench = await openBench('frozen', 25);
  await bench.connect();
  const frozen = startWorker(bench, 'slices', 300);
  await new Promise<void>((resolve) => {
    bench.disturb = async (request) => {
      if (bench.statements.length !== 12) return undefined;
      const answer = await bench.forward(request);
      frozen.kill('SIGSTOP');
      resolve();
      return answer;
    };
  });
  bench.disturb = undefined;
  const successor = startWorker(bench, 'slices', 300);
  await until(() => isCurrent(bench), 60_000);
  await kill(successor);
  const state = (): Promise<unknown> =>
    bench.db.query('SELECT id, status, created, updated, unchanged FROM ledger_mirror.sync_runs ORDER BY id');
  const before = await state();
  const fence = async (): Promise<number | undefined> =>
    (await bench.db.query<{ fence: number }>('SELECT fence FROM ledger_mirror.leases'))[0]?.fence;
  const fenceBefore = (await fence()) ?? 0;
  frozen.kill('SIGCONT');
  // It finds its lease lost, then takes a new one like anybody else.
  await until(async () => ((await fence()) ?? 0) > fenceBefore, 30_000);
  expect(await state()).toEqual(before);
  await kill(frozen);
  expect(await bench.differences()).toEqual([]);
  await bench.close();
});

// The short form of test/soak/crash.ts.
test('I5, I11: a web process and workers killed at random moments of a first copy, of changes, of webhooks and of a refresh leave an exact copy', async () => {
  const run = await crashRun({ server, seed: 6, mode: 'slices', kills: 6, size: 120 });
  expect(run.broken).toEqual([]);
  expect(run.workerKills).toBeGreaterThan(2);
});
