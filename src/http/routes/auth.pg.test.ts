import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createTestApp } from '../../../test/support/http-app.ts';
import { createAccess, type Access } from '../../access/access.ts';
import type {
  ApiKeyWithSecret,
  AuditList,
  CurrentSession,
  Problem,
  UserWithLink,
} from '../../api-contract/index.ts';
import { systemClock } from '../../base/clock.ts';

const host = 'books.example.com';
const email = 'owner@example.com';
const password = 'a long enough password';
const cookieName = '__Host-ledger_mirror_session';
let database: TestDatabase;
let app: FastifyInstance;
let access: Access;

beforeAll(async () => {
  database = await openTestDatabase();
  access = createAccess({ db: database.db, clock: systemClock, passwordCost: { n: 16, r: 8, p: 1 } });
  await access.signIn.createFirstOwner({ email, password });
  app = await createTestApp({
    db: database.db,
    access,
    demoSignIn: false,
    publicUrl: new URL(`https://${host}`),
    trustedProxies: ['127.0.0.1'],
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

type Ask = { method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; body?: object; headers?: Record<string, string> };
const ask = (url: string, { method = 'GET', body, headers = {} }: Ask = {}) =>
  app.inject({ method, url, headers: { host, ...headers }, ...(body !== undefined && { payload: body }) });

async function signIn(headers: Record<string, string> = {}): Promise<string> {
  const answer = await ask('/v1/auth/sign-in', { method: 'POST', body: { email, password }, headers });
  expect(answer.statusCode).toBe(204);
  return answer.cookies.find((cookie) => cookie.name === cookieName)?.value ?? '';
}
const withCookie = (token: string): Record<string, string> => ({ cookie: `${cookieName}=${token}` });

test('signing in sets a cookie that scripts, other sites and other hosts do not get', async () => {
  const answer = await ask('/v1/auth/sign-in', { method: 'POST', body: { email, password } });
  expect(answer.statusCode).toBe(204);
  const header = String(answer.headers['set-cookie']);
  expect(header).toMatch(/^__Host-ledger_mirror_session=[\w-]{43}; /);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(header).toContain(part);
  expect(header).not.toContain('Domain');
});

test('the cookie opens what is closed without it, until signing out', async () => {
  expect((await ask('/v1/auth/session')).statusCode).toBe(401);
  const token = await signIn();
  const session = await ask('/v1/auth/session', { headers: withCookie(token) });
  expect(session.json<CurrentSession>()).toEqual({ kind: 'user', name: email, role: 'owner' });
  const out = await ask('/v1/auth/sign-out', { method: 'POST', headers: withCookie(token) });
  expect(out.statusCode).toBe(204);
  expect((await ask('/v1/auth/session', { headers: withCookie(token) })).statusCode).toBe(401);
});

test('a session that was planted is not taken over, and the former one ends with the new one', async () => {
  const planted = 'A'.repeat(43);
  const token = await signIn(withCookie(planted));
  expect(token).not.toBe(planted);
  expect((await ask('/v1/auth/session', { headers: withCookie(planted) })).statusCode).toBe(401);
  const next = await signIn(withCookie(token));
  expect((await ask('/v1/auth/session', { headers: withCookie(token) })).statusCode).toBe(401);
  expect((await ask('/v1/auth/session', { headers: withCookie(next) })).statusCode).toBe(200);
});

test('a wrong password and an unknown account are answered alike', async () => {
  const answers = await Promise.all(
    [email, 'nobody@example.com', 'x', ''].map((who) =>
      ask('/v1/auth/sign-in', { method: 'POST', body: { email: who, password: 'wrong password' } }),
    ),
  );
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  expect(answers[0]?.json<Problem>().code).toBe('ACCESS_SIGN_IN_REFUSED');
  expect(answers[0]?.headers['set-cookie']).toBeUndefined();
});

test.each([
  [{ origin: 'https://evil.example.com' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{ origin: 'null' }],
])('another site changes nothing with the cookie of a signed-in browser: %j', async (from) => {
  const token = await signIn();
  const headers = { ...withCookie(token), ...(from as Record<string, string>) };
  for (const [method, url] of [
    ['POST', '/v1/keys'],
    ['POST', '/v1/auth/sign-out'],
    ['DELETE', '/v1/organizations/1?data=keep'],
  ] as const) {
    const answer = await ask(url, { method, headers });
    expect(answer.statusCode, url).toBe(403);
    expect(answer.json<Problem>().code).toBe('HTTP_CROSS_SITE');
  }
  expect((await ask('/v1/auth/session', { headers: withCookie(token) })).statusCode).toBe(200);
});

test('a form of another site is not even read: only JSON is', async () => {
  const token = await signIn();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/keys',
      headers: { host, ...withCookie(token), 'content-type': type },
      payload: '{"name":"x","role":"owner"}',
    });
    expect(answer.statusCode, type).toBe(415);
  }
});

test('a person is invited, joins with the link, and is shown to be there', async () => {
  const headers = withCookie(await signIn());
  const invited = await ask('/v1/users', {
    method: 'POST',
    headers,
    body: { email: 'ada@example.com', role: 'viewer' },
  });
  expect(invited.statusCode).toBe(201);
  const { link, user } = invited.json<UserWithLink>();
  const url = new URL(link);
  expect(`${url.origin}${url.pathname}${url.search}`).toBe(`https://${host}/welcome`);
  const token = url.hash.slice(1);
  const seen = await ask('/v1/auth/link', { method: 'POST', body: { token } });
  expect(seen.json()).toEqual({ kind: 'invitation', email: 'ada@example.com', name: '' });
  const short = await ask('/v1/auth/link/accept', { method: 'POST', body: { token, password: 'short' } });
  expect(short.json<Problem>().code).toBe('ACCESS_PASSWORD_TOO_SHORT');
  const joined = await ask('/v1/auth/link/accept', { method: 'POST', body: { token, password } });
  expect(joined.statusCode).toBe(204);
  const ada = withCookie(joined.cookies[0]?.value ?? '');
  expect((await ask('/v1/auth/session', { headers: ada })).json()).toMatchObject({ role: 'viewer' });
  expect((await ask('/v1/users', { headers: ada })).json<Problem>().code).toBe('ACCESS_FORBIDDEN');
  const sessions = await ask(`/v1/users/${user.id}/sessions`, { headers });
  expect(sessions.json()).toMatchObject({ items: [{ current: false }] });
  expect((await ask(`/v1/users/${user.id}/sessions`, { method: 'DELETE', headers })).statusCode).toBe(204);
  expect((await ask('/v1/auth/session', { headers: ada })).statusCode).toBe(401);
});

test('a password that is among the first to be guessed is taken nowhere: by link, by change, or from the settings', async () => {
  const headers = withCookie(await signIn());
  const invited = await ask('/v1/users', {
    method: 'POST',
    headers,
    body: { email: 'grace.hopper@example.com', role: 'viewer' },
  });
  const token = new URL(invited.json<UserWithLink>().link).hash.slice(1);
  const wanted = ['aaaaaaaaaaaa', 'Password1234!', 'abcabcabcabc', 'GraceHopper2026', 'ledger-mirror-1'];
  for (const weak of wanted) {
    const body = { token, password: weak, name: 'Grace' };
    const joined = await ask('/v1/auth/link/accept', { method: 'POST', body });
    expect(joined.json<Problem>().code, weak).toBe('ACCESS_PASSWORD_WEAK');
  }
  const change = { currentPassword: password, newPassword: 'aaaaaaaaaaaa' };
  const changed = await ask('/v1/auth/password', { method: 'POST', headers, body: change });
  expect(changed.json<Problem>().code).toBe('ACCESS_PASSWORD_WEAK');
  const joined = await ask('/v1/auth/link/accept', { method: 'POST', body: { token, password } });
  expect(joined.statusCode).toBe(204);
  const empty = await openTestDatabase();
  const fresh = createAccess({ db: empty.db, clock: systemClock });
  await expect(fresh.signIn.createFirstOwner({ email, password: 'owner@example.com' })).rejects.toMatchObject(
    { code: 'ACCESS_PASSWORD_WEAK' },
  );
  expect(await fresh.hasOwner()).toBe(false);
  await empty.close();
});

test('a key is shown once, works as a bearer token, and is rotated and revoked', async () => {
  const headers = withCookie(await signIn());
  const made = await ask('/v1/keys', { method: 'POST', headers, body: { name: 'etl', role: 'viewer' } });
  const { key, secret } = made.json<ApiKeyWithSecret>();
  const list = await ask('/v1/keys', { headers });
  expect(list.body).toContain(key.prefix);
  expect(list.body).not.toContain(secret);
  const bearer = (value: string): Ask => ({ headers: { authorization: `Bearer ${value}` } });
  expect((await ask('/v1/auth/session', bearer(secret))).json()).toEqual({
    kind: 'key',
    name: 'etl',
    role: 'viewer',
  });
  const rotated = await ask(`/v1/keys/${key.id}/rotate`, { method: 'POST', headers });
  const { secret: next } = rotated.json<ApiKeyWithSecret>();
  for (const each of [secret, next])
    expect((await ask('/v1/auth/session', bearer(each))).statusCode).toBe(200);
  expect((await ask(`/v1/keys/${key.id}`, { method: 'DELETE', headers })).statusCode).toBe(204);
  for (const each of [secret, next])
    expect((await ask('/v1/auth/session', bearer(each))).statusCode).toBe(401);
  // A bad key is not helped by a good cookie.
  expect(
    (await ask('/v1/auth/session', { headers: { ...headers, authorization: `Bearer ${secret}` } }))
      .statusCode,
  ).toBe(401);
});

test('the trail tells who did it and from where, and is exported without becoming a formula', async () => {
  const from = { 'x-forwarded-for': '198.51.100.9, 203.0.113.5' };
  const headers = { ...withCookie(await signIn(from)), ...from };
  await ask('/v1/keys', { method: 'POST', headers, body: { name: '=HYPERLINK("evil"),x', role: 'viewer' } });
  const page = (await ask('/v1/audit?action=key.created&limit=1', { headers })).json<AuditList>();
  expect(page.items).toEqual([
    expect.objectContaining({ actorName: email, action: 'key.created', address: '203.0.113.5' }),
  ]);
  expect(page.next).toBe(page.items[0]?.id);
  // What programs of other countries take for a formula too; a line break in front hides it from the eye.
  for (const name of ['＝HYPERLINK("evil")', '\n=1+1'])
    await ask('/v1/keys', { method: 'POST', headers, body: { name, role: 'viewer' } });
  const csv = await ask('/v1/audit', { headers: { ...headers, accept: 'text/csv' } });
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body.split('\r\n')[0]).toBe(
    'id,at,actorKind,actorId,actorName,action,realmId,target,details,address,requestId',
  );
  expect(csv.body).toContain(`"'=HYPERLINK(""evil""),x"`);
  expect(csv.body).toContain(`,"'＝HYPERLINK(""evil"")",`);
  expect(csv.body).toContain(`,"'\n=1+1",`);
  expect(csv.body).toContain('audit.exported');
  // A link cannot say what it accepts.
  const linked = await ask('/v1/audit?action=audit&format=csv', { headers });
  expect(linked.headers['content-disposition']).toContain('audit.csv');
  const lines = await ask('/v1/audit?action=audit', {
    headers: { ...headers, accept: 'application/x-ndjson' },
  });
  expect(
    lines.body
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { action: string }).action),
  ).toContain('audit.exported');
});

