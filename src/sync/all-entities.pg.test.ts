import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openSyncBench, versionsOf, type SyncBench } from '../../test/support/sync-bench.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => bench.close());

for (const company of [0, 3]) {
  test(`I11, I10: all forty entities of company ${company} are copied, followed, and left alone when nothing changes`, async () => {
    bench = await openSyncBench({ shared: database, entities: 'all', company });
    await bench.connect();
    await bench.sync();
    expect(await bench.differences()).toEqual([]);
    const states = await bench.organizations.entities(bench.realmId);
    expect(states.filter(({ status }) => status !== 'current' && status !== 'unavailable')).toEqual([]);
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
