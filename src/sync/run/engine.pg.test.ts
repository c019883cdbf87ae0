import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  benchEntities,
  isCapture,
  isPage,
  openSyncBench,
  type SyncBench,
  versionsOf,
} from '../../../test/support/sync-bench.ts';
import { silentLogger } from '../../base/logger.ts';
import { createJobs } from '../../jobs/jobs.ts';
import { createMaintenance } from '../../jobs/maintenance.ts';
import { loadEntityStates } from '../company/entity-states.ts';
import { dispatch } from './dispatcher.ts';
import { createSyncEngine } from './engine.ts';
import { workSlice } from './worker.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database, pageSize: 4 });
});
afterEach(() => bench.close());

const organization = (): ReturnType<SyncBench['organizations']['get']> =>
  bench.organizations.get(bench.realmId);
const entity = async (
  name: string,
): Promise<Awaited<ReturnType<typeof loadEntityStates>>[number] | undefined> =>
  (await loadEntityStates(bench.db, bench.realmId)).find((state) => state.entity === name);

async function makeDue(): Promise<void> {
  await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now() WHERE realm_id = $1', [
    bench.realmId,
  ]);
}

test('I2, I11: a connected company is copied whole, then current, and says what it cost', async () => {
  await bench.connect();
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  const company = await organization();
  expect(company).toMatchObject({ status: 'current', statusReason: undefined });
  expect(company.companyName).toBe((await bench.truth('CompanyInfo'))[0]?.['CompanyName']);
  expect(company.rows).toBeGreaterThan(10);
  expect(company.expectedRows).toBe(company.rows);
  const states = await bench.organizations.entities(bench.realmId);
  const copied = states.filter((state) => state.status !== 'unavailable');
  expect(copied.map((state) => state.status)).toEqual(benchEntities.map(() => 'current'));
  const [run] = await bench.organizations.runs(bench.realmId);
  expect(run).toMatchObject({ kind: 'backfill', status: 'succeeded', created: company.rows, rejected: 0 });
  expect(run?.calls).toBe(bench.statements.length);
  const [counted] = await bench.db.query<{ calls: number }>(
    'SELECT sum(calls)::bigint AS calls FROM ledger_mirror.api_calls',
  );
  expect(counted?.calls).toBe(bench.statements.length);
});

test('I10: a quiet run writes no row of the copy', async () => {
  await bench.connect();
  await bench.sync();
  const before = await versionsOf(bench.db);
  await bench.sync();
  expect(await versionsOf(bench.db)).toBe(before);
  const [run] = await bench.organizations.runs(bench.realmId);
  expect(run).toMatchObject({ kind: 'incremental', status: 'succeeded', created: 0, updated: 0 });
});

test('I11: what is created and changed arrives with the next run', async () => {
  await bench.connect();
  await bench.sync();
  const customer = await bench.write('Customer', { DisplayName: 'Newcomer & Sons' });
  const [old] = await bench.truth('Customer');
  await bench.write('Customer', { ...old, Notes: 'changed' });
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  const [row] = await bench.db.query('SELECT display_name FROM quickbooks.customers WHERE id = $1', [
    customer['Id'],
  ]);
  expect(row).toEqual({ displayName: 'Newcomer & Sons' });
  const [run] = await bench.organizations.runs(bench.realmId);
  expect(run?.created).toBe(1);
  expect(run?.updated).toBeGreaterThanOrEqual(1);
  expect((await organization()).rows).toBe((await organization()).expectedRows);
});

test('I11: records that come and change between pages are neither lost nor left old', async () => {
  await bench.connect();
  let writes = 0;
  bench.disturb = async (request) => {
    if (!isPage(request, 'Customer') || writes >= 3) return undefined;
    writes += 1;
    const answer = await bench.forward(request);
    const customers = await bench.truth('Customer');
    const victim = customers[(writes * 7) % customers.length];
    await bench.write('Customer', { ...victim, Notes: `changed between pages ${writes}` });
    await bench.write('Customer', { DisplayName: `Came between pages ${writes}` });
    return answer;
  };
  await bench.sync();
  expect(writes).toBe(3);
  bench.disturb = undefined;
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I5: a worker that is stopped between two pages resumes at the next one', async () => {
  await bench.connect();
  const stop = new AbortController();
  let pages = 0;
  bench.disturb = (request) => {
    if (isPage(request, 'Customer') && ++pages === 3) stop.abort();
    return undefined;
  };
  await workSlice({ ...bench.worker, entitiesAtOnce: 1 }, 'first', bench.realmId, stop.signal);
  const half = await entity('Customer');
  expect(half).toMatchObject({ status: 'backfilling' });
  expect(half?.rows).toBeGreaterThan(0);
  bench.disturb = undefined;
  const asked = bench.statements.length;
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  const again = bench.statements
    .slice(0, asked)
    .filter((statement) => bench.statements.slice(asked).includes(statement));
  expect(again.length).toBeLessThanOrEqual(1);
  const runs = await bench.organizations.runs(bench.realmId);
  expect(runs).toMatchObject([{ status: 'succeeded', created: (await organization()).rows }]);
});

