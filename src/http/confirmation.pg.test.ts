import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { storeRecords } from '../../test/support/record-app.ts';
import { createAccess, type Access } from '../access/access.ts';
import type { ApiKeyWithSecret, Problem } from '../api-contract/index.ts';
import { ManualClock } from '../base/clock.ts';
import { Secret } from '../base/secret.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createOrganizations } from '../sync/organizations.ts';

const minute = 60_000;
const email = 'owner@example.com';
const password = 'a long enough password';
const cookieName = 'ledger_mirror_session';
const adminApiKey = new Secret('k'.repeat(40));
const company = toRealmId('111');
const records = `/v1/organizations/${company}/records`;
const key = { name: 'thief', role: 'owner' };
const wanted = 'ACCESS_CONFIRMATION_REQUIRED';
let database: TestDatabase;
let clock: ManualClock;
let access: Access;
let app: FastifyInstance;

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  clock = new ManualClock('2026-01-15T12:00:00Z');
  access = createAccess({ db, clock, adminApiKey, passwordCost: { n: 16, r: 8, p: 1 } });
  await access.signIn.createFirstOwner({ email, password });
  app = await createTestApp({ db, access, demoSignIn: false });
  await db.transaction((tx) => createOrganizations(db).connected(tx, company, { companyName: 'Books' }));
  await storeRecords(db, company, 'Vendor', [
    { Id: '1', SyncToken: '0', DisplayName: 'Ada', TaxIdentifier: '123-45-6789', Active: true },
  ]);
});
// Each test far from the tries of the one before.
beforeEach(() => clock.advance(60 * minute));
afterAll(async () => {
  await app.close();
  await database.close();
});

type Ask = {
  method?: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  body?: object;
  headers?: Record<string, string>;
};
const ask = (url: string, token: string, { method = 'GET', body, headers = {} }: Ask = {}) =>
  app.inject({
    method,
    url,
    headers: { cookie: `${cookieName}=${token}`, ...headers },
    ...(body !== undefined && { payload: body }),
  });
const codeOf = (answer: { body: string }): string | undefined =>
  (JSON.parse(answer.body) as Partial<Problem>).code;

async function signIn(): Promise<string> {
  const answer = await ask('/v1/auth/sign-in', '', { method: 'POST', body: { email, password } });
  return answer.cookies.find((cookie) => cookie.name === cookieName)?.value ?? '';
}
async function confirm(token: string, typed = password): Promise<string> {
  const answer = await ask('/v1/auth/confirm', token, { method: 'POST', body: { password: typed } });
  expect(answer.statusCode).toBe(204);
  return answer.cookies.find((cookie) => cookie.name === cookieName)?.value ?? '';
}

test.each([
  ['POST', '/v1/keys', key],
  ['POST', `/v1/keys/${randomUUID()}/rotate`, { overlapHours: 1 }],
  ['DELETE', `/v1/keys/${randomUUID()}`, undefined],
  ['POST', '/v1/users', { email: 'accomplice@example.com', role: 'owner' }],
  ['POST', `/v1/users/${randomUUID()}/link`, undefined],
  ['PATCH', `/v1/users/${randomUUID()}`, { role: 'owner' }],
  ['DELETE', `/v1/users/${randomUUID()}`, undefined],
  ['DELETE', `/v1/users/${randomUUID()}/sessions`, undefined],
  ['DELETE', `/v1/organizations/${company}?data=erase&name=Books`, undefined],
] as const)(
  'a browser that was left open ten minutes does not get through to %s %s',
  async (method, url, body) => {
    const token = await signIn();
    await clock.advance(10 * minute);
    const answer = await ask(url, token, { method, ...(body && { body }) });
    expect(answer.statusCode).toBe(403);
    expect(codeOf(answer)).toBe(wanted);
    expect((await ask('/v1/organizations', token)).statusCode).toBe(200);
  },
);

test('whoever changes keys, people, links or readers, or disconnects, has typed the password lately', () => {
  const changing = app.guardedRoutes.filter(
    ({ method, url }) =>
      !['GET', 'HEAD'].includes(method) &&
      (/^\/v1\/(keys|users|readers)(\/|$)/.test(url) ||
        (method === 'DELETE' && url === '/v1/organizations/:realmId')),
  );
  expect(changing.length).toBeGreaterThan(8);
  expect(changing.filter(({ confirmed }) => !confirmed)).toEqual([]);
});

test('once the password is typed again the action goes on, and what else is done within ten minutes', async () => {
  const token = await signIn();
  await clock.advance(10 * minute);
  const fresh = await confirm(token);
  expect(fresh).not.toBe(token);
  const made = await ask('/v1/keys', fresh, { method: 'POST', body: key });
  expect(made.statusCode).toBe(201);
  await clock.advance(10 * minute - 1);
  const { id } = made.json<ApiKeyWithSecret>().key;
  expect((await ask(`/v1/keys/${id}`, fresh, { method: 'DELETE' })).statusCode).toBe(204);
  await clock.advance(1);
  expect(codeOf(await ask('/v1/keys', fresh, { method: 'POST', body: key }))).toBe(wanted);
});