test('a key that is replaced works as long as was said, and not at all when nothing was allowed', async () => {
  const headers = withCookie(await signIn());
  type Made = { key: { id: string }; secret: string };
  const post = async (path: string, body?: object): Promise<Made> =>
    (await ask(path, { method: 'POST', headers, ...(body && { body }) })).json<Made>();
  const works = async ({ secret }: Made): Promise<boolean> =>
    (await ask('/v1/organizations', { headers: { authorization: `Bearer ${secret}` } })).statusCode === 200;
  const first = await post('/v1/keys', { name: 'rotated', role: 'viewer' });
  const second = await post(`/v1/keys/${first.key.id}/rotate`, { overlapHours: 0 });
  expect([await works(first), await works(second)]).toEqual([false, true]);
  const third = await post(`/v1/keys/${first.key.id}/rotate`);
  expect([await works(second), await works(third)]).toEqual([true, true]);
});

test('every answer tells the limit, and who goes beyond it is told when to come back', async () => {
  await using small = await createTestApp({
    db: database.db,
    access,
    demoSignIn: false,
    rateLimit: { knownPerMinute: 3, unknownPerMinute: 2 },
  });
  const token = await access.sessions.open((await access.users.getByEmail(email)).id, {});
  const session = (cookie?: string) =>
    small.inject({ url: '/v1/auth/session', headers: cookie === undefined ? {} : { cookie } });
  const first = await session(`ledger_mirror_session=${token}`);
  expect(first.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' });
  await session(`ledger_mirror_session=${token}`);
  await session(`ledger_mirror_session=${token}`);
  const over = await session(`ledger_mirror_session=${token}`);
  expect(over.statusCode).toBe(429);
  expect(over.json<Problem>().code).toBe('HTTP_TOO_MANY_REQUESTS');
  expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
  expect((await session()).statusCode).toBe(401);
  expect((await session()).statusCode).toBe(401);
  expect((await session()).statusCode).toBe(429);
  expect((await small.inject({ url: '/v1/health/live' })).statusCode).toBe(200);
});

test('a person who opens a closed address is taken to the sign-in page and back', async () => {
  const url = '/v1/oauth/authorize/qbo?realmId=1';
  const answer = await ask(url, { headers: { accept: 'text/html,*/*' } });
  expect(answer.statusCode).toBe(302);
  expect(answer.headers['location']).toBe(`/sign-in?next=${encodeURIComponent(url)}`);
  expect((await ask(url)).statusCode).toBe(401);
});

test('the demo signs in whoever sits at the computer, and nobody who comes through a proxy or under another name', async () => {
  await using demo = await createTestApp({ db: database.db, demoSignIn: true });
  const session = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    demo.inject({ url: '/v1/auth/session', headers, remoteAddress });
  expect((await session({})).json()).toEqual({ kind: 'demo', name: 'Demo', role: 'owner' });
  expect((await session({ host: '127.0.0.1:3000' })).statusCode).toBe(200);
  expect((await session({ 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(401);
  expect((await session({ via: '1.1 tunnel' })).statusCode).toBe(401);
  expect((await session({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).statusCode).toBe(
    401,
  );
  expect((await session({ host: 'evil.example.com' })).statusCode).toBe(421);
  expect((await session({}, '192.0.2.1')).statusCode).toBe(401);
});
