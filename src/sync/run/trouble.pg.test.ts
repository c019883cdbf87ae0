import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  asksFor,
  fault,
  isPage,
  openSyncBench,
  type SyncBench,
  versionsOf,
} from '../../../test/support/sync-bench.ts';
import { loadEntityStates } from '../company/entity-states.ts';
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

async function retryNow(): Promise<void> {
  await bench.db.query(
    'UPDATE ledger_mirror.entity_states SET retry_at = now() WHERE realm_id = $1 AND retry_at IS NOT NULL',
    [bench.realmId],
  );
}

test('I6: a worker whose lease was taken over writes nothing any more', async () => {
  await bench.connect();
  // Everything but the cost of a slice, which is true whoever holds the lease.
  const everything = async (): Promise<unknown> => [
    await versionsOf(bench.db),
    await bench.db.query('SELECT * FROM ledger_mirror.organizations'),
    await bench.db.query('SELECT * FROM ledger_mirror.entity_states ORDER BY entity'),
    await bench.db.query(
      'SELECT id, status, slices, created, updated, unchanged FROM ledger_mirror.sync_runs',
    ),
    await bench.db.query('SELECT owner, fence, expires_at FROM ledger_mirror.leases'),
  ];
  let afterSecond: unknown;
  let taken = false;
  bench.disturb = async (request) => {
    if (!isPage(request, 'Customer') || taken) return undefined;
    taken = true;
    const answer = await bench.forward(request);
    // The first worker waits for this answer while its lease runs out and another one does all the work.
    await bench.db.query("UPDATE ledger_mirror.leases SET expires_at = now() - interval '1 second'");
    await bench.slice('second');
    afterSecond = await everything();
    return answer;
  };
  // One page at a time: a page under way in a transaction keeps the lease from being taken over. And a lease so long
  // that the first worker does not learn of its loss by itself.
  const alone = { ...bench.worker, entitiesAtOnce: 1, leaseMs: 600_000 };
  await workSlice(alone, 'first', bench.realmId, new AbortController().signal);
  expect(await everything()).toEqual(afterSecond);
  expect(await organization()).toMatchObject({ status: 'current' });
  expect(await bench.db.query('SELECT owner, fence FROM ledger_mirror.leases')).toEqual([
    { owner: 'second', fence: 2 },
  ]);
  expect(await bench.differences()).toEqual([]);
});

test('while rows arrive, a company that is loaded does not go on about an error that has passed', async () => {
  await bench.connect();
  await bench.db.query("UPDATE ledger_mirror.organizations SET status_reason = 'QuickBooks was away.'");
  const told: (string | undefined)[] = [];
  bench.disturb = async (request) => {
    if (isPage(request, 'Customer')) told.push((await organization()).statusReason);
    return undefined;
  };
  await bench.sync();
  expect(told.length).toBeGreaterThan(1);
  expect(new Set(told)).toEqual(new Set([undefined]));
});

test('I8: an entity the company does not have becomes unavailable and drags no other', async () => {
  await bench.connect();
  bench.disturb = (request) => (asksFor(request, 'Item') ? fault('5020') : undefined);
  await bench.sync();
  expect(await entity('Item')).toMatchObject({ status: 'unavailable', errorCode: 'QBO_FEATURE_UNAVAILABLE' });
  expect((await entity('Item'))?.error).toMatch(/QuickBooks/);
  expect(await entity('Invoice')).toMatchObject({ status: 'current' });
  expect(await organization()).toMatchObject({ status: 'current' });
});

