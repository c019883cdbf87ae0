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
    adminApiKey: new Secret(key),
  });
});
afterAll(() => app.close());

const live = (headers: Record<string, string>) => app.inject({ url: '/v1/health/live', headers });
const sync = (headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: '/v1/organizations/notdigits/sync', headers });

test.each(['localhost:3000', '127.0.0.1', '127.8.8.8:1', '[::1]:3000', 'books.example.com', 'LOCALHOST'])(
  'the server answers under the name %s',
  async (host) => {
    expect((await live({ host })).statusCode).toBe(200);
  },
);

test.each([
  'evil.example.com',
  'books.example.com.evil.com',
  'localhost.evil.com',
  '10.0.0.1:3000',
  '127.0.0.1.nip.io',
  'a b',
  'evil.example.com@localhost',
  'localhost/evil',
])('a request that carries the name "%s" is refused, so a rebound name reads nothing', async (host) => {
  const answer = await live({ host });
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
