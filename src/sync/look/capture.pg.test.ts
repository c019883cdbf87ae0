import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  fault,
  isCapture,
  openSyncBench,
  type SyncBench,
  versionsOf,
} from '../../../test/support/sync-bench.ts';
import { type EntityState, loadEntityStates } from '../company/entity-states.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database, pageSize: 10, captureLimit: 12 });
  await bench.connect();
  await bench.sync();
});
afterEach(() => bench.close());

const entity = async (name: string): Promise<EntityState | undefined> =>
  (await loadEntityStates(bench.db, bench.realmId)).find((one) => one.entity === name);

const cursor = async (): Promise<Date> => {
  const [row] = await bench.db.query<{ cursorAt: Date }>('SELECT cursor_at FROM ledger_mirror.organizations');
  if (row === undefined) throw new Error('There is no company.');
  return row.cursorAt;
};

/** What a sync asked QuickBooks. */
async function askedBySync(): Promise<string[]> {
  const before = bench.statements.length;
  await bench.sync();
  return bench.statements.slice(before);
}

/** Lets QuickBooks' clock be wrong by so much in every answer about changes. */
function shiftClock(byMs: number): void {
  bench.disturb = async (request) => {
    if (!isCapture(request)) return undefined;
    const parsed = JSON.parse((await bench.forward(request)).body) as { time: string };
    return {
      body: JSON.stringify({ ...parsed, time: new Date(Date.parse(parsed.time) + byMs).toISOString() }),
    };
  };
}

/** As if the last sync had been so long ago; what happened since is asked for. */
async function age(byDays: number): Promise<void> {
  await bench.db.query(
    `UPDATE ledger_mirror.organizations SET cursor_at = cursor_at - make_interval(days => $1),
       looked_at = looked_at - make_interval(days => $1), repaired_at = repaired_at - make_interval(days => $1)`,
    [byDays],
  );
}

async function editCustomers(count: number, notes: string): Promise<void> {
  for (const customer of (await bench.truth('Customer')).slice(0, count))
    await bench.write('Customer', { ...customer, Notes: notes });
}

/** New customers, a second later than those before. */
async function createCustomers(count: number): Promise<void> {
  await bench.control(`companies/${bench.realmId}/changes`, { kind: 'create-customer', count });
  await bench.control('clock', { advanceSeconds: 1 });
}

test('I15, I10: a quiet look is one call for all entities and writes no row of the copy', async () => {
  const before = await versionsOf(bench.db);
  const asked = await askedBySync();
  expect(asked).toHaveLength(1);
  for (const name of ['Account', 'CompanyInfo', 'Customer', 'Invoice', 'Item'])
    expect(asked[0]).toMatch(new RegExp(`^CDC .*\\b${name}\\b`));
  expect(await versionsOf(bench.db)).toBe(before);
});

test('I9: the cursor is the time of the answer that brought the changes, less than 300 seconds are asked again', async () => {
  const before = await cursor();
  const [asked] = await askedBySync();
  const since = /SINCE (.+)$/.exec(asked ?? '')?.[1] ?? '';
  expect(Date.parse(since)).toBe(before.getTime() - 300_000);
  expect((await cursor()).getTime()).toBeGreaterThan(before.getTime());
  expect((await cursor()).getTime()).toBeLessThanOrEqual(Date.now() + 1000);
});