test('I14: a click during a run makes the same run look again', async () => {
  await bench.connect();
  await bench.sync();
  let clicked: string | undefined;
  bench.disturb = async (request) => {
    if (!isCapture(request) || clicked !== undefined) return undefined;
    const answer = await bench.forward(request);
    await bench.write('Customer', { DisplayName: 'Came after the look at customers' });
    clicked = (await bench.organizations.requestSync(bench.realmId)).runId;
    return answer;
  };
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  const runs = await bench.organizations.runs(bench.realmId);
  expect(runs).toHaveLength(2);
  expect(runs[0]).toMatchObject({ id: clicked, status: 'succeeded', trigger: 'click' });
});

test('L6: the dispatcher wakes what is due and free, and calls late what missed its time', async () => {
  await bench.connect();
  const woken: string[] = [];
  const jobs = {
    wakeAll: (wakeUps: readonly { readonly realmId: string }[]) =>
      Promise.resolve(void woken.push(...wakeUps.map(({ realmId }) => realmId))),
  };
  await dispatch(bench.db, jobs, silentLogger);
  expect(woken).toEqual([bench.realmId]);
  await bench.sync();
  await dispatch(bench.db, jobs, silentLogger);
  expect(woken).toHaveLength(1);
  await makeDue();
  await bench.db.query("UPDATE ledger_mirror.leases SET expires_at = now() + interval '1 minute'");
  await dispatch(bench.db, jobs, silentLogger);
  expect(woken).toHaveLength(1);
  await bench.db.query("UPDATE ledger_mirror.organizations SET last_success_at = now() - interval '1 hour'");
  await dispatch(bench.db, jobs, silentLogger);
  expect(await organization()).toMatchObject({ status: 'late' });
});

test('L5: an answer slower than the lease does not lose it', async () => {
  await bench.connect();
  const expiry = async (): Promise<number> => {
    const [lease] = await bench.db.query<{ expiresAt: Date }>('SELECT expires_at FROM ledger_mirror.leases');
    return lease?.expiresAt.getTime() ?? 0;
  };
  let held = false;
  bench.disturb = async (request) => {
    if (held || !isPage(request, 'Customer')) return undefined;
    held = true;
    const first = await expiry();
    await expect.poll(expiry, { timeout: 10_000 }).toBeGreaterThan(first + 600);
    expect(await bench.slice('second')).toEqual({ kind: 'done' });
    return undefined;
  };
  await workSlice({ ...bench.worker, leaseMs: 600 }, 'first', bench.realmId, new AbortController().signal);
  expect(held).toBe(true);
  expect(await bench.db.query('SELECT owner, fence FROM ledger_mirror.leases')).toEqual([
    { owner: 'first', fence: 1 },
  ]);
  expect(await organization()).toMatchObject({ status: 'current' });
});

test('the engine copies a company as soon as it is connected, keeps it in sync, and stops cleanly', async () => {
  const jobs = createJobs({ db: bench.db, logger: silentLogger });
  const maintenance = createMaintenance({ logger: silentLogger });
  const engine = createSyncEngine({ ...bench.worker, jobs, maintenance, concurrency: 2 });
  await jobs.start();
  await engine.start();
  await bench.connect();
  await expect
    .poll(async () => (await organization()).status, { timeout: 20_000, interval: 50 })
    .toBe('current');
  await bench.write('Customer', { DisplayName: 'Seen by the engine' });
  await bench.organizations.requestSync(bench.realmId);
  await jobs.wake(bench.realmId);
  await expect.poll(() => bench.differences(), { timeout: 20_000, interval: 50 }).toEqual([]);
  await engine.stop();
  await maintenance.stop();
  await jobs.stop();
  const [lease] = await bench.db.query<{ held: boolean }>(
    'SELECT expires_at > now() AS held FROM ledger_mirror.leases',
  );
  expect(lease?.held).toBe(false);
});

test('an engine that has no connection left beside its companies refuses to start', async () => {
  const jobs = createJobs({ db: bench.db, logger: silentLogger });
  const maintenance = createMaintenance({ logger: silentLogger });
  const engine = createSyncEngine({ ...bench.worker, jobs, maintenance, concurrency: bench.db.connections });
  await expect(engine.start()).rejects.toMatchObject({
    code: 'SYNC_TOO_FEW_CONNECTIONS',
    details: { companiesAtOnce: 5, connections: 5 },
  });
});
