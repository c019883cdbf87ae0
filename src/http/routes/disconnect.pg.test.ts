import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createTestApp } from '../../../test/support/http-app.ts';
import { createConnectStates } from '../../access/connect-states.ts';
import type { Disconnected, Organization, Problem } from '../../api-contract/index.ts';
import { systemClock } from '../../base/clock.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { acquireLease, assertFence } from '../../jobs/lease.ts';
import { quickbooksError } from '../../quickbooks/index.ts';
import { createOrganizations } from '../../sync/organizations.ts';
import { vaultError } from '../../vault/errors.ts';

const realmId = toRealmId('4620816365');
const neighbour = toRealmId('4620816366');
let database: TestDatabase;
let app: FastifyInstance;
let revoked: string[];
let forgotten: string[];
let rowsWhenForgotten: number;
let trouble: Error | undefined;
/** While the copy is erased. */
let meanwhile: (() => Promise<void>) | undefined;

beforeAll(async () => {
  database = await openTestDatabase();
  app = await createTestApp({
    db: database.db,
    tokens: {
      revoke: (realm) => {
        if (trouble !== undefined) return Promise.reject(trouble);
        revoked.push(realm);
        return Promise.resolve();
      },
      remove: async (realm) => {
        forgotten.push(realm);
        rowsWhenForgotten = await rowsOf(realm);
        await meanwhile?.();
      },
    },
  });
});
beforeEach(async () => {
  [revoked, forgotten, trouble, meanwhile] = [[], [], undefined, undefined];
  const { db } = database;
  const organizations = createOrganizations(db);
  for (const realm of [realmId, neighbour]) {
    await db.transaction((tx) => organizations.connected(tx, realm, { companyName: 'Ada & Söhne' }));
    await db.query(
      `INSERT INTO quickbooks_store.customers (realm_id, id, raw, observed_at, synced_at)
       SELECT $1, n::text, '{}', now(), now() FROM generate_series(1, 12) AS n ON CONFLICT DO NOTHING`,
      [realm],
    );
  }
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const remove = (query: string) =>
  app.inject({ method: 'DELETE', url: `/v1/organizations/${realmId}?${query}` });
const name = `name=${encodeURIComponent('Ada & Söhne')}`;
const rowsOf = async (realm: string): Promise<number> =>
  (await database.db.query('SELECT 1 FROM quickbooks.customers WHERE realm_id = $1', [realm])).length;
const get = (realm: string) => app.inject({ url: `/v1/organizations/${realm}` });

test('disconnecting ends the access, keeps the copy, and stops a worker in the middle of its work', async () => {
  const lease = await acquireLease(database.db, realmId, 'worker', 60_000);
  if (lease === undefined) throw new Error('no lease');
  const answer = await remove('data=keep');
  expect(answer.json<Disconnected>()).toEqual({ realmId, revoked: true });
  expect(revoked).toEqual([realmId]);
  expect((await get(realmId)).json<Organization>().status).toBe('disconnected');
  expect(await rowsOf(realmId)).toBe(12);
  await expect(database.db.transaction((tx) => assertFence(tx, lease))).rejects.toMatchObject({
    code: 'JOB_LEASE_LOST',
  });
  expect((await remove('data=keep')).statusCode).toBe(200);
});

test('erasing asks for the name, and then leaves nothing of the company but the trail', async () => {
  for (const wrong of ['', 'name=', 'name=ada+%26+s%C3%B6hne', `name=${realmId}`]) {
    const refused = await remove(`data=erase&${wrong}`);
    expect(refused.json<Problem>().code, wrong).toBe('HTTP_NAME_NOT_TYPED');
  }
  expect(revoked).toEqual([]);
  expect((await get(realmId)).json<Organization>().status).not.toBe('disconnected');
  // Somebody is at the consent page to reconnect it.
  await createConnectStates({ db: database.db, clock: systemClock }).issue({
    integration: 'qbo',
    browser: 'a browser',
    expectedRealmId: realmId,
  });
  const answer = await remove(`data=erase&${name}`);
  expect(answer.json<Disconnected>()).toEqual({ realmId, revoked: true, erasedRows: 12 });
  // Not after the erasing: tokens of a consent that was given during it would die.
  expect({ forgotten, rowsWhenForgotten }).toEqual({ forgotten: [realmId], rowsWhenForgotten: 12 });
  expect((await get(realmId)).statusCode).toBe(404);
  const left = await database.db.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'realm_id'
     WHERE c.relkind = 'r' AND n.nspname IN ('quickbooks', 'quickbooks_store', 'ledger_mirror')`,
  );
  expect(left.length).toBeGreaterThan(10);
  const holding: string[] = [];
  for (const table of left) {
    const rows = await database.db.query(`SELECT 1 FROM ${table.name} WHERE realm_id = $1`, [realmId]);
    if (rows.length > 0) holding.push(table.name);
  }
  expect(holding.toSorted()).toEqual(['ledger_mirror.audit', 'ledger_mirror.leases']);
  expect(await rowsOf(neighbour)).toBe(12);
});

const consent = (): Promise<void> =>
  database.db.transaction((tx) =>
    createOrganizations(database.db).connected(tx, realmId, { companyName: 'Ada & Söhne' }),
  );

test('a consent given while a company is erased is refused, and begins it anew once it is gone', async () => {
  const { db } = database;
  // Copied whole, so that a consent alone would let it go on from its cursors.
  await db.query(
    `UPDATE ledger_mirror.entity_states SET status = 'current', cursor_at = now(), rows = 12
     WHERE realm_id = $1 AND entity = 'Customer'`,
    [realmId],
  );
  let refusal: unknown;
  meanwhile = async () => {
    refusal = await consent().catch((error: unknown) => error);
  };
  const answer = await remove(`data=erase&${name}`);
  expect(refusal).toMatchObject({ code: 'SYNC_BEING_ERASED' });
  expect(answer.json<Disconnected>()).toEqual({ realmId, revoked: true, erasedRows: 12 });
  expect((await get(realmId)).statusCode).toBe(404);
  await consent();
  expect((await get(realmId)).json<Organization>().status).toBe('loading');
  expect(
    await db.query(
      `SELECT status, cursor_at, rows::int FROM ledger_mirror.entity_states WHERE realm_id = $1 AND entity = 'Customer'`,
      [realmId],
    ),
  ).toEqual([{ status: 'pending', cursorAt: null, rows: 0 }]);
});

test('an erasure that was interrupted keeps the company from being connected until another call has finished it', async () => {
  meanwhile = () => Promise.reject(new Error('killed'));
  expect((await remove(`data=erase&${name}`)).statusCode).toBe(500);
  const [left, statusReason] = [
    await rowsOf(realmId),
    (await get(realmId)).json<Organization>().statusReason,
  ];
  expect({ left, statusReason }).toEqual({ left: 12, statusReason: expect.stringMatching(/being erased/) });
  await expect(consent()).rejects.toMatchObject({ code: 'SYNC_BEING_ERASED' });
  meanwhile = undefined;
  expect((await remove(`data=erase&${name}`)).json<Disconnected>()).toMatchObject({ erasedRows: 12 });
  await consent();
  expect((await get(realmId)).json<Organization>().status).toBe('loading');
});

test('while QuickBooks cannot be reached nothing is disconnected, so that no access is left behind unseen', async () => {
  trouble = quickbooksError('QBO_UNREACHABLE');
  const answer = await remove(`data=erase&${name}`);
  expect(answer.statusCode).toBeGreaterThanOrEqual(500);
  expect((await get(realmId)).json<Organization>().status).not.toBe('disconnected');
  expect(await rowsOf(realmId)).toBe(12);
});

test('tokens that cannot be read any more are forgotten, and the answer says that the access lives on', async () => {
  trouble = vaultError('VAULT_KEY_UNKNOWN');
  const answer = await remove('data=keep');
  expect(answer.json<Disconnected>()).toEqual({ realmId, revoked: false });
  expect(forgotten).toEqual([realmId]);
});

test('the interval is set for one company, counts from now, and is in the trail', async () => {
  const patch = (payload: object) =>
    app.inject({ method: 'PATCH', url: `/v1/organizations/${neighbour}`, payload });
  const before = Date.now();
  const changed = (await patch({ intervalSeconds: 60 })).json<Organization>();
  expect(changed.intervalSeconds).toBe(60);
  expect(Date.parse(changed.nextRunAt)).toBeLessThan(before + 90_000);
  for (const wrong of [{}, { intervalSeconds: 0 }, { intervalSeconds: 'soon' }, { status: 'current' }]) {
    expect((await patch(wrong)).statusCode, JSON.stringify(wrong)).toBe(400);
  }
  const [entry] = await database.db.query(
    `SELECT actor_kind, details FROM ledger_mirror.audit WHERE action = 'organization.settings_changed' AND realm_id = $1`,
    [neighbour],
  );
  expect(entry).toEqual({ actorKind: 'demo', details: { intervalSeconds: 60 } });
});
