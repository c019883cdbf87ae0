import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { type RealmId, toRealmId } from '../../base/realm-id.ts';
import type { Database } from '../../postgres/database.ts';
import { createCallCounter } from '../budget/call-counter.ts';
import { createOrganizations, type Organizations } from '../organizations.ts';
import { eventsChannel, forgetTold, readTold } from './events.ts';
import { organizationEvents, organizationStatuses, restingStatuses } from './state.ts';
import { applyOrganizationEvent } from './status.ts';

let opened: Awaited<ReturnType<typeof openTestDatabase>>;
let db: Database;
let organizations: Organizations;
let count = 0;

beforeAll(async () => {
  opened = await openTestDatabase();
  db = opened.db;
  organizations = createOrganizations(db);
});
afterAll(() => opened.close());

async function connect(): Promise<RealmId> {
  count += 1;
  const realmId = toRealmId(`93414500000000${count}`);
  await db.transaction((tx) => organizations.connected(tx, realmId, { companyName: `Company ${count}` }));
  return realmId;
}

const apply = (
  ...given: Parameters<typeof applyOrganizationEvent> extends [unknown, ...infer Rest] ? Rest : never
): Promise<string> => db.transaction((tx) => applyOrganizationEvent(tx, ...given));

test('a connected company is loading, due at once, and has every entity pending', async () => {
  const realmId = await connect();
  const organization = await organizations.get(realmId);
  expect(organization).toMatchObject({
    realmId,
    companyName: `Company ${count}`,
    status: 'loading',
    rows: 0,
  });
  expect(organization.nextRunAt.getTime()).toBeLessThanOrEqual(Date.now() + 5000);
  expect(organization.expectedRows).toBeUndefined();
  const entities = await organizations.entities(realmId);
  expect(entities.length).toBeGreaterThanOrEqual(5);
  expect(new Set(entities.map((entity) => entity.status))).toEqual(new Set(['pending']));
  expect(entities[0]).toMatchObject({ entity: 'CompanyInfo', table: 'company_info' });
});

test('a company is never told to be current beyond this moment, whatever a clock once said', async () => {
  const realmId = await connect();
  const set = (instant: string): Promise<unknown> =>
    db.query(`UPDATE ledger_mirror.organizations SET current_through = ${instant} WHERE realm_id = $1`, [
      realmId,
    ]);
  expect((await organizations.get(realmId)).currentThrough).toBeUndefined();
  await set("'2026-01-01T00:00:00Z'");
  expect((await organizations.get(realmId)).currentThrough).toEqual(new Date('2026-01-01T00:00:00Z'));
  await set("now() + interval '2 minutes'");
  const [row] = await db.query<{ now: Date }>("SELECT now() + interval '30 seconds' AS now");
  const { currentThrough } = await organizations.get(realmId);
  expect(currentThrough?.getTime()).toBeLessThan(row?.now.getTime() ?? 0);
});

test('an unknown company is refused with a sentence', async () => {
  const unknown = toRealmId('1');
  await expect(organizations.get(unknown)).rejects.toMatchObject({ code: 'SYNC_ORGANIZATION_UNKNOWN' });
  await expect(organizations.runs(unknown)).rejects.toMatchObject({ code: 'SYNC_ORGANIZATION_UNKNOWN' });
  await expect(organizations.requestSync(unknown)).rejects.toMatchObject({
    code: 'SYNC_ORGANIZATION_UNKNOWN',
  });
});

test('two clicks ask for one run', async () => {
  const realmId = await connect();
  const first = await organizations.requestSync(realmId);
  const second = await organizations.requestSync(realmId);
  expect(second).toEqual(first);
  expect(await organizations.runs(realmId)).toMatchObject([
    { id: first.runId, status: 'queued', trigger: 'click' },
  ]);
});

test('a paused company refuses clicks, stops its open run, and is due again when resumed', async () => {
  const realmId = await connect();
  await organizations.requestSync(realmId);
  await organizations.pause(realmId);
  expect(await organizations.get(realmId)).toMatchObject({ status: 'paused' });
  expect(await organizations.runs(realmId)).toMatchObject([{ status: 'stopped' }]);
  await expect(organizations.requestSync(realmId)).rejects.toMatchObject({ code: 'SYNC_PAUSED' });
  await organizations.resume(realmId);
  const resumed = await organizations.get(realmId);
  expect(resumed).toMatchObject({ status: 'loading', statusReason: undefined });
  expect(resumed.nextRunAt.getTime()).toBeLessThanOrEqual(Date.now() + 5000);
});

test('a revoked grant asks for a person, and reconnecting puts the company back to work', async () => {
  const realmId = await connect();
  await apply(realmId, 'grant_refused', { reason: 'Access was revoked.' });
  expect(await organizations.get(realmId)).toMatchObject({
    status: 'reconnect_required',
    statusReason: 'Access was revoked.',
  });
  await expect(organizations.requestSync(realmId)).rejects.toMatchObject({ code: 'SYNC_RECONNECT_REQUIRED' });
  await db.transaction((tx) => organizations.connected(tx, realmId));
  expect(await organizations.get(realmId)).toMatchObject({ status: 'loading', statusReason: undefined });
});