test('a stolen cookie gains nothing by its owner typing the password, and ends within a minute', async () => {
  const stolen = await signIn();
  await clock.advance(10 * minute);
  const fresh = await confirm(stolen);
  expect(codeOf(await ask('/v1/keys', stolen, { method: 'POST', body: key }))).toBe(wanted);
  // What the page had asked for at that moment is still answered.
  expect((await ask('/v1/organizations', stolen)).statusCode).toBe(200);
  await clock.advance(minute);
  expect((await ask('/v1/organizations', stolen)).statusCode).toBe(401);
  expect((await ask('/v1/organizations', fresh)).statusCode).toBe(200);
});

test('signing out with the cookie before ends the session too', async () => {
  const stolen = await signIn();
  const fresh = await confirm(stolen);
  expect((await ask('/v1/auth/sign-out', stolen, { method: 'POST' })).statusCode).toBe(204);
  expect((await ask('/v1/organizations', fresh)).statusCode).toBe(401);
});

test('passwords are not guessed there: tries count with those of signing in, and stand in the trail', async () => {
  const token = await signIn();
  const codes: (string | undefined)[] = [];
  for (let tries = 0; tries < 11; tries += 1) {
    const answer = await ask('/v1/auth/confirm', token, { method: 'POST', body: { password: 'wrong' } });
    codes.push(codeOf(answer));
  }
  expect(codes).toEqual([...Array(10).fill('ACCESS_PASSWORD_WRONG'), 'ACCESS_TOO_MANY_ATTEMPTS']);
  const again = await ask('/v1/auth/sign-in', '', { method: 'POST', body: { email, password } });
  expect(codeOf(again)).toBe('ACCESS_TOO_MANY_ATTEMPTS');
  const trail = await access.audit.list({ action: 'password' }, 100);
  expect(trail.filter(({ action }) => action === 'password.refused')).toHaveLength(10);
  expect(trail.some(({ action }) => action === 'password.confirmed')).toBe(true);
});

test('programs have no password to type: keys go on working', async () => {
  await clock.advance(60 * minute);
  const authorization = `Bearer ${adminApiKey.reveal()}`;
  const made = await ask('/v1/keys', '', { method: 'POST', body: key, headers: { authorization } });
  expect(made.statusCode).toBe(201);
  const asked = await ask('/v1/auth/confirm', '', {
    method: 'POST',
    body: { password },
    headers: { authorization },
  });
  expect(asked.statusCode).toBe(403);
});

test('an export of sensitive fields wants the password, one of others does not', async () => {
  const token = await signIn();
  await clock.advance(10 * minute);
  for (const url of [
    `${records}/vendors?format=csv`,
    `${records}/vendors?format=ndjson`,
    `${records}/vendors?format=ndjson&fields=id,raw`,
    `${records}/vendors?format=csv&fields=id&filter=tax_identifier:eq:123-45-6789`,
  ]) {
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await ask(url, token, { method });
      expect(answer.statusCode, url).toBe(403);
      if (method === 'GET') expect(codeOf(answer), url).toBe(wanted);
    }
  }
  const plain = await ask(`${records}/vendors?format=csv&fields=id,display_name`, token);
  expect(plain.body).toContain('Ada');
  const fresh = await confirm(token);
  expect((await ask(`${records}/vendors?format=csv`, fresh)).body).toContain('123-45-6789');
});

test('pages and single records hide sensitive fields until then, and give them only to whoever confirms', async () => {
  const token = await signIn();
  const shown = await ask(`${records}/vendors`, token);
  expect(shown.body).toContain('123-45-6789');
  await clock.advance(10 * minute);
  for (const url of [`${records}/vendors`, `${records}/vendors/1`]) {
    // The tag of an answer that had them is no way around it.
    const answer = await ask(url, token, { headers: { 'if-none-match': String(shown.headers['etag']) } });
    expect(answer.statusCode, url).toBe(200);
    expect(answer.body, url).toContain('Ada');
    expect(answer.body, url).not.toContain('123-45-6789');
    expect(JSON.stringify([answer.body, answer.headers]), url).toContain('tax_identifier');
  }
  for (const url of [
    `${records}/vendors?fields=id,tax_identifier`,
    `${records}/vendors?fields=raw`,
    `${records}/vendors/1?fields=raw`,
    `${records}/vendors?fields=id&filter=tax_identifier:eq:123-45-6789`,
    `${records}/vendors?fields=id&sort=tax_identifier`,
    `/v1/organizations/${company}/rejected?documents=true`,
  ]) {
    expect(codeOf(await ask(url, token)), url).toBe(wanted);
  }
  const fresh = await confirm(token);
  expect((await ask(`${records}/vendors?fields=tax_identifier`, fresh)).body).toContain('123-45-6789');
});

test('a new password makes a new cookie: who holds a copy of the one before is out', async () => {
  const stolen = await signIn();
  const answer = await ask('/v1/auth/password', stolen, {
    method: 'POST',
    body: { currentPassword: password, newPassword: 'Mauersegler 7 im Regenfass' },
  });
  expect(answer.statusCode).toBe(204);
  const fresh = answer.cookies.find((cookie) => cookie.name === cookieName)?.value ?? '';
  await clock.advance(minute);
  expect((await ask('/v1/organizations', stolen)).statusCode).toBe(401);
  expect((await ask('/v1/organizations', fresh)).statusCode).toBe(200);
});