test('I8: an entity whose page fails is tried again from where it stopped, and the company says why it is not current', async () => {
  await bench.connect();
  let pages = 0;
  bench.disturb = (request) => (isPage(request, 'Customer') && ++pages > 2 ? fault('4000') : undefined);
  await bench.sync();
  const half = await entity('Customer');
  expect(half).toMatchObject({ status: 'failed', errorCode: 'QBO_QUERY_REJECTED', failures: 1 });
  expect(half?.rows).toBeGreaterThan(0);
  expect(await entity('Invoice')).toMatchObject({ status: 'current' });
  expect(await organization()).toMatchObject({
    status: 'loading',
    statusReason: expect.stringMatching(/^Customer: /),
  });
  expect((await bench.organizations.runs(bench.realmId))[0]).toMatchObject({
    status: 'failed',
    errorCode: 'QBO_QUERY_REJECTED',
  });
  bench.disturb = undefined;
  const asked = bench.statements.length;
  await retryNow();
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current', statusReason: undefined });
  expect(await bench.differences()).toEqual([]);
  const counts = bench.statements.slice(asked).filter((statement) => /count\(\*\)/i.test(statement));
  expect(counts).toEqual([]);
});

test('I2: QuickBooks being away makes the company late, then failed, and a success makes it current again', async () => {
  await bench.connect();
  await bench.sync();
  bench.disturb = () => ({
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: '<html>Service Unavailable</html>',
  });
  await bench.sync();
  const late = await organization();
  expect(late.status).toBe('late');
  expect(late.statusReason).toMatch(/QuickBooks/);
  expect(late.nextRunAt.getTime()).toBeGreaterThan(Date.now());
  for (let more = 0; more < 4; more += 1) await bench.sync();
  expect(await organization()).toMatchObject({ status: 'failed' });
  bench.disturb = undefined;
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current', statusReason: undefined });
});

test('a revoked grant stops the company until it is reconnected, and nothing is lost', async () => {
  await bench.connect();
  await bench.sync();
  await bench.revokeGrant();
  await bench.sync();
  const stopped = await organization();
  expect(stopped.status).toBe('reconnect_required');
  expect(stopped.statusReason).toBeDefined();
  await bench.connect();
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current', statusReason: undefined });
  expect(await bench.differences()).toEqual([]);
});

test('a pause takes effect between two pages, and resuming goes on from there', async () => {
  await bench.connect();
  let pages = 0;
  bench.disturb = async (request) => {
    if (isPage(request, 'Customer') && ++pages === 2) await bench.organizations.pause(bench.realmId);
    return undefined;
  };
  await bench.sync();
  expect(pages).toBe(2);
  expect(await organization()).toMatchObject({ status: 'paused' });
  expect((await bench.organizations.runs(bench.realmId))[0]).toMatchObject({ status: 'stopped' });
  await bench.organizations.resume(bench.realmId);
  await bench.sync();
  expect(await organization()).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([]);
});

test('I13: a record that cannot be stored is kept aside with its reason, and leaves when it can be', async () => {
  await bench.connect();
  const [spoilt] = await bench.truth('Invoice');
  const id = String(spoilt?.['Id']);
  bench.disturb = async (request) => {
    if (!isPage(request, 'Invoice')) return undefined;
    const answer = await bench.forward(request);
    const parsed = JSON.parse(answer.body) as { QueryResponse: { Invoice?: Record<string, unknown>[] } };
    for (const invoice of parsed.QueryResponse.Invoice ?? [])
      if (invoice['Id'] === id) invoice['DueDate'] = 'soon';
    return { body: JSON.stringify(parsed) };
  };
  await bench.sync();
  const rejected = (): Promise<Record<string, unknown>[]> =>
    bench.db.query('SELECT entity, record_id, reason, document FROM ledger_mirror.rejected_records');
  expect(await rejected()).toMatchObject([
    {
      entity: 'Invoice',
      recordId: id,
      reason: expect.stringMatching(/date/),
      document: expect.stringContaining('soon'),
    },
  ]);
  expect(await bench.differences()).toEqual([`Invoice ${id} is missing`]);
  bench.disturb = undefined;
  await bench.write('Invoice', { ...spoilt, PrivateNote: 'repaired' });
  await bench.sync();
  expect(await rejected()).toEqual([]);
  expect(await bench.differences()).toEqual([]);
});