test('a disconnected company keeps its time and cannot be paused', async () => {
  const realmId = await connect();
  await apply(realmId, 'disconnected');
  await expect(organizations.pause(realmId)).rejects.toMatchObject({ code: 'SYNC_DISCONNECTED' });
  await expect(organizations.requestSync(realmId)).rejects.toMatchObject({ code: 'SYNC_DISCONNECTED' });
});

test('I4: every cell of the state machine is a state the database accepts', async () => {
  let cells = 0;
  for (const status of organizationStatuses) {
    for (const event of organizationEvents) {
      const refused = status === 'disconnected' && (event === 'paused' || event === 'resumed');
      if (refused) continue;
      const realmId = await connect();
      await db.query(
        `UPDATE ledger_mirror.organizations
         SET status = $2, status_reason = 'Because.', last_success_at = now(), current_through = now(),
             disconnected_at = CASE WHEN $2 = 'disconnected' THEN now() END WHERE realm_id = $1`,
        [realmId, status],
      );
      await apply(realmId, event, {
        reason: 'Because.',
        countsAsFailure: event.startsWith('failed'),
        dueInMs: 1000,
      });
      cells += 1;
    }
  }
  expect(cells).toBeGreaterThan(90);
});

test('I4: the database refuses a status without its facts', async () => {
  const realmId = await connect();
  const set = (assignment: string): Promise<unknown> =>
    db.query(`UPDATE ledger_mirror.organizations SET ${assignment} WHERE realm_id = $1`, [realmId]);
  await expect(set("status = 'current'")).rejects.toThrow(/current_has_succeeded/);
  await expect(set("status = 'failed'")).rejects.toThrow(/trouble_has_a_sentence/);
  await expect(set("status = 'disconnected'")).rejects.toThrow(/disconnected_has_a_time/);
  const setEntity = (assignment: string): Promise<unknown> =>
    db.query(
      `UPDATE ledger_mirror.entity_states SET ${assignment} WHERE realm_id = $1 AND entity = 'Invoice'`,
      [realmId],
    );
  await expect(setEntity("status = 'current'")).rejects.toThrow(/current_is_between_listings/);
  await expect(setEntity("status = 'backfilling'")).rejects.toThrow(/listing_has_a_position/);
  await expect(setEntity("status = 'failed'")).rejects.toThrow(/trouble_/);
});

test('I1: a worker’s report does not overwrite what a person decided, nor the sentence that says so', async () => {
  for (const resting of restingStatuses.filter((status) => status !== 'disconnected')) {
    const realmId = await connect();
    await apply(realmId, resting === 'paused' ? 'paused' : 'grant_refused', { reason: 'As decided.' });
    await apply(realmId, 'failed_often', { reason: 'Something else.', countsAsFailure: true });
    expect(await organizations.get(realmId)).toMatchObject({ status: resting, statusReason: 'As decided.' });
  }
});

test('a change of status is told when it commits, and not when it does not', async () => {
  const realmId = await connect();
  const heard: string[] = [];
  const stop = await db.listen(eventsChannel, (id) => heard.push(id));
  await expect(
    db.transaction(async (tx) => {
      await applyOrganizationEvent(tx, realmId, 'failed_often', { reason: 'Not to be.' });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await organizations.pause(realmId);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const told = [...(await readTold(db, heard)).values()];
  expect(told).toEqual([{ type: 'organization', realmId, status: 'paused' }]);
  await stop();
});

test('what was told is forgotten once every listener has heard it', async () => {
  const realmId = await connect();
  await organizations.pause(realmId);
  const count = 'SELECT count(*)::integer AS n FROM ledger_mirror.told_events';
  await db.query("UPDATE ledger_mirror.told_events SET told_at = told_at - interval '1 hour'");
  await organizations.resume(realmId);
  await forgetTold(db);
  expect(await db.query(count)).toEqual([{ n: 1 }]);
});

test('calls are counted by company, hour, kind and outcome, and a failed write loses none', async () => {
  const realmId = await connect();
  const counter = createCallCounter();
  const call = {
    realmId,
    operation: 'query' as const,
    queries: 1,
    startedAt: new Date('2026-01-15T12:34:56Z'),
    durationMs: 10,
    status: 200,
    billable: true,
    bytes: 100,
    intuitTid: undefined,
    errorCode: undefined,
  };
  counter.record(call);
  counter.record(call);
  counter.record({ ...call, billable: false, errorCode: 'QBO_RATE_LIMITED' });
  const broken = { ...db, query: () => Promise.reject(new Error('away')) };
  await expect(counter.flush(broken)).rejects.toThrow('away');
  await counter.flush(db);
  counter.record(call);
  await counter.flush(db);
  expect(counter.total(realmId)).toBe(4);
  const rows = await db.query(
    `SELECT hour_at, kind, billable, outcome, calls FROM ledger_mirror.api_calls
     WHERE realm_id = $1 ORDER BY outcome COLLATE "C"`,
    [realmId],
  );
  const hourAt = new Date('2026-01-15T12:00:00Z');
  expect(rows).toEqual([
    { hourAt, kind: 'query', billable: false, outcome: 'QBO_RATE_LIMITED', calls: 1 },
    { hourAt, kind: 'query', billable: true, outcome: 'ok', calls: 3 },
  ]);
});
