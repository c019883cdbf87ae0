import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { isCapture, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { toRealmId } from '../../base/realm-id.ts';
import type { WebhookEvent } from '../../quickbooks/index.ts';
import { openEndpoint } from '../company/index.ts';
import { type StoredEvents, storeEvents, wakeAnnounced } from './intake.ts';

let database: TestDatabase;
let bench: SyncBench;
let next = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  await bench.connect();
  await bench.sync();
  await lookedLongAgo();
});
afterEach(() => bench.close());

function event(entity: string, recordId: unknown, given: Partial<WebhookEvent> = {}): WebhookEvent {
  next += 1;
  return {
    id: `event-${next}`,
    realmId: bench.realmId,
    entity: entity.toLowerCase(),
    recordId: String(recordId),
    verb: 'updated',
    at: new Date(),
    mergedId: undefined,
    ...given,
  };
}

const deliver = (...events: WebhookEvent[]): Promise<StoredEvents> =>
  bench.db.transaction((tx) => storeEvents(tx, events));

const open = async (): Promise<unknown[]> =>
  bench.db.query(
    'SELECT record_id, asked FROM ledger_mirror.webhook_events WHERE settled_at IS NULL ORDER BY id',
  );

async function lookedLongAgo(): Promise<void> {
  await bench.db.query(
    "UPDATE ledger_mirror.organizations SET looked_at = looked_at - interval '10 minutes'",
  );
}

/** What the worker asks after a wake-up, without making the company due. */
async function askedAfterWake(): Promise<string[]> {
  const before = bench.statements.length;
  await bench.slice();
  return bench.statements.slice(before);
}

const nextRunInMs = async (): Promise<number> =>
  (await bench.organizations.get(bench.realmId)).nextRunAt.getTime() - Date.now();

async function askNow(): Promise<void> {
  await bench.db.query('UPDATE ledger_mirror.webhook_events SET ask_at = now() WHERE ask_at IS NOT NULL');
  await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');
}

/** Lets QuickBooks show no changes, as when its change data capture lags behind its events. */
function hideChanges(): void {
  bench.disturb = (request) =>
    isCapture(request)
      ? { body: JSON.stringify({ CDCResponse: [{ QueryResponse: [{}] }], time: new Date().toISOString() }) }
      : undefined;
}

test('I23: an announced change is fetched by one call, with what moved beside it', async () => {
  const customer = await bench.write('Customer', { DisplayName: 'Announced' });
  expect(await deliver(event('Customer', customer['Id'], { verb: 'created' }))).toMatchObject({
    stored: 1,
    wake: [bench.realmId],
  });
  const asked = await askedAfterWake();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^CDC/);
  expect(await bench.differences()).toEqual([]);
  expect(await open()).toEqual([]);
});

test('I24: an event that comes again is stored once; one of a company we do not have is counted', async () => {
  const first = event('Customer', 1);
  const stranger = event('Customer', 1, { realmId: toRealmId('4620816365000000999') });
  expect(await deliver(first, stranger)).toMatchObject({ stored: 1, duplicates: 0, unknown: 1 });
  expect(await deliver(first, stranger)).toMatchObject({ stored: 0, duplicates: 1, unknown: 1, wake: [] });
  const woken: string[] = [];
  await wakeAnnounced(
    { wake: (realmId) => Promise.resolve(void woken.push(realmId)) },
    await deliver(event('Customer', 2)),
  );
  expect(woken).toEqual([bench.realmId]);
  expect(await bench.db.query('SELECT realm_id, events FROM ledger_mirror.webhook_strangers')).toEqual([
    { realmId: '4620816365000000999', events: 2 },
  ]);
});

test('I23: a burst of events is followed at once and then at most every second', async () => {
  const customer = await bench.write('Customer', { DisplayName: 'In a burst' });
  await deliver(event('Customer', customer['Id']));
  let looks = 0;
  bench.disturb = async (request) => {
    if (!isCapture(request) || ++looks > 1) return undefined;
    const answer = await bench.forward(request);
    // They come while the first look is under way.
    for (let more = 0; more < 5; more += 1) await deliver(event('Customer', customer['Id']));
    return answer;
  };
  const started = Date.now();
  await bench.slice();
  expect(looks).toBe(2);
  expect(Date.now() - started).toBeGreaterThan(900);
  expect(await open()).toEqual([]);
});

test('I25: an announced record that no look shows is asked for by its id, twice at most', async () => {
  const customer = await bench.write('Customer', { DisplayName: 'Shown late' });
  hideChanges();
  await deliver(event('Customer', customer['Id'], { verb: 'created' }));
  await bench.slice();
  expect(await open()).toHaveLength(1);
  expect(await nextRunInMs()).toBeLessThan(5500);
  await askNow();
  const asked = await askedAfterWake();
  expect(asked.filter((statement) => /FROM Customer WHERE Id IN/.test(statement))).toHaveLength(1);
  expect(await bench.differences()).toEqual([]);
  expect(await open()).toEqual([]);
});

test('I25: what was created and is not found lags behind: it is asked for again and not marked as deleted', async () => {
  await deliver(event('Invoice', '999999', { verb: 'created' }));
  await bench.slice();
  await askNow();
  await bench.slice();
  expect(await open()).toEqual([{ recordId: '999999', asked: 1 }]);
  await askNow();
  await bench.slice();
  expect(await open()).toEqual([]);
  expect(await bench.db.query("SELECT id FROM quickbooks.invoices WHERE id = '999999'")).toEqual([]);
});

test('I18: an announced deletion that no look shows is confirmed by its id', async () => {
  const [gone, kept] = await bench.truth('Invoice');
  await bench.write('Invoice', gone, 'delete');
  hideChanges();
  await deliver(
    event('Invoice', gone?.['Id'], { verb: 'deleted' }),
    event('Invoice', kept?.['Id'], { verb: 'deleted' }),
  );
  for (let looks = 0; looks < 3; looks += 1) {
    await bench.slice();
    await askNow();
  }
  expect((await bench.differences()).filter((line) => line.startsWith('Invoice'))).toEqual([]);
  expect(await open()).toEqual([]);
});

test('I26: polling relaxes while changes are announced, and tightens when it finds one that was not', async () => {
  await openEndpoint(bench.db);
  const customer = await bench.write('Customer', { DisplayName: 'Announced' });
  await deliver(event('Customer', customer['Id']));
  await bench.slice();
  expect(await nextRunInMs()).toBeGreaterThan(1_500_000);
  await bench.db.query("UPDATE ledger_mirror.organizations SET last_event_at = now() - interval '1 hour'");
  await bench.write('Customer', { DisplayName: 'Nobody told us' });
  await bench.sync();
  expect(await nextRunInMs()).toBeLessThan(190_000);
  await deliver(event('Customer', customer['Id']));
  await bench.sync();
  expect(await nextRunInMs()).toBeGreaterThan(1_500_000);
});

test('events of a company that is paused wait until it is resumed', async () => {
  await bench.organizations.pause(bench.realmId);
  const customer = await bench.write('Customer', { DisplayName: 'While paused' });
  await deliver(event('Customer', customer['Id']));
  expect(await askedAfterWake()).toEqual([]);
  await bench.organizations.resume(bench.realmId);
  await bench.slice();
  expect(await bench.differences()).toEqual([]);
  expect(await open()).toEqual([]);
});
