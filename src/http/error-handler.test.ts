import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissions } from '../access/permissions.ts';
import type { Problem } from '../api-contract/index.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { httpError } from './errors.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await createTestApp({
    permissions: {
      ...permissions,
      'GET /v1/test/bug': 'anyone',
      'GET /v1/test/throws-nothing': 'anyone',
      'GET /v1/test/busy': 'anyone',
      'GET /v1/test/hangs': 'anyone',
      'POST /v1/test/body': 'anyone',
    },
  });
  app.get('/v1/test/bug', () => {
    throw new Error('password=hunter2 at /secret/path');
  });
  app.get('/v1/test/throws-nothing', () => Promise.reject(undefined));
  app.get('/v1/test/busy', () => {
    throw httpError('HTTP_TOO_MANY_STREAMS', { retryAfterMs: 1500, details: { open: 3 } });
  });
  app.get('/v1/test/hangs', { handlerTimeout: 20 }, () => new Promise(() => undefined));
  app.post('/v1/test/body', () => ({ ok: true }));
});
afterAll(() => app.close());

test.each(['/v1/test/bug', '/v1/test/throws-nothing'])(
  'a bug at %s tells the client nothing but that it is one',
  async (url) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<Problem>().code).toBe('INTERNAL');
    expect(answer.body).not.toMatch(/hunter2|secret|stack|error-handler/);
  },
);

test('an error of ours becomes problem details with its facts', async () => {
  const answer = await app.inject({ url: '/v1/test/busy' });
  expect(answer.headers['retry-after']).toBe('2');
  expect(answer.json<Problem>()).toEqual({
    type: 'urn:ledger-mirror:error:HTTP_TOO_MANY_STREAMS',
    code: 'HTTP_TOO_MANY_STREAMS',
    title: 'Too many pages are listening for events.',
    status: 503,
    detail: 'Too many pages are listening for events.',
    details: { open: 3 },
  });
});

test('a route that hangs is given up', async () => {
  const answer = await app.inject({ url: '/v1/test/hangs' });
  expect(answer.statusCode).toBe(503);
  expect(answer.json<Problem>().code).toBe('HTTP_TIMEOUT');
});

test('a request that does not fit its schema is told where', async () => {
  const answer = await app.inject({ url: '/v1/organizations/12/runs?limit=0' });
  expect(answer.statusCode).toBe(400);
  expect(answer.json<Problem>()).toMatchObject({
    code: 'HTTP_VALIDATION_FAILED',
    errors: [{ path: 'querystring/limit', message: 'must be >= 1' }],
  });
});

test.each([
  ['{"a":', 'application/json', 400, 'HTTP_BAD_REQUEST'],
  ['', 'application/json', 400, 'HTTP_BAD_REQUEST'],
  ['{"__proto__":{"a":1}}', 'application/json', 400, 'HTTP_BAD_REQUEST'],
  ['a=b', 'application/x-www-form-urlencoded', 415, 'HTTP_MEDIA_TYPE_UNKNOWN'],
  [JSON.stringify('x'.repeat(70_000)), 'application/json', 413, 'HTTP_BODY_TOO_LARGE'],
])('the body %.20s as %s is refused with %i', async (payload, type, status, code) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/test/body',
    payload,
    headers: { 'content-type': type },
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.json<Problem>().code).toBe(code);
});

test.each([
  ['GET', '/v1/nothing'],
  ['POST', '/v1/health'],
  ['DELETE', '/'],
  ['GET', '/v1/oauth/authorize/xero'],
])('%s %s is a 404 problem', async (method, url) => {
  const answer = await app.inject({ method: method as 'GET', url });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toContain('application/problem+json');
});
