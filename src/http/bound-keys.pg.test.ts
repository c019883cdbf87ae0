import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { createAccess, type Access } from '../access/access.ts';
import type { ApiKeyList, ApiKeyWithSecret, Problem } from '../api-contract/index.ts';
import { ManualClock } from '../base/clock.ts';
import { Secret } from '../base/secret.ts';

const hour = 3_600_000;
const adminKey = 'k'.repeat(40);
let database: TestDatabase;
let clock: ManualClock;
let access: Access;
let app: FastifyInstance;

beforeAll(async () => {
  database = await openTestDatabase();
  clock = new ManualClock('2026-01-15T12:00:00Z');
  access = createAccess({ db: database.db, clock, adminApiKey: new Secret(adminKey) });
  app = await createTestApp({
    db: database.db,
    access,
    demoSignIn: false,
    trustedProxies: ['127.0.0.1'],
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

/** Asks through the proxy, as a caller with this address. */
const ask = (url: string, key: string, address: string, method: 'GET' | 'POST' = 'GET', body?: object) =>
  app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${key}`, 'x-forwarded-for': address },
    ...(body !== undefined && { payload: body }),
  });
async function make(name: string, addresses?: readonly string[]): Promise<ApiKeyWithSecret> {
  const body = { name, role: 'viewer', ...(addresses && { addresses }) };
  const answer = await ask('/v1/keys', adminKey, '192.0.2.1', 'POST', body);
  expect(answer.statusCode).toBe(201);
  return answer.json<ApiKeyWithSecret>();
}

test('a key that is bound to addresses works from them and from nowhere else', async () => {
  const { key, secret } = await make('reports', ['10.1.0.0/16', '203.0.113.7', '2001:db8::/32']);
  expect(key.addresses).toEqual(['10.1.0.0/16', '203.0.113.7', '2001:db8::/32']);
  for (const address of ['10.1.200.3', '203.0.113.7', '::ffff:203.0.113.7', '2001:db8:9::1']) {
    expect((await ask('/v1/organizations', secret, address)).statusCode, address).toBe(200);
  }
  for (const address of ['10.2.0.1', '203.0.113.8', '2001:db9::1', '127.0.0.1', 'unknown']) {
    const answer = await ask('/v1/organizations', secret, address);
    expect(answer.statusCode, address).toBe(401);
    // In the words of a key that does not exist: a thief does not learn that it is a good one.
    const wrong = await ask('/v1/organizations', `${secret.slice(0, -3)}xxx`, address);
    expect(answer.json<Problem>()).toEqual(wrong.json<Problem>());
  }
  const list = (await ask('/v1/keys', adminKey, '192.0.2.1')).json<ApiKeyList>();
  expect(list.items.find(({ name }) => name === 'reports')?.addresses).toHaveLength(3);
});

test('an address that the caller only claims to have does not help', async () => {
  const { secret } = await make('claims', ['203.0.113.7']);
  expect((await ask('/v1/organizations', secret, '203.0.113.7, 198.51.100.66')).statusCode).toBe(401);
});

test('the binding stays when the key is replaced, and holds for the one before as well', async () => {
  const { key, secret } = await make('replaced', ['203.0.113.7']);
  const rotated = await ask(`/v1/keys/${key.id}/rotate`, adminKey, '192.0.2.1', 'POST', { overlapHours: 24 });
  for (const one of [secret, rotated.json<ApiKeyWithSecret>().secret]) {
    expect((await ask('/v1/organizations', one, '203.0.113.7')).statusCode).toBe(200);
    expect((await ask('/v1/organizations', one, '198.51.100.66')).statusCode).toBe(401);
  }
});

test('a right key from a wrong address is in the trail, once an hour however often it is tried', async () => {
  const { key, secret } = await make('stolen', ['203.0.113.7']);
  const entries = async () =>
    (await access.audit.list({ action: 'key.refused' }, 100)).filter(({ target }) => target === 'stolen');
  await Promise.all(Array.from({ length: 20 }, () => ask('/v1/organizations', secret, '198.51.100.66')));
  expect(await entries()).toMatchObject([
    { actor: { kind: 'anonymous' }, address: '198.51.100.66', details: { prefix: key.prefix } },
  ]);
  await clock.advance(hour);
  await ask('/v1/organizations', secret, '198.51.100.66');
  expect(await entries()).toHaveLength(2);
});

test('what is no address or range is refused, and nothing is made', async () => {
  for (const addresses of [[], [''], ['10.0.0.0/33'], ['example.com'], ['10.0.0.1/'], ['1.2.3']]) {
    const body = { name: 'refused', role: 'viewer', addresses };
    const answer = await ask('/v1/keys', adminKey, '192.0.2.1', 'POST', body);
    expect([400, 422], JSON.stringify(addresses)).toContain(answer.statusCode);
  }
  expect((await access.keys.list()).filter(({ name }) => name === 'refused')).toEqual([]);
});

test('the pre-shared key can be bound too', async () => {
  const bound = createAccess({
    db: database.db,
    clock,
    adminApiKey: new Secret(adminKey),
    adminApiKeyAddresses: ['203.0.113.0/24'],
  });
  const by = (address: string | undefined) =>
    bound.authenticate({ authorization: `Bearer ${adminKey}`, sessionToken: undefined }, { address });
  expect(await by('203.0.113.9')).toMatchObject({ kind: 'admin_key' });
  for (const address of ['198.51.100.66', undefined]) {
    await expect(by(address)).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
  }
  const refused = await access.audit.list({ action: 'key.refused' }, 100);
  expect(refused.filter(({ target }) => target === 'ADMIN_API_KEY')).toHaveLength(1);
});

test('behind a proxy of the house that is not listed everybody has its address, so a key bound to it opens to nobody', async () => {
  await using unlisted = await createTestApp({ db: database.db, access, demoSignIn: false });
  const { secret } = await make('inside', ['127.0.0.0/8']);
  const from = async (headers: Record<string, string>): Promise<number> => {
    const sent = { authorization: `Bearer ${secret}`, ...headers };
    return (await unlisted.inject({ url: '/v1/organizations', headers: sent })).statusCode;
  };
  for (const header of ['x-forwarded-for', 'x-real-ip', 'via']) {
    expect(await from({ [header]: '198.51.100.66' }), header).toBe(401);
  }
  expect(await from({})).toBe(200);
  const [entry] = await access.audit.list({ action: 'key.refused' }, 1);
  expect(entry).toMatchObject({ target: 'inside', details: { throughUnlistedProxy: true } });
});
