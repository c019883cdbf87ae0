import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createAuditTrail } from '../access/audit.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import { urgency } from '../jobs/urgency.ts';
import { createOrganizations } from '../sync/index.ts';
import { createRequests, type RequestName } from './requests.ts';

const by = { actor: { kind: 'user', id: 'u', name: 'ada@example.com' }, address: '::1' } as const;
let database: TestDatabase;
let realmId: RealmId;
let companies = 0;
let woken: { realmId: string; priority: number | undefined; seen: number }[];

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  realmId = toRealmId(String(9_100_000_000 + (companies += 1)));
  woken = [];
  const { db } = database;
  await db.transaction((tx) => createOrganizations(db).connected(tx, realmId));
});
afterAll(() => database.close());

const trail = () =>
  database.db.query<{ action: string }>(
    `SELECT action, actor_kind, actor_name, address, details FROM ledger_mirror.audit WHERE realm_id = $1 ORDER BY id`,
    [realmId],
  );
const runs = () => database.db.query('SELECT 1 FROM ledger_mirror.sync_runs WHERE realm_id = $1', [realmId]);

function open(overrides: Partial<Parameters<typeof createRequests>[0]> = {}) {
  const { db } = database;
  return createRequests({
    organizations: createOrganizations(db),
    audit: createAuditTrail({ db }),
    jobs: {
      async wake(realm, options) {
        woken.push({ realmId: realm, priority: options?.priority, seen: (await trail()).length });
      },
    },
    logger: silentLogger,
    ...overrides,
  });
}

const expected: Readonly<Record<RequestName, readonly [action: string, details: object]>> = {
  sync: ['organization.sync_requested', {}],
  backfill: ['organization.backfill_requested', {}],
  reconcile: ['organization.reconcile_requested', { deep: false }],
  reconcileDeep: ['organization.reconcile_requested', { deep: true }],
  retryRejected: ['organization.rejected_retried', { records: 0 }],
  pause: ['organization.paused', {}],
  resume: ['organization.resumed', {}],
};
const requestNames = Object.keys(expected) as RequestName[];

test.each(requestNames)('%s is in the trail once, with who asked, before anybody is woken', async (name) => {
  const answer: object = await open().ask(name, realmId, by);
  const [action, details] = expected[name];
  expect(await trail()).toEqual([
    { action, actorKind: 'user', actorName: 'ada@example.com', address: '::1', details },
  ]);
  const isRun = name !== 'pause' && name !== 'resume';
  expect(answer).toEqual({
    realmId,
    ...(isRun && { runId: expect.any(String) }),
    ...(name === 'retryRejected' && { records: 0 }),
  });
  expect(await runs()).toHaveLength(isRun ? 1 : 0);
  expect(woken).toEqual(name === 'pause' ? [] : [{ realmId, priority: 10, seen: 1 }]);
});

test('what is asked of all companies at once wakes them as urgently as is said', async () => {
  await open({ urgency: urgency.due }).ask('sync', realmId, by);
  expect(woken).toMatchObject([{ realmId, priority: urgency.due }]);
});

test.each(requestNames)('%s of a company that is not here is refused, and leaves nothing', async (name) => {
  realmId = toRealmId('404');
  await expect(open().ask(name, realmId, by)).rejects.toMatchObject({ code: 'SYNC_ORGANIZATION_UNKNOWN' });
  expect(await trail()).toEqual([]);
  expect(woken).toEqual([]);
});

test.each(requestNames.filter((name) => name !== 'pause' && name !== 'resume'))(
  '%s of a paused company is refused, and leaves nothing',
  async (name) => {
    await createOrganizations(database.db).pause(realmId);
    await expect(open().ask(name, realmId, by)).rejects.toMatchObject({ code: 'SYNC_PAUSED' });
    expect(await trail()).toEqual([]);
    expect(await runs()).toEqual([]);
    expect(woken).toEqual([]);
  },
);

