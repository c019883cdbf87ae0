import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createTestApp } from '../../../test/support/http-app.ts';
import type {
  Accepted,
  EntityStateList,
  Organization,
  OrganizationList,
  Problem,
  ReconciliationList,
  SyncRunList,
} from '../../api-contract/index.ts';
import { type RealmId, toRealmId } from '../../base/realm-id.ts';
import { createOrganizations } from '../../sync/organizations.ts';

let realmId: RealmId;
let companies = 0;
let database: TestDatabase;
let app: FastifyInstance;
let woken: string[];

beforeAll(async () => {
  database = await openTestDatabase();
  const organizations = createOrganizations(database.db);
  app = await createTestApp({
    db: database.db,
    organizations,
    jobs: {
      wake: (realm) => {
        woken.push(realm);
        return Promise.resolve();
      },
    },
  });
});
beforeEach(async () => {
  companies += 1;
  realmId = toRealmId(String(4_620_816_365_000_000 + companies));
  woken = [];
  await database.db.transaction((tx) =>
    createOrganizations(database.db).connected(tx, realmId, { companyName: 'Ada & Söhne' }),
  );
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const get = async <T>(path: string): Promise<T> =>
  (await app.inject({ url: `/v1/organizations${path}` })).json<T>();
const post = (path: string) => app.inject({ method: 'POST', url: `/v1/organizations/${path}` });

test('the list says what the companies need of the month’s calls', async () => {
  const callForecast = {
    companies: 40,
    calls: 597_040,
    callsAnnounced: 72_960,
    budget: 500_000,
    notice: 'Too much.',
  };
  await using told = await createTestApp({
    db: database.db,
    forecastCalls: () => Promise.resolve(callForecast),
  });
  const list = (await told.inject({ url: '/v1/organizations' })).json<OrganizationList>();
  expect(list.callForecast).toEqual(callForecast);
  expect(await get<OrganizationList>('')).not.toHaveProperty('callForecast');
});

test('a company that has just been connected is listed as loading, its unknown values absent', async () => {
  const { items } = await get<OrganizationList>('');
  expect(items).toHaveLength(companies);
  const item = items.find((organization) => organization.realmId === realmId);
  expect(item).toMatchObject({ companyName: 'Ada & Söhne', status: 'loading', rows: 0 });
  expect(item?.connectedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(item).not.toHaveProperty('lastSuccessAt');
  expect(await get<Organization>(`/${realmId}`)).toEqual(item);
});

test('the state of each kind of record is listed without the engine’s private fields', async () => {
  const { items } = await get<EntityStateList>(`/${realmId}/entities`);
  expect(items.map((item) => item.entity)).toContain('Invoice');
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['entity', 'rejected', 'rows', 'status', 'table']);
});

test('asking for a sync answers 202 with the run, wakes the company, and the run is in the history', async () => {
  const answer = await post(`${realmId}/sync`);
  expect(answer.statusCode).toBe(202);
  const { runId } = answer.json<Accepted>();
  expect(runId).toBeTruthy();
  expect(woken).toEqual([realmId]);
  const { items } = await get<SyncRunList>(`/${realmId}/runs?limit=1`);
  expect(items).toEqual([
    expect.objectContaining({ id: runId, trigger: 'click', status: 'queued', calls: 0 }),
  ]);
});

test('asking for the whole history again, and for a comparison, answers 202 with the run that takes it up', async () => {
  const backfill = await post(`${realmId}/backfill`);
  expect(backfill.statusCode, backfill.body).toBe(202);
  const { runId } = backfill.json<Accepted>();
  const plain = await post(`${realmId}/reconcile`);
  const deep = await app.inject({
    method: 'POST',
    url: `/v1/organizations/${realmId}/reconcile`,
    payload: { deep: true },
  });
  for (const answer of [plain, deep]) {
    expect(answer.statusCode, answer.body).toBe(202);
    expect(answer.json<Accepted>()).toEqual({ realmId, runId });
  }
  expect(woken).toEqual([realmId, realmId, realmId]);
  const wrong = await app.inject({
    method: 'POST',
    url: `/v1/organizations/${realmId}/reconcile`,
    payload: { deep: 'very' },
  });
  expect(wrong.statusCode).toBe(400);
  const trail = await database.db.query<{ action: string }>(
    'SELECT action FROM ledger_mirror.audit WHERE realm_id = $1 ORDER BY id',
    [realmId],
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'organization.backfill_requested',
    'organization.reconcile_requested',
    'organization.reconcile_requested',
  ]);
});

test('comparisons with QuickBooks are listed, newest first', async () => {
  const compared = (entity: string, expected: number, actual: number, reason: string | null) =>
    database.db.query(
      `INSERT INTO ledger_mirror.reconciliations (realm_id, entity, measure, expected, actual, reason)
       VALUES ($1, $2, 'count', $3, $4, $5)`,
      [realmId, entity, expected, actual, reason],
    );
  await compared('Customer', 10, 10, null);
  await compared('Invoice', 12, 11, 'rejected');
  const { items } = await get<ReconciliationList>(`/${realmId}/reconciliations`);
  expect(items).toMatchObject([
    { entity: 'Invoice', expected: '12', actual: '11', difference: '-1', reason: 'rejected' },
    { entity: 'Customer', difference: '0' },
  ]);
  expect(items[1]).not.toHaveProperty('reason');
  expect((await get<ReconciliationList>(`/${realmId}/reconciliations?limit=1`)).items).toHaveLength(1);
});

test('what could not be stored is tried again, and the answer says how many records that are', async () => {
  await database.db.query(
    `INSERT INTO ledger_mirror.rejected_records (realm_id, entity, record_id, reason, document)
     VALUES ($1, 'Invoice', '9', 'a date that is none', '{"Id":"9"}')`,
    [realmId],
  );
  const answer = await post(`${realmId}/rejected/retry`);
  expect(answer.statusCode, answer.body).toBe(202);
  expect(answer.json()).toMatchObject({ realmId, records: 1, runId: expect.any(String) });
  expect(woken).toEqual([realmId]);
});

const patch = (company: string, payload: object) =>
  app.inject({ method: 'PATCH', url: `/v1/organizations/${company}`, payload });

test('sensitive fields are left out by a setting, which says that what was stored is being removed', async () => {
  const answer = await patch(realmId, { excludeSensitive: true });
  expect(answer.json<Organization>()).toMatchObject({ sensitiveFields: 'removing' });
});

test('a setting is in the trail once, and wakes the company where something is to be read again by it', async () => {
  const settings = [{ intervalSeconds: 60 }, { excludeSensitive: true }, { excludeSensitive: false }];
  for (const payload of settings) expect((await patch(realmId, payload)).statusCode).toBe(200);
  expect(woken).toEqual([realmId, realmId]);
  const trail = await database.db.query(
    'SELECT action, details FROM ledger_mirror.audit WHERE realm_id = $1 ORDER BY id',
    [realmId],
  );
  expect(trail).toEqual(settings.map((details) => ({ action: 'organization.settings_changed', details })));
  expect((await patch('999', { excludeSensitive: false })).statusCode).toBe(404);
  expect(woken).toHaveLength(2);
});

test('a paused company refuses to sync until it is resumed', async () => {
  expect((await post(`${realmId}/pause`)).statusCode).toBe(202);
  expect(await get<Organization>(`/${realmId}`)).toMatchObject({ status: 'paused' });
  const refused = await post(`${realmId}/sync`);
  expect(refused.statusCode).toBe(409);
  expect(refused.json<Problem>().code).toBe('SYNC_PAUSED');
  expect(woken).toEqual([]);
  expect((await post(`${realmId}/resume`)).statusCode).toBe(202);
  expect(woken).toEqual([realmId]);
  expect((await post(`${realmId}/sync`)).statusCode).toBe(202);
});

test('a disconnection told by QuickBooks leads to the page that offers to look, as any page can lead here', async () => {
  for (const company of [realmId, '999']) {
    const answer = await app.inject({ url: `/v1/oauth/disconnected/qbo?realmId=${company}` });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, `/?disconnected=${company}`]);
  }
  expect(woken).toEqual([]);
  const trail = await database.db.query(
    'SELECT action, details FROM ledger_mirror.audit WHERE realm_id = $1',
    [realmId],
  );
  expect(trail).toEqual([]);
});

test.each(['', '/entities', '/runs', '/reconciliations'])(
  'an unknown company is a 404 problem at its address%s',
  async (path) => {
    const answer = await app.inject({ url: `/v1/organizations/999${path}` });
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Problem>().code).toBe('SYNC_ORGANIZATION_UNKNOWN');
  },
);

test.each(['sync', 'backfill', 'reconcile', 'rejected/retry', 'pause', 'resume'])(
  'nobody can %s an unknown company',
  async (action) => {
    expect((await post(`999/${action}`)).statusCode).toBe(404);
    expect(woken).toEqual([]);
  },
);

test.each(['abc', '1;DROP', '1'.repeat(33), '-1', '%00'])('"%s" is no realm id', async (id) => {
  const answer = await app.inject({ url: `/v1/organizations/${encodeURIComponent(id)}` });
  expect(answer.statusCode).toBe(400);
});
