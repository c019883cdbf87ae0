import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReceivedRequest, ScriptedAnswer } from '../../test/support/scripted-server.ts';
import { openSyncBench, type SyncBench } from '../../test/support/sync-bench.ts';
import { silentLogger } from '../base/logger.ts';
import { createJobs } from '../jobs/jobs.ts';
import { loadEntityStates } from './entity-states.ts';
import { dispatch } from './dispatcher.ts';
import { createSyncEngine } from './engine.ts';
import { workSlice } from './worker.ts';

let bench: SyncBench;

beforeEach(async () => {
  bench = await openSyncBench({ pageSize: 4 });
});
afterEach(() => bench.close());

const organization = (): ReturnType<SyncBench['organizations']['get']> =>
  bench.organizations.get(bench.realmId);
const entity = async (
  name: string,
): Promise<Awaited<ReturnType<typeof loadEntityStates>>[number] | undefined> =>
  (await loadEntityStates(bench.db, bench.realmId)).find((state) => state.entity === name);

const statementOf = (request: ReceivedRequest): string =>
  request.url.searchParams.get('query') ?? request.body;
const asksFor = (request: ReceivedRequest, name: string): boolean =>
  new RegExp(`FROM ${name}\\b`, 'i').test(statementOf(request));
const isPage = (request: ReceivedRequest, name: string): boolean =>
  asksFor(request, name) && !/count\(\*\)/i.test(statementOf(request));

function fault(code: string, status = 400): ScriptedAnswer {
  const body = {
    Fault: { Error: [{ Message: 'Refused', Detail: 'Refused', code }], type: 'ValidationFault' },
  };
  return { status, body: JSON.stringify({ ...body, time: new Date().toISOString() }) };
}

/** What a write would change: the row versions of every table of the copy. */
async function versions(): Promise<string> {
  const tables = await bench.db.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'quickbooks' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await bench.db.query<{ digest: string | null }>(
        `SELECT md5(string_agg(ctid::text || xmin::text, ',' ORDER BY ctid)) AS digest FROM quickbooks.${name}`,
      );
      return `${name} ${row?.digest ?? ''}`;
    }),
  );
  expect(parts.length).toBeGreaterThan(5);
  return parts.join('\n');
}

async function makeDue(): Promise<void> {
  await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now() WHERE realm_id = $1', [
    bench.realmId,
  ]);
}

async function retryNow(): Promise<void> {
  await bench.db.query(
    'UPDATE ledger_mirror.entity_states SET retry_at = now() WHERE realm_id = $1 AND retry_at IS NOT NULL',
    [bench.realmId],
  );
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
  expect(new Set(states.map((state) => state.status))).toEqual(new Set(['current']));
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
  const before = await versions();
  await bench.sync();
  expect(await versions()).toBe(before);
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
    if (!isPage(request, 'Customer') || writes >= 6) return undefined;
    writes += 1;
    const answer = await bench.forward(request);
    const customers = await bench.truth('Customer');
    const victim = customers[(writes * 7) % customers.length];
    await bench.write('Customer', { ...victim, Notes: `changed between pages ${writes}` });
    await bench.write('Customer', { DisplayName: `Came between pages ${writes}` });
    return answer;
  };
  await bench.sync();
  expect(writes).toBe(6);
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
  await bench.slice('first', stop.signal);
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

test('I6: a worker whose lease was taken over writes nothing any more', async () => {
  await bench.connect();
  // Everything but the cost of a slice, which is true whoever holds the lease.
  const everything = async (): Promise<unknown> => [
    await versions(),
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
  await bench.slice('first');
  expect(await everything()).toEqual(afterSecond);
  expect(await organization()).toMatchObject({ status: 'current' });
  expect(await bench.db.query('SELECT owner, fence FROM ledger_mirror.leases')).toEqual([
    { owner: 'second', fence: 2 },
  ]);
  expect(await bench.differences()).toEqual([]);
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

test('I14: a click during a run makes the same run look again', async () => {
  await bench.connect();
  await bench.sync();
  let clicked: string | undefined;
  bench.disturb = async (request) => {
    if (!asksFor(request, 'Invoice') || clicked !== undefined) return undefined;
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

test('L6: the dispatcher wakes what is due and free, and calls late what missed its time', async () => {
  await bench.connect();
  const woken: string[] = [];
  const jobs = { wake: (realmId: string) => Promise.resolve(void woken.push(realmId)) };
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
  const engine = createSyncEngine({ ...bench.worker, jobs });
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
  await jobs.stop();
  const [lease] = await bench.db.query<{ held: boolean }>(
    'SELECT expires_at > now() AS held FROM ledger_mirror.leases',
  );
  expect(lease?.held).toBe(false);
});