test.each(requestNames)('%s does not happen when it cannot be entered in the trail', async (name) => {
  const requests = open({ audit: { record: () => Promise.reject(new Error('the trail is full')) } });
  const before = await createOrganizations(database.db).get(realmId);
  await expect(requests.ask(name, realmId, by)).rejects.toThrow('the trail is full');
  expect(await createOrganizations(database.db).get(realmId)).toEqual(before);
  expect(await runs()).toEqual([]);
  expect(woken).toEqual([]);
});

test('a request that nobody could be woken for is answered: the company is due, and found a little later', async () => {
  const warnings: string[] = [];
  const requests = open({
    jobs: { wake: () => Promise.reject(new Error('the queue is away')) },
    logger: { ...silentLogger, warn: (_facts: unknown, words?: string) => void warnings.push(String(words)) },
  });
  expect(await requests.ask('sync', realmId, by)).toEqual({ realmId, runId: expect.any(String) });
  expect(await trail()).toHaveLength(1);
  expect(warnings).toEqual(['wake-up not sent']);
  const [row] = await database.db.query(
    'SELECT next_run_at <= now() AS due FROM ledger_mirror.organizations WHERE realm_id = $1',
    [realmId],
  );
  expect(row).toEqual({ due: true });
});

/** What is stored of the company by its settings. */
const settings = async (): Promise<object> => {
  const { intervalSeconds, sensitiveFields } = await createOrganizations(database.db).get(realmId);
  return { intervalSeconds, sensitiveFields };
};

test('changed settings are in the trail once, with who changed them and nothing that was not said', async () => {
  await open().changeSettings(realmId, { intervalSeconds: 60, excludeSensitive: undefined }, by);
  expect(await settings()).toEqual({ intervalSeconds: 60, sensitiveFields: 'stored' });
  expect(await trail()).toEqual([
    {
      action: 'organization.settings_changed',
      actorKind: 'user',
      actorName: 'ada@example.com',
      address: '::1',
      details: { intervalSeconds: 60 },
    },
  ]);
});

test('settings by which something is due wake the company once it is in the trail, others wake nobody', async () => {
  const requests = open();
  await requests.changeSettings(realmId, { excludeSensitive: true }, by);
  expect(woken).toEqual([{ realmId, priority: urgency.click, seen: 1 }]);
  await requests.changeSettings(realmId, { excludeSensitive: false, intervalSeconds: 60 }, by);
  expect(woken.slice(1)).toEqual([{ realmId, priority: urgency.click, seen: 2 }]);
  for (const change of [{ intervalSeconds: 30 }, { excludeSensitive: false }])
    await requests.changeSettings(realmId, change, by);
  expect(woken).toHaveLength(2);
  await createOrganizations(database.db).pause(realmId);
  for (const excludeSensitive of [true, false])
    await requests.changeSettings(realmId, { excludeSensitive }, by);
  expect(woken).toHaveLength(2);
  expect(await trail()).toHaveLength(6);
});

test('settings of a company that is not here are refused, and leave nothing', async () => {
  realmId = toRealmId('404');
  for (const excludeSensitive of [true, false])
    await expect(open().changeSettings(realmId, { excludeSensitive }, by)).rejects.toMatchObject({
      code: 'SYNC_ORGANIZATION_UNKNOWN',
    });
  expect(await trail()).toEqual([]);
  expect(woken).toEqual([]);
});

test('settings do not change when that cannot be entered in the trail', async () => {
  const requests = open({ audit: { record: () => Promise.reject(new Error('the trail is full')) } });
  const before = await settings();
  const change = requests.changeSettings(realmId, { intervalSeconds: 45, excludeSensitive: true }, by);
  await expect(change).rejects.toThrow('the trail is full');
  expect(await settings()).toEqual(before);
  expect(woken).toEqual([]);
});

test('settings that nobody could be woken for are changed all the same', async () => {
  const requests = open({ jobs: { wake: () => Promise.reject(new Error('the queue is away')) } });
  await requests.changeSettings(realmId, { excludeSensitive: true }, by);
  expect(await settings()).toMatchObject({ sensitiveFields: 'removing' });
  expect(await trail()).toHaveLength(1);
});
