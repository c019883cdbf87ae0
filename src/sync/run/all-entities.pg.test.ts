import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench, versionsOf } from '../../../test/support/sync-bench.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => bench.close());

// The second has custom fields beyond the classic ones, the fourth another country's taxes.
for (const company of [1, 3]) {
  test(`I11, I10: all forty entities of company ${company} are copied, followed, and left alone when nothing changes`, async () => {
    bench = await openSyncBench({ shared: database, entities: 'all', company });
    await bench.connect();
    await bench.sync();
    const states = await bench.organizations.entities(bench.realmId);
    expect(states.filter(({ status }) => status !== 'current' && status !== 'unavailable')).toEqual([]);
    expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
    // QuickBooks has them and lets nobody ask for them, unless a switch says otherwise.
    const offered = (line: string): boolean => !line.startsWith('InventoryAdjustment');
    expect((await bench.differences()).filter(offered)).toEqual([]);
    await bench.control(`companies/${bench.realmId}/changes`, { count: 30 });
    await bench.organizations.requestSync(bench.realmId);
    await bench.sync();
    expect((await bench.organizations.get(bench.realmId)).statusReason).toBeUndefined();
    const before = await versionsOf(bench.db);
    const asked = bench.statements.length;
    await bench.sync();
    expect(bench.statements.length - asked).toBe(1);
    expect(await versionsOf(bench.db)).toBe(before);
  });
}

test('I40: a quiet company costs less than 16,000 calls a month by polling, and less than 2,000 with announcements', async () => {
  bench = await openSyncBench({ shared: database, entities: 'all', company: 1 });
  await bench.connect();
  await bench.sync();
  const calls = async (before: string): Promise<number> => {
    await bench.db.query(before);
    const asked = bench.statements.length;
    await bench.sync();
    return bench.statements.length - asked;
  };
  const look = await calls('SELECT 1');
  const poll =
    (await calls(
      "UPDATE ledger_mirror.entity_states SET last_synced_at = last_synced_at - interval '7 hours'",
    )) - look;
  const proof =
    (await calls("UPDATE ledger_mirror.organizations SET prove_at = now() - interval '1 second'")) - look;
  const repair =
    (await calls("UPDATE ledger_mirror.organizations SET repaired_at = now() - interval '25 hours'")) - look;
  expect({ look, poll, proof, repair }).toEqual({ look: 1, poll: 1, proof: 8, repair: 0 });
  // The longest month; the time between two looks is the interval on average (`withJitter`).
  const month = (intervalSeconds: number): number =>
    31 * ((86_400 / intervalSeconds) * look + 4 * poll + proof + repair);
  expect(month(180)).toBeLessThan(16_000);
  expect(month(1800)).toBeLessThan(2_000);
  // What the jitter makes of it: a look's time is in the middle of where it may be.
  await bench.db.query('UPDATE ledger_mirror.organizations SET interval_seconds = 100000');
  const waits: number[] = [];
  for (let runs = 0; runs < 12; runs += 1) {
    await bench.sync();
    waits.push((await bench.organizations.get(bench.realmId)).nextRunAt.getTime() - Date.now());
  }
  for (const wait of waits) expect(Math.abs(wait - 100_000_000)).toBeLessThan(5_100_000);
  expect(new Set(waits.map((wait) => Math.round(wait / 1000))).size).toBeGreaterThan(3);
});

test('I43: after a first copy PostgreSQL has statistics of every table it filled, before they are first joined', async () => {
  bench = await openSyncBench({ shared: database, entities: 'all', company: 1 });
  await bench.connect();
  await bench.db.query('UPDATE ledger_mirror.organizations SET prove_at = NULL');
  await bench.sync();
  const lacking = async (): Promise<unknown> =>
    bench.db.query(
      // A table the server itself is analyzing at that moment is skipped, and has its statistics a moment later.
      `SELECT relname AS name FROM pg_stat_all_tables
       WHERE schemaname IN ('quickbooks', 'quickbooks_store') AND pg_relation_size(relid) > 0 AND last_autoanalyze IS NULL
         AND NOT coalesce(last_analyze < (SELECT min(checked_at) FROM ledger_mirror.reconciliations), false)
       ORDER BY 1`,
    );
  await expect.poll(lacking, { timeout: 10_000 }).toEqual([]);
  const [filled] = await bench.db.query<{ tables: number; byUs: number }>(
    `SELECT count(*) AS tables, count(last_analyze) AS by_us FROM pg_stat_all_tables
     WHERE schemaname IN ('quickbooks', 'quickbooks_store') AND pg_relation_size(relid) > 0`,
  );
  expect(Number(filled?.tables)).toBeGreaterThan(40);
  expect(Number(filled?.byUs)).toBeGreaterThan(20);
});

test('I8: an entity that QuickBooks turns out not to know is unavailable and keeps the company from nothing', async () => {
  for (const known of [false, true]) {
    bench = await openSyncBench({
      shared: database,
      entities: ['CompanyInfo', 'Account', 'InventoryAdjustment'],
    });
    await bench.control('switches', { inventoryAdjustments: known });
    await bench.connect();
    await bench.sync();
    const states = await bench.organizations.entities(bench.realmId);
    const adjustments = states.find(({ entity }) => entity === 'InventoryAdjustment');
    expect(adjustments?.status).toBe(known ? 'current' : 'unavailable');
    expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
    if (!known) await bench.close();
  }
});
