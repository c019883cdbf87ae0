import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../api-contract/index.ts';
import { createTestApp } from '../../../test/support/http-app.ts';

const html = { accept: 'text/html,application/xhtml+xml' };
let dashboardDir: string;
let app: FastifyInstance;

beforeAll(async () => {
  dashboardDir = await mkdtemp(join(tmpdir(), 'dashboard-'));
  await mkdir(join(dashboardDir, 'assets'));
  await writeFile(join(dashboardDir, 'index.html'), '<title>the dashboard</title>');
  await writeFile(join(dashboardDir, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(join(dashboardDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(dashboardDir, '.built-from'), 'a digest');
  app = await createTestApp({ dashboardDir });
});
afterAll(async () => {
  await app.close();
  await rm(dashboardDir, { recursive: true });
});

test('files named after their content are kept for ever, all others are asked for again', async () => {
  const cacheOf = async (url: string) => (await app.inject({ url })).headers['cache-control'];
  expect(await cacheOf('/assets/index-abc123.js')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/')).toBe('no-cache');
  expect(await cacheOf('/index.html')).toBe('no-cache');
  expect(await cacheOf('/favicon.svg')).toBe('no-cache');
});

test.each(['/', '/organizations/4620816365', '/?connected=4620816365', '/v2/whatever'])(
  'following a link to %s opens the dashboard',
  async (url) => {
    const answer = await app.inject({ url, headers: html });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('the dashboard');
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['cache-control']).toBe('no-cache');
  },
);

test.each([
  ['/v1/nothing', html],
  ['/v1', html],
  ['/assets/index-old.js', html],
  ['/organizations', { accept: 'application/json' }],
  ['/.env', { accept: '*/*' }],
])('what is missing at %s is a problem, not the dashboard', async (url, headers) => {
  const answer = await app.inject({ url, headers });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json<Problem>().code).toBe('HTTP_NOT_FOUND');
});

test.each([
  '/../../../etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/%00',
])('nothing outside the folder is served for %s', async (url) => {
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toContain('root:');
});

test('a dashboard that was never built is explained on a page', async () => {
  await using bare = await createTestApp();
  const answer = await bare.inject({ url: '/', headers: html });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm run build -w dashboard');
});

test('files whose names begin with a dot are not there', async () => {
  const answer = await app.inject({ url: '/.built-from' });
  expect(answer.statusCode).toBe(404);
  expect(answer.json<Problem>().code).toBe('HTTP_NOT_FOUND');
});