test('I9: a clock of QuickBooks far ahead of ours moves the cursor two minutes ahead at most', async () => {
  shiftClock(3_600_000);
  await bench.sync();
  expect((await cursor()).getTime()).toBeLessThanOrEqual(Date.now() + 121_000);
  bench.disturb = undefined;
  await bench.write('Customer', { DisplayName: 'After the clock went wrong' });
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I9: a time before the cursor takes the cursor back, and nothing is missed', async () => {
  shiftClock(-3_600_000);
  await bench.sync();
  expect((await cursor()).getTime()).toBeLessThan(Date.now() - 3_000_000);
  await bench.write('Customer', { DisplayName: 'While the clock was wrong' });
  bench.disturb = undefined;
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  expect((await cursor()).getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test('I16, L7: an answer that was cut sends the busiest entity alone, then by query, and loses no deletion', async () => {
  await bench.control('switches', { cdcMaxObjects: 12 });
  await createCustomers(7);
  await createCustomers(7);
  const [invoice] = await bench.truth('Invoice');
  await bench.write('Invoice', invoice, 'delete');
  const asked = await askedBySync();
  expect(await bench.differences()).toEqual([]);
  const captures = asked.filter((statement) => statement.startsWith('CDC'));
  expect(captures).toContainEqual(expect.stringMatching(/^CDC Customer SINCE/));
  expect(captures).toContainEqual(expect.not.stringMatching(/\bCustomer\b/));
  expect(asked).toContainEqual(expect.stringMatching(/FROM Customer .*LastUpdatedTime < '/));
  for (const name of ['Customer', 'Invoice'])
    expect(await entity(name)).toMatchObject({ status: 'current', position: undefined });
});

test('I5, L3: a listing of changes resumes at its page, in a range that does not grow', async () => {
  await bench.control('switches', { cdcMaxObjects: 12 });
  await createCustomers(7);
  await createCustomers(7);
  await createCustomers(7);
  const stop = new AbortController();
  let pages = 0;
  bench.disturb = (request) => {
    if (/FROM Customer .*LastUpdatedTime/.test(request.url.searchParams.get('query') ?? '') && ++pages === 3)
      stop.abort();
    return undefined;
  };
  const before = (await entity('Customer'))?.cursorAt;
  await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');
  await bench.slice('first', stop.signal);
  expect(await entity('Customer')).toMatchObject({ status: 'catching_up', cursorAt: before, joined: false });
  const asked = await askedBySync();
  const first = asked.find((statement) => /FROM Customer/.test(statement));
  expect(first).toMatch(/LastUpdatedTime >= '.*LastUpdatedTime < '/);
  expect(await bench.differences()).toEqual([]);
});

test('I17: after more days than QuickBooks remembers, changes are listed and deletions searched for', async () => {
  const invoices = await bench.truth('Invoice');
  for (const invoice of invoices.slice(0, 3)) await bench.write('Invoice', invoice, 'delete');
  await editCustomers(5, 'changed while we were away');
  await age(31);
  const asked = await askedBySync();
  expect(asked.filter((statement) => statement.startsWith('CDC')).length).toBeLessThanOrEqual(1);
  expect(await bench.differences()).toEqual([]);
  // L7: the daily repair is due as well; more than one answer holds it, and it comes to its end all the same.
  expect((await askedBySync()).length).toBeLessThanOrEqual(10);
  // What changed lately is within the overlap and still more than one answer of this bench holds.
  expect((await askedBySync()).length).toBeLessThanOrEqual(4);
  const [run] = await bench.db.query('SELECT sum(deleted)::int AS deleted FROM ledger_mirror.sync_runs');
  expect(run).toEqual({ deleted: 3 });
  const { rows, expectedRows } = await bench.organizations.get(bench.realmId);
  // What is gone is not expected any more.
  expect(expectedRows).toBe(rows);
});

test('once a day the call reaches back 25 hours, at no call more', async () => {
  await bench.db.query("UPDATE ledger_mirror.organizations SET repaired_at = now() - interval '25 hours'");
  const asked = await askedBySync();
  expect(asked).toHaveLength(1);
  const since = Date.parse(/SINCE (.+)$/.exec(asked[0] ?? '')?.[1] ?? '');
  expect(since).toBeLessThan(Date.now() - 24.9 * 3_600_000);
  const again = await askedBySync();
  expect(Date.parse(/SINCE (.+)$/.exec(again[0] ?? '')?.[1] ?? '')).toBeGreaterThan(Date.now() - 600_000);
});

test('I8, L8: an entity whose changes QuickBooks refuses is found by halving and asked for by query', async () => {
  bench.disturb = (request) =>
    isCapture(request) && /\bItem\b/.test(request.url.searchParams.get('entities') ?? '')
      ? fault('500')
      : undefined;
  const [item] = await bench.truth('Item');
  await bench.write('Item', { ...item, Description: 'changed' });
  const asked = await askedBySync();
  expect(asked.filter((statement) => statement.startsWith('CDC')).length).toBeLessThanOrEqual(8);
  expect(await entity('Item')).toMatchObject({ status: 'current', byCapture: false, joined: false });
  expect(await entity('Customer')).toMatchObject({ status: 'current', joined: true });
  expect(await bench.differences()).toEqual([]);
  expect(await askedBySync()).toHaveLength(1);
});

test('a refusal of every entity is no entity’s fault: the company says so', async () => {
  bench.disturb = (request) => (isCapture(request) ? fault('500') : undefined);
  await bench.sync();
  const company = await bench.organizations.get(bench.realmId);
  expect(company.statusReason).toBeDefined();
  expect(await entity('Item')).toMatchObject({ byCapture: true, status: 'current' });
  bench.disturb = undefined;
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
});

test('what change data capture does not offer is asked for slowly until the last minute, what it cannot render just now as often as the others', async () => {
  const resumes = async (refusal: string): Promise<boolean | undefined> => {
    await bench.db.query(
      `UPDATE ledger_mirror.entity_states
       SET capture_refused_until = clock_timestamp() + interval '10 minutes', capture_refusal = $1 WHERE entity = 'Customer'`,
      [refusal],
    );
    const states = await loadEntityStates(bench.db, bench.realmId);
    return states.find((state) => state.entity === 'Customer')?.captureResumes;
  };
  expect(await resumes('not_offered')).toBe(false);
  expect(await resumes('passing')).toBe(true);
});

test('I15: an entity that is ahead of the company and makes an answer be cut is not asked for again what it has', async () => {
  await bench.control('clock', { jumpSeconds: -1800 });
  await createCustomers(13);
  await bench.control('clock', { jumpSeconds: 1800 });
  const setBack = `UPDATE ledger_mirror.organizations SET cursor_at = cursor_at - interval '1 hour'`;
  await bench.db.query(setBack);
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  // As when its listing has come to its end and the next look at all of them is cut once more.
  await bench.db.query(setBack);
  const [own] = await bench.db.query<{ cursorAt: Date }>(
    `UPDATE ledger_mirror.entity_states SET joined = false, cursor_at = clock_timestamp() - interval '1 minute'
     WHERE entity = 'Customer' RETURNING cursor_at`,
  );
  const asked = await askedBySync();
  const alone = asked.filter((statement) => statement.startsWith('CDC Customer SINCE'));
  expect(alone).toEqual([
    `CDC Customer SINCE ${new Date((own?.cursorAt.getTime() ?? 0) - 300_000).toISOString()}`,
  ]);
  expect(asked.filter((statement) => /FROM Customer/.test(statement))).toEqual([]);
  expect(await entity('Customer')).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([]);
});