/** Changes the invoices of every page on their way. */
function spoil(change: (invoice: Record<string, unknown>) => void): void {
  bench.disturb = async (request) => {
    if (!isPage(request, 'Invoice')) return undefined;
    const answer = await bench.forward(request);
    const parsed = JSON.parse(answer.body) as { QueryResponse: { Invoice?: Record<string, unknown>[] } };
    for (const invoice of parsed.QueryResponse.Invoice ?? []) change(invoice);
    return { body: JSON.stringify(parsed) };
  };
}

test('I13: NUL in an id, a name or a field, and ids without measure, spoil no company', async () => {
  await bench.connect();
  const [first, second, third] = (await bench.truth('Invoice')).map(({ Id }) => String(Id));
  const long = Array.from({ length: 9000 }, (_, index) => (index * 7919).toString(36)).join('');
  spoil((invoice) => {
    if (invoice['Id'] === first) Object.assign(invoice, { Id: `${first}\0`, 'New\0Field': '\0', [long]: 1 });
    if (invoice['Id'] === second) Object.assign(invoice, { Id: long });
    if (invoice['Id'] === third) Object.assign(invoice, { Id: `${long}\0`, DueDate: 'soon\0' });
  });
  await bench.sync();
  expect((await entity('Invoice'))?.error).toBeUndefined();
  expect(await organization()).toMatchObject({ status: 'current' });
  expect((await bench.differences()).toSorted()).toEqual(
    [
      ...[first, second, third].map((id) => `Invoice ${id} is missing`),
      `Invoice ${first}\u{fffd} should not be there`,
    ].toSorted(),
  );
  // Too long to be found by it.
  expect(
    await bench.db.query(
      'SELECT record_id, length(document) > 9000 AS whole FROM ledger_mirror.rejected_records WHERE realm_id = $1',
      [bench.realmId],
    ),
  ).toEqual([
    { recordId: null, whole: true },
    { recordId: null, whole: true },
  ]);
  const fields = await bench.db.query<{ field: string }>(
    'SELECT field FROM ledger_mirror.unknown_fields WHERE first_realm_id = $1 ORDER BY field',
    [bench.realmId],
  );
  expect(fields.map(({ field }) => field.slice(0, 20))).toEqual([long.slice(0, 20), 'New\u{fffd}Field']);
});

test('I13: a character that the database cannot hold keeps its record aside, and nothing else', async () => {
  await bench.connect();
  const [spoilt] = await bench.truth('Invoice');
  const id = String(spoilt?.['Id']);
  spoil((invoice) => {
    if (invoice['Id'] === id) Object.assign(invoice, { PrivateNote: 'Grüße ⵣ', DueDate: 'früh ⵣ' });
  });
  // As a database of a narrower encoding answers.
  const refuse = (table: string, column: string): string => `
    CREATE TRIGGER narrow BEFORE INSERT ON ${table} FOR EACH ROW WHEN (NEW.${column}::text ~ 'ⵣ')
    EXECUTE FUNCTION public.refuse_character();`;
  await bench.db.execute(`CREATE FUNCTION public.refuse_character() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'character has no equivalent' USING ERRCODE = '22P05'; END $$;
    ${refuse('quickbooks.invoices', 'raw')} ${refuse('ledger_mirror.rejected_records', 'document')}
    ${refuse('ledger_mirror.rejected_records', 'reason').replace('narrow', 'narrow_reason')}`);
  try {
    await bench.sync();
  } finally {
    await bench.db.execute('DROP FUNCTION public.refuse_character() CASCADE');
  }
  expect(await organization()).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([`Invoice ${id} is missing`]);
  const [kept] = await bench.db.query<{ recordId: string; document: string; reason: string }>(
    'SELECT record_id, document, reason FROM ledger_mirror.rejected_records WHERE realm_id = $1',
    [bench.realmId],
  );
  expect(kept).toMatchObject({ recordId: id, reason: expect.stringContaining('fr\\u00fch \\u2d63') });
  expect(JSON.parse(kept?.document ?? '')).toMatchObject({ PrivateNote: 'Grüße ⵣ' });
});
