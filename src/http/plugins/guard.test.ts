import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '../../api-contract/index.ts';
import { Secret } from '../../base/secret.ts';
import { createTestApp } from '../../../test/support/http-app.ts';

const key = 'k'.repeat(40);
let app: FastifyInstance;

beforeAll(async () => {
  app = await createTestApp({
    publicUrl: new URL('https://books.example.com'),
    allowedHosts: ['ledger.internal', '*.apps.example.com', '192.168.1.4', 'FD00:0::7'],
    adminApiKey: new Secret(key),
  });
});
afterAll(() => app.close());

const open = (headers: Record<string, string>) => app.inject({ url: '/', headers });
const sync = (headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: '/v1/organizations/notdigits/sync', headers });

test.each([
  'localhost:3000',
  '127.0.0.1',
  '127.8.8.8:1',
  '[::1]:3000',
  'books.example.com',
  'LOCALHOST',
  'ledger.internal:8080',
  'Ledger.Internal',
  'blue.apps.example.com',
  '192.168.1.4:3000',
  '[fd00::7]:3000',
])('the server answers under the name %s', async (host) => {
  expect((await open({ host })).statusCode).not.toBe(421);
});

// A probe calls a container by whatever address it has, and no page of another site gains by the answer.
test.each(['10.0.0.1:3000', '[fd00::8]:3000', 'evil.example.com', 'a b', ''])(
  'probes are answered under the name "%s" as well',
  async (host) => {
    expect((await app.inject({ url: '/v1/health/live', headers: { host } })).statusCode).toBe(200);
    for (const url of ['/v1/health', '/v1/health/ready', '/v1/health/ready?x=1'])
      expect((await app.inject({ url, headers: { host } })).statusCode, url).not.toBe(421);
  },
);

test('nothing else is, however like a probe it looks', async () => {
  for (const url of [
    '/v1/health/../installation',
    '/v1/health/live/x',
    '/v1/healthy',
    '/metrics',
    '/?/v1/health',
  ])
    expect((await app.inject({ url, headers: { host: '10.0.0.1' } })).statusCode, url).toBe(421);
});

test.each([
  'evil.example.com',
  'books.example.com.evil.com',
  'localhost.evil.com',
  '10.0.0.1:3000',
  '127.0.0.1.nip.io',
  'a b',
  'evil.example.com@localhost',
  'localhost/evil',
  'apps.example.com',
  'evilapps.example.com',
  'x.ledger.internal',
  '192.168.1.5',
])('a request that carries the name "%s" is refused, so a rebound name reads nothing', async (host) => {
  const answer = await open({ host });
  expect(answer.statusCode).toBe(421);
  expect(answer.json<Problem>().code).toBe('HTTP_HOST_UNKNOWN');
});

test('a wrong Host is refused for files and for addresses that do not exist, too', async () => {
  for (const url of ['/', '/assets/x.js', '/v1/nothing', '/v1/openapi.json']) {
    expect((await app.inject({ url, headers: { host: 'evil.example.com' } })).statusCode).toBe(421);
  }
});

test.each([
  [{ origin: 'https://evil.example.com' }],
  [{ origin: 'null' }],
  [{ origin: 'http://localhost:4000', host: 'localhost:3000' }],
  [{ origin: 'https://ledger.internal', host: 'books.example.com' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{ 'sec-fetch-site': 'none' }],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://books.example.com' }],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example.com' }],
])('a change asked for with %j is refused', async (headers) => {
  const answer = await sync(headers as Record<string, string>);
  expect(answer.statusCode).toBe(403);
  expect(answer.json<Problem>().code).toBe('HTTP_CROSS_SITE');
});

test.each([
  [{}],
  [{ origin: 'https://books.example.com' }],
  [{ origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' }],
])('a change asked for with %j gets as far as its validation', async (headers) => {
  expect((await sync(headers as Record<string, string>)).json<Problem>().code).toBe('HTTP_VALIDATION_FAILED');
});

test('a change asked for under an allowed name, with TLS ended in front of us, is one of our own pages', async () => {
  for (const scheme of ['http', 'https']) {
    const origin = `${scheme}://ledger.internal`;
    const answer = await sync({ origin, host: 'ledger.internal', 'sec-fetch-site': 'same-origin' });
    expect(answer.json<Problem>().code).toBe('ACCESS_SIGN_IN_REQUIRED');
  }
});

test.each([`Bearer ${key}x`, `Bearer ${key.slice(1)}`, 'Bearer', 'Bearer ', `Basic ${key}`, key, ''])(
  'the authorization "%s" is refused although none is needed from this computer',
  async (authorization) => {
    const answer = await app.inject({ url: '/v1/installation', headers: { authorization } });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json<Problem>().code).toBe('ACCESS_KEY_REFUSED');
    expect(answer.body).not.toContain(key);
  },
);

test('a key is refused where none is configured', async () => {
  await using open = await createTestApp();
  const answer = await open.inject({
    url: '/v1/installation',
    headers: { authorization: 'Bearer undefined' },
  });
  expect(answer.statusCode).toBe(401);
});

test('every answer carries the protective headers', async () => {
  for (const url of ['/v1/health/live', '/v1/nothing', '/', '/v1/oauth/callback/qbo?error=access_denied']) {
    const { headers } = await app.inject({ url, headers: { accept: 'text/html' } });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toBeDefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  }
});
